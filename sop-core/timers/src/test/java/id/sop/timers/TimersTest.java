package id.sop.timers;

import static id.sop.timers.Office.day;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.definition.StepId;
import id.sop.journal.CaseId;
import id.sop.problem.Language;
import id.sop.store.MemoryStore;
import id.sop.store.jdbc.Database;
import id.sop.store.jdbc.JdbcStore;
import id.sop.testing.Desk;
import id.sop.worktime.Deadline;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told, and how often. */
class TimersTest {
  private static final CaseId B1 = CaseId.of("B-1");
  private static final Retry RETRY = new Retry(Duration.ofMinutes(1), Duration.ofHours(1), 3);

  /** Where cases are kept. */
  enum Where {
    MEMORY,
    H2,
    POSTGRESQL,
    MARIADB
  }

  /** What a test works with: an office, its timers, and what they told. */
  private static final class Scene {
    final Office office;
    final Timers timers;
    final List<String> told = new ArrayList<>();

    /** Rungs that the listener refuses to tell, by the beginning of their id. */
    final Set<String> broken = new HashSet<>();

    Scene(Where where, String... cases) throws SQLException {
      if (where == Where.MEMORY) {
        office = Office.on(MemoryStore.create());
        timers = Timers.inMemory(office.engine, office.clock, this::tell, RETRY);
      } else {
        DataSource database = Database.valueOf(where.name()).withTables();
        JdbcStore store = JdbcStore.open(database);
        office = Office.on(store);
        timers = Timers.of(office.engine, store, this::tell, RETRY);
      }
      office.begun(cases);
    }

    private void tell(Notice notice) {
      if (broken.stream().anyMatch(notice.id()::startsWith)) {
        throw new IllegalStateException("a name that must not be kept");
      }
      told.add(notice.id());
    }

