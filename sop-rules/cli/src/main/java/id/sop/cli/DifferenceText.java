package id.sop.cli;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteReason;
import id.sop.routing.Target;
import id.sop.rules.difference.Change;
import id.sop.rules.difference.Difference;
import id.sop.rules.difference.Impact;
import id.sop.rules.difference.PastMove;
import id.sop.rules.difference.TouchedCase;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells a difference to a person. */
final class DifferenceText {
  private static final int DIGEST = 12;

  private final PrintWriter out;
  private final Style style;

  DifferenceText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Tells what differs; {@code before} and {@code after} is how the user named the versions. */
  void print(Difference difference, String before, String after) {
    version("lama", before, difference.before());
    version("baru", after, difference.after());
    List<Change.Routed> routes = difference.routes();
    List<Change> others =
        difference.changes().stream().filter(c -> !(c instanceof Change.Routed)).toList();
    section("Jalan berkas", routes);
    section("Dokumen dan aturan", others);
    out.println();
    out.println(
        difference.isEmpty()
            ? "Tidak ada perbedaan."
            : routes.size()
                + " perbedaan jalan berkas, "
                + others.size()
                + " perbedaan dokumen dan aturan.");
  }

  /** Tells which running cases are touched. */
  void print(Impact impact) {
    out.println();
    out.println(
        style.bold(
            impact.touched().size()
                + " dari "
                + impact.running()
                + " berkas yang berjalan pada versi lama akan menempuh jalan lain pada versi baru"));
    impact.touched().forEach(this::touched);
    if (!impact.touched().isEmpty()) {
      out.println();
      out.println("Semua berkas itu tetap mengikuti versi lama sampai berakhir.");
    }
  }

  private void touched(TouchedCase touched) {
    out.println("  " + style.bold("berkas " + touched.caseId()) + open(touched));
    for (PastMove move : touched.past()) {
      out.println(
          "    sudah ditempuh, catatan "
              + move.seq()
              + ": "
              + move.from().map(row -> "baris " + row).orElse("mulai")
              + move.label().map(label -> " " + label).orElse(""));
      out.println("      " + style.bad("- " + lead(move.before())));
      out.println("      " + style.good("+ " + lead(move.after())));
    }
    touched
        .future()
        .forEach(routed -> out.println("    masih dapat ditempuh: " + routed.where().text()));
  }

  private static String open(TouchedCase touched) {
    return touched.open().stream()
        .map(StepId::value)
        .collect(Collectors.joining(", ", ", sedang di baris ", ""));
  }

  private void version(String which, String name, Procedure procedure) {
    out.println(
        which
            + ": "
            + name
            + ", versi "
            + procedure.sop().versi()
            + ", isi "
            + procedure.digest().substring(0, DIGEST));
  }

  private void section(String title, List<? extends Change> changes) {
    if (!changes.isEmpty()) {
      out.println();
      out.println(style.bold(title));
      changes.forEach(c -> c.match(new Telling()).forEach(out::println));
    }
  }

  private final class Telling implements Change.Cases<List<String>> {
    @Override
    public List<String> routed(Change.Routed routed) {
      return List.of(
          "  " + style.bold(routed.where().text()) + aspects(routed),
          "    " + style.bad("- " + lead(routed.before())),
          "    " + style.good("+ " + lead(routed.after())));
    }

    @Override
    public List<String> came(Change.Came came) {
      return List.of("  " + style.good("+ " + thing(came.part(), came.name())));
    }

    @Override
    public List<String> went(Change.Went went) {
      return List.of("  " + style.bad("- " + thing(went.part(), went.name())));
    }

    @Override
    public List<String> reworded(Change.Reworded reworded) {
      return List.of(
          "  " + style.bold(thing(reworded.part(), reworded.name()) + ", " + reworded.field()),
          "    " + style.bad("- " + words(reworded.before())),
          "    " + style.good("+ " + words(reworded.after())));
    }

    @Override
    public List<String> renamed(Change.Renamed renamed) {
      return List.of(
          "  " + style.bold("aturan berganti nama, artinya tetap"),
          "    " + style.bad("- “" + renamed.before() + "”"),
          "    " + style.good("+ “" + renamed.after() + "”"));
    }
  }

  private static String aspects(Change.Routed routed) {
    return routed.aspects().stream()
        .map(a -> a.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" dan ", " (", ")"));
  }

  private static String thing(Change.Part part, String name) {
    String word = part.name().toLowerCase(Locale.ROOT);
    return part == Change.Part.ATURAN ? word + " “" + name + "”" : word + " " + name;
  }

  private static String words(String text) {
    return text.isEmpty() ? "(kosong)" : text;
  }

  private static String lead(RouteAnswer answer) {
    return answer.match(
        new RouteAnswer.Cases<String>() {
          @Override
          public String open(RouteAnswer.Open open) {
            return open.targets().stream()
                    .map(DifferenceText::target)
                    .collect(Collectors.joining(" dan "))
                + rule(open.why());
          }

          @Override
          public String await(RouteAnswer.Wait wait) {
            return "menunggu baris lain" + rule(wait.why());
          }

          @Override
          public String end(RouteAnswer.End end) {
            return "berakhir: " + end.outcome() + rule(end.why());
          }

          @Override
          public String noRoute(RouteAnswer.NoRoute none) {
            return "tidak ada jalan";
          }

          @Override
          public String conflict(RouteAnswer.Conflict conflict) {
            return "aturan bertentangan";
          }
        });
  }

  private static String rule(RouteReason why) {
    return "  “" + why.rule() + "” " + why.place();
  }

  private static String target(Target target) {
    return "baris "
        + target.step()
        + " "
        + target.by().stream().map(PelaksanaCode::value).collect(Collectors.joining(" + "))
        + " ("
        + target.waktu().teks()
        + target.eskalasi().stream()
            .map(
                e ->
                    "; eskalasi "
                        + e.setelah().teks()
                        + ": "
                        + e.kepada().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining())
        + ")";
  }
}
