package id.sop.worktime;

import com.google.common.collect.Comparators;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts off an end by the stops before it. What a stop took away is given back exactly, in the
 * measure of the time: office time to the second, working days by their share, else the clock on
 * the wall.
 */
final class Stopped {
  private final Deadlines deadlines;
  private final Instant start;
  private final Waktu.Paling limit;
  private final Instant counted;
  private Share lost = Share.NONE;
  private final List<ClockStop> effective = new ArrayList<>();
  private boolean stands;
  private Instant end = Instant.MIN;

  Stopped(Deadlines deadlines, Instant start, Waktu.Paling limit) {
    this.deadlines = deadlines;
    this.start = start;
    this.limit = limit;
    this.counted = deadlines.counted(start, limit);
  }

  void delay(Instant first, List<ClockStop> stops) {
    end = first;
    for (ClockStop stop : apart(stops)) {
      if (!stop.from().isBefore(end)) {
        return;
      }
      if (stop.to().isEmpty()) {
        stands = true;
        return;
      }
      Instant from = Comparators.max(stop.from(), counted);
      if (stop.to().get().isAfter(from)) {
        end = later(first, from, stop.to().get());
        effective.add(new ClockStop(from, stop.to(), stop.why()));
      }
    }
  }

  private Instant later(Instant first, Instant from, Instant to) {
    return switch (limit.satuan()) {
      case MENIT_KERJA, JAM_KERJA -> {
        Duration away = deadlines.officeTime(from, to);
        yield deadlines.afterOfficeTime(end, away.getSeconds(), away.getNano());
      }
      case HARI_KERJA -> {
        // Shares are summed before they become a moment, so that nothing is rounded twice.
        lost = lost.plus(deadlines.workingDaysBetween(from, to));
        yield deadlines.workingDaysLater(start, limit.jumlah(), first, lost);
      }
      case JAM_KALENDER, HARI_KALENDER, HARI_KALENDER_SAMPAI_HARI_KERJA, MINGGU, BULAN ->
          end.plus(Duration.between(from, to));
    };
  }

  /** The stops in order; those that overlap or touch are one. */
  static List<ClockStop> apart(List<ClockStop> stops) {
    List<ClockStop> apart = new ArrayList<>();
    stops.stream()
        .sorted(Comparator.comparing(ClockStop::from))
        .forEach(
            stop -> {
              int last = apart.size() - 1;
              if (last >= 0 && touch(apart.get(last), stop)) {
                apart.set(last, joined(apart.get(last), stop));
              } else {
                apart.add(stop);
              }
            });
    return apart;
  }

  private static boolean touch(ClockStop first, ClockStop second) {
    return first.to().filter(to -> to.isBefore(second.from())).isEmpty();
  }

  private static ClockStop joined(ClockStop first, ClockStop second) {
    Optional<Instant> to =
        first.to().isEmpty() || second.to().isEmpty()
            ? Optional.empty()
            : Optional.of(Comparators.max(first.to().get(), second.to().get()));
    String why =
        first.why().isBlank() || first.why().equals(second.why())
            ? second.why()
            : second.why().isBlank() ? first.why() : first.why() + "; " + second.why();
    return new ClockStop(first.from(), to, why);
  }

  boolean stands() {
    return stands;
  }

  Instant end() {
    return end;
  }

  List<ClockStop> effective() {
    return List.copyOf(effective);
  }
}
