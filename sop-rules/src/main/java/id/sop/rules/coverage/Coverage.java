package id.sop.rules.coverage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.sop.definition.Sop;
import id.sop.example.Example;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import id.sop.worktime.DueDates;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of a bundle's rules a suite of examples proves. Only examples that hold count.
 *
 * @param sop the SOP
 * @param digest the digest of the bundle
 * @param trials the examples and what became of them, in their order
 * @param items what can be covered, measure by measure
 * @param mutants the slips that could be made, and who notices
 */
public record Coverage(
    Sop sop, String digest, List<Trial> trials, List<Item> items, List<Fate> mutants) {
  public Coverage {
    trials = List.copyOf(trials);
    items = List.copyOf(items);
    mutants = List.copyOf(mutants);
  }

  /**
   * An example that was played.
   *
   * @param mismatches where it does not hold; none when it does
   */
  public record Trial(Example example, List<Problem> mismatches) {
    public Trial {
      mismatches = List.copyOf(mismatches);
    }

    /** Whether it holds. */
    public boolean holds() {
      return mismatches.isEmpty();
    }
  }

  /**
   * What became of a mutant.
   *
   * @param killedBy the first example that fails with it; empty when nobody notices
   */
  public record Fate(Mutant mutant, Optional<String> killedBy) {
    /** Whether no example notices it. */
    public boolean survived() {
      return killedBy.isEmpty();
    }
  }

  /**
   * Plays {@code examples} on {@code table}, and then on each of its mutants until one notices.
   *
   * @param calendar when rows are due
   */
  public static Coverage of(
      Procedure procedure, RoutingTable table, List<Example> examples, DueDates calendar) {
    Suite suite = Suite.play(procedure, table, examples, calendar);
    return new Coverage(
        procedure.sop(),
        procedure.digest(),
        suite.trials(),
        Tally.of(procedure.sop(), table, suite.holding()),
        Mutants.of(procedure.sop(), table).stream()
            .map(mutant -> new Fate(mutant, suite.killer(mutant)))
            .toList());
  }

  /** So many of so many. */
  public Figure figure(Measure measure) {
    if (measure == Measure.MUTASI) {
      return new Figure(mutants.size() - survivors().size(), mutants.size());
    }
    List<Item> counted = items.stream().filter(i -> i.measure() == measure).toList();
    return new Figure((int) counted.stream().filter(Item::covered).count(), counted.size());
  }

  /**
   * The mutants that were noticed, by kind of slip; kinds that this SOP does not have are absent.
   */
  public Map<Mutant.Slip, Figure> slips() {
    Map<Mutant.Slip, Figure> slips = new EnumMap<>(Mutant.Slip.class);
    for (Mutant.Slip slip : Mutant.Slip.values()) {
      List<Fate> made = mutants.stream().filter(f -> f.mutant().slip() == slip).toList();
      if (!made.isEmpty()) {
        int noticed = (int) made.stream().filter(f -> !f.survived()).count();
        slips.put(slip, new Figure(noticed, made.size()));
      }
    }
    return ImmutableMap.copyOf(slips);
  }

  /** What no example covers. */
  public List<Item> gaps() {
    return items.stream().filter(i -> !i.covered()).toList();
  }

  /** The mutants that nobody notices. */
  public List<Mutant> survivors() {
    return mutants.stream().filter(Fate::survived).map(Fate::mutant).toList();
  }

  /**
   * The gaps to close first: without rules, rows and cells that an arrow which is not passed leaves
   * behind.
   */
  public List<Item> firstGaps() {
    Set<Place> open = openArrows();
    return gaps().stream()
        .filter(
            item ->
                switch (item.measure()) {
                  case PANAH, LABEL -> true;
                  case SEL -> !open.contains(item.place());
                  case BARIS -> open.isEmpty();
                  case ATURAN, MUTASI -> false;
                })
        .toList();
  }

  /** The survivors in arrows that are passed: an example goes there, but does not look. */
  public List<Mutant> firstSurvivors() {
    Set<Place> open = openArrows();
    return survivors().stream().filter(m -> !open.contains(m.rule().place())).toList();
  }

  /** The rules with an arrow that no example passes. */
  private Set<Place> openArrows() {
    return gaps().stream()
        .filter(item -> item.measure() == Measure.PANAH)
        .map(Item::place)
        .collect(Collectors.toSet());
  }

  /** Where examples do not hold, in their order. */
  public List<Problem> mismatches() {
    return trials.stream()
        .flatMap(t -> t.mismatches().stream())
        .collect(ImmutableList.toImmutableList());
  }
}
