package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The units that take part in an SOP and do not work by the time of the unit whose SOP it is.
 *
 * @param kalender the name of the calendar of the unit whose SOP it is; empty for the usual one
 * @param lain the other units, by code
 * @param dari the unit of each performer that belongs to one of those
 */
public record Units(
    Optional<String> kalender, Map<String, Unit> lain, Map<PelaksanaCode, String> dari) {
  /** All work by the usual calendar, in the zone of the SOP. */
  public static final Units NONE = new Units(Optional.empty(), Map.of(), Map.of());

  public Units {
    lain = ImmutableMap.copyOf(lain);
    dari = ImmutableMap.copyOf(dari);
  }

  /** The name of the calendar of each unit, that of the SOP first. */
  List<Optional<String>> calendars() {
    List<Optional<String>> names = new ArrayList<>();
    names.add(kalender);
    for (Unit unit : lain.values()) {
      names.add(unit.kalender());
    }
    return names;
  }

  /** The other unit that {@code performer} belongs to; empty for the one whose SOP it is. */
  Optional<Unit> of(PelaksanaCode performer) {
    String code = dari.get(performer);
    return code == null ? Optional.empty() : Optional.ofNullable(lain.get(code));
  }
}
