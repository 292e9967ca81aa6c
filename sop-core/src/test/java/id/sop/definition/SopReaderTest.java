package id.sop.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sop.definition.Performers.Mode;
import id.sop.internal.MarkedText;
import id.sop.problem.Language;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Severity;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SopReaderTest {
  private static final String GOOD = MarkedText.resource("/id/sop/definition/sop.yaml");

  private static SopReader.Result read(String text) {
    return SopReader.read("sop.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static SopReader.Result readWith(String part, String written) {
    assertThat(GOOD).containsOnlyOnce(part);
    return read(GOOD.replace(part, written));
  }

  private static Sop good() {
    return read(GOOD).sop().orElseThrow();
  }

  private static Step row(String id) {
    return good().step(StepId.of(id)).orElseThrow();
  }

  private static Problem only(SopReader.Result result) {
    assertThat(result.problems()).hasSize(1);
    return result.problems().get(0);
  }

  @Test
  void a_good_file_has_no_problems() {
    assertThat(read(GOOD).problems()).isEmpty();
  }

  @Test
  void the_identity_block_is_read_whole() {
    Sop sop = good();

    assertThat(sop.versi()).isEqualTo("2");
    assertThat(sop.zona()).isEqualTo(ZoneId.of("Asia/Makassar"));
    assertThat(sop.identitas())
        .returns(Optional.of("060/12"), Identitas::nomor)
        .returns(Optional.of(LocalDate.of(2025, 7, 1)), Identitas::tanggalEfektif)
        .returns(List.of("Permendagri 3/2018", "Perda Kota Contoh 4/2019"), Identitas::dasarHukum)
        .returns(List.of("Tanpa izin penelitian tidak boleh dimulai"), Identitas::peringatan)
        .returns(Map.of("nomor", "060 / 12"), Identitas::tercetak);
  }

  @ParameterizedTest
  @CsvSource({"WIB, Asia/Jakarta", "WITA, Asia/Makassar", "WIT, Asia/Jayapura"})
  void the_three_zones_are_known_by_their_names(String name, String zone) {
    assertThat(readWith("zona: WITA", "zona: " + name).sop().orElseThrow().zona())
        .isEqualTo(ZoneId.of(zone));
  }

  @Test
  void a_field_left_blank_or_null_counts_as_not_there() {
    SopReader.Result result = readWith("disahkanOleh: Kepala Badan", "disahkanOleh: null");

    assertThat(result.sop().orElseThrow().identitas().disahkanOleh()).isEmpty();
    assertThat(only(result).code()).isEqualTo(DefinitionCode.IDENTITY_GAP);
  }

  @Test
  void a_quoted_null_is_a_text() {
    assertThat(
            readWith("Kepala Badan\n  dasar", "\"null\"\n  dasar")
                .sop()
                .orElseThrow()
                .identitas()
                .disahkanOleh())
        .contains("null");
  }

  @Test
  void rows_keep_their_order_and_a_printed_number_of_their_own() {
    assertThat(good().langkah().keySet())
        .extracting(StepId::value)
        .startsWith("terima", "periksa", "lengkapi", "nilai", "paraf", "sah");
    assertThat(row("terima").no()).isEqualTo("1");
    assertThat(row("sah").no()).isEqualTo("sah");
  }

  @Test
  void each_mode_of_performing_is_read() {
    assertThat(good().langkah().values())
        .extracting(step -> step.pelaksana().mode())
        .containsExactly(
            Mode.SALAH_SATU,
            Mode.SALAH_SATU,
            Mode.EKSTERNAL,
            Mode.KOLEGIAL,
            Mode.BERJENJANG,
            Mode.BERSAMA,
            Mode.SALAH_SATU,
            Mode.SALAH_SATU,
            Mode.SALAH_SATU,
            Mode.SALAH_SATU);
    assertThat(row("paraf").pelaksana().completing()).isEqualTo(PelaksanaCode.of("KABID"));
  }

  @ParameterizedTest
  @CsvSource({"TIM, KOLEGIAL", "PEMOHON, EKSTERNAL", "BIDANG, SALAH_SATU", "KABAN, SALAH_SATU"})
  void one_code_alone_is_done_as_its_role_can(String code, Mode mode) {
    Sop sop = readWith("{ bersama: [KABAN, KABID] }", code).sop().orElseThrow();

    assertThat(sop.step(StepId.of("sah")).orElseThrow().pelaksana())
        .isEqualTo(new Performers(mode, List.of(PelaksanaCode.of(code))));
  }

  @Test
  void a_row_can_say_by_how_much_its_time_may_be_extended() {
    Sop sop =
        readWith("waktu: 1 hari kerja", "waktu: 10 hari kerja\n    perpanjangan: 7  Hari Kerja")
            .sop()
            .orElseThrow();
    MutuBaku judged = sop.step(StepId.of("periksa")).orElseThrow().dinilai();

    assertThat(judged.perpanjangan()).contains(Waktu.paling(7, Satuan.HARI_KERJA));
    assertThat(good().langkah().values())
        .allSatisfy(step -> assertThat(step.mutuBaku().perpanjangan()).isEmpty());
  }

  @Test
  void each_time_is_read_whatever_its_case_and_spacing() {
    assertThat(good().langkah().values())
        .extracting(step -> step.mutuBaku().waktu())
        .containsExactly(
            Waktu.paling(30, Satuan.MENIT_KERJA),
            Waktu.paling(1, Satuan.HARI_KERJA),
            Waktu.sesuaiJadwal(),
            Waktu.paling(2, Satuan.HARI_KALENDER),
            Waktu.paling(2, Satuan.JAM_KERJA),
            new Waktu.MenurutAturan(),
            new Waktu.PerKeputusan(
                Map.of(
                    "TERBIT", Waktu.paling(2, Satuan.HARI_KERJA),
                    "TOLAK", Waktu.paling(1, Satuan.HARI_KERJA))),
            new Waktu.Relatif(
                Optional.of(new Waktu.Paling(3, Satuan.HARI_KERJA)),
                Waktu.Arah.SEBELUM,
                new Waktu.Acuan.Data("mulaiPenelitian")),
            new Waktu.Relatif(
                Optional.of(new Waktu.Paling(14, Satuan.HARI_KERJA)),
                Waktu.Arah.SETELAH,
                new Waktu.Acuan.Langkah("sah")),
            new Waktu.Bersama("laporan"));
  }

  @Test
  void what_is_assessed_replaces_only_the_cells_it_names() {
    assertThat(row("nilai").mutuBaku().kelengkapan()).isEmpty();
    assertThat(row("nilai").dinilai().kelengkapan()).containsExactly("PROPOSAL");
    assertThat(row("nilai").dinilai().output()).containsExactly("NOTULEN");
  }

  @Test
  void facts_have_their_bounds() {
    assertThat(good().data().values())
        .extracting(DataField::domain)
        .containsExactly(
            new DataDomain.Pilihan(List.of("MAHASISWA", "LEMBAGA")),
            new DataDomain.Bilangan(1, 1_000),
            new DataDomain.Uang(0, 50_000_000),
            new DataDomain.Tanggal(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31)),
            new DataDomain.YaTidak());
  }

  @Test
  void a_fact_without_bounds_has_wide_ones() {
    String bare = GOOD.replaceAll("    (dari|sampai): .*\n", "");

    assertThat(read(bare).sop().orElseThrow().data().values())
        .extracting(DataField::domain)
        .contains(
            new DataDomain.Bilangan(0, 1_000_000_000),
            new DataDomain.Uang(0, 10_000_000_000_000_000L),
            new DataDomain.Tanggal(LocalDate.of(1900, 1, 1), LocalDate.of(2199, 12, 31)));
  }

  @Test
  void a_fact_knows_the_row_that_needs_it_and_the_value_it_must_have() {
    DataField complete = Objects.requireNonNull(good().data().get("lengkap"));

    assertThat(complete.wajibPada()).contains(StepId.of("periksa"));
    assertThat(complete.harus()).contains(DataValue.of(true));
  }

  @Test
  void an_assumption_is_read_whole() {
    assertThat(good().asumsi())
        .containsExactly(
            new Asumsi(
                "A1",
                List.of(StepId.of("nilai"), StepId.of("sah")),
                Set.of(Asumsi.Bidang.WAKTU, Asumsi.Bidang.URUTAN),
                "Satuan waktu tidak tercetak.",
                Map.of("a", "hari kalender", "b", "hari kerja"),
                "b",
                "Kebiasaan kantor.",
                Asumsi.Keyakinan.RENDAH,
                false));
  }

  @Test
  void a_group_within_a_group_lends_its_members() {
    Sop sop =
        readWith(
                "    anggota: [STAF, KABID]\n",
                "    anggota: [STAF, KABID]\n  - { kode: BADAN, nama: Badan, jenis: kelompok, anggota: [BIDANG, KABAN] }\n")
            .sop()
            .orElseThrow();

    assertThat(sop.mayActAs(PelaksanaCode.of("STAF"), PelaksanaCode.of("BADAN"))).isTrue();
    assertThat(sop.mayActAs(PelaksanaCode.of("TIM"), PelaksanaCode.of("BADAN"))).isFalse();
  }

  @Test
  void gaps_of_the_identity_block_are_warned_of_and_do_not_stop() {
    SopReader.Result result =
        read(GOOD.replaceAll("  (nomor|tanggalEfektif|disahkanOleh): .*\n(?=  \\w)", ""));

    assertThat(result.sop()).isPresent();
    assertThat(result.problems())
        .extracting(Problem::code, p -> p.facts().get(0))
        .containsExactly(
            tuple(DefinitionCode.IDENTITY_GAP, "disahkanOleh"),
            tuple(DefinitionCode.IDENTITY_GAP, "nomor"),
            tuple(DefinitionCode.IDENTITY_GAP, "tanggalEfektif"));
  }

  @Test
  void a_column_that_no_row_uses_is_warned_of() {
    MarkedText unused =
        MarkedText.replacing(GOOD, "  - kode: TIM", "  - { kode: ▶KPA, nama: KPA }\n  - kode: TIM");

    Problem problem = only(SopReader.read("sop.yaml", unused.bytes()));

    assertThat(problem.code()).isEqualTo(DefinitionCode.UNUSED_ROLE);
    assertThat(problem.place()).isEqualTo(new Place("sop.yaml", unused.line(), unused.column()));
  }

  @Test
  void one_name_for_two_roles_is_warned_of() {
    SopReader.Result result = readWith("nama: Tim Penilai", "nama: pengadministrasi  umum");

    assertThat(only(result).code()).isEqualTo(DefinitionCode.NAME_CLASH);
    assertThat(only(result).facts()).containsExactly("pengadministrasi  umum", "STAF");
  }

  @Test
  void slips_all_over_the_file_come_out_in_one_go_in_file_order() {
    SopReader.Result result =
        read(
            GOOD.replace("zona: WITA", "zona: WITTA")
                .replace("2024-01-31", "Januari 2024")
                .replace("jenis: kolegial", "jenis: kolegal")
                .replace("50_000_000", "50.000.000")
                .replace("    kegiatan: Menilai proposal\n", "")
                .replace("penerima: [STAF]", "penerma: [STAF]")
                .replace("waktu: 1 hari kerja", "waktu: besok")
                .replace("[LENGKAP, TIDAK_LENGKAP]", "[lengkap, TIDAK]")
                .replace("dipilih: b", "dipilih: z"));

    assertThat(result.sop()).isEmpty();
    assertThat(result.problems())
        .extracting(p -> p.code().name())
        .containsExactly(
            "UNKNOWN_WORD",
            "NOT_A_DATE",
            "UNKNOWN_WORD",
            "BAD_VALUE",
            "WAKTU_UNKNOWN",
            "BAD_LABEL",
            "UNKNOWN_KEY",
            "MISSING_KEY",
            "DIPILIH_UNKNOWN");
    assertThat(result.problems()).isSortedAccordingTo(Problem.IN_FILE_ORDER);
  }

  @Test
  void a_row_that_is_broken_through_and_through_hides_nothing_of_the_next() {
    SopReader.Result result =
        read(
            GOOD.replace("  - id: terima\n", "  - idd: [terima]\n")
                .replace("pelaksana: { kolegial: TIM }", "pelaksana: { kolegial: TIMM }"));

    assertThat(result.problems())
        .extracting(p -> p.code().name(), p -> p.facts().get(0))
        .contains(
            tuple("UNKNOWN_KEY", "idd"), tuple("MISSING_KEY", "id"), tuple("UNKNOWN_ROLE", "TIMM"));
  }

  @ParameterizedTest
  @CsvSource({
    "penerima: [STAF], penerma: [STAF], penerima",
    "kolegial: TIM, kolegial: TIN, TIM",
    "'[LENGKAP, TIDAK_LENGKAP]', '[LENGKAP, tidak lengkap]', TIDAK_LENGKAP",
    "waktu: 1 hari kerja, waktu: 1 hri kerja, hari kerja",
    "wajibPada: periksa, wajibPada: perksa, periksa",
    "keyakinan: rendah, keyakinan: rendahh, rendah",
  })
  void the_hint_names_the_nearest_right_word(String part, String written, String suggestion) {
    Problem problem = readWith(part, written).problems().get(0);

    assertThat(problem.hint(Language.ID)).contains(suggestion);
    assertThat(problem.hint(Language.EN)).contains(suggestion);
  }

  @Test
  void a_duplicate_names_the_line_of_the_first() {
    Problem problem = readWith("id: paraf", "id: terima").problems().get(0);

    int first = GOOD.lines().toList().indexOf("  - id: terima") + 1;
    assertThat(problem.facts()).containsExactly("terima", Integer.toString(first));
  }

  @Test
  void a_bad_code_is_not_reported_again_wherever_it_was_meant() {
    SopReader.Result result = readWith("kode: KABAN", "kode: Kaban");

    assertThat(only(result).code()).isEqualTo(DefinitionCode.BAD_ROLE_CODE);
  }

  @Test
  void a_file_without_rows_says_that_and_not_that_each_row_is_unknown() {
    String noRows =
        GOOD.substring(0, GOOD.indexOf("langkah:")) + GOOD.substring(GOOD.indexOf("asumsi:"));

    assertThat(read(noRows).problems())
        .filteredOn(p -> p.severity() == Severity.ERROR)
        .extracting(p -> p.code().name(), p -> p.facts().get(0))
        .containsExactly(tuple("MISSING_KEY", "langkah"));
  }

  @Test
  void what_a_row_says_of_watching_replaces_what_the_sop_says() {
    Sop sop = read(GOOD).sop().orElseThrow();
    Waktu.Paling day = new Waktu.Paling(1, Satuan.HARI_KERJA);
    List<Eskalasi> above =
        List.of(
            new Eskalasi(day, List.of(PelaksanaCode.of("KABID"))),
            new Eskalasi(
                new Waktu.Paling(3, Satuan.HARI_KERJA),
                List.of(PelaksanaCode.of("KABID"), PelaksanaCode.of("KABAN"))));

    assertThat(sop.pengawasan(StepId.of("terima")))
        .isEqualTo(new Pengawasan(List.of(day, new Waktu.Paling(2, Satuan.JAM_KERJA)), above));
    assertThat(sop.pengawasan(StepId.of("paraf")))
        .isEqualTo(new Pengawasan(List.of(new Waktu.Paling(30, Satuan.MENIT_KERJA)), above));
  }
}
