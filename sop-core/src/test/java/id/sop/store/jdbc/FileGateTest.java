package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for whom while one writes down what others have done. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileGateTest {
  private final FileGate patient = new FileGate(Duration.ofDays(1));
  private final FileGate impatient = new FileGate(Duration.ZERO);
  private final FileGate.Turn turn = new FileGate.Turn();
  private final List<String> happened = Collections.synchronizedList(new ArrayList<>());

  @Test
  void who_writes_down_waits_until_no_statement_is_carried_out() throws Exception {
    impatient.enter(turn, true);
    Thread writer = Waiting.started(() -> write(impatient));
    Waiting.await(writer);

    happened.add("over");
    impatient.leave(turn, true);
    writer.join();

    assertThat(happened).containsExactly("over", "written");
  }

  @Test
  void he_waits_a_moment_for_transactions_that_have_begun_and_writes_theirs_down_as_well()
      throws Exception {
    change(patient, turn);
    FileGate.Turn other = new FileGate.Turn();
    change(patient, other);
    commit(patient, other);
    Thread writer = Waiting.started(() -> write(patient));
    Waiting.await(writer);

    change(patient, turn);
    commit(patient, turn);
    writer.join();
    write(patient);

    assertThat(happened)
        .containsExactly("changed", "changed", "committed", "changed", "committed", "written");
  }

  @Test
  void for_one_that_is_open_for_long_he_waits_no_longer_and_not_again() {
    change(impatient, turn);
    commit(impatient, new FileGate.Turn());
    write(impatient);

    change(impatient, turn);
    commit(impatient, turn);
    commit(impatient, new FileGate.Turn());
    write(impatient);

    assertThat(happened)
        .containsExactly(
            "changed", "committed", "written", "changed", "committed", "committed", "written");
  }

  @Test
  void who_is_interrupted_waits_for_them_no_longer_and_is_still_interrupted() {
    change(patient, turn);
    commit(patient, new FileGate.Turn());
    Thread.currentThread().interrupt();

    write(patient);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(happened).containsExactly("changed", "committed", "written");
  }

  @Test
  void who_began_after_that_is_waited_for_again_and_who_began_before_is_not() throws Exception {
    change(patient, turn);
    commit(patient, new FileGate.Turn());
    Thread.currentThread().interrupt();
    write(patient);
    assertThat(Thread.interrupted()).isTrue();
    FileGate.Turn next = new FileGate.Turn();
    change(patient, next);
    commit(patient, turn);
    happened.clear();

    Thread writer = Waiting.started(() -> write(patient));
    Waiting.await(writer);
    commit(patient, next);
    writer.join();

    assertThat(happened).containsExactly("committed", "written");
  }

  @Test
  void whoever_comes_waits_until_it_is_written_down() throws Exception {
    change(impatient, turn);
    commit(impatient, new FileGate.Turn());
    List<Thread> others = new ArrayList<>();

    impatient.write(
        () -> {
          for (FileGate.Turn each : List.of(new FileGate.Turn(), turn)) {
            Thread other = Waiting.started(() -> commit(impatient, each));
            others.add(other);
            Waiting.await(other);
          }
          happened.add("written");
        });
    for (Thread other : others) {
      other.join();
    }

    assertThat(happened)
        .containsExactly("changed", "committed", "written", "committed", "committed");
  }

  @Test
  void while_one_waits_to_write_others_do_not_begin() throws Exception {
    impatient.enter(turn, true);
    Thread writer = Waiting.started(() -> write(impatient));
    Waiting.await(writer);
    Thread other = Waiting.started(() -> change(impatient, new FileGate.Turn()));
    Waiting.await(other);

    impatient.leave(turn, true);
    writer.join();
    other.join();

    assertThat(happened).containsExactly("written", "changed");
  }

  /** What is carried out may wait for what it holds: else all three would wait for ever. */
  @Test
  void who_has_begun_passes_him_who_waits_for_another() throws Exception {
    change(impatient, turn);
    FileGate.Turn waiting = new FileGate.Turn();
    impatient.enter(waiting, true);
    Thread writer = Waiting.started(() -> write(impatient));
    Waiting.await(writer);

    commit(impatient, turn);
    impatient.leave(waiting, true);
    writer.join();

    assertThat(happened).containsExactly("changed", "committed", "written");
  }

  @Test
  void what_several_have_committed_is_written_down_once() throws Exception {
    impatient.enter(turn, true);
    List<Thread> writers =
        List.of(Waiting.started(() -> write(impatient)), Waiting.started(() -> write(impatient)));
    for (Thread writer : writers) {
      Waiting.await(writer);
    }
    impatient.leave(turn, true);
    for (Thread writer : writers) {
      writer.join();
    }
    write(impatient);

    assertThat(happened).containsExactly("written");
  }

  @Test
  void what_could_not_be_written_down_the_next_one_writes_down() {
    commit(impatient, turn);

    assertThatThrownBy(
            () ->
                impatient.write(
                    () -> {
                      throw new SQLException("the disk is gone");
                    }))
        .hasMessage("the disk is gone");
    write(impatient);

    assertThat(happened).containsExactly("committed", "written");
  }

  private void change(FileGate gate, FileGate.Turn turn) {
    gate.enter(turn, false);
    happened.add("changed");
    gate.leave(turn, false);
  }

  private void commit(FileGate gate, FileGate.Turn turn) {
    gate.enter(turn, true);
    happened.add("committed");
    gate.leave(turn, true);
  }

  private void write(FileGate gate) {
    try {
      gate.write(() -> happened.add("written"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
