package id.sop.definition;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of an SOP bundle, such as {@code limapuluhkota.konsultasi}: the office and the procedure,
 * in lower case, joined by dots. The registered number of the paper is {@link Identitas#nomor()}.
 */
public record SopId(String value) implements Comparable<SopId> {
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

  public SopId {
    checkArgument(isValid(value), "not an SOP id: %s", value);
  }

  public static SopId of(String value) {
    return new SopId(value);
  }

  /** Whether {@code value} has the form of an id and at most 120 characters. */
  public static boolean isValid(String value) {
    return value.length() <= 120 && FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(SopId other) {
    return value.compareTo(other.value);
  }

  // Written out: what the compiler gives a record is put together at run time, which each start
  // pays.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SopId that && value.equals(that.value);
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
