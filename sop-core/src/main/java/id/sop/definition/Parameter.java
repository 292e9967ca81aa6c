package id.sop.definition;

import id.sop.problem.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A value that a regulation sets and changes from time to time, such as the largest amount of a
 * direct purchase. A case is judged by the value that was in force on the day on which it began,
 * however long it runs and whatever comes into force meanwhile.
 *
 * @param nama its name in rules, such as {@code batasPengadaanLangsung}
 * @param domain its type: a number, an amount in whole rupiah, or a date; as wide as the type
 * @param satuan what it counts, such as {@code orang}; empty when that needs no word
 * @param keterangan what it means
 * @param nilai its values, each in force from its own day to the eve of the next; at least one
 * @param place where it stands in its file
 */
public record Parameter(
    String nama,
    DataDomain domain,
    String satuan,
    String keterangan,
    List<Nilai> nilai,
    Place place) {

  /**
   * The fact that says on which day a case began, in the zone of its unit. The machine itself
   * records it, for SOPs that have parameters; rules may look at it like at any fact.
   */
  public static final String TANGGAL_MULAI = "tanggalMulai";

  /**
   * A value with the time in which it is in force.
   *
   * @param sejak the first day
   * @param nilai the value
   * @param dasarHukum the regulation that sets it
   * @param place where it stands in its file
   */
  public record Nilai(LocalDate sejak, DataValue nilai, String dasarHukum, Place place) {}

  public Parameter {
    nilai = List.copyOf(nilai);
  }

  /** The value in force on {@code day}; empty before the first one. */
  public Optional<Nilai> pada(LocalDate day) {
    Optional<Nilai> last = Optional.empty();
    for (Nilai each : nilai) {
      if (!each.sejak().isAfter(day)) {
        last = Optional.of(each);
      }
    }
    return last;
  }
}
