package id.sop.rules.arrow;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.problem.Problems;
import id.sop.problem.Suggestion;
import id.sop.rules.sheet.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the column <i>syarat</i>: sentences apart by semicolons, in each of them conditions joined
 * by <i>dan</i>. What two readers could take differently is refused, with the way to write it.
 */
final class Syarat {
  private static final List<String> KEYWORDS = List.of("terbuka", "pernah", "kunjungan", "oleh");

  private final Words words;
  private final Values values;
  private final Terms terms;
  private final List<Tracked> ofTrigger = new ArrayList<>();
  private final List<Tracked> patterns = new ArrayList<>();

  private Syarat(Cell cell, Terms terms, Problems problems) {
    this.words = new Words(cell, problems);
    this.values = new Values(words);
    this.terms = terms;
  }

  /**
   * What a cell asks.
   *
   * @param ofTrigger of the row just completed
   * @param patterns of everything else, each a line of a rule's <i>when</i>
   */
  record Read(List<Tracked> ofTrigger, List<Tracked> patterns) {}

  /** Empty when something is wrong, which {@code problems} has been told. */
  static Optional<Read> read(Cell cell, Terms terms, Problems problems) {
    Syarat syarat = new Syarat(cell, terms, problems);
    try {
      syarat.sentences();
      return Optional.of(new Read(syarat.ofTrigger, syarat.patterns));
    } catch (Words.Refused told) {
      return Optional.empty();
    }
  }

  private Cell cell() {
    return words.cell();
  }

  private Tracked said(String text, Word at) {
    return new Tracked().add(text, cell(), at.from());
  }

  private void sentences() throws Words.Refused {
    while (!words.atEnd()) {
      sentence();
      if (!words.atEnd() && !words.takeSign(";")) {
        throw words.expected("; / dan");
      }
    }
  }

  private void sentence() throws Words.Refused {
    List<Tracked> ofData = new ArrayList<>();
    Word first = words.peek();
    int alternatives = 0;
    int items = 0;
    do {
      alternatives += item(ofData) ? 1 : 0;
      items++;
      if (words.peek().is("atau")) {
        throw words.refuse(words.peek(), ArrowCode.EITHER_ROW);
      }
    } while (words.takeWord("dan", "serta"));
    if (alternatives > 0 && items > 1) {
      throw words.refuse(first, ArrowCode.AND_OR);
    }
    if (!ofData.isEmpty()) {
      patterns.add(data("Data( ", first, ofData));
    }
  }

  private Tracked data(String opening, Word at, List<Tracked> constraints) {
    return said(opening, at).add(Tracked.join(", ", constraints, cell())).add(" )", cell());
  }

  /** One condition; true when it has alternatives that a following <i>dan</i> could belong to. */
  private boolean item(List<Tracked> ofData) throws Words.Refused {
    Word first = words.peek();
    boolean negated = words.takeWord("tidak", "bukan", "belum");
    if (words.peek().is("terbuka", "pernah")) {
      rows(first, negated);
      return false;
    }
    if (negated && words.peek().is("kunjungan", "oleh")) {
      throw words.expected("terbuka / pernah");
    }
    if (negated) {
      patterns.add(data("not Data( ", first, negatedData()));
      return false;
    }
    if (words.peek().is("kunjungan")) {
      return ofTrigger("kunjungan", Optional.empty());
    }
    if (words.peek().is("oleh")) {
      return ofTrigger("oleh", Optional.of(new Roles(words, terms)));
    }
    return comparison(ofData);
  }

  private List<Tracked> negatedData() throws Words.Refused {
    List<Tracked> constraints = new ArrayList<>();
    if (!words.takeSign("(")) {
      comparison(constraints);
      return constraints;
    }
    boolean alternatives = false;
    do {
      alternatives |= comparison(constraints);
    } while (words.takeWord("dan", "serta"));
    if (alternatives && constraints.size() > 1) {
      throw words.refuse(words.peek(), ArrowCode.AND_OR);
    }
    if (!words.takeSign(")")) {
      throw words.expected(")");
    }
    return constraints;
  }

