package id.sop;

import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.definition.Sop;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.ConcurrentChangeException;
import id.sop.store.ForwardingStore;
import id.sop.store.MemoryStore;
import id.sop.store.OpenCaseRow;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SopEngineTest {
  private static Procedure procedure(String versi, String digest, String first) {
    Sop sop = aSop().versi(versi).row(aRow("1")).row(aRow("2")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to(first);
    arrows.from("1").to("2");
    arrows.from("2").ends();
    return new Procedure(sop, arrows, digest.repeat(64));
  }

  private static SopEngineBuilder engine(CaseStore store) {
    return SopEngine.builder()
        .store(store)
        .calendar(Desk.PLAIN)
        .clock(SettableClock.at(Desk.MORNING, ZoneOffset.UTC));
  }

  @Test
  void an_sop_whose_paper_has_no_effective_date_is_named_with_the_way_out() {
    Sop sop = aSop().id("kota.tanpa-tanggal").tanpaTanggalEfektif().row(aRow("1")).build();
    Procedure undated = new Procedure(sop, Arrows.of(sop), "a");

    assertThatThrownBy(() -> engine(MemoryStore.create()).procedure(undated).build())
        .isInstanceOf(SopException.class)
        .hasMessageContaining("kota.tanpa-tanggal")
        .hasMessageContaining("procedure(sop, tanggalEfektif)");
    assertThatThrownBy(() -> engine(MemoryStore.create()).build().load(undated))
        .isInstanceOf(SopException.class);
  }

  @Test
  void a_case_begins_on_the_newest_version_in_force_and_stays_on_it() {
    SopEngine engine =
        engine(MemoryStore.create())
            .procedure(procedure("1", "a", "1"), LocalDate.of(2025, 1, 1))
            .procedure(procedure("3", "c", "2"), LocalDate.of(2027, 1, 1))
            .build();
    Procedure second = procedure("2", "b", "2");
    CaseId old = CaseId.of("lama");
    CaseId young = CaseId.of("baru");

    engine.submit(Command.start(old, second.sop().id(), as("STAF")).build());
    engine.load(second, LocalDate.of(2026, 1, 1));
    engine.submit(Command.start(young, second.sop().id(), as("STAF")).build());
    engine.submit(Command.complete(old, "1", as("STAF")).build());

    assertThat(engine.state(old).pinned().orElseThrow().versi()).isEqualTo("1");
    assertThat(engine.state(young).pinned().orElseThrow().versi()).isEqualTo("2");
    assertThat(engine.openRows())
        .extracting(OpenCaseRow::caseId, r -> r.step().value())
        .containsExactlyInAnyOrder(tuple(old, "2"), tuple(young, "2"));
  }

  @Test
  void of_two_versions_of_one_day_the_one_loaded_later_is_taken() {
    SopEngine engine =
        engine(MemoryStore.create())
            .procedure(procedure("1", "a", "1"))
            .procedure(procedure("2", "b", "1"))
            .build();

    engine.submit(
        Command.start(Desk.CASE, procedure("1", "a", "1").sop().id(), as("STAF")).build());

    assertThat(engine.state(Desk.CASE).pinned().orElseThrow().versi()).isEqualTo("2");
  }

  @Test
  void a_report_of_a_case_that_is_not_there_is_the_hosts_mistake() {
    SopEngine engine = engine(MemoryStore.create()).procedure(procedure("1", "a", "1")).build();

    assertThatThrownBy(() -> engine.report(Desk.CASE))
        .isInstanceOfSatisfying(
            SopException.class, e -> assertThat(e.code()).isEqualTo(EngineCode.NO_SUCH_CASE));
  }

  @Test
  void a_report_is_made_by_the_cases_own_version_or_not_at_all() {
    CaseStore store = MemoryStore.create();
    Procedure first = procedure("1", "a", "1");
    engine(store)
        .procedure(first)
        .build()
        .submit(Command.start(Desk.CASE, first.sop().id(), as("STAF")).build());
    SopEngine other = engine(store).procedure(procedure("2", "b", "1")).build();

    assertThatThrownBy(() -> other.report(Desk.CASE))
        .isInstanceOfSatisfying(
            SopException.class, e -> assertThat(e.code()).isEqualTo(EngineCode.VERSION_NOT_LOADED));
  }

  @Test
  void two_engines_on_one_store_lose_no_step() throws Exception {
    int rounds = 300;
    MemoryStore store = MemoryStore.create();
    Procedure procedure = procedure("1", "a", "1");
    List<SopEngine> engines =
        List.of(
            engine(store).procedure(procedure).build(), engine(store).procedure(procedure).build());
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < rounds; round++) {
        CaseId caseId = CaseId.of("R-" + round);
        engines.get(0).submit(Command.start(caseId, procedure.sop().id(), as("STAF")).build());
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Outcome>> outcomes = new ArrayList<>();
        for (SopEngine engine : engines) {
          Callable<Outcome> race =
              () -> {
                together.await(10, TimeUnit.SECONDS);
                return engine.submit(Command.complete(caseId, "1", as("STAF")).build());
              };
          outcomes.add(threads.submit(race));
        }
        List<Outcome> got = List.of(outcomes.get(0).get(), outcomes.get(1).get());

        assertThat(got).as("one of two wins, round %s", round).hasSize(2);
        assertThat(engines.get(0).verify(caseId)).isEmpty();
        assertThat(got.stream().filter(Outcome.Recorded.class::isInstance).count())
            .as("round %s", round)
            .isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_race_is_run_again_and_given_up_in_the_end() {
    MemoryStore memory = MemoryStore.create();
    Procedure procedure = procedure("1", "a", "1");
    AtomicInteger losses = new AtomicInteger(3);
    SopEngine engine = engine(losing(memory, losses)).procedure(procedure).build();

    Outcome outcome =
        engine.submit(Command.start(Desk.CASE, procedure.sop().id(), as("STAF")).build());
    losses.set(Integer.MAX_VALUE);

    assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    assertThatThrownBy(() -> engine.submit(complete("1", "STAF").build()))
        .isInstanceOf(ConcurrentChangeException.class);
    assertThat(engine.state(Desk.CASE).openRows()).hasSize(1);
  }

  @Test
  void what_an_engine_records_is_recorded_at_its_own_time_and_happened_when_the_host_says() {
    Desk desk = Desk.of(procedure("1", "a", "1").sop(), procedure("1", "a", "1").router());
    Instant then = Desk.MORNING.minus(Duration.ofDays(3));

    desk.did(desk.start("STAF").at(then));

    assertThat(desk.journal()).extracting(Entry::recordedAt).containsOnly(Desk.MORNING);
    assertThat(desk.journal()).extracting(e -> e.event().occurredAt()).containsOnly(then);
  }

  /** A store in which somebody else is always faster, for a while. */
  private static CaseStore losing(CaseStore store, AtomicInteger losses) {
    return new ForwardingStore(store) {
      @Override
      public void append(Change change) {
        if (losses.getAndDecrement() > 0) {
          throw new ConcurrentChangeException(change.caseId(), change.expectedSeq(), 99);
        }
        super.append(change);
      }
    };
  }
}
