package id.sop.cli;

import com.google.gson.JsonObject;
import id.sop.problem.Language;
import id.sop.record.RecordException;
import id.sop.record.RecordImport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop impor}: takes a record into a store. */
@Command(
    name = "impor",
    synopsisHeading = "Pemakaian: ",
    description =
        "Mengambil rekaman ke dalam penyimpanan, dengan entri dan sidik yang sama. Rekaman"
            + " diverifikasi lebih dahulu; bila ada yang janggal, tidak ada yang diambil.")
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StoreFile store = new StoreFile();

  @Parameters(index = "1", paramLabel = "REKAMAN", description = "File yang ditulis sop ekspor.")
  private Path record;

  @Option(names = "--json", description = "Satu objek JSON.")
  private boolean json;

  @Override
  public Integer call() {
    long cases;
    try {
      cases = store.opened(target -> RecordImport.into(target, record));
    } catch (RecordException e) {
      spec.commandLine()
          .getErr()
          .println(e.code().id() + ": " + e.text(Language.ID) + " " + e.hint(Language.ID));
      return SopCommand.FOUND;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonObject object = new JsonObject();
      object.addProperty("cases", cases);
      JsonLines.print(out, object);
    } else {
      out.println(cases + " berkas diambil dari " + record + ".");
    }
    return SopCommand.OK;
  }
}
