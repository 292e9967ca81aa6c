package id.sop;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.casework.CaseStatus;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.casework.CompliancePolicy.Treatment;
import id.sop.casework.OtherCases;
import id.sop.casework.Outcome;
import id.sop.casework.Refusal;
import id.sop.definition.DataDomain;
import id.sop.definition.DataValue;
import id.sop.definition.Prasyarat;
import id.sop.definition.Prasyarat.Keadaan;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.problem.Place;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A case that may begin only when other cases stand as its SOP asks. */
class PrerequisiteTest {
  private static final SopId RESES = SopId.of("kota.reses");
  private static final SopId LAPORAN = SopId.of("kota.laporan");
  private static final Actor STAF = Actor.of("u-1", "STAF");
  private static final DataDomain ANGGOTA = new DataDomain.Pilihan(List.of("A", "B"));
  private static final CaseId FIRST = CaseId.of("R-1");
  private static final CaseId SECOND = CaseId.of("R-2");

  private final CaseStore store = MemoryStore.create();

  private static Prasyarat asked(SopId sop, Keadaan keadaan, String... hasil) {
    return new Prasyarat(
        sop,
        keadaan,
        List.of(hasil),
        Map.of("anggota", "anggota"),
        "laporan reses sebelumnya",
        Place.startOf("sop.yaml"));
  }

  private static Procedure procedure(SopId id, Optional<Prasyarat> asked) {
    var builder =
        aSop().id(id.value()).fact("anggota", ANGGOTA).row(aRow("1").decides("YA", "TIDAK"));
    asked.ifPresent(builder::after);
    Sop sop = builder.build();
    Arrows arrows = Arrows.of(sop).start().to("1");
    arrows.from("1").label("YA").ends();
    arrows.from("1").label("TIDAK").ends("DITOLAK");
    return new Procedure(sop, arrows, (id.equals(RESES) ? "a" : "b").repeat(64));
  }

  private SopEngine engine(Prasyarat asked) {
    return engine(asked, CompliancePolicy.live(), OtherCases.none());
  }

  private SopEngine engine(Prasyarat asked, CompliancePolicy policy, OtherCases elsewhere) {
    return SopEngine.builder()
        .procedure(procedure(RESES, Optional.of(asked)))
        .procedure(procedure(LAPORAN, Optional.empty()))
        .store(store)
        .calendar(Desk.PLAIN)
        .policy(policy)
        .otherCases(elsewhere)
        .clock(SettableClock.at(Desk.MORNING, ZoneOffset.UTC))
        .build();
  }

  private static CommandBuilder.Start reses(CaseId id, String anggota) {
    return Command.start(id, RESES, STAF).data("anggota", anggota);
  }

  private static void did(SopEngine engine, CommandBuilder<?> command) {
    assertThat(engine.submit(command.build())).isInstanceOf(Outcome.Recorded.class);
  }

