package id.sop.cli;

import com.google.gson.JsonObject;
import id.sop.bundle.SopBundle;
import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.problem.Severity;
import id.sop.routing.OtherSops;
import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.example.ExamplePlay;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop periksa}: what is wrong with bundles, each problem at its place. */
@Command(
    name = "periksa",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Memeriksa SOP: berkas dibaca, aturan dikompilasi, semua rute dijelajahi, contoh dijalankan.",
      "Beberapa SOP yang saling menunjuk diperiksa bersama.",
      "Setiap masalah ditulis sebagai berkas:baris:kolom: KODE teks. Kode keluar 1 bila ada kesalahan."
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|FOLDER",
      arity = "1..*",
      description =
          "SOP bawaan menurut id, atau folder dengan sop.yaml dan rute.drl (atau rute.csv, rute.xlsx).")
  private List<String> names;

  @Option(names = "--json", description = "Satu objek JSON per baris.")
  private boolean json;

  @Option(
      names = "--bahasa",
      paramLabel = "id|en",
      defaultValue = "id",
      converter = LanguageConverter.class,
      description = "Bahasa masalah dan petunjuknya: ${DEFAULT-VALUE} bila tidak ditulis.")
  private Language language;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Problem> all = new ArrayList<>();
    List<Procedure> together = new ArrayList<>();
    for (String name : names) {
      SopBundle bundle = Bundles.find(name);
      LoadedSop loaded = SopRules.load(bundle);
      all.addAll(loaded.problems());
      loaded
          .procedure()
          .ifPresent(
              p -> {
                all.addAll(ExamplePlay.run(bundle, p));
                together.add(p);
              });
    }
    all.addAll(OtherSops.check(together));
    for (Problem problem : all) {
      if (json) {
        JsonLines.print(out, asJson(problem, language));
      } else {
        out.println(problem.place() + ": " + problem.code().id() + " " + problem.text(language));
        out.println("    " + problem.hint(language));
      }
    }
    if (!json) {
      out.println(summary(all));
    }
    return Problems.hasErrors(all) ? SopCommand.FOUND : SopCommand.OK;
  }

  private String summary(List<Problem> all) {
    String pattern =
        switch (language) {
          case ID -> "%d SOP diperiksa: %d kesalahan, %d peringatan.";
          case EN -> "SOPs checked: %d; errors: %d, warnings: %d.";
        };
    return String.format(
        Locale.ROOT,
        pattern,
        names.size(),
        count(all, Severity.ERROR),
        count(all, Severity.WARNING));
  }

  private static long count(List<Problem> all, Severity severity) {
    return all.stream().filter(p -> p.severity() == severity).count();
  }

  /** A problem for programs. */
  static JsonObject asJson(Problem problem, Language language) {
    JsonObject object = new JsonObject();
    object.addProperty("file", problem.place().file());
    object.addProperty("line", problem.place().line());
    object.addProperty("column", problem.place().column());
    object.addProperty("severity", problem.severity().tag());
    object.addProperty("code", problem.code().id());
    object.addProperty("text", problem.text(language));
    object.addProperty("hint", problem.hint(language));
    return object;
  }
}
