package id.sop.rules.arrow;

import java.util.ArrayList;
import java.util.List;

/** Reads rows that a cell names. */
final class RowWords {
  private final Words words;
  private final Terms terms;
  private boolean several;

  RowWords(Words words, Terms terms) {
    this.words = words;
    this.terms = terms;
  }

  /** The next row as a text literal. */
  Tracked next() throws Words.Refused {
    words.takeWord("baris", "langkah");
    Word row = words.peek();
    if (!row.isText()) {
      throw words.expected("baris " + terms.sop().langkah().keySet().iterator().next());
    }
    words.take();
    return new Tracked().quoted(terms.rowOrText(row.text()), words.cell(), row.from());
  }

  /** Whether the last test named several rows. */
  boolean namedSeveral() {
    return several;
  }

  /** A test of <i>langkah</i>: {@code 4}, {@code 4 atau 5}, {@code selain 4 atau 5}. */
  Tracked anyOf() throws Words.Refused {
    Word first = words.peek();
    boolean except = words.takeWord("selain");
    List<Tracked> rows = new ArrayList<>(List.of(next()));
    while (words.peek().is("atau") && !words.peek(1).is("tidak", "belum", "terbuka", "pernah")) {
      words.take();
      rows.add(next());
    }
    several = rows.size() > 1;
    if (words.peek().isSign(",")) {
      // Both, or either? A sentence with a comma does not say.
      throw words.refuse(words.peek(), ArrowCode.LIST_UNCLEAR);
    }
    Tracked test = new Tracked();
    if (rows.size() == 1) {
      return test.add(except ? "langkah != " : "langkah == ", words.cell(), first.from())
          .add(rows.get(0));
    }
    return test.add(except ? "langkah not in ( " : "langkah in ( ", words.cell(), first.from())
        .add(Tracked.join(", ", rows, words.cell()))
        .add(" )", words.cell());
  }
}
