package id.sop.cli;

import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.difference.Change;
import id.sop.rules.difference.Difference;
import id.sop.rules.difference.Impact;
import id.sop.store.jdbc.JdbcStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop beda}: what a new version of an SOP does otherwise than the old one. */
@Command(
    name = "beda",
    synopsisHeading = "Pemakaian: ",
    description =
        "Membandingkan dua versi sebuah SOP menurut artinya: jalan berkas, pelaksana, tenggat, lalu"
            + " isi dokumen. Tata letak, urutan aturan dan catatan penulis tidak dihitung sebagai"
            + " perbedaan. Kode keluar 0 bila tidak ada perbedaan, 1 bila ada.")
final class DifferenceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "LAMA",
      description = "Versi lama: folder, atau SOP bawaan menurut id.")
  private String before;

  @Parameters(
      index = "1",
      paramLabel = "BARU",
      description = "Versi baru: folder, atau SOP bawaan menurut id.")
  private String after;

  @Option(
      names = "--berkas",
      paramLabel = "FILE",
      description =
          "File H2 tempat berkas tersimpan, misalnya .sop/berkas.mv.db: menunjukkan berkas berjalan"
              + " yang akan menempuh jalan lain pada versi baru.")
  private @Nullable Path store;

  @Option(
      names = "--gambar",
      paramLabel = "FILE.svg",
      description =
          "Menulis bagan alir versi baru dengan tanda pada yang baru, hilang dan berubah.")
  private @Nullable Path picture;

  @Option(names = "--json", description = "Satu objek JSON per baris.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Optional<Procedure> old = load(before);
    Optional<Procedure> now = load(after);
    if (old.isEmpty() || now.isEmpty()) {
      return SopCommand.FAILED;
    }
    Difference difference = Difference.between(old.get(), now.get());
    Optional<Impact> impact = Optional.ofNullable(store).map(file -> impact(difference, file));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      for (Change change : difference.changes()) {
        JsonLines.print(out, change.match(new DifferenceJson()));
      }
      impact.ifPresent(
          i -> i.touched().forEach(c -> JsonLines.print(out, DifferenceJson.touched(c))));
    } else {
      DifferenceText text = new DifferenceText(out, Style.automatic());
      text.print(difference, before, after);
      impact.ifPresent(text::print);
    }
    if (picture != null) {
      NewFile.write(picture, difference.drawing().svg());
    }
    return difference.isEmpty() ? SopCommand.OK : SopCommand.FOUND;
  }

  private Impact impact(Difference difference, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "File penyimpanan tidak ada: " + file);
    }
    try (JdbcStore cases = JdbcStore.h2File(file)) {
      return Impact.of(difference, cases);
    }
  }

  /** A version that can be compared; what stands in the way is told. */
  private Optional<Procedure> load(String name) {
    LoadedSop loaded = SopRules.open(Bundles.find(name)).loaded();
    if (loaded.hasErrors()) {
      loaded.errors().forEach(spec.commandLine().getErr()::println);
    }
    return loaded.procedure();
  }
}
