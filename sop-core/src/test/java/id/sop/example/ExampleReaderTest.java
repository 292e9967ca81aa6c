package id.sop.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.definition.StepId;
import id.sop.internal.MarkedText;
import id.sop.internal.YamlCode;
import id.sop.problem.Code;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleReaderTest {
  static final String GOOD = MarkedText.resource("/id/sop/definition/uji.yaml");
  private static final Sop SOP =
      SopReader.read(
              "sop.yaml",
              MarkedText.resource("/id/sop/definition/sop.yaml").getBytes(StandardCharsets.UTF_8))
          .sop()
          .orElseThrow();

  record Slip(String name, String part, String written, Code code) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Slip slip(String name, String part, String written, Code code) {
    return new Slip(name, part, written, code);
  }

  @Test
  void a_clerk_may_write_a_moment_as_offices_do_and_one_row_without_brackets() {
    String form = "sop: %s%ncontoh:%n  - nama: satu%n    mulai: { pada: %s, posisi: %s }%n";
    String row = SOP.langkah().keySet().iterator().next().value();

    List<Example> strict =
        read(form.formatted(SOP.id(), "2026-03-02T08:10", "[" + row + "]")).examples();
    List<Example> office = read(form.formatted(SOP.id(), "2026-03-02 08.10", row)).examples();

    assertThat(office.get(0).mulai().pada()).isEqualTo(strict.get(0).mulai().pada());
    assertThat(office.get(0).mulai().expected().posisi().orElseThrow().value())
        .isEqualTo(strict.get(0).mulai().expected().posisi().orElseThrow().value());
  }

  /** Slips against the form of the file, which its schema sees too. */
  static Stream<Slip> structural() {
    return Stream.of(
        slip("unknown key of the root", "contoh:\n", "▶conto: []\ncontoh:\n", YamlCode.UNKNOWN_KEY),
        slip(
            "no examples",
            GOOD.substring(GOOD.indexOf("contoh:")),
            "▶contoh: []\n",
            ExampleCode.NO_EXAMPLES),
        slip("no name", "nama: berkas lengkap", "▶nama:", YamlCode.EMPTY_TEXT),
        slip("no start", "mulai: {", "▶mulia: {", YamlCode.UNKNOWN_KEY),
        slip("start without moment", "{ pada: 2026-03-02T08:00,", "▶{", YamlCode.MISSING_KEY),
        slip(
            "moment without time",
            "pada: 2026-03-02T08:10",
            "pada: ▶2026-03-02",
            ExampleCode.BAD_MOMENT),
        slip(
            "moment in words",
            "pada: 2026-03-02T08:10",
            "pada: ▶2026-03-02 jam 8",
            ExampleCode.BAD_MOMENT),
        slip(
            "moment without anything between",
            "pada: 2026-03-02T08:10",
            "pada: ▶2026-03-020810",
            ExampleCode.BAD_MOMENT),
        slip("due in words", "tenggat: tidak ada", "tenggat: ▶besok", ExampleCode.BAD_MOMENT),
        slip(
            "unknown key of a step",
            "alasan: Semua ada",
            "▶alsan: Semua ada",
            YamlCode.UNKNOWN_KEY),
        slip("no row", "{ baris: nilai,", "▶{", YamlCode.MISSING_KEY),
        slip(
            "no code of a refusal",
            "ditolak: SOP-4003",
            "ditolak: ▶SOP-1101",
            ExampleCode.BAD_REFUSAL),
        slip(
            "schedule without end",
            "jadwal: { dari: 2026-03-04T08:00, sampai: 2026-03-04T16:00,",
            "jadwal: ▶{ dari: 2026-03-04T08:00,",
            YamlCode.MISSING_KEY),
        slip(
            "schedule key unknown", "dokumen: UNDANGAN", "▶dokumn: UNDANGAN", YamlCode.UNKNOWN_KEY),
        slip(
            "unknown act",
            "{ hentikan: Pemohon mundur, pada",
            "{ baris: nilai, tindakan: ▶rebut, pada",
            YamlCode.UNKNOWN_WORD),
        slip(
            "decision of a claim",
            "{ hentikan: Pemohon mundur, pada",
            "{ baris: nilai, tindakan: ambil, ▶keputusan: YA, pada",
            YamlCode.UNKNOWN_KEY),
        slip(
            "decision of a stop",
            "{ hentikan: Pemohon mundur,",
            "{ hentikan: Pemohon mundur, ▶keputusan: YA,",
            YamlCode.UNKNOWN_KEY),
        slip(
            "clock stopped with a decision",
            "{ hentikan: Pemohon mundur,",
            "{ henti: Pemohon mundur, ▶keputusan: YA,",
            YamlCode.UNKNOWN_KEY),
        slip(
            "clock running again on a basis",
            "{ hentikan: Pemohon mundur,",
            "{ lanjut: sudah lengkap, ▶dasar: UU,",
            YamlCode.UNKNOWN_KEY),
        slip(
            "extension of no row",
            "{ hentikan: Pemohon mundur,",
            "▶{ perpanjang: arsip tersebar,",
            YamlCode.MISSING_KEY),
        slip(
            "clock stopped and running again",
            "{ hentikan: Pemohon mundur,",
            "{ henti: Pemohon mundur, ▶lanjut: sudah,",
            YamlCode.UNKNOWN_KEY),
        slip(
            "stop without reason",
            "hentikan: Pemohon mundur",
            "hentikan: ▶''",
            YamlCode.EMPTY_TEXT),
        slip(
            "end in small letters",
            "akhir: DIHENTIKAN",
            "akhir: ▶dihentikan",
            ExampleCode.BAD_OUTCOME),
        slip("documents as a text", "output: []", "output: ▶SURAT", YamlCode.EXPECTED_LIST),
        slip(
            "facts as a list", "data: { lengkap: ya }", "data: ▶[lengkap]", YamlCode.EXPECTED_MAP));
  }

  /** Slips against the SOP. */
  static Stream<Slip> semantic() {
    return Stream.of(
        slip("another SOP", "sop: contoh.izin", "sop: ▶contoh.ijin", ExampleCode.OTHER_SOP),
        slip(
            "day that is not",
            "pada: 2026-03-02T08:10",
            "pada: ▶2026-02-30T08:10",
            ExampleCode.BAD_MOMENT),
        slip(
            "name twice",
            "  - nama: berkas lengkap\n",
            "  - { nama: berkas lengkap, mulai: { pada: 2026-03-02T08:00 } }\n  - nama: ▶berkas lengkap\n",
            ExampleCode.DUPLICATE_NAME),
        slip("unknown row", "{ baris: nilai,", "{ baris: ▶nlai,", ExampleCode.UNKNOWN_ROW),
        slip("unknown open row", "posisi: [nilai]", "posisi: [▶nila]", ExampleCode.UNKNOWN_ROW),
        slip("unknown actor", "oleh: KABAN", "oleh: ▶KABANN", ExampleCode.UNKNOWN_ROLE),
        slip("unknown performer", "[KABID, BIDANG]", "[KABID, ▶BIDAN]", ExampleCode.UNKNOWN_ROLE),
        slip("unknown participant", "peserta: [TIM]", "peserta: [▶TIMM]", ExampleCode.UNKNOWN_ROLE),
        slip(
            "label not refused",
            "keputusan: lengkap, ditolak: SOP-4003",
            "keputusan: ▶lengkap",
            ExampleCode.UNKNOWN_LABEL),
        slip(
            "label of a row that decides nothing",
            "jadwal:",
            "keputusan: ▶YA, jadwal:",
            ExampleCode.UNKNOWN_LABEL),
        slip(
            "no label",
            "- { baris: periksa, pada: 2026-03-03T09:00, keputusan: LENGKAP,",
            "- ▶{ baris: periksa, pada: 2026-03-03T09:00,",
            ExampleCode.LABEL_MISSING),
        slip(
            "unknown fact", "{ jumlahLokasi: 3 }", "{ ▶jumlahLokas: 3 }", ExampleCode.UNKNOWN_DATA),
        slip(
            "fact outside its range",
            "{ jumlahLokasi: 3 }",
            "{ jumlahLokasi: ▶0 }",
            ExampleCode.BAD_VALUE),
        slip(
            "fact of another type", "{ lengkap: ya }", "{ lengkap: ▶true }", ExampleCode.BAD_VALUE),
        slip(
            "schedule reversed",
            "sampai: 2026-03-04T16:00",
            "▶sampai: 2026-03-04T07:00",
            ExampleCode.SCHEDULE_REVERSED));
  }

  static Stream<Slip> slips() {
    return Stream.concat(structural(), semantic());
  }

  private static ExampleReader.Result read(String text) {
    return ExampleReader.read("uji.yaml", text.getBytes(StandardCharsets.UTF_8), SOP);
  }

  private static Example good() {
    ExampleReader.Result result = read(GOOD);
    assertThat(result.problems()).isEmpty();
    return result.examples().get(0);
  }

  private static ExampleStep.Completed completed(int index) {
    return (ExampleStep.Completed) good().langkah().get(index);
  }

  @ParameterizedTest
  @MethodSource("slips")
  void one_slip_gives_a_problem_at_its_place_and_no_examples(Slip slip) {
    MarkedText broken = MarkedText.replacing(GOOD, slip.part(), slip.written());

    ExampleReader.Result result = ExampleReader.read("uji.yaml", broken.bytes(), SOP);

    assertThat(result.examples()).isEmpty();
    assertThat(result.problems())
        .extracting(Problem::code, Problem::place)
        .contains(tuple(slip.code(), new Place("uji.yaml", broken.line(), broken.column())));
    assertThat(result.problems()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void an_example_is_read_whole() {
    Example example = good();

    assertThat(example.nama()).isEqualTo("berkas lengkap");
    assertThat(example.akhir()).map(Located::value).contains("DIHENTIKAN");
    assertThat(example.mulai().pada()).isEqualTo(LocalDateTime.parse("2026-03-02T08:00"));
    assertThat(example.mulai().oleh()).map(Located::value).contains(PelaksanaCode.of("STAF"));
    assertThat(example.mulai().data().get("jumlahLokasi").value()).isEqualTo(DataValue.of(3));
    assertThat(example.langkah()).hasSize(5);
  }

  @Test
  void what_is_left_out_is_told_from_what_is_empty() {
    assertThat(completed(0).kelengkapan()).contains(List.of("PROPOSAL"));
    assertThat(completed(0).output()).contains(List.of());
    assertThat(completed(2).kelengkapan()).isEmpty();
    assertThat(completed(0).oleh()).isEmpty();
    assertThat(completed(1).expected().posisi()).isEmpty();
    assertThat(good().langkah().get(4).expected().posisi()).map(Located::value).contains(List.of());
  }

  @Test
  void a_due_time_can_be_expected_not_to_be_assessable() {
    assertThat(completed(3).expected().tenggat()).map(Located::value).contains(Optional.empty());
    assertThat(good().mulai().expected().tenggat())
        .map(Located::value)
        .contains(Optional.of(LocalDateTime.parse("2026-03-02T08:30")));
    assertThat(completed(0).expected().tenggat()).isEmpty();
  }

  @Test
  void one_performer_may_stand_without_a_list() {
    assertThat(good().mulai().expected().pelaksana())
        .map(Located::value)
        .contains(List.of(PelaksanaCode.of("STAF")));
    assertThat(completed(0).expected().pelaksana())
        .map(Located::value)
        .contains(List.of(PelaksanaCode.of("KABID"), PelaksanaCode.of("BIDANG")));
  }

  @Test
  void a_schedule_and_its_participants_are_read() {
    assertThat(completed(3).jadwal()).map(ExampleStep.Schedule::dokumen).contains("UNDANGAN");
    assertThat(completed(3).peserta().orElseThrow())
        .extracting(Located::value)
        .containsExactly(PelaksanaCode.of("TIM"));
  }

  @Test
  void a_case_can_be_stopped() {
    assertThat(good().langkah().get(4))
        .isInstanceOfSatisfying(
            ExampleStep.Terminated.class,
            stop -> assertThat(stop.alasan()).isEqualTo("Pemohon mundur"));
  }

  @Test
  void a_value_out_of_range_may_stand_where_its_refusal_is_expected() {
    ExampleReader.Result result =
        read(
            GOOD.replace(
                "keputusan: lengkap, ditolak: SOP-4003",
                "data: { jenisPemohon: UMUM }, ditolak: SOP-4008"));

    assertThat(result.problems()).isEmpty();
    assertThat(((ExampleStep.Completed) result.examples().get(0).langkah().get(1)).data())
        .hasEntrySatisfying(
            "jenisPemohon", v -> assertThat(v.value()).isEqualTo(DataValue.of("UMUM")));
  }

  @Test
  void each_expectation_knows_where_it_stands() {
    MarkedText marked = MarkedText.replacing(GOOD, "posisi: [nilai]", "posisi: ▶[nilai]");

    assertThat(completed(2).expected().posisi())
        .contains(
            new Located<>(
                List.of(StepId.of("nilai")),
                new Place("uji.yaml", marked.line(), marked.column())));
  }

  @Test
  void mistakes_in_several_steps_come_out_in_one_go() {
    ExampleReader.Result result =
        read(
            GOOD.replace("{ jumlahLokasi: 3 }", "{ jumlahLokasi: tiga }")
                .replace("oleh: KABID", "oleh: KABIT")
                .replace("posisi: [nilai]", "posisi: [nilei]")
                .replace("tenggat: tidak ada", "tenggat: tak ada"));

    assertThat(result.problems())
        .extracting(p -> p.code().name())
        .containsExactly("BAD_VALUE", "UNKNOWN_ROLE", "UNKNOWN_ROW", "BAD_MOMENT");
  }

  @Test
  void two_thousand_cuts_and_insertions_give_examples_or_an_error() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      int from = random.nextInt(GOOD.length());
      int to = Math.min(GOOD.length(), from + random.nextInt(20));
      String text = GOOD.substring(0, from) + GOOD.substring(random.nextBoolean() ? to : from / 2);

      ExampleReader.Result result = read(text);

      assertThat(result.examples().isEmpty())
          .as("seed %d", seed)
          .isEqualTo(Problems.hasErrors(result.problems()));
    }
  }
}
