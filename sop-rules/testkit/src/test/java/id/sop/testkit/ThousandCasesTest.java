package id.sop.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.example.Example;
import id.sop.rules.example.ExamplePlay;
import id.sop.worktime.WorkCalendar;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a thousand case tests cost. The figures are printed, not asserted. */
class ThousandCasesTest {
  private static final int CASES = 1_000;
  private static final Kit KIT = Kit.of(Kit.bundle("limapuluhkota.konsultasi"));

  @Test
  void a_thousand_scenarios_with_a_return() {
    int held = 0;
    for (int round = 0; round < 3; round++) {
      long begin = cpu();
      held = 0;
      for (int i = 0; i < CASES; i++) {
        held += scenario();
      }
      tell("scenarios of five steps", begin);
    }

    assertThat(held).isEqualTo(CASES);
  }

  private static int scenario() {
    try (Scene scene = new Scene(KIT)) {
      Berkas berkas = scene.berkas();
      berkas.mulai("2026-03-02T08:00").berada("1").pada("KASUBAG").tenggat("2026-03-03T15:00");
      berkas.waktu("2026-03-02T10:00").selesaikan("1").berada("2").pada("KABAG");
      berkas.waktu("2026-03-03T09:00").selesaikan("2").berada("3").pada("SEKWAN");
      berkas.selesaikan("4").ditolak("SOP-4002");
      berkas.selesaikan("3").keputusan("TIDAK").alasan("belum ada").kembaliKe("2");
      return scene.recorded("seribu").size();
    }
  }

  @Test
  void a_thousand_examples_from_start_to_end() {
    List<Example> examples = KIT.examples();
    WorkCalendar calendar = WorkCalendar.indonesia();
    int held = 0;
    for (int round = 0; round < 3; round++) {
      long begin = cpu();
      held = 0;
      for (int i = 0; i < CASES; i++) {
        Example example = examples.get(i % examples.size());
        held += ExamplePlay.run(KIT.procedure(), example, calendar).isEmpty() ? 1 : 0;
      }
      tell("examples of 14 to 19 steps", begin);
    }

    assertThat(held).isEqualTo(CASES);
  }

  /** What this thread has computed so far, in ns: other work of the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void tell(String what, long begin) {
    long millis = Duration.ofNanos(cpu() - begin).toMillis();
    System.out.println("figure: " + CASES + " " + what + ": " + millis + " ms");
  }
}
