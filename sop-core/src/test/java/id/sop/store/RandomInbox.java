package id.sop.store;

import com.google.common.collect.Sets;
import id.sop.casework.OpenRow;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.internal.Micros;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Cases with open rows by chance, many of them due at the same moments, and what to ask of them.
 */
final class RandomInbox {
  private static final List<SopId> SOPS =
      List.of(SopId.of("a.b"), SopId.of("a.b-c"), SopId.of("z.z"));
  private static final List<String> PERFORMERS = List.of("A", "AB", "A_B", "STAF", "KABAG", "B");
  private static final List<String> STEPS =
      List.of("1", "2", "10", "7b", "7", "a", "B", "1.2", "1-2", "01", "999999999", "1234567890");

  private static final List<String> PERSONS = List.of("", "u-1", "u-2", "U-1");
  private static final List<CaseTag> TAGS =
      List.of(
          CaseTag.data("ya", DataValue.of(true)),
          CaseTag.data("ya", DataValue.of(false)),
          CaseTag.document("005/1"),
          CaseTag.document("005/2"));

  private final Random random;

  RandomInbox(long seed) {
    random = new Random(seed);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Changes of some cases, some of them several times. */
  List<CaseStore.Change> changes(int count) {
    Map<String, CaseScript> scripts = new LinkedHashMap<>();
    List<CaseStore.Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = any(List.of("B", "b", "B/", "B-", "B.", "B_")) + random.nextInt(count / 4);
      CaseScript script = scripts.computeIfAbsent(id, CaseScript::of);
      Map<StepId, CaseEvent> rows = new LinkedHashMap<>();
      for (int row = random.nextInt(4); row >= 0; row--) {
        CaseEvent.RowOpened opened = opened(script);
        rows.put(opened.step(), opened);
      }
      String person = any(PERSONS);
      script.claimedBy(person).tagged(tags(person));
      changes.add(
          random.nextInt(12) == 0 && script.seq() > 0
              ? script.end()
              : script.change(SOPS.get(id.length() % 3), rows.values().toArray(CaseEvent[]::new)));
    }
    return changes;
  }

  private CaseTag[] tags(String person) {
    List<CaseTag> tags = new ArrayList<>();
    if (!person.isEmpty()) {
      tags.add(CaseTag.person(person));
    }
    for (CaseTag tag : TAGS) {
      if (random.nextInt(3) == 0) {
        tags.add(tag);
      }
    }
    return tags.toArray(CaseTag[]::new);
  }

  private CaseEvent.RowOpened opened(CaseScript script) {
    CaseEvent.RowOpened like = script.opened(1);
    List<PelaksanaCode> by = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      by.add(PelaksanaCode.of(any(PERFORMERS)));
    }
    return new CaseEvent.RowOpened(
        StepId.of(any(STEPS)),
        1 + random.nextInt(12),
        by,
        like.waktu(),
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(moment()),
        like.why(),
        like.occurredAt());
  }

  /** One of a few moments: ties are what an order is about. */
  private Instant moment() {
    return CaseScript.BEGIN.plus(Duration.ofHours(random.nextInt(6)));
  }

  InboxQuery query(List<OpenCaseRow> rows) {
    InboxQuery query = InboxQuery.all().limit(1 + random.nextInt(20));
    if (random.nextBoolean()) {
      List<PelaksanaCode> codes = new ArrayList<>();
      for (int i = any(List.of(1, 1, 2, 3, 6, 0)); i > 0; i--) {
        codes.add(PelaksanaCode.of(any(PERFORMERS)));
      }
      query = query.pelaksana(codes);
    }
    if (random.nextInt(3) == 0) {
      query = query.sop(any(SOPS));
    }
    if (random.nextInt(3) == 0) {
      query = query.claimedBy(any(PERSONS.subList(1, PERSONS.size())));
    }
    if (random.nextInt(4) == 0) {
      query = query.data("ya", DataValue.of(random.nextBoolean()));
    }
    if (random.nextInt(4) == 0) {
      query = query.document("005/1");
    }
    if (random.nextInt(8) == 0) {
      query = query.caseId(any(rows).caseId());
    }
    if (random.nextInt(3) == 0) {
      query = query.dueFrom(moment().plusNanos(random.nextInt(3) - 1));
    }
    if (random.nextInt(3) == 0) {
      query = query.dueBefore(moment().plusNanos(random.nextInt(3) - 1));
    }
    if (random.nextBoolean()) {
      query = query.after(InboxKey.of(any(rows)));
    }
    return query;
  }

  /** What is open after {@code changes}, in order. */
  static List<OpenCaseRow> openAfter(List<CaseStore.Change> changes) {
    Map<String, List<OpenCaseRow>> open = new LinkedHashMap<>();
    for (CaseStore.Change change : changes) {
      List<OpenCaseRow> rows = new ArrayList<>();
      for (OpenRow row : change.rowsToShow()) {
        rows.add(
            new OpenCaseRow(
                change.caseId(),
                change.sop(),
                row.step(),
                row.visit(),
                row.by(),
                Micros.truncate(row.openedAt()),
                row.dueAt().map(Micros::truncate),
                row.claim().map(claim -> claim.actor().id())));
      }
      open.put(change.caseId().value(), rows);
    }
    return open.values().stream().flatMap(List::stream).sorted(OpenCaseRow.BY_DUE).toList();
  }

  /** By what each case is found after {@code changes}. */
  static Map<CaseId, Set<CaseTag>> tagsAfter(List<CaseStore.Change> changes) {
    Map<CaseId, Set<CaseTag>> tags = new LinkedHashMap<>();
    changes.forEach(change -> tags.put(change.caseId(), change.tags()));
    return tags;
  }

  /** What {@code query} asks for, without its limit. */
  static List<OpenCaseRow> filter(
      List<OpenCaseRow> rows, Map<CaseId, Set<CaseTag>> tags, InboxQuery query) {
    List<OpenCaseRow> asked = new ArrayList<>();
    for (OpenCaseRow row : rows) {
      boolean due =
          query.dueFrom().isEmpty() && query.dueBefore().isEmpty() || row.dueAt().isPresent();
      if (due
          && (query.pelaksana().isEmpty()
              || !Sets.intersection(Set.copyOf(row.by()), query.pelaksana().get()).isEmpty())
          && (query.claimedBy().isEmpty() || row.claimedBy().equals(query.claimedBy()))
          && (query.caseId().isEmpty() || row.caseId().equals(query.caseId().get()))
          && tags.get(row.caseId()).containsAll(query.tags())
          && (query.sop().isEmpty() || row.sop().equals(query.sop().get()))
          && (query.dueFrom().isEmpty()
              || row.dueAt().orElseThrow().compareTo(query.dueFrom().get()) >= 0)
          && (query.dueBefore().isEmpty()
              || row.dueAt().orElseThrow().compareTo(query.dueBefore().get()) < 0)
          && (query.after().isEmpty() || InboxKey.of(row).compareTo(query.after().get()) > 0)) {
        asked.add(row);
      }
    }
    return asked;
  }
}
