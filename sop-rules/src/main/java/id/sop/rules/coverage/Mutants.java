package id.sop.rules.coverage;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.Block;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteReason;
import id.sop.routing.RoutingTable;
import id.sop.routing.Target;
import id.sop.rules.coverage.Mutant.Slip;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Makes the mutants of a routing table. Those that say what the table says are left out: nobody
 * could notice them. So are those that say what another mutant says.
 */
final class Mutants {
  private static final RouteAnswer NO_ROUTE = new RouteAnswer.NoRoute();
  private static final Waktu SOME_TIME = Waktu.paling(1, Satuan.HARI_KERJA);

  private final Sop sop;
  private final RoutingTable table;
  private final Map<Asked, Block> blocks = new LinkedHashMap<>();
  private final Map<Asked, Object> sayings = new HashMap<>();
  private final Set<Object> seen = new HashSet<>();
  private final List<Mutant> mutants = new ArrayList<>();

  private Mutants(Sop sop, RoutingTable table) {
    this.sop = sop;
    this.table = table;
    for (Block block : table.blocks()) {
      blocks.put(Asked.in(block.grid()), block);
      sayings.put(Asked.in(block.grid()), Spoilt.saying(block));
    }
  }

  /** All mutants of {@code table}, rule by rule in the order of the table. */
  static List<Mutant> of(Sop sop, RoutingTable table) {
    Mutants all = new Mutants(sop, table);
    Map<RouteReason, RouteAnswer> answers = new LinkedHashMap<>();
    for (Block block : table.blocks()) {
      block
          .answers()
          .forEach(answer -> answer.reason().ifPresent(rule -> answers.putIfAbsent(rule, answer)));
    }
    answers.forEach(all::spoilAnswer);
    all.blocks.forEach(all::swapLabels);
    all.blocks.forEach((asked, block) -> all.cuts(asked, block));
    return List.copyOf(all.mutants);
  }

  private void cuts(Asked asked, Block block) {
    Cuts.of(block).forEach(cut -> add(cut.slip(), cut.rule(), cut.change(), asked, cut.block()));
  }

  // What a rule answers.

  private void spoilAnswer(RouteReason rule, RouteAnswer answer) {
    answer(Slip.HAPUS, rule, "panah dihapus", a -> NO_ROUTE);
    if (answer instanceof RouteAnswer.Open open) {
      open.targets().forEach(target -> spoilTarget(rule, target));
      answer(
          Slip.AKHIR,
          rule,
          "berakhir, bukan ke " + rows(open.targets()),
          a -> new RouteAnswer.End("SELESAI", rule));
    } else if (answer instanceof RouteAnswer.End end) {
      spoilEnd(rule, end);
    }
  }

  private void spoilEnd(RouteReason rule, RouteAnswer.End end) {
    String other = end.outcome().equals("SELESAI") ? "DITOLAK" : "SELESAI";
    answer(
        Slip.AKHIR,
        rule,
        "berakhir " + other + ", bukan " + end.outcome(),
        a -> new RouteAnswer.End(other, rule, end.seluruhnya()));
    if (end.seluruhnya()) {
      answer(
          Slip.AKHIR,
          rule,
          "hanya cabangnya yang berakhir, bukan seluruh berkas",
          a -> new RouteAnswer.End(end.outcome(), rule));
    }
    for (Step row : sop.langkah().values()) {
      answer(
          Slip.AKHIR,
          rule,
          "ke baris " + row.id() + ", bukan berakhir",
          a -> new RouteAnswer.Open(List.of(at(row, SOME_TIME)), rule));
    }
  }

  private void spoilTarget(RouteReason rule, Target target) {
    for (Step row : sop.langkah().values()) {
      target(
          Slip.TUJUAN,
          rule,
          "ke baris " + row.id() + ", bukan baris " + target.step(),
          target,
          at(row, target.waktu()));
    }
    for (List<PelaksanaCode> others : otherPerformers(target)) {
      target(
          Slip.PELAKSANA,
          rule,
          "baris " + target.step() + ": oleh " + names(others) + ", bukan " + names(target.by()),
          target,
          new Target(target.step(), others, target.waktu(), target.eskalasi()));
    }
    for (Waktu other : otherTimes(target.waktu())) {
      target(
          Slip.WAKTU,
          rule,
          "baris " + target.step() + ": " + other.teks() + ", bukan " + target.waktu().teks(),
          target,
          new Target(target.step(), target.by(), other, target.eskalasi()));
    }
  }

