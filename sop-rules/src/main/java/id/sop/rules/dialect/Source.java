package id.sop.rules.dialect;

import com.google.common.hash.Hashing;
import id.sop.problem.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text of a rule file, and where in it a character stands. */
final class Source {
  private final String file;
  private final String text;
  private final int[] lineStarts;

  Source(String file, String text) {
    this.file = file;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[text.length() + 1];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      boolean newline =
          text.charAt(i) == '\n'
              || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (newline) {
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  /** The file without its folders. */
  String simpleName() {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  String text() {
    return text;
  }

  int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Where the line of {@code offset} ends: before its line feed, or the file's end. */
  int lineEnd(int offset) {
    int line = line(offset);
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > offset && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  /** The place of the character at {@code offset}; columns count characters, not bytes. */
  Place place(int offset) {
    int line = line(offset);
    return new Place(file, line, text.codePointCount(lineStarts[line - 1], offset) + 1);
  }

  /** SHA-256 over a part of the text, the same whatever the line endings. */
  String digest(int from, int to) {
    String part = text.substring(from, to).replace("\r\n", "\n").replace('\r', '\n');
    return Hashing.sha256().hashString(part, StandardCharsets.UTF_8).toString();
  }
}
