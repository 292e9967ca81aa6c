package id.sop.testkit;

/**
 * What must hold after something was done. The first word carries it out. Each word that does not
 * hold fails the test at once; the failure names the row, what was expected and found, the rule
 * that answered and where it stands.
 */
public sealed interface Hasil permits Tindakan {

  /** Exactly these rows are open; without a row, none is. */
  Hasil berada(String... baris);

  /** Each row that was opened is with these performers, in the order of its mode. */
  Hasil pada(String... pelaksana);

  /** Each row that was opened is in time until then: a local time of the unit. */
  Hasil tenggat(String waktu);

  /** The row {@code baris}, which is open, is in time until then: a local time of the unit. */
  Hasil tenggat(String baris, String waktu);

  /** No row that was opened has a due time, as one that follows a schedule. */
  Hasil tanpaTenggat();

  /** The case went back: exactly this row is open, and it had been open before. */
  Hasil kembaliKe(String baris);

  /** It was refused with this code, such as {@code SOP-4005}, and the case did not move. */
  Hasil ditolak(String kode);

  /** The case has ended so: {@code SELESAI}, {@code DIHENTIKAN}, or as the rules call it. */
  Hasil berakhir(String akhir);
}
