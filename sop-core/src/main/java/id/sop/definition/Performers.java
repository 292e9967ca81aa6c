package id.sop.definition;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;

/**
 * Who does a row, and how they share it.
 *
 * @param mode how
 * @param roles who, in the order that the mode gives a meaning to
 */
public record Performers(Mode mode, List<PelaksanaCode> roles) {

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
  }

  /** The role whose act completes the row, except in {@link Mode#SALAH_SATU}, where any may. */
  public PelaksanaCode completing() {
    return mode == Mode.BERJENJANG ? roles.get(roles.size() - 1) : roles.get(0);
  }
}
