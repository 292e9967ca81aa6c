package id.sop.rules.arrow;

import id.sop.problem.Problems;
import id.sop.rules.sheet.Cell;
import java.util.HashMap;
import java.util.Map;

/** Names of the rules: as their author gave them, or else made from what the row says. */
final class Names {
  private static final int LONGEST = 150;

  private final Table table;
  private final Problems problems;
  private final Map<String, Cell> taken = new HashMap<>();

  Names(Table table, Problems problems) {
    this.table = table;
    this.problems = problems;
    table.rows().forEach(this::take);
  }

  private void take(int row) {
    Cell given = table.cell(row, Column.ATURAN);
    if (given.isBlank()) {
      return;
    }
    Cell first = taken.putIfAbsent(given.plain(), given);
    if (first != null) {
      problems.add(given.place(), ArrowCode.NAME_TWICE, given.name(), given.words(), first.name());
    }
  }

  /** The name of the rule that {@code row} is. */
  String of(int row) {
    Cell given = table.cell(row, Column.ATURAN);
    return given.isBlank() ? made(row) : given.words();
  }

  private String made(int row) {
    String label = words(row, Column.KEPUTUSAN, " %s");
    String syarat = words(row, Column.SYARAT, " (%s)");
    String full = words(row, Column.DARI, "%s") + label + syarat + words(row, Column.KE, ": ke %s");
    String name = full.length() <= LONGEST ? full : full.substring(0, LONGEST - 3) + "...";
    String unique = name;
    for (int i = 2;
        taken.putIfAbsent(unique.toLowerCase(java.util.Locale.ROOT), table.own(row)) != null;
        i++) {
      unique = name + " [" + i + "]";
    }
    return unique;
  }

  private String words(int row, Column column, String form) {
    Cell cell = table.cell(row, column);
    return cell.isBlank()
        ? ""
        : form.formatted(cell.words())
            .replace(": ke selesai", ": selesai")
            .replace(": ke tunggu", ": tunggu");
  }
}
