package id.sop.migration;

import id.sop.casework.Refusal;
import java.util.Map;
import java.util.TreeMap;

/** Counts the cases of one run. */
final class Tally implements CaseVerdict.Cases<Tally> {
  private final Map<String, Integer> why = new TreeMap<>();
  private int moves;
  private int stays;
  private int failed;
  private int already;
  private int elsewhere;

  void add(CaseVerdict verdict) {
    verdict.match(this);
  }

  void already() {
    already++;
  }

  void elsewhere() {
    elsewhere++;
  }

  @Override
  public Tally moves(CaseVerdict.Moves verdict) {
    moves++;
    return this;
  }

  @Override
  public Tally stays(CaseVerdict.Stays verdict) {
    stays++;
    verdict.why().stream()
        .map(Refusal::code)
        .distinct()
        .forEach(code -> why.merge(code.id(), 1, Integer::sum));
    return this;
  }

  @Override
  public Tally failed(CaseVerdict.Failed verdict) {
    failed++;
    return this;
  }

  MigrationSummary summary() {
    return new MigrationSummary(moves, stays, failed, already, elsewhere, why);
  }
}
