package id.sop.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line once more, in a process of its own. */
final class ChildProcess {
  private ChildProcess() {}

  /** Runs it, copies what it prints to {@code out}, and returns its exit code. */
  static int run(PrintWriter out, List<String> arguments, boolean json) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dpicocli.ansi=" + Style.automatic().on());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SopCommand.class.getName());
    command.addAll(arguments);
    if (json) {
      command.add("--json");
    }
    try {
      Process child =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        lines.lines().forEach(out::println);
      }
      return child.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SopCommand.FAILED;
    }
  }
}
