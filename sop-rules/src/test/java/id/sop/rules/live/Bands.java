package id.sop.rules.live;

import id.sop.definition.DataDomain;
import id.sop.definition.Sop;
import id.sop.rules.TestSop;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Rules that cut an amount and a date into bands at bounds drawn by chance, each band one rule. */
final class Bands {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  static final Sop SOP =
      TestSop.aSop("uji.pita")
          .data("nilai", new DataDomain.Uang(0, 1_000), "1")
          .data("tanggal", new DataDomain.Tanggal(FIRST, LocalDate.of(2026, 12, 31)), "1")
          .row("1", "A")
          .row("2", "B")
          .row("3", "C")
          .build();

  private Bands() {}

  static String rules(Random random) {
    List<Integer> amounts = bounds(random, 1_000);
    List<Integer> days = bounds(random, 364);
    StringBuilder rules =
        new StringBuilder("package sop.uji.pita\nimport id.sop.rules.fact.*\nglobal Rute rute\n");
    rules.append(rule("mulai", "Mulai()", "ke(\"1\")"));
    for (int a = 0; a + 1 < amounts.size(); a++) {
      for (int d = 0; d + 1 < days.size(); d++) {
        String when =
            "Selesai( langkah == \"1\" ) Data( nilai >= %d, nilai < %d, tanggal >= \"%s\","
                + " tanggal < \"%s\" )";
        rules.append(
            rule(
                a + " " + d,
                when.formatted(
                    amounts.get(a), amounts.get(a + 1), day(days.get(d)), day(days.get(d + 1))),
                // Every row must be reached; else neighbours differ by their rule alone.
                a + d == 0
                    ? "ke(\"2\", \"3\")"
                    : random.nextBoolean() ? "ke(\"2\")" : "ke(\"3\")"));
      }
    }
    rules.append(
        rule("sisa nilai", "Selesai( langkah == \"1\" ) Data( nilai == 1_000 )", "selesai()"));
    rules.append(
        rule(
            "sisa tanggal",
            "Selesai( langkah == \"1\" ) Data( nilai < 1_000, tanggal == \"2026-12-31\" )",
            "selesai()"));
    String join = "Terbuka( langkah == \"2\" || == \"3\" )";
    String done = "Selesai( langkah in (\"2\", \"3\") ) ";
    rules.append(rule("tunggu", done + join, "tunggu()"));
    return rules.append(rule("akhir", done + "not " + join, "selesai()")).toString();
  }

  /** 0, some numbers, and {@code last}, ascending. */
  private static List<Integer> bounds(Random random, int last) {
    TreeSet<Integer> bounds = new TreeSet<>(List.of(0, last));
    for (int i = 0; i < 4; i++) {
      bounds.add(1 + random.nextInt(last - 1));
    }
    return List.copyOf(bounds);
  }

  private static LocalDate day(int ofTheYear) {
    return FIRST.plusDays(ofTheYear);
  }

  private static String rule(String name, String when, String then) {
    return "rule \"%s\" @baris(\"1\") @dasarHukum(\"contoh\")%nwhen %s%nthen rute.%s;%nend%n"
        .formatted(name, when, then);
  }
}
