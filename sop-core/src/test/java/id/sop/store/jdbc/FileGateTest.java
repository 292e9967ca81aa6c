package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for whom while one writes down what others have done. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileGateTest {
  private final FileGate gate = new FileGate();
  private final List<String> happened = Collections.synchronizedList(new ArrayList<>());

  @Test
  void who_writes_down_waits_until_no_statement_is_carried_out() throws Exception {
    gate.enter(false, true);
    Thread writer = Waiting.started(this::write);
    Waiting.await(writer);

    happened.add("over");
    gate.leave();
    writer.join();

    assertThat(happened).containsExactly("over", "written");
  }

  @Test
  void whoever_comes_waits_until_it_is_written_down() throws Exception {
    commit(false);
    List<Thread> others = new ArrayList<>();

    gate.write(
        () -> {
          for (boolean inMidst : List.of(false, true)) {
            Thread other = Waiting.started(() -> commit(inMidst));
            others.add(other);
            Waiting.await(other);
          }
          happened.add("written");
        });
    for (Thread other : others) {
      other.join();
    }

    assertThat(happened).containsExactly("committed", "written", "committed", "committed");
  }

  @Test
  void while_one_waits_to_write_others_do_not_begin() throws Exception {
    gate.enter(false, true);
    Thread writer = Waiting.started(this::write);
    Waiting.await(writer);
    Thread other = Waiting.started(() -> commit(false));
    Waiting.await(other);

    gate.leave();
    writer.join();
    other.join();

    assertThat(happened).containsExactly("written", "committed");
  }

  /** What is carried out may wait for what it holds: else all three would wait for ever. */
  @Test
  void who_has_begun_passes_him_who_waits_for_another() throws Exception {
    gate.enter(false, false);
    commit(true);
    Thread writer = Waiting.started(this::write);
    Waiting.await(writer);

    commit(true);
    gate.leave();
    writer.join();

    assertThat(happened).containsExactly("committed", "committed", "written");
  }

  @Test
  void what_several_have_committed_is_written_down_once() throws Exception {
    gate.enter(false, true);
    List<Thread> writers = List.of(Waiting.started(this::write), Waiting.started(this::write));
    for (Thread writer : writers) {
      Waiting.await(writer);
    }
    gate.leave();
    for (Thread writer : writers) {
      writer.join();
    }
    write();

    assertThat(happened).containsExactly("written");
  }

  @Test
  void what_could_not_be_written_down_the_next_one_writes_down() {
    commit(false);

    assertThatThrownBy(
            () ->
                gate.write(
                    () -> {
                      throw new SQLException("the disk is gone");
                    }))
        .hasMessage("the disk is gone");
    write();

    assertThat(happened).containsExactly("committed", "written");
  }

  private void commit(boolean inMidst) {
    gate.enter(inMidst, true);
    happened.add("committed");
    gate.leave();
  }

  private void write() {
    try {
      gate.write(() -> happened.add("written"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
