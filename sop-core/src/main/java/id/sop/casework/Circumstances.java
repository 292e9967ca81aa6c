package id.sop.casework;

import id.sop.authority.Authority;
import id.sop.worktime.DueDates;
import java.time.Instant;

/**
 * What a decision rests on besides the case and the command.
 *
 * @param editions the SOPs that are loaded
 * @param calendar when rows are due
 * @param policy which checks refuse
 * @param authority who holds which role
 * @param now the present
 * @param others what is known of other cases
 */
public record Circumstances(
    Editions editions,
    DueDates calendar,
    CompliancePolicy policy,
    Authority authority,
    Instant now,
    OtherCases others) {
  /** A decision that rests on no other cases. */
  public Circumstances(
      Editions editions,
      DueDates calendar,
      CompliancePolicy policy,
      Authority authority,
      Instant now) {
    this(editions, calendar, policy, authority, now, OtherCases.none());
  }
}
