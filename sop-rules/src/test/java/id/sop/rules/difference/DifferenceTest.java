package id.sop.rules.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.definition.DataDomain;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.rules.Bundles;
import id.sop.rules.Shipped;
import id.sop.rules.TestSop;
import id.sop.rules.difference.Change.Aspect;
import id.sop.rules.difference.Change.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told between two versions, and what is not. */
class DifferenceTest {
  private static final String BIMTEK = "limapuluhkota.bimtek";

  static List<SopId> bundles() {
    return Shipped.ids();
  }

  private static Difference bimtek(Texts edited) {
    return Difference.between(Shipped.procedure(SopId.of(BIMTEK)), edited.load());
  }

  // No difference

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void files_laid_out_anew_reordered_and_remarked_say_the_same(SopId id) {
    Texts other =
        Texts.of(id.value())
            .rute(DifferenceTest::rulesBackwards)
            .sop(DifferenceTest::sectionsBackwards);
    Procedure procedure = other.load();

    Difference difference = Difference.between(Shipped.procedure(id), procedure);

    assertThat(procedure.digest()).isNotEqualTo(Shipped.procedure(id).digest());
    assertThat(difference.changes()).isEmpty();
    assertThat(difference.isEmpty()).isTrue();
  }

  private static String rulesBackwards(String rute) {
    Pattern rule = Pattern.compile("(?s)\\nrule \".*?\\nend\\n");
    List<String> rules =
        new ArrayList<>(rule.matcher(rute).results().map(MatchResult::group).toList());
    Collections.reverse(rules);
    String header = rute.substring(0, rute.indexOf("\nrule \""));
    return header + String.join("\n// lain\n", rules).replace("then\n", "then  // lalu\n  ");
  }

  private static String sectionsBackwards(String sop) {
    List<String> sections = new ArrayList<>(Arrays.asList(sop.split("\n(?=[a-z]+:)", -1)));
    Collections.reverse(sections);
    return String.join("\n# bagian\n\n", sections) + "\n";
  }

  // Routes

  @Test
  void an_arrow_that_leads_to_another_row_is_told_where_it_leaves() {
    Texts edited =
        Texts.of(BIMTEK)
            .rute(
                "keputusan == \"TIDAK\" )\nthen\n    rute.ke(\"2\").oleh(\"KABAG\")",
                "keputusan == \"TIDAK\" )\nthen\n    rute.ke(\"1\").oleh(\"KASUBAG\")");

    Difference difference = bimtek(edited);

    assertThat(difference.changes()).hasSize(1);
    Change.Routed routed = difference.routes().get(0);
    assertThat(routed.where().text()).isEqualTo("baris 3 TIDAK");
    assertThat(rows(routed.before())).containsExactly("2");
    assertThat(rows(routed.after())).containsExactly("1");
    assertThat(routed.aspects()).containsExactly(Aspect.TUJUAN);
  }

  private static List<String> rows(RouteAnswer answer) {
    return ((RouteAnswer.Open) answer).targets().stream().map(t -> t.step().value()).toList();
  }

  @Test
  void an_amount_that_is_routed_elsewhere_is_told_as_one_range() {
    Procedure old = amounts("nilai < 50_000_000", "nilai >= 50_000_000");
    Procedure now = amounts("nilai < 100_000_000", "nilai >= 100_000_000");

    Difference difference = Difference.between(old, now);

    Change.Routed routed = difference.routes().get(0);
    assertThat(difference.routes()).hasSize(1);
    assertThat(routed.where().text()).isEqualTo("baris 1, nilai 50000000..99999999");
    assertThat(rows(routed.before())).containsExactly("3");
    assertThat(rows(routed.after())).containsExactly("2");
  }

  @Test
  void ranges_that_do_not_touch_are_told_in_one_line() {
    Procedure old = amounts("nilai < 100_000_000", "nilai >= 100_000_000");
    Procedure now =
        amounts("nilai >= 10 && < 20 || >= 100_000_000", "nilai < 10 || >= 20 && < 100_000_000");

    Difference difference = Difference.between(old, now);

    assertThat(difference.routes())
        .extracting(r -> r.where().text())
        .containsExactly(
            "baris 1, nilai 0..9 atau 20..99999999", "baris 1, nilai 100000000..1000000000");
  }

