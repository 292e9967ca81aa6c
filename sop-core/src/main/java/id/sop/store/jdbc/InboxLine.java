package id.sop.store.jdbc;

import id.sop.casework.OpenRow;
import id.sop.definition.PelaksanaCode;
import id.sop.internal.Micros;
import id.sop.store.CaseStore.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of the inbox: an open row, for one of its performers.
 *
 * @param columns in the order of the table
 */
record InboxLine(List<Object> columns) {
  /** Stands for the due time of a row that is not assessable, and sorts it last. */
  static final long NEVER_DUE = Long.MAX_VALUE;

  /** The lines of the rows that the change leaves open. */
  static List<InboxLine> of(Change change) {
    List<InboxLine> lines = new ArrayList<>();
    for (OpenRow row : change.rowsToShow()) {
      String together =
          row.by().stream().map(PelaksanaCode::value).collect(Collectors.joining(" "));
      // Who is named twice has one line, as one row has one place in an inbox.
      List<String> inboxes =
          row.by().isEmpty()
              ? List.of("")
              : row.by().stream().map(PelaksanaCode::value).distinct().toList();
      for (int place = 0; place < inboxes.size(); place++) {
        lines.add(
            new InboxLine(
                List.of(
                    change.caseId().value(),
                    row.step().value(),
                    row.visit(),
                    place,
                    inboxes.get(place),
                    together,
                    change.sop().value(),
                    row.step().leadingNumber(),
                    Micros.of(row.openedAt()),
                    row.dueAt().map(Micros::of).orElse(NEVER_DUE),
                    row.claim().map(claim -> claim.actor().id()).orElse(""))));
      }
    }
    return lines;
  }
}
