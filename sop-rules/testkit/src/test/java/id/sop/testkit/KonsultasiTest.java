package id.sop.testkit;

import org.junit.jupiter.api.Test;

/** Konsultasi, as a compliance tester would write it. */
@SopTest(value = "limapuluhkota.konsultasi", minimal = "panah=100, mutasi=100")
class KonsultasiTest implements SopExamples {

  @Test
  void sekwan_menolak_lalu_kembali_ke_kabag(Berkas berkas) {
    berkas.mulai("2026-03-02T08:00").berada("1").pada("KASUBAG").tenggat("2026-03-03T15:00");
    berkas.waktu("2026-03-02T10:00").selesaikan("1").berada("2").pada("KABAG");
    berkas.waktu("2026-03-03T09:00").selesaikan("2");
    berkas.selesaikan("4").ditolak("SOP-4002").berada("3");
    berkas.waktu("2026-03-04T09:00").selesaikan("3").keputusan("TIDAK").ditolak("SOP-4007");

    berkas.selesaikan("3").keputusan("TIDAK").alasan("Belum ada dalam matrik kerja").kembaliKe("2");
  }

  @Test
  void berkas_yang_dihentikan_tidak_berjalan_lagi(Berkas berkas) {
    berkas.mulai("2026-03-02T08:00");

    berkas.hentikan("Kegiatan dibatalkan").berada().berakhir("DIHENTIKAN");

    berkas.selesaikan("1").ditolak("SOP-4017");
  }
}
