package id.sop.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteReason;
import id.sop.routing.RoutingTable;
import id.sop.routing.Target;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.worktime.Waktu;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop tabel}: every route that the rules of a bundle give. */
@Command(
    name = "tabel",
    synopsisHeading = "Pemakaian: ",
    description = "Menampilkan semua rute yang diberikan oleh aturan, satu per baris.")
final class TableCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|FOLDER",
      description =
          "SOP bawaan menurut id, atau folder dengan sop.yaml dan rute.drl (atau rute.csv, rute.xlsx).")
  private String name;

  @Option(names = "--json", description = "Satu objek JSON per baris.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LoadedSop loaded = SopRules.load(Bundles.find(name));
    if (loaded.table().isEmpty()) {
      loaded.problems().forEach(spec.commandLine().getErr()::println);
      return SopCommand.FOUND;
    }
    Sop sop = loaded.procedure().orElseThrow().sop();
    Style style = Style.automatic();
    for (RoutingTable.Entry entry : loaded.table().get().entries()) {
      Line line = entry.answer().match(new ToLine());
      if (json) {
        JsonLines.print(out, asJson(sop, entry, line));
      } else {
        out.println(asText(entry, line, style));
      }
    }
    return SopCommand.OK;
  }

  /**
   * An answer as a line of the table has it.
   *
   * @param to the rows opened; none when the case ends or waits
   * @param end how the case ends, if it does
   */
  private record Line(List<Target> to, Optional<String> end, RouteReason why) {}

  private static final class ToLine implements RouteAnswer.Cases<Line> {
    @Override
    public Line open(RouteAnswer.Open open) {
      return new Line(open.targets(), Optional.empty(), open.why());
    }

    @Override
    public Line await(RouteAnswer.Wait wait) {
      return new Line(List.of(), Optional.empty(), wait.why());
    }

    @Override
    public Line end(RouteAnswer.End end) {
      return new Line(List.of(), Optional.of(end.outcome()), end.why());
    }

    @Override
    public Line noRoute(RouteAnswer.NoRoute none) {
      throw new IllegalStateException("a table lists routes only");
    }

    @Override
    public Line conflict(RouteAnswer.Conflict conflict) {
      throw new IllegalStateException("a sound table has no conflict: " + conflict);
    }
  }

  private static JsonObject asJson(Sop sop, RoutingTable.Entry entry, Line line) {
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
      if (target.waktu() instanceof Waktu.Paling) {
        waktu.add(target.waktu().teks());
      } else {
        waktu.add(JsonNull.INSTANCE);
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

  private static String asText(RoutingTable.Entry entry, Line line, Style style) {
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
