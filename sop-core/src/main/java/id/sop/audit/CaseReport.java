package id.sop.audit;

import id.sop.authority.Authority;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.worktime.DueDates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether one case followed its SOP, derived anew from its journal and the rules: the machine's own
 * word is not taken for it.
 *
 * @param caseId the case
 * @param sop its SOP
 * @param versi the version that it is pinned to now
 * @param digest the digest of that version
 * @param standing how far it had come
 * @param outcome how it ended, as its SOP calls it; empty when it did not
 * @param assessedAt the present of this report
 * @param rows the visits of rows, in the order in which they were opened
 * @param findings what concerns the case as a whole
 * @param neverVisited the rows that were not visited, in printed order
 */
public record CaseReport(
    CaseId caseId,
    SopId sop,
    String versi,
    String digest,
    Standing standing,
    Optional<String> outcome,
    Instant assessedAt,
    List<RowReport> rows,
    List<Finding> findings,
    List<StepId> neverVisited) {
  public CaseReport {
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
    neverVisited = List.copyOf(neverVisited);
  }

  /**
   * Assesses a case whose host vouches for the roles that it names.
   *
   * @param procedure the version that the case is pinned to
   * @param journal all its entries, in order
   * @param calendar when rows are due
   * @param now the present: by it, open rows are overdue or not
   * @throws SopException when the journal is empty, or pinned to another version at any time
   */
  public static CaseReport of(
      Procedure procedure, List<Entry> journal, DueDates calendar, Instant now) {
    return of(procedure, journal, calendar, Authority.trusting(), now);
  }

  /** The same, asking {@code authority} whether each actor held his role at the time. */
  public static CaseReport of(
      Procedure procedure,
      List<Entry> journal,
      DueDates calendar,
      Authority authority,
      Instant now) {
    return of(procedure, journal, calendar, authority, now, Knowledge.THEN);
  }

  /** The same, by the days off known then or known now. */
  public static CaseReport of(
      Procedure procedure,
      List<Entry> journal,
      DueDates calendar,
      Authority authority,
      Instant now,
      Knowledge knowledge) {
    return of(
        CaseReading.of(procedure, digest -> Optional.empty(), journal),
        calendar,
        authority,
        now,
        knowledge);
  }

  /**
   * The same of a case that may have gone over to other versions of its SOP: what was done on each
   * is judged by it.
   *
   * @param versions the versions by their digests
   * @throws SopException when the journal is empty, or {@code versions} lacks one
   */
  public static CaseReport of(
      Function<String, Optional<Procedure>> versions,
      List<Entry> journal,
      DueDates calendar,
      Authority authority,
      Instant now,
      Knowledge knowledge) {
    if (journal.isEmpty() || !(journal.get(0).event() instanceof CaseEvent.Started start)) {
      throw new SopException(AuditCode.JOURNAL_EMPTY, "-");
    }
    Procedure first =
        versions
            .apply(start.digest())
            .orElseThrow(
                () ->
                    new SopException(
                        AuditCode.VERSION_MISSING,
                        journal.get(0).caseId().value(),
                        start.sop() + " " + start.versi(),
                        start.digest()));
    return of(CaseReading.of(first, versions, journal), calendar, authority, now, knowledge);
  }

  private static CaseReport of(
      CaseReading reading,
      DueDates calendar,
      Authority authority,
      Instant now,
      Knowledge knowledge) {
    Map<String, RowJudge> judges = new HashMap<>();
    List<RowReport> rows = new ArrayList<>();
    for (Visit visit : reading.visits()) {
      RowJudge judge =
          judges.computeIfAbsent(
              visit.version.digest(),
              digest ->
                  new RowJudge(
                      visit.version.sop(), calendar, authority, now, knowledge, reading.visits()));
      rows.add(judge.report(visit));
    }
    Procedure last = reading.procedure();
    return new CaseReport(
        reading.caseId(),
        last.sop().id(),
        last.sop().versi(),
        last.digest(),
        reading.standing(),
        reading.outcome(),
        now,
        rows,
        reading.findings(),
        last.sop().langkah().keySet().stream().filter(s -> !reading.visited(s)).toList());
  }

  /**
   * The verdict on the whole case, in this order: {@code TIDAK_PATUH} when one finding or
   * assessment is a breach in earnest, minor ones being listed only; {@code BELUM_JATUH_TEMPO}
   * while it runs; {@code TIDAK_DAPAT_DINILAI} when it was stopped outside its SOP, which is never
   * a compliant end, or when a standard could not be assessed for want of evidence; {@code PATUH}
   * otherwise. A criterion for which the SOP sets no standard counts for nothing.
   */
  public Verdict verdict() {
    if (findings.stream().anyMatch(Finding::major) || assessments().anyMatch(Assessment::major)) {
      return Verdict.TIDAK_PATUH;
    }
    return switch (standing) {
      case BERJALAN -> Verdict.BELUM_JATUH_TEMPO;
      case DIHENTIKAN -> Verdict.TIDAK_DAPAT_DINILAI;
      case SELESAI ->
          assessments().anyMatch(Assessment::lacksEvidence)
              ? Verdict.TIDAK_DAPAT_DINILAI
              : Verdict.PATUH;
    };
  }

  /** How many visits have {@code verdict} on {@code kriteria}. */
  public long count(Kriteria kriteria, Verdict verdict) {
    return rows.stream().filter(r -> r.verdict(kriteria) == verdict).count();
  }

  private Stream<Assessment> assessments() {
    return rows.stream().flatMap(r -> r.assessments().values().stream());
  }
}
