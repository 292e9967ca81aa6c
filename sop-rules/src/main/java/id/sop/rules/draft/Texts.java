package id.sop.rules.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts of cells as a bundle can keep them. */
final class Texts {
  private static final int MOST_ITEMS = 100;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  // Letters by their type, but blank on every screen.
  private static final String HANGUL_FILLERS = "\u115F\u1160\u3164\uFFA0";
  private static final Pattern BULLET = Pattern.compile("^(?:[-•–*]|[0-9]{1,2}[.)]|[a-z][.)])\\s+");

  private Texts() {}

  /** On one line, without what no screen shows. */
  static String clean(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(Texts::isShown)
        .forEach(shown::appendCodePoint);
    return SPACES.matcher(shown).replaceAll(" ").strip();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> HANGUL_FILLERS.indexOf(c) < 0;
    };
  }

  /** In lower case, words only, as headings are compared. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }

  /**
   * The items of a cell: apart by commas, semicolons and line breaks, but not within parentheses;
   * each once. A dash alone is nothing. A cell with very many is kept as the text that it is.
   */
  static List<String> items(String cell) {
    Set<String> items = new LinkedHashSet<>();
    StringBuilder item = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
      boolean ends = c == '\n' || c == '\r' || (depth == 0 && (c == ',' || c == ';'));
      if (ends) {
        add(items, item.toString());
        item.setLength(0);
      } else {
        item.append(c);
      }
    }
    add(items, item.toString());
    return items.size() > MOST_ITEMS ? List.of(clean(cell)) : List.copyOf(items);
  }

  private static void add(Set<String> items, String text) {
    String item = BULLET.matcher(clean(text)).replaceFirst("");
    if (!isNothing(item)) {
      items.add(item);
    }
  }

  /** Whether a cell says that there is nothing: it is empty, or holds a dash. */
  static boolean isNothing(String text) {
    return clean(text).matches("[-–—.]*");
  }

  /** Not longer than {@code most} characters, cut with dots. */
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 3;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }
}
