package id.sop.routing;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Whole numbers from {@code from} to {@code to}, both included. Dates are counted in days from
 * 1970-01-01.
 */
public record Range(long from, long to) {
  public Range {
    checkArgument(from <= to, "an empty range: %s..%s", from, to);
  }

}
