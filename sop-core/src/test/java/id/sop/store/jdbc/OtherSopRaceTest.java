package id.sop.store.jdbc;

import static id.sop.testing.TwoSops.MAKRO;
import static id.sop.testing.TwoSops.POKJA;
import static id.sop.testing.TwoSops.PPK;
import static id.sop.testing.TwoSops.makro;
import static id.sop.testing.TwoSops.mikro;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.casework.CaseStatus;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.testing.Desk;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes that act at once on a row and on the case that was begun for it. */
class OtherSopRaceTest {
  private static final int ROUNDS = 15;

  @ParameterizedTest
  @EnumSource
  void whoever_comes_second_finds_what_the_first_left_and_no_case_is_left_over(Database kind)
      throws Exception {
    DataSource database = kind.withTables();
    List<SopEngine> nodes = List.of(engine(database), engine(database));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        CaseId parent = CaseId.of("INDUK-" + round);
        CaseId one = CaseId.of("ANAK-" + round + "-1");
        CaseId two = CaseId.of("ANAK-" + round + "-2");
        recorded(nodes.get(0), Command.start(parent, MAKRO, PPK).build());
        recorded(nodes.get(0), Command.complete(parent, "1", PPK).data("anggaran", 500).build());

        List<Boolean> begun = atOnce(threads, nodes, List.of(call(parent, one), call(parent, two)));
        assertThat(begun).as("round %s", round).containsExactlyInAnyOrder(true, false);
        CaseId child = begun.get(0) ? one : two;
        assertThat(nodes.get(0).journal(begun.get(0) ? two : one)).isEmpty();

        Command ends = Command.complete(child, "1", POKJA).decision("LANJUT").build();
        Command stops = Command.terminate(parent, PPK, "batal").build();
        List<Boolean> last = atOnce(threads, nodes, List.of(ends, stops));
        assertThat(last.get(1)).as("round %s: a stop finds a running case", round).isTrue();
        assertThat(nodes.get(0).state(child).status())
            .isEqualTo(last.get(0) ? CaseStatus.SELESAI : CaseStatus.DIHENTIKAN);
        assertThat(nodes.get(0).state(parent).status()).isEqualTo(CaseStatus.DIHENTIKAN);
        assertThat(nodes.get(0).verify(parent)).isEmpty();
        assertThat(nodes.get(0).verify(child)).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Boolean> atOnce(
      ExecutorService threads, List<SopEngine> nodes, List<Command> commands) throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<Boolean>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      SopEngine node = nodes.get(i);
      Command command = commands.get(i);
      both.add(
          threads.submit(
              () -> {
                together.await();
                return node.submit(command) instanceof Outcome.Recorded;
              }));
    }
    return List.of(both.get(0).get(), both.get(1).get());
  }

  private static Command call(CaseId parent, CaseId child) {
    return Command.call(parent, "2", PPK, child).kelengkapan(Document.of("KAK", "1")).build();
  }

  private static SopEngine engine(DataSource database) {
    return SopEngine.builder()
        .procedure(makro())
        .procedure(mikro())
        .store(JdbcStore.open(database))
        .calendar(Desk.PLAIN)
        .clock(Clock.fixed(Desk.MORNING, ZoneOffset.UTC))
        .build();
  }

  private static void recorded(SopEngine engine, Command command) {
    assertThat(engine.submit(command)).isInstanceOf(Outcome.Recorded.class);
  }
}
