package id.sop.cli;

import com.google.common.collect.ImmutableMap;
import id.sop.bundle.SopBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop salin}: an SOP that is there already, as a new folder to work on. */
@Command(
    name = "salin",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Menyalin berkas-berkas sebuah SOP ke folder baru, sebagai pangkal untuk diubah.",
      "Folder yang sudah ada tidak disentuh."
    })
final class CopyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "ID|FOLDER",
      description =
          "SOP bawaan menurut id, atau folder dengan sop.yaml dan rute.drl (atau rute.csv, rute.xlsx).")
  private String name;

  @Parameters(index = "1", paramLabel = "FOLDER_BARU", description = "Folder yang belum ada.")
  private Path target;

  @Option(names = "--json", description = "Satu objek JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    SopBundle bundle = Bundles.find(name);
    if (!bundle.problems().isEmpty()) {
      bundle.problems().forEach(spec.commandLine().getErr()::println);
      return SopCommand.FOUND;
    }
    ImmutableMap.Builder<String, byte[]> found = ImmutableMap.builder();
    for (String file : bundle.names()) {
      bundle.bytes(file).ifPresent(bytes -> found.put(file, bytes));
    }
    ImmutableMap<String, byte[]> files = found.buildOrThrow();
    if (!NewFolder.write(target, files)) {
      spec.commandLine()
          .getErr()
          .println(target + " sudah ada dan tidak disentuh. Sebut folder lain.");
      return SopCommand.FOUND;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLines.print(out, JsonLines.written(target, files.keySet()));
    } else {
      out.println(target + ": " + String.join(", ", files.keySet()));
    }
    return SopCommand.OK;
  }
}
