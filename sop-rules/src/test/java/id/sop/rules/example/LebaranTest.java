package id.sop.rules.example;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.SopId;
import id.sop.example.ExampleReader;
import id.sop.routing.Procedure;
import id.sop.rules.Shipped;
import id.sop.worktime.WorkCalendar;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Each of the five SOPs, opened on Tuesday 17 March 2026 at 14:00 WIB, step by step through
 * Lebaran, with every due time reckoned by hand:
 *
 * <ul>
 *   <li>17 March is in Ramadan and closes at 15:00; Wednesday 18 to Tuesday 24 March are all closed
 *       (cuti bersama, Nyepi, Idul Fitri, a week-end, cuti bersama), so that the next working day
 *       is Wednesday 25 March, with ordinary hours: to 16:00, on Friday to 16:30;
 *   <li>working days then: 25, 26, 27, 30, 31 March, 1, 2 April; Friday 3 April is Wafat Yesus
 *       Kristus; 6 to 10, 13 to 17, 20 to 24 April.
 * </ul>
 */
class LebaranTest {
  private static void assertHolds(String sop, String steps) {
    Procedure procedure = Shipped.procedure(SopId.of(sop));
    String text = "sop: " + sop + "\ncontoh:\n  - nama: melewati Lebaran\n" + steps.indent(4);
    ExampleReader.Result read =
        ExampleReader.read("uji.yaml", text.getBytes(StandardCharsets.UTF_8), procedure.sop());

    assertThat(read.problems()).isEmpty();
    assertThat(read.examples()).hasSize(1);
    assertThat(ExamplePlay.run(procedure, read.examples().get(0), WorkCalendar.indonesia()))
        .isEmpty();
  }

  @Test
  void konsultasi() {
    // Row 5: 3 hari kerja from Monday 30 March: 31, 1, 2 April. Row 10: 3 from Thursday 9 April:
    // 10, 13, 14. Row 12: 4 hari kalender from Tuesday 14: Saturday 18, when a desk would close at
    // 16:00.
    assertHolds(
        "limapuluhkota.konsultasi",
        """
        mulai: { pada: 2026-03-17T14:00, oleh: KASUBAG, tenggat: 2026-03-25T16:00 }
        langkah:
          - { baris: 1, pada: 2026-03-25T10:00, tenggat: 2026-03-26T16:00 }
          - { baris: 2, pada: 2026-03-26T10:00, tenggat: 2026-03-27T16:30 }
          - { baris: 3, pada: 2026-03-27T10:00, keputusan: YA, tenggat: 2026-03-30T16:00 }
          - { baris: 4, pada: 2026-03-30T10:00, tenggat: 2026-04-02T16:00 }
          - { baris: 5, pada: 2026-04-02T10:00, tenggat: tidak ada }
          - { baris: 6, pada: 2026-04-06T10:00, jadwal: { dari: 2026-04-06T08:00, sampai: 2026-04-07T16:00 }, tenggat: 2026-04-07T16:00 }
          - { baris: 7, pada: 2026-04-07T10:00, data: { hasilBamus: DISETUJUI, tanggalKegiatan: 2026-04-15 }, tenggat: 2026-04-08T16:00 }
          - { baris: 8, pada: 2026-04-08T10:00, tenggat: 2026-04-09T16:00 }
          - { baris: 9, pada: 2026-04-09T10:00, data: { danaTersedia: ya }, tenggat: 2026-04-14T16:00 }
          - { baris: 10, pada: 2026-04-14T10:00, data: { lokasi: LUAR_PROVINSI }, posisi: [12], tenggat: 2026-04-18T16:00 }
          - { baris: 12, pada: 2026-04-18T15:00, tenggat: tidak ada }
          - { baris: 13, pada: 2026-04-22T10:00, oleh: KASUBAG }
        akhir: SELESAI
        """);
  }

