package id.sop.journal;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.authority.Mandate;
import id.sop.definition.PelaksanaCode;
import java.util.Optional;

/**
 * Who acted, in which role.
 *
 * @param id the person, as the host numbers its users: never a name or NIP
 * @param role the role in which the person acted
 * @param mandat the mandate on which the person acted; empty when he acted in his own position
 */
public record Actor(String id, PelaksanaCode role, Optional<Mandate> mandat) {
  /** The application itself, where nobody decides: a new decree moves deadlines by arithmetic. */
  public static final Actor SISTEM = Actor.of("sistem", "SISTEM");

  public Actor {
    checkArgument(!id.isBlank() && id.length() <= 64, "an actor's id has 1 to 64 characters");
  }

  /** Somebody who acts in his own position, as far as the host says. */
  public Actor(String id, PelaksanaCode role) {
    this(id, role, Optional.empty());
  }

  public static Actor of(String id, String role) {
    return new Actor(id, PelaksanaCode.of(role));
  }

  /** The same person in the same role, on {@code mandate}. */
  public Actor with(Mandate mandate) {
    return new Actor(id, role, Optional.of(mandate));
  }
}
