package id.sop.definition;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The code of a pelaksana column or role, such as {@code KABAG_UMUM}. */
public record PelaksanaCode(String value) implements Comparable<PelaksanaCode> {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  /** Stands for the performer of a row whose cell is blank on paper; nobody holds it. */
  public static final PelaksanaCode TIDAK_TERCETAK = new PelaksanaCode("TIDAK_TERCETAK");

  public PelaksanaCode {
    checkArgument(isValid(value), "not a pelaksana code: %s", value);
  }

  public static PelaksanaCode of(String value) {
    return new PelaksanaCode(value);
  }

  /** Whether {@code value} has the form of a code: capitals, digits and underscores. */
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(PelaksanaCode other) {
    return value.compareTo(other.value);
  }

  // Written out: what the compiler gives a record is put together at run time, which each start
  // pays.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PelaksanaCode that && value.equals(that.value);
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
