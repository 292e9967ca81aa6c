package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.worktime.WaktuParser.Parsed;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaktuParserTest {
  private static final List<Satuan> SATUAN = List.of(Satuan.values());

  @ParameterizedTest(name = "<{0}> is {1}")
  @CsvSource({
    "3 hari kerja, 3 hari kerja",
    "3 hari, 3 hari kerja",
    "1hari, 1 hari kerja",
    "'  1   HARI \t Kerja ', 1 hari kerja",
    "2 jam kerja, 2 jam kerja",
    "2 jam, 2 jam kerja",
    "30 menit, 30 menit kerja",
    "30 Menit Kerja, 30 menit kerja",
    "2 hari kalender, 2 hari kalender",
    "02 hari, 2 hari kerja",
    "10000 menit, 10000 menit kerja",
    "sesuai jadwal, sesuai jadwal",
    "SESUAI  JADWAL, sesuai jadwal",
    "Menurut aturan, menurut aturan",
  })
  void what_an_sop_writes_is_understood(String text, String teks) {
    Parsed parsed = WaktuParser.parse(text);

    assertThat(parsed.waktu()).map(Waktu::teks).contains(teks);
    assertThat(parsed.errorAt()).isEqualTo(-1);
    assertThat(parsed.saran()).isEqualTo(teks);
  }

  @ParameterizedTest(name = "<{0}> is wrong at {1}; {2} is near")
  @CsvSource({
    "'', 0, 1 hari kerja",
    "'   ', 3, 1 hari kerja",
    "0 hari, 0, 1 hari kerja",
    "-1 hari, 0, 1 hari kerja",
    "hari, 0, 1 hari kerja",
    "besok, 0, 1 hari kerja",
    "1M, 1, 1 hari kerja",
    "'1,5 hari', 1, 2 hari kerja",
    "'1,5 jam', 1, 90 menit kerja",
    "99999 hari, 0, 10000 hari kerja",
    "99999999999999999999 hari, 0, 10000 hari kerja",
    "3, 1, 3 hari kerja",
    "2 hri, 2, 2 hari kerja",
    "2 jam krja, 6, 2 jam kerja",
    "2 hari kelender, 7, 2 hari kalender",
    "2 hari kerja sekali, 13, 2 hari kerja",
    "sesuai jadual, 7, sesuai jadwal",
    "sesuai, 6, sesuai jadwal",
    "menurut aturannya, 8, menurut aturan",
    "1 menit kalender, 8, 1 menit kerja",
    "１ hari, 0, 1 hari kerja",
  })
  void what_is_not_understood_is_placed_and_mended(String text, int errorAt, String saran) {
    Parsed parsed = WaktuParser.parse(text);

    assertThat(parsed.waktu()).isEmpty();
    assertThat(parsed.errorAt()).isEqualTo(errorAt);
    assertThat(parsed.saran()).isEqualTo(saran);
  }

  @Test
  void every_time_reads_back_from_its_text() {
    long seed = 20260302L;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Satuan satuan = SATUAN.get(random.nextInt(SATUAN.size()));
      Waktu waktu = Waktu.paling(1 + random.nextInt(10_000), satuan);
      String text = random.nextBoolean() ? waktu.teks() : waktu.teks().toUpperCase(Locale.ROOT);

      assertThat(WaktuParser.parse(text).waktu()).as("seed %s, %s", seed, text).contains(waktu);
    }
  }

  @Test
  void every_suggestion_is_itself_correct_and_no_text_is_too_odd() {
    long seed = 35_2012L;
    Random random = new Random(seed);
    String alphabet = "0123456789 ,.-xhariejmntkld\t\u00a0\u0130\ud83d\ude00M/~";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(16); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Parsed parsed = WaktuParser.parse(text.toString());

      assertThat(WaktuParser.parse(parsed.saran()).waktu())
          .as("seed %s, <%s> -> %s", seed, text, parsed.saran())
          .isPresent();
      assertThat(parsed.errorAt()).isBetween(-1, text.length());
    }
  }
}
