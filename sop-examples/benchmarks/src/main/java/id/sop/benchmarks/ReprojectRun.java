package id.sop.benchmarks;

import id.sop.Reprojection;
import id.sop.SopEngine;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import id.sop.routing.Procedure;
import id.sop.rules.SopRules;
import id.sop.store.CaseStore;
import id.sop.store.InboxQuery;
import id.sop.store.MemoryStore;
import id.sop.store.OpenCaseRow;
import id.sop.store.Tombstone;
import id.sop.worktime.WorkCalendar;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How long one command takes that moves the due times of many open cases by a new decree: cases of
 * one SOP, opened through a year, each with its own journal, of which a decree for one day touches
 * a few; then once more, when nothing moves; then with every journal read. Argument: how many cases
 * (default 1000000).
 */
public final class ReprojectRun {
  private static final SopId SOP = SopId.of("limapuluhkota.konsultasi");
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final Instant NOW =
      LocalDateTime.parse("2026-09-01T10:00").atZone(WIB).toInstant();
  private static final String DECREE =
      """
      keputusan:
        - sumber: Keputusan Bupati 100/2026
          diketahui: 2026-08-31
          liburDaerah:
            - { tanggal: 2026-06-10, nama: Libur daerah }
      """;

  private ReprojectRun() {}

  public static void main(String[] args) {
    int cases = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    PrintStream out = System.out;
    Procedure procedure = SopRules.loadOrThrow(SopBundle.onClassPath(SOP));
    WorkCalendar before = WorkCalendar.indonesia();
    WorkCalendar after = before.with("kalender.yaml", DECREE).calendar().orElseThrow();
    OpenCases store = new OpenCases(procedure, before, cases);
    try (SopEngine engine =
        SopEngine.builder()
            .procedure(procedure, LocalDate.of(2025, 1, 1))
            .store(store)
            .calendar(before)
            .clock(Clock.fixed(NOW, WIB))
            .build()) {
      out.printf(Locale.ROOT, "%,d open rows, %,d opening moments%n", cases, store.moments());
      tell(out, "first look, nothing known", store, engine::reproject);
      tell(out, "nothing changed", store, engine::reproject);
      engine.calendar(after);
      tell(out, "a new decree", store, engine::reproject);
      tell(out, "again, nothing changed", store, engine::reproject);
      tell(out, "every journal read", store, engine::reprojectAll);
    }
  }

  private interface Run {
    Reprojection run();
  }

  private static void tell(PrintStream out, String what, OpenCases store, Run run) {
    store.forget();
    long begin = System.nanoTime();
    Reprojection done = run.run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    out.printf(
        Locale.ROOT,
        "%-28s %8.3f s, %,12.0f rows/s, %,9d read, %,9d moved, %d failed%n",
        what,
        seconds,
        done.rows() / seconds,
        done.read(),
        done.moved(),
        done.failures().size());
    if (done.read() != store.read || done.moved() != store.appended) {
      throw new IllegalStateException(
          "the store saw otherwise: " + store.read + ", " + store.appended);
    }
  }

  /**
   * Many cases in little memory: each has the journal of a few that were really begun, under its
   * own id. What is appended to one is kept.
   */
  private static final class OpenCases implements CaseStore {
    private final List<List<Entry>> begun = new ArrayList<>();
    private final int cases;
    private final List<OpenCaseRow> rows = new ArrayList<>();
    private final List<Entry>[] more;
    private int read;
    private int appended;

    @SuppressWarnings("unchecked")
    OpenCases(Procedure procedure, WorkCalendar calendar, int cases) {
      this.cases = cases;
      more = (List<Entry>[]) new List<?>[cases];
      Instant first = LocalDateTime.parse("2025-09-01T08:00").atZone(WIB).toInstant();
      Actor kasubag = new Actor("u", PelaksanaCode.of("KASUBAG"));
      for (Instant at = first; at.isBefore(NOW); at = at.plus(Duration.ofMinutes(61))) {
        try (MemoryStore store = MemoryStore.create();
            SopEngine engine =
                SopEngine.builder()
                    .procedure(procedure, LocalDate.of(2025, 1, 1))
                    .store(store)
                    .calendar(calendar)
                    .clock(Clock.fixed(at, WIB))
                    .build()) {
          CaseId id = id(begun.size());
          Outcome outcome = engine.submit(Command.start(id, SOP, kasubag).build());
          if (!(outcome instanceof Outcome.Recorded)) {
            throw new IllegalStateException(outcome.toString());
          }
          begun.add(store.read(id));
        }
      }
      for (int i = 0; i < cases; i++) {
        rows.add(row(i, CaseState.of(id(i), journal(i)).openRows().get(0)));
      }
    }

    int moments() {
      return begun.size();
    }

    void forget() {
      read = 0;
      appended = 0;
    }

    private static CaseId id(int number) {
      return CaseId.of("B-" + number);
    }

    private static int number(CaseId id) {
      return Integer.parseInt(id.value().substring(2));
    }

    private static OpenCaseRow row(int i, OpenRow row) {
      return new OpenCaseRow(
          id(i),
          SOP,
          row.step(),
          row.visit(),
          row.by(),
          row.openedAt(),
          row.dueAt(),
          Optional.empty());
    }

    private List<Entry> journal(int i) {
      List<Entry> journal = new ArrayList<>();
      for (Entry entry : begun.get(i % begun.size())) {
        journal.add(
            new Entry(
                id(i),
                entry.seq(),
                entry.recordedAt(),
                entry.command(),
                entry.event(),
                entry.previous(),
                entry.digest()));
      }
      if (more[i] != null) {
        journal.addAll(more[i]);
      }
      return journal;
    }

    @Override
    public void append(List<Change> changes) {
      changes.forEach(this::append);
    }

    @Override
    public void append(Change change) {
      int i = number(change.caseId());
      List<Entry> journal = journal(i);
      change.requireContinues(journal.get(journal.size() - 1).digest());
      List<Entry> added = new ArrayList<>(more[i] == null ? List.of() : more[i]);
      added.addAll(change.entries());
      more[i] = List.copyOf(added);
      appended += change.entries().size();
      rows.set(i, row(i, change.open().get(0)));
    }

    @Override
    public List<Entry> read(CaseId caseId) {
      read++;
      return journal(number(caseId));
    }

    @Override
    public StoredCase stored(CaseId caseId) {
      return new StoredCase(caseId, Optional.empty(), List.of());
    }

    @Override
    public List<OpenCaseRow> openRows(InboxQuery query) {
      throw new IllegalStateException("this run looks at all rows");
    }

    @Override
    public long count(InboxQuery query) {
      throw new IllegalStateException("this run looks at all rows");
    }

    @Override
    public List<OpenCaseRow> openRows() {
      return rows;
    }

    @Override
    public List<CaseId> cases() {
      return rows.stream().map(OpenCaseRow::caseId).limit(cases).toList();
    }

    @Override
    public SortedMap<CaseId, Head> heads() {
      throw new IllegalStateException("this run takes no anchor");
    }

    @Override
    public List<Tombstone> archived() {
      return List.of();
    }

    @Override
    public void remove(List<Tombstone> gone) {
      throw new IllegalStateException("this run archives nothing");
    }

    @Override
    public void bury(List<Tombstone> gone) {
      throw new IllegalStateException("this run takes nothing over");
    }

    @Override
    public void close() {
      // Nothing is held but memory.
    }
  }
}
