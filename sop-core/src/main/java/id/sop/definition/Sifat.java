package id.sop.definition;

import com.google.common.collect.ImmutableMap;

/** What a row is, other than one that its arrows open, that is done once, and that must be done. */
public enum Sifat {
  /** It may be skipped, with a reason: nothing is passed over in silence. */
  OPSIONAL("opsional"),
  /** It may be done several times while it is open; each time is a visit. */
  BERULANG("berulang"),
  /**
   * It arises by what happens, not by an arrow alone: somebody opens it while the case runs, as
   * when the applicant withdraws. Once open, it holds up the end like any row.
   */
  SEWAKTU_WAKTU("sewaktu-waktu"),
  /**
   * It runs along and does not hold up the end. One that is still open when the case ends lapses;
   * that is a finding, unless it is {@link #OPSIONAL} too.
   */
  LATAR("latar");

  /** By the word that stands for each in {@code sop.yaml}. */
  static final ImmutableMap<String, Sifat> WORDS = words();

  private static ImmutableMap<String, Sifat> words() {
    ImmutableMap.Builder<String, Sifat> words = ImmutableMap.builder();
    for (Sifat sifat : values()) {
      words.put(sifat.teks, sifat);
    }
    return words.buildOrThrow();
  }

  private final String teks;

  Sifat(String teks) {
    this.teks = teks;
  }

  /** The word as it is written in {@code sop.yaml}. */
  public String teks() {
    return teks;
  }
}
