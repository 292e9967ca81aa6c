package id.sop.document;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is, from a fixed table: the same on every machine, whatever fonts it has. The
 * widths are those of the widest common sans-serif (DejaVu Sans), so that a text set in Arial or
 * Liberation Sans is narrower than the room kept for it.
 */
final class Typeface {
  /** Thousandths of the font size, from U+0020 to U+007E. */
  private static final int[] ASCII = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, // space to /
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, // 0 to ?
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, // @ to O
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, // P to _
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, // ` to o
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838, // p to ~
  };

  private static final int LATIN = 860;
  private static final int OTHER = 1100;
  private static final double BOLD = 1.2;

  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  private Typeface() {}

  /** The width of {@code text}, rounded up. */
  static int width(String text, int size, boolean bold) {
    long thousandths = text.codePoints().mapToLong(Typeface::thousandths).sum();
    double width = thousandths * size / 1000.0;
    return (int) Math.ceil(bold ? width * BOLD : width);
  }

  private static int thousandths(int point) {
    if (point >= ' ' && point <= '~') {
      return ASCII[point - ' '];
    }
    return point < 0x250 ? LATIN : OTHER;
  }

  /** The lines of {@code text}, none wider than {@code room}; words too long are broken. */
  static List<String> wrap(String text, int room, int size, boolean bold) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : WORDS.split(text)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, size, bold) <= room) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (width(line, size, bold) > room) {
        int fitting = fitting(line, room, size, bold);
        lines.add(line.substring(0, fitting));
        line = line.substring(fitting);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  /**
   * How many chars of a word fit, at least one code point; after a mark such as / or _ if one
   * stands late.
   */
  private static int fitting(String word, int room, int size, boolean bold) {
    int end = word.offsetByCodePoints(0, 1);
    int mark = 0;
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      if (width(word.substring(0, next), size, bold) > room) {
        break;
      }
      if ("/_-,.".indexOf(word.charAt(end - 1)) >= 0) {
        mark = end;
      }
      end = next;
    }
    return mark * 2 > end ? mark : end;
  }

  /** The widest of {@code lines}. */
  static int widest(List<String> lines, int size, boolean bold) {
    return lines.stream().mapToInt(line -> width(line, size, bold)).max().orElse(0);
  }
}
