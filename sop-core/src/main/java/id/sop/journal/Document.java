package id.sop.journal;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A reference to a document; the document itself stays with the host.
 *
 * @param jenis what it is, as the SOP names it: {@code SURAT MASUK}
 * @param nomor its number
 * @param tanggal its date
 * @param sha256 the digest of its bytes, in hexadecimal
 * @param lisan whether it was an oral act, which leaves no paper; then there is no number
 */
public record Document(
    String jenis,
    Optional<String> nomor,
    Optional<LocalDate> tanggal,
    Optional<String> sha256,
    boolean lisan) {
  public Document {
    checkArgument(!jenis.isBlank() && jenis.length() <= 200, "a document has a kind");
  }

  /** A document of which only kind and number are known. */
  public static Document of(String jenis, String nomor) {
    return new Document(jenis, Optional.of(nomor), Optional.empty(), Optional.empty(), false);
  }

  /** An oral act in place of a paper. */
  public static Document lisan(String jenis) {
    return new Document(jenis, Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  /**
   * Whether this is evidence for {@code item} of a checklist: the same words, or one of the
   * alternatives that the item gives between slashes, whatever the case and spacing.
   */
  public boolean covers(String item) {
    String own = plain(jenis);
    if (own.equals(plain(item))) {
      return true;
    }
    for (String alternative : item.split("/", -1)) {
      if (own.equals(plain(alternative))) {
        return true;
      }
    }
    return false;
  }

  /** Those of {@code items} for which none of {@code documents} is evidence. */
  public static List<String> uncovered(List<String> items, List<Document> documents) {
    return items.stream().filter(i -> documents.stream().noneMatch(d -> d.covers(i))).toList();
  }

  /** Whether the minutes of a meeting are among {@code documents}. */
  public static boolean hasMinutes(List<Document> documents) {
    return documents.stream().anyMatch(d -> d.covers("NOTULEN"));
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toUpperCase(java.util.Locale.ROOT);
  }
}
