package id.sop.casework;

import static id.sop.testing.Desk.complete;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.Sop;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MovingTest {
  private static final Sop FORKED =
      aSop().row(aRow("1")).row(aRow("2")).row(aRow("3")).row(aRow("4")).build();

  private static Desk forked() {
    Arrows arrows = Arrows.of(FORKED);
    arrows.start().to("1");
    arrows.from("1").to("2", "3");
    arrows.from("2").whileOthersAreOpen().waits();
    arrows.from("3").whileOthersAreOpen().waits();
    arrows.from("2").whenAlone().to("4");
    arrows.from("3").whenAlone().to("4");
    arrows.from("4").ends();
    return Desk.of(FORKED, arrows).begun("STAF");
  }

  @Test
  void a_case_begins_at_its_first_row() {
    Desk desk = forked();

    assertThat(desk.state().status()).isEqualTo(CaseStatus.BERJALAN);
    assertThat(desk.openRows()).containsExactly("1");
  }

  @Test
  void a_fork_opens_all_its_rows_and_a_join_waits_for_the_last() {
    Desk desk = forked();

    desk.did(complete("1", "STAF"));
    assertThat(desk.openRows()).containsExactly("2", "3");
    desk.did(complete("3", "STAF"));
    assertThat(desk.openRows()).containsExactly("2");
    desk.did(complete("2", "STAF"));

    assertThat(desk.openRows()).containsExactly("4");
  }

  @Test
  void the_last_row_ends_the_case() {
    Desk desk = forked();

    desk.did(complete("1", "STAF"));
    desk.did(complete("2", "STAF"));
    desk.did(complete("3", "STAF"));
    Receipt receipt = desk.did(complete("4", "STAF"));

    assertThat(receipt.status()).isEqualTo(CaseStatus.SELESAI);
    assertThat(desk.state().outcome()).contains("SELESAI");
  }

  private static Desk withAShortAndALongBranch() {
    Sop sop = aSop().row(aRow("1")).row(aRow("2")).row(aRow("3")).row(aRow("4")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1", "2");
    arrows.from("1").waits();
    arrows.from("2").to("3");
    arrows.from("3").whileOthersAreOpen().waits();
    arrows.from("3").whenAlone().to("4");
    Desk desk = Desk.of(sop, arrows).begun("STAF").after(Duration.ofHours(5));
    desk.did(complete("1", "STAF").at(Desk.MORNING.plus(Duration.ofHours(4))));
    desk.did(complete("2", "STAF").at(Desk.MORNING.plus(Duration.ofHours(1))));
    return desk;
  }

  @Test
  void a_branch_goes_on_at_its_own_time_though_another_was_recorded_before() {
    Desk desk = withAShortAndALongBranch();

    assertThat(desk.state().openRows())
        .extracting(OpenRow::openedAt)
        .containsExactly(Desk.MORNING.plus(Duration.ofHours(1)));
  }

  @Test
  void a_join_remembers_a_branch_though_another_opened_rows_in_between() {
    Desk desk = withAShortAndALongBranch();

    desk.did(complete("3", "STAF").at(Desk.MORNING.plus(Duration.ofHours(2))));

    assertThat(desk.state().openRows())
        .extracting(OpenRow::openedAt)
        .containsExactly(Desk.MORNING.plus(Duration.ofHours(4)));
  }

  @Test
  void a_case_ends_with_its_last_branch_though_that_was_recorded_first() {
    Sop sop = aSop().row(aRow("1")).row(aRow("2")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1", "2");
    arrows.from("1").ends();
    arrows.from("2").ends();
    Desk desk = Desk.of(sop, arrows).begun("STAF").after(Duration.ofHours(5));
    desk.did(complete("1", "STAF").at(Desk.MORNING.plus(Duration.ofHours(4))));

    desk.did(complete("2", "STAF").at(Desk.MORNING.plus(Duration.ofHours(1))));

    assertThat(desk.journal().get(desk.journal().size() - 1).event().occurredAt())
        .isEqualTo(Desk.MORNING.plus(Duration.ofHours(4)));
  }

  @Test
  void a_join_opens_when_its_last_branch_was_done_though_that_was_recorded_first() {
    Desk desk = forked();
    desk.did(complete("1", "STAF"));
    desk.after(Duration.ofHours(5));
    desk.did(complete("2", "STAF").at(Desk.MORNING.plus(Duration.ofHours(4))));

    desk.did(complete("3", "STAF").at(Desk.MORNING.plus(Duration.ofHours(2))));

    assertThat(desk.state().openRows())
        .extracting(OpenRow::openedAt)
        .containsExactly(Desk.MORNING.plus(Duration.ofHours(4)));
  }
}
