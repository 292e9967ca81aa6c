package id.sop.authority;

/** On what ground somebody acts in a role. */
public enum Ground {
  /** The host says so. */
  HOST,
  /** He holds the position. */
  DEFINITIF,
  /** He holds a mandate (Plt., Plh., Pj., a.n., u.b.) that covers routine acts. */
  MANDAT,
  /** He neither held the position nor a mandate then. */
  TIDAK_ADA;

  /** Whether the act stands. */
  public boolean allows() {
    return this != TIDAK_ADA;
  }
}
