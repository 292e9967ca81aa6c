package id.sop.rules.arrow;

import id.sop.problem.Problems;
import id.sop.rules.sheet.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads where a row of the table leads, with whom and for how long: a rule's <i>then</i>. */
final class Goal {
  private static final String ALL = "";

  private final Terms terms;
  private final Problems problems;

  Goal(Terms terms, Problems problems) {
    this.terms = terms;
    this.problems = problems;
  }

  /** A row to be opened: the literal that names it, and the name alone. */
  private record Target(Tracked literal, String name) {}

  /**
   * The chain behind {@code rute}.
   *
   * @throws Words.Refused when something is wrong, which the problems have been told
   */
  Tracked read(Cell ke, Cell oleh, Cell waktu) throws Words.Refused {
    Words words = new Words(ke, problems);
    if (words.peek().is("selesai", "berakhir", "akhiri", "tunggu", "menunggu")) {
      Tracked end = end(words);
      refuseFilled(oleh, ke);
      refuseFilled(waktu, ke);
      return end;
    }
    return rows(targets(words), ke, oleh, waktu);
  }

  private void refuseFilled(Cell cell, Cell ke) throws Words.Refused {
    if (!cell.isBlank()) {
      problems.add(cell.place(), ArrowCode.CELL_UNWANTED, cell.name(), cell.words(), ke.words());
      throw new Words.Refused();
    }
  }

  private static Tracked end(Words words) throws Words.Refused {
    Word first = words.take();
    Tracked chain = new Tracked();
    if (first.is("tunggu", "menunggu")) {
      chain.add(".tunggu()", words.cell(), first.from());
    } else {
      String call = first.is("akhiri") ? ".akhiri(" : ".selesai(";
      chain.add(call, words.cell(), first.from());
      boolean open = !words.takeSign(":") && words.takeSign("(");
      Word label = words.peek();
      Word last = label;
      while (words.peek().isText()) {
        last = words.take();
      }
      if (label.isText()) {
        String name = words.between(label.from(), last.to()).strip();
        chain.quoted(
            name.toUpperCase(Locale.ROOT).replaceAll("\\s+", "_"), words.cell(), label.from());
      }
      if (open && !words.takeSign(")")) {
        throw words.expected(")");
      }
      chain.add(")", words.cell(), first.from());
    }
    if (!words.atEnd()) {
      throw words.expected("akhir sel");
    }
    return chain;
  }

  private List<Target> targets(Words words) throws Words.Refused {
    RowWords rows = new RowWords(words, terms);
    List<Target> targets = new ArrayList<>();
    do {
      words.takeWord("baris", "langkah");
      String name = terms.rowOrText(words.peek().text());
      targets.add(new Target(rows.next(), name));
      if (words.peek().is("atau")) {
        throw words.refuse(words.peek(), ArrowCode.EITHER_ROW);
      }
    } while (words.takeSign(",") || words.takeSign(";") || words.takeWord("dan", "&", "serta"));
    if (!words.atEnd()) {
      throw words.expected("dan / ,");
    }
    return targets;
  }

  private Tracked rows(List<Target> targets, Cell ke, Cell oleh, Cell waktu) throws Words.Refused {
    Map<String, Tracked> roles = perTarget(targets, oleh, this::roles);
    Map<String, Tracked> times = perTarget(targets, waktu, this::time);
    boolean alike = onlyForAll(roles) && onlyForAll(times);
    if (alike) {
      List<Tracked> names = targets.stream().map(Target::literal).toList();
      return new Tracked()
          .add(".ke(", ke)
          .add(Tracked.join(", ", names, ke))
          .add(")", ke)
          .add(roles.getOrDefault(ALL, new Tracked()))
          .add(times.getOrDefault(ALL, new Tracked()));
    }
    Tracked chain = new Tracked();
    for (Target target : targets) {
      chain.add(".ke(", ke).add(target.literal()).add(")", ke);
      chain.add(of(target, roles)).add(of(target, times));
    }
    return chain;
  }

  private static boolean onlyForAll(Map<String, Tracked> said) {
    return said.keySet().stream().allMatch(ALL::equals);
  }

  private static Tracked of(Target target, Map<String, Tracked> said) {
    Tracked own = said.get(target.name());
    return own != null ? own : said.getOrDefault(ALL, new Tracked());
  }

  /** Reads what a cell says of a target. */
  private interface Said {
    Tracked read(Words words) throws Words.Refused;
  }

  /** What a cell says, for all targets alike or, as in {@code 4: ...; 5: ...}, for each its own. */
  private Map<String, Tracked> perTarget(List<Target> targets, Cell cell, Said said)
      throws Words.Refused {
    Map<String, Tracked> found = new LinkedHashMap<>();
    if (cell.isBlank()) {
      return found;
    }
    Words words = new Words(cell, problems);
    while (!words.atEnd()) {
      Word first = words.peek();
      Optional<String> row = prefix(words);
      if (row.isPresent() && targets.stream().noneMatch(t -> t.name().equals(row.get()))) {
        String known = String.join(", ", targets.stream().map(Target::name).toList());
        throw words.refuse(first, ArrowCode.NOT_A_TARGET, row.get(), known);
      }
      if (row.isEmpty() && !found.isEmpty()) {
        throw words.expected(targets.get(0).name() + ":");
      }
      if (found.put(row.orElse(ALL), said.read(words)) != null) {
        throw words.refuse(first, ArrowCode.EXPECTED, ";", first.shown());
      }
      if (!words.atEnd() && !words.takeSign(";")) {
        throw words.expected("; / ,");
      }
    }
    return found;
  }

  private Optional<String> prefix(Words words) {
    int at = words.peek().is("baris", "langkah") && !words.peek(1).isSign(":") ? 1 : 0;
    if (!words.peek(at).isText() || !words.peek(at + 1).isSign(":")) {
      return Optional.empty();
    }
    for (int i = 0; i < at; i++) {
      words.take();
    }
    String row = terms.rowOrText(words.take().text());
    words.take();
    return Optional.of(row);
  }

  private Tracked roles(Words words) throws Words.Refused {
    Roles roles = new Roles(words, terms);
    Word first = words.peek();
    List<Tracked> names = new ArrayList<>();
    boolean more;
    do {
      names.add(roles.next());
      more = words.takeSign(",") || words.takeWord("dan", "&", "+", "serta");
      if (!more && words.peek().isSign(";") && !isPrefixAhead(words)) {
        more = words.takeSign(";");
      }
    } while (more);
    return new Tracked()
        .add(".oleh(", words.cell(), first.from())
        .add(Tracked.join(", ", names, words.cell()))
        .add(")", words.cell(), first.from());
  }

  private static boolean isPrefixAhead(Words words) {
    return words.peek(2).isSign(":") || words.peek(3).isSign(":");
  }

  private Tracked time(Words words) {
    Word first = words.peek();
    Word last = words.take();
    while (!words.atEnd() && !words.peek().isSign(";")) {
      last = words.take();
    }
    String text = words.between(first.from(), last.to()).replaceAll("[\\s\\p{Z}]+", " ");
    return new Tracked()
        .add(".selama(", words.cell(), first.from())
        .quoted(text, words.cell(), first.from())
        .add(")", words.cell(), first.from());
  }
}
