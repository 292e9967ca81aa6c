package id.sop.rules.coverage;

import id.sop.problem.Language;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Coverages for people: one HTML page that needs nothing else, in Indonesian, with the text of each
 * rule file and what is proven of it. The same coverages give the same bytes.
 */
public final class CoverageHtml {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --good: #1a7f37; --weak: #9a6700; --bad: #cf222e; \
      --line: #d0d7de; --faint: #656d76; }
      @media (prefers-color-scheme: dark) { :root { --good: #3fb950; --weak: #d29922; \
      --bad: #f85149; --line: #30363d; --faint: #8d96a0; } }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; \
      padding: 0 1rem; }
      table { border-collapse: collapse; margin: 1rem 0; }
      th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid var(--line); \
      vertical-align: top; }
      td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
      meter { width: 10rem; }
      .good { color: var(--good); } .weak { color: var(--weak); } .bad { color: var(--bad); }
      .faint { color: var(--faint); }
      .code { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
      .code table { margin: 0; width: 100%; font: 13px/1.5 ui-monospace, monospace; }
      .code td { border: 0; padding: 0 .5rem; white-space: pre; }
      .code td.n { color: var(--faint); user-select: none; }
      .code td.note { white-space: normal; padding-left: 1.5rem; }
      .code tr { color: inherit; } .code td.mark { font-weight: bold; }
      tr.good td.mark { color: var(--good); border-left: 4px solid var(--good); }
      tr.weak td.mark { color: var(--weak); border-left: 4px solid var(--weak); }
      tr.bad td.mark { color: var(--bad); border-left: 4px solid var(--bad); }
      """;

  private final StringBuilder out = new StringBuilder();

  private CoverageHtml() {}

  /**
   * One SOP of the page.
   *
   * @param rules the text of its {@code rute.drl}
   */
  public record Chapter(Coverage coverage, String rules) {}

  /** The page. */
  public static String of(List<Chapter> chapters) {
    CoverageHtml page = new CoverageHtml();
    page.line("<!DOCTYPE html>");
    page.line("<html lang=\"id\">");
    page.line("<head>");
    page.line("<meta charset=\"utf-8\">");
    page.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.line("<title>Cakupan uji " + escaped(titles(chapters)) + "</title>");
    page.line("<style>");
    page.out.append(STYLE);
    page.line("</style>");
    page.line("</head>");
    page.line("<body>");
    chapters.forEach(page::chapter);
    page.line("</body>");
    page.line("</html>");
    return page.out.toString();
  }

  private static String titles(List<Chapter> chapters) {
    return chapters.stream()
        .map(c -> c.coverage().sop().id().value())
        .collect(Collectors.joining(", "));
  }

  private void chapter(Chapter chapter) {
    Coverage coverage = chapter.coverage();
    line("<h1>" + escaped(coverage.sop().identitas().nama()) + "</h1>");
    line(
        "<p class=\"faint\">"
            + escaped(coverage.sop().id() + ", versi " + coverage.sop().versi())
            + ", sidik "
            + coverage.digest().substring(0, 12)
            + "</p>");
    figures(coverage);
    examples(coverage);
    gaps(coverage);
    slips(coverage);
    rules(chapter);
  }

  private void figures(Coverage coverage) {
    line("<table>");
    line("<tr><th>Yang dihitung</th><th>Terbukti</th><th></th><th>Artinya</th></tr>");
    for (Measure measure : Measure.values()) {
      Figure figure = coverage.figure(measure);
      line(
          "<tr><td>%s</td><td class=\"n\">%s</td><td><meter max=\"100\" value=\"%d\"></meter></td><td class=\"faint\">%s</td></tr>"
              .formatted(measure.word(), figure, figure.percent(), meaning(measure)));
    }
    line("</table>");
  }

  private static String meaning(Measure measure) {
    return switch (measure) {
      case BARIS -> "baris yang diselesaikan dalam sedikitnya satu contoh";
      case PANAH -> "panah yang dilalui";
      case ATURAN -> "aturan yang menjawab";
      case LABEL -> "keputusan yang diambil";
      case SEL -> "sel tabel rute yang ditanyakan: setiap gabungan fakta yang menentukan jalan";
      case MUTASI -> "kekeliruan buatan pada aturan yang ketahuan karena ada contoh yang gagal";
    };
  }

  private void examples(Coverage coverage) {
    line("<h2>Contoh</h2>");
    line("<table>");
    for (Coverage.Trial trial : coverage.trials()) {
      String mark =
          trial.holds() ? "<td class=\"good\">✓ ok</td>" : "<td class=\"bad\">✗ gagal</td>";
      String problems =
          trial.mismatches().stream().map(CoverageHtml::problem).collect(Collectors.joining());
      String name = escaped(trial.example().nama());
      String place = "<br><span class=\"faint\">" + at(trial.example().place()) + "</span>";
      line("<tr>" + mark + "<td>" + name + place + problems + "</td></tr>");
    }
    line("</table>");
  }

  private static String problem(Problem problem) {
    return "<br><span class=\"bad\">%s %s</span> <span class=\"faint\">%s</span>"
        .formatted(problem.code().id(), escaped(problem.text(Language.ID)), at(problem.place()));
  }

  private void gaps(Coverage coverage) {
    List<Item> gaps = coverage.firstGaps();
    if (!gaps.isEmpty()) {
      line("<h2>Belum dilalui</h2>");
      line("<table>");
      for (Item gap : gaps) {
        line(
            "<tr><td>%s</td><td>%s</td><td class=\"faint\">%s</td></tr>"
                .formatted(gap.measure().word(), escaped(gap.name()), at(gap.place())));
      }
      line("</table>");
    }
  }

  private void slips(Coverage coverage) {
    line("<h2>Kekeliruan buatan</h2>");
    line("<table>");
    line("<tr><th>Jenis</th><th>Ketahuan</th><th>Artinya</th></tr>");
    for (Map.Entry<Mutant.Slip, Figure> slip : coverage.slips().entrySet()) {
      line(
          "<tr><td>%s</td><td class=\"n\">%s</td><td class=\"faint\">%s</td></tr>"
              .formatted(slip.getKey().word(), slip.getValue(), meaning(slip.getKey())));
    }
    line("</table>");
  }

  private static String meaning(Mutant.Slip slip) {
    return switch (slip) {
      case HAPUS -> "panah tidak digambar";
      case TUJUAN -> "panah ke baris lain";
      case AKHIR -> "berkas berakhir, tidak berakhir, atau berakhir dengan sebutan lain";
      case PELAKSANA -> "pelaksana lain, bila barisnya mengizinkan";
      case WAKTU -> "waktu lebih panjang atau lebih pendek";
      case LABEL -> "dua keputusan tertukar";
      case BATAS -> "batas bergeser satu";
      case SYARAT -> "syarat terlalu longgar";
    };
  }

  // The text of the rules, each line with what is proven of its rule.

  private void rules(Chapter chapter) {
    Coverage coverage = chapter.coverage();
    RuleLines lines = RuleLines.of(coverage, chapter.rules());
    line("<h2>rute.drl</h2>");
    line(
        "<p><span class=\"good\">✓ terbukti</span>: dilalui, dan setiap kekeliruan ketahuan."
            + " <span class=\"weak\">≈ lolos</span>: dilalui, tetapi kekeliruan yang tertulis"
            + " tidak ketahuan. <span class=\"bad\">✗ belum</span>: tidak dilalui contoh mana"
            + " pun.</p>");
    line("<div class=\"code\"><table>");
    lines.all().forEach(this::rule);
    line("</table></div>");
  }

  private void rule(RuleLines.Line line) {
    line(
        "<tr%s><td class=\"n\">%d</td><td class=\"mark\">%s</td><td>%s</td></tr>"
            .formatted(
                line.proof().style().isEmpty() ? "" : " class=\"" + line.proof().style() + "\"",
                line.number(),
                line.first() ? line.proof().mark() : "",
                escaped(line.text())));
    for (String note : line.notes()) {
      line(
          "<tr class=\"%s\"><td></td><td class=\"mark\"></td><td class=\"note weak\">lolos: %s</td></tr>"
              .formatted(line.proof().style(), escaped(note)));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private static String at(Place place) {
    return escaped(place.toString());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
