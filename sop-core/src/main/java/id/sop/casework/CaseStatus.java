package id.sop.casework;

/** What has become of a case. */
public enum CaseStatus {
  /** Nothing is recorded of it yet. */
  BELUM_MULAI,
  /** At least one row is open. */
  BERJALAN,
  /** It came to an end that its SOP foresees. */
  SELESAI,
  /** It was stopped outside its SOP. */
  DIHENTIKAN
}
