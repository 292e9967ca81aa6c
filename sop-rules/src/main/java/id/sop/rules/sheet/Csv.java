package id.sop.rules.sheet;

import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads CSV (RFC 4180) with one separator. It keeps the place of every character, which no reader
 * at hand does: an author is shown the very word that is wrong, in a cell with quotes and line
 * breaks too.
 */
final class Csv {
  static final int MAX_CELL = 4_000;

  private final String file;
  private final String text;
  private final char separator;
  private final Problems problems = new Problems();
  private final SortedMap<Integer, SortedMap<Integer, Cell>> rows = new TreeMap<>();
  private final List<Place> rowEnds = new ArrayList<>();
  private int at;
  private int line = 1;
  private int column = 1;

  private Csv(String file, String text, char separator) {
    this.file = file;
    this.text = text;
    this.separator = separator;
  }

  record Result(Sheet sheet, List<Problem> problems) {}

  static Result read(String file, String text, char separator) {
    Csv csv = new Csv(file, text, separator);
    csv.rows();
    List<Place> ends = List.copyOf(csv.rowEnds);
    Sheet sheet =
        new Sheet(
            "",
            csv.rows,
            List.of(),
            (row, column) ->
                ends.isEmpty() ? Place.startOf(file) : ends.get(Math.min(row, ends.size()) - 1));
    return new Result(sheet, csv.problems.sorted());
  }

  private void rows() {
    if (text.startsWith("\uFEFF")) {
      at++;
    }
    // A first line that spreadsheet programs write for each other; it counts as no row.
    if (text.startsWith("sep=" + separator, at)) {
      while (at < text.length() && !isBreak()) {
        advance();
      }
      takeBreak();
    }
    while (at < text.length()) {
      if (rowEnds.size() == Sheet.MAX_ROWS) {
        tooMany();
        return;
      }
      row(rowEnds.size() + 1);
      rowEnds.add(here());
      takeBreak();
    }
  }

  private void tooMany() {
    problems.add(
        here(),
        SheetCode.TOO_MANY_CELLS,
        Integer.toString(Sheet.MAX_ROWS),
        Integer.toString(Sheet.MAX_COLUMNS));
  }

  private Place here() {
    return new Place(file, line, column);
  }

  private boolean isBreak() {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private void takeBreak() {
    if (at < text.length()) {
      advance();
    }
  }

  /** Goes on by one character; a line break of two counts as one. */
  private void advance() {
    char c = text.charAt(at);
    if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
      at++;
      c = '\n';
    }
    at += Character.charCount(text.codePointAt(at));
    if (c == '\n' || c == '\r') {
      line++;
      column = 1;
    } else {
      column++;
    }
  }

  private void row(int number) {
    SortedMap<Integer, Cell> cells = new TreeMap<>();
    int cell = 1;
    while (true) {
      Cell read = cell(number, cell);
      if (cell <= Sheet.MAX_COLUMNS) {
        cells.put(cell, read);
      } else if (!read.isBlank()) {
        tooMany();
        skipLine();
      }
      if (at >= text.length() || isBreak()) {
        break;
      }
      advance();
      cell++;
    }
    rows.put(number, cells);
  }

  private void skipLine() {
    while (at < text.length() && !isBreak()) {
      advance();
    }
  }

  private Cell cell(int row, int number) {
    int fromLine = line;
    int fromColumn = column;
    int from = at;
    StringBuilder content = new StringBuilder();
    if (at < text.length() && text.charAt(at) == '"') {
      quoted(content);
    }
    while (at < text.length() && text.charAt(at) != separator && !isBreak()) {
      int start = at;
      advance();
      content.append(text, start, at);
    }
    String raw = text.substring(from, at);
    Cell cell =
        new Cell(
            row,
            number,
            Cell.Kind.TEXT,
            content.toString(),
            offset -> place(raw, offset, fromLine, fromColumn));
    if (content.length() > MAX_CELL) {
      problems.add(cell.place(), SheetCode.CELL_TOO_LONG, cell.name(), Integer.toString(MAX_CELL));
    }
    return cell;
  }

  private void quoted(StringBuilder content) {
    Place opened = here();
    advance();
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        advance();
        if (at >= text.length() || text.charAt(at) != '"') {
          refuseAfterQuote();
          return;
        }
      }
      int start = at;
      advance();
      content.append(text, start, at);
    }
    problems.add(opened, SheetCode.QUOTE_NOT_CLOSED);
  }

  private void refuseAfterQuote() {
    while (at < text.length() && text.charAt(at) == ' ') {
      advance();
    }
    if (at < text.length() && text.charAt(at) != separator && !isBreak()) {
      problems.add(here(), SheetCode.QUOTE_STRAY);
    }
  }

  /** Where the character at {@code offset} of a cell's content stands. */
  private Place place(String raw, int offset, int fromLine, int fromColumn) {
    Csv walk = new Csv(file, raw, separator);
    walk.line = fromLine;
    walk.column = fromColumn;
    boolean quoted = raw.startsWith("\"");
    if (quoted) {
      walk.advance();
    }
    int passed = 0;
    while (passed < offset && walk.at < raw.length()) {
      if (quoted && raw.startsWith("\"\"", walk.at)) {
        walk.advance();
      }
      int start = walk.at;
      walk.advance();
      passed += walk.at - start;
    }
    return walk.here();
  }
}
