package id.sop.cli;

import com.google.gson.JsonObject;
import id.sop.record.Anchor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sop jangkar}: how far all journals go now. */
@Command(
    name = "jangkar",
    synopsisHeading = "Pemakaian: ",
    description =
        "Mencatat sampai mana semua catatan berkas saat ini. Serahkan file ini, atau sidiknya saja,"
            + " kepada pihak di luar: dengan itu catatan yang ditulis ulang seluruhnya pun ketahuan.")
final class AnchorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StoreFile store = new StoreFile();

  @Option(
      names = {"-o", "--ke"},
      required = true,
      paramLabel = "JANGKAR",
      description = "File yang ditulis, misalnya jangkar-2026-03.jsonl.")
  private Path target;

  @Option(names = "--json", description = "Satu objek JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Anchor anchor = store.existing(cases -> Anchor.of(cases, Clock.systemUTC().instant()));
    NewFile.write(target, anchor.text());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonObject object = new JsonObject();
      object.addProperty("file", target.toString());
      object.addProperty("at", anchor.takenAt().toString());
      object.addProperty("cases", anchor.heads().size());
      object.addProperty("entries", anchor.entries());
      object.addProperty("digest", anchor.digest());
      JsonLines.print(out, object);
    } else {
      out.println(
          "%s: %d berkas, %d entri. Sidik untuk diserahkan: %s"
              .formatted(target, anchor.heads().size(), anchor.entries(), anchor.digest()));
    }
    return SopCommand.OK;
  }
}
