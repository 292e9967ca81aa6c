package id.sop.worktime;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What became of one stretch of a time that was counted. */
public enum PartKind implements Code {
  /** The rest of the day of the event, which the convention does not count. */
  HARI_AWAL(7131),
  /** A working day that counted whole. */
  HARI_KERJA(7132),
  /** Office time that counted. */
  JAM_KERJA(7133),
  /** Time that counted by the calendar or the clock on the wall, whatever the office did. */
  MENURUT_KALENDER(7134),
  /** A day on which the office never works. */
  AKHIR_PEKAN(7135),
  /** A national holiday. */
  LIBUR_NASIONAL(7136),
  /** Collective leave. */
  CUTI_BERSAMA(7137),
  /** A holiday of the region or the office. */
  LIBUR_DAERAH(7138),
  /** Nights, mornings and breaks. */
  DI_LUAR_JAM_KERJA(7139),
  /** The clock stood still. */
  DIHENTIKAN(7140),
  /** The working day to which the last day was moved. */
  HARI_PENGGANTI(7141);

  private final int number;

  PartKind(int number) {
    this.number = number;
  }

  @Override
  public String id() {
    return "SOP-" + number;
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  /** Whether a stretch of this kind used up what was allowed. */
  public boolean isCounted() {
    return this == HARI_KERJA || this == JAM_KERJA || this == MENURUT_KALENDER;
  }

  static PartKind of(ClosureKind kind) {
    return switch (kind) {
      case LIBUR_NASIONAL -> LIBUR_NASIONAL;
      case CUTI_BERSAMA -> CUTI_BERSAMA;
      case LIBUR_DAERAH -> LIBUR_DAERAH;
    };
  }
}
