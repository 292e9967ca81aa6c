package id.sop.audit;

import id.sop.problem.Code;
import id.sop.problem.Severity;
import java.util.Optional;

/**
 * What a report can find. Each code implies its verdict; an {@link Severity#ERROR} is a breach in
 * earnest, a {@link Severity#WARNING} a minor one or something to look after.
 */
public enum AuditCode implements Code {
  IN_ORDER(5101, Verdict.PATUH, Severity.INFO),
  NOT_BY_RULES(5102, Verdict.TIDAK_PATUH, Severity.ERROR),
  NEVER_OPENED(5103, Verdict.TIDAK_PATUH, Severity.ERROR),
  ROW_UNKNOWN(5104, Verdict.TIDAK_PATUH, Severity.ERROR),
  RIGHT_PERFORMER(5111, Verdict.PATUH, Severity.INFO),
  WRONG_PERFORMER(5112, Verdict.TIDAK_PATUH, Severity.ERROR),
  NOT_APPOINTED(5113, Verdict.TIDAK_PATUH, Severity.ERROR),
  COMPANION_MISSING(5114, Verdict.TIDAK_PATUH, Severity.WARNING),
  SIGNATURE_MISSING(5115, Verdict.TIDAK_PATUH, Severity.ERROR),
  SIGNATURE_OUT_OF_ORDER(5116, Verdict.TIDAK_PATUH, Severity.ERROR),
  MINUTES_MISSING(5117, Verdict.TIDAK_PATUH, Severity.ERROR),
  PERFORMER_NOT_PRINTED(5118, Verdict.TIDAK_DAPAT_DINILAI, Severity.WARNING),
  KELENGKAPAN_COMPLETE(5121, Verdict.PATUH, Severity.INFO),
  KELENGKAPAN_MISSING(5122, Verdict.TIDAK_PATUH, Severity.ERROR),
  NO_KELENGKAPAN_ASKED(5123, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  IN_TIME(5131, Verdict.PATUH, Severity.INFO),
  LATE(5132, Verdict.TIDAK_PATUH, Severity.ERROR),
  OVERDUE(5133, Verdict.TIDAK_PATUH, Severity.ERROR),
  NOT_DUE(5134, Verdict.BELUM_JATUH_TEMPO, Severity.INFO),
  INSIDE_SCHEDULE(5135, Verdict.PATUH, Severity.INFO),
  OUTSIDE_SCHEDULE(5136, Verdict.TIDAK_PATUH, Severity.ERROR),
  NO_SCHEDULE(5137, Verdict.TIDAK_DAPAT_DINILAI, Severity.WARNING),
  NO_SCHEDULE_YET(5138, Verdict.BELUM_JATUH_TEMPO, Severity.WARNING),
  DUE_NOT_COMPUTABLE(5139, Verdict.TIDAK_DAPAT_DINILAI, Severity.WARNING),
  SCHEDULE_TOO_LATE(5140, Verdict.TIDAK_DAPAT_DINILAI, Severity.WARNING),
  OUTPUT_COMPLETE(5141, Verdict.PATUH, Severity.INFO),
  OUTPUT_MISSING(5142, Verdict.TIDAK_PATUH, Severity.ERROR),
  NO_OUTPUT_ASKED(5143, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  ORAL_NOT_CONFIRMED(5144, Verdict.TIDAK_PATUH, Severity.WARNING),
  DECIDED(5151, Verdict.PATUH, Severity.INFO),
  LABEL_MISSING(5152, Verdict.TIDAK_PATUH, Severity.ERROR),
  LABEL_UNKNOWN(5153, Verdict.TIDAK_PATUH, Severity.ERROR),
  REASON_MISSING(5154, Verdict.TIDAK_PATUH, Severity.ERROR),
  DECIDES_NOTHING(5155, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  FACT_MISSING(5156, Verdict.TIDAK_PATUH, Severity.ERROR),
  FACT_NOT_AS_REQUIRED(5157, Verdict.TIDAK_PATUH, Severity.ERROR),
  FACT_KNOWN(5158, Verdict.PATUH, Severity.INFO),
  NOT_DONE_YET(5161, Verdict.BELUM_JATUH_TEMPO, Severity.INFO),
  STOPPED(5162, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  SKIPPED(5163, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  SKIPPED_MANDATORY(5164, Verdict.TIDAK_PATUH, Severity.ERROR),
  LAPSED_OPTIONAL(5165, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  LAPSED_MANDATORY(5166, Verdict.TIDAK_PATUH, Severity.ERROR),
  LAPSED_WITH_CASE(5167, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  TERMINATED(5171, Verdict.TIDAK_DAPAT_DINILAI, Severity.WARNING),
  END_NOT_BY_RULES(5172, Verdict.TIDAK_PATUH, Severity.ERROR),
  ROW_NOT_OPENED(5173, Verdict.TIDAK_PATUH, Severity.ERROR),
  NOT_ENDED(5174, Verdict.TIDAK_PATUH, Severity.ERROR),
  AROSE_WITHOUT_GROUND(5175, Verdict.TIDAK_PATUH, Severity.ERROR),
  REPEATED_WITHOUT_GROUND(5176, Verdict.TIDAK_PATUH, Severity.ERROR),
  CORRECTED(5181, Severity.INFO),
  DUE_RECOMPUTED(5182, Severity.INFO),
  JOURNAL_EMPTY(5191, Severity.ERROR),
  OTHER_VERSION(5192, Severity.ERROR);

  private final int number;
  private final Optional<Verdict> verdict;
  private final Severity severity;

  AuditCode(int number, Verdict verdict, Severity severity) {
    this.number = number;
    this.verdict = Optional.of(verdict);
    this.severity = severity;
  }

  AuditCode(int number, Severity severity) {
    this.number = number;
    this.verdict = Optional.empty();
    this.severity = severity;
  }

  @Override
  public String id() {
    return "SOP-" + number;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  /** What it says of the criterion; empty for a note. */
  public Optional<Verdict> verdict() {
    return verdict;
  }
}
