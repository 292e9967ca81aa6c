package id.sop.audit;

import com.google.common.collect.Maps;
import id.sop.definition.StepId;
import id.sop.worktime.ClockStop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One visit of a row.
 *
 * @param step the row
 * @param visit which time, from 1
 * @param openedAt since when it was somebody's turn; empty when it was done without
 * @param dueAt the last moment that was not late; empty when not assessable
 * @param doneAt when it was done, as corrected; empty when it was not
 * @param assessments the verdict on each criterion
 * @param stops when its clock stood still; what had not ended when it was done ends there
 * @param catatan what is worth knowing beside them, such as corrections
 */
public record RowReport(
    StepId step,
    int visit,
    Optional<Instant> openedAt,
    Optional<Instant> dueAt,
    Optional<Instant> doneAt,
    Map<Kriteria, Assessment> assessments,
    List<ClockStop> stops,
    List<Finding> catatan) {
  public RowReport {
    assessments = Maps.immutableEnumMap(assessments);
    stops = List.copyOf(stops);
    catatan = List.copyOf(catatan);
  }

  /**
   * How long it took by the clock on the wall, without the stops; empty while it is not done, and
   * when it was done without being opened.
   */
  public Optional<Duration> duration() {
    return openedAt.flatMap(
        from ->
            doneAt.map(to -> Duration.between(from, to).minus(ClockStop.within(stops, from, to))));
  }

  /** The assessment of one criterion. */
  public Assessment on(Kriteria kriteria) {
    return Optional.ofNullable(assessments.get(kriteria)).orElseThrow();
  }

  /** The verdict on one criterion. */
  public Verdict verdict(Kriteria kriteria) {
    return on(kriteria).verdict();
  }
}
