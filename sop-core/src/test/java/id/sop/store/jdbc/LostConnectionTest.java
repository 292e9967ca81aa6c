package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Head;
import id.sop.problem.Code;
import id.sop.problem.SopException;
import id.sop.store.CaseScript;
import id.sop.store.StoreCode;
import id.sop.store.Tombstone;
import id.sop.testing.Desk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The server cuts the connection at each border between two statements. Whatever was told, the
 * command with its key is carried out once in the end, and is never half there.
 */
class LostConnectionTest {
  private static final int MOST_BORDERS = 40;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void a_command_whose_connection_is_cut_anywhere_is_repeated_and_carried_out_once(Database kind)
      throws Exception {
    DataSource database = kind.withTablesUnpooled();
    int cuts = 0;
    for (int border = 1; border <= MOST_BORDERS; border++) {
      CaseId caseId = CaseId.of("B-" + border);
      Forked.forked(Forked.engine(JdbcStore.open(database)), caseId);
      Cutting cutting = new Cutting(kind, database);
      SopEngine engine = Forked.engine(JdbcStore.open(cutting.dataSource()));
      cutting.atCall = new AtomicInteger(border);
      Command command = Command.complete(caseId, "2", Desk.as("STAF")).key("k-" + border).build();

      boolean cut = false;
      Code told = StoreCode.CLOSED;
      try {
        Forked.recorded(engine.submit(command));
      } catch (SopException e) {
        assertThat(e.code())
            .as("border %s", border)
            .isIn(StoreCode.DATABASE_FAILED, StoreCode.COMMIT_UNKNOWN);
        cut = true;
        told = e.code();
      }
      boolean untouched = cutting.atCall.get() > 0;

      engine = Forked.engine(JdbcStore.open(database));
      int entries = engine.journal(caseId).size();
      assertThat(engine.verify(caseId)).as("border %s", border).isEmpty();
      Outcome.Recorded again = (Outcome.Recorded) engine.submit(command);
      assertThat(engine.journal(caseId))
          .as("border %s", border)
          .hasSize((int) again.receipt().seq());
      // Told as recorded: it was there. Told as failed: it may be there, as a whole.
      assertThat(again.repeated())
          .as("border %s", border)
          .isEqualTo(entries == again.receipt().seq());
      if (cut && again.repeated()) {
        // It must not have been said that nothing was stored.
        assertThat(told).as("border %s", border).isEqualTo(StoreCode.COMMIT_UNKNOWN);
      }
      assertThat(cut || again.repeated()).as("border %s", border).isTrue();
      assertThat(engine.verify(caseId)).as("border %s", border).isEmpty();
      cuts += cut ? 1 : 0;
      if (untouched) {
        break;
      }
    }
    System.out.println("figure: connections to " + kind + " cut, and told: " + cuts);
    assertThat(cuts).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void a_family_whose_archiving_is_cut_anywhere_is_gone_as_a_whole_or_here_as_a_whole(Database kind)
      throws Exception {
    DataSource database = kind.withTablesUnpooled();
    JdbcStore whole = JdbcStore.open(database);
    int here = 0;
    int gone = 0;
    for (int border = 1; border <= MOST_BORDERS; border++) {
      List<Tombstone> family = new ArrayList<>();
      for (String name : List.of("A-", "B-")) {
        CaseScript script = CaseScript.of(name + border);
        whole.append(script.start());
        whole.append(script.end());
        Head head = whole.stored(script.caseId()).head().orElseThrow();
        family.add(new Tombstone(script.caseId(), head, "7".repeat(64)));
      }
      Cutting cutting = new Cutting(kind, database);
      JdbcStore store = JdbcStore.open(cutting.dataSource());
      cutting.atCall = new AtomicInteger(border);

      boolean cut = false;
      Code told = StoreCode.CLOSED;
      try {
        store.remove(family);
      } catch (SopException e) {
        assertThat(e.code())
            .as("border %s", border)
            .isIn(StoreCode.DATABASE_FAILED, StoreCode.WORK_UNKNOWN);
        cut = true;
        told = e.code();
      }
      boolean untouched = cutting.atCall.get() > 0;

      if (whole.archived().containsAll(family)) {
        gone += cut ? 1 : 0;
        // It must not have been said that nothing was stored.
        assertThat(told).as("border %s", border).isNotEqualTo(StoreCode.DATABASE_FAILED);
      } else {
        assertThat(cut).as("border %s", border).isTrue();
        here++;
        for (Tombstone each : family) {
          assertThat(whole.read(each.caseId())).as("border %s", border).hasSize(4);
          assertThat(Chain.verify(whole.stored(each.caseId()))).isEmpty();
        }
        whole.remove(family);
      }
      if (untouched) {
        break;
      }
    }
    System.out.println(
        "figure: archivings on " + kind + " cut: " + here + " undone, " + gone + " done");
    assertThat(here).isGreaterThanOrEqualTo(10);
    assertThat(gone).isPositive();
    assertThat(whole.cases()).isEmpty();
  }

  /**
   * Cuts the connection at the server right before some call to it, and right after the call
   * before.
   */
  private static final class Cutting {
    private final Database kind;
    private final DataSource database;
    private AtomicInteger atCall = new AtomicInteger();

    Cutting(Database kind, DataSource database) {
      this.kind = kind;
      this.database = database;
    }

    DataSource dataSource() {
      return proxy(DataSource.class, database, null);
    }

    private <T> T proxy(Class<T> type, Object target, Connection connection) {
      return type.cast(
          Proxy.newProxyInstance(
              Cutting.class.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, args) -> {
                boolean border =
                    connection != null
                        && (method.getName().startsWith("execute")
                            || Set.of("commit", "setAutoCommit", "prepareStatement")
                                .contains(method.getName()));
                if (border && atCall.decrementAndGet() == 0) {
                  cut(connection);
                }
                try {
                  Object result = method.invoke(target, args);
                  if (border
                      && (method.getName().equals("commit")
                          || method.getName().startsWith("execute"))
                      && atCall.decrementAndGet() == 0) {
                    // Done, and the answer does not arrive.
                    cut(connection);
                    throw new SQLException("the answer was lost", "08006");
                  }
                  if (result instanceof Connection made) {
                    return proxy(Connection.class, made, made);
                  }
                  return result instanceof PreparedStatement made
                      ? proxy(PreparedStatement.class, made, connection)
                      : result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }

    private void cut(Connection connection) throws SQLException {
      String own = kind == Database.POSTGRESQL ? "pg_backend_pid()" : "CONNECTION_ID()";
      long id;
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT " + own)) {
        row.next();
        id = row.getLong(1);
      }
      Database.execute(
          database,
          kind == Database.POSTGRESQL
              ? "SELECT pg_terminate_backend(" + id + ", 10000)"
              : "KILL " + id);
    }
  }
}
