package id.sop.internal;

import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a YAML file that an author wrote into nodes that know their place. Only plain YAML is
 * taken: maps, lists and texts, in one document, in UTF-8, of bounded size and depth. Tags, anchors
 * and aliases are refused, so that what is written is what is meant and nothing can grow in the
 * reading.
 */
public final class YamlFile {
  /** The most bytes that a file may have. */
  public static final int SIZE_LIMIT = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private YamlFile() {}

  /**
   * The map that {@code bytes} hold. What is wrong is added to {@code problems}; empty only when
   * the file cannot be read as YAML, so that nothing can be said of its contents.
   */
  public static Optional<YamlMap> read(String file, byte[] bytes, Problems problems) {
    return isSmall(file, bytes.length, problems)
        ? decode(file, bytes, problems).flatMap(text -> parse(file, text, problems))
        : Optional.empty();
  }

  /** The same of {@code text}, which was a file or will be one. */
  public static Optional<YamlMap> read(String file, String text, Problems problems) {
    return isSmall(file, text.getBytes(StandardCharsets.UTF_8).length, problems)
        ? parse(file, text, problems)
        : Optional.empty();
  }

  private static boolean isSmall(String file, int bytes, Problems problems) {
    if (bytes > SIZE_LIMIT) {
      problems.add(
          Place.startOf(file),
          YamlCode.TOO_LARGE,
          Integer.toString(bytes),
          Integer.toString(SIZE_LIMIT));
      return false;
    }
    return true;
  }

  private static Optional<String> decode(String file, byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      problems.add(endOf(file, text), YamlCode.NOT_UTF8);
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private static Optional<YamlMap> parse(String file, String written, Problems problems) {
    String text = written;
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      problems.add(Place.startOf(file), YamlCode.BYTE_ORDER_MARK);
      text = text.substring(1);
    }
    return isPrintable(file, text, problems) ? compose(file, text, problems) : Optional.empty();
  }

  private static boolean isPrintable(String file, String text, Problems problems) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        problems.add(
            endOf(file, text.substring(0, i)), YamlCode.CONTROL_CHARACTER, "U+%04X".formatted(c));
        return false;
      }
    }
    return true;
  }

  private static Optional<YamlMap> compose(String file, String text, Problems problems) {
    YamlComposer composer = new YamlComposer(file, text, problems);
    try {
      return composer.compose();
    } catch (YamlEngineException e) {
      Problem problem =
          composer
              .longQuote()
              .map(place -> Problem.at(place, YamlCode.UNCLOSED_QUOTE))
              .orElseGet(() -> YamlSyntax.explain(file, text, e));
      problems.addAll(List.of(problem));
      return Optional.empty();
    }
  }

  /** The place right after {@code text}, which is how the file begins. */
  static Place endOf(String file, String text) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !crLf)) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Place(file, line, text.codePointCount(lineStart, text.length()) + 1);
  }
}
