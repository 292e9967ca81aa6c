package id.sop.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Moments as an official reads them, in the time of the office. */
public final class Moments {
  // A fraction shows when there is one: a moment late must not look like the moment it was due.
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private Moments() {}

  /** Date and time of {@code at} in {@code zone}. */
  public static String text(Instant at, ZoneId zone) {
    return FORM.format(ZonedDateTime.ofInstant(at, zone));
  }
}
