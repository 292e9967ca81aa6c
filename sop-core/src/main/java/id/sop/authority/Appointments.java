package id.sop.authority;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import id.sop.definition.PelaksanaCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who holds which role when, as a list of appointments. One person may hold several. */
public record Appointments(List<Appointment> list) implements Authority {
  /** The widest first: what reaches beyond routine, then what excepts least. */
  private static final Comparator<Mandate> WIDEST =
      Comparator.<Mandate, Boolean>comparing(m -> m.kind().routineOnly())
          .thenComparingInt(m -> m.kecuali().size())
          .thenComparing(Mandate::kind);

  public Appointments {
    list = List.copyOf(list);
  }

  public static Appointments of(Appointment... list) {
    return new Appointments(List.of(list));
  }

  /** The same with one more. */
  public Appointments with(Appointment more) {
    return new Appointments(ImmutableList.<Appointment>builder().addAll(list).add(more).build());
  }

  /** The persons who may act in {@code role} at {@code at}, on whatever ground. */
  public Set<String> persons(PelaksanaCode role, Instant at) {
    return list.stream()
        .filter(each -> each.role().equals(role) && each.holdsAt(at))
        .map(Appointment::person)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** The position, where he holds it; of several mandates the widest. */
  @Override
  public Ground ground(String person, PelaksanaCode role, Instant at) {
    List<Appointment> held =
        list.stream()
            .filter(each -> each.person().equals(person) && each.role().equals(role))
            .filter(each -> each.holdsAt(at))
            .toList();
    if (held.stream().anyMatch(each -> each.kind() == Appointment.Kind.DEFINITIF)) {
      return Ground.DEFINITIF;
    }
    return held.stream()
        .map(this::mandate)
        .min(WIDEST)
        .<Ground>map(Ground.Mandat::new)
        .orElse(Ground.TIDAK_ADA);
  }

  private Mandate mandate(Appointment letter) {
    return new Mandate(
        letter.kind(),
        letter.dasar(),
        letter.from(),
        letter.until(),
        extensions(letter),
        letter.atasNama(),
        letter.kecuali());
  }

  /** How many letters before {@code letter} it goes on from, one from the other. */
  private int extensions(Appointment letter) {
    List<Appointment> series =
        list.stream()
            .filter(each -> each.isOfSeries(letter) && !each.from().isAfter(letter.from()))
            .sorted(Comparator.comparing(Appointment::from))
            .toList();
    Map<Appointment, Integer> extensions = new HashMap<>();
    for (Appointment each : series) {
      int before =
          series.stream()
              .filter(each::prolongs)
              .mapToInt(earlier -> extensions.getOrDefault(earlier, 0) + 1)
              .max()
              .orElse(0);
      extensions.put(each, before);
    }
    return extensions.getOrDefault(letter, 0);
  }
}
