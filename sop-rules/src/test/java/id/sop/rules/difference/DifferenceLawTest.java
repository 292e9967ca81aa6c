package id.sop.rules.difference;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.DataDomain;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.routing.Block;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Procedure;
import id.sop.routing.Range;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.RoutingTable;
import id.sop.routing.Target;
import id.sop.rules.TestSop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is told to differ is what differs: for rule sets that chance writes and edits, every
 * question at every bound is asked of both tables, and compared with what the difference says.
 */
class DifferenceLawTest {
  private static final int PAIRS = 400;
  private static final long FIRST_SEED = 8_400_000;
  private static final StepId ROW = StepId.of("1");
  private static final List<StepId> ROWS =
      IntStream.rangeClosed(2, 5).mapToObj(n -> StepId.of(Integer.toString(n))).toList();
  private static final List<PelaksanaCode> ROLES =
      List.of(PelaksanaCode.of("A"), PelaksanaCode.of("B"), PelaksanaCode.of("C"));

  /** What a rule asks of one thing; null when it does not ask. */
  private record Rule(
      Range nilai,
      Set<String> jenis,
      PelaksanaCode oleh,
      Range kunjungan,
      Set<StepId> terbuka,
      Set<StepId> pernah,
      String to) {

    boolean holds(RouteQuestion q) {
      RouteQuestion.Completed c = q.completed().orElseThrow();
      return (nilai == null
              || (q.data().get("nilai") instanceof DataValue.Bilangan b && in(nilai, b.value())))
          && (jenis == null
              || (q.data().get("jenis") instanceof DataValue.Pilihan p
                  && jenis.contains(p.value())))
          && (oleh == null || oleh.equals(c.by()))
          && (kunjungan == null || in(kunjungan, c.visit()))
          && (terbuka == null || q.open().stream().anyMatch(terbuka::contains))
          && (pernah == null || q.ever().stream().anyMatch(pernah::contains));
    }

    private static boolean in(Range range, long value) {
      return range.from() <= value && value <= range.to();
    }
  }

  /** One version: its facts, and its rules, of which the first that holds answers. */
  private record Version(long most, List<String> words, List<Rule> rules) {
    Procedure procedure() {
      Sop sop =
          TestSop.aSop("uji.acak")
              .roles("A", "B", "C")
              .data("nilai", new DataDomain.Uang(0, most))
              .data("jenis", new DataDomain.Pilihan(words))
              .row("1", "A", "B", "C")
              .row("2", "A")
              .row("3", "A")
              .row("4", "A")
              .row("5", "A")
              .build();
      Grid grid = new Grid(Optional.of(completed(ROLES.get(0), 1)), dimensions());
      List<RouteAnswer> answers = new ArrayList<>();
      for (int cell = 0; cell < grid.cells(); cell++) {
        answers.add(grid.witness(cell, ROLES).map(this::answer).orElse(new RouteAnswer.NoRoute()));
      }
      return new Procedure(
          sop, RoutingTable.of(List.of(new Block(grid, answers)), ROLES), "digest");
    }

    RouteAnswer answer(RouteQuestion question) {
      return rules.stream()
          .filter(r -> r.holds(question))
          .findFirst()
          .<RouteAnswer>map(r -> to(r.to))
          .orElse(new RouteAnswer.NoRoute());
    }

    private static RouteAnswer to(String row) {
      RouteReason why = new RouteReason("ke " + row, Place.startOf("x"), "", "1", "contoh", "");
      return row.equals("akhir")
          ? new RouteAnswer.End("SELESAI", why)
          : new RouteAnswer.Open(
              List.of(new Target(StepId.of(row), List.of(ROLES.get(0)), TestSop.day())), why);
    }

