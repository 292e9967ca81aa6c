package id.sop.worktime;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;

/** What calendar files say, later layers behind earlier ones. */
record CalendarData(
    ImmutableList<Timetable> timetables,
    ImmutableList<Season> seasons,
    ImmutableList<Closure> closures,
    ImmutableList<DecreedYear> years) {
  static final CalendarData EMPTY =
      new CalendarData(
          ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

  /** A year whose list of holidays has been decreed. */
  record DecreedYear(int year, LocalDate knownFrom) {}

  CalendarData plus(CalendarData layer) {
    return new CalendarData(
        joined(timetables, layer.timetables),
        joined(seasons, layer.seasons),
        joined(closures, layer.closures),
        joined(years, layer.years));
  }

  private static <T> ImmutableList<T> joined(ImmutableList<T> below, ImmutableList<T> above) {
    return ImmutableList.<T>builder().addAll(below).addAll(above).build();
  }
}
