package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OfficeTimeTest {
  private static final LocalDate KNOWN = LocalDate.of(2026, 1, 1);

  @Test
  void every_day_from_1999_to_2101_and_at_either_edge_lies_in_its_own_year() {
    LocalDate date = LocalDate.of(1999, 12, 30);
    for (; date.isBefore(LocalDate.of(2101, 1, 3)); date = date.plusDays(1)) {
      assertYear(date);
    }
    for (int year : new int[] {1, 4, 100, 400, 401, 1600, 1969, 1970, 9996, 9998, 9999}) {
      assertYear(LocalDate.of(year, 1, 1));
      assertYear(LocalDate.of(year, 12, 31));
    }
  }

  @Test
  void no_day_before_the_first_year_or_after_the_last_is_answered() {
    OfficeTime office = WorkCalendar.indonesia().officeTime(KNOWN);

    assertThatThrownBy(() -> office.yearOf(LocalDate.of(0, 12, 31).toEpochDay()))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> office.yearOf(LocalDate.of(10_000, 1, 1).toEpochDay()))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> office.yearOf(LocalDate.MAX.toEpochDay()))
        .isInstanceOf(DateTimeException.class);
  }

  private static void assertYear(LocalDate date) {
    // A new one each time: it remembers the year that it was asked for.
    OfficeTime office = WorkCalendar.indonesia().officeTime(KNOWN);
    assertThat(office.yearOf(date.toEpochDay()).year()).isEqualTo(date.getYear());
  }
}
