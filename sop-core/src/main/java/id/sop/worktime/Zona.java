package id.sop.worktime;

import java.time.ZoneId;
import java.util.Optional;

/** The time zones of Indonesia (Keppres 41/1987). */
public enum Zona {
  WIB("Asia/Jakarta"),
  WITA("Asia/Makassar"),
  WIT("Asia/Jayapura");

  private final String id;

  Zona(String id) {
    this.id = id;
  }

  /** The same for the JDK. */
  public ZoneId zone() {
    return ZoneId.of(id);
  }

  /** The one that is {@code zone}; empty for one elsewhere, or written otherwise. */
  public static Optional<Zona> of(ZoneId zone) {
    for (Zona each : values()) {
      if (each.id.equals(zone.getId())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** How {@code zone} is called here, or else its id. */
  public static String teks(ZoneId zone) {
    return of(zone).map(Zona::name).orElse(zone.getId());
  }
}
