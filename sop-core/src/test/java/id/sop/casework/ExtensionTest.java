package id.sop.casework;

import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.paper;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.casework.CompliancePolicy.Check;
import id.sop.casework.CompliancePolicy.Treatment;
import id.sop.definition.Sop;
import id.sop.journal.CaseEvent;
import id.sop.journal.DueCause;
import id.sop.problem.Language;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.RowBuilder;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import id.sop.worktime.WorkCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer to a request for information: 10 hari kerja, and once 7 more (UU 14/2008, art. 22). */
class ExtensionTest {
  // Counted from Monday 2 March: 3 to 6, 9 to 13, and Monday 16 is the tenth.
  private static final String DUE = "2026-03-16T15:00";

  // 17 is the eleventh. 18 is cuti bersama, 19 Nyepi, 20 cuti bersama, 23 and 24 are cuti bersama;
  // 25, 26, 27, 30 and 31 March are the 12th to 16th, Wednesday 1 April the 17th; no Ramadan any
  // more.
  private static final String EXTENDED = "2026-04-01T16:00";

  private static Instant wib(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Jakarta")).toInstant();
  }

  private static RowBuilder ppid() {
    return aRow("1")
        .within(Waktu.paling(10, Satuan.HARI_KERJA))
        .extendable(Waktu.paling(7, Satuan.HARI_KERJA));
  }

  private static Desk desk(CompliancePolicy policy, RowBuilder row) {
    Sop sop = aSop().row(row).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").ends();
    Desk desk = Desk.of(sop, arrows, policy);
    desk.engine.calendar(WorkCalendar.indonesia());
    return desk.begun("STAF");
  }

  private static Desk desk() {
    return desk(CompliancePolicy.live(), ppid());
  }

  private static CommandBuilder.Extend extend() {
    return Command.extend(
        Desk.CASE, "1", as("STAF"), "informasi belum terdokumentasi", paper("PEMBERITAHUAN"));
  }

  private static OpenRow row(Desk desk) {
    return desk.state().openRows().get(0);
  }

  private static void assertWhy(List<Refusal> why, CaseworkCode code, String... words) {
    assertThat(why).extracting(Refusal::code).containsExactly(code);
    String text = why.get(0).text(Language.ID) + " " + why.get(0).hint(Language.ID);
    for (String word : words) {
      assertThat(text).contains(word);
    }
    for (String fact : why.get(0).facts()) {
      assertThat(why.get(0).text(Language.EN) + " " + why.get(0).hint(Language.EN)).contains(fact);
    }
  }

  @Test
  void an_extension_adds_its_days_to_those_that_were_allowed() {
    Desk desk = desk();

    assertThat(row(desk).dueAt()).contains(wib(DUE));
    desk.clock.set(wib("2026-03-12T10:00"));
    Receipt receipt = desk.did(extend());

    assertThat(row(desk).dueAt()).contains(wib(EXTENDED));
    assertThat(row(desk).clock().perpanjangan().orElseThrow().alasan())
        .isEqualTo("informasi belum terdokumentasi");
    assertThat(receipt.events().get(1))
        .isInstanceOfSatisfying(
            CaseEvent.DueMoved.class,
            moved -> {
              assertThat(moved.from()).contains(wib(DUE));
              assertThat(moved.to()).contains(wib(EXTENDED));
              assertThat(moved.cause()).isEqualTo(new DueCause.Extension());
            });
  }

  @Test
  void a_stop_after_the_first_time_was_over_puts_off_what_was_added() {
    Desk desk = desk();
    desk.clock.set(wib("2026-03-12T10:00"));
    desk.did(extend());

    // The whole of 25 and 26 March.
    desk.clock.set(wib("2026-03-25T07:30"));
    desk.did(Command.suspend(Desk.CASE, as("STAF"), "menunggu pihak ketiga"));
    desk.clock.set(wib("2026-03-27T07:30"));
    desk.did(Command.resume(Desk.CASE, as("STAF")));

    // Thursday 2 April, and Friday 3 April is Wafat Isa Almasih: Monday 6 April.
    assertThat(row(desk).dueAt()).contains(wib("2026-04-06T16:00"));
  }

  @Test
  void a_time_is_extended_once_in_a_visit() {
    Desk desk = desk();
    desk.did(extend());

    assertWhy(desk.refused(extend()), CaseworkCode.EXTENDED_BEFORE, "7 hari kerja", "satu kali");
  }

  @Test
  void a_row_of_which_the_sop_says_nothing_is_not_extended() {
    Desk desk = desk(CompliancePolicy.live(), aRow("1"));

    assertWhy(desk.refused(extend()), CaseworkCode.NO_EXTENSION, "1 hari kerja", "sop.yaml");
  }

  @Test
  void a_time_that_is_over_is_not_extended_unless_that_is_only_observed() {
    Desk live = desk();
    live.clock.set(wib(DUE).plusSeconds(1));
    assertWhy(live.refused(extend()), CaseworkCode.EXTENSION_TOO_LATE, "2026-03-16 15:00:00");
    // Granted in time and recorded late.
    live.did(extend().at(wib(DUE)));

    Desk observed =
        desk(CompliancePolicy.live().with(Check.PERPANJANGAN, Treatment.OBSERVED), ppid());
    observed.clock.set(wib(DUE).plusSeconds(1));
    observed.did(extend());
    assertThat(row(observed).dueAt()).contains(wib(EXTENDED));
  }

  @Test
  void a_row_without_a_due_time_has_nothing_to_extend() {
    Desk desk = desk(CompliancePolicy.live(), ppid().within(Waktu.sesuaiJadwal()));

    assertWhy(desk.refused(extend()), CaseworkCode.NOTHING_TO_EXTEND, "jadwal yang baru");
  }

  @Test
  void a_row_whose_clock_stands_is_resumed_first() {
    Desk desk = desk();
    desk.did(Command.suspend(Desk.CASE, as("STAF"), "menunggu pemohon"));

    assertWhy(desk.refused(extend()), CaseworkCode.ROW_SUSPENDED, "menunggu pemohon");
  }

  @Test
  void an_extension_needs_a_ground_and_somebody_of_the_sop() {
    Desk desk = desk();

    assertWhy(
        desk.refused(Command.extend(Desk.CASE, "1", as("STAF"), " ", paper("SURAT"))),
        CaseworkCode.REASON_BLANK);
    assertWhy(
        desk.refused(Command.extend(Desk.CASE, "1", as("TAMU"), "x", paper("SURAT"))),
        CaseworkCode.WRONG_PERFORMER);
    desk.did(complete("1", "STAF"));
    assertWhy(desk.refused(extend()), CaseworkCode.CASE_CLOSED);
  }
}
