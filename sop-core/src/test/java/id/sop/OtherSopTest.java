package id.sop;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
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

import id.sop.audit.Kriteria;
import id.sop.casework.CaseState;
import id.sop.casework.CaseStatus;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.casework.CompliancePolicy.Treatment;
import id.sop.casework.Outcome;
import id.sop.casework.Refusal;
import id.sop.definition.Label;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.SopMikro;
import id.sop.definition.StepId;
import id.sop.example.SettableClock;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.problem.Place;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.RowBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A row that is another SOP: its case is begun for the row, and its end completes the row. */
class OtherSopTest {
  private final CaseStore store = MemoryStore.create();
  private final SettableClock clock = SettableClock.at(Desk.MORNING, ZoneOffset.UTC);

  private SopEngine engine(Procedure... procedures) {
    return engine(CompliancePolicy.live(), procedures);
  }

  private SopEngine engine(CompliancePolicy policy, Procedure... procedures) {
    SopEngineBuilder builder =
        SopEngine.builder().store(store).calendar(Desk.PLAIN).clock(clock).policy(policy);
    for (Procedure procedure : procedures) {
      builder.procedure(procedure);
    }
    return builder.build();
  }

  private SopEngine atRowTwo(Procedure makro) {
    SopEngine engine = engine(makro, mikro());
    did(engine, Command.start(INDUK, MAKRO, PPK));
    did(engine, Command.complete(INDUK, "1", PPK).data("anggaran", 500));
    return engine;
  }

  private SopEngine waiting(Procedure makro) {
    SopEngine engine = atRowTwo(makro);
    did(engine, call(ANAK));
    return engine;
  }

  private static Outcome did(SopEngine engine, CommandBuilder<?> command) {
    Outcome outcome = engine.submit(command.build());
    assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    return outcome;
  }

