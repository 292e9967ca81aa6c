package id.sop.audit;

import id.sop.journal.CaseEvent;
import id.sop.worktime.ClockStop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A stop of the clock, gathered from the journal while it is read. */
final class Halt {
  final Visit.Noted<CaseEvent.ClockStopped> begun;
  Optional<Visit.Noted<CaseEvent.ClockResumed>> over = Optional.empty();

  Halt(Visit.Noted<CaseEvent.ClockStopped> begun) {
    this.begun = begun;
  }

  /** Ends the last of {@code halts} that stands; a resumption without a stop ends none. */
  static void end(List<Halt> halts, Visit.Noted<CaseEvent.ClockResumed> event) {
    halts.stream()
        .filter(h -> h.over.isEmpty())
        .reduce((first, last) -> last)
        .ifPresent(h -> h.over = Optional.of(event));
  }

  Instant from() {
    return begun.event().occurredAt();
  }

  /** When the clock ran again; one that no machine would write ends where it began. */
  Optional<Instant> to() {
    return over.map(o -> o.event().occurredAt()).map(to -> to.isBefore(from()) ? from() : to);
  }

  boolean stands() {
    return over.isEmpty();
  }

  boolean covers(Instant moment) {
    return !moment.isBefore(from()) && to().filter(to -> !moment.isBefore(to)).isEmpty();
  }

  /** Whether it lies within a stretch, if only in part. */
  boolean touches(Instant begin, Optional<Instant> end) {
    return to().filter(to -> !to.isAfter(begin)).isEmpty()
        && end.filter(e -> !from().isBefore(e)).isEmpty();
  }

  /**
   * As it is counted for work that was done at {@code done}: what is done has stopped no longer.
   */
  ClockStop clockStop(Optional<Instant> done) {
    return new ClockStop(
        from(), to().or(() -> done.filter(d -> !d.isBefore(from()))), begun.event().alasan());
  }

  List<Long> bukti() {
    return Stream.concat(Stream.of(begun.seq()), over.stream().map(Visit.Noted::seq)).toList();
  }
}
