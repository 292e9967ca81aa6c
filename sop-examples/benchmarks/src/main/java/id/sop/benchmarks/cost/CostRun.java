package id.sop.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a step costs, side by side: this library, hand-written JDBC that does the least possible,
 * Flowable and Camunda 7 at their default history, on PostgreSQL with fsync and on H2 in a file,
 * for one client and for two. Arguments: rounds (5), seconds for each round of each program (4),
 * from which folder the engines are taken (sop-examples/benchmarks), and H2 for the speed on H2
 * alone. With 0 rounds only what a case leaves behind is measured, over as many cases as the second
 * argument says.
 *
 * <p>Each program runs in a process of its own with its own class path; the programs take their
 * turns round by round, so that whatever else the machine does befalls all of them alike. On H2
 * every program has the durability that the library gives its own file: {@code CHECKPOINT SYNC}
 * after each commit.
 */
public final class CostRun {
  private static final int COUNTED = 200;
  private static final int STARTS = 3;

  private final int rounds;
  private final double seconds;
  private final int counted;
  private final List<Program> programs;
  private final PostgresMeter postgres;
  private final Path folder;

  private CostRun(
      int rounds, double seconds, List<Program> programs, PostgresMeter postgres, Path folder) {
    this.rounds = rounds;
    this.seconds = seconds;
    counted = rounds == 0 ? (int) seconds : COUNTED;
    this.programs = programs;
    this.postgres = postgres;
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException, SQLException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 4;
    Path engines = Path.of(args.length > 2 ? args[2] : "sop-examples/benchmarks");
    List<Program> programs =
        Stream.of(
                Stream.of(Program.hand(), Program.sop(), Program.reading()),
                Program.engine(
                    "Flowable",
                    "id.sop.benchmarks.flowable.FlowablePeer",
                    engines.resolve("flowable/target/lib")),
                Program.engine(
                    "Camunda 7",
                    "id.sop.benchmarks.camunda.CamundaPeer",
                    engines.resolve("camunda/target/lib")))
            .flatMap(s -> s)
            .toList();
    Path folder = Files.createTempDirectory("sop-cost");
    try (PostgresMeter postgres = PostgresMeter.start()) {
      CostRun run = new CostRun(rounds, seconds, programs, postgres, folder);
      if (args.length > 3 && args[3].equals("H2")) {
        run.speedOnH2();
        return;
      }
      run.jars();
      run.perCase(Work.PENGAJUAN);
      run.perCase(Work.KARANGANYAR);
      if (rounds == 0) {
        return;
      }
      run.speed("PostgreSQL", program -> postgres.database("speed_" + programs.indexOf(program)));
      run.speedOnH2();
    } finally {
      delete(folder);
    }
  }

