package id.sop.rules.arrow;

import com.google.common.collect.ImmutableList;
import id.sop.rules.sheet.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of a decision table, with the headings under which people write them. */
enum Column {
  ATURAN("aturan", "nama aturan"),
  DARI(
      "dari", "dari baris", "dari langkah", "baris asal", "asal", "sesudah baris", "setelah baris"),
  KEPUTUSAN("keputusan", "label", "label keputusan", "hasil keputusan"),
  SYARAT("syarat", "kondisi", "bila", "jika", "apabila"),
  KE("ke", "ke baris", "ke langkah", "tujuan", "baris tujuan", "berikutnya", "langkah berikutnya"),
  OLEH("oleh", "pelaksana", "dikerjakan oleh", "pelaksana berikutnya"),
  WAKTU("waktu", "selama", "lama"),
  DASAR_HUKUM("dasar hukum", "dasar", "landasan hukum"),
  BARIS("baris", "baris kertas", "baris dokumen"),
  KARENA("karena", "alasan"),
  KETERANGAN("keterangan", "ket", "catatan");

  private final ImmutableList<String> headings;

  Column(String... headings) {
    this.headings = ImmutableList.copyOf(headings);
  }

  /** Its heading as this library writes it. */
  String heading() {
    return headings.get(0);
  }

  /** The column that a cell heads: case, spaces and signs do not count. */
  static Optional<Column> headedBy(Cell cell) {
    String plain = plain(cell.words());
    return Arrays.stream(values()).filter(c -> c.headings.contains(plain)).findFirst();
  }

  private static String plain(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Column::heading).toList();
  }

  static String list() {
    return Arrays.stream(values()).map(Column::heading).collect(Collectors.joining(", "));
  }
}
