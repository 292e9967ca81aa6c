package id.sop.timers;

import id.sop.casework.Ladder;
import id.sop.casework.Rung;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the ladder of one row asks for at one moment, and when to look again. Nothing is done. */
record Plan(Optional<Rung.Call> first, Optional<Instant> nextLook) {
  /**
   * A ladder is never trusted for longer: by new holidays a reminder may come earlier, although the
   * row is due as before.
   */
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * @param marks what is kept of rungs of this row, by which rung it is
   */
  static Plan of(Ladder ladder, WatchedRow row, Instant now, Map<String, Mark> marks) {
    Set<Rung.Key> resting =
        ladder.rungs().stream()
            .map(Rung::key)
            .filter(key -> row.has(key) && rests(marks, key, now))
            .collect(Collectors.toSet());
    List<Rung.Call> calls =
        ladder.calls(now, resting).stream().filter(call -> row.has(call.rung().key())).toList();
    return new Plan(
        calls.stream().findFirst(),
        calls.size() > 1 ? Optional.of(now) : nextLook(ladder, row, now, marks));
  }

  private static boolean rests(Map<String, Mark> marks, Rung.Key key, Instant now) {
    return Optional.ofNullable(marks.get(key.anak())).map(mark -> mark.restsAt(now)).orElse(false);
  }

  /** Empty when the ladder has nothing more to ask for. */
  private static Optional<Instant> nextLook(
      Ladder ladder, WatchedRow row, Instant now, Map<String, Mark> marks) {
    List<Instant> moments = new ArrayList<>();
    for (Rung rung : ladder.rungs()) {
      if (!row.has(rung.key())) {
        continue;
      }
      Optional<Mark> mark = Optional.ofNullable(marks.get(rung.key().anak()));
      if (mark.isPresent()) {
        mark.filter(m -> m.status() == Mark.Status.WAITS && m.nextAt().isAfter(now))
            .ifPresent(m -> moments.add(m.nextAt()));
      } else if (!rung.isReached(now)) {
        // A rung is called for after its moment, not at it.
        moments.add(rung.at().plus(1, ChronoUnit.MICROS));
      }
    }
    Instant tomorrow = now.plus(LONGEST);
    return moments.stream()
        .min(Instant::compareTo)
        .map(at -> at.isBefore(tomorrow) ? at : tomorrow);
  }
}
