package id.sop.rules.sheet;

import id.sop.problem.Place;
import java.util.Locale;
import java.util.regex.Pattern;

/** One cell of a sheet, also an empty one: what stands in it, and where it stands. */
public final class Cell {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private final int row;
  private final int column;
  private final Kind kind;
  private final String text;
  private final Places places;

  /** What a cell holds. */
  public enum Kind {
    /** Nothing, or nothing but spaces. */
    BLANK,
    /** Text; in a CSV file all cells are text. */
    TEXT,
    /** A number; its text has no grouping, a dot before decimals and no superfluous zeros. */
    NUMBER,
    /** A date or a time of day; its text is ISO 8601, which its author did not write. */
    DATE
  }

  /** Where a character of a cell stands in its file. */
  interface Places {
    Place at(int offset);
  }

  Cell(int row, int column, Kind kind, String text, Places places) {
    this.row = row;
    this.column = column;
    this.kind = SPACES.matcher(text).replaceAll("").isEmpty() ? Kind.BLANK : kind;
    this.text = text;
    this.places = places;
  }

  /** Its row, from 1, as a spreadsheet program counts. */
  public int row() {
    return row;
  }

  /** Its column, from 1. */
  public int column() {
    return column;
  }

  /** What it holds. */
  public Kind kind() {
    return kind;
  }

  /** Its text, with all spaces and line breaks that stand in it. */
  public String text() {
    return text;
  }

  /** Its text on one line: without spaces at its ends, and with single ones inside. */
  public String words() {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  /** {@link #words()} in lower case, as a reader compares them. */
  public String plain() {
    return words().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing stands in it. */
  public boolean isBlank() {
    return kind == Kind.BLANK;
  }

  /** Where it stands in its file. */
  public Place place() {
    return places.at(0);
  }

  /**
   * Where the character at {@code offset} of its text stands: in a CSV file the character itself,
   * in an XLSX file the cell.
   */
  public Place place(int offset) {
    return places.at(Math.max(0, Math.min(offset, text.length())));
  }

  /** Its name as a spreadsheet program shows it, such as {@code C7}. */
  public String name() {
    return columnName(column) + row;
  }

  /** The name of a column, from 1: {@code A}, {@code Z}, {@code AA}. */
  public static String columnName(int column) {
    StringBuilder name = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      name.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return name.toString();
  }

  @Override
  public String toString() {
    return name() + " " + words();
  }
}
