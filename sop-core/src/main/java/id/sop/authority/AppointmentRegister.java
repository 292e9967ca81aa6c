package id.sop.authority;

import id.sop.definition.PelaksanaCode;
import java.time.Instant;
import java.util.Set;

/**
 * A register of who was appointed to what, for a host that has none: {@link MemoryRegister}, or one
 * in a database. It is only added to, so that it also tells who wrote down what when. Persons are
 * the host's numbers of its users, never names or NIP. Threads may share it.
 *
 * <p>It answers by what is written down when it is asked. An end that is written down later, for a
 * moment that has passed, changes the answer for that moment from then on; what was recorded of a
 * case before keeps its word, and {@link RegisterHistory#knownAt} gives the answer of then.
 */
public interface AppointmentRegister extends Authority {
  /**
   * Writes down an appointment or a mandate. One that stands already is not written again, so that
   * a repeat is harmless. An extension is another letter, and another entry.
   *
   * @param by the person who has it written down, as the host numbers its users
   * @return the entry; its number is named to end it
   * @throws AuthorityException when a text is too long or a time too far away to be kept
   */
  RegisterEntry.Appointed appoint(Appointment appointment, String by);

  /**
   * Writes down that an appointment ends earlier than its letter says, or is withdrawn. Of several
   * ends the one written last counts; the same end twice is written once.
   *
   * @param nomor the number of the entry of the appointment
   * @param at the first moment at which it no longer holds; at or before its beginning: it never
   *     held
   * @param dasar the number of the decree or letter
   * @param by the person who has it written down, as the host numbers its users
   * @throws AuthorityException when there is no such appointment, or its letter ends before {@code
   *     at}
   */
  RegisterEntry.Ended end(long nomor, Instant at, String dasar, String by);

  /** All entries. */
  RegisterHistory history();

  /** The entries about {@code role}. */
  RegisterHistory history(PelaksanaCode role);

  /** The persons who may act in {@code role} at {@code at}, on whatever ground. */
  default Set<String> persons(PelaksanaCode role, Instant at) {
    return history(role).standing().persons(role, at);
  }
}
