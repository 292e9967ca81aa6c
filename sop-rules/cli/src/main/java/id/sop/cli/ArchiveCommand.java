package id.sop.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import id.sop.journal.CaseId;
import id.sop.journal.Head;
import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.problem.SopException;
import id.sop.record.ArchivePlan;
import id.sop.record.ArchivePlan.Stays;
import id.sop.record.Hold;
import id.sop.record.HoldFile;
import id.sop.record.RecordArchive;
import id.sop.record.RecordArchive.Archived;
import id.sop.record.RecordCode;
import id.sop.record.RecordException;
import id.sop.record.UnreadableHoldsException;
import id.sop.store.CaseStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sop arsip}: old cases out of a store, into a record that was proven. */
@Command(
    name = "arsip",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Mengeluarkan berkas lama dari penyimpanan ke rekaman arsip. Tanpa --laksanakan hanya"
          + " menyebut apa yang akan keluar, apa yang tinggal, dan sebabnya.",
      "Berkas baru dikeluarkan setelah rekamannya ditulis, dibaca kembali, dan terbukti sama. Bila"
          + " terhenti di tengah, ulangi dengan file yang sama."
    })
final class ArchiveCommand implements Callable<Integer> {
  /** So many cases are named one by one; JSON names all. */
  private static final int SHOWN = 20;

  /** Who stays for these reasons stays as the office wants. */
  private static final Set<RecordCode> WANTED =
      Set.of(RecordCode.STAYS_HELD, RecordCode.STAYS_WITH_KIN, RecordCode.HELD_TOO_LATE);

  @Spec private CommandSpec spec;

  @Mixin private StoreFile store = new StoreFile();

  @Option(
      names = "--sebelum",
      required = true,
      paramLabel = "TANGGAL",
      description =
          "Berkas yang berakhir dan entri terakhirnya dicatat sebelum tanggal ini (WIB), misalnya"
              + " menurut jadwal retensi arsip.")
  private String before = "";

  @Option(
      names = {"-o", "--ke"},
      paramLabel = "REKAMAN",
      description =
          "File arsip yang ditulis, misalnya arsip-2020.jsonl. Bila sudah ada, pengarsipan ke"
              + " dalamnya diselesaikan.")
  private @Nullable Path target;

  @Option(
      names = "--tahan",
      paramLabel = "FILE",
      description =
          "File YAML berisi penahanan: tiap butir berkas, dasar (nomor surat), oleh, dan sejak.")
  private @Nullable Path holdFile;

  @Option(names = "--laksanakan", description = "Benar-benar mengarsipkan; perlu --ke.")
  private boolean carryOut;

  @Option(
      names = "--json",
      description = "Satu objek JSON per berkas yang keluar atau tinggal, lalu satu ringkasan.")
  private boolean json;

  @Override
  public Integer call() {
    Instant moment = Days.begin(spec, "--sebelum", before);
    if (carryOut && target == null) {
      throw new ParameterException(
          spec.commandLine(), "--laksanakan: sebutkan juga file arsipnya dengan --ke.");
    }
    try {
      List<Hold> holds = holdFile == null ? List.of() : HoldFile.read(holdFile);
      return store.existing(cases -> archive(cases, moment, holds));
    } catch (UnreadableHoldsException e) {
      for (Problem problem : e.problems()) {
        spec.commandLine().getErr().println(problem);
        spec.commandLine().getErr().println("    " + problem.hint(Language.ID));
      }
      return refused(e);
    } catch (RecordException e) {
      return refused(e);
    }
  }

  private int refused(SopException e) {
    spec.commandLine()
        .getErr()
        .println(e.code().id() + ": " + e.text(Language.ID) + " " + e.hint(Language.ID));
    return SopCommand.FOUND;
  }

