package id.sop.casework;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import id.sop.authority.Mandate;
import id.sop.definition.DataValue;
import id.sop.definition.StepId;
import id.sop.internal.Sha256;
import id.sop.journal.Actor;
import id.sop.journal.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a command says, without its key, as a digest: equal words give equal digests. */
final class CommandDigest implements Command.Cases<JsonObject> {
  private CommandDigest() {}

  /** SHA-256 over canonical JSON, in hexadecimal. */
  static String of(Command command) {
    JsonObject said = command.match(new CommandDigest());
    said.addProperty("case", command.caseId().value());
    said.add("actor", actor(command.actor()));
    text(said, "occurredAt", command.occurredAt());
    return Sha256.of(said.toString());
  }

  @Override
  public JsonObject start(Command.Start command) {
    JsonObject said = kind("start");
    said.addProperty("sop", command.sop().value());
    said.add("data", data(command.data()));
    if (!command.berdasarkan().isEmpty()) {
      said.addProperty("berdasarkan", command.berdasarkan().toString());
    }
    if (command.meskipun().isPresent()) {
      said.addProperty("alasan", command.meskipun().get().alasan());
      said.addProperty("dasar", command.meskipun().get().dasar());
    }
    return said;
  }

  @Override
  public JsonObject complete(Command.Complete command) {
    JsonObject said = kind("complete");
    said.addProperty("step", command.step().value());
    text(said, "decision", command.decision());
    text(said, "alasan", command.alasan());
    said.add("kelengkapan", documents(command.kelengkapan()));
    said.add("output", documents(command.output()));
    said.add("data", data(command.data()));
    return said;
  }

  @Override
  public JsonObject recordSchedule(Command.RecordSchedule command) {
    JsonObject said = kind("schedule");
    said.addProperty("step", command.step().value());
    said.add("document", document(command.document()));
    said.addProperty("from", command.from().toString());
    said.addProperty("to", command.to().toString());
    return said;
  }

  @Override
  public JsonObject participate(Command.Participate command) {
    JsonObject said = kind("participate");
    said.addProperty("step", command.step().value());
    command.evidence().ifPresent(d -> said.add("evidence", document(d)));
    text(said, "kembali", command.kembali());
    return said;
  }

  @Override
  public JsonObject correct(Command.Correct command) {
    JsonObject said = kind("correct");
    said.addProperty("entry", command.entry());
    said.addProperty("alasan", command.alasan());
    command.kelengkapan().ifPresent(d -> said.add("kelengkapan", documents(d)));
    command.output().ifPresent(d -> said.add("output", documents(d)));
    said.add("data", data(command.data()));
    text(said, "happenedAt", command.happenedAt());
    return said;
  }

  @Override
  public JsonObject terminate(Command.Terminate command) {
    JsonObject said = kind("terminate");
    said.addProperty("alasan", command.alasan());
    return said;
  }

  @Override
  public JsonObject suspend(Command.Suspend command) {
    JsonObject said = kind("suspend");
    text(said, "step", command.step());
    said.addProperty("alasan", command.alasan());
    text(said, "dasar", command.dasar());
    said.add("dokumen", documents(command.dokumen()));
    return said;
  }

  @Override
  public JsonObject resume(Command.Resume command) {
    JsonObject said = kind("resume");
    text(said, "step", command.step());
    text(said, "alasan", command.alasan());
    said.add("dokumen", documents(command.dokumen()));
    return said;
  }

  @Override
  public JsonObject extend(Command.Extend command) {
    JsonObject said = kind("extend");
    said.addProperty("step", command.step().value());
    said.addProperty("alasan", command.alasan());
    said.add("document", document(command.document()));
    return said;
  }

  @Override
  public JsonObject reproject(Command.Reproject command) {
    return kind("reproject");
  }

  @Override
  public JsonObject acknowledge(Command.Acknowledge command) {
    return about("acknowledge", command.step());
  }

  @Override
  public JsonObject claim(Command.Claim command) {
    return about("claim", command.step());
  }

  @Override
  public JsonObject release(Command.Release command) {
    JsonObject said = about("release", command.step());
    text(said, "alasan", command.alasan());
    return said;
  }

  @Override
  public JsonObject addSigner(Command.AddSigner command) {
    JsonObject said = about("addSigner", command.step());
    said.addProperty("signer", command.signer().value());
    text(said, "sebelum", command.sebelum());
    said.addProperty("alasan", command.alasan());
    said.addProperty("dasar", command.dasar());
    return said;
  }

  @Override
  public JsonObject removeSigner(Command.RemoveSigner command) {
    JsonObject said = about("removeSigner", command.step());
    said.addProperty("signer", command.signer().value());
    said.addProperty("alasan", command.alasan());
    said.addProperty("dasar", command.dasar());
    return said;
  }

