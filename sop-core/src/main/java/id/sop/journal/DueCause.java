package id.sop.journal;

import java.time.LocalDate;
import java.util.List;

/** Why a row is no longer due when it was. */
public sealed interface DueCause {

  /** Its clock was stopped, or ran again: what a stop took is given back. */
  record Stop() implements DueCause {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.stop(this);
    }
  }

  /** Its time was extended. */
  record Extension() implements DueCause {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.extension(this);
    }
  }

  /**
   * The calendar changed.
   *
   * @param keputusan the decrees that made the difference, as the calendar quotes them; empty when
   *     none explains it, as when the office hours themselves are others
   * @param diketahui the day whose knowledge of the calendar counted
   */
  record Calendar(List<String> keputusan, LocalDate diketahui) implements DueCause {
    public Calendar {
      keputusan = List.copyOf(keputusan);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.calendar(this);
    }
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R stop(Stop stop);

    R extension(Extension extension);

    R calendar(Calendar calendar);
  }

  <R> R match(Cases<R> cases);
}
