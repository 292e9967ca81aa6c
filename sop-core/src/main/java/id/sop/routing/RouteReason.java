package id.sop.routing;

import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.problem.Place;
import java.util.Optional;

/**
 * The rule that gave an answer, precise enough for an auditor to find it years later.
 *
 * @param rule its name, a sentence
 * @param place where it begins in its file
 * @param digest SHA-256 of the rule's own text, in hexadecimal
 * @param baris the row of the paper that it encodes
 * @param dasarHukum by what right
 * @param karena what the rule says of its own reason; empty when it says nothing
 */
public record RouteReason(
    String rule, Place place, String digest, String baris, String dasarHukum, String karena) {

  /**
   * The word of the office, where no arrow is followed: a file that was sent back, moved, or opened
   * again.
   *
   * @param act what was done, such as {@code dikembalikan}
   * @param step the row to which it leads
   * @param dasar the ground given; empty when there is none
   * @param alasan why
   * @param digest the digest of the bundle, by whose document the row is done
   */
  public static RouteReason ofOffice(
      String act, Step step, Optional<String> dasar, String alasan, String digest) {
    return new RouteReason(
        "baris " + step.id() + ": " + act,
        step.place(),
        digest,
        step.no(),
        dasar.orElse("-"),
        alasan);
  }

  /**
   * The word of the document itself, where no arrow is followed: a row that it lets arise or be
   * repeated.
   *
   * @param sifat what the document says of the row
   * @param digest the digest of the bundle, which holds the document
   */
  public static RouteReason ofDocument(Sop sop, Step step, Sifat sifat, String digest) {
    return new RouteReason(
        "baris " + step.id() + ": " + sifat.teks(),
        step.place(),
        digest,
        step.no(),
        "SOP " + sop.identitas().nama() + ", baris " + step.no(),
        "");
  }
}
