package id.sop.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import id.sop.bundle.BundleCode;
import id.sop.bundle.SopBundle;
import id.sop.definition.Asumsi;
import id.sop.definition.SopId;
import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.problem.SopException;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.draft.Draft;
import id.sop.rules.draft.DraftCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop rintisan}: a first bundle from the table that an office has. */
@Command(
    name = "rintisan",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Merintis SOP baru dari tabel berbentuk formulir resmi (CSV atau XLSX).",
      "Yang tidak dikatakan tabel menjadi asumsi untuk dijawab pemilik SOP; folder yang sudah ada tidak ditimpa."
    })
final class DraftCommand implements Callable<Integer> {
  private static final int MAX_BYTES = 4_000_000;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TABEL",
      arity = "0..1",
      description = "Berkas .xlsx atau .csv dengan kolom No, Kegiatan, Pelaksana dan Mutu Baku.")
  private @Nullable Path table;

  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "Pengenal SOP yang baru, misalnya limapuluhkota.konsultasi.")
  private String id;

  @Option(names = "--nama", paramLabel = "NAMA", description = "Nama SOP.")
  private @Nullable String nama;

  @Option(
      names = {"-o", "--keluaran"},
      paramLabel = "FOLDER",
      description = "Folder yang ditulis; bila tidak disebut: sop/ dan pengenalnya.")
  private @Nullable Path output;

  @Option(names = "--kosong", description = "Tanpa tabel: contoh tiga baris dengan penjelasan.")
  private boolean blank;

  @Option(names = "--json", description = "Satu objek JSON per baris.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (!SopId.isValid(id)) {
      throw new SopException(DraftCode.BAD_ID, id);
    }
    if (blank == (table != null)) {
      throw new SopException(DraftCode.NOTHING_TO_START_FROM);
    }
    SopId sop = SopId.of(id);
    Path folder = output == null ? Path.of("sop", id.split("\\.")) : output;
    PrintWriter out = spec.commandLine().getOut();
    Optional<Draft> draft =
        table == null
            ? Optional.of(Draft.blank(sop, Optional.ofNullable(nama)))
            : fromTable(sop, table, out);
    if (draft.isEmpty() || !loads(draft.get(), folder, out)) {
      if (!json) {
        out.println("Tidak ada yang ditulis.");
      }
      return SopCommand.FOUND;
    }
    if (!NewFolder.write(folder, draft.get().files())) {
      throw new SopException(DraftCode.FOLDER_EXISTS, folder.toString());
    }
    if (json) {
      JsonLines.print(out, asJson(draft.get(), folder));
    } else {
      tell(draft.get(), folder, out);
    }
    return SopCommand.OK;
  }

  private Optional<Draft> fromTable(SopId sop, Path file, PrintWriter out) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new SopException(DraftCode.TABLE_UNREADABLE, e, file.toString());
    }
    if (bytes.length > MAX_BYTES) {
      throw new SopException(
          BundleCode.FILE_TOO_LARGE, file.toString(), Integer.toString(MAX_BYTES));
    }
    Draft.Result result = Draft.of(sop, Optional.ofNullable(nama), file.toString(), bytes);
    result.problems().forEach(p -> print(p, out));
    return result.draft();
  }

  private void print(Problem problem, PrintWriter out) {
    if (json) {
      JsonLines.print(out, CheckCommand.asJson(problem, Language.ID));
      return;
    }
    out.println(problem);
    out.println("    " + problem.hint(Language.ID));
  }

  /** What is written must load: a draft with errors would only be a riddle. */
  private boolean loads(Draft draft, Path folder, PrintWriter out) {
    LoadedSop loaded = SopRules.load(SopBundle.of(folder.toString(), draft.files()));
    loaded.errors().forEach(p -> print(p, out));
    return !loaded.hasErrors();
  }

  private static JsonObject asJson(Draft draft, Path folder) {
    JsonObject written = JsonLines.written(folder, draft.files().keySet());
    JsonArray questions = new JsonArray();
    for (Asumsi question : draft.questions()) {
      JsonObject asked = new JsonObject();
      asked.addProperty("kode", question.kode());
      JsonArray rows = new JsonArray();
      question.baris().forEach(row -> rows.add(row.value()));
      asked.add("baris", rows);
      asked.addProperty("teks", question.teks());
      asked.addProperty("dipakai", question.pilihan().get(question.dipilih()));
      questions.add(asked);
    }
    written.add("questions", questions);
    return written;
  }

  private static void tell(Draft draft, Path folder, PrintWriter out) {
    out.println("Ditulis: " + folder + " (" + String.join(", ", draft.files().keySet()) + ")");
    List<Asumsi> questions = draft.questions();
    if (!questions.isEmpty()) {
      out.println();
      out.println("Yang harus dijawab pemilik SOP, tersimpan sebagai asumsi dalam sop.yaml:");
      for (Asumsi question : questions) {
        String rows =
            question.baris().isEmpty()
                ? ""
                : " baris "
                    + question.baris().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(", "))
                    + ":";
        out.println("  " + question.kode() + rows + " " + question.teks());
        out.println("      dipakai: " + question.pilihan().get(question.dipilih()));
      }
    }
    out.println();
    out.println("Berikutnya: lengkapi ketiga berkasnya, lalu sop periksa " + folder);
  }
}