  private void rows(Word first, boolean negated) throws Words.Refused {
    Word keyword = words.take();
    boolean open = keyword.is("terbuka");
    String opening = (negated ? "not " : "") + (open ? "Terbuka( " : "Pernah( ");
    RowWords rows = new RowWords(words, terms);
    boolean several = false;
    int tests = 0;
    do {
      patterns.add(said(opening, first).add(rows.anyOf()).add(" )", cell()));
      several |= rows.namedSeveral();
      tests++;
    } while (anotherRowFollows());
    if (several && tests > 1) {
      throw words.refuse(keyword, ArrowCode.AND_OR);
    }
  }

  /** Whether <i>dan</i> goes on with a row, and not with a condition of its own. */
  private boolean anotherRowFollows() {
    Word after = words.peek(1);
    boolean follows =
        words.peek().is("dan", "serta")
            && after.isText()
            && (after.is("baris") || terms.row(after.text()).isPresent())
            && terms.field(after.text()).isEmpty();
    if (follows) {
      words.take();
    }
    return follows;
  }

  /** A condition on the row just completed: on its visits, or on who completed it. */
  private boolean ofTrigger(String field, Optional<Roles> roles) throws Words.Refused {
    Word at = words.take();
    boolean bare = roles.isPresent() && Comparing.peek(words).isEmpty();
    Reader reader = roles.isPresent() ? roles.get()::next : values::number;
    Tests tests = new Tests(field, at, reader, roles.isEmpty());
    ofTrigger.add(bare ? tests.equalTo() : tests.read());
    return tests.hasAlternatives();
  }

  private boolean comparison(List<Tracked> ofData) throws Words.Refused {
    Word at = words.peek();
    DataField field = field();
    Tests tests = new Tests(field.nama(), at, () -> values.next(field), isOrdered(field.domain()));
    ofData.add(tests.read());
    return tests.hasAlternatives();
  }

  private static boolean isOrdered(DataDomain domain) {
    return !(domain instanceof DataDomain.Pilihan || domain instanceof DataDomain.YaTidak);
  }

  /** The declared fact that the next words name, which may be written with spaces. */
  private DataField field() throws Words.Refused {
    Word first = words.peek();
    Optional<DataField> field = takeField();
    if (field.isPresent()) {
      return field.get();
    }
    if (!first.isText()) {
      throw words.expected(String.join(" / ", known()));
    }
    String instead =
        Suggestion.nearest(first.text(), known()).orElseGet(() -> String.join(", ", known()));
    throw words.refuse(first, ArrowCode.FIELD_UNKNOWN, first.text(), instead);
  }

  private List<String> known() {
    return Stream.concat(terms.sop().facts().keySet().stream(), KEYWORDS.stream()).toList();
  }

  private Optional<DataField> takeField() {
    Word first = words.peek();
    int mark = words.mark();
    for (int length = 4; length >= 1; length--) {
      words.backTo(mark);
      Word last = first;
      boolean isText = true;
      for (int i = 0; i < length; i++) {
        isText &= words.peek().isText();
        last = words.take();
      }
      Optional<DataField> field =
          isText ? terms.field(words.between(first.from(), last.to())) : Optional.empty();
      if (field.isPresent()) {
        return field;
      }
    }
    words.backTo(mark);
    return Optional.empty();
  }

  /** Reads one value as a literal of a rule file. */
  interface Reader {
    Tracked next() throws Words.Refused;
  }

  /** The tests of one field: joined by <i>dan</i> all must hold, joined by <i>atau</i> any. */
  private final class Tests {
    private final String field;
    private final Word at;
    private final Reader reader;
    private final boolean ordered;
    private int alternatives = 1;

    Tests(String field, Word at, Reader reader, boolean ordered) {
      this.field = field;
      this.at = at;
      this.reader = reader;
      this.ordered = ordered;
    }

    boolean hasAlternatives() {
      return alternatives > 1;
    }