  private String file(String name, Program program) {
    return "jdbc:h2:file:" + folder.resolve(name + programs.indexOf(program));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void jars() {
    System.out.println("\n| | jars | MB |\n|---|---|---|");
    for (Program program : programs) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.1f |%n",
          program.name(),
          program.jars().size(),
          program.megabytes());
    }
  }

  /** What a case leaves behind and has the server do, by one client on a quiet server. */
  private void perCase(Work work) throws SQLException {
    System.out.printf(
        Locale.ROOT,
        "%n%s: %d steps a case, PostgreSQL, %d cases%n%n"
            + "| a case | statements | commits | flushes | WAL bytes | of these whole pages |"
            + " rows | growth, bytes | tables | indexes |%n|---|---|---|---|---|---|---|---|---|---|%n",
        work,
        work.steps(),
        counted);
    for (Program program : programs) {
      String name = "count_" + work.name().toLowerCase(Locale.ROOT) + programs.indexOf(program);
      try (Running running = Running.start(program, postgres.database(name), CostWorker.COUNTING)) {
        running.order("count " + work + " " + counted);
        PostgresMeter.Content before = postgres.content(name);
        PostgresMeter.Effort begin = postgres.effort();
        long[] counts = running.order("count " + work + " " + counted);
        PostgresMeter.Effort done = postgres.effort().since(begin);
        PostgresMeter.Content after = postgres.content(name);
        double cases = counts[0];
        System.out.printf(
            Locale.ROOT,
            "| %s | %.1f | %.1f | %.1f | %.0f | %.2f | %.1f | %.0f | %d | %d |%n",
            program.name(),
            counts[1] / cases,
            counts[2] / cases,
            done.flushes() / cases,
            done.wal() / cases,
            done.fullPages() / cases,
            (after.rows() - before.rows()) / cases,
            (after.bytes() - before.bytes()) / cases,
            after.tables(),
            after.indexes());
      }
    }
  }

  private void speedOnH2() throws SQLException {
    speed("H2", program -> file("speed", program));
  }

  private interface Url {
    String of(Program program) throws SQLException;
  }

  /** A program that takes its turns, and what came of them: by one client, by two. */
  private record Turns(
      Program program, Running running, List<long[]> alone, List<long[]> together) {
    void time(int threads, double seconds) {
      of(threads).add(running.order("time " + Work.KARANGANYAR + " " + threads + " " + seconds));
    }

    List<long[]> of(int threads) {
      return threads == 1 ? alone : together;
    }
  }

  /** Steps a second, in turns. */
  private void speed(String database, Url url) throws SQLException {
    List<Turns> all = new ArrayList<>();
    try {
      System.out.println("\nstart of the JVM to the end of the first case, ms, on " + database);
      for (Program program : programs) {
        Running running = started(program, url.of(program));
        all.add(new Turns(program, running, new ArrayList<>(), new ArrayList<>()));
      }
      for (Turns turns : all) {
        turns.time(2, 2 * seconds);
        turns.time(1, 2 * seconds);
        turns.alone().clear();
        turns.together().clear();
      }
      for (int round = 0; round < rounds; round++) {
        for (int threads = 1; threads <= 2; threads++) {
          for (Turns turns : all) {
            turns.time(threads, seconds);
          }
        }
      }
    } finally {
      all.forEach(turns -> turns.running().close());
    }
    report(database, 1, all);
    report(database, 2, all);
  }

  /** With the tables there: the first start, which makes them, is told apart. */
  private static Running started(Program program, String url) {
    List<Long> millis = new ArrayList<>();
    for (int start = 0; ; start++) {
      long begin = System.nanoTime();
      Running running = Running.start(program, url);
      running.order("count " + Work.KARANGANYAR + " 1");
      millis.add((System.nanoTime() - begin) / 1_000_000);
      if (start == STARTS) {
        System.out.printf(
            Locale.ROOT,
            "%-18s tables to be made %d, tables there %d (median of %d)%n",
            program.name(),
            millis.get(0),
            millis.stream().skip(1).sorted().toList().get(STARTS / 2),
            STARTS);
        return running;
      }
      running.close();
    }
  }

  private void report(String database, int threads, List<Turns> all) {
    System.out.printf(
        Locale.ROOT,
        "%n%s, %d client%s: medians of %d rounds of %.0f s%n%n"
            + "| | steps/s | of hand-written | sop-core is so many times as fast | p50 us | p99 us |"
            + " steps in all |%n|---|---|---|---|---|---|---|%n",
        database,
        threads,
        threads == 1 ? "" : "s",
        rounds,
        seconds);
    double byHand = rate(all.get(0).of(threads));
    double ours = rate(all.get(1).of(threads));
    for (Turns turns : all) {
      List<long[]> of = turns.of(threads);
      double rate = rate(of);
      System.out.printf(
          Locale.ROOT,
          "| %s | %,.0f | %.2f | %.1f | %,.0f | %,.0f | %,d |%n",
          turns.program().name(),
          rate,
          rate / byHand,
          ours / rate,
          median(of.stream().mapToLong(r -> r[2])) / 1e3,
          median(of.stream().mapToLong(r -> r[3])) / 1e3,
          of.stream().mapToLong(r -> r[0]).sum());
    }
  }

  private static double rate(List<long[]> rounds) {
    return median(rounds.stream().mapToLong(r -> (long) (r[0] * 1e12 / r[1]))) / 1e3;
  }

  private static double median(LongStream values) {
    long[] sorted = values.sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
  }
}
