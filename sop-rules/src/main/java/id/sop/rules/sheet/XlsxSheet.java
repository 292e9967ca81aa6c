package id.sop.rules.sheet;

import id.sop.problem.Place;
import id.sop.problem.Problems;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads one sheet of an XLSX file. */
final class XlsxSheet {
  private static final Pattern NAME = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");
  // A spreadsheet program keeps a number to fifteen digits: 1.1 is stored as 1.1000000000000001.
  private static final MathContext DIGITS = new MathContext(15);

  private final String file;
  private final String name;
  private final List<String> texts;
  private final XlsxDates dates;
  private final Problems problems;
  private final Map<Integer, SortedMap<Integer, Cell>> rows = new TreeMap<>();
  private final List<Sheet.Merged> merged = new ArrayList<>();
  private int row;
  private int column;
  private boolean tooMany;

  XlsxSheet(String file, String name, List<String> texts, XlsxDates dates, Problems problems) {
    this.file = file + "#" + name;
    this.name = name;
    this.texts = texts;
    this.dates = dates;
    this.problems = problems;
  }

  Sheet read(Xml xml) throws XMLStreamException, Xlsx.Unreadable {
    while (xml.next()) {
      if (xml.opens("row")) {
        String number = xml.attribute("r");
        row = number.isEmpty() ? row + 1 : whole(number);
        column = 0;
      } else if (xml.opens("c")) {
        cell(xml);
      } else if (xml.opens("mergeCell")) {
        merge(xml.attribute("ref"));
      }
    }
    return new Sheet(name, rows, merged, (r, c) -> new Place(file, r, c));
  }

  private static int whole(String digits) throws Xlsx.Unreadable {
    if (!Pattern.matches("[1-9][0-9]{0,6}", digits)) {
      throw new Xlsx.Unreadable(SheetCode.DAMAGED, digits);
    }
    return Integer.parseInt(digits);
  }

  private record At(int row, int column) {
    static At of(String name) throws Xlsx.Unreadable {
      Matcher matcher = NAME.matcher(name);
      if (!matcher.matches()) {
        throw new Xlsx.Unreadable(SheetCode.DAMAGED, name);
      }
      int column = 0;
      for (char letter : matcher.group(1).toCharArray()) {
        column = column * 26 + letter - 'A' + 1;
      }
      return new At(Integer.parseInt(matcher.group(2)), column);
    }
  }

  private void merge(String range) throws Xlsx.Unreadable {
    int colon = range.indexOf(':');
    At from = At.of(colon < 0 ? range : range.substring(0, colon));
    At to = At.of(range.substring(colon + 1));
    if (merged.size() >= Sheet.MAX_ROWS) {
      throw new Xlsx.Unreadable(SheetCode.DAMAGED, range);
    }
    merged.add(new Sheet.Merged(from.row(), from.column(), to.row(), to.column()));
  }

  private void cell(Xml xml) throws XMLStreamException, Xlsx.Unreadable {
    String reference = xml.attribute("r");
    At at = reference.isEmpty() ? new At(row, column + 1) : At.of(reference);
    if (at.row() == 0) {
      throw new Xlsx.Unreadable(SheetCode.DAMAGED, "row");
    }
    row = at.row();
    column = at.column();
    String type = xml.attribute("t");
    boolean isDate = dates.isDate(xml.attribute("s"));
    String value = "";
    boolean computed = false;
    while (xml.next() && !xml.closes("c")) {
      if (xml.opens("f")) {
        computed = true;
      } else if (xml.opens("v")) {
        value = upTo(xml, "v");
      } else if (xml.opens("is")) {
        value = XlsxTexts.rich(xml, "is");
      }
    }
    Place place = new Place(file, row, column);
    Cell cell = cell(type, isDate, value, place);
    if (computed) {
      boolean known = !cell.isBlank() && !type.equals("e");
      problems.add(
          place, known ? SheetCode.FORMULA : SheetCode.FORMULA_FAILED, cell.name(), cell.words());
    } else if (type.equals("e")) {
      problems.add(place, SheetCode.FORMULA_FAILED, cell.name(), cell.words());
    }
    put(cell);
  }

  private static String upTo(Xml xml, String tag) throws XMLStreamException, Xlsx.Unreadable {
    StringBuilder all = new StringBuilder();
    while (xml.next() && !xml.closes(tag)) {
      all.append(xml.text());
    }
    return all.toString();
  }

  private Cell cell(String type, boolean isDate, String value, Place place) throws Xlsx.Unreadable {
    return switch (type) {
      case "s" -> cell(Cell.Kind.TEXT, shared(value), place);
      case "str" -> cell(Cell.Kind.TEXT, XlsxTexts.unescaped(value), place);
      case "inlineStr", "e" -> cell(Cell.Kind.TEXT, value, place);
      case "b" -> cell(Cell.Kind.TEXT, value.equals("1") ? "TRUE" : "FALSE", place);
      case "d" -> cell(Cell.Kind.DATE, value, place);
      case "", "n" ->
          value.isEmpty() ? cell(Cell.Kind.BLANK, "", place) : number(value, isDate, place);
      default -> throw new Xlsx.Unreadable(SheetCode.DAMAGED, type);
    };
  }

  private Cell cell(Cell.Kind kind, String text, Place place) {
    return new Cell(row, column, kind, text, offset -> place);
  }

  private String shared(String index) throws Xlsx.Unreadable {
    boolean known = Pattern.matches("[0-9]{1,7}", index) && Integer.parseInt(index) < texts.size();
    if (!known) {
      throw new Xlsx.Unreadable(SheetCode.DAMAGED, "sharedStrings");
    }
    return texts.get(Integer.parseInt(index));
  }

  private Cell number(String value, boolean isDate, Place place) throws Xlsx.Unreadable {
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new Xlsx.Unreadable(SheetCode.DAMAGED, cell(Cell.Kind.TEXT, value, place).name());
    }
    Optional<String> date = isDate ? dates.text(number) : Optional.empty();
    if (date.isPresent()) {
      return cell(Cell.Kind.DATE, date.get(), place);
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new Xlsx.Unreadable(SheetCode.DAMAGED, cell(Cell.Kind.TEXT, value, place).name());
    }
    BigDecimal shown = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
    return cell(Cell.Kind.NUMBER, shown.toPlainString(), place);
  }

  private void put(Cell cell) throws Xlsx.Unreadable {
    if (cell.isBlank()) {
      return;
    }
    if (row > Sheet.MAX_ROWS || column > Sheet.MAX_COLUMNS) {
      // Once a sheet: a file can hold a million of them.
      if (!tooMany) {
        problems.add(
            cell.place(),
            SheetCode.TOO_MANY_CELLS,
            Integer.toString(Sheet.MAX_ROWS),
            Integer.toString(Sheet.MAX_COLUMNS));
      }
      tooMany = true;
      return;
    }
    if (cell.text().length() > Csv.MAX_CELL) {
      problems.add(
          cell.place(), SheetCode.CELL_TOO_LONG, cell.name(), Integer.toString(Csv.MAX_CELL));
    }
    if (rows.computeIfAbsent(row, r -> new TreeMap<>()).put(column, cell) != null) {
      throw new Xlsx.Unreadable(SheetCode.DAMAGED, cell.name());
    }
  }
}
