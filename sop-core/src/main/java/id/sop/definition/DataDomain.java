package id.sop.definition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

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

  /**
   * The value that {@code text} means, if it is of this type and in its range: a word of the choice
   * as declared, a whole number, a date such as {@code 2026-03-30}, {@code ya} or {@code tidak}.
   */
  default Optional<DataValue> parse(String text) {
    return read(text.strip()).filter(this::contains);
  }

  private Optional<DataValue> read(String text) {
    if (this instanceof Pilihan) {
      return Optional.of(DataValue.of(text));
    }
    if (this instanceof Bilangan || this instanceof Uang) {
      // Eighteen digits always fit.
      return text.matches("-?[0-9]{1,18}")
          ? Optional.of(DataValue.of(Long.parseLong(text)))
          : Optional.empty();
    }
    if (this instanceof Tanggal) {
      try {
        return Optional.of(DataValue.of(LocalDate.parse(text)));
      } catch (DateTimeParseException noDate) {
        return Optional.empty();
      }
    }
    return switch (text) {
      case "ya" -> Optional.of(DataValue.of(true));
      case "tidak" -> Optional.of(DataValue.of(false));
      default -> Optional.empty();
    };
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
