package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.worktime.WaktuParser.Parsed;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaktuParserTest {
  private static final Pattern NAMES = Pattern.compile("setelah|sebelum|langkah");
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
    "Sesuai kebutuhan, sesuai kebutuhan",
    "1 x 24 jam, 1 x 24 jam",
    "2x24 JAM, 2 x 24 jam",
    "1 x 6 jam, 6 jam kalender",
    "6 jam kalender, 6 jam kalender",
    "2 minggu, 2 minggu",
    "1 bulan, 1 bulan",
    "5 hari kalender berakhir pada hari kerja, 5 hari kalender berakhir pada hari kerja",
    "'5 hari kalender, berakhir pada hari kerja dalam jam kerja', 5 hari kalender berakhir pada hari kerja",
    "paling lama 14 hari kerja, 14 hari kerja",
    "Maksimal 2 jam, 2 jam kerja",
    "selambat-lambatnya 3 hari, 3 hari kerja",
    "paling lambat 14 (empat belas) hari kerja, 14 hari kerja",
    "3 (tiga) hari, 3 hari kerja",
    "paling cepat 3 hari, paling cepat 3 hari kerja",
    "minimal 30 menit, paling cepat 30 menit kerja",
    "sekurang-kurangnya 1 minggu, paling cepat 1 minggu",
    "1-2 hari, 1-2 hari kerja",
    "1 – 2 hari kalender, 1-2 hari kalender",
    "1 s/d 2 hari, 1-2 hari kerja",
    "1 s.d. 2 hari, 1-2 hari kerja",
    "1 sampai dengan 2 bulan, 1-2 bulan",
    "1 hari maksimal 14 hari kerja, 1 hari kerja maksimal 14 hari kerja",
    "2 menit/berkas, 2 menit kerja/berkas",
    "2 menit per berkas, 2 menit kerja/berkas",
    "120 menit / 3 hari, 120 menit kerja / 3 hari kerja",
    "14 hari kerja setelah langkah 3, 14 hari kerja setelah langkah 3",
    "14 HARI Sesudah Baris 3b.x-Y, 14 hari kerja setelah langkah 3b.x-Y",
    "3 hari kerja sebelum tanggalKegiatan, 3 hari kerja sebelum tanggalKegiatan",
    "paling lambat 3 hari  sebelum 2026-05-20, 3 hari kerja sebelum 2026-05-20",
    "5 hari kalender setelah tanggalKegiatan, 5 hari kalender setelah tanggalKegiatan",
    "2 x 24 jam sebelum 2026-05-20, 2 x 24 jam sebelum 2026-05-20",
    "PADA tanggalKegiatan, pada tanggalKegiatan",
    "pada 2026-05-20, pada 2026-05-20",
    "bersama langkah 4, bersama langkah 4",
    "Bersama baris 4, bersama langkah 4",
    "tidak ditetapkan, tidak ditetapkan",
    "YA: 2 hari; TIDAK: 1 jam, YA: 2 hari kerja; TIDAK: 1 jam kerja",
    "TERBIT:1-2 hari;TOLAK : 1 hari maksimal 3 hari, TERBIT: 1-2 hari kerja; TOLAK: 1 hari kerja maksimal 3 hari kerja",
    "1 jam atau 2 hari atau 1 minggu, 1 jam kerja / 2 hari kerja / 1 minggu",
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
    "sesuai kebutuan, 7, sesuai kebutuhan",
    "2 x 24 hari, 7, 24 hari kerja",
    "2 x 9999 jam, 4, 9999 jam kerja",
    "2 mingu, 2, 2 minggu",
    "3 (dua) hari, 3, 3 hari kerja",
    "3 (tiga hari, 8, 3 hari kerja",
    "2-1 hari, 2, 1 hari kerja",
    "1-1 hari, 2, 1 hari kerja",
    "5 hari kalender berakhir pada hari libur, 35, 5 hari kalender",
    "'5 hari kalender, ', 17, 5 hari kalender",
    "paling lama, 11, 1 hari kerja",
    "paling baik 3 hari, 0, 3 hari kerja",
    "1 hari maksimal, 15, 1 hari kerja",
    "2 menit/, 8, 2 menit kerja",
    "2 menit/3, 9, 3 hari kerja",
    "paling cepat sesuai jadwal, 13, 1 hari kerja",
    "1 menit kalender, 8, 1 menit kerja",
    "3 hari kerja sebelum langkah 3, 21, 3 hari kerja sebelum tanggalKegiatan",
    "3 hari kerja sebelum TanggalKegiatan, 21, 3 hari kerja sebelum tanggalKegiatan",
    "3 hari kerja sblum tanggalSurat, 13, 3 hari kerja sebelum tanggalSurat",
    "3 hari kerja sebelum 2026-02-30, 21, 3 hari kerja sebelum tanggalKegiatan",
    "3 hari kerja setelah, 20, 3 hari kerja setelah tanggalKegiatan",
    "3 hari kerja setelah langkah, 28, 3 hari kerja setelah langkah 1",
    "3 hari kerja stelah langkah 2, 13, 3 hari kerja setelah langkah 2",
    "3 hari kerja setelah langkh 2, 28, 3 hari kerja setelah langkah 2",
    "setelah langkah 3, 0, 3 hari kerja",
    "pada langkah 3, 5, pada tanggalKegiatan",
    "bersama 4, 8, bersama langkah 1",
    "bersama langkah -4, 16, bersama langkah 1",
    "1-2 hari setelah langkah 3, 9, 2 hari kerja setelah langkah 3",
    "YA: 2 hari; TIDAK, 17, YA: 2 hari kerja; TIDAK: 1 hari kerja",
    "ya: 2 hari, 0, YA: 2 hari kerja",
    "YA: 2 hri, 6, YA: 1 hari kerja",
    "YA: 2 hari; YA: 3 hari, 12, YA: 2 hari kerja",
    "YA: sesuai jadwal, 4, YA: 1 hari kerja",
    "YA: 2 hari;, 11, YA: 2 hari kerja",
    "'YA: 2 hari: 3', 12, YA: 1 hari kerja",
    "':', 0, YA: 1 hari kerja",
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
    for (int i = 0; i < 20_000; i++) {
      Waktu waktu = anyWaktu(random);
      // Names are as they are; all else may be shouted.
      String text =
          random.nextBoolean() || NAMES.matcher(waktu.teks()).find()
              ? waktu.teks()
              : waktu.teks().toUpperCase(Locale.ROOT);

      assertThat(WaktuParser.parse(text).waktu()).as("seed %s, %s", seed, text).contains(waktu);
    }
  }

  private static Waktu anyWaktu(Random random) {
    return switch (random.nextInt(12)) {
      case 8 ->
          new Waktu.PerKeputusan(
              Map.of("YA", paling(random), "TIDAK_" + random.nextInt(9), paling(random)));
      case 9 ->
          new Waktu.Relatif(
              Optional.of(paling(random)),
              Waktu.Arah.SETELAH,
              new Waktu.Acuan.Langkah(
                  random.nextInt(30) + List.of("", "b", ".x", "-Y").get(random.nextInt(4)) + 1));
      case 10 ->
          new Waktu.Relatif(
              Optional.of(paling(random)),
              random.nextBoolean() ? Waktu.Arah.SEBELUM : Waktu.Arah.SETELAH,
              random.nextBoolean()
                  ? new Waktu.Acuan.Data(
                      List.of("tanggalKegiatan", "hari", "b2").get(random.nextInt(3)))
                  : new Waktu.Acuan.Hari(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400))));
      case 11 -> new Waktu.Bersama("" + random.nextInt(99));
      case 0 -> new Waktu.PalingCepat(paling(random));
      case 1 -> {
        int from = 1 + random.nextInt(9_999);
        yield new Waktu.Rentang(
            from, from + 1 + random.nextInt(10_000 - from), paling(random).satuan());
      }
      case 2 -> new Waktu.SasaranDanBatas(paling(random), paling(random));
      case 3 ->
          new Waktu.PerItem(paling(random), List.of("berkas", "surat").get(random.nextInt(2)));
      case 4 -> new Waktu.Pilihan(List.of(paling(random), paling(random)));
      case 5 -> new Waktu.Pilihan(List.of(paling(random), paling(random), paling(random)));
      default -> paling(random);
    };
  }

  private static Waktu.Paling paling(Random random) {
    return new Waktu.Paling(1 + random.nextInt(10_000), SATUAN.get(random.nextInt(SATUAN.size())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "1, satu",
    "11, sebelas",
    "12, dua belas",
    "20, dua puluh",
    "21, dua puluh satu",
    "100, seratus",
    "111, seratus sebelas",
    "999, sembilan ratus sembilan puluh sembilan",
    "1000, seribu",
    "1999, seribu sembilan ratus sembilan puluh sembilan",
    "10000, sepuluh ribu",
  })
  void a_number_is_spelled_as_letters_spell_it(int number, String words) {
    assertThat(String.join(" ", Terbilang.words(number))).isEqualTo(words);
  }

  @Test
  void every_suggestion_is_itself_correct_and_no_text_is_too_odd() {
    long seed = 35_2012L;
    Random random = new Random(seed);
    String alphabet = "0123456789 ,.-:;YxhariejmntkldSTBpada\t\u00a0\u0130\ud83d\ude00M/~";
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
