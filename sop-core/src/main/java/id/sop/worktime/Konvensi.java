package id.sop.worktime;

/** How a unit counts days. Hours and minutes do not depend on it. */
public enum Konvensi {
  /**
   * The usual legal practice: the day of the event does not count, and a time in days ends with the
   * office hours of its last day.
   */
  HARI_BERIKUT("hari-berikut"),
  /**
   * The day of the event is day 1, unless the office has closed already or does not work on it; a
   * time in days ends with the office hours of its last day.
   */
  INKLUSIF("inklusif"),
  /**
   * A day is a whole day from the moment of the event: a working day ends after the same share of
   * the office hours of a later day, a calendar day at the same hour.
   */
  BERGULIR("bergulir");

  private final String teks;

  Konvensi(String teks) {
    this.teks = teks;
  }

  /** The convention as a person writes it. */
  public String teks() {
    return teks;
  }
}
