package id.sop.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.migration.MigrationSummary;
import id.sop.store.MemoryStore;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** The run itself is sound: no case is lost, and what was planned is carried out. */
class MigrationRunTest {
  @Test
  void each_case_comes_out_once_and_as_planned() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());

    MigrationSummary planned = MigrationRun.run(nowhere, MemoryStore.create(), 300, true);

    assertThat(planned.moves()).isGreaterThan(200);
    assertThat(planned.stays()).isPositive();
    assertThat(planned.why()).containsOnlyKeys("SOP-4114");
  }
}
