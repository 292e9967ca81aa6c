package id.sop.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.routing.RoutingTable;
import id.sop.routing.Target;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.worktime.Waktu;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop tabel}: every route that the rules of a bundle give. */
@Command(
    name = "tabel",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Menampilkan semua rute yang diberikan oleh aturan, satu per baris.",
      "Bila tabel tersimpan (tabel.json) cocok dengan sumbernya, aturan tidak dikompilasi."
    })
final class TableCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|FOLDER",
      description =
          "SOP bawaan menurut id, atau folder dengan sop.yaml dan rute.drl (atau rute.csv, rute.xlsx).")
  private String name;

  @ArgGroup private Form form = new Form();

  /** How the table is shown. */
  static final class Form {
    @Option(names = "--json", description = "Satu objek JSON per baris.")
    private boolean json;

    @Option(names = "--csv", description = "CSV menurut RFC 4180, dengan baris judul.")
    private boolean csv;
  }

  @Option(
      names = "--simpan",
      description =
          "Mengompilasi aturan dan menyimpan tabelnya sebagai tabel.json dalam FOLDER, supaya"
              + " aplikasi dapat memakainya tanpa mengompilasi aturan.")
  private boolean save;

  @Override
  public Integer call() {
    SopBundle bundle = Bundles.find(name);
    LoadedSop loaded = save ? SopRules.load(bundle) : SopRules.open(bundle).loaded();
    if (loaded.table().isEmpty()) {
      loaded.problems().forEach(spec.commandLine().getErr()::println);
      return SopCommand.FOUND;
    }
    Sop sop = loaded.procedure().orElseThrow().sop();
    RoutingTable table = loaded.table().get();
    if (save) {
      save(bundle, sop, table);
    } else {
      show(sop, table);
    }
    return SopCommand.OK;
  }

  private void save(SopBundle bundle, Sop sop, RoutingTable table) {
    if (!Files.isDirectory(Path.of(name))) {
      throw new ParameterException(
          spec.commandLine(), "--simpan memerlukan folder; SOP bawaan sudah membawa tabelnya.");
    }
    PrintWriter out = spec.commandLine().getOut();
    Path file = SavedTable.write(Path.of(name), SavedTable.bytes(bundle, sop, table));
    int routes = table.entries().size();
    if (form.json) {
      JsonObject saved = new JsonObject();
      saved.addProperty("file", file.toString());
      saved.addProperty("routes", routes);
      saved.addProperty("source", bundle.digest());
      JsonLines.print(out, saved);
    } else {
      out.println("Tabel disimpan: " + file + " (" + routes + " rute).");
    }
  }

  private void show(Sop sop, RoutingTable table) {
    PrintWriter out = spec.commandLine().getOut();
    Style style = Style.automatic();
    if (form.csv) {
      out.print(TableCsv.of(table));
      out.flush();
      return;
    }
    for (RoutingTable.Entry entry : table.entries()) {
      RouteLine line = RouteLine.of(entry.answer());
      if (form.json) {
        JsonLines.print(out, asJson(sop, entry, line));
      } else {
        out.println(asText(entry, line, style));
      }
    }
  }

  private static JsonObject asJson(Sop sop, RoutingTable.Entry entry, RouteLine line) {
    JsonObject object = new JsonObject();
    object.addProperty("sop", sop.id().value());
    object.addProperty("from", entry.from().map(Object::toString).orElse(null));
    object.addProperty("label", entry.label().map(Object::toString).orElse(null));
    object.add("data", json(entry.data()));
    JsonArray to = new JsonArray();
    JsonArray by = new JsonArray();
    JsonArray waktu = new JsonArray();
    for (Target target : line.to()) {
      to.add(target.step().value());
      JsonArray roles = new JsonArray();
      target.by().forEach(role -> roles.add(role.value()));
      by.add(roles);
      if (target.waktu().dapatDijadwalkan() || target.waktu() instanceof Waktu.MenurutAturan) {
        waktu.add(JsonNull.INSTANCE);
      } else {
        waktu.add(target.waktu().teks());
      }
    }
    object.add("to", to);
    object.add("by", by);
    object.add("waktu", waktu);
    object.addProperty("end", line.end().orElse(null));
    object.addProperty("rule", line.why().rule());
    object.addProperty("file", line.why().place().file());
    object.addProperty("line", line.why().place().line());
    if (!entry.conditions().isEmpty()) {
      object.add("conditions", json(entry.conditions()));
    }
    return object;
  }

  private static JsonObject json(Map<String, String> words) {
    JsonObject object = new JsonObject();
    words.forEach(object::addProperty);
    return object;
  }

  private static String asText(RoutingTable.Entry entry, RouteLine line, Style style) {
    String from =
        entry.from().map(step -> "baris " + step).orElse("mulai")
            + entry.label().map(label -> " " + label).orElse("")
            + conditions(entry);
    String to =
        line.to().isEmpty()
            ? line.end().map(end -> "berakhir: " + end).orElse("menunggu baris lain")
            : line.to().stream().map(TableCommand::target).collect(Collectors.joining(" dan "));
    return "%-34s → %s  %s"
        .formatted(from, to, style.faint("“" + line.why().rule() + "” " + line.why().place()));
  }

  private static String conditions(RoutingTable.Entry entry) {
    StringBuilder all = new StringBuilder();
    entry.data().forEach((name, value) -> all.append(", ").append(name).append(" ").append(value));
    entry
        .conditions()
        .forEach((name, value) -> all.append(", ").append(name).append(" ").append(value));
    return all.toString();
  }

  private static String target(Target target) {
    return "baris "
        + target.step()
        + " "
        + target.by().stream().map(PelaksanaCode::value).collect(Collectors.joining(" + "))
        + " ("
        + target.waktu().teks()
        + ")";
  }
}
