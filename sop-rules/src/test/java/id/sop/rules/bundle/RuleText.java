package id.sop.rules.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One rule of a {@code rute.drl} as its author wrote it, and what becomes of the file when it is
 * spoilt.
 *
 * @param file the whole text
 * @param start where the rule begins in it
 * @param end where the next one begins
 * @param name its name
 */
record RuleText(String file, int start, int end, String name) {
  private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]+)\".*?^end$\\n?");
  private static final Pattern CHAIN = Pattern.compile("rute\\.[^;]*;");
  private static final Pattern TARGET = Pattern.compile("ke\\(\"([^\"]+)\"\\)");
  private static final Pattern TIME = Pattern.compile("\\.selama\\(\"[^\"]+\"\\)");

  static List<RuleText> of(String file) {
    List<RuleText> rules = new ArrayList<>();
    Matcher rule = RULE.matcher(file);
    while (rule.find()) {
      rules.add(new RuleText(file, rule.start(), rule.end(), rule.group(1)));
    }
    return List.copyOf(rules);
  }

  String text() {
    return file.substring(start, end);
  }

  /** The line on which it begins, from 1. */
  int firstLine() {
    return lineOf(start);
  }

  /** The line of its {@code end}. */
  int lastLine() {
    return lineOf(end - 1);
  }

  private int lineOf(int offset) {
    return (int) file.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }

  /** The row that it leads to; empty when it ends the case. */
  Optional<String> target() {
    Matcher target = TARGET.matcher(text());
    return target.find() ? Optional.of(target.group(1)) : Optional.empty();
  }

  /** Whether it says how long the row that it leads to may take. */
  boolean givesTime() {
    return TIME.matcher(text()).find();
  }

  /** The file without it. */
  String deleted() {
    return file.substring(0, start) + file.substring(end);
  }

  /** The file in which it leads to {@code row}, to whoever does that row. */
  String retargeted(String row) {
    return file.substring(0, start) + leadingTo(row) + file.substring(end);
  }

  /** The file in which it stands a second time, under another name and leading to {@code row}. */
  String doubled(String row) {
    String second = leadingTo(row).replace(name, name + ", sekali lagi");
    return file.substring(0, end) + "\n" + second + file.substring(end);
  }

  /** The file with {@code letters} added at the first end of {@code group} 1 of {@code word}. */
  Optional<Misspelt> misspelt(Pattern word, String letters) {
    Matcher found = word.matcher(text());
    if (!found.find()) {
      return Optional.empty();
    }
    int slip = start + found.end(1);
    return Optional.of(
        new Misspelt(file.substring(0, slip) + letters + file.substring(slip), lineOf(slip)));
  }

  /**
   * A file with a slip.
   *
   * @param line where the slip is, from 1
   */
  record Misspelt(String file, int line) {}

  private String leadingTo(String row) {
    Matcher time = TIME.matcher(text());
    String chain = "rute.ke(\"" + row + "\")" + (time.find() ? time.group() : "") + ";";
    return CHAIN.matcher(text()).replaceFirst(Matcher.quoteReplacement(chain));
  }
}
