package id.sop.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.sop.SopEngine;
import id.sop.bundle.BundleCalendars;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseState;
import id.sop.definition.SopId;
import id.sop.example.Example;
import id.sop.example.ExampleStep;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.record.Anchor;
import id.sop.record.RecordImport;
import id.sop.record.RecordProof;
import id.sop.record.RecordWriter;
import id.sop.routing.Procedure;
import id.sop.rules.SopRules;
import id.sop.rules.example.BundleExamples;
import id.sop.rules.example.ExamplePlay;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.store.jdbc.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What earlier versions stored: one folder below {@code emas} for each, never changed after its
 * release. This version must read all of it to the letter, and find the cases where they stood.
 *
 * <p>With {@code -Demas.tulis=NAME} the cases of the examples are played and the folder NAME is
 * written.
 */
class GoldenRecordTest {
  private static final Path ROOT = Path.of("src", "test", "resources", "emas");
  private static final String TABLES = "h2.sql";
  private static final String RECORD = "rekaman.jsonl";
  private static final String ANCHOR = "jangkar.jsonl";
  private static final String STATES = "keadaan.txt";

  private static final List<String> SHIPPED =
      List.of(
          "karanganyar.kunjungan-kerja",
          "limapuluhkota.bimtek",
          "limapuluhkota.dialog-hearing",
          "limapuluhkota.konsultasi",
          "limapuluhkota.reses");

  static List<Path> versions() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.sorted().toList();
    }
  }

  private static DataSource database() {
    return JdbcConnectionPool.create(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void its_tables_are_brought_up_and_read(Path version) throws Exception {
    DataSource database = database();
    execute(database, "RUNSCRIPT FROM '" + version.resolve(TABLES) + "'");
    JdbcStore.createSchema(database);

    try (JdbcStore store = JdbcStore.open(database)) {
      assertThat(states(store)).isEqualTo(Files.readString(version.resolve(STATES)));
      Anchor then = Anchor.read(version.resolve(ANCHOR));
      assertThat(Anchor.of(store, then.takenAt())).isEqualTo(then);
      assertThat(store.cases())
          .isNotEmpty()
          .allMatch(caseId -> Chain.verify(store.stored(caseId)).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void its_record_is_proven_and_taken_in(Path version) throws Exception {
    Anchor then = Anchor.read(version.resolve(ANCHOR));
    Path record = version.resolve(RECORD);

    assertThat(RecordProof.of(record, List.of(then), RecordProof.Extent.COMPLETE).isSound())
        .isTrue();
    try (CaseStore store = MemoryStore.create()) {
      RecordImport.into(store, record);
      assertThat(Anchor.of(store, then.takenAt())).isEqualTo(then);
      assertThat(states(store)).isEqualTo(Files.readString(version.resolve(STATES)));
    }
  }

  /** Where each case stands, and what the inbox shows of it. */
  private static String states(CaseStore store) {
    StringBuilder text = new StringBuilder();
    for (CaseId caseId : store.cases()) {
      CaseState state = CaseState.of(caseId, store.read(caseId));
      text.append(caseId).append(' ').append(state.status()).append(' ').append(state.seq());
      text.append(' ').append(state.data()).append('\n');
      state
          .openRows()
          .forEach(
              row ->
                  text.append("  ")
                      .append(row.step())
                      .append(' ')
                      .append(row.visit())
                      .append(' ')
                      .append(row.by())
                      .append(' ')
                      .append(row.waktu().teks())
                      .append(' ')
                      .append(row.dueAt().map(Instant::toString).orElse("-"))
                      .append('\n'));
    }
    text.append(
        store.openRows().stream()
            .map(row -> row.caseId() + " " + row.step() + " " + row.dueAt().orElse(null))
            .collect(Collectors.joining("\n")));
    return text.toString();
  }

  @Test
  void the_cases_of_the_examples_are_written_when_asked_for() throws Exception {
    String name = System.getProperty("emas.tulis", "");
    assumeTrue(!name.isEmpty(), "golden files are written with -Demas.tulis=NAME only");
    Path folder = Files.createDirectories(ROOT.resolve(name));
    DataSource database = database();
    JdbcStore.createSchema(database);
    try (JdbcStore store = JdbcStore.open(database)) {
      List<SopBundle> bundles = new ArrayList<>();
      SHIPPED.forEach(id -> bundles.add(SopBundle.onClassPath(SopId.of(id))));
      try (Stream<Path> shapes = Files.list(Path.of("src", "test", "resources", "bentuk"))) {
        shapes.sorted().map(SopBundle::inFolder).forEach(bundles::add);
      }
      bundles.forEach(bundle -> play(bundle, store));
      Anchor anchor = Anchor.of(store, Instant.parse("2026-11-22T00:00:00Z"));
      Files.writeString(folder.resolve(ANCHOR), anchor.text());
      Files.writeString(folder.resolve(STATES), states(store));
      try (RecordWriter record = new RecordWriter(Files.newOutputStream(folder.resolve(RECORD)))) {
        store.cases().forEach(caseId -> record.write(store.stored(caseId)));
        record.finish();
      }
      Files.writeString(folder.resolve(TABLES), script(database));
    }
  }

  /**
   * Plays each example but its last step, so that there are open rows, and the first as a whole.
   */
  private static void play(SopBundle bundle, CaseStore store) {
    Procedure procedure = SopRules.load(bundle).procedure().orElseThrow();
    List<Example> examples = BundleExamples.read(bundle, procedure.sop()).examples();
    for (int i = 0; i < Math.min(2, examples.size()); i++) {
      Example example = examples.get(i);
      SettableClock clock =
          SettableClock.at(
              example.mulai().pada().atZone(procedure.sop().zona()).toInstant(),
              procedure.sop().zona());
      LocalDate first = example.mulai().pada().toLocalDate();
      // Not closed: the store is needed for the next one.
      SopEngine engine =
          SopEngine.builder()
              .procedure(procedure, procedure.sop().identitas().tanggalEfektif().orElse(first))
              .store(store)
              .calendar(BundleCalendars.of(bundle, procedure.sop()).calendars())
              .clock(clock)
              .build();
      CaseId caseId =
          CaseId.of(procedure.sop().id().value().replaceFirst(".*\\.", "") + "/" + (i + 1));
      ExamplePlay play = new ExamplePlay(engine, procedure.sop(), caseId, clock);
      play.start(example.mulai());
      List<ExampleStep> steps = example.langkah();
      steps.subList(0, i == 0 ? steps.size() : steps.size() / 2).forEach(play::step);
    }
  }

  private static String script(DataSource database) throws Exception {
    StringBuilder sql = new StringBuilder();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet line = statement.executeQuery("SCRIPT SIMPLE NOPASSWORDS NOSETTINGS")) {
      while (line.next()) {
        String text = line.getString(1);
        if (!text.startsWith("CREATE USER") && !text.startsWith("--")) {
          sql.append(text).append('\n');
        }
      }
    }
    return sql.toString();
  }

  private static void execute(DataSource database, String sql) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
