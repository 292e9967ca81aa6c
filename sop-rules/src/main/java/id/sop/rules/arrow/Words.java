package id.sop.rules.arrow;

import id.sop.problem.Place;
import id.sop.problem.Problems;
import id.sop.rules.sheet.Cell;
import java.util.List;

/** Reads the words of one cell, one after the other. */
final class Words {
  private final Cell cell;
  private final List<Word> words;
  private final Problems problems;
  private int next;

  Words(Cell cell, Problems problems) {
    this.cell = cell;
    this.words = Word.of(cell);
    this.problems = problems;
  }

  /** Leaves a cell of which it is already told what is wrong. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused() {
      super(null, null, false, false);
    }
  }

  Cell cell() {
    return cell;
  }

  Word peek() {
    return peek(0);
  }

  Word peek(int ahead) {
    return words.get(Math.min(next + ahead, words.size() - 1));
  }

  Word take() {
    Word word = peek();
    if (word.kind() != Word.Kind.END) {
      next++;
    }
    return word;
  }

  boolean takeSign(String sign) {
    boolean there = peek().isSign(sign);
    if (there) {
      take();
    }
    return there;
  }

  boolean takeWord(String... any) {
    boolean there = peek().is(any);
    if (there) {
      take();
    }
    return there;
  }

  boolean atEnd() {
    return peek().kind() == Word.Kind.END;
  }

  int mark() {
    return next;
  }

  void backTo(int mark) {
    next = mark;
  }

  /** The characters from a word up to, without, the next one. */
  String between(int from, int to) {
    return cell.text().substring(from, to);
  }

  Place place(Word at) {
    return cell.place(at.from());
  }

  /** Notes what is wrong at a word; the cell's name is the first fact of all such problems. */
  Refused refuse(Word at, ArrowCode code, String... facts) {
    String[] all = new String[facts.length + 1];
    all[0] = cell.name();
    System.arraycopy(facts, 0, all, 1, facts.length);
    problems.add(place(at), code, all);
    return new Refused();
  }

  Refused expected(String what) {
    return refuse(peek(), ArrowCode.EXPECTED, what, peek().shown());
  }
}
