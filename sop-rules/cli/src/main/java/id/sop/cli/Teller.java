package id.sop.cli;

import id.sop.audit.CaseReport;
import id.sop.casework.Command;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.journal.ChainFault;
import java.time.Instant;
import java.util.List;

/** Tells what happens to a case: to a person, or to a program. */
interface Teller {
  /**
   * What a walk begins with.
   *
   * @param digest the digest of the bundle
   * @param routes how many routes were explored
   * @param caseId the case
   * @param file where it is kept
   */
  record Opening(String digest, int routes, CaseId caseId, String file) {}

  void opening(Opening opening);

  /** A remark between the steps. */
  void said(String line);

  /** What was recorded before a row was completed. */
  void prepared(List<Command> commands);

  /** A command and what became of it. */
  void done(Command command, Instant at, Outcome outcome);

  /** A row that is open. */
  void row(OpenRow row);

  /** What the verification of the record found. */
  void verified(int entries, List<ChainFault> faults);

  /** The verdicts on the case. */
  void report(CaseReport report);
}