  @Test
  void kunjungan_kerja() {
    // Row 3: 2 jam from Thursday 15:00: one until 16:00, one from Friday 07:30. Row 6: 2 jam from
    // Friday 10:45: 45 minutes until 11:30, 75 from 13:00. Row 7: 1 jam from 16:00: 30 minutes
    // until 16:30, 30 from Monday 07:30.
    assertHolds(
        "karanganyar.kunjungan-kerja",
        """
        mulai: { pada: 2026-03-17T14:00, oleh: PELAKSANA, tenggat: 2026-03-25T16:00 }
        langkah:
          - { baris: 1, pada: 2026-03-25T10:00, tenggat: 2026-03-26T16:00 }
          - { baris: 2, pada: 2026-03-26T15:00, tenggat: 2026-03-27T08:30 }
          - { baris: 3, pada: 2026-03-27T08:15, tenggat: 2026-03-27T10:15 }
          - { baris: 4, pada: 2026-03-27T10:00, tenggat: 2026-03-27T11:00 }
          - { baris: 5, pada: 2026-03-27T10:45, tenggat: 2026-03-27T14:15 }
          - { baris: 6, pada: 2026-03-27T16:00, tenggat: 2026-03-30T08:00 }
          - { baris: 7, pada: 2026-03-30T08:00, oleh: SEKDA, tenggat: 2026-03-31T16:00 }
          - { baris: 8, pada: 2026-03-31T10:00 }
        akhir: SELESAI
        """);
  }

  @Test
  void dialog_hearing() {
    // Row 7: 1 hari kerja from Thursday 2 April; 3 April is a holiday: Monday 6 April.
    assertHolds(
        "limapuluhkota.dialog-hearing",
        """
        mulai: { pada: 2026-03-17T14:00, oleh: BAGIAN_UMUM, tenggat: 2026-03-25T16:00 }
        langkah:
          - { baris: 1, pada: 2026-03-25T10:00, tenggat: 2026-03-26T16:00 }
          - { baris: 2, pada: 2026-03-26T10:00, tenggat: 2026-03-27T16:30 }
          - { baris: 3, pada: 2026-03-27T10:00, tenggat: 2026-03-30T16:00 }
          - { baris: 4, pada: 2026-03-30T10:00, tenggat: tidak ada }
          - { baris: 5, pada: 2026-04-01T10:00, jadwal: { dari: 2026-03-31T07:30, sampai: 2026-04-02T16:00 }, tenggat: tidak ada }
          - { baris: 6, pada: 2026-04-02T12:00, oleh: KETUA_DPRD, jadwal: { dari: 2026-04-02T09:00, sampai: 2026-04-02T12:00 }, tenggat: 2026-04-06T16:00 }
          - { baris: 7, pada: 2026-04-06T11:00, oleh: SEKWAN, tenggat: 2026-04-07T16:00 }
          - { baris: 8, pada: 2026-04-07T10:00 }
        akhir: SELESAI
        """);
  }

  @Test
  void reses() {
    // Row 5: 3 hari kerja from 30 March: 2 April. Row 11: 6 hari kalender from Tuesday 14 April:
    // Monday 20. Row 12: 5 hari kerja from Friday 17: 20 to 24, a Friday.
    assertHolds(
        "limapuluhkota.reses",
        """
        mulai: { pada: 2026-03-17T14:00, oleh: KASUBAG, tenggat: 2026-03-25T16:00 }
        langkah:
          - { baris: 1, pada: 2026-03-25T10:00, tenggat: 2026-03-26T16:00 }
          - { baris: 2, pada: 2026-03-26T10:00, tenggat: 2026-03-27T16:30 }
          - { baris: 3, pada: 2026-03-27T10:00, tenggat: 2026-03-30T16:00 }
          - { baris: 4, pada: 2026-03-30T10:00, tenggat: 2026-04-02T16:00 }
          - { baris: 5, pada: 2026-04-02T10:00, tenggat: tidak ada }
          - { baris: 6, pada: 2026-04-06T10:00, jadwal: { dari: 2026-04-06T08:00, sampai: 2026-04-07T16:00 }, tenggat: 2026-04-07T16:00 }
          - { baris: 7, pada: 2026-04-07T10:00, data: { hasilBamus: DISETUJUI, tanggalKegiatan: 2026-04-20 }, tenggat: 2026-04-08T16:00 }
          - { baris: 8, pada: 2026-04-08T10:00, tenggat: 2026-04-09T16:00 }
          - { baris: 9, pada: 2026-04-09T10:00, data: { danaTersedia: ya }, tenggat: 2026-04-14T16:00 }
          - { baris: 10, pada: 2026-04-14T10:00, tenggat: 2026-04-20T16:00 }
          - { baris: 11, pada: 2026-04-17T15:00, tenggat: 2026-04-24T16:30 }
          - { baris: 12, pada: 2026-04-24T10:00, oleh: PENDAMPING_KOMISI }
        akhir: SELESAI
        """);
  }

