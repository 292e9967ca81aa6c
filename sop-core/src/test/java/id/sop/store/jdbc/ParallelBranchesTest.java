package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who works on one branch does not notice those who work on the others. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParallelBranchesTest {
  private static final int CASES = 25;

  @ParameterizedTest
  @EnumSource
  void all_branches_of_a_case_are_completed_at_once_and_nobody_is_turned_away(Database database)
      throws Exception {
    // Two engines, as two nodes have.
    JdbcStore store = JdbcStore.open(database.withTables());
    List<SopEngine> nodes = List.of(Forked.engine(store), Forked.engine(store));
    ExecutorService threads = Executors.newFixedThreadPool(2 * Forked.BRANCHES);
    try {
      List<Callable<Outcome>> work = new ArrayList<>();
      for (int i = 0; i < CASES; i++) {
        CaseId caseId = CaseId.of("B-" + i);
        Forked.forked(nodes.get(0), caseId);
        for (String branch : Forked.branches()) {
          SopEngine node = nodes.get(work.size() % nodes.size());
          work.add(() -> node.submit(Forked.complete(caseId, branch)));
        }
      }

      List<Future<Outcome>> done = threads.invokeAll(work);

      for (Future<Outcome> one : done) {
        assertThat(one.get()).isInstanceOf(Outcome.Recorded.class);
      }
      for (int i = 0; i < CASES; i++) {
        assertThat(Forked.ended(nodes.get(0), CaseId.of("B-" + i))).isTrue();
      }
      assertThat(store.openRows()).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }
}
