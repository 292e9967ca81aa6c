package id.sop.store.jdbc;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.Resources;
import id.sop.SopEngine;
import id.sop.authority.Appointment;
import id.sop.authority.Appointment.Kind;
import id.sop.authority.AppointmentRegister;
import id.sop.authority.AppointmentRegisterContract;
import id.sop.authority.AuthorityCode;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.casework.Refusal;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.problem.Code;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.store.StoreCode;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The register in a database: its contract on each, and what only a database can do. */
class JdbcRegisterTest {
  private static final PelaksanaCode SEKWAN = PelaksanaCode.of("SEKWAN");
  private static final Clock CLOCK = SettableClock.at(Desk.MORNING, ZoneOffset.UTC);
  private static final CaseId CASE = CaseId.of("B-1");
  private static final Procedure ONE_ROW = oneRow();

  private static Procedure oneRow() {
    Sop sop = aSop().row(aRow("1").by("SEKWAN")).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").ends();
    return Desk.procedure(sop, arrows);
  }

  private abstract static class On extends AppointmentRegisterContract {
    private final Database kind;
    private DataSource database;

    On(Database kind) {
      this.kind = kind;
    }

    @Override
    protected AppointmentRegister open() throws SQLException {
      database = kind.fresh();
      JdbcRegister.createSchema(database);
      return again();
    }

    @Override
    protected AppointmentRegister again(AppointmentRegister register) {
      return again();
    }

    private AppointmentRegister again() {
      return JdbcRegister.open(database, clock);
    }
  }

  @Nested
  class OnH2 extends On {
    OnH2() {
      super(Database.H2);
    }
  }

  @Nested
  class OnPostgres extends On {
    OnPostgres() {
      super(Database.POSTGRESQL);
    }
  }

  @Nested
  class OnMariaDb extends On {
    OnMariaDb() {
      super(Database.MARIADB);
    }
  }

  /** Closed and opened again between writing and reading. */
  @Nested
  class OnAnH2File extends AppointmentRegisterContract {
    @TempDir Path folder;
    private JdbcStore store;

    @Override
    protected AppointmentRegister open() {
      store = JdbcStore.h2File(folder.resolve("sop"));
      JdbcRegister.createSchema(store);
      return JdbcRegister.beside(store, clock);
    }

    @Override
    protected AppointmentRegister again(AppointmentRegister register) {
      store.close();
      return open();
    }

    @Override
    protected void close() {
      store.close();
    }
  }

  private static DataSource withRegister(Database kind) throws SQLException {
    DataSource database = kind.withTables();
    JdbcRegister.createSchema(database);
    return database;
  }

  private static Appointment deputy(Instant until) {
    return new Appointment("u-KABAG", SEKWAN, Kind.PLH, "821/7", Desk.MORNING, Optional.of(until));
  }

  private static void assertRefused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(SopException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @EnumSource
  void a_question_is_one_statement_however_long_the_register(Database kind) throws Exception {
    CountingDataSource counting = new CountingDataSource(withRegister(kind));
    JdbcRegister register = JdbcRegister.open(counting.dataSource(), CLOCK);
    for (int i = 1; i <= 50; i++) {
      register.appoint(deputy(Desk.MORNING.plus(Duration.ofDays(i))), "u-9");
    }

    counting.forget();
    assertThat(register.ground("u-KABAG", SEKWAN, Desk.MORNING).allows()).isTrue();

    assertThat(counting.statements()).hasSize(1);
    assertThat(counting.trips()).hasSize(1);
  }

  private static SopEngine engine(JdbcStore store, AppointmentRegister register, Clock clock) {
    return SopEngine.builder()
        .procedure(ONE_ROW)
        .store(store)
        .calendar(Desk.PLAIN)
        .clock(clock)
        .authority(register)
        .build();
  }

  private static Outcome start(SopEngine engine, CaseId id) {
    return engine.submit(
        Command.start(id, ONE_ROW.sop().id(), Actor.of("u-KABAG", "SEKWAN")).build());
  }

  private static List<Refusal> refused(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      return refused.why();
    }
    throw new AssertionError(outcome);
  }

