package id.sop.rules.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes as text, strictly.
 *
 * @param text what could be read: all of it, or what stands before the first byte that is not UTF-8
 * @param isComplete whether that is all
 */
public record Utf8(String text, boolean isComplete) {

  /** Reads {@code bytes} up to the first that is not UTF-8. */
  public static Utf8 read(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    return new Utf8(text.toString(), !result.isError());
  }

  /** The text, when all of it could be read. */
  public Optional<String> complete() {
    return isComplete ? Optional.of(text) : Optional.empty();
  }

  /** The line at which reading stopped, from 1. */
  public int endLine() {
    return (int) text.chars().filter(c -> c == '\n').count() + 1;
  }

  /** The column at which reading stopped, from 1. */
  public int endColumn() {
    int lineStart = text.lastIndexOf('\n') + 1;
    return text.codePointCount(lineStart, text.length()) + 1;
  }
}
