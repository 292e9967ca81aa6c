package id.sop.cli;

import com.google.gson.JsonObject;
import id.sop.definition.Sop;
import id.sop.document.FlowDrawing;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop gambar}: the flowchart that the rules of a bundle really make. */
@Command(
    name = "gambar",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Menggambar bagan alir menurut PermenPAN-RB 35/2012, dari rute yang benar-benar diberikan"
          + " oleh aturan: satu lajur untuk setiap pelaksana, SVG yang dapat dicetak.",
      "Tanpa -o, gambar dicetak ke keluaran standar: sop gambar ID > bagan.svg"
    })
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
      description = "Berkas yang ditulis; isi lamanya diganti.")
  private @Nullable Path file;

  @Option(names = "--mermaid", description = "Teks Mermaid, bukan SVG.")
  private boolean mermaid;

  @Option(
      names = "--json",
      description = "Dengan -o: satu objek JSON yang mengatakan apa yang ditulis.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (json && file == null) {
      throw new ParameterException(
          spec.commandLine(), "--json memerlukan -o BERKAS: tanpa itu, gambarnya yang dicetak.");
    }
    PrintWriter out = spec.commandLine().getOut();
    LoadedSop loaded = SopRules.open(Bundles.find(name)).loaded();
    if (loaded.table().isEmpty()) {
      loaded.problems().forEach(spec.commandLine().getErr()::println);
      return SopCommand.FOUND;
    }
    Sop sop = loaded.procedure().orElseThrow().sop();
    FlowDrawing drawing = FlowDrawing.of(sop, loaded.table().get());
    String text = mermaid ? drawing.mermaid() : drawing.svg();
    if (file == null) {
      out.print(text);
      out.flush();
      return SopCommand.OK;
    }
    WholeFile.write(file, text);
    if (json) {
      JsonLines.print(out, asJson(sop, drawing, file));
    } else {
      out.println(
          "Ditulis: %s (%d baris, %d panah)"
              .formatted(file, sop.langkah().size(), drawing.arrows().size()));
    }
    return SopCommand.OK;
  }

  private JsonObject asJson(Sop sop, FlowDrawing drawing, Path file) {
    JsonObject object = new JsonObject();
    object.addProperty("sop", sop.id().value());
    object.addProperty("file", file.toString());
    object.addProperty("format", mermaid ? "mermaid" : "svg");
    object.addProperty("rows", sop.langkah().size());
    object.addProperty("arrows", drawing.arrows().size());
    return object;
  }
}
