package id.sop.definition;

import java.time.LocalDate;
import java.util.List;

/** The type of a declared fact and the values it may take. */
public sealed interface DataDomain {

  /** One of a few words; {@code nilai} in the order of the file. */
  record Pilihan(List<String> nilai) implements DataDomain {
    public Pilihan {
      nilai = List.copyOf(nilai);
    }
  }

  /** A whole number from {@code dari} to {@code sampai}, both included. */
  record Bilangan(long dari, long sampai) implements DataDomain {}

  /** An amount in whole rupiah from {@code dari} to {@code sampai}, both included. */
  record Uang(long dari, long sampai) implements DataDomain {}

  /** A date from {@code dari} to {@code sampai}, both included. */
  record Tanggal(LocalDate dari, LocalDate sampai) implements DataDomain {}

  /** Yes or no. */
  record YaTidak() implements DataDomain {}

  /** Whether {@code value} is of this type and in its range. */
  default boolean contains(DataValue value) {
    if (this instanceof Pilihan p && value instanceof DataValue.Pilihan v) {
      return p.nilai().contains(v.value());
    }
    if (this instanceof Bilangan b && value instanceof DataValue.Bilangan v) {
      return b.dari() <= v.value() && v.value() <= b.sampai();
    }
    if (this instanceof Uang u && value instanceof DataValue.Bilangan v) {
      return u.dari() <= v.value() && v.value() <= u.sampai();
    }
    if (this instanceof Tanggal t && value instanceof DataValue.Tanggal v) {
      return !v.value().isBefore(t.dari()) && !v.value().isAfter(t.sampai());
    }
    return this instanceof YaTidak && value instanceof DataValue.YaTidak;
  }

  /** The type and range as an author would write it, for messages. */
  default String teks() {
    if (this instanceof Pilihan p) {
      return String.join(", ", p.nilai());
    }
    if (this instanceof Bilangan b) {
      return "bilangan " + b.dari() + ".." + b.sampai();
    }
    if (this instanceof Uang u) {
      return "uang " + u.dari() + ".." + u.sampai();
    }
    if (this instanceof Tanggal t) {
      return "tanggal " + t.dari() + ".." + t.sampai();
    }
    return "ya, tidak";
  }
}
