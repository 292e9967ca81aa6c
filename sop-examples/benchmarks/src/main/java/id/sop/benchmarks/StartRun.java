package id.sop.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From the start of the JVM to the end of the first case: three programs, one of them also with an
 * archive of its classes, started in turns so that whatever else the machine does befalls all of
 * them alike. Argument: how often (default 15).
 */
public final class StartRun {
  private StartRun() {}

  public static void main(String[] args) throws IOException {
    int rounds = args.length == 0 ? 15 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("sop-start");
    String core = Hosts.in(folder).coreOnly();
    Path archive = folder.resolve("core.jsa");
    Hosts.run(core, CoreHost.class, "-XX:ArchiveClassesAtExit=" + archive);
    if (!Files.exists(archive)) {
      throw new IllegalStateException("the JVM made no class archive: start this from the jars");
    }
    List<Double> drools = new ArrayList<>();
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      times.computeIfAbsent("switch", n -> new ArrayList<>()).add(time(core, SwitchHost.class));
      times
          .computeIfAbsent("core, saved table", n -> new ArrayList<>())
          .add(time(core, CoreHost.class));
      times
          .computeIfAbsent("the same, class archive", n -> new ArrayList<>())
          .add(time(core, CoreHost.class, "-XX:SharedArchiveFile=" + archive));
      drools.add(time(Hosts.everything(), DroolsHost.class));
    }
    times.put("Drools, compiled at start", drools);
    PrintStream out = System.out;
    times.forEach(
        (name, all) ->
            out.printf(
                Locale.ROOT,
                "%-28s median %6.0f ms, least %6.0f ms, %.3f of Drools%n",
                name,
                median(all),
                all.stream().mapToDouble(t -> t).min().orElseThrow(),
                median(all) / median(drools)));
  }

  private static double time(String classPath, Class<?> program, String... options) {
    long before = System.nanoTime();
    String said = Hosts.run(classPath, program, options);
    double millis = (System.nanoTime() - before) / 1e6;
    if (said.lines().noneMatch(line -> line.startsWith("SELESAI "))) {
      throw new IllegalStateException(program.getSimpleName() + ": " + said);
    }
    return millis;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
