package id.sop.authority;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.authority.Appointment.Kind;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The right to act in a role without holding its position (UU 30/2014, art. 14).
 *
 * @param kind by which right; never {@link Kind#DEFINITIF}
 * @param nomor the number of the decree or letter
 * @param from the first moment
 * @param until the first moment at which it no longer holds; empty while it has no end
 * @param perpanjangan how many letters without a gap came before this one, which extends them
 * @param atasNama the superior in whose name he acts: for a.n. the holder of the role, for u.b. the
 *     one who himself acts in the holder's name; empty for the other kinds
 * @param kecuali what it does not cover
 */
public record Mandate(
    Kind kind,
    String nomor,
    Instant from,
    Optional<Instant> until,
    int perpanjangan,
    Optional<PelaksanaCode> atasNama,
    List<Kecuali> kecuali) {
  private static final Period PLT_TERM = Period.ofMonths(3);
  private static final int PLT_EXTENSIONS = 1;

  /**
   * Something that a letter of mandate excepts.
   *
   * @param sop the SOP
   * @param baris the row
   * @param keputusan the one decision on it that is excepted; empty when the whole row is
   */
  public record Kecuali(SopId sop, StepId baris, Optional<Label> keputusan) {}

  public Mandate {
    checkArgument(kind != Kind.DEFINITIF, "who holds the position needs no mandate");
    checkArgument(!nomor.isBlank(), "a mandate rests on a letter with a number");
    checkArgument(perpanjangan >= 0, "a mandate is extended so many times or never");
    checkArgument(until.isEmpty() || until.get().isAfter(from), "a mandate ends after it began");
    checkArgument(
        atasNama.isPresent() == kind.namesSuperior(),
        "a.n. and u.b., and only they, name a superior");
    kecuali = List.copyOf(kecuali);
  }

  /** A first letter that excepts nothing, of a kind that names no superior. */
  public static Mandate of(Kind kind, String nomor, Instant from, Optional<Instant> until) {
    return new Mandate(kind, nomor, from, until, 0, Optional.empty(), List.of());
  }

  /** Whether it holds at {@code at}. */
  public boolean holdsAt(Instant at) {
    return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
  }

  /**
   * Whether an act in {@code step} of {@code sop} lies within it: a strategic one only if its kind
   * reaches beyond routine, and none that its letter excepts.
   *
   * @param decision the label decided; empty when none is
   */
  public boolean covers(SopId sop, Step step, Optional<Label> decision) {
    return (!step.strategis() || !kind.routineOnly())
        && kecuali.stream()
            .filter(k -> k.sop().equals(sop) && k.baris().equals(step.id()))
            .allMatch(k -> k.keputusan().isPresent() && !k.keputusan().equals(decision));
  }

  /**
   * Whether an act at {@code at} lies beyond the time for which a Plt. may act: three months a
   * letter, extended once. No other kind has such a limit.
   *
   * @param zone the zone in which the months are counted
   */
  public boolean exceedsItsTerm(Instant at, ZoneId zone) {
    return kind == Kind.PLT
        && (perpanjangan > PLT_EXTENSIONS
            || !at.isBefore(from.atZone(zone).plus(PLT_TERM).toInstant()));
  }

  /** As a signature line has it: {@code Plt.}, {@code a.n. SEKWAN}. */
  public String teks() {
    return kind.singkatan() + atasNama.map(superior -> " " + superior).orElse("");
  }
}
