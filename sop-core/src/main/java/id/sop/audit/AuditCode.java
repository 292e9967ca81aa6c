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
  QUORUM_MISSING(5118, Verdict.TIDAK_PATUH, Severity.ERROR),
  SAME_PERSON(5119, Verdict.TIDAK_PATUH, Severity.ERROR),
  MANDATE_TOO_NARROW(5120, Verdict.TIDAK_PATUH, Severity.ERROR),
  PERFORMER_NOT_PRINTED(5226, Verdict.TIDAK_DAPAT_DINILAI, Severity.WARNING),
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
  TOO_EARLY(5163, Verdict.TIDAK_PATUH, Severity.ERROR),
  WAIT_KEPT(5164, Verdict.PATUH, Severity.INFO),
  WAITING(5165, Verdict.BELUM_JATUH_TEMPO, Severity.INFO),
  SUSPENDED(5166, Verdict.BELUM_JATUH_TEMPO, Severity.INFO),
  DONE_WHILE_STOPPED(5167, Verdict.TIDAK_PATUH, Severity.ERROR),
  EXTENDED_LATE(5168, Verdict.TIDAK_PATUH, Severity.ERROR),
  EXTENSION_NOT_GIVEN(5169, Verdict.TIDAK_PATUH, Severity.ERROR),
  OUTPUT_COMPLETE(5141, Verdict.PATUH, Severity.INFO),
  OUTPUT_MISSING(5142, Verdict.TIDAK_PATUH, Severity.ERROR),
  NO_OUTPUT_ASKED(5143, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  ORAL_NOT_CONFIRMED(5144, Verdict.TIDAK_PATUH, Severity.WARNING),
  NO_TIME_SET(5147, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  REFERENCE_MISSING(5148, Verdict.TIDAK_DAPAT_DINILAI, Severity.WARNING),
  WAITS_FOR_REFERENCE(5149, Verdict.BELUM_JATUH_TEMPO, Severity.INFO),
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
  SKIPPED(5221, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  SKIPPED_MANDATORY(5222, Verdict.TIDAK_PATUH, Severity.ERROR),
  LAPSED_OPTIONAL(5223, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  LAPSED_MANDATORY(5224, Verdict.TIDAK_PATUH, Severity.ERROR),
  LAPSED_WITH_CASE(5225, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  TERMINATED(5171, Verdict.TIDAK_DAPAT_DINILAI, Severity.WARNING),
  END_NOT_BY_RULES(5172, Verdict.TIDAK_PATUH, Severity.ERROR),
  ROW_NOT_OPENED(5173, Verdict.TIDAK_PATUH, Severity.ERROR),
  NOT_ENDED(5174, Verdict.TIDAK_PATUH, Severity.ERROR),
  AROSE_WITHOUT_GROUND(5175, Verdict.TIDAK_PATUH, Severity.ERROR),
  REPEATED_WITHOUT_GROUND(5176, Verdict.TIDAK_PATUH, Severity.ERROR),
  OTHER_SOP_MISSING(5230, Verdict.TIDAK_PATUH, Severity.ERROR),
  PREREQUISITE_UNMET(5232, Verdict.TIDAK_PATUH, Severity.ERROR),
  OTHER_SOP(5231, Severity.INFO),
  PREREQUISITE_MET(5233, Severity.INFO),
  CORRECTED(5181, Severity.INFO),
  DUE_RECOMPUTED(5182, Severity.INFO),
  KNOWN_LATER(5185, Severity.INFO),
  CLOCK_STOPPED(5186, Severity.INFO),
  STOP_WITHOUT_BASIS(5187, Severity.WARNING),
  STOP_RECORDED_LATE(5188, Severity.WARNING),
  EXTENDED(5189, Severity.INFO),
  TIME_BY_DECISION(5183, Severity.INFO),
  TIME_SHARED(5184, Severity.INFO),
  JOURNAL_EMPTY(5191, Severity.ERROR),
  OTHER_VERSION(5192, Severity.ERROR),
  ACTED_BY_MANDATE(5201, Severity.INFO),
  MANDATE_TOO_LONG(5202, Severity.WARNING),
  NOT_ACKNOWLEDGED(5203, Severity.WARNING),
  RECORDED_ON_BEHALF(5204, Severity.INFO),
  SIGNING_RETURNED(5205, Severity.INFO),
  SIGNER_ADDED(5206, Severity.INFO),
  SIGNER_REMOVED(5207, Severity.INFO),
  CLAIM_IGNORED(5208, Severity.WARNING),
  CLAIM_TAKEN_AWAY(5209, Severity.INFO),
  BEGUN_ANOTHER_DAY(5235, Verdict.TIDAK_PATUH, Severity.ERROR),
  SENT_BACK(5236, Verdict.TIDAK_PATUH, Severity.WARNING),
  SENT_BACK_WITHOUT_GROUND(5237, Severity.WARNING),
  MOVED(5238, Verdict.TIDAK_PATUH, Severity.ERROR),
  LEFT(5239, Verdict.TIDAK_DAPAT_DINILAI, Severity.INFO),
  RECALLED(5240, Severity.INFO),
  RECALLED_TOO_LATE(5241, Verdict.TIDAK_PATUH, Severity.ERROR),
  TRANSFERRED(5242, Severity.INFO),
  REOPENED(5243, Verdict.TIDAK_PATUH, Severity.WARNING),
  RECORDED_AFTERWARDS(5244, Severity.INFO),
  RECORDED_OUT_OF_ORDER(5245, Severity.INFO),
  CHECKLIST_UNDECIDED(5246, Verdict.TIDAK_DAPAT_DINILAI, Severity.WARNING),
  REFERENCE_INCOMPLETE(5247, Verdict.TIDAK_PATUH, Severity.WARNING),
  NOT_NEEDED(5248, Severity.INFO),
  MIGRATED(5250, Severity.INFO),
  MIGRATED_OTHERWISE(5251, Verdict.TIDAK_PATUH, Severity.ERROR),
  VERSION_MISSING(5252, Severity.ERROR),
  ROW_CONTINUED(5253, Severity.INFO);

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
