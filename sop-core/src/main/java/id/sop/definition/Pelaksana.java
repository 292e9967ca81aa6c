package id.sop.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One who acts or receives: a column of the form, or a role named in a row.
 *
 * @param code its code in rules, commands and records
 * @param nama its name as printed
 * @param jenis what kind of performer it is
 * @param alias other names under which the same role is printed, as in "JFU" for pelaksana
 * @param anggota for {@link Jenis#KELOMPOK}: the roles that belong to it; whoever holds one of them
 *     may act for the group
 */
public record Pelaksana(
    PelaksanaCode code, String nama, Jenis jenis, List<Alias> alias, List<Anggota> anggota) {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * Another name of a role.
   *
   * @param masa the days on which it is printed so
   */
  public record Alias(String nama, Masa masa) {
    @Override
    public String toString() {
      return dated(nama, masa);
    }
  }

  /**
   * A role that belongs to a group.
   *
   * @param masa the days on which it does
   */
  public record Anggota(PelaksanaCode kode, Masa masa) {
    /** A member without end. */
    public static Anggota of(PelaksanaCode kode) {
      return new Anggota(kode, Masa.SELALU);
    }

    @Override
    public String toString() {
      return dated(kode.value(), masa);
    }
  }

  /** Kinds of performers. */
  public enum Jenis {
    /** A position that one official holds. */
    JABATAN,
    /** A body that acts by meeting, such as the Badan Musyawarah; its acts rest on minutes. */
    KOLEGIAL,
    /** Somebody outside the office, whose acts are recorded on his behalf. */
    EKSTERNAL,
    /** A group of roles, any of which may act. */
    KELOMPOK
  }

  public Pelaksana {
    alias = List.copyOf(alias);
    anggota = List.copyOf(anggota);
  }

  /** Whether it is printed as {@code words} on the day {@code on}, whatever the capitals. */
  public boolean isNamed(String words, LocalDate on) {
    String plain = plain(words);
    return plain(nama).equals(plain)
        || alias.stream().anyMatch(a -> plain(a.nama()).equals(plain) && a.masa().contains(on));
  }

  /** A name as it is compared: in capitals, with single blanks. */
  static String plain(String words) {
    return SPACES.matcher(words.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
  }

  private static String dated(String what, Masa masa) {
    return what
        + masa.dari().map(day -> " dari " + day).orElse("")
        + masa.sampai().map(day -> " sampai " + day).orElse("");
  }
}
