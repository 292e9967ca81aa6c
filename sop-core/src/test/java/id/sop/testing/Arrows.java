package id.sop.testing;

import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.Router;
import id.sop.routing.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The arrows of a small SOP, written by hand. Rows keep their own performers and times. */
public final class Arrows implements Router {
  private final Sop sop;
  private final List<Arrow> arrows = new ArrayList<>();

  private record Arrow(Predicate<RouteQuestion> when, RouteAnswer answer) {}

  private Arrows(Sop sop) {
    this.sop = sop;
  }

  public static Arrows of(Sop sop) {
    return new Arrows(sop);
  }

  /** From the beginning. */
  public From start() {
    return new From("mulai", "1", q -> q.completed().isEmpty());
  }

  /** From a completed row. */
  public From from(String row) {
    StepId id = StepId.of(row);
    return new From(row, row, q -> q.completed().filter(c -> c.step().equals(id)).isPresent());
  }

  @Override
  public RouteAnswer route(RouteQuestion question) {
    List<RouteAnswer> answers =
        arrows.stream().filter(a -> a.when().test(question)).map(Arrow::answer).toList();
    if (answers.isEmpty()) {
      return new RouteAnswer.NoRoute();
    }
    return answers.size() == 1
        ? answers.get(0)
        : new RouteAnswer.Conflict(answers.stream().map(Arrows::why).toList());
  }

  private static RouteReason why(RouteAnswer answer) {
    if (answer instanceof RouteAnswer.Open open) {
      return open.why();
    }
    return answer instanceof RouteAnswer.Wait wait ? wait.why() : ((RouteAnswer.End) answer).why();
  }

  /** An arrow being drawn. */
  public final class From {
    private String name;
    private final String baris;
    private Predicate<RouteQuestion> when;

    private From(String name, String baris, Predicate<RouteQuestion> when) {
      this.name = name;
      this.baris = baris;
      this.when = when;
    }

    public From label(String label) {
      name += " " + label;
      Optional<Label> wanted = Optional.of(Label.of(label));
      return and(q -> q.completed().filter(c -> c.label().equals(wanted)).isPresent());
    }

    public From when(String fact, String value) {
      name += " " + fact + " " + value;
      return and(
          q ->
              Optional.ofNullable(q.data().get(fact))
                  .filter(v -> v.teks().equals(value))
                  .isPresent());
    }

    public From completedBy(String role) {
      name += " oleh " + role;
      PelaksanaCode wanted = PelaksanaCode.of(role);
      return and(q -> q.completed().filter(c -> c.by().equals(wanted)).isPresent());
    }

    public From whenAlone() {
      return and(q -> q.open().isEmpty());
    }

    public From whileOthersAreOpen() {
      return and(q -> !q.open().isEmpty());
    }

    private From and(Predicate<RouteQuestion> more) {
      when = when.and(more);
      return this;
    }

    public Arrows to(String... rows) {
      List<Target> targets = Stream.of(rows).map(this::target).toList();
      return add(new RouteAnswer.Open(targets, reason()));
    }

    public Arrows waits() {
      return add(new RouteAnswer.Wait(reason()));
    }

    public Arrows ends() {
      return ends("SELESAI");
    }

    public Arrows ends(String outcome) {
      return add(new RouteAnswer.End(outcome, reason()));
    }

    private Target target(String row) {
      Step step = sop.step(StepId.of(row)).orElse(sop.langkah().values().iterator().next());
      return new Target(StepId.of(row), step.pelaksana().roles(), step.dinilai().waktu());
    }

    private Arrows add(RouteAnswer answer) {
      arrows.add(new Arrow(when, answer));
      return Arrows.this;
    }

    private RouteReason reason() {
      return new RouteReason(
          name, new Place("rute.drl", arrows.size() + 1, 1), "0".repeat(64), baris, "SOP", "");
    }
  }
}
