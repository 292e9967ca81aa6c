package id.sop.worktime;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.time.LocalDate;
import java.util.List;

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

  /** A date that a later decree takes back. */
  record Withdrawal(LocalDate date, ClosureKind kind, LocalDate knownFrom) {
    boolean concerns(Closure closure) {
      return closure.date().equals(date)
          && closure.kind() == kind
          && closure.knownFrom().isBefore(knownFrom)
          && closure.withdrawnFrom().isEmpty();
    }
  }

  /** Both together; {@code withdrawals} strike out of either, earlier decrees first. */
  CalendarData plus(CalendarData layer, List<Withdrawal> withdrawals) {
    ImmutableListMultimap.Builder<LocalDate, Withdrawal> byDate = ImmutableListMultimap.builder();
    for (Withdrawal withdrawal : withdrawals) {
      byDate.put(withdrawal.date(), withdrawal);
    }
    ImmutableListMultimap<LocalDate, Withdrawal> struckOut = byDate.build();
    ImmutableList.Builder<Closure> all = ImmutableList.builder();
    for (Closure closure : joined(closures, layer.closures)) {
      all.add(afterAll(struckOut.get(closure.date()), closure));
    }
    return new CalendarData(
        joined(timetables, layer.timetables),
        joined(seasons, layer.seasons),
        all.build(),
        joined(years, layer.years));
  }

  private static Closure afterAll(List<Withdrawal> withdrawals, Closure closure) {
    for (Withdrawal withdrawal : withdrawals) {
      if (withdrawal.concerns(closure)) {
        return closure.withdrawn(withdrawal.knownFrom());
      }
    }
    return closure;
  }

  private static <T> ImmutableList<T> joined(ImmutableList<T> below, ImmutableList<T> above) {
    return ImmutableList.<T>builder().addAll(below).addAll(above).build();
  }
}
