package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.ChainFault;
import id.sop.journal.ChainFault.Kind;
import id.sop.journal.JournalException;
import id.sop.journal.StoredEntry;
import id.sop.problem.Language;
import id.sop.store.CaseScript;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with the database password, who knows how entries are packed, rewrites the record. */
class PackTamperTest {
  private static final CaseId CASE = CaseId.of("B-1");
  private static final int LENGTH = 12;

  private DataSource database;
  private JdbcStore store;

  @BeforeEach
  void fill() throws SQLException {
    database = Database.H2.withTables();
    store = JdbcStore.open(database);
    CaseScript script = CaseScript.of(CASE.value());
    store.append(script.start());
    for (int i = 2; i < LENGTH; i += 2) {
      store.append(script.step());
    }
    CaseScript other = CaseScript.of("B-2");
    store.append(other.start());
    store.append(other.step());
  }

  private void tamper(String... statements) throws SQLException {
    Database.execute(database, statements);
  }

  /** Writes anew what the pack with this last entry holds. */
  private void repack(long last, UnaryOperator<List<StoredEntry>> change) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT recorded_at, pack FROM sop_entry WHERE case_id = 'B-1' AND seq = " + last);
        ResultSet row = select.executeQuery();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE sop_entry SET pack = ? WHERE case_id = 'B-1' AND seq = " + last)) {
      assertThat(row.next()).isTrue();
      long latest = row.getLong(1);
      List<StoredEntry> entries =
          change.apply(new ArrayList<>(Pack.entries("B-1", last, latest, row.getBytes(2))));
      update.setBytes(1, Pack.of(entries, latest));
      assertThat(update.executeUpdate()).isEqualTo(1);
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

  private static StoredEntry with(StoredEntry entry, String event, String digest) {
    return new StoredEntry(
        entry.caseId(),
        entry.seq(),
        entry.recordedAt(),
        entry.commandKey(),
        entry.commandDigest(),
        event,
        entry.previous(),
        digest);
  }

