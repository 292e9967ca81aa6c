package id.sop.casework;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataValue;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.CommandKey;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a case stands: the fold of its journal. Equal journals give equal states.
 *
 * @param caseId the case
 * @param status what has become of it
 * @param pinned what it is pinned to; empty before it begins
 * @param startedAt when it began
 * @param open its open rows, in row order
 * @param visits how many times each row was opened
 * @param startData the facts known when it began
 * @param completions the rows done, in order
 * @param skipped the optional rows that were skipped, in order
 * @param outcome how it ended, as its SOP calls it; empty when it did not
 * @param commands the keyed commands carried out
 * @param seq the number of its last entry; 0 before it begins
 * @param head the digest of its last entry
 * @param stops when the clock of the whole case stood still, in the order in which it was recorded;
 *     those of single rows stand with the rows
 * @param induk the row of another case that it was begun for; empty for most
 * @param endedAt when it ended, by its SOP or outside it; empty while it has not
 * @param attached the documents put to the file, in order
 * @param moved the number of the last entry by which the case went on, or was moved; 0 before it
 *     begins
 * @param migrations how it went over to other versions of its SOP, in order
 */
public record CaseState(
    CaseId caseId,
    CaseStatus status,
    Optional<Pinned> pinned,
    Optional<Instant> startedAt,
    Map<StepId, OpenRow> open,
    Map<StepId, Integer> visits,
    Map<String, DataValue> startData,
    List<Completion> completions,
    List<Skipped> skipped,
    Optional<String> outcome,
    Map<CommandKey, Carried> commands,
    long seq,
    String head,
    List<Stop> stops,
    Optional<CaseEvent.Induk> induk,
    Optional<Instant> endedAt,
    List<CaseEvent.Attached> attached,
    long moved,
    List<MigratedAt> migrations) {

  /**
   * A keyed command that was carried out.
   *
   * @param digest the digest of what it said
   * @param lastSeq the number of the last entry that it recorded
   */
  public record Carried(String digest, long lastSeq) {}

  public CaseState {
    open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    visits = Collections.unmodifiableSortedMap(new TreeMap<>(visits));
    startData = ImmutableMap.copyOf(startData);
    completions = List.copyOf(completions);
    skipped = List.copyOf(skipped);
    commands = ImmutableMap.copyOf(commands);
    stops = List.copyOf(stops);
    attached = List.copyOf(attached);
    migrations = List.copyOf(migrations);
  }

  /** A case of which nothing is recorded. */
  public static CaseState none(CaseId caseId) {
    return new CaseState(
        caseId,
        CaseStatus.BELUM_MULAI,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Map.of(),
        0,
        Chain.GENESIS,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        List.of());
  }

  /**
   * The state after a whole journal.
   *
   * @throws BrokenJournalException when an entry cannot follow the ones before it
   */
  public static CaseState of(CaseId caseId, List<Entry> journal) {
    return none(caseId).after(journal);
  }

  /**
   * The state after one more entry.
   *
   * @throws BrokenJournalException when it cannot follow
   */
  public CaseState after(Entry entry) {
    return after(List.of(entry));
  }

  /**
   * The state after these entries.
   *
   * @throws BrokenJournalException when one of them cannot follow
   */
  public CaseState after(List<Entry> entries) {
    CaseFold fold = new CaseFold(this);
    for (Entry entry : entries) {
      fold.add(entry);
    }
    return fold.state();
  }

  /** What is known of the case, as corrected. */
  public Map<String, DataValue> data() {
    ImmutableMap.Builder<String, DataValue> data = ImmutableMap.builder();
    data.putAll(startData);
    for (Completion completion : completions) {
      data.putAll(completion.data());
    }
    return data.buildKeepingLast();
  }

  /**
   * The rows completed at least once, as the version calls them that the case is on. One that this
   * version does not have is left out.
   */
  public Set<StepId> ever() {
    SortedSet<StepId> ever = new TreeSet<>();
    for (Completion completion : completions) {
      Optional<StepId> row = now(completion.event().step(), completion.seq());
      if (row.isPresent()) {
        ever.add(row.get());
      }
    }
    return Collections.unmodifiableSortedSet(ever);
  }

  /**
   * What the version that the case is on calls the row that entry {@code seq} calls {@code step};
   * empty when it has no such row.
   */
  public Optional<StepId> now(StepId step, long seq) {
    Optional<StepId> name = Optional.of(step);
    for (MigratedAt migration : migrations) {
      if (migration.seq() > seq && name.isPresent()) {
        name = migration.event().now(name.get());
      }
    }
    return name;
  }

  /** Whether the case has not gone over to another version since entry {@code seq}. */
  boolean sameVersionAs(long seq) {
    return migrations.isEmpty() || migrations.get(migrations.size() - 1).seq() < seq;
  }

  /**
   * What the case was pinned to when entry {@code seq} was recorded.
   *
   * @throws java.util.NoSuchElementException when it has not begun
   */
  public Pinned pinnedAt(long seq) {
    for (MigratedAt migration : migrations) {
      if (migration.seq() > seq) {
        CaseEvent.Migrated.Version then = migration.event().dari();
        return new Pinned(pinned.orElseThrow().sop(), then.versi(), then.digest());
      }
    }
    return pinned.orElseThrow();
  }

  /** The open rows, in row order. */
  public List<OpenRow> openRows() {
    return List.copyOf(open.values());
  }

  /** The documents that were put to the file for this visit of a row, or for all rows. */
  public List<Document> attachedTo(OpenRow row) {
    ImmutableList.Builder<Document> documents = ImmutableList.builder();
    for (CaseEvent.Attached each : attached) {
      if (each.row().isEmpty() || row.isVisit(each.row().get())) {
        documents.addAll(each.dokumen());
      }
    }
    return documents.build();
  }

  /** The stop of the whole case that has not ended. */
  Optional<Stop> standing() {
    return stops.stream().filter(Stop::stands).findFirst();
  }

  /** Whether what happens to it touches another case: one that waits for it, or it for that. */
  public boolean hasKin() {
    if (induk.isPresent()) {
      return true;
    }
    for (OpenRow row : open.values()) {
      if (row.child().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it has begun and not ended. */
  public boolean running() {
    return status == CaseStatus.BERJALAN;
  }
}
