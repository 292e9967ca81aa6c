package id.sop.rules.coverage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is counted when it is asked how much of the rules a suite of examples proves. */
public enum Measure {
  /** Rows that were completed. */
  BARIS,
  /** Arrows that were taken: one for each rule and each row or end that it leads to. */
  PANAH,
  /** Rules that answered. */
  ATURAN,
  /** Labels that were decided. */
  LABEL,
  /** Cells of the routing table that were asked for: every combination of facts that matters. */
  SEL,
  /** Mutants that were noticed: slips of a rule author that make an example fail. */
  MUTASI;

  /** The word by which an author names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The measure that {@code word} names. */
  public static Optional<Measure> of(String word) {
    return Stream.of(values()).filter(m -> m.word().equals(word)).findFirst();
  }
}
