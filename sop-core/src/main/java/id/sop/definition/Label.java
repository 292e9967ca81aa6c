package id.sop.definition;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The label on an arrow out of a decision, such as {@code YA} or {@code TIDAK}; case matters. */
public record Label(String value) implements Comparable<Label> {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,63}");

  /** What the rules are asked with when an optional row was skipped; no row decides it. */
  public static final Label DILEWATI = new Label("DILEWATI");

  public Label {
    checkArgument(isValid(value), "not a label: %s", value);
  }

  public static Label of(String value) {
    return new Label(value);
  }

  /** Whether {@code value} has the form of a label: capitals, digits and underscores. */
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(Label other) {
    return value.compareTo(other.value);
  }

  // Written out: what the compiler gives a record is put together at run time, which each start
  // pays.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Label that && value.equals(that.value);
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
