package id.sop.rules.race;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.journal.CaseId;
import id.sop.journal.CommandKey;
import id.sop.journal.Entry;
import id.sop.store.CaseStore;
import id.sop.store.ForwardingStore;
import id.sop.store.MemoryStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What clerks did to one case, each between two moments, and what they were told. It is sound when
 * all of them might have done it one after the other, in the order of the journal, each at some
 * moment between his own two.
 */
final class History {
  private final List<Done> all = new ArrayList<>();

  /**
   * A command and its answer.
   *
   * @param begun the moment before it was submitted
   * @param ended the moment after it was answered
   */
  record Done(Command command, long begun, long ended, Outcome outcome) {
    private boolean recorded() {
      return outcome instanceof Outcome.Recorded recorded && !recorded.repeated();
    }

    private CommandKey key() {
      return command.key().orElseThrow();
    }
  }

  synchronized void add(Done done) {
    all.add(done);
  }

  synchronized int size() {
    return all.size();
  }

  /** How many were not the first to do what they wanted. */
  synchronized int late() {
    return (int) all.stream().filter(done -> !done.recorded()).count();
  }

  /**
   * Does it all again, one after the other.
   *
   * @param journal what was recorded
   * @param engine makes an engine over a store
   */
  synchronized void assertSound(
      CaseId caseId, List<Entry> journal, Function<CaseStore, SopEngine> engine) {
    MemoryStore store = MemoryStore.create();
    SopEngine alone = engine.apply(store);
    SopEngine asking = engine.apply(new Unchanging(store));
    List<Done> order = order(journal);
    assertThat(order)
        .as("recorded of %s", caseId)
        .hasSize((int) all.stream().filter(Done::recorded).count());
    Set<Done> unexplained = new HashSet<>(all);
    Set<CommandKey> done = new HashSet<>();
    for (int place = 0; place <= order.size(); place++) {
      explain(unexplained, done, place, order, asking);
      if (place < order.size()) {
        Done next = order.get(place);
        assertThat(alone.submit(next.command())).as("%s", caseId).isEqualTo(next.outcome());
        unexplained.remove(next);
        done.add(next.key());
      }
    }
    assertThat(unexplained).as("answers of %s that no moment explains", caseId).isEmpty();
    assertThat(alone.journal(caseId)).isEqualTo(journal);
  }

  /** Those who were recorded, by the entries of their commands; none after one begun later. */
  private List<Done> order(List<Entry> journal) {
    Map<CommandKey, Done> byKey = new HashMap<>();
    all.stream().filter(Done::recorded).forEach(done -> byKey.put(done.key(), done));
    List<Done> order =
        journal.stream()
            .map(entry -> byKey.get(entry.command().orElseThrow().key()))
            .distinct()
            .toList();
    assertThat(order).doesNotContainNull();
    long latestBegun = Long.MIN_VALUE;
    for (Done done : order) {
      assertThat(done.ended()).as("%s", done).isGreaterThan(latestBegun);
      latestBegun = Math.max(latestBegun, done.begun());
    }
    return order;
  }

  /** Takes out whoever may have been answered at this place of the order, and so. */
  private static void explain(
      Set<Done> unexplained, Set<CommandKey> done, int place, List<Done> order, SopEngine asking) {
    long from = place == 0 ? Long.MIN_VALUE : latestBegun(order.subList(0, place));
    long to = place == order.size() ? Long.MAX_VALUE : earliestEnded(order, place);
    unexplained.removeIf(
        late ->
            !late.recorded()
                && late.ended() > from
                && late.begun() < to
                && (late.outcome() instanceof Outcome.Refused || done.contains(late.key()))
                && isAnsweredSo(late, asking));
  }

  private static boolean isAnsweredSo(Done late, SopEngine asking) {
    try {
      return asking.submit(late.command()).equals(late.outcome());
    } catch (WouldRecord e) {
      return false;
    }
  }

  /** What a command that is only asked about would change. */
  private static final class WouldRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Unchanging extends ForwardingStore {
    Unchanging(CaseStore store) {
      super(store);
    }

    @Override
    public void append(Change change) {
      throw new WouldRecord();
    }

    @Override
    public void append(List<Change> changes) {
      throw new WouldRecord();
    }
  }

  private static long latestBegun(List<Done> before) {
    return before.stream().mapToLong(Done::begun).max().orElseThrow();
  }

  private static long earliestEnded(List<Done> order, int place) {
    return order.subList(place, order.size()).stream().mapToLong(Done::ended).min().orElseThrow();
  }
}
