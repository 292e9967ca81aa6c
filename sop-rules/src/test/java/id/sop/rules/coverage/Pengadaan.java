package id.sop.rules.coverage;

import static id.sop.rules.TestSop.aSop;

import id.sop.definition.DataDomain;
import id.sop.definition.Sop;
import id.sop.example.Example;
import id.sop.example.ExampleReader;
import id.sop.rules.Bundles;
import id.sop.rules.LoadedSop;
import id.sop.worktime.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A small procurement with everything that rules can look at: an amount, a return counted by
 * visits, the performer, a fork and a join.
 */
final class Pengadaan {
  static final Sop SOP =
      aSop("uji.pengadaan")
          .data("nilai", new DataDomain.Bilangan(0, 1000), "1")
          .row("1", "STAF")
          .decision("2", "KABAG", "YA", "TIDAK")
          .row("3", "STAF", "KABAG")
          .row("4", "STAF")
          .row("5", "KABAG")
          .row("6", "STAF")
          .build();

  static final String RULES =
      """
      package sop.uji.pengadaan

      import id.sop.rules.fact.*

      global Rute rute
      """
          + rule("mulai", "Mulai()", "ke(\"1\")")
          + rule("kecil", "Selesai( langkah == \"1\" )\n    Data( nilai < 50 )", "ke(\"3\")")
          + rule("besar", "Selesai( langkah == \"1\" )\n    Data( nilai >= 50 )", "ke(\"2\")")
          + rule("setuju", after("2", "keputusan == \"YA\""), "ke(\"3\")")
          + rule("kembali", after("2", "keputusan == \"TIDAK\", kunjungan < 2"), "ke(\"1\")")
          + rule(
              "habis", after("2", "keputusan == \"TIDAK\", kunjungan >= 2"), "selesai(\"DITOLAK\")")
          + rule("bercabang", after("3", "oleh == \"STAF\""), "ke(\"4\").ke(\"5\")")
          + rule("langsung", after("3", "oleh == \"KABAG\""), "ke(\"6\")")
          + rule(
              "4 menunggu",
              "Selesai( langkah == \"4\" )\n    Terbuka( langkah == \"5\" )",
              "tunggu()")
          + rule(
              "4 terus",
              "Selesai( langkah == \"4\" )\n    not Terbuka( langkah == \"5\" )",
              "ke(\"6\")")
          + rule(
              "5 menunggu",
              "Selesai( langkah == \"5\" )\n    Terbuka( langkah == \"4\" )",
              "tunggu()")
          + rule(
              "5 terus",
              "Selesai( langkah == \"5\" )\n    not Terbuka( langkah == \"4\" )",
              "ke(\"6\")")
          + rule("selesai", "Selesai( langkah == \"6\" )", "selesai()");

  private static final LoadedSop LOADED = Bundles.load(SOP, RULES);

  private Pengadaan() {}

  private static String after(String row, String condition) {
    return "Selesai( langkah == \"" + row + "\", " + condition + " )";
  }

  private static String rule(String name, String when, String then) {
    return """

        rule "%s"
            @baris("1")
            @dasarHukum("contoh")
        when
            %s
        then
            rute.%s;
        end
        """
        .formatted(name, when, then);
  }

  /** What {@code steps} prove, each text being the steps of one example after the start. */
  static Coverage measured(String... steps) {
    return Coverage.of(
        LOADED.procedure().orElseThrow(),
        LOADED.table().orElseThrow(),
        examples(steps),
        WorkCalendar.indonesia());
  }

  private static List<Example> examples(String... steps) {
    StringBuilder file = new StringBuilder("sop: uji.pengadaan\ncontoh:\n");
    for (int i = 0; i < steps.length; i++) {
      file.append("  - nama: contoh " + (i + 1) + "\n");
      file.append("    mulai: { pada: 2026-03-02T08:00 }\n    langkah:\n");
      steps[i].lines().forEach(step -> file.append("      - { " + step + " }\n"));
    }
    ExampleReader.Result read =
        ExampleReader.read("uji.yaml", file.toString().getBytes(StandardCharsets.UTF_8), SOP);
    if (!read.problems().isEmpty()) {
      throw new AssertionError(LOADED.problems() + " " + read.problems());
    }
    return read.examples();
  }
}
