package id.sop;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.casework.CaseStatus;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.OtherCases;
import id.sop.casework.Outcome;
import id.sop.casework.Refusal;
import id.sop.definition.Prasyarat;
import id.sop.definition.Prasyarat.Keadaan;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Head;
import id.sop.problem.Language;
import id.sop.problem.Place;
import id.sop.routing.Procedure;
import id.sop.store.CaseArchivedException;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.store.Tombstone;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.TwoSops;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an engine says of a case that was archived. */
class ArchivedCaseTest {
  private static final SopId RESES = SopId.of("kota.reses");
  private static final SopId LAPORAN = SopId.of("kota.laporan");
  private static final Actor STAF = Actor.of("u-1", "STAF");
  private static final CaseId GONE = CaseId.of("L-1");
  private static final String RECORD = "77e0".repeat(16);

  private final CaseStore store = MemoryStore.create();

  private static Procedure procedure(SopId id, Optional<Prasyarat> asked) {
    var builder = aSop().id(id.value()).row(aRow("1"));
    asked.ifPresent(builder::after);
    Sop sop = builder.build();
    Arrows arrows = Arrows.of(sop).start().to("1");
    arrows.from("1").ends();
    return new Procedure(sop, arrows, (id.equals(RESES) ? "a" : "b").repeat(64));
  }

  /** A report must have ended before the next recess begins. */
  private SopEngine engine(OtherCases elsewhere) {
    Prasyarat asked =
        new Prasyarat(
            LAPORAN, Keadaan.SELESAI, List.of(), Map.of(), "laporan", Place.startOf("sop.yaml"));
    return SopEngine.builder()
        .procedure(procedure(RESES, Optional.of(asked)))
        .procedure(procedure(LAPORAN, Optional.empty()))
        .store(store)
        .calendar(Desk.PLAIN)
        .otherCases(elsewhere)
        .clock(SettableClock.at(Desk.MORNING, ZoneOffset.UTC))
        .build();
  }

  private static void did(SopEngine engine, CommandBuilder<?> command) {
    assertThat(engine.submit(command.build())).isInstanceOf(Outcome.Recorded.class);
  }

  private static Refusal refused(SopEngine engine, CommandBuilder<?> command) {
    Outcome outcome = engine.submit(command.build());
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).why()).hasSize(1);
    return ((Outcome.Refused) outcome).why().get(0);
  }

  private void archive(CaseId caseId) {
    Head head = store.stored(caseId).head().orElseThrow();
    store.remove(List.of(new Tombstone(caseId, head, RECORD)));
  }

  private SopEngine withArchivedReport(OtherCases elsewhere) {
    SopEngine engine = engine(elsewhere);
    did(engine, Command.start(GONE, LAPORAN, STAF));
    did(engine, Command.complete(GONE, "1", STAF));
    archive(GONE);
    return engine;
  }

  @Test
  void every_command_on_it_is_refused_with_the_record_in_which_it_is() {
    SopEngine engine = withArchivedReport(OtherCases.none());

    for (CommandBuilder<?> command :
        List.of(
            Command.start(GONE, LAPORAN, STAF),
            Command.complete(GONE, "1", STAF),
            Command.terminate(GONE, STAF, "salah"))) {
      Refusal refusal = refused(engine, command);
      assertThat(refusal.code().id()).isEqualTo("SOP-6030");
      assertThat(refusal.text(Language.ID)).contains("L-1").contains(RECORD);
    }
    assertThat(store.archived()).hasSize(1);
  }

  @Test
  void who_asks_for_its_journal_is_told_where_it_went() {
    SopEngine engine = withArchivedReport(OtherCases.none());

    assertThatThrownBy(() -> engine.journal(GONE)).isInstanceOf(CaseArchivedException.class);
    assertThatThrownBy(() -> engine.state(GONE)).isInstanceOf(CaseArchivedException.class);
    assertThatThrownBy(() -> engine.report(GONE)).isInstanceOf(CaseArchivedException.class);
    assertThatThrownBy(() -> engine.verify(GONE)).isInstanceOf(CaseArchivedException.class);
    assertThat(engine.state(CaseId.of("L-2")).status()).isEqualTo(CaseStatus.BELUM_MULAI);
  }

  @Test
  void a_case_that_rests_on_it_does_not_begin_unless_the_host_knows_how_it_ended() {
    CommandBuilder<?> start = Command.start(CaseId.of("R-1"), RESES, STAF).berdasarkan(GONE);
    OtherCases archive =
        new OtherCases() {
          @Override
          public List<OtherCase> running(SopId sop) {
            return List.of();
          }

          @Override
          public Optional<OtherCase> named(CaseId caseId) {
            return Optional.of(
                new OtherCase(
                    caseId, LAPORAN, CaseStatus.SELESAI, Optional.of("SELESAI"), Map.of()));
          }
        };
    SopEngine blind = withArchivedReport(OtherCases.none());

    assertThat(refused(blind, start).code().id()).isEqualTo("SOP-6030");
    assertThat(store.cases()).isEmpty();
    did(engine(archive), start);
  }

  @Test
  void with_reason_and_ground_one_begins_without_naming_it() {
    SopEngine engine = withArchivedReport(OtherCases.none());

    did(
        engine,
        Command.start(CaseId.of("R-1"), RESES, STAF)
            .meskipun("laporan telah diarsipkan", "Nota dinas 3/2031"));
  }

  @Test
  void no_case_is_begun_under_its_number_for_the_row_of_another() {
    SopEngine engine =
        SopEngine.builder()
            .procedure(TwoSops.makro())
            .procedure(TwoSops.mikro())
            .store(store)
            .calendar(Desk.PLAIN)
            .clock(SettableClock.at(Desk.MORNING, ZoneOffset.UTC))
            .build();
    did(engine, Command.start(TwoSops.ANAK, TwoSops.MIKRO, TwoSops.POKJA).data("pagu", 500));
    did(engine, TwoSops.decide("LANJUT"));
    archive(TwoSops.ANAK);
    did(engine, Command.start(TwoSops.INDUK, TwoSops.MAKRO, TwoSops.PPK));
    did(engine, Command.complete(TwoSops.INDUK, "1", TwoSops.PPK).data("anggaran", 500));
    long before = engine.state(TwoSops.INDUK).seq();

    Refusal refusal = refused(engine, TwoSops.call(TwoSops.ANAK));

    assertThat(refusal.code().id()).isEqualTo("SOP-6030");
    assertThat(engine.state(TwoSops.INDUK).seq()).isEqualTo(before);
  }
}
