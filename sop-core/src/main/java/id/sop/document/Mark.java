package id.sop.document;

/** What a drawing says about a row or an arrow beyond its being there. */
public enum Mark {
  /** Only in the newer of two versions. */
  NEW("baru", "baru"),
  /** Only in the older of two versions. */
  GONE("dihapus", "hapus"),
  /** In both versions, and not the same. */
  CHANGED("berubah", "ubah"),
  /** A case has been here. */
  VISITED("sudah dilalui", "lalu"),
  /** A case is here now. */
  CURRENT("sedang dikerjakan", "kini");

  private final String teks;
  private final String style;

  Mark(String teks, String style) {
    this.teks = teks;
    this.style = style;
  }

  /** What the legend says. */
  String teks() {
    return teks;
  }

  /** The name of its style class. */
  String style() {
    return style;
  }
}
