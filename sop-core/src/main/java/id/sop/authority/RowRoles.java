package id.sop.authority;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which roles may do what in one visit of a row.
 *
 * @param sop the SOP
 * @param step the row
 * @param by who is to do this visit, in the order of the row's mode
 */
public record RowRoles(Sop sop, Step step, List<PelaksanaCode> by) {
  public RowRoles {
    by = List.copyOf(by);
  }

  private Mode mode() {
    return step.pelaksana().mode();
  }

  /** The roles whose act completes the visit; a member of a group among them may act for it. */
  public List<PelaksanaCode> completing() {
    return switch (mode()) {
      case SALAH_SATU -> by;
      case BERSAMA, KOLEGIAL -> by.subList(0, 1);
      case BERJENJANG -> by.subList(by.size() - 1, by.size());
      case EKSTERNAL -> withRecipients(by);
    };
  }

  /** The roles that may take part, sign, or record minutes or an acknowledgement. */
  public List<PelaksanaCode> participating() {
    return switch (mode()) {
      case SALAH_SATU -> step.penerima();
      case BERSAMA, KOLEGIAL, EKSTERNAL -> withRecipients(by);
      case BERJENJANG -> withRecipients(earlierSigners());
    };
  }

  /** In a row signed in order, those who sign before the one who completes it. */
  public List<PelaksanaCode> earlierSigners() {
    return mode() == Mode.BERJENJANG ? by.subList(0, by.size() - 1) : List.of();
  }

  /** In a row done together, those beside its leader who must have recorded that they took part. */
  public List<PelaksanaCode> companions() {
    return mode() == Mode.BERSAMA ? by.subList(1, by.size()) : List.of();
  }

  /**
   * Those who act before the visit is completed: its companions, its earlier signers, or the body
   * whose minutes are recorded.
   */
  public List<PelaksanaCode> preparing() {
    return switch (mode()) {
      case SALAH_SATU, EKSTERNAL -> List.of();
      case BERSAMA -> companions();
      case BERJENJANG -> earlierSigners();
      case KOLEGIAL -> by;
    };
  }

  /** The roles that complete the visit or do a part of it. */
  public List<PelaksanaCode> acting() {
    return mode() == Mode.EKSTERNAL ? completing() : by;
  }

  /** Whether a holder of {@code held} completes the visit or does a part of it. */
  public boolean mayAct(PelaksanaCode held) {
    return actsForOne(held, acting());
  }

  /** Whether a holder of {@code held} may complete the visit. */
  public boolean mayComplete(PelaksanaCode held) {
    return actsForOne(held, completing());
  }

  /** Whether a holder of {@code held} may record that he took part. */
  public boolean mayParticipate(PelaksanaCode held) {
    return actsForOne(held, participating());
  }

  /** Those of {@code asked} for whom none of {@code acted} has acted, in their order. */
  public List<PelaksanaCode> without(List<PelaksanaCode> asked, Set<PelaksanaCode> acted) {
    List<PelaksanaCode> without = new ArrayList<>();
    for (PelaksanaCode role : asked) {
      if (!hasActed(role, acted)) {
        without.add(role);
      }
    }
    return List.copyOf(without);
  }

  /**
   * Those who should have signed before a holder of {@code held} does, but have not; empty when he
   * does not sign in this row.
   */
  public List<PelaksanaCode> unsignedBefore(PelaksanaCode held, Set<PelaksanaCode> signed) {
    if (mode() != Mode.BERJENJANG) {
      return List.of();
    }
    for (int i = 0; i < by.size(); i++) {
      if (sop.mayActAs(held, by.get(i))
          && without(by.subList(i, i + 1), signed).contains(by.get(i))) {
        return without(by.subList(0, i), signed);
      }
    }
    return List.of();
  }

  private List<PelaksanaCode> withRecipients(List<PelaksanaCode> roles) {
    List<PelaksanaCode> all = new ArrayList<>(roles);
    all.addAll(step.penerima());
    return List.copyOf(all);
  }

  private boolean actsForOne(PelaksanaCode held, List<PelaksanaCode> asked) {
    for (PelaksanaCode role : asked) {
      if (sop.mayActAs(held, role)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasActed(PelaksanaCode role, Set<PelaksanaCode> acted) {
    for (PelaksanaCode held : acted) {
      if (sop.mayActAs(held, role)) {
        return true;
      }
    }
    return false;
  }
}
