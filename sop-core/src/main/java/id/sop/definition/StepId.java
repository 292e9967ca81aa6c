package id.sop.definition;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of a row. The number printed in column <i>No</i> is only a label: real SOPs repeat and
 * skip numbers.
 */
public record StepId(String value) implements Comparable<StepId> {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,30}[A-Za-z0-9])?");

  public StepId {
    checkArgument(isValid(value), "not a row id: %s", value);
  }

  public static StepId of(String value) {
    return new StepId(value);
  }

  /** Whether {@code value} has the form of a row id: 1 to 32 letters, digits, dots, dashes. */
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  private long leadingNumber() {
    int end = 0;
    while (end < value.length() && end < 9 && Character.isDigit(value.charAt(end))) {
      end++;
    }
    return end == 0 ? Long.MAX_VALUE : Long.parseLong(value.substring(0, end));
  }

  /** As a person counts: 2 before 10, 7b after 7. */
  @Override
  public int compareTo(StepId other) {
    int byNumber = Long.compare(leadingNumber(), other.leadingNumber());
    return byNumber == 0 ? value.compareTo(other.value) : byNumber;
  }

  // Written out: what the compiler gives a record is put together at run time, which each start
  // pays.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StepId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
