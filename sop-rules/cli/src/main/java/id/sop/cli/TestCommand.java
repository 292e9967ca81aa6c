package id.sop.cli;

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
import id.sop.rules.coverage.Item;
import id.sop.rules.coverage.Measure;
import id.sop.rules.coverage.Mutant;
import id.sop.rules.coverage.Thresholds;
import id.sop.rules.example.BundleExamples;
import id.sop.worktime.WorkCalendar;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  @Option(names = "--json", description = "Satu objek JSON per SOP.")
  private boolean json;

  @Option(
      names = "--minimal",
      paramLabel = "BATAS",
      description = "Batas minimal dalam persen, misalnya panah=100,mutasi=90.",
      defaultValue = "")
  private String minimal;

  @Override
  public Integer call() {
    Thresholds thresholds = Thresholds.parse(minimal);
    boolean good = true;
    for (String name : names) {
      good &= tested(Bundles.find(name), thresholds);
    }
    return good ? SopCommand.OK : SopCommand.FOUND;
  }

  private boolean tested(SopBundle bundle, Thresholds thresholds) {
    PrintWriter out = spec.commandLine().getOut();
    LoadedSop loaded = SopRules.load(bundle);
    if (loaded.hasErrors()) {
      loaded.errors().forEach(p -> problem(out, p));
      return false;
    }
    Procedure procedure = loaded.procedure().orElseThrow();
    ExampleReader.Result read = BundleExamples.read(bundle, procedure.sop());
    Place file = Place.startOf(bundle.fileName(SopBundle.UJI));
    List<Problem> unreadable =
        read.examples().isEmpty() && read.problems().isEmpty()
            ? List.of(Problem.at(file, CoverageCode.NO_EXAMPLES))
            : read.problems();
    unreadable.forEach(p -> problem(out, p));
    if (Problems.hasErrors(unreadable)) {
      return false;
    }
    Coverage coverage =
        Coverage.of(
            procedure, loaded.table().orElseThrow(), read.examples(), WorkCalendar.indonesia());
    told(out, coverage);
    List<Problem> below = thresholds.below(coverage, file);
    below.forEach(p -> problem(out, p));
    return coverage.mismatches().isEmpty() && below.isEmpty();
  }

  private static void problem(PrintWriter out, Problem problem) {
    out.println(problem);
    out.println("    " + problem.hint(Language.ID));
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
    List<Item> gaps = coverage.gaps();
    gaps.stream()
        .limit(SHOWN)
        .forEach(
            g -> out.println("  belum dilalui: " + g.name() + "  " + style.faint(at(g.place()))));
    more(out, gaps.size());
    List<Mutant> survivors = coverage.survivors();
    survivors.stream()
        .limit(SHOWN)
        .forEach(m -> out.println("  lolos: " + m + "  " + style.faint(at(m.rule().place()))));
    more(out, survivors.size());
  }

  private static String at(Place place) {
    return place.toString();
  }

  private static void more(PrintWriter out, int size) {
    if (size > SHOWN) {
      out.println("  ... dan " + (size - SHOWN) + " lagi");
    }
  }

  private static String figures(Coverage coverage) {
    return Stream.of(Measure.values())
        .map(m -> m.word() + " " + coverage.figure(m))
        .collect(Collectors.joining(", "));
  }
}
