package id.sop.cli;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.routing.RoutingTable;
import id.sop.routing.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table for a spreadsheet: one line for each target of a route, as RFC 4180 has it. */
final class TableCsv {
  private static final List<String> HEADER =
      List.of(
          "dari",
          "keputusan",
          "syarat",
          "ke",
          "oleh",
          "waktu",
          "dasar hukum",
          "aturan",
          "berkas",
          "garis");

  private TableCsv() {}

  static String of(RoutingTable table) {
    Stream<List<String>> lines = table.entries().stream().flatMap(entry -> lines(entry).stream());
    return Stream.concat(Stream.of(HEADER), lines)
        .map(cells -> cells.stream().map(TableCsv::cell).collect(Collectors.joining(",")) + "\r\n")
        .collect(Collectors.joining());
  }

  private static List<List<String>> lines(RoutingTable.Entry entry) {
    RouteLine route = RouteLine.of(entry.answer());
    if (route.to().isEmpty()) {
      String to = route.end().map(end -> "selesai: " + end).orElse("tunggu");
      return List.of(line(entry, route, to, List.of(), ""));
    }
    List<List<String>> lines = new ArrayList<>();
    for (Target target : route.to()) {
      lines.add(line(entry, route, target.step().value(), target.by(), target.waktu().teks()));
    }
    return lines;
  }

  private static List<String> line(
      RoutingTable.Entry entry,
      RouteLine route,
      String to,
      Collection<PelaksanaCode> by,
      String waktu) {
    return List.of(
        entry.from().map(StepId::value).orElse("mulai"),
        entry.label().map(Object::toString).orElse(""),
        conditions(entry),
        to,
        by.stream().map(PelaksanaCode::value).collect(Collectors.joining(", ")),
        waktu,
        route.why().dasarHukum(),
        route.why().rule(),
        route.why().place().file(),
        Integer.toString(route.why().place().line()));
  }

  private static String conditions(RoutingTable.Entry entry) {
    return Stream.concat(entry.data().entrySet().stream(), entry.conditions().entrySet().stream())
        .map(e -> e.getKey() + " = " + e.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
