package id.sop.benchmarks.cost;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that can be started in a process of its own.
 *
 * @param name what the tables call it
 * @param main its main class
 * @param classPath its jars
 */
record Program(String name, String main, List<Path> classPath) {
  static final String HAND = "hand-written JDBC";
  static final String SOP = "sop-core";

  /** Drivers, pool and what drives the measurement: every program has them, none counts them. */
  private static final List<String> COMMON =
      List.of("sop-benchmarks", "h2-", "postgresql-", "HikariCP-", "checker-qual", "slf4j-nop");

  /** The bundle is in it; nothing else of it is used. */
  private static final String BUNDLES = "sop-rules-";

  private static final List<String> OF_THE_CORE =
      List.of("sop-core", "slf4j-api", "guava", "failureaccess", "snakeyaml-engine", "gson");

  static Program hand() {
    return new Program(
        HAND,
        HandPeer.class.getName(),
        own().filter(jar -> is(jar, COMMON) || is(jar, List.of("slf4j-api"))).toList());
  }

  static Program sop() {
    return ours(SOP, SopPeer.class);
  }

  static Program reading() {
    return ours(SOP + ", reading each time", ReadingSopPeer.class);
  }

  private static Program ours(String name, Class<?> main) {
    return new Program(
        name,
        main.getName(),
        own()
            .filter(jar -> is(jar, COMMON) || is(jar, OF_THE_CORE) || is(jar, List.of(BUNDLES)))
            .toList());
  }

  /** An engine whose module was built with {@code -Pperbandingan}. */
  static Stream<Program> engine(String name, String main, Path lib) {
    if (!Files.isDirectory(lib)) {
      System.out.println(name + " left out: build with -Pperbandingan first, there is no " + lib);
      return Stream.empty();
    }
    try (Stream<Path> jars = Files.list(lib)) {
      return Stream.of(new Program(name, main, jars.sorted().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> own() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of);
  }

  private static boolean is(Path jar, List<String> names) {
    return names.stream().anyMatch(jar.getFileName().toString()::startsWith);
  }

  /** What it brings itself: the jars without drivers, pool and what drives the measurement. */
  List<Path> jars() {
    return classPath.stream()
        .filter(jar -> !is(jar, COMMON) && !is(jar, List.of(BUNDLES)))
        .toList();
  }

  double megabytes() {
    return jars().stream().mapToLong(jar -> jar.toFile().length()).sum() / 1e6;
  }
}
