package id.sop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import id.sop.casework.CaseStatus;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredEntry;
import id.sop.problem.SopException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link CaseStore} does. A store that does nothing fails each of these tests. */
public abstract class CaseStoreContract {
  private CaseStore store;

  /** An empty store. */
  protected abstract CaseStore open() throws Exception;

  /** The store as the tests see it after something was appended; a file can be opened anew here. */
  protected CaseStore again(CaseStore store) throws Exception {
    return store;
  }

  @BeforeEach
  void openTheStore() throws Exception {
    store = open();
  }

  @AfterEach
  void closeTheStore() {
    store.close();
  }

  private void append(CaseStore.Change... changes) throws Exception {
    for (CaseStore.Change change : changes) {
      store.append(change);
    }
    store = again(store);
  }

  private static List<Entry> entriesOf(CaseStore.Change... changes) {
    List<Entry> entries = new ArrayList<>();
    for (CaseStore.Change change : changes) {
      entries.addAll(change.entries());
    }
    return entries;
  }

  @Test
  void what_was_appended_is_read_back_equal_and_in_order() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    CaseStore.Change start = script.start();
    CaseStore.Change step = script.step();

    append(start, step);

    assertThat(store.read(script.caseId())).isEqualTo(entriesOf(start, step));
  }

  @Test
  void the_raw_rows_are_the_entries_and_the_head_is_the_last_of_them() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    CaseStore.Change start = script.start();
    CaseStore.Change step = script.step();

    append(start, step);

    List<Entry> entries = entriesOf(start, step);
    assertThat(store.stored(script.caseId()).entries())
        .isEqualTo(entries.stream().map(StoredEntry::of).toList());
    assertThat(store.stored(script.caseId()).head()).contains(new Head(4, entries.get(3).digest()));
    assertThat(Chain.verify(store.stored(script.caseId()))).isEmpty();
  }

  @Test
  void a_case_knows_nothing_of_another() throws Exception {
    CaseScript one = CaseScript.of("B-1");
    CaseScript two = CaseScript.of("B-1/2");
    CaseStore.Change first = one.start();
    CaseStore.Change second = two.start();

    append(first, second);

    assertThat(store.read(one.caseId())).isEqualTo(first.entries());
    assertThat(store.read(two.caseId())).isEqualTo(second.entries());
    assertThat(store.read(CaseId.of("B-3"))).isEmpty();
    assertThat(store.stored(CaseId.of("B-3")).head()).isEmpty();
  }

  @Test
  void a_case_is_begun_only_once() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    append(script.start());

    assertThatThrownBy(() -> store.append(CaseScript.of("B-1").start()))
        .isInstanceOfSatisfying(
            ConcurrentChangeException.class,
            e -> {
              assertThat(e.caseId()).isEqualTo(script.caseId());
              assertThat(e.expected()).isZero();
              assertThat(e.found()).isEqualTo(2);
            });
  }

  @Test
  void a_change_decided_on_an_old_state_is_refused_and_leaves_no_trace() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    CaseScript slower = CaseScript.of("B-1");
    slower.start();
    CaseStore.Change late = slower.end();
    CaseStore.Change start = script.start();
    CaseStore.Change step = script.step();
    append(start, step);

    assertThatThrownBy(() -> store.append(late))
        .isInstanceOfSatisfying(
            ConcurrentChangeException.class,
            e -> assertThat(List.of(e.expected(), e.found())).containsExactly(2L, 4L));

    assertThat(store.read(script.caseId())).isEqualTo(entriesOf(start, step));
    assertThat(store.openRows()).extracting(OpenCaseRow::step).containsExactly(StepId.of("2"));
  }

  @Test
  void changes_of_several_cases_are_kept_together() throws Exception {
    CaseScript one = CaseScript.of("B-2");
    CaseScript two = CaseScript.of("B-1");
    CaseStore.Change first = one.start();
    append(first);
    CaseStore.Change step = one.step();
    CaseStore.Change start = two.start();

    store.append(List.of(step, start));
    store = again(store);

    assertThat(store.read(one.caseId())).isEqualTo(entriesOf(first, step));
    assertThat(store.read(two.caseId())).isEqualTo(start.entries());
    assertThat(store.openRows()).extracting(OpenCaseRow::caseId).hasSize(2);
    assertThat(Chain.verify(store.stored(one.caseId()))).isEmpty();
  }

  @Test
  void of_several_changes_one_that_is_late_keeps_all_of_them_out() throws Exception {
    for (boolean lateFirst : new boolean[] {true, false}) {
      CaseScript late = CaseScript.of((lateFirst ? "A-" : "Z-") + "late");
      CaseScript slower = CaseScript.of(late.caseId().value());
      CaseStore.Change begun = late.start();
      slower.start();
      CaseStore.Change moved = late.step();
      append(begun, moved);
      CaseStore.Change tooLate = slower.end();
      CaseScript other = CaseScript.of("M-" + lateFirst);
      CaseStore.Change fresh = other.start();

      for (List<CaseStore.Change> changes :
          List.of(List.of(tooLate, fresh), List.of(fresh, tooLate))) {
        assertThatThrownBy(() -> store.append(changes))
            .isInstanceOfSatisfying(
                ConcurrentChangeException.class,
                e -> assertThat(e.caseId()).isEqualTo(late.caseId()));
      }

      assertThat(store.read(other.caseId())).isEmpty();
      assertThat(store.read(late.caseId())).isEqualTo(entriesOf(begun, moved));
    }
  }

  @Test
  void two_that_change_the_same_cases_the_other_way_round_do_not_block_each_other()
      throws Exception {
    List<List<CaseStore.Change>> rounds = new ArrayList<>();
    CaseScript one = CaseScript.of("B-1");
    CaseScript two = CaseScript.of("B-2");
    append(one.start(), two.start());
    for (int i = 0; i < 10; i++) {
      rounds.add(List.of(one.step(), two.step()));
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (List<CaseStore.Change> round : rounds) {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Boolean>> both = new ArrayList<>();
        for (List<CaseStore.Change> order : List.of(round, List.of(round.get(1), round.get(0)))) {
          both.add(
              threads.submit(
                  () -> {
                    together.await();
                    try {
                      store.append(order);
                      return true;
                    } catch (ConcurrentChangeException lost) {
                      return false;
                    }
                  }));
        }
        assertThat(List.of(both.get(0).get(), both.get(1).get()))
            .containsExactlyInAnyOrder(true, false);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(store.read(one.caseId())).hasSize((int) one.seq());
    assertThat(store.read(two.caseId())).hasSize((int) two.seq());
  }

  @Test
  void a_change_of_a_case_that_never_began_is_refused() {
    CaseScript script = CaseScript.of("B-1");
    script.start();
    CaseStore.Change step = script.step();

    assertThatThrownBy(() -> store.append(step))
        .isInstanceOfSatisfying(
            ConcurrentChangeException.class,
            e -> assertThat(List.of(e.expected(), e.found())).containsExactly(2L, 0L));

    assertThat(store.cases()).isEmpty();
  }

  @Test
  void a_gap_in_the_numbers_is_refused_and_nothing_of_the_change_is_kept() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    CaseStore.Change start = script.start();
    append(start);
    CaseStore.Change step = script.step();
    CaseStore.Change end = script.end();
    CaseStore.Change gap = with(step, List.of(step.entries().get(0), end.entries().get(0)));

    assertThatThrownBy(() -> store.append(gap)).isInstanceOf(StoreException.class);

    assertThat(store.read(script.caseId())).isEqualTo(start.entries());
  }

  @Test
  void a_change_chained_to_another_past_is_refused() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    append(script.start());
    CaseScript other = CaseScript.of("B-1");
    other.change(CaseStatus.BERJALAN, other.opened(7), other.opened(8));
    CaseStore.Change stranger = other.step();

    assertThatThrownBy(() -> store.append(stranger))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.NOT_CONTINUING));

    assertThat(store.read(script.caseId())).hasSize(2);
  }

  @Test
  void a_change_without_entries_is_refused() {
    CaseStore.Change start = CaseScript.of("B-1").start();

    assertThatThrownBy(() -> store.append(with(start, List.of())))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void an_entry_of_another_case_is_refused() {
    CaseStore.Change start = CaseScript.of("B-1").start();
    CaseStore.Change other = CaseScript.of("B-2").start();

    assertThatThrownBy(() -> store.append(with(start, other.entries())))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void of_two_changes_at_the_same_time_exactly_one_is_stored() throws Exception {
    int rounds = 40;
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < rounds; round++) {
        CaseScript one = CaseScript.of("B-" + round);
        CaseScript two = CaseScript.of("B-" + round);
        CaseStore.Change begin = one.start();
        two.start();
        // Every other round the race is about who begins the case.
        boolean begun = round % 2 == 0;
        if (begun) {
          store.append(begin);
        }

        List<Boolean> won = race(threads, begun ? one.step() : begin, begun ? two.end() : begin);

        assertThat(won).as("round %s", round).containsExactlyInAnyOrder(true, false);
        assertThat(store.read(one.caseId())).as("round %s", round).hasSize(begun ? 4 : 2);
        assertThat(Chain.verify(store.stored(one.caseId()))).as("round %s", round).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Boolean> race(ExecutorService threads, CaseStore.Change one, CaseStore.Change two)
      throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<Boolean>> both =
        threads.invokeAll(List.of(tries(together, one), tries(together, two)));
    return List.of(both.get(0).get(), both.get(1).get());
  }

  private Callable<Boolean> tries(CyclicBarrier together, CaseStore.Change change) {
    return () -> {
      together.await();
      try {
        store.append(change);
        return true;
      } catch (ConcurrentChangeException e) {
        return false;
      }
    };
  }

  @Test
  void a_reader_sees_each_change_as_a_whole() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    store.append(script.start());
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try {
      Future<?> writer =
          threads.submit(
              () -> {
                for (int i = 0; i < 100; i++) {
                  store.append(script.step());
                }
              });
      do {
        assertThat(store.read(script.caseId()).size() % 2).isZero();
        assertThat(Chain.verify(store.stored(script.caseId()))).isEmpty();
        assertThat(store.openRows()).hasSize(1);
      } while (!writer.isDone());
      writer.get();
    } finally {
      threads.shutdownNow();
    }

    assertThat(store.read(script.caseId())).hasSize(202);
  }

  @Test
  void an_open_row_shows_whose_it_is_since_when_and_until_when() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    CaseStore.Change start = script.start();

    append(start);

    CaseEvent.RowOpened opened = (CaseEvent.RowOpened) start.entries().get(1).event();
    assertThat(store.openRows())
        .containsExactly(
            new OpenCaseRow(
                script.caseId(),
                CaseScript.SOP,
                StepId.of("1"),
                1,
                List.of(PelaksanaCode.of("KABAG_UMUM"), PelaksanaCode.of("STAF")),
                opened.occurredAt(),
                opened.dueAt(),
                Optional.empty()));
  }

  private static final CaseTag LUAR = CaseTag.data("lokasi", DataValue.of("LUAR_PROVINSI"));

  private List<String> found(InboxQuery query) {
    List<String> cases =
        store.openRows(query).stream().map(row -> row.caseId().value()).distinct().toList();
    assertThat(store.count(query)).isEqualTo(store.openRows(query).size());
    return cases;
  }

  @Test
  void open_rows_are_found_by_facts_papers_case_and_by_whoever_has_taken_them() throws Exception {
    CaseScript one = CaseScript.of("A-1").tagged(LUAR, CaseTag.document("005/12"));
    CaseScript two = CaseScript.of("A-2").tagged(LUAR, CaseTag.person("u-1")).claimedBy("u-1");
    CaseScript three = CaseScript.of("A-3").tagged(CaseTag.data("nilai", DataValue.of(12)));
    append(one.start(), two.start(), three.start());
    InboxQuery all = InboxQuery.all();

    assertThat(found(all.data("lokasi", DataValue.of("LUAR_PROVINSI"))))
        .containsExactly("A-1", "A-2");
    assertThat(found(all.data("lokasi", DataValue.of("DALAM_PROVINSI")))).isEmpty();
    assertThat(found(all.data("nilai", DataValue.of(12)))).containsExactly("A-3");
    assertThat(found(all.data("nilai", DataValue.of(1)))).isEmpty();
    assertThat(found(all.data("lokasi", DataValue.of("LUAR_PROVINSI")).document(" 005/12 ")))
        .containsExactly("A-1");
    assertThat(found(all.claimedBy("u-1"))).containsExactly("A-2");
    assertThat(found(all.claimedBy("u-2"))).isEmpty();
    assertThat(found(all.caseId(CaseId.of("A-3")))).containsExactly("A-3");
    assertThat(store.openRows(all.claimedBy("u-1")))
        .extracting(OpenCaseRow::claimedBy)
        .containsExactly(Optional.of("u-1"));
  }

  @Test
  void who_has_several_roles_sees_each_row_once_and_who_has_none_sees_nothing() throws Exception {
    append(CaseScript.of("A-1").start(), CaseScript.of("A-2").start());
    PelaksanaCode staf = PelaksanaCode.of("STAF");
    PelaksanaCode kabag = PelaksanaCode.of("KABAG_UMUM");
    InboxQuery both = InboxQuery.all().pelaksana(List.of(staf, kabag, PelaksanaCode.of("X")));

    assertThat(store.openRows(both)).hasSize(2).isEqualTo(store.openRows());
    assertThat(store.count(both)).isEqualTo(2);
    assertThat(store.openRows(both.limit(1))).isEqualTo(store.openRows().subList(0, 1));
    assertThat(store.openRows(both.after(InboxKey.of(store.openRows().get(0)))))
        .isEqualTo(store.openRows().subList(1, 2));
    assertThat(store.openRows(InboxQuery.all().pelaksana(List.of()))).isEmpty();
    assertThat(store.count(InboxQuery.all().pelaksana(List.of()))).isZero();
  }

  @Test
  void by_what_no_longer_holds_nothing_is_found() throws Exception {
    CaseScript script = CaseScript.of("A-1").tagged(LUAR, CaseTag.person("u-1")).claimedBy("u-1");
    append(script.start());
    InboxQuery outside = InboxQuery.all().data("lokasi", DataValue.of("LUAR_PROVINSI"));
    assertThat(found(outside)).containsExactly("A-1");

    append(script.tagged(CaseTag.data("lokasi", DataValue.of("DALAM"))).claimedBy("").step());
    assertThat(found(outside)).isEmpty();
    assertThat(found(InboxQuery.all().claimedBy("u-1"))).isEmpty();
    assertThat(found(InboxQuery.all().data("lokasi", DataValue.of("DALAM")))).hasSize(1);

    append(script.tagged(LUAR).step());
    assertThat(found(outside)).containsExactly("A-1");
    append(script.end());
    assertThat(found(outside)).isEmpty();
    append(script.tagged(LUAR).step());
    assertThat(found(outside)).containsExactly("A-1");
  }

  @Test
  void a_case_with_very_many_papers_is_found_by_each_and_loses_them_all_at_its_end()
      throws Exception {
    CaseTag[] papers = new CaseTag[300];
    for (int i = 0; i < papers.length; i++) {
      papers[i] = CaseTag.document("005/" + i);
    }
    CaseScript script = CaseScript.of("A-1");
    append(script.start(), script.tagged(papers).step());

    for (CaseTag paper : papers) {
      assertThat(found(InboxQuery.all().document(paper.value()))).containsExactly("A-1");
    }
    append(script.tagged(papers[7]).step());
    assertThat(found(InboxQuery.all().document("005/7"))).containsExactly("A-1");
    assertThat(found(InboxQuery.all().document("005/8"))).isEmpty();
    append(script.end());
    assertThat(found(InboxQuery.all().document("005/7"))).isEmpty();
  }

  @Test
  void whatever_a_number_looks_like_only_its_own_case_is_found_by_it() throws Exception {
    List<String> numbers =
        List.of(
            "005/12",
            "005/12A",
            "005/12a",
            "005 / 12",
            "' OR '1'='1",
            "%",
            "_",
            "\\",
            "sha256:",
            "É",
            "é",
            "e\u0301",
            "naïve\u0000",
            "\uD83D\uDE00",
            "\uD83D",
            "x".repeat(100),
            "x".repeat(101),
            "x".repeat(100) + "y");
    for (int i = 0; i < numbers.size(); i++) {
      append(CaseScript.of("A-" + i).tagged(CaseTag.document(numbers.get(i))).start());
    }

    for (int i = 0; i < numbers.size(); i++) {
      assertThat(found(InboxQuery.all().document(numbers.get(i))))
          .as("number %s", i)
          .containsExactly("A-" + i);
    }
    assertThat(found(InboxQuery.all().document("\t005  /\n12 "))).containsExactly("A-3");
  }

  @Test
  void open_rows_come_by_due_time_then_case_then_row_as_a_person_counts() throws Exception {
    CaseScript late = CaseScript.of("A-1");
    CaseScript early = CaseScript.of("B-1");
    CaseScript fork = CaseScript.of("C-1");

    append(
        late.change(CaseStatus.BERJALAN, late.opened(4)),
        fork.change(CaseStatus.BERJALAN, due(fork, "10"), due(fork, "9"), fork.opened(5)),
        early.change(CaseStatus.BERJALAN, early.opened(1)));

    assertThat(store.openRows())
        .extracting(row -> row.caseId() + " " + row.step())
        .containsExactly("B-1 1", "C-1 9", "C-1 10", "A-1 4", "C-1 5");
  }

  private static CaseEvent.RowOpened due(CaseScript script, String step) {
    CaseEvent.RowOpened two = script.opened(2);
    return new CaseEvent.RowOpened(
        StepId.of(step), 1, two.by(), two.waktu(), two.dueAt(), two.why(), two.occurredAt());
  }

  @Test
  void pages_and_counts_are_what_a_plain_filter_of_all_rows_gives() throws Exception {
    long seed = 20_261_122;
    RandomInbox random = new RandomInbox(seed);
    List<CaseStore.Change> changes = random.changes(150);

    append(changes.toArray(CaseStore.Change[]::new));

    List<OpenCaseRow> model = RandomInbox.openAfter(changes);
    assertThat(store.openRows()).as("seed %s", seed).isEqualTo(model);
    for (int i = 0; i < 300; i++) {
      InboxQuery query = random.query(model);
      List<OpenCaseRow> asked = RandomInbox.filter(model, RandomInbox.tagsAfter(changes), query);
      assertThat(store.openRows(query))
          .as("seed %s, %s", seed, query)
          .isEqualTo(asked.subList(0, Math.min(query.limit(), asked.size())));
      assertThat(store.count(query)).as("seed %s, %s", seed, query).isEqualTo(asked.size());
    }
  }

  @Test
  void the_next_page_begins_behind_the_last_row_whatever_was_done_in_between() throws Exception {
    CaseScript first = CaseScript.of("A-1");
    CaseScript second = CaseScript.of("B-1");
    CaseScript third = CaseScript.of("C-1");
    append(
        first.change(CaseStatus.BERJALAN, first.opened(1)),
        second.change(CaseStatus.BERJALAN, second.opened(2)),
        third.change(CaseStatus.BERJALAN, third.opened(3)));
    InboxQuery page = InboxQuery.all().limit(2);
    List<OpenCaseRow> seen = store.openRows(page);

    CaseScript late = CaseScript.of("A-0");
    append(second.end(), late.change(CaseStatus.BERJALAN, late.opened(1)));
    List<OpenCaseRow> next = store.openRows(page.after(InboxKey.of(seen.get(1))));

    assertThat(seen).extracting(row -> row.caseId().value()).containsExactly("A-1", "B-1");
    assertThat(next).extracting(row -> row.caseId().value()).containsExactly("C-1");
  }

  @Test
  void a_row_is_late_one_moment_after_its_last() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    append(script.change(CaseStatus.BERJALAN, script.opened(1), script.opened(5)));
    Instant last = store.openRows().get(0).dueAt().orElseThrow();

    assertThat(store.openRows(InboxQuery.all().overdueAt(last))).isEmpty();
    assertThat(store.openRows(InboxQuery.all().overdueAt(last.plusNanos(1))))
        .extracting(OpenCaseRow::step)
        .containsExactly(StepId.of("1"));
    assertThat(store.count(InboxQuery.all().dueFrom(last))).isEqualTo(1);
    assertThat(store.count(InboxQuery.all().dueFrom(last.plusNanos(1)))).isZero();
  }

  @Test
  void open_rows_are_replaced_by_each_change() throws Exception {
    CaseScript script = CaseScript.of("B-1");

    append(script.start(), script.step(), script.step());

    assertThat(store.openRows()).extracting(OpenCaseRow::step).containsExactly(StepId.of("3"));
  }

  @Test
  void a_case_that_ended_has_no_open_rows_but_keeps_its_journal() throws Exception {
    CaseScript ended = CaseScript.of("B-1");
    CaseScript stopped = CaseScript.of("B-2");
    CaseScript running = CaseScript.of("B-3");
    append(ended.start(), ended.end(), stopped.start(), running.start());

    CaseEvent stop =
        new CaseEvent.Terminated(Actor.of("u-1", "STAF"), "dicabut pemohon", CaseScript.BEGIN);
    CaseStore.Change still = stopped.change(CaseStatus.DIHENTIKAN, stop, stopped.opened(2));
    append(still);

    assertThat(store.openRows()).extracting(OpenCaseRow::caseId).containsExactly(running.caseId());
    assertThat(store.read(ended.caseId())).hasSize(4);
    assertThat(store.read(stopped.caseId())).hasSize(4);
  }

  @Test
  void all_cases_are_listed_in_order() throws Exception {
    append(
        CaseScript.of("b").start(),
        CaseScript.of("B-10").start(),
        CaseScript.of("B-2").start(),
        CaseScript.of("B/1").start());

    assertThat(store.cases()).extracting(CaseId::value).containsExactly("B-10", "B-2", "B/1", "b");
  }

  @Test
  void texts_come_back_letter_for_letter() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    String nasty = " '\"\\;--\u0000\u0001\t\r\n\u2028\ufeffé e\u0301 ꦗꦮ 😀 %_ ";
    CaseEvent event = new CaseEvent.Terminated(Actor.of("ü ' 😀", "STAF"), nasty, CaseScript.BEGIN);
    CaseStore.Change change = script.change(CaseStatus.DIHENTIKAN, event);

    append(change);

    assertThat(store.read(script.caseId())).isEqualTo(change.entries());
    assertThat(Chain.verify(store.stored(script.caseId()))).isEmpty();
  }

  @Test
  void a_key_comes_back_letter_for_letter() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    String nasty = "K '\"\\;--\t\u0001 é e\u0301 ꦗꦮ 😀 %_  ";
    CaseStore.Change change = script.keyed(nasty, script.opened(1));

    append(change);

    assertThat(store.read(script.caseId())).isEqualTo(change.entries());
  }

  @Test
  void a_long_letter_is_kept_whole() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    String letter = "é".repeat(400_000) + "😀".repeat(100_000);
    CaseEvent event = new CaseEvent.Terminated(Actor.of("u-1", "STAF"), letter, CaseScript.BEGIN);
    CaseStore.Change change = script.change(CaseStatus.DIHENTIKAN, event);

    append(change);

    assertThat(store.read(script.caseId())).isEqualTo(change.entries());
  }

  @Test
  void cases_whose_ids_differ_in_one_capital_are_two() throws Exception {
    CaseScript one = CaseScript.of("b-1");
    CaseScript two = CaseScript.of("B-1");
    CaseStore.Change first = one.start();
    CaseStore.Change second = two.change(CaseStatus.BERJALAN, two.opened(3));

    append(first, second);

    assertThat(store.read(one.caseId())).isEqualTo(first.entries());
    assertThat(store.read(two.caseId())).isEqualTo(second.entries());
    assertThat(store.count(InboxQuery.all())).isEqualTo(2);
  }

  @Test
  void times_are_kept_to_the_microsecond() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    Instant fine = Instant.parse("2026-03-29T01:59:59.123456789Z");
    CaseEvent.RowOpened one = script.opened(1);
    CaseEvent opened =
        new CaseEvent.RowOpened(
            one.step(), 1, one.by(), one.waktu(), java.util.Optional.of(fine), one.why(), fine);

    append(script.change(CaseStatus.BERJALAN, opened));

    Instant kept = Instant.parse("2026-03-29T01:59:59.123456Z");
    assertThat(store.openRows()).extracting(OpenCaseRow::openedAt).containsExactly(kept);
    assertThat(store.openRows()).extracting(row -> row.dueAt().get()).containsExactly(kept);
  }

  @Test
  void a_long_journal_comes_back_whole() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    List<CaseStore.Change> changes = new ArrayList<>(List.of(script.start()));
    for (int i = 0; i < 500; i++) {
      changes.add(script.step());
    }

    append(changes.toArray(CaseStore.Change[]::new));

    assertThat(store.read(script.caseId()))
        .isEqualTo(entriesOf(changes.toArray(CaseStore.Change[]::new)));
    assertThat(Chain.verify(store.stored(script.caseId()))).isEmpty();
  }

  @Test
  void a_closed_store_refuses_everything_and_closing_again_is_harmless() {
    CaseStore.Change start = CaseScript.of("B-1").start();
    store.close();
    store.close();

    assertThatThrownBy(() -> store.append(start)).hasMessageStartingWith("SOP-6003");
    assertThatThrownBy(() -> store.read(start.caseId())).hasMessageStartingWith("SOP-6003");
    assertThatThrownBy(() -> store.stored(start.caseId())).hasMessageStartingWith("SOP-6003");
    assertThatThrownBy(() -> store.openRows()).hasMessageStartingWith("SOP-6003");
    assertThatThrownBy(() -> store.openRows(InboxQuery.all())).hasMessageStartingWith("SOP-6003");
    assertThatThrownBy(() -> store.count(InboxQuery.all())).hasMessageStartingWith("SOP-6003");
    assertThatThrownBy(() -> store.cases()).hasMessageStartingWith("SOP-6003");
    assertThatThrownBy(() -> store.heads()).hasMessageStartingWith("SOP-6003");
    assertThatThrownBy(() -> store.archived()).hasMessageStartingWith("SOP-6003");
    assertThatThrownBy(() -> store.remove(List.of())).hasMessageStartingWith("SOP-6003");
    assertThatThrownBy(() -> store.bury(List.of())).hasMessageStartingWith("SOP-6003");
  }

  private static final String RECORD = "77e0".repeat(16);

  /** The head of a case after these changes. */
  private static Head headAfter(CaseStore.Change... changes) {
    List<Entry> entries = entriesOf(changes);
    Entry last = entries.get(entries.size() - 1);
    return new Head(last.seq(), last.digest());
  }

  /** A case that began and ended, as it may leave. */
  private Tombstone ended(String caseId) throws Exception {
    CaseScript script = CaseScript.of(caseId);
    CaseStore.Change start = script.start();
    CaseStore.Change end = script.end();
    append(start, end);
    return new Tombstone(script.caseId(), headAfter(start, end), RECORD);
  }

  private void remove(Tombstone... tombstones) throws Exception {
    store.remove(List.of(tombstones));
    store = again(store);
  }

  @Test
  void the_head_of_each_case_is_its_last_entry_also_of_those_archived() throws Exception {
    CaseScript running = CaseScript.of("b");
    CaseStore.Change start = running.start();
    CaseStore.Change step = running.step();
    append(start, step);
    Tombstone gone = ended("B-10");
    Tombstone stays = ended("B-2");

    remove(gone);

    assertThat(store.heads())
        .containsExactly(
            entry(gone.caseId(), gone.head()),
            entry(stays.caseId(), stays.head()),
            entry(running.caseId(), headAfter(start, step)));
  }

  @Test
  void an_archived_case_is_gone_and_whoever_asks_for_it_is_told_where_it_went() throws Exception {
    Tombstone one = ended("B-1");
    Tombstone two = ended("B-2");
    CaseScript other = CaseScript.of("B-3");
    CaseStore.Change start = other.start();
    append(start);

    remove(two, one);

    assertThat(store.archived()).containsExactly(one, two);
    assertThat(store.cases()).containsExactly(other.caseId());
    for (Tombstone gone : List.of(one, two)) {
      assertArchived(gone, () -> store.read(gone.caseId()));
      assertArchived(gone, () -> store.stored(gone.caseId()));
    }
    assertThat(store.read(other.caseId())).isEqualTo(start.entries());
    assertThat(store.openRows()).extracting(OpenCaseRow::caseId).containsExactly(other.caseId());
    assertThat(Chain.verify(store.stored(other.caseId()))).isEmpty();
  }

  private static void assertArchived(Tombstone gone, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            CaseArchivedException.class, e -> assertThat(e.tombstone()).isEqualTo(gone))
        .hasMessageStartingWith("SOP-6030")
        .hasMessageContaining(RECORD);
  }

  @Test
  void an_archived_case_is_never_begun_again_nor_moved_on() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    CaseStore.Change start = script.start();
    CaseStore.Change end = script.end();
    append(start, end);
    CaseStore.Change late = script.change(CaseStatus.BERJALAN, script.opened(1));
    Tombstone gone = new Tombstone(script.caseId(), headAfter(start, end), RECORD);
    CaseStore.Change other = CaseScript.of("B-2").start();

    remove(gone);

    assertArchived(gone, () -> store.append(start));
    assertArchived(gone, () -> store.append(CaseScript.of("B-1").start()));
    assertArchived(gone, () -> store.append(late));
    assertArchived(gone, () -> store.append(List.of(other, late)));
    assertThat(store.read(other.caseId())).isEmpty();
    assertThat(store.archived()).containsExactly(gone);
    assertThat(store.openRows()).isEmpty();
  }

  @Test
  void only_a_case_that_has_ended_where_it_is_said_to_is_archived_and_all_or_none()
      throws Exception {
    Tombstone sound = ended("B-1");
    Tombstone moved = ended("B-2");
    Tombstone gone = ended("B-4");
    CaseScript running = CaseScript.of("B-3");
    CaseStore.Change start = running.start();
    append(start);
    remove(gone);
    Head before = new Head(2, moved.head().digest());
    Head otherDigest = new Head(moved.head().seq(), sound.head().digest());

    assertNotRemoved("SOP-6031", new Tombstone(running.caseId(), headAfter(start), RECORD), sound);
    assertNotRemoved("SOP-6032", new Tombstone(moved.caseId(), before, RECORD), sound);
    assertNotRemoved("SOP-6032", new Tombstone(moved.caseId(), otherDigest, RECORD), sound);
    assertNotRemoved("SOP-6033", new Tombstone(CaseId.of("B-9"), sound.head(), RECORD), sound);
    assertNotRemoved("SOP-6030", gone, sound);

    assertThat(store.archived()).containsExactly(gone);
    assertThat(store.cases()).hasSize(3);
    assertThat(store.read(sound.caseId())).hasSize(4);
  }

  private void assertNotRemoved(String code, Tombstone wrong, Tombstone sound) {
    for (List<Tombstone> order : List.of(List.of(wrong, sound), List.of(sound, wrong))) {
      assertThatThrownBy(() -> store.remove(order))
          .hasMessageStartingWith(code)
          .hasMessageContaining(wrong.caseId().value());
    }
  }

  @Test
  void a_tombstone_from_another_store_keeps_the_case_from_being_begun() throws Exception {
    CaseScript script = CaseScript.of("B-1");
    CaseStore.Change start = script.start();
    Tombstone gone = new Tombstone(script.caseId(), headAfter(start, script.end()), RECORD);
    Tombstone other = new Tombstone(CaseId.of("B-2"), gone.head(), RECORD);
    CaseScript here = CaseScript.of("B-3");
    append(here.start());

    store.bury(List.of(gone));
    store = again(store);
    store.bury(List.of(gone));

    assertArchived(gone, () -> store.append(start));
    assertArchived(gone, () -> store.read(script.caseId()));
    Tombstone changed = new Tombstone(gone.caseId(), gone.head(), "0".repeat(64));
    assertArchived(gone, () -> store.bury(List.of(other, changed)));
    Tombstone running = new Tombstone(here.caseId(), gone.head(), RECORD);
    assertThatThrownBy(() -> store.bury(List.of(other, running)))
        .isInstanceOf(ConcurrentChangeException.class);
    assertThat(store.archived()).containsExactly(gone);
    assertThat(store.cases()).containsExactly(here.caseId());
  }

  @Test
  void a_case_is_either_archived_or_moved_on_whoever_is_first() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 20; round++) {
        CaseScript script = CaseScript.of("B-" + round);
        CaseStore.Change start = script.start();
        CaseStore.Change end = script.end();
        store.append(List.of(start));
        store.append(List.of(end));
        CaseStore.Change again = script.change(CaseStatus.BERJALAN, script.opened(1));
        Tombstone gone = new Tombstone(script.caseId(), headAfter(start, end), RECORD);
        CyclicBarrier together = new CyclicBarrier(2);

        Future<Boolean> moved =
            threads.submit(done(together, () -> store.append(again), CaseArchivedException.class));
        Future<Boolean> archived =
            threads.submit(done(together, () -> store.remove(List.of(gone)), StoreException.class));

        assertThat(List.of(moved.get(), archived.get()))
            .as("round %s", round)
            .containsExactlyInAnyOrder(true, false);
        assertThat(store.cases().contains(gone.caseId())).isEqualTo(moved.get());
        assertThat(store.archived().contains(gone)).isEqualTo(archived.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Boolean> done(
      CyclicBarrier together, Runnable work, Class<? extends SopException> lost) {
    return () -> {
      together.await();
      try {
        work.run();
        return true;
      } catch (SopException e) {
        assertThat(e).isInstanceOf(lost);
        return false;
      }
    };
  }

  private static CaseStore.Change with(CaseStore.Change change, List<Entry> entries) {
    return new CaseStore.Change(
        change.caseId(),
        change.sop(),
        change.digest(),
        change.expectedSeq(),
        entries,
        change.status(),
        change.open(),
        change.tagsBefore(),
        change.tags());
  }
}
