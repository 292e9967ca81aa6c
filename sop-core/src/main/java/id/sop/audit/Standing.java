package id.sop.audit;

/** How far the case had come when it was assessed. */
public enum Standing {
  BERJALAN,
  SELESAI,
  DIHENTIKAN
}
