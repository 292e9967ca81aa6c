package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.journal.CaseId;
import id.sop.store.CaseScript;
import id.sop.store.CaseTag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one command costs at the server. */
class StatementBudgetTest {
  private static final CaseId CASE = CaseId.of("B-1");

  /**
   * PostgreSQL takes the whole change in one trip, which commits itself. The others: off with
   * auto-commit, case, entries, old lines, new lines, commit, on with auto-commit.
   */
  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL, 0, 2, 2", "H2, 0, 5, 8", "MARIADB, 0, 5, 8",
    "POSTGRESQL, 1, 1, 1", "H2, 1, 4, 7", "MARIADB, 1, 4, 7"
  })
  void a_command_writes_once_and_reads_once_unless_it_is_remembered_where_the_case_stands(
      Database kind, int remembered, int statements, int trips) throws Exception {
    CountingDataSource counting = new CountingDataSource(kind.withTables());
    SopEngine engine = Forked.engine(JdbcStore.open(counting.dataSource()), remembered);
    Forked.forked(engine, CASE);

    counting.forget();
    Forked.recorded(engine.submit(Forked.complete(CASE, "2")));

    assertThat(counting.statements()).hasSize(statements).hasSizeLessThanOrEqualTo(6);
    assertThat(counting.trips()).hasSize(trips);
  }

  /** Some tags gone and some added, the case read before. */
  @ParameterizedTest
  @CsvSource({"POSTGRESQL, 2, 2", "H2, 6, 9", "MARIADB, 6, 9"})
  void a_command_that_changes_by_what_a_case_is_found_stays_within_six_statements(
      Database kind, int statements, int trips) throws Exception {
    CountingDataSource counting = new CountingDataSource(kind.withTables());
    JdbcStore store = JdbcStore.open(counting.dataSource());
    CaseScript script = CaseScript.of("B-2");
    store.append(script.tagged(CaseTag.person("u-1")).start());

    counting.forget();
    store.read(script.caseId());
    store.append(script.tagged(CaseTag.person("u-2"), CaseTag.person("u-3")).step());

    assertThat(counting.statements()).hasSize(statements);
    assertThat(counting.trips()).hasSize(trips);
  }

  @ParameterizedTest
  @CsvSource({"POSTGRESQL, 4", "H2, 7", "MARIADB, 7"})
  void a_command_in_a_transaction_of_the_host_costs_a_savepoint_and_no_commit(
      Database kind, int trips) throws Exception {
    CountingDataSource counting = new CountingDataSource(kind.withTables());
    JdbcStore store = JdbcStore.open(counting.dataSource());
    SopEngine engine = Forked.engine(store);
    Forked.forked(engine, CASE);

    try (var host = counting.dataSource().getConnection()) {
      host.setAutoCommit(false);
      counting.forget();
      Forked.recorded(engine.submit(Forked.complete(CASE, "2"), store.within(host)));
      assertThat(counting.trips()).hasSize(trips).contains("setSavepoint", "releaseSavepoint");
      assertThat(counting.trips()).doesNotContain("commit", "rollback", "setAutoCommit");
      host.commit();
    }
  }

  @ParameterizedTest
  @CsvSource({"POSTGRESQL, 2", "H2, 8", "MARIADB, 8"})
  void a_long_case_costs_no_more_trips(Database kind, int trips) throws Exception {
    CountingDataSource counting = new CountingDataSource(kind.withTables());
    JdbcStore store = JdbcStore.open(counting.dataSource());
    CaseScript script = CaseScript.of("B-2");
    store.append(script.start());
    for (int i = 0; i < 250; i++) {
      store.append(script.step());
    }

    counting.forget();
    store.read(script.caseId());
    store.append(script.step());

    assertThat(counting.trips()).hasSize(trips);
    long read = Long.MAX_VALUE;
    for (int i = 0; i < 30; i++) {
      long begin = System.nanoTime();
      store.read(script.caseId());
      read = Math.min(read, System.nanoTime() - begin);
    }
    System.out.println(
        "figure: reading a case of 502 entries from " + kind + ": " + read / 1_000 + " us at best");
  }
}
