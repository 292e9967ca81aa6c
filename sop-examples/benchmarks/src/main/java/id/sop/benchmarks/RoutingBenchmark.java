package id.sop.benchmarks;

import id.sop.routing.RouteQuestion;
import id.sop.routing.RoutingTable;
import java.util.concurrent.TimeUnit;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieContainerSessionsPool;
import org.kie.api.runtime.KieSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One routing decision: the same 16 questions, one after the other, by each way of answering. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RoutingBenchmark {
  private static final int QUESTIONS = 16;

  /** The questions and the table, which cost nothing to hold. */
  @State(Scope.Benchmark)
  public static class Table {
    final RouteQuestion[] questions = Konsultasi.questions().toArray(new RouteQuestion[0]);
    final RoutingTable table = Konsultasi.table();
  }

  /** The rules as Drools holds them. */
  @State(Scope.Benchmark)
  public static class Rules {
    final KieContainer container = PlainDrools.compile().container();
    final KieContainerSessionsPool pool = container.newKieSessionsPool(1);
    final KieSession living = container.newKieSession();
    final PlainDrools.Next next = PlainDrools.listen(living);

    @TearDown
    public void close() {
      living.dispose();
      pool.shutdown();
      container.dispose();
    }
  }

  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void handWrittenSwitch(Table on, Blackhole out) {
    for (RouteQuestion question : on.questions) {
      out.consume(HandSwitch.next(question));
    }
  }

  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void table(Table on, Blackhole out) {
    for (RouteQuestion question : on.questions) {
      out.consume(on.table.route(question));
    }
  }

  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void droolsNewSession(Table on, Rules rules, Blackhole out) {
    for (RouteQuestion question : on.questions) {
      KieSession session = rules.container.newKieSession();
      out.consume(PlainDrools.askOnce(session, question));
      session.dispose();
    }
  }

  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void droolsPooledSession(Table on, Rules rules, Blackhole out) {
    for (RouteQuestion question : on.questions) {
      KieSession session = rules.pool.newKieSession();
      out.consume(PlainDrools.askOnce(session, question));
      session.dispose();
    }
  }

  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void droolsLivingSession(Table on, Rules rules, Blackhole out) {
    for (RouteQuestion question : on.questions) {
      out.consume(PlainDrools.ask(rules.living, rules.next, question));
    }
  }
}