  private int archive(CaseStore cases, Instant moment, List<Hold> holds) {
    ArchivePlan plan = RecordArchive.plan(cases, moment, holds);
    @Nullable Path file = target;
    List<Stays> stays = plan.stays();
    if (!carryOut || file == null) {
      tellPlan(plan);
    } else {
      Archived archived = RecordArchive.carryOut(cases, plan, file);
      stays = archived.stays();
      tell(plan, archived, file);
    }
    boolean asWanted = stays.stream().allMatch(s -> WANTED.stream().anyMatch(s.why()::equals));
    return asWanted ? SopCommand.OK : SopCommand.FOUND;
  }

  private void tellPlan(ArchivePlan plan) {
    PrintWriter out = spec.commandLine().getOut();
    Map<CaseId, Head> goes = plan.goes();
    if (json) {
      goes.forEach((caseId, head) -> JsonLines.print(out, goes(caseId, head)));
      plan.stays().forEach(stays -> JsonLines.print(out, stays(stays)));
      JsonLines.print(out, summary(plan, goes.size(), plan.entries(), JsonNull.INSTANCE));
      return;
    }
    Style style = Style.automatic();
    out.println(
        style.bold(
            "Dapat diarsipkan: %d berkas, %d entri.".formatted(goes.size(), plan.entries())));
    goes.entrySet().stream()
        .limit(SHOWN)
        .forEach(
            each ->
                out.println("    %s (%d entri)".formatted(each.getKey(), each.getValue().seq())));
    if (goes.size() > SHOWN) {
      out.println("    dan %d lagi; --json menyebut semuanya.".formatted(goes.size() - SHOWN));
    }
    tellStays(out, plan, plan.stays());
    out.println(
        style.unsure(
            "Belum ada yang diubah. Dengan --ke REKAMAN --laksanakan barulah diarsipkan."));
  }

  private void tell(ArchivePlan plan, Archived archived, Path file) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      archived.gone().forEach((caseId, head) -> JsonLines.print(out, goes(caseId, head)));
      archived.stays().forEach(stays -> JsonLines.print(out, stays(stays)));
      JsonElement digest =
          archived.digest().<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
      JsonLines.print(out, summary(plan, archived.gone().size(), archived.entries(), digest));
      return;
    }
    Style style = Style.automatic();
    out.println(
        style.bold(
            archived
                .digest()
                .map(
                    digest ->
                        "%s: %d berkas, %d entri dikeluarkan dari penyimpanan. Sidik: %s"
                            .formatted(file, archived.gone().size(), archived.entries(), digest))
                .orElse("Tidak ada berkas yang dapat diarsipkan; file tidak ditulis.")));
    tellStays(out, plan, archived.stays());
  }

  private static void tellStays(PrintWriter out, ArchivePlan plan, List<Stays> stays) {
    for (Stays each : stays) {
      out.println(each.why().id() + " " + each.text(Language.ID));
      out.println("    " + each.hint(Language.ID));
    }
    out.println(
        "Masih berjalan: %d berkas. Berakhir, tetapi belum waktunya: %d berkas."
            .formatted(plan.running(), plan.later()));
  }

  private static JsonObject goes(CaseId caseId, Head head) {
    JsonObject object = new JsonObject();
    object.addProperty("case", caseId.value());
    object.addProperty("goes", true);
    object.addProperty("seq", head.seq());
    object.addProperty("head", head.digest());
    return object;
  }

  private static JsonObject stays(Stays stays) {
    JsonObject object = new JsonObject();
    object.addProperty("case", stays.caseId().value());
    object.addProperty("goes", false);
    object.addProperty("code", stays.why().id());
    object.addProperty("text", stays.text(Language.ID));
    return object;
  }

  private JsonObject summary(ArchivePlan plan, long cases, long entries, JsonElement digest) {
    JsonObject object = new JsonObject();
    object.addProperty("before", plan.before().toString());
    object.addProperty("done", carryOut);
    object.addProperty("cases", cases);
    object.addProperty("entries", entries);
    object.addProperty("running", plan.running());
    object.addProperty("later", plan.later());
    object.add("file", target == null ? JsonNull.INSTANCE : new JsonPrimitive(target.toString()));
    object.add("digest", digest);
    return object;
  }
}
