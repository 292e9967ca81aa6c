package id.sop.worktime;

/** The units in which an SOP allows time. */
public enum Satuan {
  /** Minutes of office time: the clock stands still outside office hours. */
  MENIT_KERJA("menit kerja"),
  /** Hours of office time: the clock stands still outside office hours. */
  JAM_KERJA("jam kerja"),
  /** Days on which the office works; a bare {@code hari} means this (UU 30/2014, art. 53). */
  HARI_KERJA("hari kerja"),
  /** Days of the civil calendar, week-ends and holidays included: travel and field work. */
  HARI_KALENDER("hari kalender");

  private final String teks;

  Satuan(String teks) {
    this.teks = teks;
  }

  /** The unit as it is written in an SOP. */
  public String teks() {
    return teks;
  }
}
