package id.sop.casework;

import id.sop.journal.CaseEvent;

/**
 * How a case went over to another version of its SOP.
 *
 * @param seq the number of its entry
 * @param event what was recorded
 */
public record MigratedAt(long seq, CaseEvent.Migrated event) {}