  private static Procedure amounts(String toTwo, String toThree) {
    Sop sop =
        TestSop.aSop("uji.nilai")
            .data("nilai", new DataDomain.Uang(0, 1_000_000_000), "1")
            .row("1", "A")
            .row("2", "B")
            .row("3", "C")
            .build();
    String rules =
        "package sop.uji.nilai\nimport id.sop.rules.fact.*\nglobal Rute rute\n"
            + rule("Mulai()", "ke(\"1\")")
            + rule("Selesai( langkah == \"1\" ) Data( " + toTwo + " )", "ke(\"2\")")
            + rule("Selesai( langkah == \"1\" ) Data( " + toThree + " )", "ke(\"3\")")
            + rule("Selesai( langkah in (\"2\", \"3\") )", "selesai()");
    return Bundles.load(sop, rules).procedure().orElseThrow();
  }

  private static String rule(String when, String then) {
    String name = when.replace("\"", "");
    return "rule \""
        + name
        + "\" @baris(\"1\") @dasarHukum(\"contoh\")\nwhen "
        + when
        + "\nthen rute."
        + then
        + ";\nend\n";
  }

  @Test
  void another_time_and_another_performer_are_told_apart_from_another_row() {
    Texts edited =
        Texts.of("limapuluhkota.konsultasi")
            .rute("selama(\"4 hari kalender\")", "selama(\"5 hari kalender\")");

    Difference difference =
        Difference.between(Shipped.procedure(SopId.of("limapuluhkota.konsultasi")), edited.load());

    assertThat(difference.changes()).hasSize(1);
    assertThat(difference.routes().get(0).where().text())
        .isEqualTo("baris 10, lokasi LUAR_PROVINSI");
    assertThat(difference.routes().get(0).aspects()).containsExactly(Aspect.TENGGAT);
  }

  @Test
  void a_time_that_a_row_sets_itself_is_told_with_every_arrow_into_it() {
    Texts edited =
        Texts.of(BIMTEK)
            .sop(
                "kelengkapan: [SURAT / DISPOSISI]\n    waktu: 1 hari kerja",
                "kelengkapan: [SURAT / DISPOSISI]\n    waktu: 2 hari kerja");

    Difference difference = bimtek(edited);

    assertThat(difference.routes()).allMatch(r -> r.aspects().contains(Aspect.TENGGAT));
    assertThat(difference.changes())
        .contains(new Change.Reworded(Part.BARIS, "2", "waktu", "1 hari kerja", "2 hari kerja"));
    assertThat(difference.routes())
        .extracting(r -> r.where().text())
        .contains("baris 1", "baris 3 TIDAK");
  }

  // Rules

  @Test
  void a_rule_with_a_new_name_and_the_same_meaning_changes_no_route() {
    Texts edited = Texts.of(BIMTEK).rute("\"3 YA: Sekwan setuju\"", "\"3 YA: disetujui\"");

    Difference difference = bimtek(edited);

    assertThat(difference.changes())
        .containsExactly(new Change.Renamed("3 YA: Sekwan setuju", "3 YA: disetujui"));
  }

  @Test
  void a_rule_with_a_new_name_that_leads_elsewhere_is_another_rule() {
    Texts edited =
        Texts.of(BIMTEK)
            .rute("\"3 TIDAK: kembali ke Kabag untuk diperbaiki\"", "\"3 TIDAK: ulang\"")
            .rute(
                "keputusan == \"TIDAK\" )\nthen\n    rute.ke(\"2\").oleh(\"KABAG\")",
                "keputusan == \"TIDAK\" )\nthen\n    rute.ke(\"1\").oleh(\"KASUBAG\")");

    Difference difference = bimtek(edited);

    assertThat(difference.changes())
        .contains(
            new Change.Went(Part.ATURAN, "3 TIDAK: kembali ke Kabag untuk diperbaiki"),
            new Change.Came(Part.ATURAN, "3 TIDAK: ulang"))
        .hasSize(3);
  }

