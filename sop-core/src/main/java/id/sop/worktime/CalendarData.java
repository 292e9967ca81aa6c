package id.sop.worktime;

import com.google.common.collect.ImmutableList;
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
    ImmutableList<Closure> decreed = joined(closures, layer.closures);
    for (Withdrawal withdrawal : withdrawals) {
      decreed =
          decreed.stream()
              .map(c -> withdrawal.concerns(c) ? c.withdrawn(withdrawal.knownFrom()) : c)
              .collect(ImmutableList.toImmutableList());
    }
    return new CalendarData(
        joined(timetables, layer.timetables),
        joined(seasons, layer.seasons),
        decreed,
        joined(years, layer.years));
  }

  private static <T> ImmutableList<T> joined(ImmutableList<T> below, ImmutableList<T> above) {
    return ImmutableList.<T>builder().addAll(below).addAll(above).build();
  }
}
