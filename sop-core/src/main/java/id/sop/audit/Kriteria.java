package id.sop.audit;

import id.sop.definition.Asumsi.Bidang;

/** What is assessed of each row (PermenPAN-RB 35/2012, mutu baku and flow). */
public enum Kriteria {
  /** The row came when the rules say. */
  URUTAN(Bidang.URUTAN),
  /** It was done by those who may, as they share it. */
  PELAKSANA(Bidang.PELAKSANA),
  /** What it needs was there. */
  KELENGKAPAN(Bidang.KELENGKAPAN),
  /** It was done in time. */
  WAKTU(Bidang.WAKTU),
  /** What comes out of it came out. */
  OUTPUT(Bidang.OUTPUT),
  /** Its decision and the facts that it must establish are recorded. */
  KEPUTUSAN(Bidang.KEPUTUSAN);

  private final Bidang bidang;

  Kriteria(Bidang bidang) {
    this.bidang = bidang;
  }

  /** The part of the row's definition on which it rests. */
  public Bidang bidang() {
    return bidang;
  }
}
