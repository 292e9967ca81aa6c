package id.sop.authority;

import id.sop.definition.PelaksanaCode;
import java.time.Instant;

/**
 * Says whether a person holds a role at a moment. A host implements it over its own register of
 * positions; {@link Appointments} is one made of plain values.
 */
@FunctionalInterface
public interface Authority {
  /**
   * On what ground {@code person} may act in {@code role} at {@code at}.
   *
   * @param person the person, as the host numbers its users
   * @param at when the act happened in the office
   */
  Ground ground(String person, PelaksanaCode role, Instant at);

  /** The host vouches for the roles that it names: everybody holds the role in which he acts. */
  static Authority trusting() {
    return (person, role, at) -> Ground.HOST;
  }
}
