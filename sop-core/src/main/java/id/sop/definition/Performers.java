package id.sop.definition;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.OptionalInt;

/**
 * Who does a row, and how they share it.
 *
 * @param mode how
 * @param roles who, in the order that the mode gives a meaning to
 * @param kuorum in {@link Mode#BERSAMA}: how many of the roles, its leader among them, must have
 *     acted, each by another person, before the row can be completed; empty when the row needs its
 *     leader only, and each other one who is missing is a minor finding
 */
public record Performers(Mode mode, List<PelaksanaCode> roles, OptionalInt kuorum) {

  /** How several performers share a row. */
  public enum Mode {
    /** Any one of them does it. */
    SALAH_SATU,
    /**
     * Together: the first leads and completes the row, each other one records that it took part; a
     * missing record is a minor finding.
     */
    BERSAMA,
    /**
     * In order, as in paraf berjenjang: each signs after the one before, the last completes the
     * row.
     */
    BERJENJANG,
    /** A body that acts by meeting: the row is completed on the strength of its minutes. */
    KOLEGIAL,
    /** Somebody outside: a recipient of the row records the act on his behalf. */
    EKSTERNAL
  }

  public Performers {
    checkArgument(!roles.isEmpty(), "a row is done by somebody");
    roles = List.copyOf(roles);
    checkArgument(
        kuorum.isEmpty()
            || (mode == Mode.BERSAMA && kuorum.getAsInt() > 0 && kuorum.getAsInt() <= roles.size()),
        "a quorum is one of those who do the row together");
  }

  /** Performers without a quorum. */
  public Performers(Mode mode, List<PelaksanaCode> roles) {
    this(mode, roles, OptionalInt.empty());
  }

  /** The role whose act completes the row, except in {@link Mode#SALAH_SATU}, where any may. */
  public PelaksanaCode completing() {
    return mode == Mode.BERJENJANG ? roles.get(roles.size() - 1) : roles.get(0);
  }
}
