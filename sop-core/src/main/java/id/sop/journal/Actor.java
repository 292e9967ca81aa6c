package id.sop.journal;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.definition.PelaksanaCode;

/**
 * Who acted, in which role.
 *
 * @param id the person, as the host numbers its users: never a name or NIP
 * @param role the role in which the person acted
 */
public record Actor(String id, PelaksanaCode role) {
  /** The application itself, where nobody decides: a new decree moves deadlines by arithmetic. */
  public static final Actor SISTEM = Actor.of("sistem", "SISTEM");

  public Actor {
    checkArgument(!id.isBlank() && id.length() <= 64, "an actor's id has 1 to 64 characters");
  }

  public static Actor of(String id, String role) {
    return new Actor(id, PelaksanaCode.of(role));
  }
}
