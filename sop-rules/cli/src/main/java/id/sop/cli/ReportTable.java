package id.sop.cli;

import id.sop.audit.Assessment;
import id.sop.audit.CaseReport;
import id.sop.audit.Finding;
import id.sop.audit.Kriteria;
import id.sop.audit.RowReport;
import id.sop.audit.Verdict;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.problem.Language;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a case's report as a table of verdicts, and below it what is not compliant or unsure. */
final class ReportTable {
  private static final int COLUMN = 14;
  private static final String NO_STANDARD = "–";

  private final PrintWriter out;
  private final Sop sop;
  private final Style style;

  ReportTable(PrintWriter out, Sop sop, Style style) {
    this.out = out;
    this.sop = sop;
    this.style = style;
  }

  void print(CaseReport report) {
    out.println();
    out.println(style.bold("Laporan kepatuhan berkas " + report.caseId()));
    StringBuilder head = new StringBuilder("  " + pad("baris", 8));
    for (Kriteria kriteria : Kriteria.values()) {
      head.append(pad(kriteria.name().toLowerCase(Locale.ROOT), COLUMN));
    }
    out.println(style.faint(head.toString().stripTrailing()));
    report.rows().forEach(this::row);
    if (!report.neverVisited().isEmpty()) {
      out.println(
          "  tidak dilalui: "
              + report.neverVisited().stream()
                  .map(StepId::value)
                  .collect(Collectors.joining(", ")));
    }
    out.println(
        style.faint("  " + NO_STANDARD + " SOP tidak menetapkan standar: tidak dapat dinilai"));
    out.println();
    report.rows().forEach(this::findings);
    report.findings().forEach(finding -> out.println("  " + finding));
    out.println();
    out.println(
        "Putusan: "
            + coloured(report.verdict(), words(report.verdict()))
            + " (PATUH "
            + total(report, Verdict.PATUH)
            + ", TIDAK PATUH "
            + total(report, Verdict.TIDAK_PATUH)
            + ", TIDAK DAPAT DINILAI "
            + total(report, Verdict.TIDAK_DAPAT_DINILAI)
            + ", BELUM JATUH TEMPO "
            + total(report, Verdict.BELUM_JATUH_TEMPO)
            + ")");
  }

  private static long total(CaseReport report, Verdict verdict) {
    long total = 0;
    for (Kriteria kriteria : Kriteria.values()) {
      total += report.count(kriteria, verdict);
    }
    return total;
  }

  private void row(RowReport row) {
    StringBuilder line = new StringBuilder("  " + pad(name(row), 8));
    for (Kriteria kriteria : Kriteria.values()) {
      Verdict verdict = row.verdict(kriteria);
      String words = hasStandard(row.on(kriteria)) ? shortWords(verdict) : NO_STANDARD;
      line.append(coloured(verdict, pad(words, COLUMN)));
    }
    out.println(line.toString().stripTrailing());
  }

  /** Whether the SOP sets a standard for it; without one there is nothing to assess. */
  private static boolean hasStandard(Assessment assessment) {
    return assessment.verdict() != Verdict.TIDAK_DAPAT_DINILAI || assessment.lacksEvidence();
  }

  private static String name(RowReport row) {
    return row.step() + (row.visit() > 1 ? " (" + row.visit() + ")" : "");
  }

  /** What needs a look: breaches, standards without evidence, and notes. */
  private void findings(RowReport row) {
    for (Kriteria kriteria : Kriteria.values()) {
      Assessment assessment = row.on(kriteria);
      if (assessment.verdict() == Verdict.TIDAK_PATUH || assessment.lacksEvidence()) {
        assessment.findings().forEach(finding -> finding(row, finding, assessment.asumsi()));
      }
    }
    row.catatan().forEach(finding -> finding(row, finding, List.of()));
  }

  private void finding(RowReport row, Finding finding, List<String> asumsi) {
    out.println("  baris " + name(row) + "  " + finding);
    out.println("      " + finding.hint(Language.ID));
    if (!asumsi.isEmpty()) {
      out.println(
          style.unsure("      bertumpu pada asumsi yang belum dikonfirmasi: ")
              + asumsi.stream()
                  .map(kode -> kode + reading(kode))
                  .collect(Collectors.joining("; ")));
    }
  }

  private String reading(String kode) {
    return sop.asumsi().stream()
        .filter(a -> a.kode().equals(kode))
        .findFirst()
        .map(a -> " (" + a.pilihan().get(a.dipilih()) + ")")
        .orElse("");
  }

  private String coloured(Verdict verdict, String text) {
    return switch (verdict) {
      case PATUH -> style.good(text);
      case TIDAK_PATUH -> style.bad(text);
      case TIDAK_DAPAT_DINILAI -> style.unsure(text);
      case BELUM_JATUH_TEMPO -> style.faint(text);
    };
  }

  private static String words(Verdict verdict) {
    return verdict.name().replace('_', ' ');
  }

  private static String shortWords(Verdict verdict) {
    return switch (verdict) {
      case PATUH -> "patuh";
      case TIDAK_PATUH -> "TIDAK PATUH";
      case TIDAK_DAPAT_DINILAI -> "TAK DINILAI";
      case BELUM_JATUH_TEMPO -> "belum tempo";
    };
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
