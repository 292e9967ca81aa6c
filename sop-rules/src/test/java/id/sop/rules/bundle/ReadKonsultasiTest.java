package id.sop.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.Asumsi;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.DefinitionCode;
import id.sop.definition.Label;
import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.example.ExampleReader;
import id.sop.problem.Problem;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadKonsultasiTest {
  private static final String FOLDER = "sop/limapuluhkota/konsultasi/";

  private final SopReader.Result result = SopReader.read(FOLDER + "sop.yaml", bytes("sop.yaml"));
  private final Sop sop = result.sop().orElseThrow();

  static byte[] bytes(String name) {
    try (InputStream in = ReadKonsultasiTest.class.getResourceAsStream("/" + FOLDER + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Step row(String id) {
    return sop.step(StepId.of(id)).orElseThrow();
  }

  @Test
  void only_the_gaps_of_the_printed_identity_block_are_warned_of() {
    assertThat(result.problems())
        .extracting(Problem::code)
        .containsOnly(DefinitionCode.IDENTITY_GAP);
    assertThat(result.problems())
        .extracting(p -> p.facts().get(0))
        .containsExactly("dasarHukum", "disahkanOleh", "nomor", "tanggalEfektif");
  }

  @Test
  void the_head_is_read_as_printed() {
    assertThat(sop.id()).hasToString("limapuluhkota.konsultasi");
    assertThat(sop.versi()).isEqualTo("2020-07");
    assertThat(sop.zona()).isEqualTo(ZoneId.of("Asia/Jakarta"));
    assertThat(sop.identitas().nama()).isEqualTo("Kegiatan Konsultasi");
    assertThat(sop.identitas().tercetak())
        .containsEntry("tanggalPembuatan", "Sarilamak, Juli 2020");
  }

  @Test
  void the_rows_keep_their_printed_order_and_their_ids_are_texts() {
    assertThat(sop.langkah().keySet())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 13).mapToObj(i -> StepId.of("" + i)).toList());
    assertThat(row("1").no()).isEqualTo("1");
  }

  @Test
  void each_mode_is_read() {
    assertThat(row("1").pelaksana())
        .isEqualTo(new Performers(Mode.SALAH_SATU, List.of(PelaksanaCode.of("KASUBAG"))));
    assertThat(row("7").pelaksana())
        .isEqualTo(new Performers(Mode.KOLEGIAL, List.of(PelaksanaCode.of("BAMUS"))));
    assertThat(row("10").pelaksana().mode()).isEqualTo(Mode.BERSAMA);
    assertThat(row("13").pelaksana().roles())
        .containsExactly(PelaksanaCode.of("PENDAMPING_KOMISI"), PelaksanaCode.of("KASUBAG"));
  }

  @Test
  void each_time_is_read() {
    assertThat(row("5").mutuBaku().waktu()).isEqualTo(Waktu.paling(3, Satuan.HARI_KERJA));
    assertThat(row("6").mutuBaku().waktu()).isEqualTo(Waktu.sesuaiJadwal());
    assertThat(row("11").mutuBaku().waktu()).isEqualTo(new Waktu.MenurutAturan());
    assertThat(row("11").tercetak()).containsEntry("waktu", "2");
  }

  @Test
  void a_cell_in_the_wrong_row_of_the_paper_is_kept_but_not_assessed() {
    assertThat(row("10").mutuBaku().output()).containsExactly("TERLAKSANANYA KEGIATAN KONSULTASI");
    assertThat(row("10").dinilai().output()).isEmpty();
    assertThat(row("10").dinilai().kelengkapan()).containsExactly("PELAKSANA KEGIATAN");
  }

  @Test
  void only_row_3_decides() {
    assertThat(row("3").keputusan()).containsExactly(Label.of("YA"), Label.of("TIDAK"));
    assertThat(sop.langkah().values()).filteredOn(Step::decides).hasSize(1);
  }

  @Test
  void facts_have_their_domain_and_the_row_that_needs_them() {
    DataField funds = Objects.requireNonNull(sop.data().get("danaTersedia"));

    assertThat(sop.data().keySet())
        .containsExactly("hasilBamus", "tanggalKegiatan", "danaTersedia", "lokasi");
    assertThat(funds.domain()).isEqualTo(new DataDomain.YaTidak());
    assertThat(funds.wajibPada()).contains(StepId.of("9"));
    assertThat(funds.harus()).contains(DataValue.of(true));
  }

  @Test
  void a_group_knows_its_members() {
    Pelaksana secretariat =
        Objects.requireNonNull(sop.pelaksana().get(PelaksanaCode.of("SEKRETARIAT_DPRD")));

    assertThat(secretariat.jenis()).isEqualTo(Pelaksana.Jenis.KELOMPOK);
    assertThat(sop.mayActAs(PelaksanaCode.of("STAF"), secretariat.code())).isTrue();
    assertThat(sop.mayActAs(PelaksanaCode.of("KABAG"), secretariat.code())).isFalse();
  }

  @Test
  void assumptions_say_what_rests_on_them() {
    assertThat(sop.asumsi(StepId.of("3"), Asumsi.Bidang.KEPUTUSAN))
        .extracting(Asumsi::kode)
        .containsExactly("L1");
    assertThat(sop.asumsi()).allMatch(a -> a.pilihan().containsKey(a.dipilih()));
  }

  @Test
  void its_examples_are_read_without_a_problem() {
    ExampleReader.Result examples = ExampleReader.read(FOLDER + "uji.yaml", bytes("uji.yaml"), sop);

    assertThat(examples.problems()).isEmpty();
    assertThat(examples.examples()).hasSize(2);
    assertThat(examples.examples().get(0).langkah()).hasSize(17);
    assertThat(examples.examples()).allSatisfy(e -> assertThat(e.akhir()).isPresent());
  }

  @Test
  void a_row_knows_its_line() {
    assertThat(row("1").place().line()).isEqualTo(lineOf("  - id: 1"));
    assertThat(row("1").place().column()).isEqualTo(5);
  }

  private static int lineOf(String line) {
    String text = new String(bytes("sop.yaml"), StandardCharsets.UTF_8);
    return text.lines().toList().indexOf(line) + 1;
  }
}
