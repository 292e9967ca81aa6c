package id.sop.rules.flow;

import id.sop.rules.flow.Doers.How;
import id.sop.rules.flow.Drawn.Arrow;
import id.sop.rules.flow.Drawn.Calls;
import id.sop.rules.flow.Drawn.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Draws a sound flow by chance: sequences, choices, loops with and without a count, forks and joins
 * one within the other, several ends, rows of every kind, done by all who can do rows, and rows
 * that are flows of their own.
 */
final class RandomFlow {
  private static final int DEEPEST = 3;
  private static final int MOST = 4;

  private final Random random;
  private final int level;
  private final AtomicInteger flows;
  private final Drawn drawn;
  private int budget;

  private RandomFlow(Random random, int level, AtomicInteger flows) {
    this.random = random;
    this.level = level;
    this.flows = flows;
    this.drawn = new Drawn("contoh.acak" + flows.incrementAndGet());
    this.budget = level == 1 ? 5 + random.nextInt(8) : 2 + random.nextInt(4);
  }

  /** A part of the flow: where it begins, and the rows from which it has to go on. */
  private record Part(String first, List<Exit> exits, Set<String> rows) {}

  /** A way out of a part, by a label or without. */
  private record Exit(String row, String label) {}

  static Drawn draw(Random random) {
    return new RandomFlow(random, 1, new AtomicInteger()).drawn();
  }

  private Drawn drawn() {
    Part all = sequence(0, true);
    all.exits().forEach(e -> drawn.arrow(e.row(), Arrow.end(e.label(), "SELESAI", false)));
    drawn.first = all.first();
    arising(all.rows());
    List<String> rows = new ArrayList<>(drawn.rows.keySet());
    if (rows.size() > 1 && random.nextBoolean()) {
      Collections.shuffle(rows, random);
      drawn.apart.addAll(rows.subList(0, 2));
    }
    return drawn;
  }

  private String row(List<String> labels, Set<String> sifat) {
    return row(labels, sifat, Set.of());
  }

  private String row(List<String> labels, Set<String> sifat, Set<String> selama) {
    String id = "r" + (drawn.rows.size() + 1);
    Optional<Calls> calls = sifat.contains("berulang") ? Optional.empty() : calls(labels);
    Doers doers = calls.isPresent() ? positions(How.BY_ONE, 1) : doers();
    drawn.row(new Row(id, sifat, labels, selama, doers, calls));
    budget--;
    return id;
  }

  /** Another flow, of which most ends are foreseen, and a stop now and then. */
  private Optional<Calls> calls(List<String> labels) {
    if (level == DEEPEST || flows.get() == MOST || random.nextInt(4) > 0) {
      return Optional.empty();
    }
    Drawn other = new RandomFlow(random, level + 1, flows).drawn();
    Map<String, String> hasil = new TreeMap<>();
    if (!labels.isEmpty()) {
      Set<String> ends = other.ends();
      ends.add("DITARIK");
      ends.add(Drawn.STOPPED);
      ends.stream().filter(e -> random.nextInt(3) > 0).forEach(e -> hasil.put(e, any(labels)));
      // The first label leads forward: with none of them, a loop might never be left.
      hasil.put("SELESAI", labels.get(0));
    }
    return Optional.of(new Calls(other, hasil));
  }

