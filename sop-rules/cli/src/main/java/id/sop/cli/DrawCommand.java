package id.sop.cli;

import id.sop.document.FlowDrawing;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop gambar}: the flowchart that the rules of a bundle really make. */
@Command(
    name = "gambar",
    synopsisHeading = "Pemakaian: ",
    description = "Menggambar bagan alir yang benar-benar dibentuk oleh aturan.")
final class DrawCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|FOLDER",
      description =
          "SOP bawaan menurut id, atau folder dengan sop.yaml dan rute.drl (atau rute.csv, rute.xlsx).")
  private String name;

  @Option(
      names = {"-o", "--ke"},
      paramLabel = "BERKAS",
      description = "Berkas yang ditulis (bawaan: gambar dicetak ke layar).")
  private @Nullable Path file;

  @Option(names = "--mermaid", description = "Teks Mermaid, bukan SVG.")
  private boolean mermaid;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    LoadedSop loaded = SopRules.open(Bundles.find(name)).loaded();
    if (loaded.table().isEmpty()) {
      loaded.problems().forEach(spec.commandLine().getErr()::println);
      return SopCommand.FOUND;
    }
    FlowDrawing drawing =
        FlowDrawing.of(loaded.procedure().orElseThrow().sop(), loaded.table().get());
    String text = mermaid ? drawing.mermaid() : drawing.svg();
    if (file == null) {
      out.print(text);
      out.flush();
    } else {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
    return SopCommand.OK;
  }
}
