package id.sop.rules.live;

import id.sop.definition.DataDomain;
import id.sop.definition.DataValue;
import id.sop.definition.Sop;
import id.sop.rules.TestSop;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** An SOP whose rules look at everything that rules can look at. */
final class Wide {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  static final Sop SOP =
      TestSop.aSop("uji.lebar")
          .data("nilai", new DataDomain.Uang(0, 1_000), "1")
          .data("tanggal", new DataDomain.Tanggal(FIRST, LAST), "1")
          .data("jenis", new DataDomain.Pilihan(List.of("X", "Y", "Z")), "1")
          .data("cepat", new DataDomain.YaTidak())
          .row("1", "A", "B")
          .row("2", "B")
          .row("3", "C")
          .decision("4", "D", "YA", "TIDAK")
          .build();

  static final String RULES =
      "package sop.uji.lebar\nimport id.sop.rules.fact.*\nglobal Rute rute\n"
          + rule("Mulai()", "ke(\"1\")")
          + rule("Selesai( langkah == \"1\" ) Data( nilai < 100 )", "ke(\"2\")")
          + rule(
              "Selesai( langkah == \"1\" ) Data( nilai >= 100 && <= 500, tanggal < \"2026-07-01\" )",
              "ke(\"2\")")
          + rule(
              "Selesai( langkah == \"1\" )"
                  + " Data( nilai >= 100 && nilai < 501 ) Data( tanggal >= \"2026-07-01\" )",
              "ke(\"3\")")
          + rule(
              "Selesai( langkah == \"1\" ) Data( nilai > 500, jenis in (\"X\", \"Y\") )",
              "ke(\"2\", \"3\")")
          + rule(
              "Selesai( langkah == \"1\", oleh == \"A\" )"
                  + " Data( nilai > 500, jenis not in (\"X\", \"Y\") )",
              "ke(\"4\")")
          + rule(
              "Selesai( langkah == \"1\", oleh != \"A\" ) Data( nilai > 500, jenis == \"Z\" )",
              "ke(\"3\").oleh(\"C\").selama(\"1 hari kerja\")")
          + rule(
              "Selesai( langkah in (\"2\", \"3\") ) Terbuka( langkah == \"2\" || == \"3\" )",
              "tunggu()")
          + rule(
              "Selesai( langkah in (\"2\", \"3\") ) not Terbuka( langkah == \"2\" || == \"3\" )",
              "ke(\"4\")")
          + rule(
              "Selesai( langkah == \"4\", keputusan == \"YA\", kunjungan < 3 )"
                  + " Data( cepat == true )",
              "ke(\"1\")")
          + rule(
              "Selesai( langkah == \"4\", keputusan == \"YA\", kunjungan < 3 )"
                  + " not Data( cepat == true )",
              "selesai()")
          + rule(
              "Selesai( langkah == \"4\", keputusan == \"YA\", kunjungan >= 3 )",
              "selesai(\"LAMA\").karena(\"sudah tiga kali\")")
          + rule(
              "Selesai( langkah == \"4\", keputusan != \"YA\" ) Pernah( langkah == \"2\" )",
              "selesai(\"TOLAK\")")
          + rule(
              "Selesai( langkah == \"4\", keputusan != \"YA\" ) not Pernah( langkah == \"2\" )",
              "selesai(\"BATAL\")");

  private Wide() {}

  private static String rule(String when, String then) {
    String name = when.replace("\"", "");
    return "rule \"%s\" @baris(\"1\") @dasarHukum(\"contoh\")%nwhen %s%nthen rute.%s;%nend%n"
        .formatted(name, when, then);
  }

  /** Some value of a domain; often one at which something changes. */
  static DataValue value(DataDomain domain, Random random) {
    if (domain instanceof DataDomain.Pilihan choice) {
      return DataValue.of(choice.nilai().get(random.nextInt(choice.nilai().size())));
    }
    if (domain instanceof DataDomain.Uang money) {
      long[] edges = {0, 99, 100, 101, 499, 500, 501, money.sampai()};
      return DataValue.of(
          random.nextBoolean() ? edges[random.nextInt(edges.length)] : random.nextInt(1_001));
    }
    if (domain instanceof DataDomain.Tanggal) {
      return random.nextBoolean()
          ? DataValue.of(LocalDate.of(2026, 6, 29).plusDays(random.nextInt(4)))
          : DataValue.of(FIRST.plusDays(random.nextInt(365)));
    }
    return DataValue.of(random.nextBoolean());
  }
}
