package id.sop.store.jdbc;

import static id.sop.testing.TwoSops.ANAK;
import static id.sop.testing.TwoSops.INDUK;
import static id.sop.testing.TwoSops.MAKRO;
import static id.sop.testing.TwoSops.PPK;
import static id.sop.testing.TwoSops.call;
import static id.sop.testing.TwoSops.decide;
import static id.sop.testing.TwoSops.makro;
import static id.sop.testing.TwoSops.mikro;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.problem.SopException;
import id.sop.store.CaseStore;
import id.sop.testing.Desk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The connection is lost at each border between two calls to the database, while a case is begun
 * for a row of another one, and while its end completes that row. Neither is ever there without the
 * other, and the same command again brings it to its end.
 */
class OtherSopCutTest {
  private static final int MOST_BORDERS = 60;

  @ParameterizedTest
  @EnumSource
  void a_row_and_the_case_begun_for_it_are_never_there_one_without_the_other(Database kind)
      throws Exception {
    DataSource database = kind.withTablesUnpooled();
    int cuts = 0;
    for (int border = 1; border <= MOST_BORDERS; border++) {
      CaseId parent = CaseId.of("INDUK-" + border);
      CaseId child = CaseId.of("ANAK-" + border);
      String as = kind + ", border " + border;
      SopEngine whole = engine(JdbcStore.open(database));
      recorded(whole, Command.start(parent, MAKRO, PPK).build());
      recorded(whole, Command.complete(parent, "1", PPK).data("anggaran", 500).build());
      Command begin = moved(call(child).key("begin").build(), parent);
      Command end = moved(decide("LANJUT").key("end").build(), child);

      boolean first = cut(database, border, begin);
      assertThat(has(whole, parent, CaseEvent.ChildBegun.class))
          .as(as)
          .isEqualTo(has(whole, child, CaseEvent.Started.class));
      recorded(whole, begin);
      assertThat(whole.journal(child)).as(as).hasSize(2);

      boolean second = cut(database, border, end);
      boolean ended = has(whole, child, CaseEvent.Ended.class);
      assertThat(has(whole, parent, CaseEvent.ChildEnded.class)).as(as).isEqualTo(ended);
      assertThat(whole.state(parent).open().keySet().toString())
          .as(as)
          .isEqualTo(ended ? "[3]" : "[2]");
      recorded(whole, end);
      assertThat(whole.state(parent).open().keySet().toString()).as(as).isEqualTo("[3]");
      assertThat(whole.verify(parent)).as(as).isEmpty();
      assertThat(whole.verify(child)).as(as).isEmpty();
      cuts += (first ? 1 : 0) + (second ? 1 : 0);
      if (!first && !second) {
        break;
      }
    }
    System.out.println("figure: two journals on " + kind + " cut apart in vain: " + cuts);
    assertThat(cuts).isGreaterThanOrEqualTo(10);
  }

  /** The command, of another case than the one that it was made for. */
  private static Command moved(Command command, CaseId to) {
    if (command instanceof Command.Call call) {
      assertThat(call.caseId()).isEqualTo(INDUK);
      return new Command.Call(
          to,
          call.step(),
          call.actor(),
          call.child(),
          call.data(),
          call.kelengkapan(),
          call.occurredAt(),
          call.key());
    }
    Command.Complete done = (Command.Complete) command;
    assertThat(done.caseId()).isEqualTo(ANAK);
    return new Command.Complete(
        to,
        done.step(),
        done.actor(),
        done.decision(),
        done.alasan(),
        done.kelengkapan(),
        done.output(),
        done.data(),
        done.occurredAt(),
        done.key());
  }

  private static SopEngine engine(CaseStore store) {
    return SopEngine.builder()
        .procedure(makro())
        .procedure(mikro())
        .store(store)
        .calendar(Desk.PLAIN)
        .clock(Clock.fixed(Desk.MORNING, ZoneOffset.UTC))
        .build();
  }

  private static void recorded(SopEngine engine, Command command) {
    assertThat(engine.submit(command)).isInstanceOf(Outcome.Recorded.class);
  }

  private static boolean has(SopEngine engine, CaseId caseId, Class<? extends CaseEvent> kind) {
    return engine.journal(caseId).stream().map(Entry::event).anyMatch(kind::isInstance);
  }

  /**
   * Submits {@code command}, and loses the connection at the call {@code border}; whether it was.
   */
  private static boolean cut(DataSource database, int border, Command command) {
    Cutting cutting = new Cutting(database);
    SopEngine engine = engine(JdbcStore.open(cutting.dataSource()));
    cutting.left = border;
    try {
      recorded(engine, command);
      return false;
    } catch (SopException lost) {
      return true;
    }
  }

  /** Closes the connection before some call to it, or after one whose answer is then lost. */
  private static final class Cutting {
    private final DataSource database;
    private int left;

    Cutting(DataSource database) {
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
                            || Set.of("commit", "prepareStatement").contains(method.getName()));
                if (border && --left == 0) {
                  connection.close();
                  throw new SQLException("the connection was lost", "08006");
                }
                try {
                  Object result = method.invoke(target, args);
                  if (border && !method.getName().equals("prepareStatement") && --left == 0) {
                    connection.close();
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
  }
}
