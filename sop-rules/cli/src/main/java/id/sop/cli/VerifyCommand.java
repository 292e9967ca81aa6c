package id.sop.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import id.sop.journal.ChainFault;
import id.sop.problem.Language;
import id.sop.record.Anchor;
import id.sop.record.RecordException;
import id.sop.record.RecordProof;
import id.sop.record.RecordProof.Extent;
import id.sop.store.Tombstone;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop verifikasi}: whether a record is what was recorded. */
@Command(
    name = "verifikasi",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Memeriksa apakah rekaman masih seperti saat dicatat, tanpa basis datanya.",
      "Kode keluar 0 bila utuh, 1 bila ada yang janggal; entri janggal pertama disebut lebih dahulu."
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0..*",
      arity = "1..*",
      paramLabel = "REKAMAN",
      description =
          "File yang ditulis sop ekspor; boleh bersama rekaman yang ditulis sop arsip dari"
              + " penyimpanan yang sama.")
  private List<Path> records = new ArrayList<>();

  @Option(
      names = "--jangkar",
      paramLabel = "JANGKAR",
      description =
          "File yang ditulis sop jangkar. Boleh berulang. Tanpa jangkar, catatan yang ditulis ulang"
              + " seluruhnya tidak ketahuan.")
  private List<Path> anchorFiles = new ArrayList<>();

  @Option(
      names = "--sidik",
      paramLabel = "SIDIK",
      description = "Sidik jangkar yang dahulu diserahkan, satu untuk tiap --jangkar.")
  private List<String> digests = new ArrayList<>();

  @Option(
      names = "--sebagian",
      description = "Rekaman memuat sebagian berkas saja; berkas jangkar yang tidak ada dibiarkan.")
  private boolean partial;

  @Option(
      names = "--json",
      description = "Satu objek JSON per kejanggalan, lalu satu untuk seluruhnya.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      RecordProof proof =
          RecordProof.of(records, anchors(), partial ? Extent.PARTIAL : Extent.COMPLETE);
      if (json) {
        proof.faults().forEach(fault -> JsonLines.print(out, asJson(fault)));
        proof.changed().ifPresent(e -> JsonLines.print(out, asJson(e)));
        JsonLines.print(out, summary(proof));
      } else {
        print(out, proof);
      }
      return proof.isSound() ? SopCommand.OK : SopCommand.FOUND;
    } catch (RecordException e) {
      // Whoever asks whether a file is sound has an answer: it is not.
      if (json) {
        JsonLines.print(out, asJson(e));
      } else {
        out.println(line(e));
      }
      return SopCommand.FOUND;
    }
  }

  private List<Anchor> anchors() {
    if (!digests.isEmpty() && digests.size() != anchorFiles.size()) {
      throw new ParameterException(
          spec.commandLine(),
          "--sidik: tulis satu untuk tiap --jangkar, menurut urutannya (ada %d dan %d)."
              .formatted(digests.size(), anchorFiles.size()));
    }
    List<Anchor> anchors = new ArrayList<>();
    for (int i = 0; i < anchorFiles.size(); i++) {
      anchors.add(
          digests.isEmpty()
              ? Anchor.read(anchorFiles.get(i))
              : Anchor.read(anchorFiles.get(i), digests.get(i)));
    }
    return anchors;
  }

  private void print(PrintWriter out, RecordProof proof) {
    for (ChainFault fault : proof.faults()) {
      out.println(fault);
      out.println("    " + fault.hint(Language.ID));
    }
    proof.changed().ifPresent(e -> out.println(line(e)));
    String looked = "%d berkas, %d entri".formatted(proof.cases(), proof.entries());
    Style style = Style.automatic();
    if (proof.isSound()) {
      out.println(style.bold("Utuh: " + looked + "."));
      for (int i = 0; i < records.size(); i++) {
        out.println("Sidik %s: %s".formatted(records.get(i), proof.digests().get(i)));
      }
    } else {
      out.println(
          style.bold(
              "Tidak utuh: %s, %d kejanggalan.%s"
                  .formatted(
                      looked,
                      proof.faults().size(),
                      proof
                          .first()
                          .map(
                              f ->
                                  " Yang pertama: berkas %s, entri %d."
                                      .formatted(f.caseId(), f.seq()))
                          .orElse(""))));
    }
    Map<String, Long> elsewhere = new TreeMap<>();
    proof.archived().forEach(gone -> elsewhere.merge(gone.record(), 1L, Long::sum));
    elsewhere.forEach(
        (digest, cases) ->
            out.println(
                style.unsure(
                    "Catatan: %d berkas telah diarsipkan ke rekaman bersidik %s dan tidak diperiksa;"
                            .formatted(cases, digest)
                        + " sebutkan juga rekaman itu.")));
    if (anchorFiles.isEmpty()) {
      out.println(
          style.unsure(
              "Catatan: tanpa --jangkar, catatan yang ditulis ulang seluruhnya tidak ketahuan."));
    }
  }

  private static String line(RecordException e) {
    return e.code().id() + " " + e.text(Language.ID) + " " + e.hint(Language.ID);
  }

  private static JsonObject asJson(ChainFault fault) {
    JsonObject object = new JsonObject();
    object.addProperty("case", fault.caseId().value());
    object.addProperty("seq", fault.seq());
    object.addProperty("kind", fault.kind().name());
    object.addProperty("code", fault.kind().code().id());
    object.addProperty("text", fault.text(Language.ID));
    object.addProperty("expected", fault.expected());
    object.addProperty("found", fault.found());
    return object;
  }

  private static JsonObject asJson(Tombstone gone) {
    JsonObject object = new JsonObject();
    object.addProperty("case", gone.caseId().value());
    object.addProperty("seq", gone.head().seq());
    object.addProperty("record", gone.record());
    return object;
  }

  private static JsonObject asJson(RecordException e) {
    JsonObject object = new JsonObject();
    object.addProperty("code", e.code().id());
    object.addProperty("text", e.text(Language.ID));
    return object;
  }

  private static JsonObject summary(RecordProof proof) {
    JsonObject object = new JsonObject();
    object.addProperty("sound", proof.isSound());
    object.addProperty("cases", proof.cases());
    object.addProperty("entries", proof.entries());
    JsonArray digests = new JsonArray();
    proof.digests().forEach(digests::add);
    object.add("digests", digests);
    JsonArray archived = new JsonArray();
    proof.archived().forEach(gone -> archived.add(asJson(gone)));
    object.add("archived", archived);
    object.add(
        "first",
        proof
            .first()
            .<com.google.gson.JsonElement>map(VerifyCommand::asJson)
            .orElse(JsonNull.INSTANCE));
    return object;
  }
}
