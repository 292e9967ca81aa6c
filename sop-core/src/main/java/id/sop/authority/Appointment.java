package id.sop.authority;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.definition.PelaksanaCode;
import java.time.Instant;
import java.util.List;
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
 * @param atasNama for a.n. and u.b., and only for them: the superior in whose name he acts
 * @param kecuali what his mandate does not cover
 */
public record Appointment(
    String person,
    PelaksanaCode role,
    Kind kind,
    String dasar,
    Instant from,
    Optional<Instant> until,
    Optional<PelaksanaCode> atasNama,
    List<Mandate.Kecuali> kecuali) {

  /** Kinds of appointment (UU 30/2014, art. 14; SE BKN 1/SE/I/2021). */
  public enum Kind {
    /** Pejabat definitif: holds the position. */
    DEFINITIF(""),
    /** Pelaksana tugas: the position is vacant. Routine acts only. */
    PLT("Plt."),
    /** Pelaksana harian: its holder is away for a time. Routine acts only. */
    PLH("Plh."),
    /** Penjabat: full powers, but for what its decree excepts. */
    PJ("Pj."),
    /** Penjabat sementara: full powers, but for what its decree excepts. */
    PJS("Pjs."),
    /** Atas nama: signs in the name of the holder. Routine acts only. */
    ATAS_NAMA("a.n."),
    /** Untuk beliau: signs for one who himself signs in the holder's name. Routine acts only. */
    UNTUK_BELIAU("u.b.");

    private final String singkatan;

    Kind(String singkatan) {
      this.singkatan = singkatan;
    }

    /** As it is written before the name of the position; empty for its holder. */
    public String singkatan() {
      return singkatan;
    }

    /** Whether strategic acts lie beyond it, whatever its letter says. */
    public boolean routineOnly() {
      return switch (this) {
        case DEFINITIF, PJ, PJS -> false;
        case PLT, PLH, ATAS_NAMA, UNTUK_BELIAU -> true;
      };
    }

    /** Whether it names the superior in whose name one acts. */
    public boolean namesSuperior() {
      return this == ATAS_NAMA || this == UNTUK_BELIAU;
    }
  }

  public Appointment {
    checkArgument(!person.isBlank(), "an appointment is somebody's");
    checkArgument(
        until.isEmpty() || until.get().isAfter(from), "an appointment ends after it began");
    checkArgument(
        kind == Kind.DEFINITIF || !dasar.isBlank(), "a mandate rests on a letter with a number");
    checkArgument(
        atasNama.isPresent() == kind.namesSuperior(),
        "a.n. and u.b., and only they, name a superior");
    kecuali = List.copyOf(kecuali);
    checkArgument(
        kind != Kind.DEFINITIF || kecuali.isEmpty(), "only from a mandate something is excepted");
  }

  /**
   * One that excepts nothing. For a.n. the superior is the holder of {@code role}; u.b. names
   * another, see {@link #untukBeliau}.
   */
  public Appointment(
      String person,
      PelaksanaCode role,
      Kind kind,
      String dasar,
      Instant from,
      Optional<Instant> until) {
    this(
        person,
        role,
        kind,
        dasar,
        from,
        until,
        kind == Kind.ATAS_NAMA ? Optional.of(role) : Optional.empty(),
        List.of());
  }

  /** Signs in {@code role} for {@code atasNama}, who himself signs in the name of its holder. */
  public static Appointment untukBeliau(
      String person,
      PelaksanaCode role,
      PelaksanaCode atasNama,
      String dasar,
      Instant from,
      Optional<Instant> until) {
    return new Appointment(
        person, role, Kind.UNTUK_BELIAU, dasar, from, until, Optional.of(atasNama), List.of());
  }

  /** The same, but for what its letter excepts. */
  public Appointment kecuali(Mandate.Kecuali... excepted) {
    return new Appointment(person, role, kind, dasar, from, until, atasNama, List.of(excepted));
  }

  /** The same for another time. */
  Appointment during(Instant begin, Optional<Instant> end) {
    return new Appointment(person, role, kind, dasar, begin, end, atasNama, kecuali);
  }

  /** What is left of it when it ends at {@code end}; empty when it then never held. */
  Optional<Appointment> endedAt(Instant end) {
    return end.isAfter(from) ? Optional.of(during(from, Optional.of(end))) : Optional.empty();
  }

  /** Whether it holds at {@code at}. */
  public boolean holdsAt(Instant at) {
    return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
  }

  /** Whether both give the same person the same right to the same role. */
  boolean isOfSeries(Appointment other) {
    return person.equals(other.person) && role.equals(other.role) && kind == other.kind;
  }

  /** Whether this letter goes on where {@code earlier} ended, or before: it extends it. */
  boolean prolongs(Appointment earlier) {
    return isOfSeries(earlier)
        && earlier.from.isBefore(from)
        && earlier.until.filter(end -> !end.isBefore(from)).isPresent();
  }
}
