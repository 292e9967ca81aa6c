package id.sop.worktime;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The units in which an SOP allows time. */
public enum Satuan {
  /** Minutes of office time: the clock stands still outside office hours. */
  MENIT_KERJA("menit kerja"),
  /** Hours of office time: the clock stands still outside office hours. */
  JAM_KERJA("jam kerja"),
  /** Days on which the office works; a bare {@code hari} means this (UU 30/2014, art. 53). */
  HARI_KERJA("hari kerja"),
  /** Days of the civil calendar, week-ends and holidays included: travel and field work. */
  HARI_KALENDER("hari kalender"),
  /** Hours of the clock on the wall, day and night: {@code 1 x 24 jam}. */
  JAM_KALENDER("jam kalender"),
  /**
   * Days of the civil calendar of which the last must be a working day: procurement counts so. A
   * last day on which the office does not work moves to the next one on which it does.
   */
  HARI_KALENDER_SAMPAI_HARI_KERJA("hari kalender berakhir pada hari kerja"),
  /** Weeks of the civil calendar: seven calendar days. */
  MINGGU("minggu"),
  /** Months of the civil calendar, to the same date or the last day of a shorter month. */
  BULAN("bulan");

  private final String teks;

  Satuan(String teks) {
    this.teks = teks;
  }

  /** The unit as it is written in an SOP. */
  public String teks() {
    return teks;
  }

  /** The moment {@code n} of these before {@code end}, by the clock on the wall alone. */
  Instant before(Instant end, int n, ZoneId zone) {
    ZonedDateTime local = end.atZone(zone);
    return switch (this) {
      case MENIT_KERJA -> end.minusSeconds(n * 60L);
      case JAM_KERJA, JAM_KALENDER -> end.minusSeconds(n * 3_600L);
      case HARI_KERJA, HARI_KALENDER, HARI_KALENDER_SAMPAI_HARI_KERJA ->
          local.minusDays(n).toInstant();
      case MINGGU -> local.minusWeeks(n).toInstant();
      case BULAN -> local.minusMonths(n).toInstant();
    };
  }

  /** Whether the unit is a day or more, so that the day of the event counts or does not. */
  boolean isDays() {
    return this != MENIT_KERJA && this != JAM_KERJA && this != JAM_KALENDER;
  }
}
