package id.sop.rules.bundle;

import java.util.List;
import java.util.regex.Pattern;

/** The rules of a {@code rute.drl} as its author wrote it. */
final class RuleText {
  private static final Pattern RULE = Pattern.compile("(?m)^rule \"([^\"]+)\"");

  private RuleText() {}

  /** Their names, in file order. */
  static List<String> names(String file) {
    return RULE.matcher(file).results().map(r -> r.group(1)).toList();
  }
}
