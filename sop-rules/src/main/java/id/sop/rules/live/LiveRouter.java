package id.sop.rules.live;

import com.google.common.collect.ImmutableListMultimap;
import id.sop.definition.DataValue;
import id.sop.definition.Eskalasi;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.Router;
import id.sop.routing.Target;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.fact.Mulai;
import id.sop.rules.fact.Pernah;
import id.sop.rules.fact.Selesai;
import id.sop.rules.fact.Terbuka;
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Asks Drools. Of use while a table is made, and to check one. */
public final class LiveRouter implements Router {
  private static final int MAX_FIRINGS = 10_000;

  private final Sop sop;
  private final List<RouteRule> rules;
  private final ImmutableListMultimap<Integer, Integer> ofCompiled;
  private final KieBase base;
  private final FactType dataType;

  /**
   * Hears some rules.
   *
   * @param rules those that are heard
   * @param ofCompiled for each rule that Drools knows, the indexes of those among {@code rules}
   *     that mean the same
   */
  LiveRouter(
      Sop sop,
      List<RouteRule> rules,
      ImmutableListMultimap<Integer, Integer> ofCompiled,
      KieBase base) {
    this.sop = sop;
    this.rules = List.copyOf(rules);
    this.ofCompiled = ofCompiled;
    this.base = base;
    this.dataType = base.getFactType(CanonicalRules.PACKAGE, "Data");
  }

  /**
   * Everything that Drools said.
   *
   * @param answer what follows from it
   * @param fired the rules that answered, in file order: several when they agree or contradict
   */
  public record Heard(RouteAnswer answer, List<RouteRule> fired) {
    public Heard {
      fired = List.copyOf(fired);
    }
  }

  @Override
  public RouteAnswer route(RouteQuestion question) {
    return ask(question).answer();
  }

  /** Asks one question and tells which rules answered. */
  public Heard ask(RouteQuestion question) {
    try (Sitting sitting = sit()) {
      return sitting.ask(question);
    }
  }

  /** Opens a sitting, for many questions one after the other. */
  public Sitting sit() {
    return new Sitting(base.newKieSession());
  }

  /**
   * One session of Drools that is asked many questions: the facts of each are taken back before the
   * next. Not for several threads. Close it when the last question is answered.
   */
  public final class Sitting implements AutoCloseable {
    private final KieSession session;
    private final Collected collected = new Collected();

    private Sitting(KieSession session) {
      this.session = session;
      session.setGlobal("rute", collected);
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
              collected.fires(event.getMatch().getRule().getName());
            }
          });
    }

    /** Asks one question and tells which rules answered. */
    public Heard ask(RouteQuestion question) {
      List<FactHandle> handles = facts(question).stream().map(session::insert).toList();
      // No rule inserts a fact, so each fires once at most; the bound is a second wall.
      session.fireAllRules(MAX_FIRINGS);
      handles.forEach(session::delete);
      return heard(collected.take());
    }

    @Override
    public void close() {
      session.dispose();
    }
  }

  private List<Object> facts(RouteQuestion question) {
    List<Object> facts = new ArrayList<>();
    question.completed().ifPresentOrElse(c -> facts.add(selesai(c)), () -> facts.add(new Mulai()));
    question.open().forEach(r -> facts.add(new Terbuka(r.value())));
    question.ever().forEach(r -> facts.add(new Pernah(r.value())));
    facts.add(data(question));
    return facts;
  }

  private static Selesai selesai(RouteQuestion.Completed c) {
    return new Selesai(
        c.step().value(), c.label().map(l -> l.value()).orElse(null), c.by().value(), c.visit());
  }

  private Object data(RouteQuestion question) {
    try {
      Object data = dataType.newInstance();
      question.data().forEach((name, value) -> set(data, name, value));
      return data;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the class made for the fact Data cannot be used", e);
    }
  }

  private void set(Object data, String name, DataValue value) {
    if (sop.facts().containsKey(name)) {
      dataType.set(data, CanonicalRules.property(name), CanonicalRules.held(value));
    }
  }

  private Heard heard(List<Collected.Saying> sayings) {
    SortedMap<Integer, Collected.Saying> inOrder = new TreeMap<>();
    for (Collected.Saying saying : sayings) {
      ofCompiled.get(CanonicalRules.index(saying.rule)).forEach(i -> inOrder.put(i, saying));
    }
    List<RouteRule> fired = inOrder.keySet().stream().map(rules::get).toList();
    if (fired.isEmpty()) {
      return new Heard(new RouteAnswer.NoRoute(), fired);
    }
    RouteReason first = fired.get(0).reason();
    List<RouteAnswer> answers = inOrder.values().stream().map(s -> answer(s, first)).toList();
    if (answers.stream().allMatch(answers.get(0)::equals)) {
      return new Heard(answers.get(0), fired);
    }
    List<RouteReason> reasons = fired.stream().map(RouteRule::reason).toList();
    return new Heard(new RouteAnswer.Conflict(reasons), fired);
  }

  private RouteAnswer answer(Collected.Saying saying, RouteReason why) {
    if (!saying.goals.isEmpty()) {
      return new RouteAnswer.Open(saying.goals.stream().map(this::target).toList(), why);
    }
    return saying
        .hasil
        .<RouteAnswer>map(h -> new RouteAnswer.End(h, why, saying.seluruhnya))
        .orElseGet(() -> new RouteAnswer.Wait(why));
  }

  private Target target(Collected.Goal goal) {
    Step step = sop.step(StepId.of(goal.row)).orElseThrow();
    List<PelaksanaCode> by =
        goal.oleh.isEmpty()
            ? step.pelaksana().roles()
            : goal.oleh.stream().map(PelaksanaCode::of).toList();
    Waktu waktu =
        goal.waktu.flatMap(w -> WaktuParser.parse(w).waktu()).orElse(step.mutuBaku().waktu());
    return new Target(
        step.id(), by, waktu, goal.eskalasi.stream().map(LiveRouter::eskalasi).toList());
  }

  private static Eskalasi eskalasi(Collected.Escalation said) {
    return new Eskalasi(
        (Waktu.Paling) WaktuParser.parse(said.setelah()).waktu().orElseThrow(),
        said.kepada().stream().map(PelaksanaCode::of).toList());
  }
}
