package id.sop.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whether what was done is recorded when it was done, and after what was done before it. */
final class Recording {
  private Recording() {}

  /** That {@code row} is not recorded afterwards. */
  static void inTime(Deliberation on, OpenRow row) {
    ZoneId zone = on.sop.unit(row.clock().pemilik()).zona();
    LocalDate today = LocalDate.ofInstant(on.circumstances.now(), zone);
    LocalDate done = LocalDate.ofInstant(on.occurredAt, zone);
    if (done.isBefore(today)) {
      on.refusals.add(
          CaseworkCode.RECORDED_LATER, row.step().value(), done.toString(), today.toString());
    }
    for (Completion each : on.state.completions()) {
      Instant at = each.event().occurredAt();
      if (at.isAfter(on.occurredAt)) {
        on.refusals.add(
            CaseworkCode.RECORDED_OUT_OF_ORDER,
            row.step().value(),
            on.moment(on.occurredAt),
            each.row().step().value(),
            on.moment(at));
        return;
      }
    }
  }
}
