package id.sop.casework;

import id.sop.authority.Authority;
import id.sop.authority.Ground;
import id.sop.authority.Mandate;
import id.sop.journal.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** On what ground the actor of one command acts. The host's register is asked once. */
final class Acting {
  private final Authority authority;
  private final Instant at;
  private @Nullable Ground ground;

  Acting(Authority authority, Instant at) {
    this.authority = authority;
    this.at = at;
  }

  Ground ground(Actor actor) {
    Ground known = ground;
    if (known == null) {
      known = asked(actor);
      ground = known;
    }
    return known;
  }

  /**
   * The register's word counts before the command's; where the host vouches, the command's does.
   */
  private Ground asked(Actor actor) {
    Ground answer = authority.ground(actor.id(), actor.role(), at);
    return answer instanceof Ground.Host
        ? actor.mandat().map(this::vouched).orElse(answer)
        : answer;
  }

  private Ground vouched(Mandate mandate) {
    return mandate.holdsAt(at) ? new Ground.Mandat(mandate) : Ground.TIDAK_ADA;
  }

  Actor recorded(Actor actor) {
    return new Actor(actor.id(), actor.role(), ground(actor).mandate());
  }
}
