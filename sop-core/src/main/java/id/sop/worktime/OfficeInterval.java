package id.sop.worktime;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of office time without a break, in the local time of the office.
 *
 * @param from the first moment that counts
 * @param to the moment at which counting stops; work done exactly then is still in time. Midnight
 *     means the end of the day, 24:00.
 */
public record OfficeInterval(LocalTime from, LocalTime to) {
  private static final String END_OF_DAY = "24:00";
  private static final Pattern WRITTEN = Pattern.compile("(\\d\\d:\\d\\d) ?- ?(\\d\\d:\\d\\d)");

  public OfficeInterval {
    checkArgument(isOrdered(from, to), "%s is not before %s", from, to);
  }

  private static boolean isOrdered(LocalTime from, LocalTime to) {
    return from.toSecondOfDay() < endOfDay(to);
  }

  /** The second of the day at which it begins. */
  int opens() {
    return from.toSecondOfDay();
  }

  /** The second of the day at which it ends. */
  int closes() {
    return endOfDay(to);
  }

  int seconds() {
    return closes() - opens();
  }

  /** The second of the day of an end, for which midnight is 24:00. */
  static int endOfDay(LocalTime end) {
    return end.equals(LocalTime.MIDNIGHT) ? OfficeDay.DAY : end.toSecondOfDay();
  }

  /** Reads {@code 07:30-12:00}; empty when {@code text} is no such stretch. */
  static Optional<OfficeInterval> parse(String text) {
    Matcher hours = WRITTEN.matcher(text);
    if (!hours.matches()) {
      return Optional.empty();
    }
    Optional<LocalTime> from = time(hours.group(1));
    Optional<LocalTime> to = end(hours.group(2));
    return from.isPresent() && to.isPresent() && isOrdered(from.get(), to.get())
        ? Optional.of(new OfficeInterval(from.get(), to.get()))
        : Optional.empty();
  }

  /** Reads {@code 16:00}; empty when {@code text} is no time of the day. */
  static Optional<LocalTime> time(String text) {
    try {
      return text.length() == 5 ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Reads the end of a stretch or of a day, which can be {@code 24:00}. */
  static Optional<LocalTime> end(String text) {
    if (text.equals(END_OF_DAY)) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    Optional<LocalTime> end = time(text);
    return end.isPresent() && end.get().equals(LocalTime.MIDNIGHT) ? Optional.empty() : end;
  }

  // Written out, as in the ids: each start compares the hours of a year's days.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OfficeInterval that && from.equals(that.from) && to.equals(that.to);
  }

  @Override
  public int hashCode() {
    return 31 * from.hashCode() + to.hashCode();
  }

  /** {@code 07:30-12:00}, as a calendar file writes it. */
  @Override
  public String toString() {
    return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : to);
  }
}
