package id.sop.authority;

import com.google.common.collect.ImmutableList;
import id.sop.definition.PelaksanaCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entries of a register: who was appointed when, and since when that was known.
 *
 * @param entries the entries by number; of each appointment among them all that was written about
 *     it
 */
public record RegisterHistory(List<RegisterEntry> entries) {
  public RegisterHistory {
    entries = List.copyOf(entries);
  }

  /** Who holds which role when, as all entries together have it. */
  public Appointments standing() {
    Map<Long, RegisterEntry.Ended> ends = ends();
    ImmutableList.Builder<Appointment> standing = ImmutableList.builder();
    for (RegisterEntry.Appointed entry : appointed()) {
      Optional.ofNullable(ends.get(entry.nomor()))
          .map(end -> entry.appointment().endedAt(end.at()))
          .orElse(Optional.of(entry.appointment()))
          .ifPresent(standing::add);
    }
    return new Appointments(standing.build());
  }

  /** What the register knew at {@code known}: without all that was written down after it. */
  public RegisterHistory knownAt(Instant known) {
    return new RegisterHistory(
        entries.stream().filter(e -> !e.stamp().recordedAt().isAfter(known)).toList());
  }

  /** Those about {@code role}. */
  public RegisterHistory of(PelaksanaCode role) {
    Set<Long> of = new HashSet<>();
    for (RegisterEntry.Appointed entry : appointed()) {
      if (entry.appointment().role().equals(role)) {
        of.add(entry.nomor());
      }
    }
    return new RegisterHistory(
        entries.stream().filter(entry -> of.contains(entry.about())).toList());
  }

  /** The entry that says the same as {@code fresh} and stands, or else {@code fresh}. */
  public RegisterEntry.Appointed appoint(RegisterEntry.Appointed fresh) {
    Map<Long, RegisterEntry.Ended> ends = ends();
    return appointed().stream()
        .filter(e -> e.appointment().equals(fresh.appointment()) && !ends.containsKey(e.nomor()))
        .findFirst()
        .orElse(fresh);
  }

  /**
   * The entry that says the same as {@code fresh} and is the last word on its appointment, or else
   * {@code fresh}.
   *
   * @throws AuthorityException when the appointment is not here, or its letter ends earlier
   */
  public RegisterEntry.Ended end(RegisterEntry.Ended fresh) {
    String nomor = Long.toString(fresh.appointed());
    Appointment letter =
        appointed().stream()
            .filter(e -> e.nomor() == fresh.appointed())
            .map(RegisterEntry.Appointed::appointment)
            .findFirst()
            .orElseThrow(() -> new AuthorityException(AuthorityCode.NO_SUCH_APPOINTMENT, nomor));
    if (letter.until().filter(fresh.at()::isAfter).isPresent()) {
      throw new AuthorityException(
          AuthorityCode.ENDS_AFTER_ITS_LETTER,
          nomor,
          letter.until().get().toString(),
          fresh.at().toString());
    }
    return Optional.ofNullable(ends().get(fresh.appointed()))
        .filter(last -> last.at().equals(fresh.at()) && last.dasar().equals(fresh.dasar()))
        .orElse(fresh);
  }

  private List<RegisterEntry.Appointed> appointed() {
    List<RegisterEntry.Appointed> appointed = new ArrayList<>();
    for (RegisterEntry entry : entries) {
      if (entry instanceof RegisterEntry.Appointed found) {
        appointed.add(found);
      }
    }
    return appointed;
  }

  /** The last word on each appointment of which an end was written down. */
  private Map<Long, RegisterEntry.Ended> ends() {
    Map<Long, RegisterEntry.Ended> ends = new HashMap<>();
    for (RegisterEntry entry : entries) {
      if (entry instanceof RegisterEntry.Ended ended) {
        ends.put(ended.appointed(), ended);
      }
    }
    return ends;
  }
}