    /** What was told by {@code days} days after the beginning and not before. */
    List<String> after(int days) {
      told.clear();
      timers.fire(day(days));
      return List.copyOf(told);
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_rung_is_told_once_when_its_time_has_come(Where where) throws Exception {
    Scene scene = new Scene(where, "B-1");

    assertThat(scene.after(1)).isEmpty();
    assertThat(scene.after(2)).containsExactly("B-1 1 1 PENGINGAT 1 hari kerja");
    assertThat(scene.after(2)).isEmpty();
    assertThat(scene.after(3)).containsExactly("B-1 1 1 TERLAMBAT");
    assertThat(scene.after(4)).containsExactly("B-1 1 1 ESKALASI 1 hari kerja");
    assertThat(scene.after(30)).containsExactly("B-1 1 1 ESKALASI 3 hari kerja");
    assertThat(scene.after(400)).isEmpty();
    assertThat(scene.timers.incidents()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_was_slept_through_is_told_in_order_and_says_how_late_it_comes(Where where)
      throws Exception {
    Scene scene = new Scene(where, "B-1", "B-2");
    List<Duration> late = new ArrayList<>();

    assertThat(scene.after(9))
        .hasSize(2 * Office.RUNGS)
        .startsWith(
            "B-1 1 1 PENGINGAT 1 hari kerja",
            "B-1 1 1 TERLAMBAT",
            "B-1 1 1 ESKALASI 1 hari kerja",
            "B-1 1 1 ESKALASI 3 hari kerja")
        .doesNotHaveDuplicates();
    scene
        .office
        .engine
        .ladder(B1)
        .calls(day(9), Set.of())
        .forEach(call -> late.add(call.terlambat()));
    assertThat(late.get(0)).isEqualTo(Duration.ofDays(7).plusSeconds(1));
  }

  @ParameterizedTest
  @EnumSource
  void a_row_that_was_done_has_no_rungs_any_more(Where where) throws Exception {
    Scene scene = new Scene(where, "B-1", "B-2");
    assertThat(scene.after(2)).hasSize(2);

    scene.office.did(Command.complete(B1, "1", Desk.as("STAF")));

    assertThat(scene.after(3)).containsExactly("B-2 1 1 TERLAMBAT");
    scene.office.did(Command.terminate(CaseId.of("B-2"), Desk.as("STAF"), "dicabut"));
    assertThat(scene.after(30)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_time_that_is_extended_moves_the_rungs_that_lie_ahead(Where where) throws Exception {
    Scene scene = new Scene(where, "B-1");
    assertThat(scene.after(2)).containsExactly("B-1 1 1 PENGINGAT 1 hari kerja");

    scene.office.did(Command.extend(B1, "1", Desk.as("STAF"), "perlu data", Desk.paper("SURAT")));

    assertThat(scene.after(3)).isEmpty();
    assertThat(scene.after(4)).containsExactly("B-1 1 1 TERLAMBAT");
    assertThat(scene.after(5)).containsExactly("B-1 1 1 ESKALASI 1 hari kerja");
  }

  @ParameterizedTest
  @EnumSource
  void a_row_that_is_due_earlier_than_before_is_looked_at_at_once(Where where) throws Exception {
    Scene scene = new Scene(where, "B-1");
    assertThat(scene.after(0)).isEmpty();

    scene.office.engine.calendar(
        (start, waktu, zone, knownOn) -> Deadline.at(start.plus(Duration.ofHours(12))));
    scene.office.engine.reprojectAll();

    scene.timers.fire(day(0).plus(Duration.ofHours(12)));
    assertThat(scene.told).containsExactly("B-1 1 1 TERLAMBAT");
  }

  @ParameterizedTest
  @EnumSource
  void while_the_clock_of_a_case_stands_nobody_is_told_and_afterwards_later(Where where)
      throws Exception {
    Scene scene = new Scene(where, "B-1");
    assertThat(scene.after(1)).isEmpty();
    scene.office.clock.set(day(1));
    scene.office.did(Command.suspend(B1, Desk.as("STAF"), "menunggu pemohon"));

    assertThat(scene.after(9)).isEmpty();
    scene.office.clock.set(day(11));
    scene.office.did(Command.resume(B1, Desk.as("STAF")));

    assertThat(scene.after(11)).isEmpty();
    assertThat(scene.after(12)).containsExactly("B-1 1 1 PENGINGAT 1 hari kerja");
    assertThat(scene.after(13)).containsExactly("B-1 1 1 TERLAMBAT");
  }

  @ParameterizedTest
  @EnumSource
  void a_listener_that_fails_is_called_again_and_holds_up_nobody_else(Where where)
      throws Exception {
    Scene scene = new Scene(where, "B-1", "B-2");
    scene.broken.add("B-1 1 1 PENGINGAT");

    assertThat(scene.after(3))
        .containsExactlyInAnyOrder(
            "B-1 1 1 TERLAMBAT", "B-2 1 1 PENGINGAT 1 hari kerja", "B-2 1 1 TERLAMBAT");
    assertThat(scene.timers.incidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.code()).isEqualTo(TimerCode.RUNG_WAITS);
              assertThat(incident.attempts()).isEqualTo(1);
              assertThat(incident.problem()).isEqualTo("java.lang.IllegalStateException");
              assertThat(incident.text(Language.ID)).contains("B-1", "PENGINGAT 1 hari kerja");
            });

    scene.told.clear();
    scene.timers.fire(day(3).plusSeconds(59));
    assertThat(scene.told).as("before it is tried again").isEmpty();
    scene.broken.clear();
    scene.timers.fire(day(3).plusSeconds(60));
    assertThat(scene.told).containsExactly("B-1 1 1 PENGINGAT 1 hari kerja");
    assertThat(scene.timers.incidents()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_fails_too_often_is_left_to_a_person_who_has_it_told_again(Where where)
      throws Exception {
    Scene scene = new Scene(where, "B-1");
    scene.broken.add("B-1 1 1 TERLAMBAT");
    int failed = 0;
    for (int minute = 0; minute < 60; minute++) {
      failed += scene.timers.fire(day(3).plusSeconds(60L * minute)).failed();
    }
    scene.broken.clear();

    assertThat(failed).isEqualTo(RETRY.attempts());
    assertThat(scene.after(4)).containsExactly("B-1 1 1 ESKALASI 1 hari kerja");
    Incident incident = scene.timers.incidents().get(0);
    assertThat(incident.code()).isEqualTo(TimerCode.RUNG_PARKED);
    assertThat(scene.timers.retry(incident)).isTrue();
    assertThat(scene.after(4)).containsExactly("B-1 1 1 TERLAMBAT");
    assertThat(scene.timers.incidents()).isEmpty();
    assertThat(scene.timers.retry(incident)).isFalse();
    assertThat(scene.after(5)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_case_whose_version_is_not_loaded_holds_up_no_other_and_is_told_once_it_is(Where where)
      throws Exception {
    if (where == Where.MEMORY) {
      return;
    }
    JdbcStore store = JdbcStore.open(Database.valueOf(where.name()).withTables());
    Office.on(store).begun("B-1");
    SopEngine without = SopEngine.builder().store(store).calendar(Desk.PLAIN).build();
    List<String> told = new ArrayList<>();
    Timers blind = Timers.of(without, store, notice -> told.add(notice.id()), RETRY);

    assertThat(blind.fire(day(3))).isEqualTo(new Sweep(0, 1));
    assertThat(blind.incidents())
        .extracting(Incident::code, Incident::problem)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(TimerCode.ROW_UNREADABLE, "SOP-4904"));

    Timers seeing =
        Timers.of(Office.on(store).engine, store, notice -> told.add(notice.id()), RETRY);
    assertThat(seeing.fire(day(3).plusSeconds(30))).isEqualTo(new Sweep(0, 0));
    seeing.fire(day(3).plusSeconds(60));
    assertThat(told).hasSize(2);
    assertThat(seeing.incidents()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void when_the_listener_itself_is_down_a_sweep_ends_soon(Where where) throws Exception {
    String[] cases = IntStream.range(10, 40).mapToObj(i -> "B-" + i).toArray(String[]::new);
    Scene scene = new Scene(where, cases);
    scene.broken.add("B-");

    assertThat(scene.timers.fire(day(2))).isEqualTo(new Sweep(0, 10));

    scene.broken.clear();
    assertThat(scene.timers.fire(day(2).plusSeconds(1))).isEqualTo(new Sweep(20, 0));
    assertThat(scene.timers.fire(day(2).plusSeconds(60))).isEqualTo(new Sweep(10, 0));
  }

  @Test
  void a_ladder_is_looked_at_again_within_a_day_for_holidays_may_become_known() {
    Office office = Office.on(MemoryStore.create()).begun("B-1");
    WatchedRow row = new WatchedRow(B1, StepId.of("1"), 1, day(3).minusSeconds(1));

    Plan early = Plan.of(office.engine.ladder(B1), row, day(0), Map.of());
    Plan late = Plan.of(office.engine.ladder(B1), row, day(1).plusSeconds(3_600), Map.of());

    assertThat(early.nextLook()).contains(day(1));
    assertThat(late.nextLook()).contains(day(2).minusSeconds(1).plusNanos(1_000));
    assertThat(early.first()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void marks_of_rows_that_were_done_are_forgotten(Where where) throws Exception {
    Scene scene = new Scene(where, "B-1", "B-2", "B-3");
    scene.broken.add("B-3 1 1 PENGINGAT");
    IntStream.range(0, 5).forEach(hour -> scene.timers.fire(day(2).plusSeconds(3600L * hour)));
    assertThat(scene.timers.incidents()).hasSize(1);
    scene.office.did(Command.complete(B1, "1", Desk.as("STAF")));
    scene.office.did(Command.complete(CaseId.of("B-3"), "1", Desk.as("STAF")));

    scene.timers.tidy();

    assertThat(scene.timers.incidents()).as("left to a person").hasSize(1);
    assertThat(scene.after(2)).isEmpty();
    assertThat(scene.after(3)).containsExactly("B-2 1 1 TERLAMBAT");
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void what_a_listener_wrote_in_the_transaction_is_kept_exactly_when_the_rung_is_marked(
      Database kind) throws Exception {
    DataSource database = kind.withTables();
    Told.createTable(database);
    JdbcStore store = JdbcStore.open(database);
    Office office = Office.on(store).begun("B-1");
    List<String> calls = new ArrayList<>();
    Timers timers =
        Timers.of(
            office.engine,
            store,
            notice -> {
              Told.keep(notice, "a");
              calls.add(notice.id());
              if (calls.size() == 1) {
                throw new IOException("no mail today");
              }
            },
            RETRY);

    timers.fire(day(2));
    assertThat(Told.in(database)).isEmpty();
    timers.fire(day(2).plusSeconds(61));

    assertThat(Told.in(database)).containsExactly("B-1 1 1 PENGINGAT 1 hari kerja");
    assertThat(calls).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void a_listener_that_hides_an_error_of_the_database_harms_its_own_rung_only(Database kind)
      throws Exception {
    JdbcStore store = JdbcStore.open(kind.withTables());
    Office office = Office.on(store).begun("B-1", "B-2");
    List<String> told = new ArrayList<>();
    Timers timers =
        Timers.of(
            office.engine,
            store,
            notice -> {
              if (notice.id().startsWith("B-1")) {
                try (Statement statement = notice.transaction().orElseThrow().createStatement()) {
                  statement.execute("INSERT INTO not_there VALUES (1)");
                } catch (SQLException hidden) {
                  return;
                }
              }
              told.add(notice.id());
            },
            RETRY);

    timers.fire(day(2));

    assertThat(told).containsExactly("B-2 1 1 PENGINGAT 1 hari kerja");
    // Only PostgreSQL gives the whole transaction up after one error.
    assertThat(timers.incidents()).hasSize(kind == Database.POSTGRESQL ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void a_round_looks_at_all_rows_at_first_and_then_at_what_changed_of_late_or_is_due(Database kind)
      throws Exception {
    JdbcStore store = JdbcStore.open(kind.withTables());
    Office office = Office.on(store).begun("B-1");
    List<String> told = new ArrayList<>();
    List<String> broken = new ArrayList<>(List.of("B-3 1 1 TERLAMBAT"));
    RungListener listener =
        notice -> {
          if (broken.contains(notice.id())) {
            throw new IllegalStateException();
          }
          told.add(notice.id());
        };
    Retry atOnce = new Retry(Duration.ofNanos(1_000), Duration.ofNanos(1_000), 9);
    Timers timers = Timers.of(office.engine, store, listener, atOnce);

    timers.run();
    assertThat(told).hasSize(Office.RUNGS).allMatch(id -> id.startsWith("B-1"));

    told.clear();
    office.begun("B-2");
    office.clock.set(store.databaseTime());
    office.did(
        Command.start(CaseId.of("B-3"), Office.PROCEDURE.sop().id(), Desk.as("STAF"))
            .at(office.clock.instant().minus(Office.DAY.multipliedBy(5))));
    timers.run();
    assertThat(told).as("changed of late").hasSize(2).allMatch(id -> id.startsWith("B-3"));

    broken.clear();
    timers.run();
    assertThat(told).as("to be tried again").hasSize(3).contains("B-3 1 1 TERLAMBAT");

    told.clear();
    Timers.of(office.engine, store, listener).run();
    assertThat(told)
        .as("the first round of another")
        .hasSize(Office.RUNGS)
        .allMatch(id -> id.startsWith("B-2"));
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void the_time_of_the_database_counts_not_that_of_the_node(Database kind) throws Exception {
    JdbcStore store = JdbcStore.open(kind.withTables());
    Office office = Office.on(store).begun("B-1");
    List<String> told = new ArrayList<>();
    Timers timers = Timers.of(office.engine, store, notice -> told.add(notice.id()));

    timers.sweep();

    // The clock of the office stands in March 2026; the machine's is later than that.
    assertThat(told).hasSize(Office.RUNGS);
  }
}
