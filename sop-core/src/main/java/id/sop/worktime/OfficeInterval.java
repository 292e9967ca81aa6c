package id.sop.worktime;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of office time without a break, in the local time of the office.
 *
 * @param from the first moment that counts
 * @param to the moment at which counting stops; work done exactly then is still in time
 */
public record OfficeInterval(LocalTime from, LocalTime to) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d\\d:\\d\\d) ?- ?(\\d\\d:\\d\\d)");

  public OfficeInterval {
    checkArgument(from.isBefore(to), "%s is not before %s", from, to);
  }

  /** Reads {@code 07:30-12:00}; empty when {@code text} is no such stretch. */
  static Optional<OfficeInterval> parse(String text) {
    Matcher hours = WRITTEN.matcher(text);
    if (!hours.matches()) {
      return Optional.empty();
    }
    return time(hours.group(1))
        .flatMap(
            from ->
                time(hours.group(2))
                    .filter(from::isBefore)
                    .map(to -> new OfficeInterval(from, to)));
  }

  /** Reads {@code 16:00}; empty when {@code text} is no time of the day. */
  static Optional<LocalTime> time(String text) {
    try {
      return text.length() == 5 ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** {@code 07:30-12:00}, as a calendar file writes it. */
  @Override
  public String toString() {
    return from + "-" + to;
  }
}
