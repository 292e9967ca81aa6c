package id.sop.authority;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.internal.Micros;
import id.sop.internal.Unicode;
import java.time.Instant;

/** One line of a register: never changed, never taken out. */
public sealed interface RegisterEntry {
  /** The longest number of a decree or letter that a register keeps, in characters. */
  int LONGEST_DASAR = 200;

  /** Its place in the register. */
  Stamp stamp();

  /** Its number: 1 for the first entry of the register, without gaps. */
  default long nomor() {
    return stamp().nomor();
  }

  /** The number of the entry of the appointment that it is about: its own, or the one it ends. */
  long about();

  /**
   * Where an entry stands in its register.
   *
   * @param nomor its number, from 1 on without gaps
   * @param recordedAt when it was written down, to the microsecond; never before the entry above it
   * @param recordedBy the person who had it written down, as the host numbers its users
   */
  record Stamp(long nomor, Instant recordedAt, String recordedBy) {
    public Stamp {
      checkArgument(nomor > 0, "entries are numbered from 1 on");
      recordedAt = Micros.truncate(recordedAt);
      requirePerson("recordedBy", recordedBy);
    }
  }

  /**
   * Somebody was appointed.
   *
   * @param appointment to what, for how long; times to the microsecond
   */
  record Appointed(Stamp stamp, Appointment appointment) implements RegisterEntry {
    public Appointed {
      requirePerson("person", appointment.person());
      requireText("dasar", appointment.dasar(), LONGEST_DASAR);
      requireKept("from", appointment.from());
      appointment.until().ifPresent(until -> requireKept("until", until));
      appointment =
          appointment.during(
              Micros.truncate(appointment.from()), appointment.until().map(Micros::truncate));
    }

    @Override
    public long about() {
      return nomor();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.appointed(this);
    }
  }

  /**
   * An appointment ended earlier than its letter says, or was withdrawn.
   *
   * @param appointed the number of the entry of the appointment
   * @param at the first moment at which it no longer holds, to the microsecond; at or before its
   *     beginning: it never held
   * @param dasar the number of the decree or letter
   */
  record Ended(Stamp stamp, long appointed, Instant at, String dasar) implements RegisterEntry {
    public Ended {
      requireText("dasar", dasar, LONGEST_DASAR);
      if (Unicode.isBlank(dasar)) {
        throw new AuthorityException(AuthorityCode.CANNOT_BE_KEPT, "dasar");
      }
      requireKept("at", at);
      at = Micros.truncate(at);
    }

    @Override
    public long about() {
      return appointed;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ended(this);
    }
  }

  private static void requirePerson(String what, String id) {
    requireText(what, id, 64);
    if (Unicode.isBlank(id)) {
      throw new AuthorityException(AuthorityCode.CANNOT_BE_KEPT, what);
    }
  }

  private static void requireText(String what, String text, int longest) {
    if (text.length() > longest
        || !Unicode.isWellFormed(text)
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new AuthorityException(AuthorityCode.CANNOT_BE_KEPT, what);
    }
  }

  private static void requireKept(String what, Instant instant) {
    if (!Micros.canKeep(instant)) {
      throw new AuthorityException(AuthorityCode.CANNOT_BE_KEPT, what);
    }
  }

  <R> R match(Cases<R> cases);

  /** One answer for each kind. */
  interface Cases<R> {
    R appointed(Appointed entry);

    R ended(Ended entry);
  }
}
