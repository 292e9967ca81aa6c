package id.sop.rules.coverage;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a rule file, each with what is proven of the rule that it belongs to. */
record RuleLines(List<Line> all) {

  /** What is proven of a rule. */
  enum Proof {
    /** The line belongs to no rule that answers. */
    NONE("", ""),
    /** No example passes through it. */
    NOT_PASSED("bad", "✗"),
    /** Examples pass through it, but not all slips in it are noticed. */
    WEAK("weak", "≈"),
    /** Examples pass through it, and each slip is noticed. */
    PROVEN("good", "✓");

    private final String style;
    private final String mark;

    Proof(String style, String mark) {
      this.style = style;
      this.mark = mark;
    }

    String style() {
      return style;
    }

    String mark() {
      return mark;
    }
  }

  /**
   * One line.
   *
   * @param first whether its rule begins here
   * @param notes the slips in its rule that nobody notices; only on the first line
   */
  record Line(int number, String text, Proof proof, boolean first, List<String> notes) {
    Line {
      notes = List.copyOf(notes);
    }
  }

  static RuleLines of(Coverage coverage, String rules) {
    Map<Integer, Boolean> passed = new HashMap<>();
    coverage.items().stream()
        .filter(item -> item.measure() == Measure.PANAH)
        .forEach(item -> passed.merge(item.place().line(), item.covered(), Boolean::logicalAnd));
    ImmutableList.Builder<Line> all = ImmutableList.builder();
    Proof proof = Proof.NONE;
    int number = 0;
    for (String text : rules.lines().toList()) {
      number++;
      List<String> notes = List.of();
      boolean first = passed.containsKey(number);
      if (first) {
        notes = survivors(coverage, number);
        proof = proof(passed.getOrDefault(number, false), notes);
      }
      all.add(new Line(number, text, proof, first, notes));
      // The dialect has nothing after the end of a rule but the next rule and comments.
      if (text.strip().equals("end")) {
        proof = Proof.NONE;
      }
    }
    return new RuleLines(all.build());
  }

  private static Proof proof(boolean passed, List<String> survivors) {
    if (!passed) {
      return Proof.NOT_PASSED;
    }
    return survivors.isEmpty() ? Proof.PROVEN : Proof.WEAK;
  }

  private static List<String> survivors(Coverage coverage, int line) {
    return coverage.firstSurvivors().stream()
        .filter(m -> m.rule().place().line() == line)
        .map(Mutant::change)
        .toList();
  }
}