  @ParameterizedTest
  @EnumSource
  void an_engine_acts_by_it_and_a_mandate_withdrawn_on_another_node_counts_for_the_next_act(
      Database kind) throws Exception {
    DataSource database = withRegister(kind);
    SettableClock clock = SettableClock.at(Desk.MORNING, ZoneOffset.UTC);
    JdbcStore store = JdbcStore.open(database);
    SopEngine engine = engine(store, JdbcRegister.beside(store, clock), clock);
    JdbcRegister elsewhere = JdbcRegister.open(database, clock);

    assertThat(refused(start(engine, CASE)))
        .extracting(Refusal::code)
        .containsExactly(CaseworkCode.NOT_APPOINTED);
    long nomor = elsewhere.appoint(deputy(Desk.MORNING.plus(Duration.ofDays(9))), "u-9").nomor();
    Forked.recorded(start(engine, CASE));
    clock.advance(Duration.ofHours(1));
    elsewhere.end(nomor, clock.instant(), "821/9", "u-9");

    Command done = Command.complete(CASE, "1", Actor.of("u-KABAG", "SEKWAN")).build();
    assertThat(refused(engine.submit(done)))
        .extracting(Refusal::code)
        .containsExactly(CaseworkCode.NOT_APPOINTED);
    Forked.recorded(
        engine.submit(
            Command.complete(CASE, "1", Actor.of("u-KABAG", "SEKWAN"))
                .at(Desk.MORNING.plus(Duration.ofMinutes(30)))
                .build()));
    assertThat(store.read(CASE))
        .extracting(entry -> entry.event())
        .filteredOn(CaseEvent.RowCompleted.class::isInstance)
        .extracting(
            event -> ((CaseEvent.RowCompleted) event).actor().mandat().orElseThrow().nomor())
        .containsExactly("821/7");
  }