  private static List<String> refused(SopEngine engine, CommandBuilder<?> command) {
    Outcome outcome = engine.submit(command.build());
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).why().stream().map(Refusal::code).map(c -> c.id()).toList();
  }

  private static List<String> open(SopEngine engine, CaseId caseId) {
    return engine.state(caseId).openRows().stream().map(r -> r.step().value()).toList();
  }

  private static List<String> found(SopEngine engine) {
    return engine.report(INDUK).rows().stream()
        .flatMap(
            row ->
                Stream.concat(
                    row.catatan().stream(),
                    Stream.of(Kriteria.values()).flatMap(k -> row.on(k).findings().stream())))
        .map(f -> f.code().id())
        .toList();
  }

  private static List<String> kinds(SopEngine engine, CaseId caseId) {
    return engine.journal(caseId).stream()
        .map(Entry::event)
        .map(e -> e.getClass().getSimpleName())
        .toList();
  }

  @Test
  void the_case_of_the_other_sop_begins_with_what_is_passed_on_and_knows_its_parent() {
    SopEngine engine = waiting(makro());

    CaseState child = engine.state(ANAK);
    assertThat(child.induk()).contains(new CaseEvent.Induk(INDUK, StepId.of("2"), 1));
    assertThat(child.data().get("pagu").teks()).isEqualTo("500");
    assertThat(child.pinned().orElseThrow().digest()).isEqualTo("b".repeat(64));
    assertThat(open(engine, ANAK)).containsExactly("1");
    assertThat(open(engine, INDUK)).containsExactly("2");
  }

  @Test
  void its_end_completes_the_row_with_the_decision_the_facts_and_the_papers_that_it_gives() {
    SopEngine engine = waiting(makro());

    did(engine, decide("LANJUT"));

    assertThat(open(engine, INDUK)).containsExactly("3");
    assertThat(kinds(engine, INDUK))
        .endsWith("ChildBegun", "ChildEnded", "RowCompleted", "RowOpened");
    CaseEvent.RowCompleted done = engine.state(INDUK).completions().get(1).event();
    assertThat(done.decision()).contains(Label.of("YA"));
    assertThat(done.data().get("kontrak").teks()).isEqualTo("450");
    assertThat(done.output()).containsExactly(Document.of("KONTRAK", "7"));
    assertThat(done.kelengkapan()).containsExactly(Document.of("KAK", "1"));
    assertThat(done.actor()).isEqualTo(PPK);
    assertThat(found(engine)).contains("SOP-5231").doesNotContain("SOP-5230");
    assertThat(engine.verify(INDUK)).isEmpty();
    assertThat(engine.verify(ANAK)).isEmpty();
  }

  @Test
  void while_a_row_waits_its_file_is_neither_moved_nor_taken_back() {
    SopEngine engine = waiting(makro());

    assertThat(refused(engine, Command.recall(INDUK, "1", PPK, "keliru")))
        .containsExactly(CaseworkCode.RECALL_TOO_LATE.id());
    assertThat(refused(engine, Command.sendBack(INDUK, "2", PPK, "1", "keliru")))
        .containsExactly(CaseworkCode.CHILD_RUNNING.id());
  }

  @Test
  void a_case_that_is_opened_again_has_no_end_until_it_ends_again() {
    SopEngine engine = waiting(makro());
    did(engine, decide("LANJUT"));
    assertThat(engine.state(ANAK).endedAt()).isPresent();

    String row = engine.state(ANAK).completions().get(0).row().step().value();
    did(
        engine,
        Command.reopen(
            ANAK,
            row,
            engine.state(ANAK).completions().get(0).event().actor(),
            "keliru",
            "surat 3"));

    assertThat(engine.state(ANAK).endedAt()).isEmpty();
    assertThat(open(engine, INDUK)).containsExactly("3");
  }

  @Test
  void another_end_is_another_decision_and_the_next_visit_has_a_case_of_its_own() {
    SopEngine engine = waiting(makro());

    did(engine, decide("BATAL"));
    assertThat(open(engine, INDUK)).containsExactly("1");
    did(engine, Command.complete(INDUK, "1", PPK).data("anggaran", 600));
    did(engine, call(CaseId.of("ANAK-2")));

    assertThat(engine.state(CaseId.of("ANAK-2")).induk().orElseThrow().visit()).isEqualTo(2);
    assertThat(engine.state(CaseId.of("ANAK-2")).data().get("pagu").teks()).isEqualTo("600");
  }

  @Test
  void a_row_that_is_another_sop_is_not_done_without_it() {
    SopEngine engine = atRowTwo(makro());
    CommandBuilder.Complete done =
        Command.complete(INDUK, "2", PPK).decision("YA").kelengkapan(Document.of("KAK", "1"));

    assertThat(refused(engine, done)).containsExactly("SOP-4083");
    did(engine, call(ANAK));
    assertThat(refused(engine, done)).containsExactly("SOP-4081");
    assertThat(refused(engine, call(CaseId.of("ANAK-2")))).containsExactly("SOP-4081");
  }

  @Test
  void a_policy_that_observes_lets_it_be_done_without_a_case_and_the_report_says_so() {
    CompliancePolicy policy = CompliancePolicy.live().with(Check.SOP_MIKRO, Treatment.OBSERVED);
    SopEngine engine = engine(policy, makro(), mikro());
    did(engine, Command.start(INDUK, MAKRO, PPK));
    did(engine, Command.complete(INDUK, "1", PPK).data("anggaran", 500));

    did(
        engine,
        Command.complete(INDUK, "2", PPK).decision("YA").kelengkapan(Document.of("KAK", "1")));

    assertThat(open(engine, INDUK)).containsExactly("3");
    assertThat(found(engine)).contains("SOP-5230").doesNotContain("SOP-5231");
  }

  @Test
  void only_its_performer_begins_it_with_the_papers_that_the_row_needs() {
    SopEngine engine = atRowTwo(makro());

    assertThat(refused(engine, Command.call(INDUK, "2", POKJA, ANAK)))
        .containsExactly("SOP-4005", "SOP-4006");
    assertThat(refused(engine, Command.call(INDUK, "1", PPK, ANAK))).containsExactly("SOP-4002");
    did(engine, call(ANAK));
    did(engine, decide("LANJUT"));
    assertThat(refused(engine, Command.call(INDUK, "3", PPK, CaseId.of("ANAK-2"))))
        .containsExactly("SOP-4080");
  }

  @Test
  void a_number_that_is_taken_begins_nothing_and_leaves_the_row_as_it_was() {
    SopEngine engine = atRowTwo(makro());
    did(engine, Command.start(ANAK, MIKRO, POKJA));
    List<Entry> before = engine.journal(INDUK);

    assertThat(refused(engine, call(ANAK))).containsExactly("SOP-4015");
    assertThat(refused(engine, call(INDUK))).containsExactly("SOP-4015");
    assertThat(engine.journal(INDUK)).isEqualTo(before);
  }

  @Test
  void the_same_command_again_begins_nothing_more() {
    SopEngine engine = atRowTwo(makro());

    did(engine, call(ANAK).key("k-1"));
    Outcome again = engine.submit(call(ANAK).key("k-1").build());

    assertThat(((Outcome.Recorded) again).repeated()).isTrue();
    assertThat(engine.journal(ANAK)).hasSize(2);
  }

  @Test
  void a_case_that_is_stopped_leaves_the_row_open_for_another_one() {
    SopEngine engine = waiting(makro());

    did(engine, Command.terminate(ANAK, POKJA, "salah berkas"));

    assertThat(open(engine, INDUK)).containsExactly("2");
    assertThat(refused(engine, Command.complete(INDUK, "2", PPK).decision("YA")))
        .contains("SOP-4083");
    did(engine, call(CaseId.of("ANAK-2")));
    assertThat(engine.state(INDUK).open().values().iterator().next().child().orElseThrow())
        .matches(c -> c.running() && c.begun().berkas().equals(CaseId.of("ANAK-2")));
  }

  @Test
  void a_stop_is_a_decision_where_the_sop_says_which() {
    SopEngine engine =
        waiting(makro(Map.of("SELESAI", Label.of("YA"), "DIHENTIKAN", Label.of("TIDAK"))));

    did(engine, Command.terminate(ANAK, POKJA, "anggaran dicabut"));

    assertThat(open(engine, INDUK)).containsExactly("1");
  }

  @Test
  void an_end_that_the_sop_does_not_foresee_is_left_to_the_performer() {
    SopEngine engine = waiting(makro(Map.of("SELESAI", Label.of("YA"))));

    did(engine, decide("BATAL"));

    assertThat(open(engine, INDUK)).containsExactly("2");
    assertThat(kinds(engine, INDUK)).endsWith("ChildBegun", "ChildEnded");
    did(
        engine,
        Command.complete(INDUK, "2", PPK)
            .decision("TIDAK")
            .alasan("gagal")
            .kelengkapan(Document.of("KAK", "1")));
    assertThat(open(engine, INDUK)).containsExactly("1");
  }

  @Test
  void a_parent_that_is_stopped_stops_the_case_that_nobody_waits_for() {
    SopEngine engine = waiting(makro());

    did(engine, Command.terminate(INDUK, PPK, "batal"));

    assertThat(engine.state(ANAK).status()).isEqualTo(CaseStatus.DIHENTIKAN);
    assertThat(kinds(engine, ANAK)).endsWith("Terminated");
    assertThat(engine.state(INDUK).status()).isEqualTo(CaseStatus.DIHENTIKAN);
    assertThat(store.openRows()).isEmpty();
  }

  @Test
  void what_stands_still_in_one_case_runs_on_in_the_other_and_a_result_waits_for_the_clock() {
    SopEngine engine = waiting(makro());
    did(engine, Command.suspend(INDUK, PPK, "menunggu anggaran"));
    clock.advance(Duration.ofHours(1));

    did(engine, decide("LANJUT"));

    assertThat(open(engine, INDUK)).containsExactly("2");
    assertThat(engine.state(INDUK).open().values().iterator().next().child().orElseThrow().ended())
        .isPresent();
    clock.advance(Duration.ofHours(1));
    did(engine, Command.resume(INDUK, PPK));
    assertThat(refused(engine, Command.complete(INDUK, "2", PPK).decision("TIDAK").alasan("x")))
        .containsExactly("SOP-4084");
    assertThat(refused(engine, call(CaseId.of("ANAK-2")))).containsExactly("SOP-4082");
    did(engine, Command.complete(INDUK, "2", PPK));
    assertThat(open(engine, INDUK)).containsExactly("3");
    assertThat(engine.state(INDUK).data().get("kontrak").teks()).isEqualTo("450");
  }

  @Test
  void an_optional_row_is_not_skipped_while_its_case_runs() {
    SopEngine engine = waiting(makro(Map.of("SELESAI", Label.of("YA")), Sifat.OPSIONAL));

    assertThat(refused(engine, Command.skip(INDUK, "2", PPK, "tidak perlu")))
        .containsExactly("SOP-4081");
    did(engine, Command.terminate(ANAK, POKJA, "tidak perlu"));
    did(engine, Command.skip(INDUK, "2", PPK, "tidak perlu"));
    assertThat(open(engine, INDUK)).containsExactly("3");
  }

  /** An SOP whose only row is version 1 of the same SOP, or has no such row. */
  private static Procedure within(String versi, boolean itself) {
    SopMikro other =
        new SopMikro(
            MAKRO,
            Optional.empty(),
            Optional.of("1"),
            Map.of(),
            Map.of(),
            Map.of(),
            Place.startOf("sop.yaml"));
    RowBuilder row = aRow("1").by("PPK");
    Sop sop =
        aSop().id(MAKRO.value()).versi(versi).row(itself ? row.standsFor(other) : row).build();
    Arrows arrows = Arrows.of(sop).start().to("1");
    arrows.from("1").ends();
    return new Procedure(sop, arrows, versi.repeat(64));
  }

  @Test
  void cases_lie_in_each_other_so_deep_and_no_deeper() {
    // The newest versions are held against each other when they are loaded, not those before.
    SopEngine engine =
        SopEngine.builder()
            .store(store)
            .calendar(Desk.PLAIN)
            .clock(clock)
            .procedure(within("1", true), LocalDate.of(2026, 1, 1))
            .procedure(within("2", false), LocalDate.of(2199, 1, 1))
            .build();
    CaseId outermost = CaseId.of("D-1");
    did(engine, Command.start(outermost, MAKRO, PPK));
    for (int depth = 2; depth <= SopMikro.DEEPEST; depth++) {
      did(engine, Command.call(CaseId.of("D-" + (depth - 1)), "1", PPK, CaseId.of("D-" + depth)));
    }
    CaseId deepest = CaseId.of("D-" + SopMikro.DEEPEST);
    List<Entry> before = engine.journal(deepest);

    assertThat(refused(engine, Command.call(deepest, "1", PPK, CaseId.of("D-6"))))
        .containsExactly("SOP-4087");
    assertThat(engine.journal(deepest)).isEqualTo(before);
    assertThat(store.cases()).hasSize(SopMikro.DEEPEST);
  }
}