    private List<Dimension> dimensions() {
      List<Dimension> dimensions = new ArrayList<>();
      if (rules.stream().anyMatch(r -> r.nilai != null)) {
        TreeSet<Long> cuts = new TreeSet<>(Set.of(0L));
        rules.stream()
            .filter(r -> r.nilai != null)
            .forEach(r -> cuts.addAll(List.of(r.nilai.from(), r.nilai.to() + 1)));
        dimensions.add(new Dimension.Amounts("nilai", false, ranges(cuts, most)));
      }
      if (rules.stream().anyMatch(r -> r.jenis != null)) {
        dimensions.add(
            new Dimension.Words("jenis", words.stream().map(w -> DataValue.of(w)).toList()));
      }
      List<PelaksanaCode> named =
          rules.stream().map(Rule::oleh).filter(o -> o != null).distinct().sorted().toList();
      if (!named.isEmpty()) {
        dimensions.add(new Dimension.Performer(named));
      }
      if (rules.stream().anyMatch(r -> r.kunjungan != null)) {
        TreeSet<Long> cuts = new TreeSet<>(Set.of(1L));
        rules.stream()
            .filter(r -> r.kunjungan != null)
            .forEach(r -> cuts.addAll(List.of(r.kunjungan.from(), r.kunjungan.to() + 1)));
        dimensions.add(new Dimension.Visits(ranges(cuts, Integer.MAX_VALUE)));
      }
      rules.stream()
          .map(Rule::terbuka)
          .filter(s -> s != null)
          .distinct()
          .forEach(s -> dimensions.add(new Dimension.AnyRow(false, s)));
      rules.stream()
          .map(Rule::pernah)
          .filter(s -> s != null)
          .distinct()
          .forEach(s -> dimensions.add(new Dimension.AnyRow(true, s)));
      return dimensions;
    }

    private static List<Range> ranges(TreeSet<Long> cuts, long to) {
      List<Range> ranges = new ArrayList<>();
      for (long from : cuts.headSet(to, true)) {
        Long next = cuts.higher(from);
        ranges.add(new Range(from, next == null ? to : Math.min(next - 1, to)));
      }
      return ranges;
    }
  }

  private static RouteQuestion.Completed completed(PelaksanaCode by, int visit) {
    return new RouteQuestion.Completed(ROW, Optional.empty(), by, visit);
  }

  /** Writes and edits rules. */
  private static final class Author {
    private final Random random;
    private final boolean[] looksAt = new boolean[6];

    Author(Random random) {
      this.random = random;
      for (int i = 0; i < 3; i++) {
        looksAt[random.nextInt(6)] = true;
      }
    }

    Version write() {
      List<Rule> rules = new ArrayList<>();
      for (int i = 2 + random.nextInt(4); i > 0; i--) {
        rules.add(rule());
      }
      return new Version(100, List.of("X", "Y"), rules);
    }

    Version edit(Version version) {
      List<Rule> rules = new ArrayList<>(version.rules);
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        int at = random.nextInt(rules.size());
        switch (random.nextInt(5)) {
          case 0 -> rules.set(at, rule());
          case 1 -> rules.add(at, rule());
          case 2 -> rules.add(rules.remove(at));
          case 3 -> rules.set(at, elsewhere(rules.get(at)));
          default -> {
            if (rules.size() > 1) {
              rules.remove(at);
            }
          }
        }
      }
      return switch (random.nextInt(6)) {
        case 0 -> new Version(150, version.words, rules);
        case 1 -> new Version(version.most, List.of("Y", "Z"), rules);
        default -> new Version(version.most, version.words, rules);
      };
    }

    private Rule elsewhere(Rule r) {
      return new Rule(r.nilai, r.jenis, r.oleh, r.kunjungan, r.terbuka, r.pernah, to());
    }

    private Rule rule() {
      return new Rule(
          asks(0) ? range(0, 100) : null,
          asks(1) ? words() : null,
          asks(2) ? ROLES.get(random.nextInt(3)) : null,
          asks(3) ? range(1, 4) : null,
          asks(4) ? rows() : null,
          asks(5) ? rows() : null,
          to());
    }

    private boolean asks(int what) {
      return looksAt[what] && random.nextInt(3) > 0;
    }

    private Range range(int least, int most) {
      int from = least + random.nextInt(most - least + 1);
      return new Range(from, from + random.nextInt(most - from + 1));
    }

    private Set<String> words() {
      return random.nextBoolean()
          ? Set.of("X")
          : random.nextBoolean() ? Set.of("X", "Y") : Set.of("Z");
    }

    private Set<StepId> rows() {
      Set<StepId> rows = new HashSet<>(Set.of(ROWS.get(random.nextInt(4))));
      ROWS.stream().filter(r -> random.nextInt(3) == 0).forEach(rows::add);
      if (random.nextInt(6) == 0) {
        rows.add(ROW);
      }
      return Set.copyOf(rows);
    }

    private String to() {
      return random.nextInt(5) == 0 ? "akhir" : ROWS.get(random.nextInt(4)).value();
    }