  /** A row as an arrow opens it that says nothing of performers and time. */
  private static Target at(Step row, Waktu fallback) {
    Waktu own = row.mutuBaku().waktu();
    return new Target(
        row.id(), row.pelaksana().roles(), own instanceof Waktu.MenurutAturan ? fallback : own);
  }

  /** Where any one of several may act: each of them alone, and all of them. */
  private List<List<PelaksanaCode>> otherPerformers(Target target) {
    Performers declared = sop.step(target.step()).orElseThrow().pelaksana();
    if (declared.mode() != Mode.SALAH_SATU) {
      return List.of();
    }
    List<List<PelaksanaCode>> others = new ArrayList<>();
    declared.roles().forEach(role -> others.add(List.of(role)));
    others.add(declared.roles());
    others.removeIf(roles -> Set.copyOf(roles).equals(Set.copyOf(target.by())));
    return others.stream().distinct().toList();
  }

  private static List<Waktu> otherTimes(Waktu waktu) {
    if (!(waktu instanceof Waktu.Paling paling)) {
      return List.of(SOME_TIME);
    }
    List<Waktu> others = new ArrayList<>();
    others.add(Waktu.paling(paling.jumlah() + 1, paling.satuan()));
    if (paling.jumlah() > 1) {
      others.add(Waktu.paling(paling.jumlah() - 1, paling.satuan()));
    }
    return others;
  }

  private void target(Slip slip, RouteReason rule, String change, Target from, Target to) {
    answer(
        slip,
        rule,
        change,
        a ->
            a instanceof RouteAnswer.Open open
                ? new RouteAnswer.Open(
                    open.targets().stream().map(t -> t.equals(from) ? to : t).toList(), rule)
                : a);
  }

  /** The mutant in which {@code rule} answers otherwise, wherever it answers. */
  private void answer(
      Slip slip, RouteReason rule, String change, UnaryOperator<RouteAnswer> spoil) {
    Map<Asked, Block> changed = new LinkedHashMap<>();
    blocks.forEach(
        (asked, block) -> {
          if (block.answers().stream().anyMatch(a -> isOf(rule, a))) {
            changed.put(
                asked,
                new Block(
                    block.grid(),
                    block.answers().stream()
                        .map(a -> isOf(rule, a) ? spoil.apply(a) : a)
                        .toList()));
          }
        });
    add(slip, rule, change, changed);
  }

  static boolean isOf(RouteReason rule, RouteAnswer answer) {
    return answer.reason().filter(rule::equals).isPresent();
  }

  // When it answers.

  private void swapLabels(Asked asked, Block block) {
    blocks.forEach(
        (other, theirs) -> {
          boolean later =
              asked.step().equals(other.step())
                  && asked.label().isPresent()
                  && other.label().isPresent()
                  && asked.label().get().value().compareTo(other.label().get().value()) < 0;
          Optional<RouteReason> rule =
              block.answers().stream().flatMap(a -> a.reason().stream()).findFirst();
          if (later && rule.isPresent()) {
            Map<Asked, Block> changed = new LinkedHashMap<>();
            changed.put(asked, theirs);
            changed.put(other, block);
            String change = asked.label().get() + " dan " + other.label().get() + " tertukar";
            add(Slip.LABEL, rule.get(), change, changed);
          }
        });
  }

  private void add(Slip slip, RouteReason rule, String change, Asked asked, Block block) {
    add(slip, rule, change, Map.of(asked, block));
  }

  private void add(Slip slip, RouteReason rule, String change, Map<Asked, Block> changed) {
    Map<Asked, Block> different = new LinkedHashMap<>(changed);
    different.entrySet().removeIf(e -> Spoilt.saying(e.getValue()).equals(sayings.get(e.getKey())));
    if (!different.isEmpty()) {
      Spoilt spoilt = new Spoilt(table, different);
      if (seen.add(spoilt.says())) {
        mutants.add(new Mutant(slip, rule, change, spoilt));
      }
    }
  }

  private static String rows(List<Target> targets) {
    return "baris "
        + targets.stream()
            .map(Target::step)
            .map(StepId::value)
            .collect(Collectors.joining(" dan "));
  }

  private static String names(List<PelaksanaCode> roles) {
    return new LinkedHashSet<>(roles)
        .stream().map(PelaksanaCode::value).collect(Collectors.joining(", "));
  }
}
