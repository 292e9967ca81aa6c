package id.sop.worktime;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
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
    ImmutableListMultimap<LocalDate, Withdrawal> byDate =
        Multimaps.index(withdrawals, Withdrawal::date);
    return new CalendarData(
        joined(timetables, layer.timetables),
        joined(seasons, layer.seasons),
        joined(closures, layer.closures).stream()
            .map(closure -> afterAll(byDate.get(closure.date()), closure))
            .collect(ImmutableList.toImmutableList()),
        joined(years, layer.years));
  }

  private static Closure afterAll(List<Withdrawal> withdrawals, Closure closure) {
    return withdrawals.stream()
        .filter(withdrawal -> withdrawal.concerns(closure))
        .findFirst()
        .map(withdrawal -> closure.withdrawn(withdrawal.knownFrom()))
        .orElse(closure);
  }

  private static <T> ImmutableList<T> joined(ImmutableList<T> below, ImmutableList<T> above) {
    return ImmutableList.<T>builder().addAll(below).addAll(above).build();
  }
}
