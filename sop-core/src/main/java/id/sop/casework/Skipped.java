package id.sop.casework;

import id.sop.journal.CaseEvent;
import id.sop.routing.RouteQuestion;

/**
 * An optional row that was skipped.
 *
 * @param seq the number of its entry
 * @param event what was recorded
 * @param asked what the rules were asked
 */
public record Skipped(long seq, CaseEvent.RowSkipped event, RouteQuestion asked) {}
