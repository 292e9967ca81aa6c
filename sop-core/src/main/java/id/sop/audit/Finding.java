package id.sop.audit;

import id.sop.problem.Language;
import id.sop.problem.Severity;
import id.sop.problem.Texts;
import id.sop.routing.RouteReason;
import java.util.List;
import java.util.Optional;

/**
 * Something that the record shows.
 *
 * @param code what it is; it implies the verdict
 * @param facts what its texts name
 * @param bukti the numbers of the journal entries that prove it
 * @param aturan the rule that it rests on, where one does
 */
public record Finding(
    AuditCode code, List<String> facts, List<Long> bukti, Optional<RouteReason> aturan) {
  public Finding {
    facts = List.copyOf(facts);
    bukti = List.copyOf(bukti);
  }

  static Finding of(AuditCode code, List<Long> bukti, String... facts) {
    return new Finding(code, List.of(facts), bukti, Optional.empty());
  }

  Finding by(Optional<RouteReason> rule) {
    return new Finding(code, facts, bukti, rule);
  }

  /** What it says of the criterion; empty for a mere note. */
  public Optional<Verdict> verdict() {
    return code.verdict();
  }

  /** Whether it breaks the SOP in earnest. */
  public boolean major() {
    return code.severity() == Severity.ERROR;
  }

  /** What happened and what was expected, in one sentence. */
  public String text(Language language) {
    return Texts.text(code, language, facts);
  }

  /** What to do about it. */
  public String hint(Language language) {
    return Texts.hint(code, language, facts);
  }

  @Override
  public String toString() {
    return code.id() + " " + text(Language.ID);
  }
}
