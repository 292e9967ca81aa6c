package id.sop.internal;

import com.google.common.collect.ImmutableList;
import id.sop.problem.Suggestion;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What to offer for words that are not known. Comparing costs time, and whoever has that many words
 * wrong did not misspell them: so only the first few are compared, and only short ones.
 */
public final class Nearest {
  private static final int LISTED = 30;
  private static final int COMPARED_WORDS = 100;
  private static final int COMPARED_LENGTH = 64;

  private final ImmutableList<String> known;
  private int compared;

  private Nearest(Collection<String> known) {
    this.known = ImmutableList.copyOf(known);
  }

  /** Offers made from {@code known}, for all unknown words of one file. */
  public static Nearest among(Collection<String> known) {
    return new Nearest(known);
  }

  /** The nearest of {@code known}, or, when none is near, the first of them all. */
  public static String of(String word, Collection<String> known) {
    return among(known).to(word);
  }

  /** The nearest known word, or, when none is near, the first of them all. */
  public String to(String word) {
    if (word.length() <= COMPARED_LENGTH && compared < COMPARED_WORDS) {
      compared++;
      return Suggestion.nearest(word, known).orElseGet(this::list);
    }
    return list();
  }

  private String list() {
    return known.stream().limit(LISTED).collect(Collectors.joining(", "));
  }
}