  private Doers doers() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> positions(How.TOGETHER, 2);
      case 2, 3 -> positions(How.IN_ORDER, 2);
      case 4 -> new Doers(How.BY_MEETING, List.of(Doers.BODY), 0, penerima());
      case 5 -> new Doers(How.OUTSIDE, List.of(Doers.OUTSIDER), 0, penerima());
      default -> positions(How.BY_ONE, 1);
    };
  }

  private Doers positions(How how, int least) {
    List<String> roles = new ArrayList<>(Doers.POSITIONS);
    Collections.shuffle(roles, random);
    roles = roles.subList(0, least + random.nextInt(roles.size() - least + 1));
    boolean counted = how == How.TOGETHER && random.nextBoolean();
    int kuorum = counted ? 1 + random.nextInt(roles.size()) : 0;
    return new Doers(how, List.copyOf(roles), kuorum, penerima());
  }

  private List<String> penerima() {
    return random.nextInt(3) == 0 ? List.of(any(Doers.POSITIONS)) : List.of();
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Part sequence(int depth, boolean mayEnd) {
    Part part = part(depth, mayEnd);
    for (int more = random.nextInt(3); more > 0 && budget > 0; more--) {
      part = then(part, part(depth, mayEnd));
    }
    return part;
  }

  private Part then(Part one, Part next) {
    one.exits().forEach(e -> drawn.arrow(e.row(), Arrow.to(e.label(), next.first())));
    Set<String> rows = new HashSet<>(one.rows());
    rows.addAll(next.rows());
    return new Part(one.first(), next.exits(), rows);
  }

  private Part part(int depth, boolean mayEnd) {
    int kind = depth > 2 || budget < 3 ? 0 : random.nextInt(6);
    return switch (kind) {
      case 1, 2 -> choice(depth, mayEnd);
      case 3 -> loop(depth, mayEnd);
      case 4, 5 -> fork(depth);
      default -> task();
    };
  }

  private Part task() {
    Set<String> sifat = new HashSet<>();
    if (random.nextInt(4) == 0) {
      sifat.add("opsional");
    }
    if (random.nextInt(4) == 0) {
      sifat.add("berulang");
    }
    String id = row(List.of(), sifat);
    return new Part(id, List.of(new Exit(id, "")), Set.of(id));
  }

  private Part choice(int depth, boolean mayEnd) {
    List<String> labels = List.of("A", "B", "C").subList(0, 2 + random.nextInt(2));
    boolean optional = random.nextInt(4) == 0;
    String id = row(labels, optional ? Set.of("opsional") : Set.of());
    Set<String> rows = new HashSet<>(Set.of(id));
    List<Exit> exits = new ArrayList<>();
    for (String label : labels) {
      if (mayEnd && !label.equals("A") && random.nextInt(4) == 0) {
        drawn.arrow(id, Arrow.end(label, "DITOLAK_" + label, false));
      } else if (random.nextInt(3) == 0) {
        exits.add(new Exit(id, label));
      } else {
        Part branch = sequence(depth + 1, mayEnd);
        drawn.arrow(id, Arrow.to(label, branch.first()));
        exits.addAll(branch.exits());
        rows.addAll(branch.rows());
      }
    }
    if (optional) {
      exits.add(new Exit(id, "DILEWATI"));
    }
    return new Part(id, exits, rows);
  }

  /** A body, and a decision that leads back to its beginning: for ever, or the third time not. */
  private Part loop(int depth, boolean mayEnd) {
    Part body = sequence(depth + 1, mayEnd);
    String id = row(List.of("BAIK", "ULANG"), Set.of());
    Part whole = then(body, new Part(id, List.of(new Exit(id, "BAIK")), Set.of(id)));
    Arrow back = Arrow.to("ULANG", body.first());
    if (random.nextBoolean()) {
      drawn.arrow(id, back);
    } else {
      int most = 2 + random.nextInt(2);
      drawn.arrow(id, back.visit(most, false));
      Arrow out =
          mayEnd
              ? Arrow.end("ULANG", "TERLALU_SERING", false)
              : Arrow.end("ULANG", "DIHENTIKAN_SOP", true);
      drawn.arrow(id, out.visit(most, true));
    }
    return whole;
  }

  /** Branches that meet again, and some that just end, run along, or may be left out. */
  private Part fork(int depth) {
    String id = row(List.of(), Set.of());
    List<Part> branches = new ArrayList<>();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      branches.add(sequence(depth + 1, false));
    }
    List<String> targets = new ArrayList<>();
    Set<String> rows = new HashSet<>(Set.of(id));
    branches.forEach(b -> targets.add(b.first()));
    branches.forEach(b -> rows.addAll(b.rows()));
    List<Set<String>> aside =
        List.of(Set.of(), Set.of("latar"), Set.of("latar", "opsional"), Set.of("opsional"));
    // Beside a loop, a row that nobody waits for could be opened again while it is open.
    if (depth == 0 && random.nextBoolean()) {
      String left = row(List.of(), aside.get(random.nextInt(aside.size())));
      drawn.arrow(left, Arrow.end("", "SELESAI", false));
      targets.add(left);
      rows.add(left);
    }
    drawn.arrow(id, Arrow.to("", targets.toArray(new String[0])));
    String join = row(List.of(), Set.of());
    for (int i = 0; i < branches.size(); i++) {
      Part branch = branches.get(i);
      Set<String> others = new HashSet<>();
      for (int other = 0; other < branches.size(); other++) {
        if (other != i) {
          others.addAll(branches.get(other).rows());
        }
      }
      for (Exit exit : branch.exits()) {
        Arrow waits = new Arrow(exit.label(), others, true, 0, false, List.of(), "", false);
        drawn.arrow(exit.row(), waits);
        drawn.arrow(exit.row(), Arrow.to(exit.label(), join).without(others));
      }
    }
    rows.add(join);
    return new Part(id, List.of(new Exit(join, "")), rows);
  }

  private void arising(Set<String> all) {
    List<String> known = all.stream().sorted().toList();
    for (int i = random.nextInt(3); i > 0; i--) {
      Set<String> selama = new HashSet<>();
      for (int n = random.nextInt(3); n > 0; n--) {
        selama.add(any(known));
      }
      Set<String> sifat =
          random.nextInt(4) == 0 ? Set.of("sewaktu-waktu", "latar") : Set.of("sewaktu-waktu");
      String id = row(List.of(), sifat, selama);
      boolean withdraws = random.nextInt(3) == 0;
      drawn.arrow(id, Arrow.end("", withdraws ? "DITARIK" : "SELESAI", withdraws));
    }
  }
}
