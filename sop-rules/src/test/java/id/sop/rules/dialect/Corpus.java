package id.sop.rules.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Broken files that are written down in a resource, one below the other. */
final class Corpus {
  private static final Pattern CHARACTER = Pattern.compile("<U\\+([0-9A-F]{4,6})>");

  private Corpus() {}

  /** The files of {@code resource}, each a change of {@link BrokenFile#SOUND}. */
  static List<BrokenFile> read(String resource) {
    String[] blocks = text(resource).split("(?m)^== ");
    List<BrokenFile> files = new ArrayList<>();
    for (int i = 1; i < blocks.length; i++) {
      files.add(file(blocks[i]));
    }
    return List.copyOf(files);
  }

  private static BrokenFile file(String block) {
    String[] halves = block.split("\n--\n", -1);
    int titleEnd = halves[0].indexOf('\n');
    String[] title = halves[0].substring(0, titleEnd).split(" \\| ");
    String part = halves[0].substring(titleEnd + 1);
    String replacement = halves[1].substring(0, halves[1].length() - 1);
    return new BrokenFile(
        title[0], DialectCode.valueOf(title[1]), characters(part), characters(replacement));
  }

  private static String characters(String text) {
    return CHARACTER
        .matcher(text)
        .replaceAll(
            found ->
                java.util.regex.Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(found.group(1), 16))));
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
