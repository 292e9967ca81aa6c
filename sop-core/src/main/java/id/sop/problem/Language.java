package id.sop.problem;

/** The languages in which a problem or a refusal can be told. */
public enum Language {
  /** Indonesian, the language of the SOPs and of their authors. */
  ID("id"),
  /** English. */
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The ISO 639-1 tag, which is also the suffix of the text files. */
  public String tag() {
    return tag;
  }
}
