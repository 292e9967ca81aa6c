package id.sop.authority;

import id.sop.definition.PelaksanaCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A register that lives as long as the object: for tests and for trying out an SOP. */
public final class MemoryRegister implements AppointmentRegister {
  private final Clock clock;
  private final List<RegisterEntry> entries = new ArrayList<>();

  private MemoryRegister(Clock clock) {
    this.clock = clock;
  }

  /**
   * An empty register.
   *
   * @param clock says when entries are written down
   */
  public static MemoryRegister create(Clock clock) {
    return new MemoryRegister(clock);
  }

  @Override
  public synchronized RegisterEntry.Appointed appoint(Appointment appointment, String by) {
    return kept(history().appoint(new RegisterEntry.Appointed(next(by), appointment)));
  }

  @Override
  public synchronized RegisterEntry.Ended end(long nomor, Instant at, String dasar, String by) {
    return kept(history().end(new RegisterEntry.Ended(next(by), nomor, at, dasar)));
  }

  private RegisterEntry.Stamp next(String by) {
    Instant now = clock.instant();
    Instant last = entries.isEmpty() ? now : entries.get(entries.size() - 1).stamp().recordedAt();
    return new RegisterEntry.Stamp(entries.size() + 1L, now.isBefore(last) ? last : now, by);
  }

  private <E extends RegisterEntry> E kept(E entry) {
    if (entry.nomor() > entries.size()) {
      entries.add(entry);
    }
    return entry;
  }

  @Override
  public synchronized RegisterHistory history() {
    return new RegisterHistory(entries);
  }

  @Override
  public RegisterHistory history(PelaksanaCode role) {
    return history().of(role);
  }

  @Override
  public Ground ground(String person, PelaksanaCode role, Instant at) {
    return history(role).standing().ground(person, role, at);
  }
}
