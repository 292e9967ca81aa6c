package id.sop.audit;

/**
 * What can be said of one criterion of one row. The last two are never folded into the first two:
 * what cannot be assessed is neither kept nor broken.
 */
public enum Verdict {
  /** The standard was met. */
  PATUH,
  /** It was not. */
  TIDAK_PATUH,
  /** There is no standard, or no evidence by which to assess it. */
  TIDAK_DAPAT_DINILAI,
  /** The row is open and its time has not run out. */
  BELUM_JATUH_TEMPO
}
