package id.sop.store;

import id.sop.casework.CaseStatus;
import id.sop.casework.OpenRow;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.CommandKey;
import id.sop.journal.CommandMark;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.problem.Place;
import id.sop.routing.RouteReason;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The changes of one case, one after the other: the same script gives the same digests. */
public final class CaseScript {
  public static final SopId SOP = SopId.of("limapuluhkota.konsultasi");
  public static final Instant BEGIN = Instant.parse("2026-01-05T01:00:00.123456Z");
  private static final RouteReason WHY =
      new RouteReason(
          "Baris berikutnya", new Place("rute.drl", 7, 1), "a".repeat(64), "1", "Perbup 1", "");

  private final CaseId caseId;
  private long seq;
  private String head = Chain.GENESIS;
  private int step;
  private Set<CaseTag> tags = Set.of();
  private Set<CaseTag> next = Set.of();
  private Optional<String> claimant = Optional.empty();

  private CaseScript(CaseId caseId) {
    this.caseId = caseId;
  }

  public static CaseScript of(String caseId) {
    return new CaseScript(CaseId.of(caseId));
  }

  public CaseId caseId() {
    return caseId;
  }

  /** The number of the last entry so far. */
  public long seq() {
    return seq;
  }

  /** From the next change on the case is found by these, until it ends. */
  public CaseScript tagged(CaseTag... found) {
    next = Set.copyOf(List.of(found));
    return this;
  }

  /** The rows of the next changes are claimed by this person; by nobody, when empty. */
  public CaseScript claimedBy(String person) {
    claimant = Optional.of(person).filter(id -> !id.isEmpty());
    return this;
  }

  /** The case begins and row 1 opens: two entries. */
  public CaseStore.Change start() {
    return change(
        CaseStatus.BERJALAN,
        new CaseEvent.Started(
            SOP, "1", "b".repeat(64), actor(), Map.of("nilai", DataValue.of(12)), occurredAt()),
        opened(++step));
  }

  /** The open row is completed and the next one opens: two entries. */
  public CaseStore.Change step() {
    CaseEvent completed = completed(step);
    return change(CaseStatus.BERJALAN, completed, opened(++step));
  }

  /** The open row is completed and the case ends: two entries. */
  public CaseStore.Change end() {
    return change(
        CaseStatus.SELESAI, completed(step), new CaseEvent.Ended("SELESAI", WHY, occurredAt()));
  }

  /** A change of these events, with their opened rows open. */
  public CaseStore.Change change(CaseStatus status, CaseEvent... events) {
    return change(SOP, "k-" + seq, status, events);
  }

  /** A change of these events by a command with this key. */
  public CaseStore.Change keyed(String key, CaseEvent... events) {
    return change(SOP, key, CaseStatus.BERJALAN, events);
  }

  /** A change of these events in a case of this SOP. */
  public CaseStore.Change change(SopId sop, CaseEvent... events) {
    return change(sop, "k-" + seq, CaseStatus.BERJALAN, events);
  }

  private CaseStore.Change change(SopId sop, String key, CaseStatus status, CaseEvent... events) {
    long expected = seq;
    List<Entry> entries = new ArrayList<>();
    List<OpenRow> open = new ArrayList<>();
    Optional<CommandMark> mark = Optional.of(new CommandMark(CommandKey.of(key), "c".repeat(64)));
    for (CaseEvent event : events) {
      Entry entry = Chain.next(caseId, ++seq, occurredAt(), mark, event, head);
      entries.add(entry);
      head = entry.digest();
      if (event instanceof CaseEvent.RowOpened row) {
        open.add(open(row));
      }
    }
    Set<CaseTag> before = tags;
    tags = status == CaseStatus.BERJALAN ? next : Set.of();
    return new CaseStore.Change(
        caseId, sop, "b".repeat(64), expected, entries, status, open, before, tags);
  }

  /** Row {@code number} opens, due {@code number} days later; every fifth is not assessable. */
  public CaseEvent.RowOpened opened(int number) {
    boolean assessable = number % 5 != 0;
    return new CaseEvent.RowOpened(
        StepId.of(Integer.toString(number)),
        1,
        List.of(PelaksanaCode.of("KABAG_UMUM"), PelaksanaCode.of("STAF")),
        assessable ? Waktu.paling(number, Satuan.HARI_KALENDER) : Waktu.sesuaiJadwal(),
        assessable ? Optional.of(occurredAt().plus(Duration.ofDays(number))) : Optional.empty(),
        WHY,
        occurredAt());
  }

  /** Row {@code number} is completed. */
  public CaseEvent.RowCompleted completed(int number) {
    return new CaseEvent.RowCompleted(
        StepId.of(Integer.toString(number)),
        1,
        actor(),
        Optional.empty(),
        Optional.of("alasan ke-" + number),
        List.of(Document.of("SURAT MASUK", "005/" + number)),
        List.of(),
        Map.of(),
        WHY,
        occurredAt());
  }

  private OpenRow open(CaseEvent.RowOpened row) {
    OpenRow open =
        new OpenRow(
            row.step(),
            row.visit(),
            row.by(),
            row.waktu(),
            row.occurredAt(),
            row.dueAt(),
            row.why(),
            List.of(),
            List.of());
    return new OpenRow(
        open.step(),
        open.visit(),
        open.by(),
        open.waktu(),
        open.openedAt(),
        open.dueAt(),
        open.why(),
        open.schedules(),
        open.participations(),
        open.eskalasi(),
        open.countedFrom(),
        open.clock(),
        claimant.map(id -> claimed(row, id)),
        open.child());
  }

  private static CaseEvent.Claimed claimed(CaseEvent.RowOpened row, String person) {
    return new CaseEvent.Claimed(
        row.step(), row.visit(), Actor.of(person, "STAF"), row.occurredAt());
  }

  private static Actor actor() {
    return Actor.of("u-17", "KABAG_UMUM");
  }

  private Instant occurredAt() {
    return BEGIN.plus(Duration.ofMinutes(seq));
  }
}
