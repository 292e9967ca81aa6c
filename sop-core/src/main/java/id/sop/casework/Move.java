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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
      return end.endsCase(
              on.sop, question.completed().map(RouteQuestion.Completed::step), question.open())
          ? ending(on, end, at)
          : List.of();
    }
    Instant from = latest(on, at, c -> !on.route(whileOpen(c)).leadsLike(answer));
    return targets.stream().map(t -> (CaseEvent) opened(on, t, why, from)).toList();
  }

  /** The end, and before it the lapse of each row that is open still. */
  private List<CaseEvent> ending(Deliberation on, RouteAnswer.End end, Instant at) {
    List<OpenRow> lapsing =
        question.open().stream().map(on.state.open()::get).filter(Objects::nonNull).toList();
    Instant done = latest(on, at, c -> true);
    Instant ended =
        lapsing.stream().map(OpenRow::openedAt).filter(done::isBefore).reduce(done, Move::later);
    List<CaseEvent> events = new ArrayList<>();
    lapsing.forEach(r -> events.add(new CaseEvent.RowLapsed(r.step(), r.visit(), why, ended)));
    events.add(new CaseEvent.Ended(end.outcome(), why, ended));
    return events;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /**
   * The latest of {@code at} and the completions that the answer waited for: a join opens with the
   * last of its branches, in whatever order they were recorded.
   */
  private static Instant latest(Deliberation on, Instant at, Predicate<StepId> waitedFor) {
    Stream<Instant> done =
        on.state.completions().stream()
            .map(Completion::event)
            .filter(e -> e.occurredAt().isAfter(at) && waitedFor.test(e.step()))
            .map(CaseEvent.RowCompleted::occurredAt);
    Stream<Instant> skipped =
        on.state.skipped().stream()
            .map(Skipped::event)
            .filter(e -> e.occurredAt().isAfter(at) && waitedFor.test(e.step()))
            .map(CaseEvent.RowSkipped::occurredAt);
    return Stream.concat(done, skipped).reduce(at, Move::later);
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
  static CaseEvent.RowOpened opened(Deliberation on, Target target, RouteReason why, Instant at) {
    return new CaseEvent.RowOpened(
        target.step(),
        on.state.visits().getOrDefault(target.step(), 0) + 1,
        target.by(),
        target.waktu(),
        on.circumstances.calendar().due(at, target.waktu(), on.sop.zona(), on.today()).dueAt(),
        why,
        at);
  }

  /**
   * Whether it leads from {@code row} up the page to a row done before, or to an end other than
   * SELESAI; and where.
   */
  Optional<String> sendsBack(Sop sop, StepId row, Set<StepId> ever) {
    if (outcome.isPresent()) {
      return outcome.filter(o -> !o.equals("SELESAI"));
    }
    return targets.stream()
        .map(Target::step)
        .filter(t -> ever.contains(t) && sop.pointsBack(row, t))
        .map(StepId::value)
        .findFirst();
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
      if (open.targets().stream().filter(t -> t.step().equals(target.step())).count() > 1) {
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

    @Override
    public Optional<Move> await(RouteAnswer.Wait wait) {
      // Rows that run along may lapse at any time: nobody can wait for them.
      if (question.open().stream()
          .flatMap(r -> on.sop.step(r).stream())
          .noneMatch(Step::holdsUpTheEnd)) {
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