  @Test
  void bimtek() {
    // Row 5: 2 hari kerja from 30 March: 1 April. Row 7: 1 from Thursday 2 April: Monday 6. Row 10:
    // 2 from Wednesday 8: Friday 10. Row 12: 5 hari kalender from Tuesday 14: Sunday 19.
    assertHolds(
        "limapuluhkota.bimtek",
        """
        mulai: { pada: 2026-03-17T14:00, oleh: KASUBAG, tenggat: 2026-03-25T16:00 }
        langkah:
          - { baris: 1, pada: 2026-03-25T10:00, tenggat: 2026-03-26T16:00 }
          - { baris: 2, pada: 2026-03-26T10:00, tenggat: 2026-03-27T16:30 }
          - { baris: 3, pada: 2026-03-27T10:00, keputusan: YA, tenggat: 2026-03-30T16:00 }
          - { baris: 4, pada: 2026-03-30T10:00, tenggat: 2026-04-01T16:00 }
          - { baris: 5, pada: 2026-04-01T10:00, tenggat: tidak ada }
          - { baris: 6, pada: 2026-04-02T10:00, jadwal: { dari: 2026-04-01T08:00, sampai: 2026-04-02T16:00 }, data: { hasilBamus: DISETUJUI, tanggalKegiatan: 2026-04-24 }, tenggat: 2026-04-06T16:00 }
          - { baris: 7, pada: 2026-04-06T10:00, data: { danaTersedia: ya }, tenggat: 2026-04-07T16:00 }
          - { baris: 8, pada: 2026-04-07T10:00, tenggat: tidak ada }
          - { baris: 9, pada: 2026-04-08T10:00, oleh: KASUBAG, tenggat: 2026-04-10T16:30 }
          - { baris: 10, pada: 2026-04-10T10:00, tenggat: tidak ada }
          - { baris: 11, pada: 2026-04-14T10:00, jadwal: { dari: 2026-04-13T08:00, sampai: 2026-04-14T16:00 }, tenggat: 2026-04-19T16:00 }
          - { baris: 12, pada: 2026-04-18T15:00, oleh: ANGGOTA_DPRD, tenggat: tidak ada }
          - { baris: 13, pada: 2026-04-22T10:00, oleh: KASUBAG }
        akhir: SELESAI
        """);
  }

  @Test
  void a_clock_is_stopped_and_runs_again_and_the_due_time_is_told_in_an_example() {
    // Row 5 is due on 2 April. Stopped on Tuesday 31 March at the opening and resumed on Thursday
    // 2 April at the opening: two days lost, so Tuesday 7 April; the 3rd is a holiday.
    assertHolds(
        "limapuluhkota.konsultasi",
        """
        mulai: { pada: 2026-03-17T14:00, oleh: KASUBAG, tenggat: 2026-03-25T16:00 }
        langkah:
          - { baris: 1, pada: 2026-03-25T10:00 }
          - { baris: 2, pada: 2026-03-26T10:00 }
          - { baris: 3, pada: 2026-03-27T10:00, keputusan: YA }
          - { baris: 4, pada: 2026-03-30T10:00, tenggat: 2026-04-02T16:00 }
          - { henti: menunggu jawaban tuan rumah, baris: 5, dasar: Perbup 7/2020, dokumen: SURAT, pada: 2026-03-31T07:30, posisi: [5], tenggat: tidak ada }
          - { baris: 5, pada: 2026-03-31T09:00, ditolak: SOP-4053 }
          - { henti: menunggu lagi, baris: 5, pada: 2026-03-31T09:00, ditolak: SOP-4051 }
          - { lanjut: jawaban sudah ada, baris: 5, pada: 2026-04-02T07:30, tenggat: 2026-04-07T16:00 }
          - { perpanjang: masih kurang, baris: 5, pada: 2026-04-02T08:00, ditolak: SOP-4054 }
          - { henti: bencana alam, pada: 2026-04-06T07:30, tenggat: tidak ada }
          - { lanjut: sudah aman, pada: 2026-04-06T08:30, tenggat: 2026-04-08T08:30 }
          - { baris: 5, pada: 2026-04-07T10:00, tenggat: tidak ada }
        """);
  }
}
