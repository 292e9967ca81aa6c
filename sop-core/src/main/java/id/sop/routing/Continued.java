package id.sop.routing;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a row that is open while its case goes over to another version of the SOP: what
 * the two documents say of it in the same words stays as it is, what they say otherwise holds as in
 * the new one. What an arrow said of it when it was opened counts before the document.
 */
public final class Continued {
  private Continued() {}

  /** Whether both documents let the same roles do the row, in the same way. */
  public static boolean samePerformers(Step was, Step is) {
    Performers before = was.pelaksana();
    Performers after = is.pelaksana();
    return before.mode() == after.mode() && before.roles().equals(after.roles());
  }

  /**
   * Who does it from now on.
   *
   * @param by who was to do it
   * @return empty when others were named for this visit than the old document does, and the new
   *     document names others again: nobody can say who is meant
   */
  public static Optional<List<PelaksanaCode>> by(Step was, Step is, List<PelaksanaCode> by) {
    if (samePerformers(was, is)) {
      return Optional.of(by);
    }
    return by.equals(was.pelaksana().roles())
        ? Optional.of(is.pelaksana().roles())
        : Optional.empty();
  }

  /**
   * The time that it is allowed from now on, counted from the same moment.
   *
   * @param waktu the time that it was allowed
   */
  public static Waktu waktu(Step was, Step is, Waktu waktu) {
    Waktu before = was.mutuBaku().waktu();
    Waktu after = is.mutuBaku().waktu();
    boolean ofDocument = waktu.equals(before) || before instanceof Waktu.MenurutAturan;
    return after.equals(before) || after instanceof Waktu.MenurutAturan || !ofDocument
        ? waktu
        : after;
  }

  /**
   * When the first of the rows was opened that share its time from now on.
   *
   * @param version the new version
   * @param waktu the time that it is allowed there
   */
  public static Optional<Instant> countedFrom(
      Sop version, Step is, Waktu waktu, Optional<Instant> countedFrom) {
    return version.sharedTime(is.id(), waktu).isPresent() ? countedFrom : Optional.empty();
  }
}
