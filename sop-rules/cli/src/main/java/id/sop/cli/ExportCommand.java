package id.sop.cli;

import com.google.gson.JsonObject;
import id.sop.journal.CaseId;
import id.sop.journal.StoredCase;
import id.sop.record.RecordWriter;
import id.sop.store.CaseStore;
import id.sop.store.Tombstone;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sop ekspor}: the record of cases as a file. */
@Command(
    name = "ekspor",
    synopsisHeading = "Pemakaian: ",
    description =
        "Menulis catatan berkas sebagai rekaman: satu objek JSON per baris, persis seperti"
            + " tersimpan. Rekaman dapat diperiksa di mana saja dengan sop verifikasi. Dari berkas"
            + " yang telah diarsipkan tertulis akhir catatannya dan sidik rekaman arsipnya.")
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StoreFile store = new StoreFile();

  @Option(
      names = {"-o", "--ke"},
      required = true,
      paramLabel = "REKAMAN",
      description = "File yang ditulis, misalnya rekaman.jsonl.")
  private Path target;

  @Option(
      names = "--berkas",
      paramLabel = "ID",
      description = "Hanya berkas ini. Boleh berulang (bawaan: semua).")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--dari",
      paramLabel = "TANGGAL",
      description = "Hanya berkas dengan entri yang dicatat sejak tanggal ini (WIB).")
  private @Nullable String from;

  @Option(
      names = "--sampai",
      paramLabel = "TANGGAL",
      description = "Hanya berkas dengan entri yang dicatat sampai tanggal ini (WIB), termasuk.")
  private @Nullable String to;

  @Option(names = "--json", description = "Satu objek JSON.")
  private boolean json;

  /**
   * @param digest the digest that the file ends with
   */
  private record Written(long cases, long entries, String digest) {}

  @Override
  public Integer call() {
    Instant begin = from == null ? Instant.MIN : Days.begin(spec, "--dari", from);
    Instant end =
        to == null ? Instant.MAX : Days.begin(spec, "--sampai", to).plus(1, ChronoUnit.DAYS);
    Written written = store.existing(cases -> write(cases, begin, end));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonObject object = new JsonObject();
      object.addProperty("file", target.toString());
      object.addProperty("cases", written.cases());
      object.addProperty("entries", written.entries());
      object.addProperty("digest", written.digest());
      JsonLines.print(out, object);
    } else {
      out.println(
          "%s: %d berkas, %d entri. Sidik: %s"
              .formatted(target, written.cases(), written.entries(), written.digest()));
    }
    return SopCommand.OK;
  }

  private Written write(CaseStore cases, Instant begin, Instant end) {
    List<CaseId> chosen = chosen(cases);
    List<Written> written = new ArrayList<>();
    try {
      NewFile.write(
          target,
          out -> {
            try (RecordWriter writer = new RecordWriter(out)) {
              Deque<Tombstone> archived =
                  new ArrayDeque<>(isWhole() ? cases.archived() : List.of());
              for (CaseId id : chosen) {
                archivedBefore(id, archived, writer);
                StoredCase stored = cases.stored(id);
                if (isWithin(stored, begin, end)) {
                  writer.write(stored);
                }
              }
              archived.forEach(writer::write);
              String digest = writer.finish();
              written.add(new Written(writer.cases(), writer.entries(), digest));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written.get(0);
  }

  /** Whether the record tells all that the store knows. */
  private boolean isWhole() {
    return ids.isEmpty() && from == null && to == null;
  }

  private static void archivedBefore(CaseId id, Deque<Tombstone> archived, RecordWriter writer) {
    while (!archived.isEmpty() && archived.peek().caseId().compareTo(id) < 0) {
      writer.write(archived.remove());
    }
  }

  private List<CaseId> chosen(CaseStore cases) {
    List<CaseId> known = cases.cases();
    if (ids.isEmpty()) {
      return known;
    }
    for (String id : ids) {
      if (known.stream().noneMatch(k -> k.value().equals(id))) {
        throw new ParameterException(spec.commandLine(), "Tidak ada berkas " + id + ".");
      }
    }
    return known.stream().filter(k -> ids.contains(k.value())).toList();
  }

  /** A case without a limit is within any, whatever its entries say. */
  private boolean isWithin(StoredCase stored, Instant begin, Instant end) {
    return (from == null && to == null)
        || stored.entries().stream()
            .map(e -> Instant.EPOCH.plus(e.recordedAt(), ChronoUnit.MICROS))
            .anyMatch(at -> !at.isBefore(begin) && at.isBefore(end));
  }
}
