package id.sop.rules.exploration;

import static id.sop.rules.TestSop.aSop;

import id.sop.definition.DataDomain;
import id.sop.definition.Performers;
import id.sop.definition.Sop;
import id.sop.rules.TestSop;
import id.sop.worktime.Waktu;
import java.time.LocalDate;
import java.util.List;

/** Correct SOPs with all that the shipped ones do not have: amounts, dates, visits, joins. */
final class MadeUp {
  private static final DataDomain AMOUNT = new DataDomain.Uang(0, 1_000_000_000);
  private static final DataDomain COUNT = new DataDomain.Bilangan(0, 100);
  private static final DataDomain DAY =
      new DataDomain.Tanggal(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
  private static final DataDomain KIND = new DataDomain.Pilihan(List.of("X", "Y", "Z"));
  private static final Waktu BY_RULES = new Waktu.MenurutAturan();

  private MadeUp() {}

  static List<Subject> subjects() {
    return List.of(
        amounts(),
        days(),
        visits(),
        twoBranches(),
        threeBranches(),
        performers(),
        kinds(),
        optional(),
        before(),
        times(),
        amountsAndKinds(),
        ends(),
        counted(),
        signed());
  }

  private static Subject subject(TestSop sop, Graph graph) {
    Sop built = sop.build();
    return new Subject(built, graph.text(), List.of());
  }

  private static Subject amounts() {
    return subject(
        aSop("uji.bagian")
            .data("nilai", AMOUNT, "1")
            .row("1", "A")
            .row("2", "B")
            .row("3", "C")
            .row("4", "D"),
        Graph.of("uji.bagian")
            .start("ke(\"1\")")
            .after("1", "Data( nilai < 50_000_000 )", "ke(\"2\")")
            .after("1", "Data( nilai >= 50_000_000, nilai < 200_000_000 )", "ke(\"3\")")
            .after("1", "Data( nilai >= 200_000_000 )", "ke(\"4\")")
            .after("2", "selesai()")
            .after("3", "selesai()")
            .after("4", "ke(\"3\")"));
  }

  private static Subject days() {
    return subject(
        aSop("uji.hari").data("tanggal", DAY, "1").row("1", "A").row("2", "B").row("3", "C"),
        Graph.of("uji.hari")
            .start("ke(\"1\")")
            .after("1", "Data( tanggal <= \"2026-06-30\" )", "ke(\"2\")")
            .after("1", "Data( tanggal > \"2026-06-30\" )", "ke(\"3\")")
            .after("2", "selesai()")
            .after("3", "selesai(\"TAHUN_DEPAN\")"));
  }

  private static Subject visits() {
    return subject(
        aSop("uji.ulang").row("1", "A").decision("2", "B", "YA", "TIDAK").row("3", "C"),
        Graph.of("uji.ulang")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\")")
            .decided("2", "YA", "ke(\"3\")")
            .arrow("ulang", tidak("kunjungan < 3"), "ke(\"1\")")
            .arrow("cukup", tidak("kunjungan >= 3"), "selesai(\"DITOLAK\")")
            .after("3", "selesai()"));
  }

  private static String tidak(String visits) {
    return "Selesai( langkah == \"2\", keputusan == \"TIDAK\", " + visits + " )";
  }

