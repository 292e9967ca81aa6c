package id.sop.worktime;

import com.google.common.collect.ImmutableSet;
import id.sop.problem.Code;
import id.sop.worktime.Deadline.Note;
import java.util.List;

/**
 * Reservations in the order in which they were met, each once. Few different ones come up, however
 * many deadlines are asked for; so each remembers what it became together with others, and the
 * answers share it.
 *
 * <p>Immutable, as seen from outside; threads may share it.
 */
final class Notes {
  static final Notes NONE = new Notes(List.of());

  /** More would be the trace of odd questions, which need not be quick. */
  private static final int REMEMBERED = 64;

  private final List<Note> list;
  private volatile Sum[] sums = {};

  private record Sum(Notes more, Notes sum) {}

  private Notes(List<Note> list) {
    this.list = list;
  }

  static Notes of(List<Note> notes) {
    return notes.isEmpty() ? NONE : new Notes(List.copyOf(notes));
  }

  static Notes of(Code code, String... facts) {
    return new Notes(List.of(new Note(code, List.of(facts))));
  }

  List<Note> list() {
    return list;
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  /** These, and then those of {@code more} that are not among them. */
  Notes and(Notes more) {
    if (more.isEmpty() || more == this) {
      return this;
    }
    if (isEmpty()) {
      return more;
    }
    Sum[] known = sums;
    for (Sum sum : known) {
      if (sum.more == more) {
        return sum.sum;
      }
    }
    Notes sum = together(more);
    if (known.length < REMEMBERED) {
      // Of two threads that come here at once one is forgotten, and asks again.
      Sum[] longer = new Sum[known.length + 1];
      System.arraycopy(known, 0, longer, 0, known.length);
      longer[known.length] = new Sum(more, sum);
      sums = longer;
    }
    return sum;
  }

  private Notes together(Notes more) {
    return list.containsAll(more.list)
        ? this
        : of(ImmutableSet.<Note>builder().addAll(list).addAll(more.list).build().asList());
  }
}
