package id.sop.authority;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody did in a row: took part, signed, or sent a signing back.
 *
 * @param person the person, as the host numbers its users
 * @param role the role in which he acted
 * @param on the day on which he did, at the unit
 * @param sentBackTo whose signature he took away, sending the signing back instead of signing;
 *     empty when he did not
 */
public record Act(
    String person, PelaksanaCode role, LocalDate on, Optional<PelaksanaCode> sentBackTo) {
  /** An act at {@code at}, on the day that it was where the actor works. */
  public static Act of(
      String person, PelaksanaCode role, Instant at, Optional<PelaksanaCode> sentBackTo, Sop sop) {
    return new Act(person, role, LocalDate.ofInstant(at, sop.unit(role).zona()), sentBackTo);
  }
}
