package id.sop.authority;

import java.util.Optional;

/** On what ground somebody acts in a role. */
public sealed interface Ground {
  /** The host says so. */
  Ground HOST = new Host();

  /** He holds the position. */
  Ground DEFINITIF = new Definitif();

  /** He neither held the position nor a mandate then. */
  Ground TIDAK_ADA = new TidakAda();

  /** The host vouches for the role, and for the mandate that it names, if it names one. */
  record Host() implements Ground {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.host(this);
    }
  }

  /** He holds the position. */
  record Definitif() implements Ground {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.definitif(this);
    }
  }

  /**
   * He acts for the one who holds the position, or while nobody does.
   *
   * @param mandat by which right
   */
  record Mandat(Mandate mandat) implements Ground {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.mandat(this);
    }
  }

  /** He neither held the position nor a mandate then. */
  record TidakAda() implements Ground {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.tidakAda(this);
    }
  }

  /** Whether he may act at all; a mandate may still not cover the act. */
  default boolean allows() {
    return !(this instanceof TidakAda);
  }

  /** The mandate on which he acts; empty when he acts on another ground. */
  default Optional<Mandate> mandate() {
    return this instanceof Mandat mandat ? Optional.of(mandat.mandat()) : Optional.empty();
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R host(Host host);

    R definitif(Definitif definitif);

    R mandat(Mandat mandat);

    R tidakAda(TidakAda tidakAda);
  }

  <R> R match(Cases<R> cases);
}
