package id.sop.document;

/** Writes text so that an XML reader takes it for nothing but text. */
final class Xml {
  private static final String REPLACEMENT = "\uFFFD";

  private Xml() {}

  /** {@code text} as the content of an element or of a quoted attribute. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> {
        if (isShown(point)) {
          escaped.appendCodePoint(point);
        } else {
          escaped.append(REPLACEMENT);
        }
      }
    }
  }

  /** XML forbids most control characters; marks of direction would let a text read otherwise. */
  private static boolean isShown(int point) {
    int type = Character.getType(point);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && (point & 0xFFFE) != 0xFFFE;
  }
}
