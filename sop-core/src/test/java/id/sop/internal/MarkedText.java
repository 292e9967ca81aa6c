package id.sop.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A text in which a mark shows where a problem is expected, so that no test counts lines by hand.
 *
 * @param text the text without the mark
 * @param line the line of the mark, from 1
 * @param column its column in characters, from 1
 */
public record MarkedText(String text, int line, int column) {
  public static final String MARK = "▶";

  /** Takes the mark out of {@code marked}. */
  public static MarkedText of(String marked) {
    int at = marked.indexOf(MARK);
    if (at < 0) {
      throw new IllegalArgumentException("no mark in: " + marked);
    }
    String before = marked.substring(0, at);
    int lineStart = before.lastIndexOf('\n') + 1;
    return new MarkedText(
        before + marked.substring(at + MARK.length()),
        (int) before.chars().filter(c -> c == '\n').count() + 1,
        before.codePointCount(lineStart, before.length()) + 1);
  }

  /** {@code text} with its only {@code part} replaced by {@code marked}. */
  public static MarkedText replacing(String text, String part, String marked) {
    int at = text.indexOf(part);
    if (at < 0 || text.indexOf(part, at + 1) >= 0) {
      throw new IllegalArgumentException("not exactly once in the text: " + part);
    }
    return of(text.substring(0, at) + marked + text.substring(at + part.length()));
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A text file on the class path. */
  public static String resource(String path) {
    try (InputStream in = MarkedText.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
