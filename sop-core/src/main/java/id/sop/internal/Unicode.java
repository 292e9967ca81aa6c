package id.sop.internal;

/** What may be kept as text. */
public final class Unicode {
  private Unicode() {}

  /**
   * Whether {@code text} holds no half of a surrogate pair. Such a half has no form in UTF-8: it
   * would be hashed and stored as a question mark, so that two texts could pass for one another.
   */
  public static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
