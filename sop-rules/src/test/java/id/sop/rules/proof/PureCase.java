package id.sop.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.authority.Authority;
import id.sop.casework.CaseState;
import id.sop.casework.CaseStatus;
import id.sop.casework.Casework;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Circumstances;
import id.sop.casework.Command;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.Decision;
import id.sop.casework.Edition;
import id.sop.casework.Editions;
import id.sop.casework.OpenRow;
import id.sop.casework.Receipt;
import id.sop.casework.Refusal;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.problem.Language;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.Target;
import id.sop.worktime.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case without a store: decided and folded by the pure machine, with the laws of the machine held
 * at each command.
 */
final class PureCase {
  static final CaseId ID = CaseId.of("B-1");
  static final LocalDate IN_FORCE = LocalDate.of(2020, 7, 1);
  private static final WorkCalendar CALENDAR = WorkCalendar.indonesia();

  private final Procedure procedure;
  private final Editions editions;
  private final List<Entry> journal = new ArrayList<>();
  private final Map<Command, Receipt> receipts = new LinkedHashMap<>();
  private CaseState state = CaseState.none(ID);
  private Instant now;

  PureCase(Procedure procedure, Instant now) {
    this.procedure = procedure;
    this.now = now;
    editions = Editions.of(new Edition(procedure, IN_FORCE));
  }

  Procedure procedure() {
    return procedure;
  }

  CaseState state() {
    return state;
  }

  Instant now() {
    return now;
  }

  /** The keyed commands that were carried out, oldest first. */
  List<Command> keyed() {
    return List.copyOf(receipts.keySet());
  }

  void wait(Duration time) {
    now = now.plus(time);
  }

  /** Submits what is right: it must be recorded. */
  void accepts(Command command) {
    Decision decision = decide(command);
    assertThat(decision).as("%s", command).isInstanceOf(Decision.Accept.class);
    record(command, ((Decision.Accept) decision).events());
  }

  /** Submits what is wrong in one way: it must be refused for that reason and no other. */
  void refuses(Command command, CaseworkCode code) {
    Decision decision = decide(command);
    assertThat(decision).as("%s", command).isInstanceOf(Decision.Refuse.class);
    List<Refusal> why = ((Decision.Refuse) decision).why();
    assertThat(why).as("%s", command).extracting(Refusal::code).containsExactly(code);
    why.forEach(PureCase::isTold);
  }

  /** Submits what was carried out before: its first receipt answers it. */
  void repeats(Command command) {
    Decision decision = decide(command);
    assertThat(decision).as("%s", command).isInstanceOf(Decision.Repeat.class);
    long lastSeq = ((Decision.Repeat) decision).lastSeq();
    assertThat(Casework.receipt(ID, journal, command.key().orElseThrow(), lastSeq))
        .as("%s", command)
        .isEqualTo(receipts.get(command));
  }

  /** The same state comes of the same journal, in one go or cut at {@code cut}. */
  void replays(int cut) {
    int at = cut % (journal.size() + 1);
    CaseState before = CaseState.of(ID, journal.subList(0, at));

    assertThat(before.after(journal.subList(at, journal.size()))).isEqualTo(state);
  }

  /** Nothing is wrong with the journal's chain. */
  void isChained() {
    assertThat(Chain.verify(journal)).isEmpty();
  }

  int entries() {
    return journal.size();
  }

  private Decision decide(Command command) {
    Circumstances circumstances =
        new Circumstances(editions, CALENDAR, CompliancePolicy.live(), Authority.trusting(), now);
    Decision decision = Casework.decide(state, command, circumstances);
    assertThat(Casework.decide(state, command, circumstances)).isEqualTo(decision);
    return decision;
  }

  private static void isTold(Refusal refusal) {
    for (Language language : Language.values()) {
      assertThat(refusal.text(language)).isNotBlank().doesNotContain("{");
      assertThat(refusal.hint(language)).isNotBlank().doesNotContain("{");
    }
  }

  private void record(Command command, List<CaseEvent> events) {
    CaseState before = state;
    for (CaseEvent event : events) {
      Entry entry =
          Chain.next(ID, state.seq() + 1, now, Casework.mark(command), event, state.head());
      journal.add(entry);
      state = state.after(entry);
    }
    List<Entry> recorded = journal.subList(journal.size() - events.size(), journal.size());
    Receipt receipt = Casework.receipt(state, events);
    assertThat(before.after(recorded)).as("%s", command).isEqualTo(state);
    assertThat(receipt.open()).isEqualTo(state.openRows());
    stands(command);
    if (command instanceof Command.Complete) {
      wentWhereTheTableLeads(before, events);
    }
    if (command.key().isPresent()) {
      receipts.put(command, receipt);
      repeats(command);
    }
  }

  private void stands(Command command) {
    assertThat(state.status()).as("%s", command).isNotEqualTo(CaseStatus.BELUM_MULAI);
    assertThat(state.open().isEmpty()).as("%s", command).isEqualTo(!state.running());
    for (OpenRow row : state.openRows()) {
      assertThat(row.by()).as("%s", command).isNotEmpty();
      assertThat(procedure.sop().pelaksana().keySet()).as("%s", command).containsAll(row.by());
    }
  }

  /** What opened is what the table says to the question that the journal keeps, and no more. */
  private void wentWhereTheTableLeads(CaseState before, List<CaseEvent> events) {
    CaseEvent.RowCompleted done = (CaseEvent.RowCompleted) events.get(0);
    assertThat(procedure.sop().step(done.step()).orElseThrow().keputusan())
        .containsAll(done.decision().map(List::of).orElse(List.of()));
    RouteQuestion asked = state.completions().get(state.completions().size() - 1).asked();
    assertThat(asked.completed().flatMap(RouteQuestion.Completed::label))
        .isEqualTo(done.decision());
    Set<StepId> stayed = new java.util.TreeSet<>(before.open().keySet());
    stayed.remove(done.step());
    assertThat(asked.open()).isEqualTo(stayed);
    List<StepId> opened =
        events.stream()
            .filter(CaseEvent.RowOpened.class::isInstance)
            .map(e -> ((CaseEvent.RowOpened) e).step())
            .toList();
    assertThat(opened).isEqualTo(targets(procedure.router().route(asked)));
    assertThat(state.outcome()).isEqualTo(end(procedure.router().route(asked)));
  }

  private static List<StepId> targets(RouteAnswer answer) {
    return answer instanceof RouteAnswer.Open open
        ? open.targets().stream().map(Target::step).toList()
        : List.of();
  }

  private static Optional<String> end(RouteAnswer answer) {
    return answer instanceof RouteAnswer.End end ? Optional.of(end.outcome()) : Optional.empty();
  }
}
