package id.sop.document;

/**
 * The way of an arrow through the channels between lines and the gutters between columns, in which
 * no shape ever stands. Channel {@code n} lies under line {@code n}, gutter {@code n} left of
 * column {@code n}. Of the three legs in between, any may be missing.
 *
 * @param exit where it leaves its source: bottom, left or right
 * @param first the channel that it runs along before the gutter
 * @param gutter the gutter that it runs along
 * @param second the channel that it runs along after the gutter
 * @param entry where it enters its target: top, left or right
 */
record Path(Side exit, int first, int gutter, int second, Side entry) {
  /** A leg that is missing. */
  static final int NONE = -1;

  /** A side of a shape. */
  enum Side {
    TOP,
    BOTTOM,
    LEFT,
    RIGHT;

    boolean isLateral() {
      return this == LEFT || this == RIGHT;
    }

    /** The gutter at this side of {@code column}. */
    int gutterOf(int column) {
      return this == LEFT ? column : column + 1;
    }
  }

  /** Straight down. */
  static Path straight() {
    return new Path(Side.BOTTOM, NONE, NONE, NONE, Side.TOP);
  }

  /** Down, along a channel, down. */
  static Path along(int channel) {
    return new Path(Side.BOTTOM, channel, NONE, NONE, Side.TOP);
  }

  boolean isStraight() {
    return first == NONE && gutter == NONE && second == NONE;
  }
}
