package id.sop.casework;

import static id.sop.testing.Desk.CASE;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.paper;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.audit.AuditCode;
import id.sop.audit.Finding;
import id.sop.audit.Kriteria;
import id.sop.audit.RowReport;
import id.sop.audit.Verdict;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.journal.Document;
import id.sop.problem.Code;
import id.sop.problem.Problem;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Entries of a checklist that depend on facts, that may be left out, and of which more is asked.
 */
class ChecklistTest {
  private static final String YAML =
      """
      sop: kota.izin
      versi: 1
      zona: WIB
      identitas: { instansi: Kota, unit: Dinas, nama: Izin, nomor: 1, tanggalPembuatan: 2025-12-01, tanggalEfektif: 2026-01-01, disahkanOleh: Kepala Dinas, dasarHukum: [Perda 1] }
      pelaksana:
        - { kode: STAF, nama: Staf }
      data:
        - { nama: pemohon, jenis: pilihan, nilai: [ORANG, BADAN] }
        - { nama: luas, jenis: bilangan, dari: 0, sampai: 100 }
      parameter:
        - nama: batas
          jenis: bilangan
          nilai:
            - { sejak: 2026-01-01, nilai: 20, dasarHukum: Perwal 1 }
            - { sejak: 2026-03-02, nilai: 10, dasarHukum: Perwal 2 }
      langkah:
        - id: 1
          kegiatan: Memeriksa
          pelaksana: STAF
          waktu: 1 hari kerja
          kelengkapan:
            - FORMULIR
            - { dokumen: AKTA, bila: { pemohon: BADAN }, rujukan: [nomor, tanggal] }
            - { dokumen: GAMBAR, bila: { luas: "OP batas" }, lisan: tidak }
            - { dokumen: KUASA, jikaDibutuhkan: ya }
          output:
            - { dokumen: CATATAN, bila: { luas: "< 5" } }
      """;

  private static Sop sop(String op) {
    SopReader.Result read =
        SopReader.read("sop.yaml", YAML.replace("OP batas", op).getBytes(UTF_8));
    assertThat(read.problems()).isEmpty();
    return read.sop().orElseThrow();
  }

  private static Desk desk(CompliancePolicy policy) {
    return desk("> batas", policy);
  }

  private static Desk desk(String op, CompliancePolicy policy) {
    Sop sop = sop(op);
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").ends();
    return Desk.of(sop, arrows, policy).begun("STAF");
  }

  private static CommandBuilder.Complete done() {
    return complete("1", "STAF").kelengkapan(paper("FORMULIR")).output(paper("CATATAN"));
  }

  private static List<String> refused(Desk desk, CommandBuilder<?> command) {
    return desk.refused(command).stream().map(r -> r.code().id()).toList();
  }

  private static RowReport report(Desk desk) {
    return desk.engine.report(CASE).rows().get(0);
  }

  private static List<Code> found(Desk desk, Kriteria kriteria) {
    return report(desk).on(kriteria).findings().stream().<Code>map(Finding::code).toList();
  }

  @Test
  void what_a_variant_does_not_need_is_not_asked_of_it() {
    Desk desk = desk(CompliancePolicy.live());

    desk.did(done().data("pemohon", "ORANG").data("luas", 10));

    assertThat(found(desk, Kriteria.KELENGKAPAN)).containsExactly(AuditCode.KELENGKAPAN_COMPLETE);
    assertThat(found(desk, Kriteria.OUTPUT)).containsExactly(AuditCode.NO_OUTPUT_ASKED);
  }

  @Test
  void what_a_variant_needs_is_asked_of_it() {
    Desk desk = desk(CompliancePolicy.live());

    assertThat(refused(desk, done().data("pemohon", "BADAN").data("luas", 11)))
        .containsExactly("SOP-4006");
    assertThat(desk.refused(done().data("pemohon", "BADAN").data("luas", 11)).get(0).facts())
        .containsExactly("1", "AKTA, GAMBAR");
  }

  /** The case began on the day on which the limit fell to ten. */
  @ParameterizedTest
  @CsvSource({
    "> batas, 10, false", "> batas, 11, true",
    ">= batas, 9, false", ">= batas, 10, true",
    "< batas, 10, false", "< batas, 9, true",
    "<= batas, 11, false", "<= batas, 10, true",
    "> 20, 20, false", "> 20, 21, true",
    "10, 10, true", "10, 11, false",
  })
  void limits_are_kept_to_the_unit(String op, int luas, boolean asked) {
    Desk desk = desk(op, CompliancePolicy.live());
    CommandBuilder<?> command = done().data("pemohon", "ORANG").data("luas", luas);

    if (asked) {
      assertThat(refused(desk, command)).containsExactly("SOP-4006");
    } else {
      desk.did(command);
    }
  }

  @Test
  void the_limit_in_force_when_the_case_began_decides() {
    Sop sop = sop("> batas");
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").ends();
    Desk desk = Desk.of(sop, arrows);
    desk.did(desk.start("STAF").at(Instant.parse("2026-03-01T16:59:59Z")));

    desk.did(done().data("pemohon", "ORANG").data("luas", 20));
  }

