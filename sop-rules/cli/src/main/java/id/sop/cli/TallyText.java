package id.sop.cli;

import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.document.Arrow;
import id.sop.document.Goal;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Prints what came of simulated cases, for a person. */
final class TallyText {
  private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

  private final PrintWriter out;
  private final Style style;

  TallyText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  void print(Sop sop, Tally tally, Simulation.Settings settings) {
    line(
        "%s: %d berkas, benih %d, semua dibuka %s.",
        style.bold(sop.identitas().nama()), tally.cases(), settings.seed(), settings.start());
    line("Baris sesuai jadwal dihitung paling lama %d hari kerja.", settings.jadwal());
    head("Berakhir");
    tally.ends().forEach((end, count) -> line("  %-30s %s", end, share(count, tally.cases())));
    tally
        .refusals()
        .forEach((why, count) -> line("  %s %d kali", style.bad("ditolak " + why), count));
    head("Lamanya, hari kerja (hari mulai tidak dihitung)");
    line(
        "  rata-rata %.1f · separuh selesai dalam %d · sembilan dari sepuluh selesai dalam %d",
        tally.mean(), tally.percentile(50), tally.percentile(90));
    if (tally.longestLoop() > 1) {
      line(
          "  terulang paling sering: baris %s, %d kali (berkas %d)",
          tally.longestRow(), tally.longestLoop(), tally.longestCase());
    }
    head("Baris");
    for (Map.Entry<StepId, Integer> row : tally.visits().entrySet()) {
      line(
          "  %-6s %8d kali dikerjakan, paling banyak %d kali dalam satu berkas",
          row.getKey(), row.getValue(), tally.mostVisits(row.getKey()));
    }
    head("Panah");
    for (Map.Entry<Arrow, Integer> arrow : tally.arrows().entrySet()) {
      String way = Tally.from(arrow.getKey()) + " → " + to(arrow.getKey().to());
      String count =
          arrow.getValue() == 0 ? style.unsure("tidak pernah") : arrow.getValue() + " kali";
      line("  %-42s %s", way, count);
    }
  }

  private void head(String text) {
    out.println();
    out.println(style.bold(text));
  }

  private void line(String format, Object... arguments) {
    out.println(String.format(INDONESIAN, format, arguments));
  }

  private static String share(int count, int all) {
    return String.format(INDONESIAN, "%6d  %5.1f%%", count, 100.0 * count / all);
  }

  private static String to(Goal goal) {
    return goal.match(
        new Goal.Cases<String>() {
          @Override
          public String row(Goal.Row row) {
            return "baris " + row.step();
          }

          @Override
          public String end(Goal.End end) {
            return "berakhir: " + end.outcome();
          }

          @Override
          public String await(Goal.Wait wait) {
            return "menunggu baris lain";
          }
        });
  }
}
