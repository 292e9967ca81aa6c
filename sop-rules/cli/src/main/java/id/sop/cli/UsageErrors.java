package id.sop.cli;

import id.sop.problem.Suggestion;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells in Indonesian what is wrong with a command line, and how to ask for help. */
final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(text(error, command));
    err.println("Petunjuk: " + command.getCommandSpec().qualifiedName() + " --bantuan");
    return SopCommand.USAGE;
  }

  private static String text(ParameterException error, CommandLine command) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched, command);
    }
    if (error instanceof MissingParameterException missing) {
      return "Belum ditulis: "
          + missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", "))
          + ".";
    }
    Optional<ArgSpec> argument = Optional.ofNullable(error.getArgSpec());
    Optional<String> value = Optional.ofNullable(error.getValue());
    if (argument.isPresent() && value.isPresent()) {
      ArgSpec of = argument.get();
      return value.get() + " tidak dapat dipakai untuk " + name(of) + ".";
    }
    return argument
        .map(of -> "Tidak dapat dibaca: " + name(of) + ".")
        // Without an argument it is one of our own commands that complains, in Indonesian.
        .orElseGet(error::getMessage);
  }

  private static String unknown(UnmatchedArgumentException error, CommandLine command) {
    String word = error.getUnmatched().get(0);
    if (error.isUnknownOption()) {
      List<String> options =
          command.getCommandSpec().options().stream()
              .flatMap(option -> List.of(option.names()).stream())
              .toList();
      return "Pilihan " + word + " tidak dikenal." + meant(word, options);
    }
    List<String> commands = List.copyOf(command.getSubcommands().keySet());
    return commands.isEmpty()
        ? "Yang ini berlebih: " + word + "."
        : "Perintah " + word + " tidak dikenal." + meant(word, commands);
  }

  private static String meant(String word, List<String> known) {
    return Suggestion.nearest(word, known)
        .map(nearest -> " Mungkin yang dimaksud: " + nearest)
        .orElse("");
  }

  /** An option with what stands behind it, or what a parameter stands for. */
  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + argument.paramLabel()
        : argument.paramLabel();
  }
}
