package id.sop;

import id.sop.casework.CaseState;
import id.sop.casework.Casework;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Circumstances;
import id.sop.casework.Decision;
import id.sop.casework.OpenRow;
import id.sop.casework.Refusal;
import id.sop.definition.SopMikro;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.CommandMark;
import id.sop.journal.Entry;
import id.sop.store.CaseStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One command and what follows from it for other cases: those that it begins for a row, those whose
 * row waits for the end of this one, and those for which nobody waits any more. All of it is
 * decided before anything is stored. Lives for one attempt.
 */
final class Kin {
  private final CaseStore within;
  private final Circumstances circumstances;
  private final Actor actor;
  private final Map<CaseId, Line> lines = new LinkedHashMap<>();
  private List<Refusal> against = List.of();

  Kin(CaseStore within, Circumstances circumstances, Actor actor) {
    this.within = within;
    this.circumstances = circumstances;
    this.actor = actor;
  }

  /** What is added to the journal of one case. */
  private static final class Line {
    private final CaseState before;
    private CaseState now;
    private final List<Entry> entries = new ArrayList<>();

    private Line(CaseState before) {
      this.before = before;
      this.now = before;
    }
  }

  /**
   * Follows {@code events} of the case {@code before} through all cases that they touch.
   *
   * @return why it cannot be; empty when it can
   */
  List<Refusal> follow(CaseState before, Optional<CommandMark> mark, List<CaseEvent> events) {
    lines.put(before.caseId(), new Line(before));
    add(before.caseId(), mark, events);
    return against;
  }

  /** What is to be stored, as a whole. */
  List<CaseStore.Change> changes() {
    return lines.values().stream()
        .filter(line -> !line.entries.isEmpty())
        .map(
            line ->
                CaseStore.Change.of(line.before, line.entries, line.now, within.findsDocuments()))
        .toList();
  }

  private void add(CaseId caseId, Optional<CommandMark> mark, List<CaseEvent> events) {
    Line line = line(caseId);
    CaseState before = line.now;
    List<Entry> entries = SopEngine.chained(before, mark, events, circumstances.now());
    line.entries.addAll(entries);
    line.now = before.after(entries);
    for (CaseEvent event : events) {
      if (event instanceof CaseEvent.ChildBegun begun) {
        begin(caseId, begun);
      } else if (event instanceof CaseEvent.Reopened && before.induk().isPresent()) {
        CaseState waiting = line(before.induk().get().berkas()).now;
        against = Casework.awaited(waiting, before).map(List::of).orElse(List.of());
      }
    }
    abandon(before, line.now, events);
    if (before.running() && !line.now.running() && line.now.induk().isPresent()) {
      giveBack(line.now);
    }
  }

  private void begin(CaseId waiting, CaseEvent.ChildBegun begun) {
    if (depth(waiting) >= SopMikro.DEEPEST) {
      against =
          List.of(
              Refusal.of(
                  CaseworkCode.CHILD_TOO_DEEP,
                  waiting.value(),
                  Integer.toString(SopMikro.DEEPEST)));
      return;
    }
    carry(begun.berkas(), Casework.begin(waiting, line(begun.berkas()).now, begun, circumstances));
  }

  /** How many cases lie around this one, itself included. */
  private int depth(CaseId caseId) {
    int depth = 1;
    Optional<CaseEvent.Induk> induk = line(caseId).now.induk();
    while (induk.isPresent() && depth < SopMikro.DEEPEST) {
      depth++;
      induk = line(induk.get().berkas()).now.induk();
    }
    return depth;
  }

  private void giveBack(CaseState ended) {
    CaseId waiting = ended.induk().orElseThrow().berkas();
    Casework.returned(line(waiting).now, ended, circumstances)
        .ifPresent(decision -> carry(waiting, decision));
  }

  /** Stops the cases that were begun for rows which closed in another way than by their end. */
  private void abandon(CaseState before, CaseState after, List<CaseEvent> events) {
    for (OpenRow row : before.openRows()) {
      OpenRow still = after.open().get(row.step());
      boolean open = still != null && still.visit() == row.visit();
      if (!open && row.child().isPresent() && row.child().get().running()) {
        CaseId child = row.child().get().begun().berkas();
        CaseState state = line(child).now;
        if (state.running()) {
          Instant at = events.get(events.size() - 1).occurredAt();
          String why =
              "berkas " + before.caseId() + " tidak lagi menunggu pada baris " + row.step();
          add(child, Optional.empty(), Casework.abandoned(state, actor, why, at));
        }
      }
    }
  }

  private void carry(CaseId caseId, Decision decision) {
    if (decision instanceof Decision.Accept accept) {
      add(caseId, Optional.empty(), accept.events());
    } else if (decision instanceof Decision.Refuse refuse) {
      against = refuse.why();
    }
  }

  private Line line(CaseId caseId) {
    Line line = lines.get(caseId);
    if (line == null) {
      line = new Line(CaseState.of(caseId, within.read(caseId)));
      lines.put(caseId, line);
    }
    return line;
  }
}
