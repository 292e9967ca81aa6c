package id.sop.examples;

import id.sop.testkit.Berkas;
import id.sop.testkit.SopExamples;
import id.sop.testkit.SopTest;
import org.junit.jupiter.api.Test;

/** The scenarios of a compliance tester, as in the README of the testkit. */
// README: scenario
@SopTest(value = "limapuluhkota.konsultasi", minimal = "panah=100, mutasi=90")
class KonsultasiScenarioTest implements SopExamples { // runs uji.yaml, one test for each example

  @Test
  void usul_yang_ditolak_sekwan_kembali_ke_kabag(Berkas berkas) {
    berkas.mulai("2026-03-02T08:00").berada("1").pada("KASUBAG").tenggat("2026-03-03T15:00");
    berkas.waktu("2026-03-02T10:00").selesaikan("1").berada("2").pada("KABAG");
    berkas.waktu("2026-03-03T09:00").selesaikan("2").berada("3").pada("SEKWAN");
    berkas.selesaikan("4").ditolak("SOP-4002"); // not its turn yet
    berkas.selesaikan("3").keputusan("TIDAK").alasan("Belum ada dana").kembaliKe("2");
  }
}
// README: end
