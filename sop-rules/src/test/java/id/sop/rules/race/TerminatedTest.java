package id.sop.rules.race;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.problem.Code;
import id.sop.store.CaseStore;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import id.sop.store.jdbc.Database;
import id.sop.store.jdbc.JdbcStore;
import id.sop.store.jdbc.PostgresServer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The server cuts off everybody while two commands are on their way, each at any border between two
 * of its statements. Whatever they were told, each is carried out once when it is repeated.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TerminatedTest {
  /** Other tests share the server, and keep their connections. */
  private static final String NODES = "sop-nodes";

  private static final String EVERYBODY =
      """
      SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
      WHERE application_name = 'sop-nodes'
      """;

  private int cut;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void all_are_cut_off_wherever_two_commands_are_and_each_is_carried_out_once(boolean autoCommit)
      throws Exception {
    DataSource database = Database.POSTGRESQL.withTables();
    PGSimpleDataSource ofNodes = new PGSimpleDataSource();
    ofNodes.setURL(PostgresServer.url(database));
    ofNodes.setApplicationName(NODES);
    try (Racer first = new Racer();
        Racer second = new Racer()) {
      SopEngine one = node(ofNodes, first, autoCommit);
      SopEngine other = node(ofNodes, second, autoCommit);
      int cases = 0;
      boolean stopped = true;
      for (int i = 0; stopped; i++) {
        boolean secondStopped = true;
        for (int j = 0; secondStopped; j++) {
          CaseStore.Change mine = Stand.UNDERWAY.of(CaseId.of("S-" + ++cases)).get(0);
          CaseStore.Change theirs = Stand.UNDERWAY.of(CaseId.of("S-" + ++cases)).get(0);
          CaseStore store = JdbcStore.open(database);
          store.append(mine);
          store.append(theirs);
          Command a = Kind.COMPLETE.of(mine.caseId(), "a");
          Command b = Kind.DECIDE_YA.of(theirs.caseId(), "b");
          String where = "stopped after " + i + " and " + j + " statements";

          stopped = go(first, one, a, i);
          secondStopped = go(second, other, b, j);
          Database.execute(database, EVERYBODY);
          first.finish(() -> false);
          second.finish(() -> false);

          assertOnce(store, mine, a, first.resultOrError(), where);
          assertOnce(store, theirs, b, second.resultOrError(), where);
        }
      }
    }
    System.out.println(
        "figure: commands cut off with all connections, auto-commit " + autoCommit + ": " + cut);
    assertThat(cut).isGreaterThanOrEqualTo(4);
  }

  private static SopEngine node(DataSource database, Racer racer, boolean autoCommit) {
    return Meeting.node(JdbcStore.open(BorderDataSource.of(database, racer::border, autoCommit)));
  }

  /** Whether it still is on its way after so many statements. */
  private static boolean go(Racer racer, SopEngine node, Command command, int statements) {
    racer.begin(() -> node.submit(command));
    for (int passed = 0; passed < statements; passed++) {
      racer.pass(() -> false);
    }
    return !racer.isDone();
  }

  private void assertOnce(
      CaseStore store, CaseStore.Change before, Command command, Object told, String where) {
    CaseId caseId = command.caseId();
    SopEngine engine = Meeting.node(store);
    boolean there = engine.journal(caseId).size() > before.entries().size();
    if (told instanceof StoreException failed) {
      cut++;
      Code code = failed.code();
      assertThat(code).as(where).isIn(StoreCode.DATABASE_FAILED, StoreCode.COMMIT_UNKNOWN);
      // It must not have been said that nothing was stored.
      assertThat(there && code == StoreCode.DATABASE_FAILED).as(where).isFalse();
    } else {
      assertThat(told).as(where).isInstanceOf(Outcome.Recorded.class);
      assertThat(there).as(where).isTrue();
    }

    Outcome again = engine.submit(command);

    SopEngine alone = Serial.alone(List.of(before));
    Outcome undisturbed = alone.submit(command);
    assertThat(again).as(where).isEqualTo(there ? alone.submit(command) : undisturbed);
    assertThat(engine.journal(caseId)).as(where).isEqualTo(alone.journal(caseId));
    assertThat(engine.verify(caseId)).as(where).isEmpty();
  }
}
