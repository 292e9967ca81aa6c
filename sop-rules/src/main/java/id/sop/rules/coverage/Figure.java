package id.sop.rules.coverage;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * So many of so many.
 *
 * @param covered how many are covered
 * @param total how many there are; when there are none, all of them are covered
 */
public record Figure(int covered, int total) {
  public Figure {
    checkArgument(0 <= covered && covered <= total, "%s of %s", covered, total);
  }

  /** Whole per cent, rounded down: 100 only when nothing is missing. */
  public int percent() {
    return total == 0 ? 100 : (int) (100L * covered / total);
  }

  /** Such as {@code 16/17 (94 %)}, or {@code tidak ada}. */
  @Override
  public String toString() {
    return total == 0 ? "tidak ada" : covered + "/" + total + " (" + percent() + " %)";
  }
}
