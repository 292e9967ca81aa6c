package id.sop.worktime;

import com.google.common.collect.ImmutableList;
import java.time.DayOfWeek;

/** The days of the week as a calendar file names them. */
final class Weekdays {
  /** From Monday, as ISO 8601 has it. */
  static final ImmutableList<String> NAMES =
      ImmutableList.of("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu");

  private Weekdays() {}

  static String name(DayOfWeek day) {
    return NAMES.get(day.getValue() - 1);
  }
}