  private static List<String> refused(SopEngine engine, CommandBuilder<?> command) {
    Outcome outcome = engine.submit(command.build());
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).why().stream().map(Refusal::code).map(c -> c.id()).toList();
  }

  private static CaseEvent.PrerequisiteChecked checked(SopEngine engine, CaseId caseId) {
    return engine.journal(caseId).stream()
        .map(Entry::event)
        .filter(CaseEvent.PrerequisiteChecked.class::isInstance)
        .map(CaseEvent.PrerequisiteChecked.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> found(SopEngine engine, CaseId caseId) {
    return engine.report(caseId).findings().stream().map(f -> f.code().id()).toList();
  }

  @Test
  void the_next_one_waits_until_the_last_one_of_the_same_member_has_ended() {
    SopEngine engine = engine(asked(RESES, Keadaan.TIDAK_BERJALAN));
    did(engine, reses(FIRST, "A"));

    assertThat(refused(engine, reses(SECOND, "A"))).containsExactly("SOP-4088");
    assertThat(engine.journal(SECOND)).isEmpty();
    did(engine, reses(CaseId.of("R-3"), "B"));
    did(engine, Command.complete(FIRST, "1", STAF).decision("YA"));
    did(engine, reses(SECOND, "A"));

    assertThat(checked(engine, SECOND).met()).isTrue();
    assertThat(found(engine, SECOND)).contains("SOP-5233").doesNotContain("SOP-5232");
    assertThat(engine.verify(SECOND)).isEmpty();
  }

  @Test
  void of_more_running_cases_than_one_page_holds_none_is_overlooked() {
    SopEngine engine = engine(asked(LAPORAN, Keadaan.TIDAK_BERJALAN));
    for (int i = 0; i < 1_010; i++) {
      String anggota = i == 1_009 ? "A" : "B";
      did(
          engine,
          Command.start(CaseId.of("L-%04d".formatted(i)), LAPORAN, STAF).data("anggota", anggota));
    }

    assertThat(refused(engine, reses(FIRST, "A"))).containsExactly("SOP-4088");
  }

  @Test
  void one_that_has_to_have_ended_is_named_and_must_have_ended_as_it_must() {
    SopEngine engine = engine(asked(LAPORAN, Keadaan.SELESAI, "SELESAI"));
    CaseId good = CaseId.of("L-1");
    CaseId bad = CaseId.of("L-2");
    CaseId open = CaseId.of("L-3");
    CaseId another = CaseId.of("L-4");
    for (CaseId id : List.of(good, bad, open)) {
      did(engine, Command.start(id, LAPORAN, STAF).data("anggota", "A"));
    }
    did(engine, Command.start(another, LAPORAN, STAF).data("anggota", "B"));
    did(engine, Command.complete(good, "1", STAF).decision("YA"));
    did(engine, Command.complete(another, "1", STAF).decision("YA"));
    did(engine, Command.complete(bad, "1", STAF).decision("TIDAK").alasan("kurang"));

    assertThat(refused(engine, reses(FIRST, "A"))).containsExactly("SOP-4089");
    for (CaseId wrong : List.of(bad, open, another, CaseId.of("L-9"))) {
      assertThat(refused(engine, reses(FIRST, "A").berdasarkan(wrong))).containsExactly("SOP-4089");
    }
    did(engine, reses(FIRST, "A").berdasarkan(bad).berdasarkan(good));
    assertThat(checked(engine, FIRST).berkas()).containsExactly(good);
  }

  @Test
  void a_fact_in_which_the_cases_must_agree_is_known_at_the_start() {
    SopEngine engine = engine(asked(RESES, Keadaan.TIDAK_BERJALAN));

    assertThat(refused(engine, Command.start(FIRST, RESES, STAF))).containsExactly("SOP-4008");
  }

  @Test
  void with_reason_and_ground_it_begins_all_the_same_and_that_is_a_finding() {
    SopEngine engine = engine(asked(RESES, Keadaan.TIDAK_BERJALAN));
    did(engine, reses(FIRST, "A"));

    assertThat(refused(engine, reses(SECOND, "A").meskipun(" ", "")))
        .containsExactly("SOP-4035", "SOP-4074");
    did(engine, reses(SECOND, "A").meskipun("masa sidang dimajukan", "Disposisi 7/2026"));

    CaseEvent.PrerequisiteChecked event = checked(engine, SECOND);
    assertThat(event.met()).isFalse();
    assertThat(event.berkas()).containsExactly(FIRST);
    assertThat(event.dasar()).contains("Disposisi 7/2026");
    assertThat(found(engine, SECOND)).contains("SOP-5232");
  }

  @Test
  void a_policy_that_observes_lets_it_begin_and_the_report_says_so() {
    SopEngine engine =
        engine(
            asked(RESES, Keadaan.TIDAK_BERJALAN),
            CompliancePolicy.live().with(Check.PRASYARAT, Treatment.OBSERVED),
            OtherCases.none());
    did(engine, reses(FIRST, "A"));

    did(engine, reses(SECOND, "A"));

    assertThat(found(engine, SECOND)).contains("SOP-5232");
  }

  @Test
  void cases_that_the_host_keeps_elsewhere_count_as_well() {
    OtherCases elsewhere =
        new OtherCases() {
          @Override
          public List<OtherCase> running(SopId sop) {
            return List.of(one(CaseStatus.BERJALAN));
          }

          @Override
          public Optional<OtherCase> named(CaseId caseId) {
            return Optional.of(one(CaseStatus.SELESAI));
          }

          private OtherCase one(CaseStatus status) {
            return new OtherCase(
                CaseId.of("LAMA-1"),
                LAPORAN,
                status,
                Optional.of("SELESAI"),
                Map.of("anggota", DataValue.of("A")));
          }
        };
    CompliancePolicy live = CompliancePolicy.live();

    assertThat(
            refused(
                engine(asked(LAPORAN, Keadaan.TIDAK_BERJALAN), live, elsewhere), reses(FIRST, "A")))
        .containsExactly("SOP-4088");
    did(
        engine(asked(LAPORAN, Keadaan.SELESAI), live, elsewhere),
        reses(FIRST, "A").berdasarkan(CaseId.of("LAMA-1")));
  }
}
