package id.sop.journal;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a case (berkas), given by the host: 1 to 64 letters, digits, dots, dashes, slashes. */
public record CaseId(String value) implements Comparable<CaseId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

  public CaseId {
    checkArgument(isValid(value), "not a case id: %s", value);
  }

  public static CaseId of(String value) {
    return new CaseId(value);
  }

  /** Whether {@code value} has the form of a case id. */
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(CaseId other) {
    return value.compareTo(other.value);
  }

  // Written out: what the compiler gives a record is put together at run time, which each start
  // pays.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CaseId that && value.equals(that.value);
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
