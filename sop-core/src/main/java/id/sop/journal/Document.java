package id.sop.journal;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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
  private static final Pattern SPACES = Pattern.compile("\\s+");

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
    List<String> uncovered = new ArrayList<>();
    for (String item : items) {
      if (!covered(item, documents)) {
        uncovered.add(item);
      }
    }
    return List.copyOf(uncovered);
  }

  /** Whether the minutes of a meeting are among {@code documents}. */
  public static boolean hasMinutes(List<Document> documents) {
    return covered("NOTULEN", documents);
  }

  private static boolean covered(String item, List<Document> documents) {
    for (Document document : documents) {
      if (document.covers(item)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String text) {
    return SPACES.matcher(text.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
  }
}
