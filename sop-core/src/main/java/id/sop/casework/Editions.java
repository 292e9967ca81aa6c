package id.sop.casework;

import com.google.common.collect.ImmutableSortedSet;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Problem;
import id.sop.routing.OtherSops;
import id.sop.routing.Procedure;
import id.sop.worktime.DueDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The SOPs that are loaded, each in one version or more. A case runs on the one it is pinned to; a
 * new one takes the newest in force.
 */
public record Editions(List<Edition> all) {
  public Editions {
    all = List.copyOf(all);
  }

  public static Editions of(Edition... all) {
    return new Editions(List.of(all));
  }

  /** These and {@code edition}, which replaces one of the same SOP and digest. */
  public Editions with(Edition edition) {
    List<Edition> changed = new ArrayList<>(all);
    changed.removeIf(e -> same(e, id(edition), edition.procedure().digest()));
    changed.add(edition);
    return new Editions(changed);
  }

  /**
   * These and {@code edition} in place of the version of the same SOP with {@code digest}: cases
   * that run on that one stay on it, but none begins on it from the day on which {@code edition}
   * takes force, also when that day is before its own.
   */
  public Editions replacing(String digest, Edition edition) {
    List<Edition> changed = new ArrayList<>();
    for (Edition e : all) {
      boolean overtaken = !e.tanggalEfektif().isBefore(edition.tanggalEfektif());
      changed.add(
          overtaken && same(e, id(edition), digest)
              ? new Edition(e.procedure(), LocalDate.MAX)
              : e);
    }
    return new Editions(changed).with(edition);
  }

  /** The ids of the SOPs loaded. */
  public Set<SopId> ids() {
    return all.stream()
        .map(Editions::id)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /**
   * That the newest versions do not lead back to themselves through rows that stand for other SOPs,
   * and not too deep; the first fault, where they do.
   */
  public Optional<Problem> unsound() {
    for (Edition edition : all) {
      for (Step row : edition.procedure().sop().langkah().values()) {
        if (row.mikro().isPresent()) {
          return OtherSops.rounds(newest()).stream().findFirst();
        }
      }
    }
    return Optional.empty();
  }

  private List<Procedure> newest() {
    return all.stream()
        .sorted(Comparator.comparing(Edition::tanggalEfektif))
        .map(Edition::procedure)
        .toList();
  }

  /** The version of {@code sop} with that digest. */
  public Optional<Procedure> pinned(SopId sop, String digest) {
    for (Edition edition : all) {
      if (same(edition, sop, digest)) {
        return Optional.of(edition.procedure());
      }
    }
    return Optional.empty();
  }

  /**
   * The version of {@code sop} on which a case that begins at {@code at} runs: the latest in force
   * on that day; of two that took force on one day, the one loaded later.
   */
  public Optional<Procedure> inForce(SopId sop, Instant at) {
    Optional<Edition> latest = Optional.empty();
    for (Edition edition : all) {
      boolean inForce =
          id(edition).equals(sop) && !edition.tanggalEfektif().isAfter(day(edition, at));
      boolean older =
          latest.isPresent() && edition.tanggalEfektif().isBefore(latest.get().tanggalEfektif());
      if (inForce && !older) {
        latest = Optional.of(edition);
      }
    }
    return latest.isPresent() ? Optional.of(latest.get().procedure()) : Optional.empty();
  }

  /** The version {@code versi} of {@code sop}, if it is in force on the day of {@code at}. */
  Optional<Procedure> ofVersion(SopId sop, String versi, Instant at) {
    return new Editions(
            all.stream().filter(e -> e.procedure().sop().versi().equals(versi)).toList())
        .inForce(sop, at);
  }

  /** The versions of {@code sop} that are loaded, as their owner counts. */
  Set<String> versions(SopId sop) {
    return all.stream()
        .filter(e -> id(e).equals(sop))
        .map(e -> e.procedure().sop().versi())
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** Whether in each version of {@code sop} the time of {@code step} runs from its opening. */
  public boolean runsFromOpening(SopId sop, StepId step) {
    for (Edition edition : all) {
      if (id(edition).equals(sop) && !edition.procedure().sop().runsFromOpening(step)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Checks that {@code calendar} knows the calendars by which the units of all versions work.
   *
   * @throws id.sop.problem.SopException when it does not know one
   */
  public void checkCalendars(DueDates calendar) {
    for (Edition edition : all) {
      edition.procedure().sop().checkCalendars(calendar);
    }
  }

  /** The first day on which a version of {@code sop} is in force; empty when none is loaded. */
  Optional<LocalDate> firstDay(SopId sop) {
    return all.stream()
        .filter(e -> id(e).equals(sop))
        .map(Edition::tanggalEfektif)
        .min(Comparator.naturalOrder());
  }

  /** The day on which {@code at} falls for {@code sop}, of which a version must be loaded. */
  LocalDate day(SopId sop, Instant at) {
    return all.stream()
        .filter(e -> id(e).equals(sop))
        .map(e -> day(e, at))
        .findFirst()
        .orElseThrow();
  }

  private static boolean same(Edition edition, SopId sop, String digest) {
    return id(edition).equals(sop) && edition.procedure().digest().equals(digest);
  }

  private static SopId id(Edition edition) {
    return edition.procedure().sop().id();
  }

  private static LocalDate day(Edition edition, Instant at) {
    return LocalDate.ofInstant(at, edition.procedure().sop().zona());
  }
}
