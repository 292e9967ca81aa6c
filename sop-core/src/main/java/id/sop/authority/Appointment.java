package id.sop.authority;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.definition.PelaksanaCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A person holds a role for a time.
 *
 * @param person the person, as the host numbers its users: never a name or NIP
 * @param role the role
 * @param kind by which right
 * @param dasar the number of the decree or letter
 * @param from the first moment
 * @param until the first moment at which it no longer holds; empty while it has no end
 */
public record Appointment(
    String person,
    PelaksanaCode role,
    Kind kind,
    String dasar,
    Instant from,
    Optional<Instant> until) {

  /** Kinds of appointment (UU 30/2014, art. 14; SE BKN 1/SE/I/2021). */
  public enum Kind {
    /** Pejabat definitif: holds the position. */
    DEFINITIF,
    /** Pelaksana tugas: the position is vacant. */
    PLT,
    /** Pelaksana harian: its holder is away for a time. */
    PLH,
    /** Penjabat. */
    PJ,
    /** Penjabat sementara. */
    PJS,
    /** Atas nama: signs in the name of the holder. */
    ATAS_NAMA,
    /** Untuk beliau: signs one level further down. */
    UNTUK_BELIAU
  }

  public Appointment {
    checkArgument(!person.isBlank(), "an appointment is somebody's");
    checkArgument(
        until.isEmpty() || until.get().isAfter(from), "an appointment ends after it began");
  }

  /** Whether it holds at {@code at}. */
  public boolean holdsAt(Instant at) {
    return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
  }
}