    /** The field, being one of the values that follow. */
    Tracked equalTo() throws Words.Refused {
      return said(field + " ", at).add(values("== ", "in ", words.peek()));
    }

    Tracked read() throws Words.Refused {
      Tracked all = said(field + " ", at);
      boolean several = false;
      boolean open = false;
      while (true) {
        boolean closed = words.takeSign("(");
        boolean many = all(all);
        if (closed && !words.takeSign(")")) {
          throw words.expected(")");
        }
        several |= many;
        open |= many && !closed;
        if (!anotherAlternative()) {
          break;
        }
        alternatives++;
        all.add(" || ", cell(), words.peek().from());
      }
      if (hasAlternatives() && several && open) {
        throw words.refuse(at, ArrowCode.AND_OR);
      }
      return all;
    }

    /** Tests joined by <i>dan</i>; true when there are several. */
    private boolean all(Tracked into) throws Words.Refused {
      boolean several = test(into);
      while (words.peek().is("dan", "serta") && Comparing.peek(words, 1).isPresent()) {
        words.take();
        into.add(" && ", cell(), words.peek().from());
        test(into);
        several = true;
      }
      return several;
    }

    /** <i>Atau</i> goes on with a comparing, a parenthesis, or the same field again. */
    private boolean anotherAlternative() {
      if (!words.peek().is("atau")) {
        return false;
      }
      int mark = words.mark();
      words.take();
      if (Comparing.peek(words).isPresent() || words.peek().isSign("(")) {
        return true;
      }
      Optional<DataField> again = takeField();
      if (again.filter(f -> f.nama().equals(field)).isPresent()
          && Comparing.peek(words).isPresent()) {
        return true;
      }
      words.backTo(mark);
      return false;
    }

    private boolean test(Tracked into) throws Words.Refused {
      Word sign = words.peek();
      if (words.takeWord("antara")) {
        range(into, sign);
        return true;
      }
      Optional<Comparing> comparing = Comparing.take(words);
      if (comparing.isEmpty()) {
        throw words.expected("= / bukan / < / <= / > / >=");
      }
      switch (comparing.get()) {
        case EQ -> into.add(values("== ", "in ", sign));
        case NE -> into.add(values("!= ", "not in ", sign));
        case LT, LE, GT, GE -> {
          if (!ordered) {
            throw words.refuse(sign, ArrowCode.NOT_ORDERED, field);
          }
          into.add(comparing.get().sign() + " ", cell(), sign.from()).add(reader.next());
        }
      }
      return false;
    }

    private void range(Tracked into, Word sign) throws Words.Refused {
      if (!ordered) {
        throw words.refuse(sign, ArrowCode.NOT_ORDERED, field);
      }
      into.add(">= ", cell(), sign.from()).add(reader.next());
      if (!words.takeWord("dan", "sampai", "hingga")) {
        throw words.expected("dan");
      }
      into.add(" && <= ", cell(), sign.from()).add(reader.next());
    }

    /** One value, or several joined by <i>atau</i>. */
    private Tracked values(String one, String any, Word sign) throws Words.Refused {
      List<Tracked> found = new ArrayList<>(List.of(reader.next()));
      while (words.peek().is("atau") && anotherValue()) {
        words.take();
        found.add(reader.next());
      }
      if (words.peek().isSign(",")) {
        throw words.refuse(words.peek(), ArrowCode.LIST_UNCLEAR);
      }
      return found.size() == 1
          ? said(one, sign).add(found.get(0))
          : said(any + "( ", sign).add(Tracked.join(", ", found, cell())).add(" )", cell());
    }

    /** Whether <i>atau</i> is followed by a value: by no comparing, parenthesis or new test. */
    private boolean anotherValue() {
      int mark = words.mark();
      words.take();
      boolean other =
          !words.peek().isText()
              || Comparing.peek(words).isPresent()
              || words.peek().is("tidak", "bukan", "belum", "terbuka", "pernah", "antara")
              || (takeField().isPresent() && Comparing.peek(words).isPresent());
      words.backTo(mark);
      return !other;
    }
  }
}
