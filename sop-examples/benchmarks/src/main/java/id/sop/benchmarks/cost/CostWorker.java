package id.sop.benchmarks.cost;

import id.sop.benchmarks.cost.Work.Act;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Drives one program in a process of its own, with its own class path. Reads orders from its input,
 * one a line, and answers each by one line:
 *
 * <ul>
 *   <li>{@code time work threads seconds}: cases for so long, then {@code steps nanos p50 p99
 *       most}, the last three in nanoseconds a step;
 *   <li>{@code count work cases}: so many cases by one thread, then {@code cases statements
 *       commits};
 *   <li>nothing more: closes the program.
 * </ul>
 *
 * <p>After each order the history of every case done is compared with the work; one that lacks
 * anything ends the process.
 */
public final class CostWorker {
  /** Begins each line that is meant for the process which gave the order. */
  static final String ANSWER = "answer ";

  /** Argument: counts statements, which costs time. */
  static final String COUNTING = "counting";

  private final Peer peer;
  private final Optional<StatementCounter> counter;
  private final String prefix;
  private int orders;

  private CostWorker(Peer peer, Optional<StatementCounter> counter) {
    this.peer = peer;
    this.counter = counter;
    prefix = "K-" + Long.toString(System.currentTimeMillis(), 36);
  }

  /** The main method of a program: its arguments are a database and perhaps {@link #COUNTING}. */
  public static void serve(String[] args, Peer.Opening opening)
      throws IOException, InterruptedException, ExecutionException {
    Optional<StatementCounter> counter =
        args.length > 1 && args[1].equals(COUNTING)
            ? Optional.of(new StatementCounter())
            : Optional.empty();
    PrintStream out = System.out;
    try (Peer peer = opening.on(new Database(args[0], counter));
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      CostWorker worker = new CostWorker(peer, counter);
      for (String order = in.readLine(); order != null; order = in.readLine()) {
        out.println(ANSWER + worker.carryOut(order.split(" ", -1)));
      }
    }
    // Engines may leave threads behind.
    System.exit(0);
  }

  private String carryOut(String... order) throws InterruptedException, ExecutionException {
    orders++;
    Work work = Work.valueOf(order[1]);
    return switch (order[0]) {
      case "time" -> time(work, Integer.parseInt(order[2]), Double.parseDouble(order[3]));
      case "count" -> count(work, Integer.parseInt(order[2]));
      default -> throw new IllegalArgumentException(order[0]);
    };
  }

  private String time(Work work, int threads, double seconds)
      throws InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    List<Client> clients =
        IntStream.range(0, threads).mapToObj(t -> new Client(work, caseId(t), end)).toList();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long last = begin;
    try {
      for (Future<Long> done : pool.invokeAll(clients)) {
        last = Math.max(last, done.get());
      }
    } finally {
      pool.shutdownNow();
    }
    clients.forEach(client -> check(work, client.cases));
    long[] nanos = clients.stream().flatMapToLong(Client::nanos).sorted().toArray();
    return String.join(
        " ",
        LongStream.of(
                nanos.length,
                last - begin,
                nanos[nanos.length / 2],
                nanos[(int) (nanos.length * 0.99)],
                nanos[nanos.length - 1])
            .mapToObj(Long::toString)
            .toList());
  }

  private String count(Work work, int cases) {
    long statements = counter.map(StatementCounter::statements).orElse(0L);
    long commits = counter.map(StatementCounter::commits).orElse(0L);
    List<String> done = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      String caseId = caseId(0) + i;
      peer.start(work, caseId);
      for (Act act : work.acts()) {
        peer.act(work, caseId, act);
      }
      done.add(caseId);
    }
    statements = counter.map(StatementCounter::statements).orElse(0L) - statements;
    commits = counter.map(StatementCounter::commits).orElse(0L) - commits;
    check(work, done);
    return cases + " " + statements + " " + commits;
  }

  private String caseId(int thread) {
    return prefix + "/" + orders + "/" + thread + "/";
  }

  private void check(Work work, List<String> cases) {
    List<String> wanted = work.history();
    for (String caseId : cases) {
      List<String> told = peer.history(work, caseId);
      if (!told.equals(wanted)) {
        throw new IllegalStateException(caseId + " tells " + told + ", not " + wanted);
      }
    }
  }

  /** Carries out one case after the other until the time is over, the last one to its end. */
  private final class Client implements Callable<Long> {
    private final Work work;
    private final String prefix;
    private final long end;
    private final List<String> cases = new ArrayList<>();
    private long[] nanos = new long[1 << 14];
    private int steps;

    Client(Work work, String prefix, long end) {
      this.work = work;
      this.prefix = prefix;
      this.end = end;
    }

    @Override
    public Long call() {
      while (System.nanoTime() < end) {
        String caseId = prefix + cases.size();
        cases.add(caseId);
        timed(() -> peer.start(work, caseId));
        for (Act act : work.acts()) {
          timed(() -> peer.act(work, caseId, act));
        }
      }
      return System.nanoTime();
    }

    private void timed(Runnable step) {
      long begin = System.nanoTime();
      step.run();
      if (steps == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * steps);
      }
      nanos[steps++] = System.nanoTime() - begin;
    }

    private LongStream nanos() {
      return Arrays.stream(nanos, 0, steps);
    }
  }
}
