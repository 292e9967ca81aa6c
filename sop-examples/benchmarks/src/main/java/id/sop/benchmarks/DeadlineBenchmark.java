package id.sop.benchmarks;

import id.sop.worktime.Deadline;
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import id.sop.worktime.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One deadline, from starts spread over two years. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class DeadlineBenchmark {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final LocalDate KNOWN = LocalDate.of(2026, 12, 31);
  private static final int STARTS = 4_096;

  private final WorkCalendar calendar = WorkCalendar.indonesia();
  private final Instant[] starts =
      new Random(7)
          .longs(STARTS, 1_704_000_000L, 1_760_000_000L)
          .mapToObj(Instant::ofEpochSecond)
          .toArray(Instant[]::new);

  @Param({"30 menit", "3 jam", "1 hari kerja", "14 hari kerja", "100 hari kerja"})
  public String waktu = "";

  private Waktu allowed = Waktu.sesuaiJadwal();
  private int next;

  @Setup
  public void read() {
    allowed = WaktuParser.parse(waktu).waktu().orElseThrow();
  }

  @Benchmark
  public Deadline due() {
    next = (next + 1) % STARTS;
    return calendar.due(starts[next], allowed, WIB, KNOWN);
  }
}
