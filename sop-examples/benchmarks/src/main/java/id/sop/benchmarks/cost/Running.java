package id.sop.benchmarks.cost;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program that runs and takes orders, as {@link CostWorker} has them. */
final class Running implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final PrintStream in;

  private Running(Process process) {
    this.process = process;
    out = process.inputReader(StandardCharsets.UTF_8);
    in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  static Running start(Program program, String... arguments) {
    String java = ProcessHandle.current().info().command().orElse("java");
    String classPath =
        program.classPath().stream()
            .map(Object::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        Stream.concat(
                Stream.of(java, "-Xmx1g", "-cp", classPath, program.main()),
                Arrays.stream(arguments))
            .toList();
    try {
      return new Running(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives one order and waits for what the program says to it. */
  long[] order(String order) {
    in.println(order);
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(CostWorker.ANSWER)) {
          return Arrays.stream(line.substring(CostWorker.ANSWER.length()).split(" ", -1))
              .mapToLong(Long::parseLong)
              .toArray();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the program ended instead of answering: " + order);
  }

  /** Waits until the program has closed its database; ends it when it does not come to that. */
  @Override
  public void close() {
    in.close();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
