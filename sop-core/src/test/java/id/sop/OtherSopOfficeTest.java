package id.sop;

import static id.sop.testing.TwoSops.ANAK;
import static id.sop.testing.TwoSops.INDUK;
import static id.sop.testing.TwoSops.MAKRO;
import static id.sop.testing.TwoSops.MIKRO;
import static id.sop.testing.TwoSops.POKJA;
import static id.sop.testing.TwoSops.PPK;
import static id.sop.testing.TwoSops.call;
import static id.sop.testing.TwoSops.decide;
import static id.sop.testing.TwoSops.makro;
import static id.sop.testing.TwoSops.mikro;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.audit.AuditCode;
import id.sop.audit.CaseReport;
import id.sop.audit.Finding;
import id.sop.audit.Kriteria;
import id.sop.casework.CaseStatus;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.casework.Refusal;
import id.sop.definition.Label;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.SopMikro;
import id.sop.definition.StepId;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.problem.Place;
import id.sop.routing.Procedure;
import id.sop.store.MemoryStore;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.RowBuilder;
import id.sop.testing.SopBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the office does to a case that waits for another one, or for which another one waits. */
class OtherSopOfficeTest {
  private static final CaseId ANAK_2 = CaseId.of("ANAK-2");
  private static final Map<String, Label> ONLY_SUCCESS = Map.of("SELESAI", Label.of("YA"));

  private final SettableClock clock = SettableClock.at(Desk.MORNING, ZoneOffset.UTC);

  private SopEngine engine(Procedure... procedures) {
    SopEngineBuilder builder =
        SopEngine.builder().store(MemoryStore.create()).calendar(Desk.PLAIN).clock(clock);
    for (Procedure procedure : procedures) {
      builder.procedure(procedure);
    }
    return builder.build();
  }

  private SopEngine waiting(Procedure makro) {
    SopEngine engine = engine(makro, mikro());
    did(engine, Command.start(INDUK, MAKRO, PPK));
    did(engine, Command.complete(INDUK, "1", PPK).data("anggaran", 500));
    did(engine, call(ANAK));
    return engine;
  }

  /** Time goes on, so that nothing happens at the moment of something else. */
  private void did(SopEngine engine, CommandBuilder<?> command) {
    clock.advance(Duration.ofMinutes(1));
    assertThat(engine.submit(command.build())).isInstanceOf(Outcome.Recorded.class);
  }

