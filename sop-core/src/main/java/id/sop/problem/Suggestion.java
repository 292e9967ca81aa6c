package id.sop.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The nearest known word to one that nobody knows. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The word of {@code known} nearest to {@code word}, if it is near enough to be a slip: the same
   * but for case and spacing, or at most two fifths of its letters away.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String plain = plain(word);
    return known.stream()
        .filter(
            k -> distance(plain, plain(k)) <= Math.max(plain.length(), plain(k).length()) * 2 / 5)
        .min(
            Comparator.<String>comparingInt(k -> distance(plain, plain(k)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }

  /** Levenshtein's distance, where two neighbours in the wrong order are one slip. */
  private static int distance(String a, String b) {
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
        boolean isSwapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (isSwapped) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      beforePrevious = previous;
      previous = current;
    }
    return previous[b.length()];
  }
}
