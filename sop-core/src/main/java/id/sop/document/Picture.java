package id.sop.document;

import java.util.List;
import java.util.Optional;

/**
 * A drawing as geometry: what stands where, in units of which a page is about a thousand wide.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param rules the lines of the table
 * @param texts what stands in the table
 * @param shapes the symbols
 * @param links the lines that join the symbols of one row
 * @param bars where arrows part and meet
 * @param wires the arrows
 */
record Picture(
    int width,
    int height,
    List<Rule> rules,
    List<Text> texts,
    List<Shape> shapes,
    List<Link> links,
    List<Bar> bars,
    List<Wire> wires) {

  record Point(int x, int y) {}

  /** A rectangle, from its upper left corner. */
  record Box(int x, int y, int width, int height) {
    int middle() {
      return x + width / 2;
    }

    int centre() {
      return y + height / 2;
    }

    int right() {
      return x + width;
    }

    int bottom() {
      return y + height;
    }
  }

  /** A line of the table. */
  record Rule(Point from, Point to, boolean strong) {}

  /** How a text is set. */
  enum Ink {
    TITLE(15, true, 19),
    SUBTITLE(10, false, 14),
    HEAD(9, true, 12),
    CELL(9, false, 12),
    NUMBER(9, true, 11),
    LABEL(8, false, 10),
    NOTE(7, false, 9);

    private final int size;
    private final boolean bold;
    private final int leading;

    Ink(int size, boolean bold, int leading) {
      this.size = size;
      this.bold = bold;
      this.leading = leading;
    }

    int size() {
      return size;
    }

    boolean bold() {
      return bold;
    }

    /** From one line to the next. */
    int leading() {
      return leading;
    }

    List<String> wrap(String text, int room) {
      return Typeface.wrap(text, room, size, bold);
    }

    int widest(List<String> lines) {
      return Typeface.widest(lines, size, bold);
    }
  }

  /** Lines of text, centred in a box or beginning at its left. */
  record Text(Box box, boolean centred, Ink ink, List<String> lines) {}

  /**
   * A symbol.
   *
   * @param title what a screen reader or a pointer at it tells
   */
  record Shape(Node.Kind kind, Box box, Optional<Mark> mark, String title, List<Text> texts) {}

  /** A horizontal line between two symbols of one row. */
  record Link(Point from, Point to, boolean dashed, boolean pointed) {}

  /** A horizontal bar. */
  record Bar(int from, int to, int y) {}

  /**
   * An arrow.
   *
   * @param pointed whether it ends in a point; one that ends at a bar is continued by another
   */
  record Wire(
      List<Point> points,
      boolean pointed,
      Optional<Mark> mark,
      String title,
      Optional<Text> label) {}
}
