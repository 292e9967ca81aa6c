package id.sop.worktime;

import java.time.LocalDate;

/**
 * A period with hours of its own, such as one Ramadan. Its dates are data: the isbat decides them
 * two days before.
 *
 * @param key what a timetable names to apply in it
 */
record Season(
    String key,
    String nama,
    LocalDate from,
    LocalDate to,
    String source,
    LocalDate knownFrom,
    boolean unconfirmed) {

  boolean covers(LocalDate date, LocalDate knownOn) {
    return !date.isBefore(from) && !date.isAfter(to) && !knownFrom.isAfter(knownOn);
  }
}
