package id.sop.rules.proof;

import id.sop.SopEngine;
import id.sop.SopEngineBuilder;
import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.casework.Receipt;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.jdbc.JdbcStore;
import id.sop.worktime.WorkCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Works on cases of all SOPs at once until it is killed, and says so after each command. Arguments:
 * the file of the cases, and the ids of the SOPs, which it knows by their saved tables.
 */
final class CrashClerk {
  private static final int AT_ONCE = 5;

  private final List<Procedure> procedures;
  private final CaseStore store;
  private final SettableClock clock = SettableClock.at(Instant.EPOCH, ZoneOffset.UTC);

  private CrashClerk(List<Procedure> procedures, CaseStore store) {
    this.procedures = procedures;
    this.store = store;
  }

  public static void main(String[] args) {
    List<Procedure> procedures =
        Stream.of(args)
            .skip(1)
            .map(id -> SavedTable.procedureOrThrow(SopBundle.onClassPath(SopId.of(id))))
            .toList();
    try (CaseStore store = JdbcStore.h2File(Path.of(args[0]))) {
      new CrashClerk(procedures, store).work();
    }
  }

  /** The SOP that the case {@code number} is of. */
  static int sopOf(CaseId caseId, int sops) {
    return Integer.parseInt(caseId.value().substring(2)) % sops;
  }

  static SopEngineBuilder engine(List<Procedure> procedures, CaseStore store, SettableClock clock) {
    SopEngineBuilder builder =
        SopEngine.builder().store(store).calendar(WorkCalendar.indonesia()).clock(clock);
    procedures.forEach(p -> builder.procedure(p, PureCase.IN_FORCE));
    return builder;
  }

  private void work() {
    SopEngine engine = engine(procedures, store, clock).build();
    List<CaseId> desk = new ArrayList<>();
    List<CaseId> known = store.cases();
    known.stream().filter(c -> engine.state(c).running()).forEach(desk::add);
    int next = known.size();
    // Who listened may be gone without a word.
    while (!System.out.checkError()) {
      while (desk.size() < AT_ONCE) {
        desk.add(CaseId.of("C-" + next++));
      }
      for (CaseId caseId : List.copyOf(desk)) {
        CaseState state = engine.state(caseId);
        Command command = Script.next(sop(caseId), state);
        clock.set(Script.time(state));
        Outcome outcome = engine.submit(command);
        if (!(outcome instanceof Outcome.Recorded recorded)) {
          throw new AssertionError(command + ": " + outcome);
        }
        acknowledge(recorded.receipt(), command);
        if (recorded.receipt().open().isEmpty()) {
          desk.remove(caseId);
        }
      }
    }
  }

  private Sop sop(CaseId caseId) {
    return procedures.get(sopOf(caseId, procedures.size())).sop();
  }

  private static void acknowledge(Receipt receipt, Command command) {
    String key = command.key().orElseThrow().value();
    System.out.println(
        "ack " + receipt.caseId() + " " + receipt.seq() + " " + receipt.head() + " " + key);
    System.out.flush();
  }
}
