package id.sop.casework;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.journal.CaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One rung of a {@link Ladder}: somebody is to be told of an open row.
 *
 * @param key what it is; the same rung of the same visit has the same key, wherever its due moves
 * @param kind what he is told
 * @param at the last moment at which it is too early; it is called for as soon as that has passed
 * @param kepada who is to be told
 * @param dueAt when the row is due
 */
public record Rung(Key key, Kind kind, Instant at, List<PelaksanaCode> kepada, Instant dueAt) {
  public Rung {
    kepada = List.copyOf(kepada);
  }

  /** What is told. */
  public enum Kind {
    /** The row is due soon; told to its performers. */
    PENGINGAT,
    /** The row is late; told to its performers. */
    TERLAMBAT,
    /** The row is still late; told to those above. */
    ESKALASI
  }

  /**
   * What a rung is, by which a store lets each be told once.
   *
   * @param anak which rung of the row: its kind, and the time that the SOP or the rule gives it
   */
  public record Key(CaseId caseId, StepId step, int visit, String anak) {
    /** One text; no two keys have the same. */
    @Override
    public String toString() {
      return caseId + " " + step + " " + visit + " " + anak;
    }
  }

  /**
   * A rung that is called for.
   *
   * @param terlambat how long ago it should have been told, by the clock on the wall
   * @param jamKerja the office time in that
   */
  public record Call(Rung rung, Duration terlambat, Duration jamKerja) {}

  /** Whether it is called for at {@code now}. */
  public boolean isReached(Instant now) {
    return now.isAfter(at);
  }
}