  @Test
  void a_new_legal_basis_is_told() {
    String basis =
        "SOP Kegiatan Bimtek, Sekretariat DPRD Kabupaten Lima Puluh Kota, Juli 2020, baris 13";
    Texts edited = Texts.of(BIMTEK).rute(basis, "Perda 1/2026");

    Difference difference = bimtek(edited);

    assertThat(difference.changes())
        .containsExactly(
            new Change.Reworded(
                Part.ATURAN,
                "13: laporan dan SPJ selesai, berkas berakhir",
                "dasarHukum",
                basis,
                "Perda 1/2026"));
  }

  // Documents

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kegiatan: Matrik kerja/DPA humas | kegiatan: Matrik kerja | BARIS 1 kegiatan
          kelengkapan: [DPA BAGIAN HUMAS]  | kelengkapan: [DPA]     | BARIS 1 kelengkapan
          nama: Kegiatan Bimtek            | nama: Bimtek           | DOKUMEN limapuluhkota.bimtek nama
          versi: 2020-07                   | versi: 2026-01         | DOKUMEN limapuluhkota.bimtek versi
          nama: Kasubag Keuangan           | nama: Kasubag Uang     | PELAKSANA KASUBAG_KEUANGAN nama
          keterangan: Tanggal kegiatan yang ditetapkan Bamus. | keterangan: Tanggal. | DATA tanggalKegiatan keterangan
          """)
  void words_of_the_document_are_told_by_part_and_field(String from, String to, String what) {
    Difference difference = bimtek(Texts.of(BIMTEK).sop(from, to));

    assertThat(difference.routes()).isEmpty();
    assertThat(difference.changes()).extracting(DifferenceTest::what).containsExactly(what);
  }

  private static String what(Change change) {
    Change.Reworded reworded = (Change.Reworded) change;
    return reworded.part() + " " + reworded.name() + " " + reworded.field();
  }

  @Test
  void roles_facts_and_rows_that_come_and_go_are_told_with_their_arrows() {
    Sop small = TestSop.aSop("uji.kecil").roles("C").row("1", "A").row("2", "B").build();
    Sop large =
        TestSop.aSop("uji.kecil")
            .roles("D")
            .data("cepat", new DataDomain.YaTidak())
            .row("1", "A")
            .row("2", "B")
            .row("3", "A")
            .build();
    Procedure old = line(small, "1", "2");
    Procedure now = line(large, "1", "2", "3");

    Difference difference = Difference.between(old, now);

    assertThat(difference.changes())
        .contains(
            new Change.Went(Part.PELAKSANA, "C"),
            new Change.Came(Part.PELAKSANA, "D"),
            new Change.Came(Part.DATA, "cepat"),
            new Change.Came(Part.BARIS, "3"));
    assertThat(difference.routes())
        .extracting(r -> r.where().text())
        .containsExactly("baris 2", "baris 3");
    assertThat(difference.routes().get(1).before()).isInstanceOf(RouteAnswer.NoRoute.class);
  }

  private static Procedure line(Sop sop, String... rows) {
    StringBuilder rules =
        new StringBuilder("package sop.uji.kecil\nimport id.sop.rules.fact.*\nglobal Rute rute\n");
    rules.append(rule("Mulai()", "ke(\"" + rows[0] + "\")"));
    for (int i = 0; i < rows.length; i++) {
      String then = i + 1 < rows.length ? "ke(\"" + rows[i + 1] + "\")" : "selesai()";
      rules.append(rule("Selesai( langkah == \"" + rows[i] + "\" )", then));
    }
    return Bundles.load(sop, rules.toString()).procedure().orElseThrow();
  }

  @Test
  void routes_that_are_no_table_cannot_be_compared() {
    Procedure table = Shipped.procedure(SopId.of(BIMTEK));
    Procedure own = new Procedure(table.sop(), question -> new RouteAnswer.NoRoute(), "x");

    assertThatThrownBy(() -> Difference.between(table, own))
        .isInstanceOfSatisfying(
            SopException.class, e -> assertThat(e.code()).isEqualTo(DifferenceCode.NO_TABLE));
  }
}
