package id.sop.authority;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import id.sop.definition.Masa;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows done together and signed in order, by up to five: every subset, every order. */
class SharedRowTableTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final int MOST = 5;

  private static RowRoles roles(Mode mode, int of) {
    String[] codes = names(of).toArray(String[]::new);
    Sop sop = aSop().row(aRow("1").by(mode, codes)).build();
    return new RowRoles(
        sop,
        sop.step(StepId.of("1")).orElseThrow(),
        names(of).stream().map(PelaksanaCode::of).toList());
  }

  private static List<String> names(int of) {
    return IntStream.range(0, of).mapToObj(i -> "P" + i).toList();
  }

  private static Act act(String person, int seat) {
    return new Act(person, PelaksanaCode.of("P" + seat), DAY, Optional.empty());
  }

  private static Act sendsBack(int seat) {
    return new Act(
        "u" + seat,
        PelaksanaCode.of("P" + seat),
        DAY,
        Optional.of(PelaksanaCode.of("P" + (seat - 1))));
  }

  @Test
  void a_quorum_is_the_number_of_roles_for_which_somebody_acted() {
    for (int of = 1; of <= MOST; of++) {
      RowRoles roles = roles(Mode.BERSAMA, of);
      for (int subset = 0; subset < 1 << of; subset++) {
        List<Act> acts = new ArrayList<>();
        for (int seat = 0; seat < of; seat++) {
          if ((subset & 1 << seat) != 0) {
            acts.add(act("u" + seat, seat));
            // Whoever records it twice is no more than one.
            acts.add(act("u" + seat, seat));
          }
        }
        assertThat(roles.present(acts))
            .as("%s of %s", subset, of)
            .isEqualTo(Integer.bitCount(subset));
        for (int needed = 1; needed <= of; needed++) {
          assertThat(roles.present(acts) >= needed).isEqualTo(Integer.bitCount(subset) >= needed);
        }
      }
    }
  }

  /** Three persons and three roles: every relation of who acted as what, against every seating. */
  @Test
  void a_person_with_two_roles_is_one_person() {
    RowRoles roles = roles(Mode.BERSAMA, 3);
    for (int relation = 0; relation < 1 << 9; relation++) {
      List<Act> acts = new ArrayList<>();
      for (int bit = 0; bit < 9; bit++) {
        if ((relation & 1 << bit) != 0) {
          acts.add(act("u" + bit / 3, bit % 3));
        }
      }
      assertThat(roles.present(acts)).as("relation %s", relation).isEqualTo(bestSeating(acts));
    }
  }

  private static int bestSeating(List<Act> acts) {
    int best = 0;
    for (List<Integer> order : Collections2.permutations(List.of(0, 1, 2))) {
      int seated = 0;
      for (int person = 0; person < 3; person++) {
        seated += acts.contains(act("u" + person, order.get(person))) ? 1 : 0;
      }
      best = Math.max(best, seated);
    }
    return best;
  }

  @Test
  void signatures_climb_in_their_order_and_in_no_other() {
    for (int of = 1; of <= MOST; of++) {
      RowRoles roles = roles(Mode.BERJENJANG, of);
      List<Integer> inOrder = IntStream.range(0, of).boxed().toList();
      for (List<Integer> order : Collections2.permutations(inOrder)) {
        List<Act> acts = new ArrayList<>();
        boolean kept = true;
        for (int seat : order) {
          Set<PelaksanaCode> missing = new HashSet<>();
          for (int below = 0; below < seat; below++) {
            if (!acts.contains(act("u" + below, below))) {
              missing.add(PelaksanaCode.of("P" + below));
            }
          }
          assertThat(new HashSet<>(roles.unsignedBefore(PelaksanaCode.of("P" + seat), acts)))
              .as("%s in %s", seat, order)
              .isEqualTo(missing);
          kept &= missing.isEmpty();
          acts.add(act("u" + seat, seat));
        }
        assertThat(kept).isEqualTo(order.equals(inOrder));
        assertThat(roles.without(roles.by(), roles.standing(acts))).isEmpty();
        assertThat(roles.turnToSign(acts)).isEmpty();
      }
    }
  }

  /** All ways to sign and to send back, as far as eight acts go, beside a mere counter. */
  @Test
  void a_signing_that_is_sent_back_goes_one_level_down_each_time() {
    for (int of = 1; of <= MOST; of++) {
      walk(roles(Mode.BERJENJANG, of), of, new ArrayList<>(), 0, 8);
    }
  }

  private static void walk(RowRoles roles, int of, List<Act> acts, int turn, int left) {
    assertThat(roles.turnToSign(acts))
        .as("%s", acts)
        .isEqualTo(turn < of ? Optional.of(roles.by().get(turn)) : Optional.empty());
    assertThat(roles.returnsTo(acts))
        .as("%s", acts)
        .isEqualTo(
            turn > 0 && turn < of ? Optional.of(roles.by().get(turn - 1)) : Optional.empty());
    assertThat(roles.without(roles.by(), roles.standing(acts)))
        .as("%s", acts)
        .isEqualTo(roles.by().subList(turn, of));
    if (left == 0 || turn == of) {
      return;
    }
    acts.add(act("u" + turn, turn));
    walk(roles, of, acts, turn + 1, left - 1);
    if (turn > 0) {
      acts.set(acts.size() - 1, sendsBack(turn));
      walk(roles, of, acts, turn - 1, left - 1);
    }
    acts.remove(acts.size() - 1);
  }

  @Test
  void a_member_acts_for_its_group_on_the_days_of_its_membership_only() {
    LocalDate first = LocalDate.of(2026, 3, 1);
    LocalDate last = LocalDate.of(2026, 3, 31);
    Sop sop =
        aSop()
            .group("TIM", "JF", new Masa(Optional.of(first), Optional.of(last)))
            .row(aRow("1").by("TIM"))
            .build();
    PelaksanaCode held = PelaksanaCode.of("JF");
    RowRoles roles =
        new RowRoles(sop, sop.step(StepId.of("1")).orElseThrow(), List.of(PelaksanaCode.of("TIM")));

    assertThat(roles.mayComplete(held)).isTrue();
    assertThat(roles.on(first.minusDays(1)).mayComplete(held)).isFalse();
    assertThat(roles.on(first).mayComplete(held)).isTrue();
    assertThat(roles.on(last).mayComplete(held)).isTrue();
    assertThat(roles.on(last.plusDays(1)).mayComplete(held)).isFalse();
    // What a member did counts after its membership, too.
    Act then = new Act("u1", held, last, Optional.empty());
    assertThat(roles.on(last.plusDays(1)).without(roles.by(), List.of(then))).isEmpty();
    Act late = new Act("u1", held, last.plusDays(1), Optional.empty());
    assertThat(roles.without(roles.by(), List.of(late))).hasSize(1);
  }
}
