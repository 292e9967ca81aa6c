package id.sop.rules.arrow;

import id.sop.problem.Place;
import id.sop.rules.sheet.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * Rule text that remembers of each of its characters which character of which cell it came from.
 */
final class Tracked {
  private final StringBuilder text = new StringBuilder();
  private final List<Origin> origins = new ArrayList<>();

  /** A character of a cell. */
  record Origin(Cell cell, int offset) {
    Place place() {
      return cell.place(offset);
    }
  }

  /** Words that the cell does not have, but that stand for what it has at {@code offset}. */
  Tracked add(String words, Cell cell, int offset) {
    Origin origin = new Origin(cell, offset);
    text.append(words);
    for (int i = 0; i < words.length(); i++) {
      origins.add(origin);
    }
    return this;
  }

  Tracked add(String words, Cell cell) {
    return add(words, cell, 0);
  }

  Tracked add(Tracked other) {
    text.append(other.text);
    origins.addAll(other.origins);
    return this;
  }

  /** A text literal whose content begins at {@code offset} of the cell. */
  Tracked quoted(String content, Cell cell, int offset) {
    add("\"", cell, offset);
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      add(c == '"' || c == '\\' ? "\\" + c : String.valueOf(c), cell, offset + i);
    }
    return add("\"", cell, offset);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  String text() {
    return text.toString();
  }

  /** Several, with the same sign between them. */
  static Tracked join(String sign, List<Tracked> parts, Cell cell) {
    Tracked all = new Tracked();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        all.add(sign, cell);
      }
      all.add(parts.get(i));
    }
    return all;
  }

  /** The origin of what stands at {@code place} of the text. */
  Origin origin(Place place) {
    int start = 0;
    for (int line = 1; line < place.line(); line++) {
      start = text.indexOf("\n", start) + 1;
    }
    int end = text.indexOf("\n", start);
    int length = (end < 0 ? text.length() : end) - start;
    int characters = Character.codePointCount(text, start, start + length);
    int column = Math.min(place.column() - 1, characters);
    int offset = Character.offsetByCodePoints(text, start, column);
    return origins.get(Math.min(offset, origins.size() - 1));
  }
}
