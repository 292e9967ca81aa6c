package id.sop.rules.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Texts of an XLSX file. */
final class XlsxTexts {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private XlsxTexts() {}

  /** The texts that cells refer to by number. */
  static List<String> shared(Xml xml) throws XMLStreamException, Xlsx.Unreadable {
    List<String> texts = new ArrayList<>();
    while (xml.next()) {
      if (xml.opens("si")) {
        texts.add(rich(xml, "si"));
      }
    }
    return texts;
  }

  /** The text up to the end of {@code tag}, its runs joined; without the reading aids of Asia. */
  static String rich(Xml xml, String tag) throws XMLStreamException, Xlsx.Unreadable {
    StringBuilder all = new StringBuilder();
    boolean isText = false;
    boolean isAid = false;
    while (xml.next() && !xml.closes(tag)) {
      isAid = xml.opens("rPh") || (isAid && !xml.closes("rPh"));
      isText = xml.opens("t") || (isText && !xml.closes("t"));
      if (isText && !isAid) {
        all.append(xml.text());
      }
    }
    return unescaped(all.toString());
  }

  /** What XML cannot hold is written by its number: {@code _x000D_} is a carriage return. */
  static String unescaped(String text) {
    Matcher escape = ESCAPE.matcher(text);
    return escape.replaceAll(
        m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }
}