  private static JsonObject about(String kind, StepId step) {
    JsonObject said = kind(kind);
    said.addProperty("step", step.value());
    return said;
  }

  @Override
  public JsonObject skip(Command.Skip command) {
    JsonObject said = kind("skip");
    said.addProperty("step", command.step().value());
    said.addProperty("alasan", command.alasan());
    return said;
  }

  @Override
  public JsonObject raise(Command.Raise command) {
    JsonObject said = kind("raise");
    said.addProperty("step", command.step().value());
    said.addProperty("alasan", command.alasan());
    return said;
  }

  @Override
  public JsonObject repeat(Command.Repeat command) {
    JsonObject said = complete(command.done());
    said.addProperty("again", true);
    return said;
  }

  @Override
  public JsonObject call(Command.Call command) {
    JsonObject said = about("call", command.step());
    said.addProperty("child", command.child().value());
    said.add("data", data(command.data()));
    said.add("kelengkapan", documents(command.kelengkapan()));
    return said;
  }

  @Override
  public JsonObject move(Command.Move command) {
    JsonObject said = about("move", command.step());
    said.addProperty("cara", command.cara().name());
    said.addProperty("ke", command.ke().value());
    said.addProperty("alasan", command.alasan());
    text(said, "dasar", command.dasar());
    return said;
  }

  @Override
  public JsonObject recall(Command.Recall command) {
    JsonObject said = about("recall", command.step());
    said.addProperty("alasan", command.alasan());
    return said;
  }

  @Override
  public JsonObject transfer(Command.Transfer command) {
    JsonObject said = about("transfer", command.step());
    said.add("kepada", actor(command.kepada()));
    said.addProperty("alasan", command.alasan());
    return said;
  }

  @Override
  public JsonObject reopen(Command.Reopen command) {
    JsonObject said = about("reopen", command.step());
    said.addProperty("alasan", command.alasan());
    said.addProperty("dasar", command.dasar());
    return said;
  }

  @Override
  public JsonObject attach(Command.Attach command) {
    JsonObject said = kind("attach");
    text(said, "step", command.step());
    said.add("dokumen", documents(command.dokumen()));
    text(said, "keterangan", command.keterangan());
    return said;
  }

  @Override
  public JsonObject migrate(Command.Migrate command) {
    JsonObject said = kind("migrate");
    said.addProperty("dari", command.dari());
    said.addProperty("ke", command.ke());
    said.addProperty("renamed", command.pemetaan().renamed().toString());
    said.addProperty("gone", command.pemetaan().gone().toString());
    said.addProperty("stays", command.pemetaan().stays().toString());
    said.addProperty("alasan", command.alasan());
    said.add("dasar", document(command.dasar()));
    return said;
  }

  private static JsonObject kind(String kind) {
    JsonObject said = new JsonObject();
    said.addProperty("kind", kind);
    return said;
  }

  private static void text(JsonObject said, String name, Optional<?> value) {
    value.ifPresent(v -> said.addProperty(name, v.toString()));
  }

  private static JsonObject actor(Actor actor) {
    JsonObject said = new JsonObject();
    said.addProperty("id", actor.id());
    said.addProperty("role", actor.role().value());
    actor.mandat().ifPresent(mandat -> said.add("mandat", mandat(mandat)));
    return said;
  }

  private static JsonObject mandat(Mandate mandat) {
    JsonObject said = new JsonObject();
    said.addProperty("jenis", mandat.kind().name());
    said.addProperty("nomor", mandat.nomor());
    said.addProperty("dari", mandat.from().toString());
    text(said, "sampai", mandat.until());
    said.addProperty("perpanjangan", mandat.perpanjangan());
    text(said, "atasNama", mandat.atasNama());
    JsonArray excepted = new JsonArray();
    mandat
        .kecuali()
        .forEach(
            k ->
                excepted.add(
                    k.sop() + "/" + k.baris() + k.keputusan().map(l -> "/" + l).orElse("")));
    said.add("kecuali", excepted);
    return said;
  }

  private static JsonObject data(Map<String, DataValue> data) {
    JsonObject said = new JsonObject();
    new TreeMap<>(data).forEach((name, value) -> said.addProperty(name, value.teks()));
    return said;
  }

  private static JsonArray documents(List<Document> documents) {
    JsonArray said = new JsonArray();
    documents.forEach(d -> said.add(document(d)));
    return said;
  }

  private static JsonObject document(Document document) {
    JsonObject said = new JsonObject();
    said.addProperty("jenis", document.jenis());
    text(said, "nomor", document.nomor());
    text(said, "tanggal", document.tanggal());
    text(said, "sha256", document.sha256());
    said.addProperty("lisan", document.lisan());
    return said;
  }
}
