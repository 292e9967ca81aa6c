package id.sop.internal;

/** What may be kept as text. */
public final class Unicode {
  // Letters by their type, but blank on every screen.
  private static final String HANGUL_FILLERS = "\u115F\u1160\u3164\uFFA0";

  private Unicode() {}

  /**
   * Whether {@code text} holds no half of a surrogate pair. Such a half has no form in UTF-8: it
   * would be hashed and stored as a question mark, so that two texts could pass for one another.
   */
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing of {@code text} would show on a screen. */
  public static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.CONTROL
                    || Character.getType(c) == Character.FORMAT
                    || HANGUL_FILLERS.indexOf(c) >= 0);
  }
}
