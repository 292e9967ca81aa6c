package id.sop.definition;

import id.sop.worktime.Zona;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The time by which a unit works.
 *
 * @param zona its time zone
 * @param kalender the name of its calendar, which the host gives the engine; empty for the usual
 *     one
 */
public record Unit(ZoneId zona, Optional<String> kalender) {
  /** Such as {@code WIT, kalender papua}. */
  public String teks() {
    return Zona.teks(zona) + kalender.map(name -> ", kalender " + name).orElse("");
  }
}
