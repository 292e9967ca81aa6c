package id.sop.rules.reload;

import id.sop.routing.Procedure;
import java.time.LocalDate;
import java.util.Optional;

/** Takes versions that are sound: an engine. A host may implement it. */
@FunctionalInterface
public interface Taker {
  /**
   * Uses a version from now on.
   *
   * @param procedure the version
   * @param tanggalEfektif the day from which cases begin on it
   * @param replaced the digest of the version that it replaces; empty when it is the first
   */
  void take(Procedure procedure, LocalDate tanggalEfektif, Optional<String> replaced);
}
