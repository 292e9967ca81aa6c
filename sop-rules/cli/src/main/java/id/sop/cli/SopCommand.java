package id.sop.cli;

import id.sop.problem.Language;
import id.sop.problem.SopException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/**
 * The {@code sop} command line. Exit codes: 0 all is well, 1 something was found or refused, 2 the
 * command itself was wrong, 3 it could not be carried out.
 */
@Command(
    name = "sop",
    description = "Menjalankan, memeriksa, dan menampilkan SOP.",
    versionProvider = SopCommand.Version.class,
    synopsisHeading = "Pemakaian: ",
    synopsisSubcommandLabel = "PERINTAH",
    commandListHeading = "%nPerintah (sop PERINTAH --bantuan menjelaskan masing-masing):%n")
public final class SopCommand {
  private static final String COMPLETION = "lengkapi";
  private static final List<String> VERSION = List.of("-V", "--versi", "--version");

  /** The commands, in the order in which they are listed. */
  static final List<String> COMMANDS =
      List.of(
          "rintisan",
          "salin",
          "periksa",
          "uji",
          "gambar",
          "tabel",
          "simulasi",
          "beda",
          "tenggat",
          "jalankan",
          "migrasi",
          "ekspor",
          "impor",
          "jangkar",
          "verifikasi",
          "arsip",
          COMPLETION);

  /** Nothing was found wrong. */
  static final int OK = 0;

  /** Errors were found in the files, or the case could not be carried through. */
  static final int FOUND = 1;

  /** The command line itself was wrong. */
  static final int USAGE = 2;

  /** The command could not be carried out. */
  static final int FAILED = 3;

  @Option(
      names = {"-b", "--bantuan", "-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Menampilkan bantuan ini.")
  boolean help;

  @Option(
      names = {"-V", "--versi", "--version"},
      versionHelp = true,
      description = "Menampilkan versi.")
  boolean version;

  public static void main(String[] args) {
    System.exit(
        execute(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  /** Runs the command line with the given streams and returns its exit code. */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line =
        line(args)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(new UsageErrors())
            .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    line.setExecutionStrategy(new CommandLine.RunLast());
    HelpPage.arrange(line);
    if (args.length == 0) {
      line.usage(out);
      return USAGE;
    }
    return line.execute(args);
  }

  /**
   * The command line with the command that {@code args} begins with, else with all: to read what
   * the others would take is half of the work of a short one.
   */
  static CommandLine line(String... args) {
    String first = args.length == 0 ? "" : args[0];
    CommandLine line = new CommandLine(new SopCommand());
    for (String name : needed(first)) {
      line.addSubcommand(command(name));
    }
    return line;
  }

  private static List<String> needed(String first) {
    if (VERSION.contains(first)) {
      return List.of();
    }
    // The script for the shell is made of all.
    return COMMANDS.contains(first) && !first.equals(COMPLETION) ? List.of(first) : COMMANDS;
  }

  private static Object command(String name) {
    return switch (name) {
      case "rintisan" -> new DraftCommand();
      case "salin" -> new CopyCommand();
      case "periksa" -> new CheckCommand();
      case "uji" -> new TestCommand();
      case "gambar" -> new DrawCommand();
      case "tabel" -> new TableCommand();
      case "simulasi" -> new SimulateCommand();
      case "beda" -> new DifferenceCommand();
      case "tenggat" -> new DeadlineCommand();
      case "jalankan" -> new RunCommand();
      case "migrasi" -> new MigrateCommand();
      case "ekspor" -> new ExportCommand();
      case "impor" -> new ImportCommand();
      case "jangkar" -> new AnchorCommand();
      case "verifikasi" -> new VerifyCommand();
      case "arsip" -> new ArchiveCommand();
      case COMPLETION -> new CompletionCommand();
      default -> throw new IllegalArgumentException("no such command: " + name);
    };
  }

  private static int failed(Exception failure, CommandLine command) {
    if (failure instanceof SopException known) {
      command
          .getErr()
          .println(
              known.code().id() + ": " + known.text(Language.ID) + " " + known.hint(Language.ID));
      return FAILED;
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      command.getErr().println("Tidak dapat membaca atau menulis: " + failure.getMessage());
      return FAILED;
    }
    StackTraceElement[] trace = failure.getStackTrace();
    command
        .getErr()
        .println(
            "Kesalahan di dalam sop sendiri, bukan dalam berkas Anda. Laporkan kepada pengelolanya: "
                + failure
                + (trace.length == 0 ? "" : " pada " + trace[0]));
    return FAILED;
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = SopCommand.class.getPackage().getImplementationVersion();
      return new String[] {"sop " + (version == null ? "(belum dikemas)" : version)};
    }
  }
}
