package id.sop.casework;

import com.google.common.collect.Sets;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an answer of the rules leads.
 *
 * @param question what the rules were asked
 * @param why the rule
 * @param targets the rows that it opens
 * @param outcome how the branch ends; empty when it does not
 */
record Move(
    RouteQuestion question, RouteReason why, List<Target> targets, Optional<String> outcome) {

  /** Asks the rules. Anything but a clear answer that can be carried out is refused: no guesses. */
  static Optional<Move> ask(Deliberation on, RouteQuestion question) {
    return on.route(question).match(new Reading(on, question));
  }

  /** What happens when it is carried out, the last completion having been at {@code at}. */
  List<CaseEvent> events(Deliberation on, Instant at) {
    RouteAnswer answer = on.route(question);
    if (answer instanceof RouteAnswer.End end) {
      Optional<StepId> row =
          question.completed().isPresent()
              ? Optional.of(question.completed().get().step())
              : Optional.empty();
      return end.endsCase(on.sop, row, question.open()) ? ending(on, end, at) : List.of();
    }
    List<CaseEvent> events = new ArrayList<>();
    Instant from = latest(on, at);
    Landmarks known = known(on);
    for (Target target : targets) {
      events.add(opened(on, known, target, why, from));
    }
    return events;
  }

  /** What is known once the row that this answers to is done. */
  Landmarks known(Deliberation on) {
    return Landmarks.of(on.sop, on.state)
        .after(
            question.completed().map(RouteQuestion.Completed::step),
            on.occurredAt,
            question.data());
  }

  /** The end, and before it the lapse of each row that is open still. */
  private List<CaseEvent> ending(Deliberation on, RouteAnswer.End end, Instant at) {
    Instant ended = latest(on, at);
    List<CaseEvent> events = new ArrayList<>();
    for (OpenRow row : on.state.openRows()) {
      if (question.open().contains(row.step()) && row.openedAt().isAfter(ended)) {
        ended = row.openedAt();
      }
    }
    for (OpenRow row : on.state.openRows()) {
      if (question.open().contains(row.step())) {
        events.add(new CaseEvent.RowLapsed(row.step(), row.visit(), why, ended));
      }
    }
    events.add(new CaseEvent.Ended(end.outcome(), why, ended));
    return events;
  }

  /**
   * The latest of {@code at} and the completions that the answer waited for: a join opens with the
   * last of its branches, in whatever order they were recorded.
   */
  private Instant latest(Deliberation on, Instant at) {
    Instant latest = at;
    for (Completion completion : on.state.completions()) {
      CaseEvent.RowCompleted done = completion.event();
      if (done.occurredAt().isAfter(latest) && waitedFor(on, done.step(), completion.seq())) {
        latest = done.occurredAt();
      }
    }
    for (Skipped skipped : on.state.skipped()) {
      CaseEvent.RowSkipped event = skipped.event();
      if (event.occurredAt().isAfter(latest) && waitedFor(on, event.step(), skipped.seq())) {
        latest = event.occurredAt();
      }
    }
    return latest;
  }

  /**
   * Whether it waited for the row that entry {@code seq} calls {@code row}; an end has waited for
   * all that was open.
   */
  private boolean waitedFor(Deliberation on, StepId row, long seq) {
    Optional<StepId> now = on.state.now(row, seq);
    return outcome.isPresent()
        || (now.isPresent() && !on.route(whileOpen(now.get())).leadsLike(on.route(question)));
  }

  /** The same question, had {@code row} still been open. */
  private RouteQuestion whileOpen(StepId row) {
    return new RouteQuestion(
        question.completed(),
        Sets.union(question.open(), Set.of(row)),
        question.ever(),
        question.data());
  }

  /** The opening of {@code target}, for the reason {@code why}. */
  static CaseEvent.RowOpened opened(
      Deliberation on, Landmarks known, Target target, RouteReason why, Instant at) {
    Instant since = Dues.since(on, target, at);
    return new CaseEvent.RowOpened(
        target.step(),
        on.state.visits().getOrDefault(target.step(), 0) + 1,
        target.by(),
        target.waktu(),
        new RowDues(on, known).opened(since, target.waktu(), target.by()),
        why,
        at,
        target.eskalasi(),
        Optional.of(since).filter(s -> !s.equals(at)));
  }

  /**
   * Whether it leads from {@code row} up the page to a row done before, or to an end other than
   * SELESAI; and where.
   */
  Optional<String> sendsBack(Sop sop, StepId row, Set<StepId> ever) {
    if (outcome.isPresent()) {
      return outcome.get().equals("SELESAI") ? Optional.empty() : outcome;
    }
    for (Target target : targets) {
      if (ever.contains(target.step()) && sop.pointsBack(row, target.step())) {
        return Optional.of(target.step().value());
      }
    }
    return Optional.empty();
  }

  private record Reading(Deliberation on, RouteQuestion question)
      implements RouteAnswer.Cases<Optional<Move>> {

    @Override
    public Optional<Move> open(RouteAnswer.Open open) {
      boolean sound = true;
      for (Target target : open.targets()) {
        sound &= sound(target, open);
      }
      return sound
          ? Optional.of(new Move(question, open.why(), open.targets(), Optional.empty()))
          : Optional.empty();
    }

    private boolean sound(Target target, RouteAnswer.Open open) {
      if (on.sop.step(target.step()).isEmpty() || target.by().isEmpty()) {
        on.refusals.add(
            CaseworkCode.ROUTE_TO_UNKNOWN_ROW, open.why().rule(), target.step().value());
        return false;
      }
      int same = 0;
      for (Target each : open.targets()) {
        same += each.step().equals(target.step()) ? 1 : 0;
      }
      if (same > 1) {
        return conflict(List.of(open.why()));
      }
      if (question.open().contains(target.step())) {
        OpenRow already = on.state.open().get(target.step());
        return conflict(already == null ? List.of(open.why()) : List.of(already.why(), open.why()));
      }
      return true;
    }

    private boolean conflict(List<RouteReason> rules) {
      on.refusals.add(
          CaseworkCode.ROUTE_CONFLICT,
          after(),
          Deliberation.list(
              rules.stream().map(r -> "\"" + r.rule() + "\" (" + r.place() + ")").toList()));
      return false;
    }

    private boolean nobodyToWaitFor() {
      for (StepId row : question.open()) {
        if (on.sop.step(row).filter(Step::holdsUpTheEnd).isPresent()) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Optional<Move> await(RouteAnswer.Wait wait) {
      // Rows that run along may lapse at any time: nobody can wait for them.
      if (nobodyToWaitFor()) {
        on.refusals.add(CaseworkCode.WAITS_FOR_NOTHING, wait.why().rule(), after());
        return Optional.empty();
      }
      return Optional.of(new Move(question, wait.why(), List.of(), Optional.empty()));
    }

    @Override
    public Optional<Move> end(RouteAnswer.End end) {
      return Optional.of(new Move(question, end.why(), List.of(), Optional.of(end.outcome())));
    }

    @Override
    public Optional<Move> noRoute(RouteAnswer.NoRoute none) {
      on.refusals.add(CaseworkCode.NO_ROUTE, after(), facts());
      return Optional.empty();
    }

    @Override
    public Optional<Move> conflict(RouteAnswer.Conflict conflict) {
      conflict(conflict.rules());
      return Optional.empty();
    }

    private String after() {
      return question
          .completed()
          .map(c -> c.step() + c.label().map(l -> " " + l).orElse(""))
          .orElse("mulai");
    }

    private String facts() {
      return Deliberation.list(
          question.data().entrySet().stream()
              .map(e -> e.getKey() + " = " + e.getValue().teks())
              .toList());
    }
  }
}
