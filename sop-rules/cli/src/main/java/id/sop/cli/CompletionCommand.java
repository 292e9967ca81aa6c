package id.sop.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sop lengkapi}: lets the shell complete commands and options. */
@Command(
    name = "lengkapi",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Mencetak skrip pelengkapan untuk bash dan zsh: tombol Tab lalu melengkapi perintah dan"
          + " pilihannya.",
      "Sekali saja: sop lengkapi >> ~/.bashrc"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String script = AutoComplete.bash(spec.root().name(), spec.root().commandLine());
    spec.commandLine().getOut().print(script);
    spec.commandLine().getOut().flush();
    return SopCommand.OK;
  }
}
