package id.sop.cli;

import id.sop.bundle.BundleCalendars;
import id.sop.bundle.SopBundle;
import id.sop.example.ExampleReader;
import id.sop.problem.Language;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.coverage.Coverage;
import id.sop.rules.coverage.CoverageCode;
import id.sop.rules.coverage.CoverageFiles;
import id.sop.rules.coverage.CoverageHtml;
import id.sop.rules.coverage.CoverageJson;
import id.sop.rules.coverage.Measure;
import id.sop.rules.coverage.Thresholds;
import id.sop.rules.example.BundleExamples;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop uji}: whether the examples hold, and how much of the rules they prove. */
@Command(
    name = "uji",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Menjalankan contoh dalam uji.yaml dan menghitung seberapa jauh contoh itu membuktikan aturan.",
      "Kode keluar 1 bila ada contoh yang gagal, atau cakupan di bawah batas minimal."
    })
final class TestCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|FOLDER",
      arity = "1..*",
      description = "SOP bawaan menurut id, atau folder dengan sop.yaml, rute.drl dan uji.yaml.")
  private List<String> names;

  @Option(
      names = "--json",
      description = "Satu objek JSON per baris: satu per SOP, satu per masalah.")
  private boolean json;

  @Option(
      names = "--minimal",
      paramLabel = "BATAS",
      description = "Batas minimal dalam persen, misalnya panah=100,mutasi=90.",
      defaultValue = "")
  private String minimal;

  @Option(
      names = "--html",
      paramLabel = "BERKAS",
      description = "Menulis laporan HTML ke berkas ini: cakupan, dan teks aturan dengan tandanya.")
  private @Nullable Path html;

  private final List<CoverageHtml.Chapter> chapters = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    Thresholds thresholds = Thresholds.parse(minimal);
    boolean good = true;
    for (String name : names) {
      good &= tested(Bundles.find(name), thresholds);
    }
    if (html != null) {
      CoverageFiles.write(html, CoverageHtml.of(chapters));
    }
    return good ? SopCommand.OK : SopCommand.FOUND;
  }

  private boolean tested(SopBundle bundle, Thresholds thresholds) {
    PrintWriter out = spec.commandLine().getOut();
    LoadedSop loaded = SopRules.open(bundle).loaded();
    if (loaded.hasErrors()) {
      loaded.errors().forEach(this::problem);
      return false;
    }
    Procedure procedure = loaded.procedure().orElseThrow();
    ExampleReader.Result read = BundleExamples.read(bundle, procedure.sop());
    Place file = Place.startOf(bundle.fileName(SopBundle.UJI));
    List<Problem> unreadable =
        read.examples().isEmpty() && read.problems().isEmpty()
            ? List.of(Problem.at(file, CoverageCode.NO_EXAMPLES))
            : read.problems();
    unreadable.forEach(this::problem);
    if (Problems.hasErrors(unreadable)) {
      return false;
    }
    BundleCalendars calendars = BundleCalendars.of(bundle, procedure.sop());
    calendars.problems().forEach(this::problem);
    if (Problems.hasErrors(calendars.problems())) {
      return false;
    }
    Coverage coverage =
        Coverage.of(
            procedure, loaded.table().orElseThrow(), read.examples(), calendars.calendars());
    bundle
        .bytes(SopBundle.RUTE)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .ifPresent(rules -> chapters.add(new CoverageHtml.Chapter(coverage, rules)));
    if (json) {
      out.println(CoverageJson.of(coverage));
    } else {
      told(out, coverage);
    }
    List<Problem> below = thresholds.below(coverage, file);
    below.forEach(this::problem);
    return coverage.mismatches().isEmpty() && below.isEmpty();
  }

  private void problem(Problem problem) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLines.print(out, CheckCommand.asJson(problem, Language.ID));
    } else {
      out.println(problem);
      out.println("    " + problem.hint(Language.ID));
    }
  }

  private static void told(PrintWriter out, Coverage coverage) {
    Style style = Style.automatic();
    out.println(style.bold(coverage.sop().id().value()));
    for (Coverage.Trial trial : coverage.trials()) {
      String word = trial.holds() ? style.good("ok   ") : style.bad("gagal");
      out.println("  " + word + " " + trial.example().nama());
      trial.mismatches().forEach(p -> out.println("        " + p));
    }
    out.println("  cakupan: " + figures(coverage));
    listed(
        out,
        coverage.firstGaps().stream()
            .map(g -> "belum dilalui: " + g.name() + "  " + style.faint(g.place().toString()))
            .toList());
    listed(
        out,
        coverage.firstSurvivors().stream()
            .map(m -> "lolos: " + m + "  " + style.faint(m.rule().place().toString()))
            .toList());
  }

  private static void listed(PrintWriter out, List<String> lines) {
    lines.stream().limit(SHOWN).forEach(line -> out.println("  " + line));
    if (lines.size() > SHOWN) {
      out.println("  ... dan " + (lines.size() - SHOWN) + " lagi; semuanya ada dalam --html");
    }
  }

  private static String figures(Coverage coverage) {
    return Stream.of(Measure.values())
        .map(m -> m.word() + " " + coverage.figure(m))
        .collect(Collectors.joining(", "));
  }
}