  @ParameterizedTest
  @EnumSource
  void it_is_read_but_not_written_in_a_transaction_of_the_host(Database kind) throws Exception {
    DataSource database = withRegister(kind);
    HostDataSource host = new HostDataSource(database);
    JdbcRegister register = JdbcRegister.beside(JdbcStore.joining(host), CLOCK);
    register.appoint(deputy(Desk.MORNING.plus(Duration.ofDays(9))), "u-9");

    host.begin();
    assertThat(register.ground("u-KABAG", SEKWAN, Desk.MORNING).allows()).isTrue();
    assertRefused(
        StoreCode.WITHIN_TRANSACTION, () -> register.end(1, Desk.MORNING, "821/9", "u-9"));
    host.rollback();

    assertThat(register.history().entries()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void it_is_not_made_unasked_and_lies_apart_from_the_cases(Database kind) throws Exception {
    DataSource database = kind.withTables();
    assertRefused(StoreCode.SCHEMA_MISSING, () -> JdbcRegister.open(database, CLOCK));
    assertThat(tables(database)).hasSize(5);

    JdbcRegister.createSchema(database);
    JdbcRegister.open(database, CLOCK)
        .appoint(deputy(Desk.MORNING.plus(Duration.ofDays(9))), "u-9");
    JdbcRegister.createSchema(database);

    assertThat(tables(database)).contains("sop_appointment", "sop_appointment_schema").hasSize(7);
    assertThat(JdbcRegister.open(database, CLOCK).history().entries()).hasSize(1);
    DataSource alone = kind.fresh();
    JdbcRegister.createSchema(alone);
    assertThat(tables(alone)).hasSize(2);
    assertRefused(StoreCode.SCHEMA_MISSING, () -> JdbcStore.open(alone));
  }

  private static List<String> tables(DataSource database) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = database.getConnection();
        ResultSet row =
            connection
                .getMetaData()
                .getTables(
                    connection.getCatalog(),
                    connection.getSchema(),
                    "%",
                    new String[] {"TABLE", "BASE TABLE"})) {
      while (row.next()) {
        tables.add(row.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return tables;
  }

  /** As a migration tool of the host does it. */
  @ParameterizedTest
  @EnumSource
  void the_file_alone_makes_the_table_and_running_it_again_is_harmless(Database kind)
      throws Exception {
    DataSource database = kind.fresh();
    for (int time = 0; time < 2; time++) {
      String file =
          Resources.toString(
              Resources.getResource(
                  Schema.class,
                  "appointments/" + kind.name().toLowerCase(Locale.ROOT) + "/001-appointments.sql"),
              StandardCharsets.UTF_8);
      for (String sql : file.split(";\\s*\n", -1)) {
        if (!sql.isBlank()) {
          Database.execute(database, sql);
        }
      }
      JdbcRegister.open(database, CLOCK)
          .appoint(deputy(Desk.MORNING.plus(Duration.ofDays(9))), "u-9");
    }

    assertThat(JdbcRegister.open(database, CLOCK).history().entries()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void older_and_newer_tables_are_refused_with_the_way_out(Database kind) throws Exception {
    DataSource database = withRegister(kind);

    Database.execute(database, "UPDATE sop_appointment_schema SET version = 0");
    assertThatThrownBy(() -> JdbcRegister.open(database, CLOCK))
        .hasMessageStartingWith("SOP-6012")
        .hasMessageContaining("id/sop/store/jdbc/appointments/")
        .hasMessageContaining("JdbcRegister.createSchema");
    Database.execute(database, "INSERT INTO sop_appointment_schema VALUES (100)");
    assertRefused(StoreCode.SCHEMA_NEWER, () -> JdbcRegister.open(database, CLOCK));
    JdbcStore.open(database).close();
  }

  @ParameterizedTest
  @EnumSource
  void two_nodes_that_start_at_once_both_find_the_table(Database kind) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 5; round++) {
        DataSource database = kind.fresh();
        Callable<Void> node =
            () -> {
              JdbcRegister.createSchema(database);
              JdbcRegister.open(database, CLOCK);
              return null;
            };
        for (Future<Void> started : threads.invokeAll(List.of(node, node))) {
          started.get();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobody_acts_on_a_register_with_an_entry_that_somebody_else_wrote(Database kind)
      throws Exception {
    DataSource database = withRegister(kind);
    JdbcRegister register = JdbcRegister.open(database, CLOCK);
    register.appoint(deputy(Desk.MORNING.plus(Duration.ofDays(9))), "u-9");
    List<String> harms =
        List.of(
            "jenis = 'RAJA'",
            "event = 'LAIN'",
            "pelaksana = 'Sekwan'",
            "until_at = from_at",
            "kecuali = 'x'");

    for (String harm : harms) {
      Database.execute(database, "UPDATE sop_appointment SET " + harm);
      assertRefused(AuthorityCode.ENTRY_UNREADABLE, register::history);
      Database.execute(
          database,
          "UPDATE sop_appointment SET jenis = 'PLH', event = 'APPOINTED', pelaksana = 'SEKWAN', kecuali = '',"
              + " until_at = from_at + 1");
    }
    Database.execute(database, "UPDATE sop_appointment SET jenis = 'RAJA'");
    assertRefused(
        AuthorityCode.ENTRY_UNREADABLE, () -> register.ground("u-KABAG", SEKWAN, Desk.MORNING));
  }

  @Test
  void a_database_that_fails_is_told_and_nobody_acts() throws Exception {
    DataSource database = withRegister(Database.H2);
    JdbcRegister register = JdbcRegister.open(database, CLOCK);
    Database.execute(database, "DROP TABLE sop_appointment");

    assertRefused(
        StoreCode.DATABASE_FAILED, () -> register.ground("u-KABAG", SEKWAN, Desk.MORNING));
    assertRefused(StoreCode.DATABASE_FAILED, () -> register.appoint(deputy(Instant.MAX), "u-9"));
  }
}
