package id.sop.rules.arrow;

import id.sop.problem.Place;
import id.sop.problem.Problems;
import id.sop.problem.Suggestion;
import id.sop.rules.sheet.Cell;
import id.sop.rules.sheet.Sheet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a sheet that is a decision table: its columns, and the rows below its header. */
final class Table {
  private final Sheet sheet;
  private final int header;
  private final Map<Column, Integer> columns;

  private Table(Sheet sheet, int header, Map<Column, Integer> columns) {
    this.sheet = sheet;
    this.header = header;
    this.columns = columns;
  }

  /** How well a sheet fits: the most headings that stand in one of its rows. */
  static int fit(Sheet sheet) {
    return sheet.rows().stream().mapToInt(row -> headings(sheet, row)).max().orElse(0);
  }

  private static int headings(Sheet sheet, int row) {
    return (int)
        sheet.filled(row).stream()
            .map(Column::headedBy)
            .flatMap(Optional::stream)
            .distinct()
            .count();
  }

  /** The one table of a file; what is wrong goes to {@code problems}. */
  static Optional<Table> find(String file, List<Sheet> sheets, Problems problems) {
    List<Sheet> found = sheets.stream().filter(s -> headerRow(s).isPresent()).toList();
    if (found.isEmpty()) {
      problems.add(nearHeader(file, sheets), ArrowCode.HEADER_MISSING, Column.list());
      return Optional.empty();
    }
    if (found.size() > 1) {
      // A second one may be an old copy, or hidden: which of them is in force is not ours to guess.
      Sheet second = found.get(1);
      problems.add(
          second.cell(headerRow(second).orElseThrow(), 1).place(),
          ArrowCode.TWO_TABLES,
          found.get(0).name(),
          second.name());
      return Optional.empty();
    }
    return Optional.of(of(found.get(0), problems));
  }

  private static Optional<Integer> headerRow(Sheet sheet) {
    return sheet.rows().stream().filter(row -> isHeader(sheet, row)).findFirst();
  }

  private static boolean isHeader(Sheet sheet, int row) {
    List<Column> headed =
        sheet.filled(row).stream().map(Column::headedBy).flatMap(Optional::stream).toList();
    return headed.contains(Column.DARI) && headed.contains(Column.KE);
  }

  /** Where the header is missing: in the row that comes nearest to one. */
  private static Place nearHeader(String file, List<Sheet> sheets) {
    for (Sheet sheet : sheets) {
      int best = fit(sheet);
      for (int row : sheet.rows()) {
        if (headings(sheet, row) == best) {
          return sheet.filled(row).get(0).place();
        }
      }
    }
    return Place.startOf(file);
  }

  private static Table of(Sheet sheet, Problems problems) {
    int header = headerRow(sheet).orElseThrow();
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    for (Cell cell : sheet.filled(header)) {
      Optional<Column> column = Column.headedBy(cell);
      if (column.isEmpty()) {
        problems.add(
            cell.place(),
            ArrowCode.COLUMN_UNKNOWN,
            cell.name(),
            cell.words(),
            Suggestion.nearest(cell.words(), Column.names()).orElseGet(Column::list));
      } else if (columns.putIfAbsent(column.get(), cell.column()) != null) {
        problems.add(cell.place(), ArrowCode.COLUMN_TWICE, cell.name(), column.get().heading());
      }
    }
    if (!columns.containsKey(Column.DASAR_HUKUM)) {
      problems.add(sheet.filled(header).get(0).place(), ArrowCode.HEADER_MISSING, "dasar hukum");
    }
    Table table = new Table(sheet, header, columns);
    table.rows().forEach(row -> table.checkStrays(row, problems));
    return table;
  }

  /** What stands under no heading would be left out unseen. */
  private void checkStrays(int row, Problems problems) {
    for (Cell cell : sheet.filled(row)) {
      boolean headed = !sheet.cell(header, cell.column()).isBlank();
      if (!headed) {
        problems.add(cell.place(), ArrowCode.STRAY_CELL, cell.name(), cell.words());
      } else if (sheet.isJoinedAcross(row, cell.column())) {
        problems.add(cell.place(), ArrowCode.JOINED_ACROSS, cell.name());
      }
    }
  }

  /** The rows below the header in which something stands. */
  List<Integer> rows() {
    return sheet.rows().stream().filter(row -> row > header).toList();
  }

  boolean has(Column column) {
    return columns.containsKey(column);
  }

  /** What a reader sees there, also through joined cells; blank when there is no such column. */
  Cell cell(int row, Column column) {
    return sheet.seen(row, columns.getOrDefault(column, Sheet.MAX_COLUMNS + 1));
  }

  /** The cell of this very row at which problems of the row as a whole are told. */
  Cell own(int row) {
    return sheet.cell(row, columns.getOrDefault(Column.DARI, 1));
  }

  Place headerPlace() {
    return sheet.filled(header).get(0).place();
  }
}
