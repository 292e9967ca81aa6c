package id.sop.rules.arrow;

import id.sop.definition.Pelaksana;
import java.util.List;

/** Reads roles that a cell names, by code, by name or by alias. */
final class Roles {
  private static final int MOST_WORDS = 8;

  private final Words words;
  private final Terms terms;

  Roles(Words words, Terms terms) {
    this.words = words;
    this.terms = terms;
  }

  /** The next role as a text literal; names may have several words, so the longest that fits. */
  Tracked next() throws Words.Refused {
    Word first = words.peek();
    if (!first.isText()) {
      throw words.expected(terms.sop().pelaksana().keySet().iterator().next().value());
    }
    int mark = words.mark();
    for (int length = MOST_WORDS; length >= 1; length--) {
      words.backTo(mark);
      Word last = first;
      for (int i = 0; i < length; i++) {
        last = words.take();
      }
      List<Pelaksana> found =
          !last.isText() && !last.isSign(")")
              ? List.of()
              : terms.roles(words.between(first.from(), last.to()));
      if (found.size() > 1) {
        throw words.refuse(
            first,
            ArrowCode.ROLE_AMBIGUOUS,
            words.between(first.from(), last.to()),
            String.join(", ", found.stream().map(p -> p.code().value()).toList()));
      }
      if (found.size() == 1) {
        return new Tracked().quoted(found.get(0).code().value(), words.cell(), first.from());
      }
    }
    words.backTo(mark);
    return unknown(first);
  }

  /** What stands up to the next comma or the like, for the gate to tell that nobody knows it. */
  private Tracked unknown(Word first) {
    Word last = words.take();
    while (words.peek().isText() && !words.peek().is("atau", "dan")) {
      last = words.take();
    }
    String text = words.between(first.from(), last.to()).replaceAll("[\\s\"“”]+", " ").strip();
    return new Tracked().quoted(text, words.cell(), first.from());
  }
}
