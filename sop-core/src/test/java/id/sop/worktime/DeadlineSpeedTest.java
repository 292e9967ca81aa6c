package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A deadline is a look-up: its cost does not grow with the days that lie before it. */
class DeadlineSpeedTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final LocalDate KNOWN = LocalDate.of(2026, 12, 31);
  private static final int STARTS = 4_096;
  private static final int ROUNDS = 200;

  private final WorkCalendar calendar = WorkCalendar.indonesia();
  private long sink;

  @Test
  void a_hundred_times_as_many_days_cost_no_more_than_a_few_times_as_much() {
    Instant[] starts =
        new Random(7)
            .longs(STARTS, 1_704_000_000L, 1_760_000_000L)
            .mapToObj(Instant::ofEpochSecond)
            .toArray(Instant[]::new);
    best(starts, "3 jam");
    for (String text : List.of("30 menit", "3 jam", "40 jam", "3 hari kalender", "1 x 24 jam")) {
      System.out.println("figure: a deadline of " + text + ": " + best(starts, text) + " ns");
    }

    long shortest = best(starts, "1 hari kerja");
    long longest = best(starts, "100 hari kerja");

    System.out.printf("figure: 1 hari kerja: %d ns, 100 hari kerja: %d ns%n", shortest, longest);
    assertThat(longest).isLessThan(10 * Math.max(shortest, 20));
    assertThat(sink).isNotZero();
  }

  /** Nanoseconds of the processor, so that other programs on the machine do not count. */
  private long best(Instant[] starts, String text) {
    Waktu waktu = WaktuParser.parse(text).waktu().orElseThrow();
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long begun = processor.getCurrentThreadCpuTime();
      for (Instant start : starts) {
        sink += calendar.due(start, waktu, WIB, KNOWN).dueAt().orElseThrow().getEpochSecond();
      }
      best = Math.min(best, (processor.getCurrentThreadCpuTime() - begun) / starts.length);
    }
    return best;
  }
}
