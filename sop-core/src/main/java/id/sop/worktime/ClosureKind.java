package id.sop.worktime;

/** Why a date is taken out of the working days. */
public enum ClosureKind {
  /** A national holiday, by joint decree of three ministers or by presidential decree. */
  LIBUR_NASIONAL("liburNasional", false),
  /** Collective leave: closed for civil servants, while service desks may roster staff on it. */
  CUTI_BERSAMA("cutiBersama", true),
  /** A holiday of a region or of one office. */
  LIBUR_DAERAH("liburDaerah", false);

  private final String key;
  private final boolean desksMayOpen;

  ClosureKind(String key, boolean desksMayOpen) {
    this.key = key;
    this.desksMayOpen = desksMayOpen;
  }

  /** The key under which a calendar file lists the dates of this kind. */
  String key() {
    return key;
  }

  /** What holds for service desks where the entry itself says nothing. */
  boolean desksMayOpen() {
    return desksMayOpen;
  }
}