    /** Every question at every bound of either version. */
    List<RouteQuestion> questions(Version a, Version b) {
      List<RouteQuestion> questions = new ArrayList<>();
      for (Map<String, DataValue> data : data(a, b)) {
        for (PelaksanaCode by : looksAt[2] ? ROLES : ROLES.subList(0, 1)) {
          for (int visit = 1; visit <= (looksAt[3] ? 6 : 1); visit++) {
            for (Set<StepId> open : looksAt[4] ? subsets() : List.of(Set.<StepId>of())) {
              for (Set<StepId> ever : looksAt[5] ? subsets() : List.of(Set.<StepId>of())) {
                Set<StepId> done = new HashSet<>(ever);
                done.add(ROW);
                questions.add(
                    new RouteQuestion(Optional.of(completed(by, visit)), open, done, data));
              }
            }
          }
        }
      }
      return questions;
    }

    private List<Map<String, DataValue>> data(Version a, Version b) {
      TreeSet<Long> amounts = new TreeSet<>();
      if (looksAt[0]) {
        amounts.addAll(List.of(0L, 100L));
        for (Version version : List.of(a, b)) {
          amounts.add(version.most);
          version.rules.stream()
              .filter(r -> r.nilai != null)
              .forEach(
                  r -> {
                    for (long edge : new long[] {r.nilai.from(), r.nilai.to()}) {
                      amounts.addAll(List.of(Math.max(0, edge - 1), edge, edge + 1));
                    }
                  });
        }
        amounts.removeIf(n -> n > Math.max(a.most, b.most));
      }
      List<Map<String, DataValue>> all = new ArrayList<>(List.of(Map.of()));
      amounts.forEach(n -> all.add(Map.of("nilai", DataValue.of(n))));
      if (looksAt[1]) {
        Set<String> words = new TreeSet<>(a.words);
        words.addAll(b.words);
        for (Map<String, DataValue> known : List.copyOf(all)) {
          for (String word : words) {
            Map<String, DataValue> more = new HashMap<>(known);
            more.put("jenis", DataValue.of(word));
            all.add(more);
          }
        }
      }
      return all;
    }

    private static List<Set<StepId>> subsets() {
      List<Set<StepId>> subsets = new ArrayList<>();
      for (int bits = 0; bits < 16; bits++) {
        Set<StepId> subset = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
          if ((bits >> i & 1) == 1) {
            subset.add(ROWS.get(i));
          }
        }
        subsets.add(subset);
      }
      return subsets;
    }
  }

  @Test
  void the_regions_told_are_those_where_the_tables_differ_each_question_once() {
    long questions = 0;
    long differing = 0;
    int pairs = 0;
    int lines = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS; seed++) {
      Author author = new Author(new Random(seed));
      Version old = author.write();
      Version now = author.edit(old);
      Difference difference = Difference.between(old.procedure(), now.procedure());
      List<RouteQuestion> all = author.questions(old, now);
      for (RouteQuestion question : all) {
        RouteAnswer before = difference.before().router().route(question);
        RouteAnswer after = difference.after().router().route(question);
        boolean differs = !alike(before, after);
        List<Change.Routed> told =
            difference.routes().stream().filter(r -> r.where().contains(question)).toList();
        assertThat(told).as("seed %d: %s", seed, question).hasSize(differs ? 1 : 0);
        if (differs) {
          differing++;
          assertThat(alike(told.get(0).before(), before)).as("seed %d", seed).isTrue();
          assertThat(alike(told.get(0).after(), after)).as("seed %d", seed).isTrue();
        }
      }
      questions += all.size();
      pairs += difference.routes().isEmpty() ? 0 : 1;
      lines += difference.routes().size();
    }
    System.out.printf(
        "figure: %d pairs of versions, %d of which differ in %d lines; %d questions, %d answered otherwise%n",
        PAIRS, pairs, lines, questions, differing);
    assertThat(pairs).isGreaterThan(PAIRS / 2);
  }

  @Test
  void the_other_way_round_the_same_regions_are_told() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS / 4; seed++) {
      Author author = new Author(new Random(seed));
      Version old = author.write();
      Version now = author.edit(old);

      Difference there = Difference.between(old.procedure(), now.procedure());
      Difference back = Difference.between(now.procedure(), old.procedure());

      assertThat(author.questions(old, now))
          .as("seed %d", seed)
          .allMatch(q -> there.route(q).isPresent() == back.route(q).isPresent());
    }
  }

  private static boolean alike(RouteAnswer a, RouteAnswer b) {
    return where(a).equals(where(b));
  }

  private static String where(RouteAnswer answer) {
    return answer instanceof RouteAnswer.Open open
        ? open.targets().toString()
        : answer instanceof RouteAnswer.End end ? end.outcome() : "nowhere";
  }
}
