package id.sop.rules.sheet;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Which numbers of an XLSX file are dates, and which: a date is a number that its style shows as
 * one.
 *
 * @param dates by style, whether it shows a date or time
 * @param since1904 whether days are counted from 1904-01-01 and not from 1899-12-30
 */
record XlsxDates(List<Boolean> dates, boolean since1904) {
  // What a format prints as it stands, and colours and conditions; none of it makes a date.
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");
  private static final Pattern DATE_LETTER = Pattern.compile("[dmyhsDMYHS]");
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final double LAST_DAY = 2_958_465;

  XlsxDates {
    dates = List.copyOf(dates);
  }

  static List<Boolean> ofStyles(Xml xml) throws XMLStreamException, Xlsx.Unreadable {
    Set<String> formats = new HashSet<>();
    List<Boolean> dates = new ArrayList<>();
    boolean inCells = false;
    while (xml.next()) {
      inCells = xml.opens("cellXfs") || (inCells && !xml.closes("cellXfs"));
      if (xml.opens("numFmt") && isDateFormat(xml.attribute("formatCode"))) {
        formats.add(xml.attribute("numFmtId"));
      } else if (inCells && xml.opens("xf")) {
        String id = xml.attribute("numFmtId");
        dates.add(formats.contains(id) || isBuiltIn(id));
      }
    }
    return dates;
  }

  private static boolean isDateFormat(String code) {
    return DATE_LETTER.matcher(LITERAL.matcher(code).replaceAll("")).find()
        && !code.equalsIgnoreCase("General");
  }

  /** The formats that every program knows by number: dates, times, and those of other scripts. */
  private static boolean isBuiltIn(String id) {
    return Pattern.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]", id);
  }

  /** Whether a cell of this style shows a date. */
  boolean isDate(String style) {
    return Pattern.matches("[0-9]{1,6}", style)
        && Integer.parseInt(style) < dates.size()
        && dates.get(Integer.parseInt(style));
  }

  /** The date or time of day that a number stands for; empty when it is beyond all calendars. */
  Optional<String> text(double number) {
    if (!(number >= 0 && number < LAST_DAY)) {
      return Optional.empty();
    }
    if (number < 1) {
      return Optional.of(LocalTime.ofSecondOfDay((long) (number * 86_400)).toString());
    }
    return Optional.of((since1904 ? EPOCH_1904 : EPOCH).plusDays((long) number).toString());
  }
}
