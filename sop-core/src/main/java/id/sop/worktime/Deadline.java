package id.sop.worktime;

import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.Severity;
import id.sop.problem.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Until when, and how sure that is.
 *
 * @param dueAt the last moment that is in time; empty when a schedule or the rules must say
 * @param notes what the answer rests on that nobody has confirmed yet, in the order in which the
 *     counting met it
 */
public record Deadline(Optional<Instant> dueAt, List<Note> notes) {
  public Deadline {
    notes = List.copyOf(notes);
  }

  /** No moment: the time is set by a schedule or by the rules. */
  public static Deadline none() {
    return new Deadline(Optional.empty(), List.of());
  }

  /** Due at {@code moment}, without reservations. */
  public static Deadline at(Instant moment) {
    return new Deadline(Optional.of(moment), List.of());
  }

  /**
   * A reservation about a deadline.
   *
   * @param code what kind
   * @param facts what the texts name, in the order of their placeholders
   */
  public record Note(Code code, List<String> facts) {
    public Note {
      facts = List.copyOf(facts);
    }

    /** How much it weighs: a warning can move the deadline by days, an information by minutes. */
    public Severity severity() {
      return code.severity();
    }

    /** What is unsure, in one sentence. */
    public String text(Language language) {
      return Texts.text(code, language, facts);
    }

    /** How to make it sure. */
    public String hint(Language language) {
      return Texts.hint(code, language, facts);
    }
  }
}
