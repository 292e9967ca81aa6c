package id.sop.rules.dialect;

import id.sop.definition.DataDomain;
import id.sop.definition.Performers;
import id.sop.definition.Sop;
import id.sop.rules.TestSop;
import id.sop.worktime.Waktu;
import java.time.LocalDate;
import java.util.List;

/**
 * A sound rule file with one part replaced. The sign § in the replacement stands where the problem
 * is to be told; it is not part of the file.
 */
record BrokenFile(String what, DialectCode code, String part, String replacement) {
  static final String FILE = "contoh/rute.drl";

  static final Sop SOP =
      TestSop.aSop("uji.contoh-gerbang")
          .roles("STAF")
          .data("lokasi", new DataDomain.Pilihan(List.of("DALAM_KOTA", "LUAR_KOTA")), "1")
          .data("nilai", new DataDomain.Uang(0, 5_000_000), "1")
          .data(
              "tanggal",
              new DataDomain.Tanggal(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
              "1")
          .data("mendesak", new DataDomain.YaTidak(), "1")
          .row("1", "KASUBAG", "STAF")
          .decision("2", "KABAG", "YA", "TIDAK")
          .together("3", TestSop.day(), "KABAG", "SEKWAN")
          .row("4", Performers.Mode.SALAH_SATU, new Waktu.MenurutAturan(), List.of(), "SEKWAN")
          .build();

  static final String SOUND =
      """
      // Contoh.
      package sop.uji.contoh_gerbang

      import id.sop.rules.fact.*

      global Rute rute

      rule "mulai"
          @baris("1")
          @dasarHukum("contoh, baris 1")
      when
          Mulai()
      then
          rute.ke("1").oleh("KASUBAG");
      end

      rule "1 dekat"
          @baris("1")
          @dasarHukum("contoh, baris 1")
      when
          Selesai( langkah == "1", oleh in ("KASUBAG", "STAF") )
          Data( lokasi == "DALAM_KOTA", nilai >= 1_000 && < 2_000_000 || == 5 )
          not Data( mendesak == true )
      then
          rute.ke("2");
      end

      rule "2 YA"
          @baris("2")
          @dasarHukum("contoh, baris 2")
          @keterangan("cabang")
      when
          Selesai( langkah == "2", keputusan == "YA", kunjungan <= 3 )
          not Terbuka( langkah == "4" )
          Data( tanggal < "2026-07-01" )
      then
          rute.ke("3").oleh("KABAG", "SEKWAN").ke("4").selama("2 hari kerja").karena("cabang");
      end

      rule "3"
          @baris("3")
          @dasarHukum("contoh, baris 3")
      when
          Selesai( langkah == "3" )
          Terbuka()
      then
          rute.tunggu();
      end

      rule "4"
          @baris("4")
          @dasarHukum("contoh, baris 4")
      when
          Selesai( langkah in ("4", "3") )
          not Terbuka()
          Pernah( langkah == "3" )
      then
          rute.selesai("DITOLAK");
      end
      """;

  String marked() {
    if (!SOUND.contains(part)) {
      throw new IllegalArgumentException("not in the sound file: " + part);
    }
    int at = SOUND.indexOf(part);
    return SOUND.substring(0, at) + replacement + SOUND.substring(at + part.length());
  }

  String text() {
    return marked().replace("§", "");
  }

  int line() {
    return (int) before().chars().filter(c -> c == '\n').count() + 1;
  }

  int column() {
    int lineStart = before().lastIndexOf('\n') + 1;
    return before().codePointCount(lineStart, before().length()) + 1;
  }

  private String before() {
    int mark = marked().indexOf('§');
    if (mark < 0) {
      throw new IllegalArgumentException("no § in " + what);
    }
    return marked().substring(0, mark);
  }

  @Override
  public String toString() {
    return what;
  }
}
