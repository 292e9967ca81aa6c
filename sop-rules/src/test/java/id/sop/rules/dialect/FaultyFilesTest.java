package id.sop.rules.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.Sop;
import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.problem.Severity;
import id.sop.rules.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an author reads after a slip: at the right place, in the right rule, with the way out. */
class FaultyFilesTest {
  private static final long SEED = 20_261_122;
  private static final String FILE = "sop/rute.drl";

  /** A fault in the rules of {@code sop}, and what was said of it. */
  private record Told(Sop sop, Fault fault, List<Problem> problems) {
    boolean isComplete() {
      return !errors().isEmpty()
          && problems.stream().allMatch(p -> p.place().file().equals(FILE))
          && errors().stream().anyMatch(p -> fault.rule().isEmpty() || names(p));
    }

    private boolean names(Problem problem) {
      return problem.text(Language.ID).contains(fault.rule())
          && problem.text(Language.EN).contains(fault.rule());
    }

    List<Problem> errors() {
      return problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
    }

    /** Whether the first error stands at the damage. */
    boolean isExact() {
      Source source = new Source(FILE, fault.text());
      return !errors().isEmpty()
          && fault.at().stream().map(source::place).anyMatch(errors().get(0).place()::equals);
    }

    boolean isHinted() {
      return problems.stream()
          .allMatch(p -> !p.hint(Language.ID).isBlank() && !p.hint(Language.EN).isBlank());
    }

    /** Whether the way out names the very word that was lost. */
    boolean isMended() {
      return fault.meant().isEmpty()
          || errors().stream().anyMatch(p -> p.hint(Language.ID).contains(fault.meant().get()));
    }

    @Override
    public String toString() {
      Source source = new Source(FILE, fault.text());
      return fault + " at " + fault.at().stream().map(source::place).toList() + ": " + problems;
    }
  }

  private static List<Told> told() {
    Random random = new Random(SEED);
    List<Told> told = new ArrayList<>();
    for (SopBundle bundle : id.sop.rules.SopRules.shipped()) {
      Sop sop = Shipped.procedure(bundle.id().orElseThrow()).sop();
      String text = new String(bundle.bytes(SopBundle.RUTE).orElseThrow(), StandardCharsets.UTF_8);
      for (Fault fault : Faults.of(text, random, 2)) {
        told.add(new Told(sop, fault, Gate.read(FILE, fault.text(), sop).problems()));
      }
    }
    return told;
  }

  @Test
  void a_fault_is_told_at_its_place_in_its_rule_with_a_way_out() {
    List<Told> told = told();
    List<Told> incomplete = told.stream().filter(t -> !t.isComplete()).toList();
    List<Told> elsewhere = told.stream().filter(t -> !t.isExact()).toList();
    List<Told> unhinted = told.stream().filter(t -> !t.isHinted()).toList();
    List<Told> unmended = told.stream().filter(t -> !t.isMended()).toList();
    long single = told.stream().filter(t -> t.errors().size() == 1).count();

    System.out.printf(
        "figure: faults (seed %d): %d; with file, line, column and rule %d; at the exact token %d; with a"
            + " hint %d; the hint names the lost word, if one was lost, %d; told once %d%n",
        SEED,
        told.size(),
        told.size() - incomplete.size(),
        told.size() - elsewhere.size(),
        told.size() - unhinted.size(),
        told.size() - unmended.size(),
        single);
    Map<String, Integer> kinds = new LinkedHashMap<>();
    told.forEach(t -> kinds.merge(t.fault().kind(), 1, Integer::sum));
    assertThat(told).hasSizeGreaterThan(500);
    assertThat(kinds).hasSizeGreaterThan(80);
    assertThat(incomplete).isEmpty();
    assertThat(unhinted).isEmpty();
    assertThat(elsewhere).hasSizeLessThanOrEqualTo(told.size() / 20);
    assertThat(unmended).hasSizeLessThanOrEqualTo(told.size() / 100);
    assertThat(single).isGreaterThan(told.size() * 95L / 100);
  }

  static List<BrokenFile> slips() {
    return Corpus.read("slips.txt");
  }

  @ParameterizedTest
  @MethodSource("slips")
  void a_typical_slip_is_told_at_its_place(BrokenFile slip) {
    List<Problem> problems = Gate.read(BrokenFile.FILE, slip.text(), BrokenFile.SOP).problems();

    Problem first = problems.get(0);
    assertThat(first.code()).as("problems of: %s", problems).isEqualTo(slip.code());
    assertThat(first.place().line()).isEqualTo(slip.line());
    assertThat(first.place().column()).as("problems of: %s", problems).isEqualTo(slip.column());
    assertThat(first.hint(Language.ID)).isNotBlank();
  }
}
