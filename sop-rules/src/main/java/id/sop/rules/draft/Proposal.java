package id.sop.rules.draft;

import id.sop.definition.Sop;
import id.sop.definition.Step;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The files of a draft: the document as it was read, and the arrows that it most likely has. */
final class Proposal {
  // A working day of a year whose calendar is known.
  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 5, 8, 0);

  private final Sop sop;
  private final List<Step> rows;
  private final StringBuilder text = new StringBuilder();

  private Proposal(Sop sop) {
    this.sop = sop;
    this.rows = List.copyOf(sop.langkah().values());
  }

  static String document(Sop sop) {
    return """
    # Rintisan dari tabel SOP. Baca seluruhnya, lalu jawab setiap asumsi di bagian bawah:
    # betulkan isinya bila perlu, dan ubah dikonfirmasi menjadi ya.
    """
        + SopYaml.of(sop);
  }

  static String arrows(Sop sop) {
    Proposal proposal = new Proposal(sop);
    proposal.arrows();
    return proposal.text.toString();
  }

  static String example(Sop sop) {
    Proposal proposal = new Proposal(sop);
    proposal.example();
    return proposal.text.toString();
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private void arrows() {
    line("// Rintisan: panah lurus dari baris ke baris. Bandingkan dengan bagan di kertas.");
    line("package sop." + sop.id().value().replace('-', '_'));
    line("");
    line("import id.sop.rules.fact.*");
    line("");
    line("global Rute rute");
    Step first = rows.get(0);
    rule("mulai: ke baris " + first.id(), first, "Mulai()", to(0));
    for (int i = 0; i < rows.size(); i++) {
      Step row = rows.get(i);
      String completed = "langkah == \"" + row.id() + "\"";
      if (row.decides()) {
        decision(i, completed);
      } else {
        rule(row.id() + ": " + goal(i + 1), row, "Selesai( " + completed + " )", to(i + 1));
      }
    }
  }

  private void decision(int i, String completed) {
    Step row = rows.get(i);
    String when = "Selesai( " + completed + ", keputusan == \"%s\" )";
    line("");
    text.append("// usulan, periksa: tujuan YA");
    rule(row.id() + " YA: " + goal(i + 1), row, when.formatted("YA"), to(i + 1));
    line("");
    text.append("// usulan, periksa: tujuan TIDAK");
    boolean isFirst = i == 0;
    rule(
        row.id() + " TIDAK: " + (isFirst ? "ditolak" : "kembali ke baris " + rows.get(i - 1).id()),
        row,
        when.formatted("TIDAK"),
        isFirst ? "selesai(\"DITOLAK\")" : to(i - 1));
  }

  private String goal(int i) {
    return i < rows.size() ? "ke baris " + rows.get(i).id() : "selesai";
  }

  private String to(int i) {
    return i < rows.size() ? "ke(\"" + rows.get(i).id() + "\")" : "selesai()";
  }

  private void rule(String name, Step row, String when, String then) {
    String basis = "SOP " + sop.identitas().nama() + ", baris " + row.no();
    line("");
    line("rule " + quoted(name));
    line("    @baris(" + quoted(row.id().value()) + ")");
    line("    @dasarHukum(" + quoted(basis) + ")");
    line("when");
    line("    " + when);
    line("then");
    line("    rute." + then + ";");
    line("end");
  }

  private static String quoted(String words) {
    // The gate takes a backslash before u for a trick, wherever it stands.
    return '"' + words.replace('\\', '/').replace("\"", "\\\"") + '"';
  }

  private void example() {
    line("# Rintisan: satu jalan lurus. Tambahkan jalan yang ditolak dan yang kembali.");
    line("sop: " + sop.id());
    line("contoh:");
    line("  - nama: jalan lurus dari awal sampai selesai");
    line("    mulai: { pada: " + at(0) + ", oleh: " + starter() + ", posisi: [" + id(0) + "] }");
    line("    langkah:");
    for (int i = 0; i < rows.size(); i++) {
      List<String> said = new ArrayList<>();
      said.add("baris: " + id(i));
      said.add("pada: " + at(i + 1));
      if (rows.get(i).decides()) {
        said.add("keputusan: YA");
      }
      said.add("posisi: [" + (i + 1 < rows.size() ? id(i + 1) : "") + "]");
      line("      - { " + String.join(", ", said) + " }");
    }
    line("    akhir: SELESAI");
  }

  private String id(int i) {
    return SopYaml.scalar(rows.get(i).id().value());
  }

  private String starter() {
    return SopYaml.scalar(rows.get(0).pelaksana().roles().get(0).value());
  }

  private static String at(int minutes) {
    return BEGIN.plusMinutes(minutes).toString();
  }
}
