package id.sop.store.jdbc;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.definition.DataDomain;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.store.CaseScript;
import id.sop.store.CaseTag;
import id.sop.store.InboxQuery;
import id.sop.store.StoreCode;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By what cases are found: kept with each command, and made anew from the journals. */
class FindingTest {
  private static final Procedure TRAVEL = travel();
  private static final Actor ANI = Actor.of("ani", "STAF");
  private static final InboxQuery ALL = InboxQuery.all();
  private static final InboxQuery OUTSIDE = ALL.data("lokasi", DataValue.of("LUAR"));

  private static Procedure travel() {
    Sop sop =
        aSop()
            .fact("lokasi", new DataDomain.Pilihan(List.of("DALAM", "LUAR")))
            .fact("orang", new DataDomain.Bilangan(1, 99))
            .row(aRow("1"))
            .row(aRow("2"))
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2");
    arrows.from("2").ends();
    return new Procedure(sop, arrows, "e".repeat(64));
  }

  private static SopEngine engine(JdbcStore store) {
    return SopEngine.builder()
        .procedure(TRAVEL)
        .store(store)
        .calendar(Desk.PLAIN)
        .clock(SettableClock.at(Desk.MORNING, ZoneOffset.UTC))
        .build();
  }

  private static Command start(CaseId caseId, String lokasi, int orang) {
    return Command.start(caseId, TRAVEL.sop().id(), ANI)
        .data("lokasi", lokasi)
        .data("orang", orang)
        .build();
  }

  private static void did(SopEngine engine, Command command) {
    assertThat(engine.submit(command)).isInstanceOf(Outcome.Recorded.class);
  }

