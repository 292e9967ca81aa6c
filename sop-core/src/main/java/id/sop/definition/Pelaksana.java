package id.sop.definition;

import java.util.List;

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
    PelaksanaCode code, String nama, Jenis jenis, List<String> alias, List<PelaksanaCode> anggota) {

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
}
