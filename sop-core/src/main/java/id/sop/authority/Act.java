package id.sop.authority;

import id.sop.definition.PelaksanaCode;
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
    String person, PelaksanaCode role, LocalDate on, Optional<PelaksanaCode> sentBackTo) {}
