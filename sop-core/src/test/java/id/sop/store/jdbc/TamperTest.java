package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.ChainFault;
import id.sop.journal.ChainFault.Kind;
import id.sop.problem.Language;
import id.sop.store.CaseScript;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody with the database password rewrites the record, where it has a row for each entry; each
 * time it shows, and where.
 */
class TamperTest {
  private static final CaseId CASE = CaseId.of("B-1");
  private static final int LENGTH = 12;

  @TempDir Path folder;
  private H2File file;
  private JdbcStore store;

  @BeforeEach
  void fill() throws SQLException {
    JdbcDataSource earlier = new JdbcDataSource();
    earlier.setURL("jdbc:h2:file:" + folder.resolve("sop"));
    earlier.setUser("sa");
    Database.forEarlierNodes(earlier);
    file = H2File.open(folder.resolve("sop"));
    store = JdbcStore.open(file.dataSource());
    CaseScript script = CaseScript.of(CASE.value());
    store.append(script.start());
    for (int i = 2; i < LENGTH; i += 2) {
      store.append(script.step());
    }
    CaseScript other = CaseScript.of("B-2");
    store.append(other.start());
    store.append(other.step());
  }

  @AfterEach
  void close() {
    file.close();
  }

  private void tamper(String... statements) throws SQLException {
    try (Connection connection = file.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void assertFaults(Tuple... expected) {
    List<ChainFault> faults = Chain.verify(store.stored(CASE));
    assertThat(faults).extracting(ChainFault::seq, ChainFault::kind).containsExactly(expected);
    for (ChainFault fault : faults) {
      for (Language language : Language.values()) {
        assertThat(fault.text(language)).contains(CASE.value());
        assertThat(fault.hint(language)).isNotBlank();
      }
    }
    assertThat(Chain.verify(store.stored(CaseId.of("B-2")))).isEmpty();
  }

  private static Tuple fault(long seq, Kind kind) {
    return Tuple.tuple(seq, kind);
  }

  static IntStream places() {
    return IntStream.rangeClosed(1, LENGTH);
  }

  @Test
  void an_untouched_record_has_no_fault() {
    assertFaults();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event = REPLACE(event, 'u-17', 'u-18')",
        "event = REPLACE(event, '\"visit\":1', '\"visit\":2')",
        "event = REPLACE(event, 'KABAG_UMUM', 'STAF')",
        "event = event || ' '",
        "event = ''",
        "event = REPLACE(event, '\"v\":1', '\"v\":2')",
        "recorded_at = recorded_at + 1",
        "command_key = 'x'",
        "command_key = NULL",
        "command_digest = NULL",
        "previous = 'x'",
        "digest = REPLACE(digest, SUBSTRING(digest, 1, 1), 'x')",
      })
  void a_changed_column_is_an_edit_wherever_it_is(String change) throws SQLException {
    for (int seq = 1; seq <= LENGTH; seq++) {
      tamper(
          "DROP TABLE IF EXISTS spare",
          "CREATE TABLE spare AS SELECT * FROM sop_entry",
          "UPDATE sop_entry SET " + change + " WHERE case_id = 'B-1' AND seq = " + seq);
      boolean changed = !store.stored(CASE).entries().equals(spare());

      if (changed) {
        assertThat(Chain.verify(store.stored(CASE)))
            .as("%s at %s", change, seq)
            .extracting(ChainFault::seq, ChainFault::kind)
            .contains(fault(seq, Kind.EDITED));
      }

      tamper("DELETE FROM sop_entry", "INSERT INTO sop_entry SELECT * FROM spare");
    }
  }

  private List<?> spare() throws SQLException {
    tamper("ALTER TABLE sop_entry RENAME TO changed", "ALTER TABLE spare RENAME TO sop_entry");
    List<?> before = store.stored(CASE).entries();
    tamper("ALTER TABLE sop_entry RENAME TO spare", "ALTER TABLE changed RENAME TO sop_entry");
    return before;
  }

  @ParameterizedTest
  @MethodSource("places")
  void a_deleted_entry_is_missing_or_cut(int seq) throws SQLException {
    tamper("DELETE FROM sop_entry WHERE case_id = 'B-1' AND seq = " + seq);

    assertFaults(fault(seq, seq == LENGTH ? Kind.CUT : Kind.MISSING));
  }

  @ParameterizedTest
  @MethodSource("places")
  void a_cut_end_is_cut_from_there(int seq) throws SQLException {
    tamper("DELETE FROM sop_entry WHERE case_id = 'B-1' AND seq >= " + seq);

    assertFaults(fault(seq, Kind.CUT));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 12})
  void two_entries_that_changed_places_are_named(int seq) throws SQLException {
    tamper(
        "UPDATE sop_entry SET seq = 0 WHERE case_id = 'B-1' AND seq = 1",
        "UPDATE sop_entry SET seq = 1 WHERE case_id = 'B-1' AND seq = " + seq,
        "UPDATE sop_entry SET seq = " + seq + " WHERE case_id = 'B-1' AND seq = 0");

    assertFaults(fault(1, Kind.MOVED), fault(seq, Kind.MOVED));
  }

  @Test
  void an_entry_put_in_the_middle_is_named() throws SQLException {
    tamper(
        "UPDATE sop_entry SET seq = -seq - 1 WHERE case_id = 'B-1' AND seq > 10",
        "UPDATE sop_entry SET seq = -seq WHERE case_id = 'B-1' AND seq < 0",
        """
        INSERT INTO sop_entry
        SELECT case_id, 11, recorded_at, command_key, command_digest,
          REPLACE(event, '005/', '006/'), digest, previous
        FROM sop_entry WHERE case_id = 'B-1' AND seq = 10
        """);

    assertFaults(fault(11, Kind.EDITED), fault(12, Kind.MOVED), fault(13, Kind.MOVED));
  }

  @Test
  void an_entry_put_at_the_end_is_beyond_the_head() throws SQLException {
    tamper(
        """
        INSERT INTO sop_entry
        SELECT 'B-1', 13, recorded_at, command_key, command_digest, event, previous, digest
        FROM sop_entry WHERE case_id = 'B-2' AND seq = 4
        """);

    assertThat(Chain.verify(store.stored(CASE)))
        .extracting(ChainFault::seq, ChainFault::kind)
        .contains(fault(13, Kind.INSERTED));
  }

  @Test
  void a_head_set_back_leaves_entries_beyond_it() throws SQLException {
    tamper(
        """
        UPDATE sop_case SET seq = 11, head = (
          SELECT digest FROM sop_entry WHERE case_id = 'B-1' AND seq = 11)
        WHERE case_id = 'B-1'
        """);

    assertFaults(fault(12, Kind.INSERTED));
  }

  @Test
  void a_deleted_case_leaves_entries_without_a_head() throws SQLException {
    tamper("DELETE FROM sop_case WHERE case_id = 'B-1'");

    assertFaults(fault(12, Kind.HEAD_MISSING));
  }
}
