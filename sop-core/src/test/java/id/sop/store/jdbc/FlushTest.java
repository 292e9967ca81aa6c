package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.journal.Head;
import id.sop.journal.StoredEntry;
import id.sop.store.CaseScript;
import id.sop.store.CaseStore.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database whose commits are seen by others before they are kept, as those of an H2 file are. */
class FlushTest {
  private final CaseScript script = CaseScript.of("B-1");
  private final List<String> happened = new ArrayList<>();
  private OwnTransactions transactions;
  private Runnable meanwhile = () -> {};

  @BeforeEach
  void open() throws SQLException {
    DataSource database = Database.H2.withTables();
    transactions = new OwnTransactions(database, Dialect.H2, this::flush);
  }

  /** What happens between a commit and the moment at which it is kept. */
  private void flush(Connection connection) {
    happened.add("flush");
    Runnable once = meanwhile;
    meanwhile = () -> {};
    once.run();
  }

  @Test
  void who_reads_what_is_committed_but_not_kept_flushes_it_before_he_is_told() {
    meanwhile = () -> happened.add("read " + seq());

    write(script.start());

    assertThat(happened).containsExactly("flush", "flush", "read 2");
  }

  @Test
  void one_state_of_all_tables_is_flushed_before_it_is_told() {
    meanwhile =
        () ->
            happened.add(
                "read "
                    + transactions
                        .readOneState(c -> EntryRows.of(c, EntryForm.of(101), script.caseId()))
                        .size());

    write(script.start());

    assertThat(happened).containsExactly("flush", "flush", "read 2");
  }

  @Test
  void who_reads_when_all_is_kept_does_not_flush() {
    write(script.start());

    assertThat(seq()).isEqualTo(2);

    assertThat(happened).containsExactly("flush");
  }

  @Test
  void what_could_not_be_flushed_is_flushed_by_whoever_reads_it() {
    meanwhile =
        () -> {
          throw new IllegalStateException("the disk is gone");
        };
    Change change = script.start();

    assertThatThrownBy(() -> write(change)).hasMessageContaining("the disk is gone");
    assertThat(seq()).isEqualTo(2);
    assertThat(happened).containsExactly("flush", "flush");
  }

  private long seq() {
    return transactions.read(c -> CaseRows.head(c, script.caseId())).map(Head::seq).orElse(0L);
  }

  private void write(Change change) {
    List<StoredEntry> entries = change.entries().stream().map(StoredEntry::of).toList();
    StoredEntry last = entries.get(entries.size() - 1);
    transactions.write(
        List.of(change),
        Dialect.H2.append(
            change,
            NewRows.packed(entries),
            TagLines.of(change, false),
            new Head(last.seq(), last.digest())));
  }
}