  @Test
  void an_untouched_record_has_no_fault_and_a_row_for_each_change() throws SQLException {
    assertFaults();

    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement(
                "SELECT COUNT(*), COUNT(pack) FROM sop_entry WHERE case_id = 'B-1'");
        ResultSet row = count.executeQuery()) {
      row.next();
      assertThat(List.of(row.getInt(1), row.getInt(2))).containsExactly(LENGTH / 2, LENGTH / 2);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "2, 1", "6, 0", "6, 1", "12, 0", "12, 1"})
  void an_edited_event_is_named_alone(long last, int place) throws SQLException {
    repack(
        last,
        entries -> {
          StoredEntry entry = entries.get(place);
          entries.set(place, with(entry, entry.event().replace("KABAG", "KASUB"), entry.digest()));
          return entries;
        });

    assertFaults(fault(last - 1 + place, Kind.EDITED));
  }

  @Test
  void an_edited_event_with_a_digest_made_to_fit_does_not_fit_the_next() throws SQLException {
    repack(
        6,
        entries -> {
          StoredEntry last = entries.get(1);
          StoredEntry edited = with(last, last.event().replace("KABAG", "KASUB"), "");
          String digest =
              Chain.next(
                      CASE,
                      6,
                      last.toEntry().recordedAt(),
                      last.toEntry().command(),
                      edited.toEntry().event(),
                      last.previous())
                  .digest();
          entries.set(1, with(edited, edited.event(), digest));
          return entries;
        });

    assertFaults(fault(6, Kind.REPLACED));
  }

  @Test
  void an_edited_digest_is_named_and_what_follows_it_in_the_pack() throws SQLException {
    repack(
        6,
        entries -> {
          entries.set(0, with(entries.get(0), entries.get(0).event(), "f".repeat(64)));
          return entries;
        });

    // Within a pack an entry follows by its place, so that it no longer fits what it follows.
    assertFaults(fault(5, Kind.EDITED), fault(6, Kind.EDITED));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 6, 12})
  void another_time_beside_a_pack_is_an_edit_of_all_its_entries(long last) throws SQLException {
    tamper(
        "UPDATE sop_entry SET recorded_at = recorded_at + 1 WHERE case_id = 'B-1' AND seq = "
            + last);

    assertFaults(fault(last - 1, Kind.EDITED), fault(last, Kind.EDITED));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 6, 12})
  void a_deleted_pack_is_missing_or_cut_and_no_other_is_blamed(long last) throws SQLException {
    tamper("DELETE FROM sop_entry WHERE case_id = 'B-1' AND seq = " + last);

    assertFaults(fault(last - 1, last == LENGTH ? Kind.CUT : Kind.MISSING));
  }

  @Test
  void an_entry_taken_out_of_a_pack_is_missing() throws SQLException {
    repack(6, entries -> List.of(entries.get(1)));

    assertFaults(fault(5, Kind.MISSING));
  }

  @Test
  void two_packs_that_changed_places_are_named() throws SQLException {
    tamper(
        "UPDATE sop_entry SET seq = 0 WHERE case_id = 'B-1' AND seq = 4",
        "UPDATE sop_entry SET seq = 4 WHERE case_id = 'B-1' AND seq = 8",
        "UPDATE sop_entry SET seq = 8 WHERE case_id = 'B-1' AND seq = 0");

    assertFaults(
        fault(3, Kind.MOVED), fault(4, Kind.MOVED), fault(7, Kind.MOVED), fault(8, Kind.MOVED));
  }

  @Test
  void a_pack_of_another_case_is_put_in() throws SQLException {
    tamper(
        """
        INSERT INTO sop_entry (case_id, seq, recorded_at, pack)
        SELECT 'B-1', 14, recorded_at, pack FROM sop_entry WHERE case_id = 'B-2' AND seq = 4
        """);

    assertThat(Chain.verify(store.stored(CASE)))
        .extracting(ChainFault::seq, ChainFault::kind)
        .contains(fault(13, Kind.INSERTED), fault(14, Kind.INSERTED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event = '{\"v\":1}'",
        "command_key = 'x'",
        "command_digest = 'x'",
        "digest = 'x'",
        "previous = 'x'"
      })
  void what_is_written_beside_a_pack_is_put_in(String change) throws SQLException {
    tamper("UPDATE sop_entry SET " + change + " WHERE case_id = 'B-1' AND seq = 6");

    assertFaults(fault(6, Kind.INSERTED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X''",
        "X'01'",
        "X'02' || SUBSTRING(pack FROM 2)",
        "X'0103' || SUBSTRING(pack FROM 3)",
        "pack || X'00'",
        "NULL"
      })
  void a_pack_that_cannot_be_unpacked_is_named_and_read_by_nobody(String value)
      throws SQLException {
    tamper("UPDATE sop_entry SET pack = " + value + " WHERE case_id = 'B-1' AND seq = 6");

    assertFaults(fault(5, Kind.MISSING), fault(6, Kind.EDITED));
    assertThatThrownBy(() -> store.read(CASE))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("6")
        .hasMessageContaining("B-1");
  }

  @Test
  void entries_behind_a_number_come_in_order_however_they_lie() throws SQLException {
    List<StoredEntry> all = store.stored(CASE).entries();
    for (int after = 0; after <= LENGTH; after++) {
      for (int most : new int[] {1, 2, 3, 50}) {
        List<StoredEntry> found = behind(CASE, after, most);
        assertThat(found).isEqualTo(all.subList(after, Math.min(LENGTH, after + most)));
      }
    }
    assertThat(behind(CaseId.of("B-9"), 0, 5)).isEmpty();
  }

  private List<StoredEntry> behind(CaseId caseId, long after, int most) {
    return store.inTransaction(connection -> store.entries(connection, caseId, after, most));
  }
}
