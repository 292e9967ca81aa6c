package id.sop.worktime;

import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Why a deadline is what it is. The parts follow each other without a gap from the event to the
 * deadline, so what they counted adds up to what was allowed.
 *
 * @param deadline the deadline and its reservations
 * @param notBefore the moment before which it would be too early, of a shortest time
 * @param konvensi how the unit counts days
 * @param parts what was counted and what was not, in order; none when no moment is set
 */
public record Explanation(
    Deadline deadline, Optional<Instant> notBefore, Konvensi konvensi, List<Part> parts) {
  public Explanation {
    parts = List.copyOf(parts);
  }

  /**
   * One stretch.
   *
   * @param from where it begins
   * @param to where it ends
   * @param kind what became of it
   * @param first the day on which it begins, in the zone of the office
   * @param last the day on which it ends; midnight belongs to the day before
   * @param counted how much of it counted: office time, or time by the clock on the wall
   * @param number the n-th working day, from 1; 0 for other kinds
   * @param nama the occasion of a day off, or why the clock stood still; may be blank
   * @param source the decree, the regulation or the convention that makes it so; may be blank
   */
  public record Part(
      Instant from,
      Instant to,
      PartKind kind,
      LocalDate first,
      LocalDate last,
      Duration counted,
      int number,
      String nama,
      String source) {

    /** What was done with it, in one sentence. */
    public String text(Language language) {
      return Texts.text(
          kind,
          language,
          List.of(
              Spoken.dates(first, last, language),
              nama,
              Integer.toString(number),
              Spoken.duration(counted, language)));
    }
  }
}
