package id.sop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.journal.ChainFault.Kind;
import id.sop.problem.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ChainTest {
  private static final CaseId CASE = CaseId.of("B-1");
  private static final Instant NOON = Instant.parse("2026-01-05T05:00:00.123456789Z");

  private static List<Entry> journal(int length) {
    RandomEvents events = new RandomEvents(length);
    List<Entry> journal = new ArrayList<>();
    String previous = Chain.GENESIS;
    for (int seq = 1; seq <= length; seq++) {
      Optional<CommandMark> mark =
          seq % 2 == 0
              ? Optional.of(new CommandMark(CommandKey.of("k" + seq), "c".repeat(64)))
              : Optional.empty();
      Entry entry = Chain.next(CASE, seq, NOON.plusSeconds(seq), mark, events.next(), previous);
      journal.add(entry);
      previous = entry.digest();
    }
    return journal;
  }

  private static List<StoredEntry> rows(int length) {
    return new ArrayList<>(journal(length).stream().map(StoredEntry::of).toList());
  }

  private static Head headOf(List<StoredEntry> rows) {
    StoredEntry last = rows.get(rows.size() - 1);
    return new Head(last.seq(), last.digest());
  }

  private static StoredCase stored(Head head, List<StoredEntry> rows) {
    return new StoredCase(CASE, Optional.of(head), rows);
  }

  private static StoredEntry with(StoredEntry row, long seq, String event, String previous) {
    return new StoredEntry(
        row.caseId(),
        seq,
        row.recordedAt(),
        row.commandKey(),
        row.commandDigest(),
        event,
        previous,
        row.digest());
  }

  private static StoredEntry at(StoredEntry row, long seq) {
    return with(row, seq, row.event(), row.previous());
  }

  private static StoredEntry rehashed(StoredEntry row) {
    return new StoredEntry(
        row.caseId(),
        row.seq(),
        row.recordedAt(),
        row.commandKey(),
        row.commandDigest(),
        row.event(),
        row.previous(),
        Chain.digest(row));
  }

  private static void assertFaults(List<ChainFault> faults, Tuple... expected) {
    assertThat(faults).extracting(ChainFault::seq, ChainFault::kind).containsExactly(expected);
    for (ChainFault fault : faults) {
      assertThat(fault.text(Language.ID)).contains("B-1");
      assertThat(fault.text(Language.EN)).contains("B-1");
    }
  }

  private static Tuple fault(long seq, Kind kind) {
    return Tuple.tuple(seq, kind);
  }

  @Test
  void an_untouched_journal_has_no_fault_whatever_its_length() {
    for (int length = 0; length < 40; length++) {
      List<Entry> journal = journal(length);

      assertThat(Chain.verify(journal)).as("length %s", length).isEmpty();
    }
  }

  @Test
  void the_digest_is_the_one_that_the_documentation_describes() {
    CaseEvent event =
        new CaseEvent.Terminated(
            Actor.of("u-1", "STAF"), "é", Instant.parse("2026-01-05T05:00:00Z"));
    Optional<CommandMark> mark = Optional.of(new CommandMark(CommandKey.of("kunci"), "ab"));

    Entry entry = Chain.next(CASE, 1, NOON, mark, event, Chain.GENESIS);

    // Computed from the description by another program.
    assertThat(entry.digest())
        .isEqualTo("a4bf73d2b05e757af053bc551a9ffdb5ea7c04cb6ca1fb1385681be8ec3b58db");
    assertThat(Chain.next(CASE, 1, NOON, Optional.empty(), event, Chain.GENESIS).digest())
        .isEqualTo("6d307271dfe2cf8515a505a3cf2ea9b518cad74c4bed1e484027f4db71621898");
  }

  @Test
  void the_time_of_recording_is_cut_to_the_microsecond() {
    assertThat(journal(1).get(0).recordedAt()).isEqualTo("2026-01-05T05:00:01.123456Z");
  }

  @Test
  void a_key_with_half_a_surrogate_pair_is_refused() {
    Optional<CommandMark> mark = Optional.of(new CommandMark(CommandKey.of("\ud83d"), "c"));
    CaseEvent event = new RandomEvents(1).next();

    assertThatThrownBy(() -> Chain.next(CASE, 1, NOON, mark, event, Chain.GENESIS))
        .hasMessageStartingWith("SOP-5008");
  }

  @Test
  void a_changed_text_is_an_edit_of_that_entry_alone() {
    List<StoredEntry> rows = rows(9);
    Head head = headOf(rows);
    StoredEntry four = rows.get(3);
    rows.set(3, with(four, 4, four.event().replace("\"v\":1", "\"v\": 1"), four.previous()));

    assertFaults(Chain.verify(stored(head, rows)), fault(4, Kind.EDITED));
  }

  @Test
  void entries_taken_out_from_among_others_are_missing() {
    List<StoredEntry> rows = rows(9);
    Head head = headOf(rows);
    rows.subList(2, 4).clear();

    List<ChainFault> faults = Chain.verify(stored(head, rows));

    assertFaults(faults, fault(3, Kind.MISSING));
    assertThat(faults.get(0).expected()).isEqualTo("3..4");
  }

  @Test
  void an_entry_taken_out_is_missed_even_when_the_rest_is_numbered_on() {
    List<StoredEntry> rows = rows(6);
    Head head = headOf(rows);
    rows.remove(2);
    rows.replaceAll(row -> row.seq() > 3 ? at(row, row.seq() - 1) : row);

    assertFaults(
        Chain.verify(stored(head, rows)),
        fault(3, Kind.MOVED),
        fault(3, Kind.MISSING),
        fault(4, Kind.MOVED),
        fault(5, Kind.MOVED));
  }

  @Test
  void entries_taken_off_the_end_are_told_by_the_head() {
    List<StoredEntry> rows = rows(9);
    Head head = headOf(rows);
    rows.subList(7, 9).clear();

    assertFaults(Chain.verify(stored(head, rows)), fault(8, Kind.CUT));
    assertFaults(Chain.verify(stored(head, List.of())), fault(1, Kind.CUT));
  }

  @Test
  void an_end_cut_together_with_the_head_is_told_by_a_witness() {
    List<StoredEntry> rows = rows(9);
    Head witnessed = headOf(rows);
    rows.subList(7, 9).clear();

    assertThat(Chain.verify(stored(headOf(rows), rows))).isEmpty();
    assertFaults(Chain.verify(stored(headOf(rows), rows), List.of(witnessed)), fault(8, Kind.CUT));
  }

  @Test
  void an_end_rewritten_together_with_the_head_is_told_by_a_witness() {
    List<StoredEntry> rows = rows(9);
    Head witnessed = new Head(7, rows.get(6).digest());
    rewriteFrom(rows, 5);

    assertThat(Chain.verify(stored(headOf(rows), rows))).isEmpty();
    assertFaults(
        Chain.verify(stored(headOf(rows), rows), List.of(witnessed)), fault(7, Kind.REPLACED));
  }

  @Test
  void an_end_rewritten_without_the_head_does_not_fit_it() {
    List<StoredEntry> rows = rows(9);
    Head head = headOf(rows);
    rewriteFrom(rows, 5);

    assertFaults(Chain.verify(stored(head, rows)), fault(9, Kind.REPLACED));
  }

  /** Changes an entry and computes the chain anew from there. */
  private static void rewriteFrom(List<StoredEntry> rows, int seq) {
    String event = EventCodec.encode(new RandomEvents(77).next());
    rows.set(seq - 1, rehashed(with(rows.get(seq - 1), seq, event, rows.get(seq - 1).previous())));
    for (int i = seq; i < rows.size(); i++) {
      StoredEntry row = rows.get(i);
      rows.set(i, rehashed(with(row, row.seq(), row.event(), rows.get(i - 1).digest())));
    }
  }

  @Test
  void an_entry_rewritten_with_a_new_digest_does_not_fit_the_next_one() {
    List<StoredEntry> rows = rows(9);
    Head head = headOf(rows);
    String event = EventCodec.encode(new RandomEvents(77).next());
    rows.set(4, rehashed(with(rows.get(4), 5, event, rows.get(4).previous())));

    assertFaults(Chain.verify(stored(head, rows)), fault(5, Kind.REPLACED));
  }

  @Test
  void two_entries_that_changed_places_are_both_named() {
    List<StoredEntry> rows = rows(400);
    Head head = headOf(rows);
    StoredEntry three = rows.get(2);
    rows.set(2, at(rows.get(299), 3));
    rows.set(299, at(three, 300));

    assertFaults(Chain.verify(stored(head, rows)), fault(3, Kind.MOVED), fault(300, Kind.MOVED));
  }

  @Test
  void an_entry_put_in_is_named_and_so_is_each_that_made_room_for_it() {
    List<StoredEntry> rows = rows(5);
    Head head = headOf(rows);
    rows.replaceAll(row -> row.seq() > 3 ? at(row, row.seq() + 1) : row);
    String event = EventCodec.encode(new RandomEvents(77).next());
    rows.add(3, rehashed(with(rows.get(2), 4, event, rows.get(2).digest())));

    assertFaults(
        Chain.verify(stored(head, rows)),
        fault(4, Kind.INSERTED),
        fault(5, Kind.MOVED),
        fault(6, Kind.MOVED));
  }

  @Test
  void an_entry_put_at_the_end_is_beyond_the_head() {
    List<StoredEntry> rows = rows(5);
    Head head = headOf(rows);
    String event = EventCodec.encode(new RandomEvents(77).next());
    rows.add(rehashed(with(rows.get(4), 6, event, head.digest())));

    assertFaults(Chain.verify(stored(head, rows)), fault(6, Kind.INSERTED));
  }

  @Test
  void a_copy_of_an_entry_of_another_case_is_put_in() {
    List<StoredEntry> rows = rows(5);
    Entry other =
        Chain.next(
            CaseId.of("B-2"),
            6,
            NOON,
            Optional.empty(),
            new RandomEvents(7).next(),
            "0".repeat(64));
    rows.add(StoredEntry.of(other));

    assertThat(Chain.verify(stored(headOf(rows(5)), rows)))
        .extracting(ChainFault::seq, ChainFault::kind)
        .contains(fault(6, Kind.INSERTED));
  }

  @Test
  void an_entry_retyped_and_hashed_again_cannot_be_read_and_does_not_fit() {
    List<StoredEntry> rows = rows(5);
    Head head = headOf(rows);
    StoredEntry two = rows.get(1);
    String event = two.event().replaceFirst("\"event\":\"[A-Za-z]+\"", "\"event\":\"Lupa\"");
    rows.set(1, rehashed(with(two, 2, event, two.previous())));

    assertFaults(
        Chain.verify(stored(head, rows)), fault(2, Kind.REPLACED), fault(2, Kind.UNREADABLE));
  }

  @Test
  void entries_without_their_case_are_named() {
    List<StoredEntry> rows = rows(3);

    List<ChainFault> faults = Chain.verify(new StoredCase(CASE, Optional.empty(), rows));

    assertFaults(faults, fault(3, Kind.HEAD_MISSING));
  }

  @Test
  void entries_read_out_of_order_are_named() {
    List<Entry> journal = new ArrayList<>(journal(5));
    Collections.swap(journal, 1, 2);

    assertThat(Chain.verify(journal)).extracting(ChainFault::kind).containsExactly(Kind.MOVED);
  }

  @Test
  void no_damage_of_one_to_three_rows_goes_unnoticed() {
    long seed = 42;
    Random random = new Random(seed);
    List<StoredEntry> whole = rows(12);
    Head head = headOf(whole);

    for (int round = 0; round < 1_000; round++) {
      List<StoredEntry> rows = new ArrayList<>(whole);
      for (int n = random.nextInt(3); n >= 0 && !rows.isEmpty(); n--) {
        damage(rows, random);
      }
      if (!rows.equals(whole)) {
        assertThat(Chain.verify(stored(head, rows)))
            .as("seed %s, round %s, %s", seed, round, rows)
            .isNotEmpty();
      }
    }
  }

  private static void damage(List<StoredEntry> rows, Random random) {
    int at = random.nextInt(rows.size());
    StoredEntry row = rows.get(at);
    StoredEntry other = rows.get(random.nextInt(rows.size()));
    switch (random.nextInt(6)) {
      case 0 -> rows.set(at, with(row, row.seq(), other.event(), row.previous()));
      case 1 -> rows.remove(at);
      case 2 -> rows.set(at, at(row, random.nextInt(20)));
      case 3 -> rows.set(at, with(row, row.seq(), row.event(), other.digest()));
      case 4 -> rows.set(at, rehashed(with(row, row.seq(), other.event(), row.previous())));
      default -> rows.add(at(other, 13 + random.nextInt(3)));
    }
  }
}