  private static List<String> found(SopEngine engine, InboxQuery query) {
    assertThat(engine.count(query)).isEqualTo(engine.openRows(query).size());
    return engine.openRows(query).stream().map(row -> row.caseId().value()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void a_case_is_found_by_what_is_known_of_it_now_and_no_longer_once_it_ended(Database kind)
      throws Exception {
    SopEngine engine = engine(JdbcStore.open(kind.withTables()).findingDocuments());
    CaseId caseId = CaseId.of("B-1");
    did(engine, start(caseId, "LUAR", 3));
    did(engine, start(CaseId.of("B-2"), "DALAM", 3));

    assertThat(found(engine, OUTSIDE)).containsExactly("B-1");
    assertThat(found(engine, ALL.data("orang", DataValue.of(3)))).containsExactly("B-1", "B-2");

    did(engine, Command.claim(caseId, "1", ANI).build());
    assertThat(found(engine, ALL.claimedBy("ani"))).containsExactly("B-1");
    did(engine, Command.release(caseId, "1", ANI).build());
    assertThat(found(engine, ALL.claimedBy("ani"))).isEmpty();
    did(engine, Command.claim(caseId, "1", ANI).build());

    did(engine, Command.attach(caseId, ANI, Document.of("SURAT", "005/1")).build());
    did(
        engine,
        Command.complete(caseId, "1", ANI).output(Document.of("SURAT TUGAS", "094/7")).build());
    assertThat(found(engine, ALL.claimedBy("ani"))).isEmpty();
    assertThat(found(engine, ALL.document("005/1"))).containsExactly("B-1");
    assertThat(found(engine, ALL.document("094/7"))).containsExactly("B-1");

    long done = engine.state(caseId).completions().get(0).seq();
    did(
        engine,
        Command.correct(caseId, done, ANI, "salah tulis")
            .output(Document.of("SURAT TUGAS", "094/8"))
            .data("lokasi", "DALAM")
            .build());
    assertThat(found(engine, OUTSIDE)).isEmpty();
    assertThat(found(engine, ALL.data("lokasi", DataValue.of("DALAM"))))
        .containsExactly("B-1", "B-2");
    assertThat(found(engine, ALL.document("094/7"))).isEmpty();
    assertThat(found(engine, ALL.document("094/8"))).containsExactly("B-1");

    did(engine, Command.complete(caseId, "2", ANI).build());
    assertThat(found(engine, ALL.document("094/8"))).isEmpty();
    assertThat(found(engine, ALL)).containsExactly("B-2");
  }

  @ParameterizedTest
  @EnumSource
  void the_inbox_is_made_anew_from_the_journals(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database).findingDocuments();
    SopEngine engine = engine(store);
    for (int i = 0; i < 12; i++) {
      CaseId caseId = CaseId.of("B-" + i);
      did(engine, start(caseId, i % 2 == 0 ? "LUAR" : "DALAM", 1 + i));
      if (i % 3 > 0) {
        did(engine, Command.claim(caseId, "1", ANI).build());
      }
      if (i % 3 > 1) {
        did(
            engine,
            Command.complete(caseId, "1", ANI).output(Document.of("SURAT", "1/" + i)).build());
      }
      if (i > 9) {
        did(engine, Command.terminate(caseId, ANI, "batal").build());
      }
    }
    List<String> before = shown(database);

    assertThat(store.rebuildInbox()).isEmpty();
    assertThat(shown(database)).isEqualTo(before);

    Database.execute(
        database,
        "UPDATE sop_inbox SET claimed_by = 'x', pelaksana = 'Y' WHERE case_id = 'B-1'",
        "DELETE FROM sop_inbox WHERE case_id = 'B-2'",
        "UPDATE sop_inbox SET case_id = 'B-11' WHERE case_id = 'B-3'",
        "DELETE FROM sop_tag WHERE case_id = 'B-4'",
        "INSERT INTO sop_tag VALUES ('dokumen', '9/9', 'B-5')",
        "INSERT INTO sop_tag VALUES ('dokumen', '9/9', 'B-11')");
    assertThat(shown(database)).isNotEqualTo(before);

    assertThat(store.rebuildInbox()).isEmpty();
    assertThat(shown(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void a_case_whose_journal_is_damaged_is_named_and_the_others_are_made_anew(Database kind)
      throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    SopEngine engine = engine(store);
    did(engine, start(CaseId.of("B-1"), "LUAR", 1));
    did(engine, start(CaseId.of("B-2"), "LUAR", 1));
    Database.execute(
        database, "DELETE FROM sop_entry WHERE case_id = 'B-1'", "DELETE FROM sop_tag");

    List<CaseId> damaged = store.rebuildInbox();

    assertThat(damaged).containsExactly(CaseId.of("B-1"));
    assertThat(found(engine, ALL)).containsExactly("B-1", "B-2");
    assertThat(found(engine, OUTSIDE)).containsExactly("B-2");
  }

  @ParameterizedTest
  @EnumSource
  void it_is_made_anew_while_commands_go_on(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database).findingDocuments();
    SopEngine engine = engine(store);
    List<CaseId> cases = IntStream.range(0, 6).mapToObj(i -> CaseId.of("B-" + i)).toList();
    cases.forEach(caseId -> did(engine, start(caseId, "LUAR", 1)));
    CountDownLatch enough = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> working = new ArrayList<>();
      for (List<CaseId> half : List.of(cases.subList(0, 3), cases.subList(3, 6))) {
        working.add(threads.submit(() -> work(engine, half, enough)));
      }
      for (int i = 0; i < 15; i++) {
        assertThat(store.rebuildInbox()).isEmpty();
      }
      enough.countDown();
      for (Future<Integer> each : working) {
        assertThat(each.get()).isPositive();
      }
    } finally {
      enough.countDown();
      threads.shutdownNow();
    }

    List<String> left = shown(database);
    store.rebuildInbox();
    assertThat(left).isEqualTo(shown(database));
  }

  private static int work(SopEngine engine, List<CaseId> cases, CountDownLatch enough) {
    int done = 0;
    while (enough.getCount() > 0 || done == 0) {
      for (CaseId caseId : cases) {
        did(engine, Command.claim(caseId, "1", ANI).build());
        did(engine, Command.attach(caseId, ANI, Document.of("SURAT", "005/" + done % 50)).build());
        did(engine, Command.release(caseId, "1", ANI).build());
        done++;
      }
    }
    return done;
  }

  @Test
  void cases_in_a_file_of_an_earlier_library_are_found_once_it_is_opened(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("sop");
    CaseId caseId = CaseId.of("B-1");
    try (JdbcStore store = JdbcStore.h2File(file)) {
      SopEngine engine = engine(store);
      did(engine, start(caseId, "LUAR", 1));
      did(engine, Command.claim(caseId, "1", ANI).build());
    }
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:file:" + file);
    database.setUser("sa");
    Database.execute(
        database,
        "DROP TABLE sop_tag",
        "ALTER TABLE sop_inbox DROP COLUMN claimed_by",
        "DELETE FROM sop_schema WHERE version IN (5, 102)");

    try (JdbcStore store = JdbcStore.h2File(file)) {
      assertThat(store.openRows(OUTSIDE)).hasSize(1);
      assertThat(store.openRows(ALL.claimedBy("ani"))).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_a_node_left_that_knew_of_no_tags_stands_in_nobodys_way(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database).findingDocuments();
    CaseScript script = CaseScript.of("B-1");
    store.append(script.start());
    Database.execute(
        database,
        "INSERT INTO sop_tag VALUES ('dokumen', '1/1', 'B-1')",
        "INSERT INTO sop_tag VALUES ('dokumen', '1/2', 'B-1')");

    store.append(script.tagged(CaseTag.document("1/1"), CaseTag.document("1/3")).step());
    assertThat(store.openRows(ALL.document("1/1"))).hasSize(1);
    assertThat(store.openRows(ALL.document("1/3"))).hasSize(1);

    CaseTag[] many =
        IntStream.range(0, 20).mapToObj(i -> CaseTag.document("1/" + i)).toArray(CaseTag[]::new);
    store.append(script.tagged(many).step());
    for (CaseTag each : many) {
      assertThat(store.openRows(ALL.document(each.value()))).as(each.value()).hasSize(1);
    }
  }

  /** What very many cases have is looked for row by row. */
  @ParameterizedTest
  @EnumSource
  void by_a_fact_of_very_many_cases_the_same_is_found(Database kind) throws Exception {
    DataSource database = kind.withTables();
    SopEngine engine = engine(JdbcStore.open(database));
    for (int i = 0; i < 9; i++) {
      did(engine, start(CaseId.of("B-" + i), i % 3 == 0 ? "DALAM" : "LUAR", 1 + i % 2));
    }
    InboxQuery both = OUTSIDE.data("orang", DataValue.of(1));
    List<String> few = found(engine, both);
    List<String> outside = found(engine, OUTSIDE);
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO sop_tag VALUES ('data.lokasi', 'LUAR', ?)")) {
      for (int i = 0; i < 4_100; i++) {
        insert.setString(1, "X-" + i);
        insert.addBatch();
      }
      insert.executeBatch();
    }

    assertThat(few).containsExactly("B-2", "B-4", "B-8");
    assertThat(found(engine, both)).isEqualTo(few);
    assertThat(outside).hasSize(6);
    assertThat(found(engine, OUTSIDE)).isEqualTo(outside);
    assertThat(found(engine, OUTSIDE.pelaksana(List.of(PelaksanaCode.of("X"))))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void numbers_of_papers_are_kept_only_where_the_host_says_so(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    CaseScript script = CaseScript.of("B-1");
    store.append(script.tagged(CaseTag.document("1/1"), CaseTag.person("u-1")).start());

    assertThat(shown(database)).filteredOn(line -> line.startsWith("sop_tag")).hasSize(1);
    for (Runnable asking :
        List.<Runnable>of(
            () -> store.openRows(ALL.document("1/1")), () -> store.count(ALL.document("1/1")))) {
      assertThatThrownBy(asking::run)
          .isInstanceOfSatisfying(
              SopException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.NUMBERS_NOT_KEPT));
    }

    JdbcStore finding = store.findingDocuments();
    assertThat(finding.openRows(ALL.document("1/1"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void in_a_transaction_of_the_host_nothing_is_made_anew(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    try (Connection host = database.getConnection()) {
      host.setAutoCommit(false);
      JdbcStore within = (JdbcStore) store.within(host);

      assertThatThrownBy(within::rebuildInbox)
          .isInstanceOfSatisfying(
              SopException.class,
              e -> assertThat(e.code()).isEqualTo(StoreCode.WITHIN_TRANSACTION));
      host.rollback();
    }
  }

  /** All lines of both tables. */
  private static List<String> shown(DataSource database) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : List.of("sop_inbox", "sop_tag")) {
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
          while (row.next()) {
            StringBuilder line = new StringBuilder(table);
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              line.append('|').append(row.getString(i));
            }
            lines.add(line.toString());
          }
        }
      }
    }
    return lines.stream().sorted().toList();
  }
}
