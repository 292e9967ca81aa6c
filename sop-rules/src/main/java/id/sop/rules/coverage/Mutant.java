package id.sop.rules.coverage;

import id.sop.routing.RouteReason;
import id.sop.routing.Router;
import java.util.Locale;

/**
 * The arrows of an SOP with one slip in them.
 *
 * @param slip what kind of slip
 * @param rule the rule that is spoilt
 * @param change what became of it, in one Indonesian phrase
 * @param router the spoilt arrows
 */
public record Mutant(Slip slip, RouteReason rule, String change, Router router) {

  /** The slips that a rule author makes. */
  public enum Slip {
    /** The arrow is not drawn. */
    HAPUS,
    /** It leads to another row. */
    TUJUAN,
    /** The case ends where it should go on, goes on where it should end, or ends otherwise. */
    AKHIR,
    /** Fewer, more or other performers, where the row allows it. */
    PELAKSANA,
    /** A longer or shorter time. */
    WAKTU,
    /** Two labels of one decision have changed places. */
    LABEL,
    /** A boundary between two ranges is moved by one. */
    BATAS,
    /** A condition holds too often: a neighbouring case gets this answer. */
    SYARAT;

    /** The word by which an author knows it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The rule and what became of it. */
  @Override
  public String toString() {
    return "“" + rule.rule() + "”: " + change;
  }
}
