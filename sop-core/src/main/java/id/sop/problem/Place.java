package id.sop.problem;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A place in a file that an author wrote.
 *
 * @param file the file as the caller named it, such as {@code sop/limapuluhkota/reses/sop.yaml}
 * @param line line, counted from 1
 * @param column column in characters, counted from 1
 */
public record Place(String file, int line, int column) {
  public Place {
    checkArgument(line >= 1 && column >= 1, "lines and columns count from 1: %s:%s", line, column);
  }

  /** The first character of {@code file}: for what is missing from a file as a whole. */
  public static Place startOf(String file) {
    return new Place(file, 1, 1);
  }

  /** {@code file:line:column}, the form that editors and terminals make clickable. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
