package id.sop.rules.arrow;

import id.sop.definition.StepId;
import id.sop.problem.Problems;
import id.sop.rules.sheet.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one row of a decision table as one rule. */
final class Arrow {
  private static final List<Column> WORDED =
      List.of(
          Column.DARI,
          Column.KEPUTUSAN,
          Column.SYARAT,
          Column.KE,
          Column.OLEH,
          Column.WAKTU,
          Column.DASAR_HUKUM,
          Column.BARIS);

  private final Table table;
  private final int row;
  private final Terms terms;
  private final Problems problems;

  Arrow(Table table, int row, Terms terms, Problems problems) {
    this.table = table;
    this.row = row;
    this.terms = terms;
    this.problems = problems;
  }

  /** The rule; empty when something is wrong, which the problems have been told. */
  Optional<Tracked> rule(String name) {
    Problems own = new Problems();
    checkCells(own);
    Optional<Tracked> when = Optional.empty();
    Optional<Tracked> then = Optional.empty();
    if (!own.hasErrors()) {
      when = when(own);
      then = then(own);
    }
    problems.addAll(own.sorted());
    if (when.isEmpty() || then.isEmpty()) {
      return Optional.empty();
    }
    Tracked rule = new Tracked();
    Cell here = table.own(row);
    Cell named = cell(Column.ATURAN).isBlank() ? here : cell(Column.ATURAN);
    rule.add("rule ", here).quoted(name, named, 0).add("\n", here);
    annotation(rule, "baris", printedRow(), cell(Column.BARIS));
    annotation(rule, "dasarHukum", cell(Column.DASAR_HUKUM).words(), cell(Column.DASAR_HUKUM));
    if (!cell(Column.KETERANGAN).isBlank()) {
      annotation(rule, "keterangan", cell(Column.KETERANGAN).words(), cell(Column.KETERANGAN));
    }
    rule.add("when\n", here).add(when.get());
    rule.add("then\n", here).add("rute", cell(Column.KE)).add(then.get());
    if (!cell(Column.KARENA).isBlank()) {
      Cell karena = cell(Column.KARENA);
      rule.add(".karena(", karena).quoted(karena.words(), karena, 0).add(")", karena);
    }
    return Optional.of(rule.add(";\nend\n", here));
  }

  private Cell cell(Column column) {
    return table.cell(row, column);
  }

  private void annotation(Tracked rule, String name, String content, Cell cell) {
    Cell at = cell.isBlank() ? table.own(row) : cell;
    rule.add("@" + name + "(", at).quoted(content, at, 0).add(")\n", at);
  }

  private void checkCells(Problems own) {
    for (Column column : List.of(Column.DARI, Column.KE, Column.DASAR_HUKUM)) {
      Cell cell = cell(column);
      if (table.has(column) && cell.isBlank()) {
        own.add(cell.place(), ArrowCode.CELL_MISSING, cell.name(), column.heading());
      }
    }
    for (Column column : WORDED) {
      Cell cell = cell(column);
      boolean decimal =
          cell.kind() == Cell.Kind.NUMBER
              && cell.text().contains(".")
              && terms.row(cell.text()).isEmpty();
      if (cell.kind() == Cell.Kind.DATE || decimal) {
        own.add(cell.place(), ArrowCode.CELL_CONVERTED, cell.name(), cell.words());
      }
    }
  }

  /** The row of the paper: as the table says, else the row left, and at the start the first one. */
  private String printedRow() {
    Cell baris = cell(Column.BARIS);
    if (!baris.isBlank()) {
      return terms.rowOrText(baris.words());
    }
    Words words = new Words(cell(isStart() ? Column.KE : Column.DARI), new Problems());
    words.takeWord("selain");
    words.takeWord("baris", "langkah");
    Optional<StepId> named = terms.row(words.peek().text());
    return named.orElse(terms.sop().langkah().keySet().iterator().next()).value();
  }

  private boolean isStart() {
    return cell(Column.DARI).plain().equals("mulai");
  }

  private Optional<Tracked> when(Problems own) {
    Optional<Syarat.Read> asked = Syarat.read(cell(Column.SYARAT), terms, own);
    try {
      Tracked trigger = trigger(asked.map(Syarat.Read::ofTrigger).orElse(List.of()), own);
      if (asked.isEmpty()) {
        return Optional.empty();
      }
      for (Tracked pattern : asked.get().patterns()) {
        trigger.add(pattern).add("\n", table.own(row));
      }
      return Optional.of(trigger);
    } catch (Words.Refused told) {
      return Optional.empty();
    }
  }

  private Tracked trigger(List<Tracked> constraints, Problems own) throws Words.Refused {
    Cell dari = cell(Column.DARI);
    Cell keputusan = cell(Column.KEPUTUSAN);
    if (isStart()) {
      if (!keputusan.isBlank()) {
        own.add(
            keputusan.place(),
            ArrowCode.CELL_UNWANTED,
            keputusan.name(),
            keputusan.words(),
            dari.words());
        throw new Words.Refused();
      }
      if (!constraints.isEmpty()) {
        Cell syarat = cell(Column.SYARAT);
        own.add(
            syarat.place(), ArrowCode.CELL_UNWANTED, syarat.name(), syarat.words(), dari.words());
        throw new Words.Refused();
      }
      return new Tracked().add("Mulai()\n", dari);
    }
    Words words = new Words(dari, own);
    List<Tracked> all = new ArrayList<>();
    words.takeWord("baris", "langkah");
    all.add(new RowWords(words, terms).anyOf());
    if (!words.atEnd()) {
      throw words.expected("atau");
    }
    if (!keputusan.isBlank()) {
      all.add(labels(new Words(keputusan, own)));
    }
    all.addAll(constraints);
    // Where a label is missing, this is the cell in which it is missing.
    Cell asking = table.has(Column.KEPUTUSAN) ? keputusan : dari;
    return new Tracked()
        .add("Selesai( ", asking)
        .add(Tracked.join(", ", all, dari))
        .add(" )\n", dari);
  }

  private Tracked labels(Words words) throws Words.Refused {
    Word first = words.peek();
    boolean except = words.takeWord("selain", "bukan");
    List<Tracked> labels = new ArrayList<>();
    do {
      labels.add(label(words));
    } while (words.takeWord("atau"));
    if (words.peek().isSign(",")) {
      throw words.refuse(words.peek(), ArrowCode.LIST_UNCLEAR);
    }
    if (!words.atEnd()) {
      throw words.expected("atau");
    }
    Tracked test = new Tracked().add("keputusan ", words.cell(), first.from());
    if (labels.size() == 1) {
      return test.add(except ? "!= " : "== ", words.cell(), first.from()).add(labels.get(0));
    }
    return test.add(except ? "not in ( " : "in ( ", words.cell(), first.from())
        .add(Tracked.join(", ", labels, words.cell()))
        .add(" )", words.cell());
  }

  private Tracked label(Words words) throws Words.Refused {
    Word first = words.peek();
    if (!first.isText()) {
      throw words.expected("YA / TIDAK");
    }
    Word last = words.take();
    while (words.peek().isText() && !words.peek().is("atau")) {
      last = words.take();
    }
    String text = terms.labelOrText(words.between(first.from(), last.to()).strip());
    return new Tracked().quoted(text, words.cell(), first.from());
  }

  private Optional<Tracked> then(Problems own) {
    try {
      return Optional.of(
          new Goal(terms, own).read(cell(Column.KE), cell(Column.OLEH), cell(Column.WAKTU)));
    } catch (Words.Refused told) {
      return Optional.empty();
    }
  }
}
