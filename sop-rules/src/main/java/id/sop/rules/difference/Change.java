package id.sop.rules.difference;

import com.google.common.collect.Sets;
import id.sop.routing.RouteAnswer;
import java.util.Set;

/** One thing that a new version says otherwise than the old one. */
public sealed interface Change {

  /** What a change can be about. */
  enum Part {
    /** The identity block, the version, the order of rows and columns. */
    DOKUMEN,
    /** A role. */
    PELAKSANA,
    /** A fact that is asked for. */
    DATA,
    /** A row of the document. */
    BARIS,
    /** A rule, apart from where it leads. */
    ATURAN,
    /** A place where the paper is unclear. */
    ASUMSI
  }

  /** What an arrow says that it did not say before. */
  enum Aspect {
    /** It leads elsewhere, or was not there, or is gone. */
    TUJUAN,
    /** It leads to the same rows, which others do. */
    PELAKSANA,
    /** It leads to the same rows, which have another time. */
    TENGGAT
  }

  /**
   * Questions that are answered otherwise.
   *
   * @param where the questions
   * @param before the old answer; the reason is that of the first of the questions
   * @param after the new one, likewise
   * @param aspects in what they differ
   */
  record Routed(Where where, RouteAnswer before, RouteAnswer after, Set<Aspect> aspects)
      implements Change {
    public Routed {
      aspects = Sets.immutableEnumSet(aspects);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.routed(this);
    }
  }

  /** Something that only the new version has. */
  record Came(Part part, String name) implements Change {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.came(this);
    }
  }

  /** Something that only the old version has. */
  record Went(Part part, String name) implements Change {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.went(this);
    }
  }

  /**
   * Something that both have, in other words.
   *
   * @param field what of it, as its file names it
   * @param before the old words; empty when there were none
   * @param after the new words; empty when there are none
   */
  record Reworded(Part part, String name, String field, String before, String after)
      implements Change {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reworded(this);
    }
  }

  /** A rule with a new name, which answers the same questions in the same way. */
  record Renamed(String before, String after) implements Change {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.renamed(this);
    }
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R routed(Routed routed);

    R came(Came came);

    R went(Went went);

    R reworded(Reworded reworded);

    R renamed(Renamed renamed);
  }

  <R> R match(Cases<R> cases);
}
