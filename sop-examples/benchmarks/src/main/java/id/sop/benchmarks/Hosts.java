package id.sop.benchmarks;

import id.sop.bundle.SopBundle;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/** Starts the host programs, each in a JVM of its own with the class path that it is to have. */
final class Hosts {
  /** The core and what it needs; nothing else of ours, and no rule engine. */
  private static final List<String> OF_THE_CORE =
      List.of("sop-core", "slf4j-api", "guava", "failureaccess", "snakeyaml-engine", "gson");

  private final Path jar;

  private Hosts(Path jar) {
    this.jar = jar;
  }

  /** Prepares a jar with the bundle alone, as a host would pack it, in {@code folder}. */
  static Hosts in(Path folder) throws IOException {
    SopBundle bundle = SopBundle.onClassPath(Konsultasi.ID);
    Path jar = folder.resolve("bundle.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of(SopBundle.SOP, SopBundle.RUTE, SopBundle.TABEL)) {
        out.putNextEntry(new JarEntry(bundle.folder() + "/" + name));
        out.write(bundle.bytes(name).orElseThrow());
        out.closeEntry();
      }
    }
    return new Hosts(jar);
  }

  /** The class path of {@link CoreHost}. */
  String coreOnly() {
    return entries().stream()
        .filter(Hosts::isOfTheCore)
        .collect(
            Collectors.joining(
                File.pathSeparator, jar + File.pathSeparator + ours() + File.pathSeparator, ""));
  }

  static String everything() {
    return System.getProperty("java.class.path");
  }

  private static List<String> entries() {
    return Arrays.asList(everything().split(File.pathSeparator, -1));
  }

  private static boolean isOfTheCore(String entry) {
    return OF_THE_CORE.stream().anyMatch(name -> entry.contains(File.separator + name));
  }

  private static Path ours() {
    try {
      return Path.of(Hosts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a program to its end and returns what it printed. */
  static String run(String classPath, Class<?> program, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath, program.getName()));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      return exit == 0 ? said : "exit " + exit + ": " + said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