  @Test
  void while_a_fact_is_not_known_nothing_is_guessed() {
    Desk desk = desk(CompliancePolicy.live());

    assertThat(refused(desk, done().data("luas", 50).kelengkapan(paper("GAMBAR"))))
        .containsExactly("SOP-4105");

    Desk lenient = desk(CompliancePolicy.retrospective());
    lenient.did(done().data("luas", 50).kelengkapan(paper("GAMBAR")));
    assertThat(found(lenient, Kriteria.KELENGKAPAN))
        .containsExactly(AuditCode.KELENGKAPAN_COMPLETE, AuditCode.CHECKLIST_UNDECIDED);
    assertThat(report(lenient).verdict(Kriteria.KELENGKAPAN))
        .isEqualTo(Verdict.TIDAK_DAPAT_DINILAI);
  }

  @Test
  void what_was_known_before_decides_too() {
    Sop sop = sop("> batas");
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").ends();
    Desk desk = Desk.of(sop, arrows);
    desk.did(desk.start("STAF").data("pemohon", "BADAN"));

    assertThat(refused(desk, done().data("luas", 1))).containsExactly("SOP-4006");
  }

  @Test
  void where_a_paper_is_wanted_an_oral_act_does_not_do() {
    Desk desk = desk(CompliancePolicy.live());
    CommandBuilder<?> oral =
        done().data("pemohon", "ORANG").data("luas", 50).kelengkapan(Document.lisan("GAMBAR"));

    assertThat(refused(desk, oral)).containsExactly("SOP-4006");

    Desk elsewhere = desk(CompliancePolicy.live());
    elsewhere.did(
        complete("1", "STAF")
            .kelengkapan(Document.lisan("FORMULIR"))
            .data("pemohon", "ORANG")
            .data("luas", 7));
  }

  @Test
  void a_document_is_given_with_the_reference_that_is_asked_for() {
    Document dated =
        new Document(
            "AKTA",
            Optional.of("4"),
            Optional.of(LocalDate.of(2025, 5, 6)),
            Optional.empty(),
            false);
    Desk desk = desk(CompliancePolicy.live());
    CommandBuilder<?> bare =
        done().data("pemohon", "BADAN").data("luas", 7).kelengkapan(paper("AKTA"));

    assertThat(refused(desk, bare)).containsExactly("SOP-4106");
    assertThat(desk.refused(bare).get(0).facts()).containsExactly("1", "AKTA: tanggal");
    Desk lenient = desk(CompliancePolicy.retrospective());
    lenient.did(done().data("pemohon", "BADAN").data("luas", 7).kelengkapan(paper("AKTA")));
    assertThat(found(lenient, Kriteria.KELENGKAPAN))
        .containsExactly(AuditCode.KELENGKAPAN_COMPLETE, AuditCode.REFERENCE_INCOMPLETE);
    desk.did(done().data("pemohon", "BADAN").data("luas", 7).kelengkapan(dated));
    assertThat(found(desk, Kriteria.KELENGKAPAN)).containsExactly(AuditCode.KELENGKAPAN_COMPLETE);
  }

  @Test
  void what_is_needed_only_sometimes_may_be_left_out_and_that_is_noted() {
    Desk without = desk(CompliancePolicy.live());
    without.did(done().data("pemohon", "ORANG").data("luas", 7));
    Desk with = desk(CompliancePolicy.live());
    with.did(done().data("pemohon", "ORANG").data("luas", 7).kelengkapan(paper("KUASA")));

    assertThat(report(without).catatan())
        .extracting(Finding::code)
        .containsExactly(AuditCode.NOT_NEEDED);
    assertThat(report(with).catatan()).isEmpty();
  }

  @Test
  void the_report_finds_what_a_lenient_policy_let_in() {
    Desk desk = desk(CompliancePolicy.retrospective());

    desk.did(complete("1", "STAF").data("pemohon", "BADAN").data("luas", 4));

    assertThat(found(desk, Kriteria.KELENGKAPAN)).containsExactly(AuditCode.KELENGKAPAN_MISSING);
    assertThat(found(desk, Kriteria.OUTPUT)).containsExactly(AuditCode.OUTPUT_MISSING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bila: { pemohon: BADAN } | bila: { ▶pemhon: BADAN } | SOP-1196",
        "bila: { pemohon: BADAN } | bila: { pemohon: ▶CV } | SOP-1197",
        "bila: { pemohon: BADAN } | bila: { pemohon: ▶\"> BADAN\" } | SOP-1197",
        "luas: \"< 5\" | luas: ▶\"< lima\" | SOP-1197",
        "luas: \"< 5\" | luas: ▶\"< 500\" | SOP-1197",
        "dokumen: AKTA | dokumen: ▶FORMULIR | SOP-1195",
      })
  void what_is_wrong_with_an_entry_is_told_at_its_place(String part, String written, String code) {
    assertThat(YAML).containsOnlyOnce(part);
    String marked = YAML.replace("OP batas", "> batas").replace(part, written);
    String before = marked.substring(0, marked.indexOf('▶'));

    List<Problem> told =
        SopReader.read("sop.yaml", marked.replace("▶", "").getBytes(UTF_8)).problems();

    assertThat(told).extracting(p -> p.code().id()).containsExactly(code);
    assertThat(told.get(0).place().line())
        .isEqualTo(before.chars().filter(c -> c == '\n').count() + 1);
    assertThat(told.get(0).place().column()).isEqualTo(before.length() - before.lastIndexOf('\n'));
  }
}
