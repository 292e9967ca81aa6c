package id.sop.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that are kept for something else, and what rows that are not like others cannot say. */
class SpecialWordsTest {
  private static final String YAML =
      """
      sop: kota.izin
      versi: 1
      zona: WIB
      identitas: { instansi: Kota, unit: Dinas, nama: Izin, nomor: 1, tanggalPembuatan: 2025-12-01, tanggalEfektif: 2026-01-01, disahkanOleh: Kepala Dinas, dasarHukum: [Perda 1] }
      pelaksana:
        - { kode: STAF, nama: Staf }
      langkah:
        - { id: 1, kegiatan: Memeriksa, pelaksana: STAF, waktu: 1 hari kerja, keputusan: [YA, TIDAK] }
        - { id: 2, kegiatan: Mencatat, pelaksana: STAF, waktu: 1 hari kerja }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keputusan: [YA, TIDAK] | keputusan: [YA, TIDAK, ▶DILEWATI] | RESERVED_LABEL",
        "keputusan: [YA, TIDAK] | keputusan: [YA, TIDAK], ▶sifat: berulang | REPEATED_DECISION",
        "Mencatat, pelaksana: STAF, waktu: 1 hari kerja | Mencatat, pelaksana: STAF,"
            + " ▶waktu: menurut aturan, sifat: sewaktu-waktu | NO_RULE_FOR_TIME",
        "Mencatat, | Mencatat, ▶selama: [1], | SELAMA_UNWANTED",
      })
  void a_word_in_the_wrong_place_is_told_there(String part, String written, String code) {
    assertThat(YAML).containsOnlyOnce(part);
    String marked = YAML.replace(part, written);
    String before = marked.substring(0, marked.indexOf('▶'));

    List<Problem> told =
        SopReader.read("sop.yaml", marked.replace("▶", "").getBytes(UTF_8)).problems();

    assertThat(told).extracting(Problem::code).containsExactly(DefinitionCode.valueOf(code));
    assertThat(told.get(0).place().line())
        .isEqualTo(before.chars().filter(c -> c == '\n').count() + 1);
    assertThat(told.get(0).place().column()).isEqualTo(before.length() - before.lastIndexOf('\n'));
  }
}
