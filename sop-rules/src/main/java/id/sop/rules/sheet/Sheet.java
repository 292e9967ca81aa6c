package id.sop.rules.sheet;

import com.google.common.collect.ImmutableSortedMap;
import id.sop.problem.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** One sheet of a spreadsheet file. */
public final class Sheet {
  /** The most rows that a sheet may have. */
  public static final int MAX_ROWS = 10_000;

  /** The most columns that a sheet may have. */
  public static final int MAX_COLUMNS = 256;

  private final String name;
  private final SortedMap<Integer, SortedMap<Integer, Cell>> rows;
  private final List<Merged> merged;
  private final Blanks blanks;

  /** A range of cells that were joined into one; all four bounds belong to it. */
  record Merged(int top, int left, int bottom, int right) {
    boolean covers(int row, int column) {
      return top <= row && row <= bottom && left <= column && column <= right;
    }

    boolean isWide() {
      return left < right;
    }
  }

  /** Where a cell that the file does not mention would stand. */
  interface Blanks {
    Place at(int row, int column);
  }

  Sheet(
      String name,
      Map<Integer, ? extends SortedMap<Integer, Cell>> rows,
      List<Merged> merged,
      Blanks blanks) {
    this.name = name;
    ImmutableSortedMap.Builder<Integer, SortedMap<Integer, Cell>> filled =
        ImmutableSortedMap.naturalOrder();
    rows.forEach(
        (row, cells) -> {
          if (cells.values().stream().anyMatch(c -> !c.isBlank())) {
            filled.put(row, ImmutableSortedMap.copyOfSorted(cells));
          }
        });
    this.rows = filled.buildOrThrow();
    this.merged = List.copyOf(merged);
    this.blanks = blanks;
  }

  /** The name on its tab; that of a CSV file is empty. */
  public String name() {
    return name;
  }

  /** The numbers of the rows in which something stands, from 1, ascending. */
  public List<Integer> rows() {
    return List.copyOf(rows.keySet());
  }

  /** The cells of a row in which something stands, from left to right. */
  public List<Cell> filled(int row) {
    SortedMap<Integer, Cell> cells = rows.get(row);
    return cells == null ? List.of() : cells.values().stream().filter(c -> !c.isBlank()).toList();
  }

  /** The cell itself, also when it is empty. */
  public Cell cell(int row, int column) {
    SortedMap<Integer, Cell> cells = rows.get(row);
    Cell cell = cells == null ? null : cells.get(column);
    return cell != null
        ? cell
        : new Cell(row, column, Cell.Kind.BLANK, "", offset -> blanks.at(row, column));
  }

  /** What a reader sees at this place: the cell, or the joined cells that cover it. */
  public Cell seen(int row, int column) {
    return range(row, column).map(m -> cell(m.top(), m.left())).orElseGet(() -> cell(row, column));
  }

  /** The last column, from 1, of the joined cells that cover this place; the column itself else. */
  public int lastColumn(int row, int column) {
    return range(row, column).map(Merged::right).orElse(column);
  }

  /** Whether this place belongs to cells that were joined across columns. */
  public boolean isJoinedAcross(int row, int column) {
    return range(row, column).filter(Merged::isWide).isPresent();
  }

  private Optional<Merged> range(int row, int column) {
    return merged.stream().filter(m -> m.covers(row, column)).findFirst();
  }
}
