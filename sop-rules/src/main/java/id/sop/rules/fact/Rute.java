package id.sop.rules.fact;

/**
 * What a rule says: where the case goes. One chain of calls, such as {@code
 * rute.ke("12").oleh("KASUBAG").selama("4 hari kalender");}.
 */
public interface Rute {
  /** Opens these rows. */
  Tujuan ke(String... baris);

  /** Opens nothing yet: other rows must be completed first. */
  Alasan tunggu();

  /** This branch ends, with the outcome {@code SELESAI}. */
  Alasan selesai();

  /**
   * This branch ends.
   *
   * @param hasil how, in capitals, such as {@code DITOLAK}
   */
  Alasan selesai(String hasil);

  /**
   * The whole case ends at once; the rows that are open lapse.
   *
   * @param hasil how, in capitals, such as {@code DITARIK}
   */
  Alasan akhiri(String hasil);

  /** The end of every chain. */
  interface Alasan {
    /** Says why, for the record. */
    void karena(String teks);
  }

  /** The rows named last, which {@code oleh} and {@code selama} speak of. */
  interface Tujuan extends Alasan {
    /** Opens these rows too. */
    Tujuan ke(String... baris);

    /** Who does them; without it, the performers of the row in {@code sop.yaml}. */
    Tujuan oleh(String... pelaksana);

    /** The time allowed; without it, the time of the row in {@code sop.yaml}. */
    Tujuan selama(String waktu);

    /** The time is set by a schedule document. */
    Tujuan sesuaiJadwal();

    /**
     * Tells {@code pelaksana} when the rows are late by {@code setelah}, such as {@code 1 hari
     * kerja}; without it, whom {@code sop.yaml} names.
     */
    Tujuan eskalasi(String setelah, String... pelaksana);
  }
}
