package id.sop.rules;

import id.sop.problem.Problem;
import id.sop.problem.Severity;
import java.util.List;

/**
 * A bundle that was opened in the cheaper of two ways.
 *
 * @param loaded what became of it
 * @param way which way it was
 * @param whyNotSaved why its saved table was not used; empty when it was
 */
public record OpenedSop(LoadedSop loaded, Way way, List<Problem> whyNotSaved) {

  /** How the arrows of a bundle became a table. */
  public enum Way {
    /** The table was read as it was saved. */
    SAVED,
    /** The rules were compiled and explored. */
    COMPILED
  }

  public OpenedSop {
    whyNotSaved = List.copyOf(whyNotSaved);
  }

  static OpenedSop saved(LoadedSop loaded) {
    return new OpenedSop(loaded, Way.SAVED, List.of());
  }

  static OpenedSop compiled(LoadedSop loaded, List<Problem> whyNotSaved) {
    List<Problem> errors =
        whyNotSaved.stream().filter(p -> p.severity() == Severity.ERROR).toList();
    return new OpenedSop(loaded, Way.COMPILED, errors);
  }
}