  private static List<String> refused(SopEngine engine, CommandBuilder<?> command) {
    Outcome outcome = engine.submit(command.build());
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).why().stream().map(Refusal::code).map(c -> c.id()).toList();
  }

  private static List<String> open(SopEngine engine, CaseId caseId) {
    return engine.state(caseId).openRows().stream().map(r -> r.step().value()).toList();
  }

  private static OpenRow row(SopEngine engine, CaseId caseId, String id) {
    return engine.state(caseId).open().get(StepId.of(id));
  }

  private static CommandBuilder.Reopen reopen(CaseId caseId, String row, Actor actor) {
    return Command.reopen(caseId, row, actor, "keliru", "putusan 3");
  }

  private static List<AuditCode> found(CaseReport report) {
    return Stream.concat(
            report.findings().stream(),
            report.rows().stream()
                .flatMap(
                    r -> Stream.of(Kriteria.values()).flatMap(k -> r.on(k).findings().stream())))
        .map(Finding::code)
        .filter(AuditCode.class::isInstance)
        .map(AuditCode.class::cast)
        .toList();
  }

  @Test
  void a_case_does_not_run_again_while_the_row_that_rests_on_its_end_is_open() {
    SopEngine engine = waiting(makro());
    did(engine, Command.terminate(ANAK, POKJA, "salah berkas"));
    List<Entry> before = engine.journal(INDUK);

    assertThat(refused(engine, reopen(ANAK, "1", POKJA)))
        .containsExactly(CaseworkCode.CHILD_AWAITED.id());

    assertThat(engine.journal(INDUK)).isEqualTo(before);
    assertThat(engine.state(ANAK).status()).isEqualTo(CaseStatus.DIHENTIKAN);
  }

  @Test
  void a_result_that_nobody_has_taken_over_yet_stays_what_it_is() {
    SopEngine engine = waiting(makro());
    did(engine, Command.suspend(INDUK, PPK, "menunggu anggaran"));
    did(engine, decide("LANJUT"));

    assertThat(refused(engine, reopen(ANAK, "1", POKJA)))
        .containsExactly(CaseworkCode.CHILD_AWAITED.id());

    did(engine, Command.resume(INDUK, PPK));
    did(engine, Command.complete(INDUK, "2", PPK));
    did(engine, reopen(ANAK, "1", POKJA));
    assertThat(open(engine, INDUK)).containsExactly("3");
  }

  @Test
  void once_another_case_is_begun_for_the_row_the_first_one_may_run_and_end_for_itself() {
    SopEngine engine = waiting(makro());
    did(engine, Command.terminate(ANAK, POKJA, "salah berkas"));
    did(engine, call(ANAK_2));

    did(engine, reopen(ANAK, "1", POKJA));
    did(engine, decide("BATAL"));

    assertThat(engine.state(ANAK).outcome()).contains("GAGAL");
    assertThat(row(engine, INDUK, "2").child().orElseThrow().begun().berkas()).isEqualTo(ANAK_2);
    assertThat(row(engine, INDUK, "2").child().orElseThrow().running()).isTrue();
  }

  @Test
  void a_case_that_runs_again_after_the_waiting_one_has_ended_ends_for_itself() {
    SopEngine engine = waiting(makro());
    did(engine, decide("LANJUT"));
    did(engine, Command.complete(INDUK, "3", PPK));
    List<Entry> before = engine.journal(INDUK);

    did(engine, reopen(ANAK, "1", POKJA));
    did(engine, decide("BATAL"));

    assertThat(engine.journal(INDUK)).isEqualTo(before);
    assertThat(engine.state(INDUK).outcome()).contains("SELESAI");
    assertThat(found(engine.report(INDUK))).doesNotContain(AuditCode.NOT_BY_RULES);
  }

  @Test
  void a_waiting_case_that_runs_again_takes_nothing_from_the_case_that_was_stopped_with_it() {
    SopEngine engine = waiting(makro());
    did(engine, Command.terminate(INDUK, PPK, "batal"));
    did(engine, reopen(INDUK, "2", PPK));
    did(engine, reopen(ANAK, "1", POKJA));
    did(engine, decide("LANJUT"));

    assertThat(row(engine, INDUK, "2").child()).isEmpty();
    assertThat(row(engine, INDUK, "2").visit()).isEqualTo(2);
    did(engine, call(ANAK_2));
    assertThat(engine.state(ANAK_2).induk().orElseThrow().visit()).isEqualTo(2);
  }

  @Test
  void what_another_case_did_is_not_taken_back_but_corrected() {
    SopEngine engine = waiting(makro());
    did(engine, decide("LANJUT"));

    assertThat(refused(engine, Command.recall(INDUK, "2", PPK, "keliru")))
        .containsExactly(CaseworkCode.RESULT_NOT_RECALLED.id());

    long entry = engine.state(INDUK).completions().get(1).seq();
    did(engine, Command.correct(INDUK, entry, PPK, "salah ketik").data("kontrak", 440));
    assertThat(engine.state(INDUK).data().get("kontrak").teks()).isEqualTo("440");
    assertThat(engine.state(ANAK).data().get("nilai").teks()).isEqualTo("450");
    assertThat(open(engine, INDUK)).containsExactly("3");
  }

  @Test
  void a_row_reached_by_the_end_of_a_case_is_sent_back_and_gets_a_case_of_its_own() {
    SopEngine engine = waiting(makro());
    did(engine, decide("LANJUT"));

    did(engine, Command.sendBack(INDUK, "3", PPK, "2", "kontrak keliru"));

    assertThat(row(engine, INDUK, "2").visit()).isEqualTo(2);
    assertThat(row(engine, INDUK, "2").child()).isEmpty();
    did(engine, call(ANAK_2));
    assertThat(refused(engine, Command.move(INDUK, "2", PPK, "3", "mendesak", "disposisi")))
        .containsExactly(CaseworkCode.CHILD_RUNNING.id());
  }

  @Test
  void an_end_that_the_sop_does_not_foresee_brings_its_facts_and_papers_all_the_same() {
    SopEngine engine = waiting(makro(ONLY_SUCCESS));
    did(engine, decide("BATAL"));
    CommandBuilder.Complete other =
        Command.complete(INDUK, "2", PPK).decision("TIDAK").alasan("gagal").data("kontrak", 7);

    assertThat(refused(engine, other)).containsExactly(CaseworkCode.CHILD_SAYS_OTHERWISE.id());
    did(engine, Command.complete(INDUK, "2", PPK).decision("TIDAK").alasan("gagal"));

    CaseEvent.RowCompleted done = engine.state(INDUK).completions().get(1).event();
    assertThat(done.data().get("kontrak").teks()).isEqualTo("450");
    assertThat(done.kelengkapan()).containsExactly(Document.of("KAK", "1"));
    assertThat(done.output()).containsExactly(Document.of("KONTRAK", "7"));
  }

  @Test
  void the_time_of_the_row_stands_with_its_own_case_and_that_of_the_other_runs_on() {
    SopEngine engine = waiting(makro());
    Optional<Instant> due = row(engine, ANAK, "1").dueAt();

    did(engine, Command.suspend(INDUK, PPK, "menunggu anggaran"));

    assertThat(due).isPresent();
    assertThat(row(engine, ANAK, "1").dueAt()).isEqualTo(due);
    assertThat(row(engine, INDUK, "2").dueAt()).isEmpty();
    did(engine, Command.suspend(ANAK, POKJA, "menunggu penawaran"));
    did(engine, Command.resume(INDUK, PPK));
    assertThat(row(engine, ANAK, "1").dueAt()).isEmpty();
    assertThat(row(engine, INDUK, "2").dueAt()).isPresent();
  }

  @Test
  void an_optional_row_is_skipped_neither_over_its_claimant_nor_while_its_clock_stands() {
    SopEngine engine = engine(makro(ONLY_SUCCESS, Sifat.OPSIONAL), mikro());
    did(engine, Command.start(INDUK, MAKRO, PPK));
    did(engine, Command.complete(INDUK, "1", PPK).data("anggaran", 500));
    did(engine, Command.claim(INDUK, "2", PPK));
    did(engine, Command.suspend(INDUK, PPK, "menunggu anggaran").row("2"));

    assertThat(refused(engine, Command.skip(INDUK, "2", Actor.of("u-2", "PPK"), "tidak perlu")))
        .containsExactlyInAnyOrder(
            CaseworkCode.CLAIMED_BY_ANOTHER.id(), CaseworkCode.ROW_SUSPENDED.id());

    did(engine, Command.resume(INDUK, PPK).row("2"));
    did(engine, Command.skip(INDUK, "2", PPK, "tidak perlu"));
    assertThat(open(engine, INDUK)).containsExactly("3");
  }

  @Test
  void who_waits_for_a_case_that_he_began_does_not_do_the_row_kept_apart_meanwhile() {
    SopMikro other =
        new SopMikro(
            MIKRO,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Map.of(),
            Place.startOf("sop.yaml"));
    Sop sop =
        SopBuilder.aSop()
            .id(MAKRO.value())
            .row(RowBuilder.aRow("1").by("PPK"))
            .row(RowBuilder.aRow("2").by("PPK").standsFor(other))
            .row(RowBuilder.aRow("3").by("PPK"))
            .row(RowBuilder.aRow("4").by("PPK"))
            .apart("2", "3")
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2", "3");
    arrows.from("2").whileOthersAreOpen().waits();
    arrows.from("2").whenAlone().to("4");
    arrows.from("3").whileOthersAreOpen().waits();
    arrows.from("3").whenAlone().to("4");
    arrows.from("4").ends();
    SopEngine engine = engine(new Procedure(sop, arrows, "a".repeat(64)), mikro());
    did(engine, Command.start(INDUK, MAKRO, PPK));
    did(engine, Command.complete(INDUK, "1", PPK));
    did(engine, Command.call(INDUK, "2", PPK, ANAK));

    assertThat(refused(engine, Command.complete(INDUK, "3", PPK)))
        .containsExactly(CaseworkCode.SAME_PERSON.id());

    did(engine, Command.complete(INDUK, "3", Actor.of("u-2", "PPK")));
    did(engine, decide("LANJUT"));
    assertThat(open(engine, INDUK)).containsExactly("4");
    assertThat(found(engine.report(INDUK))).doesNotContain(AuditCode.SAME_PERSON);
  }
}
