package id.sop.definition;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An entry of a checklist of which more is said than its name.
 *
 * @param nama the document or act, as printed
 * @param bila the conditions under which it is asked for; all must hold; none: always
 * @param jikaDibutuhkan whether the performer may do without it
 * @param tertulis whether a paper is wanted, so that an oral act does not do
 * @param rujukan what must be known of the document
 */
public record Butir(
    String nama,
    List<Syarat> bila,
    boolean jikaDibutuhkan,
    boolean tertulis,
    Set<Rujukan> rujukan) {

  /** A part of the reference to a document. */
  public enum Rujukan {
    /** Its number. */
    NOMOR,
    /** Its date. */
    TANGGAL,
    /** The digest of its bytes. */
    SIDIK;

    /** The word as it is written in {@code sop.yaml}. */
    public String teks() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Butir {
    bila = List.copyOf(bila);
    rujukan = Sets.immutableEnumSet(rujukan);
  }

  /** Its name with all that is said of it: {@code Surat kuasa (jika dibutuhkan)}. */
  public String teks() {
    List<String> said = new ArrayList<>();
    bila.forEach(syarat -> said.add("bila " + syarat.teks()));
    if (jikaDibutuhkan) {
      said.add("jika dibutuhkan");
    }
    if (tertulis) {
      said.add("tertulis");
    }
    if (!rujukan.isEmpty()) {
      said.add(
          "dengan " + rujukan.stream().map(Rujukan::teks).collect(Collectors.joining(" dan ")));
    }
    return said.isEmpty() ? nama : nama + " (" + String.join(", ", said) + ")";
  }
}
