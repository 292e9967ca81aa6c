package id.sop.rules.dialect;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Broken files that are written down in a resource, one below the other. */
final class Corpus {
  private static final Pattern CHARACTER = Pattern.compile("<U\\+([0-9A-F]{4,6})>");

  private Corpus() {}

  /** The files of {@code resource}, each a change of {@link BrokenFile#SOUND}. */
  static List<BrokenFile> read(String resource) {
    return Splitter.on("\n== ").splitToStream(text(resource)).skip(1).map(Corpus::file).toList();
  }

  private static BrokenFile file(String block) {
    List<String> halves = Splitter.on("\n--\n").splitToList(block.stripTrailing());
    int titleEnd = halves.get(0).indexOf('\n');
    List<String> title = Splitter.on(" | ").splitToList(halves.get(0).substring(0, titleEnd));
    return new BrokenFile(
        title.get(0),
        DialectCode.valueOf(title.get(1)),
        characters(halves.get(0).substring(titleEnd + 1)),
        characters(halves.get(1)));
  }

  private static String characters(String text) {
    return CHARACTER
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
  }

  private static String text(String resource) {
    try (InputStream in = Corpus.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError("no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
