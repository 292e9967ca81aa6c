package id.sop.document;

/** What a drawing says about a row or an arrow beyond its being there. */
public enum Mark {
  /** Only in the newer of two versions. */
  NEW("hijau: baru", "baru"),
  /** Only in the older of two versions. */
  GONE("merah putus-putus: dihapus", "hapus"),
  /** In both versions, and not the same. */
  CHANGED("cokelat: berubah", "ubah"),
  /** A case has been here. */
  VISITED("biru: sudah dilalui", "lalu"),
  /** A case is here now. */
  CURRENT("kuning berbingkai biru: sedang dikerjakan", "kini");

  private final String teks;
  private final String style;

  Mark(String teks, String style) {
    this.teks = teks;
    this.style = style;
  }

  /** How it looks and what it means, for the legend. */
  String teks() {
    return teks;
  }

  /** The name of its style class. */
  String style() {
    return style;
  }
}
