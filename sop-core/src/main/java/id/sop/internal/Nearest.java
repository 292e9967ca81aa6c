package id.sop.internal;

import id.sop.problem.Suggestion;
import java.util.Collection;
import java.util.stream.Collectors;

/** What to offer for a word that is not known. */
public final class Nearest {
  private static final int ENOUGH = 30;

  private Nearest() {}

  /** The nearest of {@code known}, or, when none is near, the first of them all. */
  public static String of(String word, Collection<String> known) {
    return Suggestion.nearest(word, known)
        .orElseGet(() -> known.stream().limit(ENOUGH).collect(Collectors.joining(", ")));
  }
}
