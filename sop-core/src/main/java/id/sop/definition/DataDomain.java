package id.sop.definition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The type of a declared fact and the values it may take. */
public sealed interface DataDomain {

  /** The upper bound of a number that declares none. */
  long BILANGAN_TERBESAR = 1_000_000_000L;

  /** The upper bound of an amount that declares none: about three state budgets, in rupiah. */
  long UANG_TERBESAR = 10_000_000_000_000_000L;

  /** The first day of a date that declares none. */
  LocalDate TANGGAL_PERTAMA = LocalDate.of(1900, 1, 1);

  /** The last day of a date that declares none. */
  LocalDate TANGGAL_TERAKHIR = LocalDate.of(2199, 12, 31);

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
   * The value that {@code text} writes for this type: {@code LUAR_PROVINSI}, {@code 1_500_000},
   * {@code 2026-03-30}, {@code ya}. It may lie outside the range. Empty when it is of another type.
   */
  default Optional<DataValue> parse(String text) {
    if (this instanceof Pilihan) {
      return Optional.of(DataValue.of(text));
    }
    if (this instanceof Bilangan || this instanceof Uang) {
      return wholeNumber(text).map(DataValue::of);
    }
    if (this instanceof Tanggal) {
      try {
        return Optional.of(DataValue.of(LocalDate.parse(text)));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
    return switch (text) {
      case "ya" -> Optional.of(DataValue.of(true));
      case "tidak" -> Optional.of(DataValue.of(false));
      default -> Optional.empty();
    };
  }

  /** The whole number that {@code text} writes; underscores may part its digits. */
  static Optional<Long> wholeNumber(String text) {
    // Possessive: a greedy group is matched by recursion, which a long text overflows.
    if (!text.matches("-?[0-9]+(?:_[0-9]+)*+")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(text.replace("_", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
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
