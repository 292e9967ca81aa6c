package id.sop.rules.example;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.SopId;
import id.sop.example.ExampleReader;
import id.sop.problem.Problem;
import id.sop.routing.Procedure;
import id.sop.rules.Shipped;
import id.sop.worktime.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims, returns and receipts in {@code uji.yaml}. */
class AttendedExamplesTest {
  private static final String STORY =
      """
      sop: karanganyar.kunjungan-kerja
      contoh:
        - nama: paraf dikembalikan satu tingkat
          mulai: { pada: 2026-04-06T08:00, oleh: PELAKSANA }
          langkah:
            - { baris: 1, tindakan: terima, pada: 2026-04-06T08:10, oleh: KABAG, ditolak: SOP-4066 }
            - { baris: 1, tindakan: ambil, pada: 2026-04-06T08:10, oleh: SEKDA, ditolak: SOP-4005 }
            - { baris: 1, tindakan: lepas, pada: 2026-04-06T08:10, ditolak: SOP-4064 }
            - { baris: 1, tindakan: ambil, pada: 2026-04-06T08:10 }
            - { baris: 1, tindakan: lepas, pada: 2026-04-06T08:20, oleh: KABAG, ditolak: SOP-4035 }
            - { baris: 1, tindakan: lepas, pada: 2026-04-06T08:20, posisi: [1] }
            - { baris: 1, pada: 2026-04-06T10:00, posisi: [2] }
            - { baris: 2, pada: 2026-04-07T15:00, posisi: [3] }
            - { baris: 3, pada: 2026-04-08T08:15, posisi: [4] }
            - { baris: 4, pada: 2026-04-08T10:00, posisi: [5] }
            - { baris: 5, pada: 2026-04-08T10:45, posisi: [6] }
            - { baris: 6, pada: 2026-04-08T13:30, posisi: [7] }
            - { baris: 7, tindakan: kembalikan, pada: 2026-04-08T13:40, alasan: a, ditolak: SOP-4068 }
            - { baris: 7, pada: 2026-04-08T13:50, peserta: [KABAG, ASISTEN], oleh: KABAG, ditolak: SOP-4005 }
            - { baris: 7, tindakan: kembalikan, pada: 2026-04-08T13:55, oleh: SEKDA, alasan: tanggal keliru, posisi: [7] }
            - { baris: 7, pada: 2026-04-08T14:00, peserta: [], ditolak: SOP-4019 }
            - { baris: 7, pada: 2026-04-08T14:15, posisi: [8] }
            - { baris: 8, pada: 2026-04-09T10:00, posisi: [] }
          akhir: %s
      """;

  private static List<Problem> played(String end) {
    Procedure procedure = Shipped.procedure(SopId.of("karanganyar.kunjungan-kerja"));
    ExampleReader.Result read =
        ExampleReader.read(
            "uji.yaml", STORY.formatted(end).getBytes(StandardCharsets.UTF_8), procedure.sop());
    assertThat(read.problems()).isEmpty();
    return ExamplePlay.run(procedure, read.examples().get(0), WorkCalendar.indonesia());
  }

  @Test
  void they_are_played_as_they_are_written() {
    assertThat(played("SELESAI")).isEmpty();
  }

  @Test
  void a_wrong_end_is_told() {
    assertThat(played("DITOLAK")).hasSize(1);
  }
}