  private static Subject twoBranches() {
    return subject(
        aSop("uji.dua").row("1", "A").row("2", "B").row("3", "C").row("4", "D"),
        Graph.of("uji.dua")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\", \"3\")")
            .after("2", "Terbuka( langkah == \"3\" )", "tunggu()")
            .after("2", "not Terbuka( langkah == \"3\" )", "ke(\"4\")")
            .after("3", "Terbuka( langkah == \"2\" )", "tunggu()")
            .after("3", "not Terbuka( langkah == \"2\" )", "ke(\"4\")")
            .after("4", "selesai()"));
  }

  private static Subject threeBranches() {
    String done = "Selesai( langkah in (\"2\", \"3\", \"4\") )\n    ";
    return subject(
        aSop("uji.tiga").row("1", "A").row("2", "B").row("3", "C").row("4", "D").row("5", "E"),
        Graph.of("uji.tiga")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\").ke(\"3\").ke(\"4\")")
            .arrow("tunggu", done + "Terbuka( langkah in (\"2\", \"3\", \"4\") )", "tunggu()")
            .arrow("terus", done + "not Terbuka( langkah in (\"2\", \"3\", \"4\") )", "ke(\"5\")")
            .after("5", "selesai()"));
  }

  private static Subject performers() {
    return subject(
        aSop("uji.pelaku").row("1", "A", "B").row("2", "C", "D").row("3", "E"),
        Graph.of("uji.pelaku")
            .start("ke(\"1\").oleh(\"A\", \"B\")")
            .arrow("oleh A", "Selesai( langkah == \"1\", oleh == \"A\" )", "ke(\"2\")")
            .arrow("oleh lain", "Selesai( langkah == \"1\", oleh != \"A\" )", "ke(\"3\")")
            .after("2", "ke(\"3\")")
            .after("3", "selesai()"));
  }

  private static Subject kinds() {
    return subject(
        aSop("uji.jenis").data("jenis", KIND, "1").row("1", "A").row("2", "B").row("3", "C"),
        Graph.of("uji.jenis")
            .start("ke(\"1\")")
            .after("1", "Data( jenis in (\"X\", \"Y\") )", "ke(\"2\")")
            .after("1", "Data( jenis not in (\"X\", \"Y\") )", "ke(\"3\")")
            .after("2", "Data( jenis == \"X\" )", "ke(\"3\")")
            .after("2", "Data( jenis == \"Y\" )", "selesai(\"LANGSUNG\")")
            .after("3", "selesai()"));
  }

  private static Subject optional() {
    return subject(
        aSop("uji.sunah").data("cepat", new DataDomain.YaTidak()).row("1", "A").row("2", "B"),
        Graph.of("uji.sunah")
            .start("ke(\"1\")")
            .after("1", "Data( cepat == \"ya\" )", "selesai(\"CEPAT\")")
            .after("1", "not Data( cepat == \"ya\" )", "ke(\"2\")")
            .after("2", "selesai()"));
  }

  private static Subject before() {
    return subject(
        aSop("uji.pernah").decision("1", "A", "YA", "TIDAK").row("2", "B").row("3", "C"),
        Graph.of("uji.pernah")
            .start("ke(\"1\")")
            .decided("1", "YA", "ke(\"2\")")
            .decided("1", "TIDAK", "ke(\"3\")")
            .after("2", "ke(\"3\")")
            .after("3", "Pernah( langkah == \"2\" )", "selesai()")
            .after("3", "not Pernah( langkah == \"2\" )", "selesai(\"DITOLAK\")"));
  }

  private static Subject times() {
    return subject(
        aSop("uji.waktu")
            .data("jenis", new DataDomain.Pilihan(List.of("DEKAT", "JAUH")), "1")
            .row("1", "A")
            .row("2", BY_RULES, "B")
            .row("3", BY_RULES, "B")
            .row("4", "C"),
        Graph.of("uji.waktu")
            .start("ke(\"1\")")
            .after("1", "Data( jenis == \"DEKAT\" )", "ke(\"2\").selama(\"2 hari kerja\")")
            .after("1", "Data( jenis == \"JAUH\" )", "ke(\"3\").selama(\"4 hari kalender\")")
            .after("2", "ke(\"4\")")
            .after("3", "ke(\"4\")")
            .after("4", "selesai()"));
  }

  private static Subject amountsAndKinds() {
    return subject(
        aSop("uji.campur")
            .data("nilai", AMOUNT, "1")
            .data("jenis", KIND, "1")
            .row("1", "A")
            .row("2", "B")
            .row("3", "C"),
        Graph.of("uji.campur")
            .start("ke(\"1\")")
            .after("1", "Data( nilai <= 100, jenis != \"Z\" )", "ke(\"2\")")
            .after("1", "Data( nilai > 100, jenis != \"Z\" )", "ke(\"3\")")
            .after("1", "Data( jenis == \"Z\" )", "selesai(\"LAIN\")")
            .after("2", "ke(\"3\")")
            .after("3", "Data( nilai <= 100 || > 5_000 )", "selesai()")
            .after("3", "Data( nilai > 100 && <= 5_000 )", "selesai(\"SEDANG\")"));
  }

  private static Subject ends() {
    return subject(
        aSop("uji.akhir").row("1", "A").decision("2", "B", "YA", "TIDAK", "TUNDA").row("3", "C"),
        Graph.of("uji.akhir")
            .start("ke(\"1\")")
            .after("1", "ke(\"2\")")
            .decided("2", "YA", "ke(\"3\")")
            .decided("2", "TIDAK", "selesai(\"DITOLAK\")")
            .decided("2", "TUNDA", "ke(\"1\")")
            .after("3", "selesai()"));
  }

  private static Subject counted() {
    return subject(
        aSop("uji.jumlah")
            .data("peserta", COUNT, "1")
            .data("tanggal", DAY, "2")
            .row("1", "A")
            .row("2", "B")
            .row("3", "C")
            .row("4", "D"),
        Graph.of("uji.jumlah")
            .start("ke(\"1\")")
            .after("1", "Data( peserta == 0 )", "selesai(\"BATAL\")")
            .after("1", "Data( peserta != 0 )", "ke(\"2\")")
            .after("2", "Data( peserta > 50, tanggal < \"2026-03-01\" )", "ke(\"3\")")
            .after("2", "Data( peserta > 50, tanggal >= \"2026-03-01\" )", "ke(\"4\")")
            .after("2", "Data( peserta <= 50 )", "ke(\"4\")")
            .after("3", "ke(\"4\")")
            .after("4", "selesai()"));
  }

  private static Subject signed() {
    return subject(
        aSop("uji.paraf")
            .row("1", "A")
            .row("2", Performers.Mode.BERJENJANG, TestSop.day(), List.of(), "B", "C", "D")
            .together("3", TestSop.day(), "E", "F"),
        Graph.of("uji.paraf")
            .start("ke(\"1\").oleh(\"A\")")
            .after("1", "ke(\"2\").oleh(\"B\", \"C\", \"D\")")
            .after("2", "ke(\"3\").oleh(\"E\", \"F\")")
            .after("3", "selesai()"));
  }
}
