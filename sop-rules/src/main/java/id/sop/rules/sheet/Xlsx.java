package id.sop.rules.sheet;

import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads XLSX (ISO/IEC 29500) with the JDK alone: of a file that anybody may have made, only the
 * parts that hold texts, numbers, dates and joined cells are looked at, within limits.
 */
final class Xlsx {
  static final int MAX_UNPACKED = 64_000_000;
  private static final int MAX_PARTS = 2_000;
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

  private final String file;
  private final Map<String, byte[]> parts;
  private final Problems problems;

  private Xlsx(String file, Map<String, byte[]> parts, Problems problems) {
    this.file = file;
    this.parts = parts;
    this.problems = problems;
  }

  /** Leaves a file that cannot be read; {@code facts} fill the texts of the code. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final SheetCode code;
    private final transient List<String> facts;

    Unreadable(SheetCode code, String... facts) {
      super(code.name(), null, false, false);
      this.code = code;
      this.facts = List.of(facts);
    }
  }

  static SheetFile.Result read(String file, byte[] bytes) {
    Problems problems = new Problems();
    try {
      Xlsx xlsx = new Xlsx(file, Zip.xml(bytes, MAX_UNPACKED, MAX_PARTS), problems);
      List<Sheet> sheets = xlsx.sheets();
      if (sheets.stream().allMatch(s -> s.rows().isEmpty()) && !problems.hasErrors()) {
        problems.add(Place.startOf(file), SheetCode.NOTHING_THERE);
      }
      return new SheetFile.Result(sheets, problems.sorted());
    } catch (Unreadable e) {
      Problem problem = new Problem(e.code, Place.startOf(file), e.facts);
      return new SheetFile.Result(List.of(), List.of(problem));
    } catch (XMLStreamException e) {
      problems.add(Place.startOf(file), SheetCode.DAMAGED, "XML");
      return new SheetFile.Result(List.of(), problems.sorted());
    }
  }

  private Xml part(String name) throws XMLStreamException, Unreadable {
    byte[] bytes = parts.get(name);
    if (bytes == null) {
      throw new Unreadable(SheetCode.DAMAGED, name);
    }
    return new Xml(name, bytes);
  }

  private Optional<Xml> optionalPart(String name) throws XMLStreamException, Unreadable {
    return parts.containsKey(name) ? Optional.of(part(name)) : Optional.empty();
  }

  private List<Sheet> sheets() throws XMLStreamException, Unreadable {
    Map<String, String> targets = targets();
    Optional<Xml> strings = optionalPart("xl/sharedStrings.xml");
    List<String> texts = strings.isPresent() ? XlsxTexts.shared(strings.get()) : List.of();
    Optional<Xml> styles = optionalPart("xl/styles.xml");
    List<Boolean> dates = styles.isPresent() ? XlsxDates.ofStyles(styles.get()) : List.of();
    List<Sheet> sheets = new ArrayList<>();
    boolean since1904 = false;
    Xml workbook = part(WORKBOOK);
    while (workbook.next()) {
      if (workbook.opens("workbookPr")) {
        since1904 = isTrue(workbook.attribute("date1904"));
      } else if (workbook.opens("sheet")) {
        String name = workbook.attribute("name");
        String target = targets.get(workbook.attribute("id"));
        if (target != null) {
          XlsxDates calendar = new XlsxDates(dates, since1904);
          sheets.add(new XlsxSheet(file, name, texts, calendar, problems).read(part(target)));
        }
      }
    }
    return sheets;
  }

  static boolean isTrue(String attribute) {
    return attribute.equals("1") || attribute.equals("true");
  }

  /** The part that holds each work sheet, by relation; drawings of charts have no cells. */
  private Map<String, String> targets() throws XMLStreamException, Unreadable {
    Map<String, String> targets = new HashMap<>();
    Xml relations = part(RELATIONS);
    while (relations.next()) {
      if (relations.opens("Relationship") && relations.attribute("Type").endsWith("/worksheet")) {
        if (relations.attribute("TargetMode").equals("External")) {
          throw new Unreadable(SheetCode.DAMAGED, RELATIONS);
        }
        String target = relations.attribute("Target");
        targets.put(
            relations.attribute("Id"),
            target.startsWith("/") ? target.substring(1) : "xl/" + target);
      }
    }
    return targets;
  }
}
