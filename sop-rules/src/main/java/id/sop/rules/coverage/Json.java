package id.sop.rules.coverage;

import java.util.List;
import java.util.Map;

/** Writes JSON on one line, its keys in the order of the map. */
final class Json {
  private Json() {}

  /** The text of maps, lists, texts, whole numbers and truth values. */
  static String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value);
    return out.toString();
  }

  private static void write(StringBuilder out, Object value) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      map.forEach(
          (key, one) -> {
            comma(out, '{');
            text(out, key.toString());
            out.append(':');
            write(out, one);
          });
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (Object one : list) {
        comma(out, '[');
        write(out, one);
      }
      out.append(']');
    } else if (value instanceof Integer || value instanceof Boolean) {
      out.append(value);
    } else {
      text(out, value.toString());
    }
  }

  private static void comma(StringBuilder out, char opening) {
    if (out.charAt(out.length() - 1) != opening) {
      out.append(',');
    }
  }

  private static void text(StringBuilder out, String text) {
    out.append('"');
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16));
                out.append(Character.forDigit(c & 15, 16));
              } else {
                out.append((char) c);
              }
            });
    out.append('"');
  }
}
