package id.sop.authority;

import com.google.common.collect.ImmutableSet;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which roles may do what in one visit of a row.
 *
 * @param sop the SOP
 * @param step the row
 * @param by who is to do this visit, in the order of the row's mode
 * @param on the day whose groups count, at the unit; empty when a member of any time counts
 */
public record RowRoles(Sop sop, Step step, List<PelaksanaCode> by, Optional<LocalDate> on) {
  public RowRoles {
    by = List.copyOf(by);
  }

  /** With the groups as they are at any time. */
  public RowRoles(Sop sop, Step step, List<PelaksanaCode> by) {
    this(sop, step, by, Optional.empty());
  }

  /** The same, with the groups as they are on {@code day}. */
  public RowRoles on(LocalDate day) {
    return new RowRoles(sop, step, by, Optional.of(day));
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

  /** Whether a holder of {@code held} may act for one of {@code roles}. */
  public boolean mayActAs(PelaksanaCode held, List<PelaksanaCode> roles) {
    return actsForOne(held, roles);
  }

  /** Whether a holder of {@code held} receives what comes out of the row, or is told. */
  public boolean mayReceive(PelaksanaCode held) {
    return actsForOne(held, step.penerima());
  }

  /** Those of {@code asked} for whom nobody has acted, in their order. */
  public List<PelaksanaCode> without(List<PelaksanaCode> asked, List<Act> acts) {
    List<PelaksanaCode> without = new ArrayList<>();
    for (PelaksanaCode role : asked) {
      if (!hasActed(role, acts)) {
        without.add(role);
      }
    }
    return List.copyOf(without);
  }

  /**
   * Those who should have signed before a holder of {@code held} does, but have not; empty when he
   * does not sign in this row.
   *
   * @param acts what was done in this visit, in order
   */
  public List<PelaksanaCode> unsignedBefore(PelaksanaCode held, List<Act> acts) {
    if (mode() != Mode.BERJENJANG) {
      return List.of();
    }
    List<Act> signed = standing(acts);
    for (int i = 0; i < by.size(); i++) {
      if (actsForOne(held, by.subList(i, i + 1))
          && without(by.subList(i, i + 1), signed).contains(by.get(i))) {
        return without(by.subList(0, i), signed);
      }
    }
    return List.of();
  }

  /**
   * The acts that still count: whoever sends a signing back takes away the signature of the one
   * below him, who has to sign, or send it back, again.
   *
   * @param acts what was done in this visit, in order
   */
  public List<Act> standing(List<Act> acts) {
    List<Act> standing = new ArrayList<>();
    for (Act act : acts) {
      if (act.sentBackTo().isPresent()) {
        // Signers may have been added since: whose signature it was stands in the act itself.
        PelaksanaCode unsigned = act.sentBackTo().get();
        standing.removeIf(signed -> actsFor(signed, unsigned));
      } else {
        standing.add(act);
      }
    }
    return List.copyOf(standing);
  }

  /** Whose turn it is to sign; empty when the row is not signed in order, or all have signed. */
  public Optional<PelaksanaCode> turnToSign(List<Act> acts) {
    int turn = turn(standing(acts));
    return mode() == Mode.BERJENJANG && turn < by.size()
        ? Optional.of(by.get(turn))
        : Optional.empty();
  }

  /** The one to whom a signing goes when the one whose turn it is sends it back, if anybody. */
  public Optional<PelaksanaCode> returnsTo(List<Act> acts) {
    int turn = turn(standing(acts));
    return mode() == Mode.BERJENJANG && turn > 0 && turn < by.size()
        ? Optional.of(by.get(turn - 1))
        : Optional.empty();
  }

  /**
   * For how many of those who do the row together somebody has acted, each by another person.
   *
   * @param acts what was done in this visit
   */
  public int present(List<Act> acts) {
    List<Set<String>> seats = new ArrayList<>();
    for (PelaksanaCode role : by) {
      seats.add(
          acts.stream()
              .filter(a -> actsFor(a, role))
              .map(Act::person)
              .collect(ImmutableSet.toImmutableSet()));
    }
    return Seats.filled(seats);
  }

  private int turn(List<Act> signed) {
    int turn = 0;
    while (turn < by.size() && without(by.subList(turn, turn + 1), signed).isEmpty()) {
      turn++;
    }
    return turn;
  }

  private List<PelaksanaCode> withRecipients(List<PelaksanaCode> roles) {
    List<PelaksanaCode> all = new ArrayList<>(roles);
    all.addAll(step.penerima());
    return List.copyOf(all);
  }

  /** Whether it was done for {@code role}, by the groups of the day on which it was done. */
  private boolean actsFor(Act act, PelaksanaCode role) {
    return sop.mayActAs(act.role(), role, act.on());
  }

  private boolean actsForOne(PelaksanaCode held, List<PelaksanaCode> asked) {
    for (PelaksanaCode role : asked) {
      if (on.isPresent() ? sop.mayActAs(held, role, on.get()) : sop.mayActAs(held, role)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasActed(PelaksanaCode role, List<Act> acts) {
    for (Act act : acts) {
      if (actsFor(act, role)) {
        return true;
      }
    }
    return false;
  }
}
