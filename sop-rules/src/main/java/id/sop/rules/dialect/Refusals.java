package id.sop.rules.dialect;

import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import java.util.List;

/**
 * What is told about one rule file. Inside a rule its name is the first fact of each problem. The
 * first hundred are told in full; of the others, how many there are.
 */
final class Refusals {
  static final int MAX_TOLD = 100;

  private final Source source;
  private final Problems told = new Problems();
  private final Count errors = new Count(DialectCode.MORE_PROBLEMS);
  private final Count warnings = new Count(DialectCode.MORE_WARNINGS);
  private String rule = "";
  private boolean rereads;

  Refusals(Source source) {
    this.source = source;
  }

  /** How many of one severity there were, and where the first stands that was not told. */
  private static final class Count {
    final DialectCode more;
    int all;
    int firstUntold;

    Count(DialectCode more) {
      this.more = more;
    }
  }

  Source source() {
    return source;
  }

  Place place(Token token) {
    return source.place(token.from());
  }

  /** What follows is about the rule named {@code name}. */
  void enter(Token name) {
    rule = name.shown();
  }

  /**
   * Whether what follows is a rule read once more for another period: what does not depend on the
   * values of parameters was told when it was read first.
   */
  void rereads(boolean again) {
    rereads = again;
  }

  /** What follows is about no rule. */
  void leave() {
    rule = "";
  }

  /** Notes what stands at {@code offset}: an error of a rule, when inside one, else of the file. */
  void tell(int offset, DialectCode code, String... facts) {
    if (rereads && code != DialectCode.PARAMETER_OUTSIDE) {
      return;
    }
    if (rule.isEmpty()) {
      add(offset, code, facts);
    } else {
      add(offset, code == DialectCode.EXPECTED ? DialectCode.EXPECTED_IN_RULE : code, rule, facts);
    }
  }

  /** Notes what can be wrong anywhere; its first fact is the rule or else the file. */
  void tellAnywhere(int offset, DialectCode code, String... facts) {
    add(offset, code, rule.isEmpty() ? source.simpleName() : rule, facts);
  }

  private void add(int offset, DialectCode code, String first, String[] others) {
    String[] facts = new String[others.length + 1];
    facts[0] = first;
    System.arraycopy(others, 0, facts, 1, others.length);
    add(offset, code, facts);
  }

  private void add(int offset, DialectCode code, String[] facts) {
    Count count = code.isError() ? errors : warnings;
    count.all++;
    if (count.all <= MAX_TOLD) {
      told.add(source.place(offset), code, facts);
    } else if (count.all == MAX_TOLD + 1) {
      count.firstUntold = offset;
    }
  }

  /** Whether the next error will only be counted, so that its facts need not be looked up. */
  boolean isFull() {
    return errors.all >= MAX_TOLD;
  }

  /** How many errors there were until now. */
  int errors() {
    return errors.all;
  }

  /** All of them in file order. */
  List<Problem> sorted() {
    Problems all = new Problems();
    all.addAll(told.sorted());
    for (Count count : List.of(errors, warnings)) {
      if (count.all > MAX_TOLD) {
        all.add(
            source.place(count.firstUntold), count.more, Integer.toString(count.all - MAX_TOLD));
      }
    }
    return all.sorted();
  }
}
