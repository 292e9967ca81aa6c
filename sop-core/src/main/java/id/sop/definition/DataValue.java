package id.sop.definition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A value of a declared fact. */
public sealed interface DataValue {

  /** A word of a choice. */
  record Pilihan(String value) implements DataValue {
    // Written out, as in the ids: see StepId.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Pilihan that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }

    @Override
    public String teks() {
      return value;
    }
  }

  /** A whole number, or an amount in whole rupiah. */
  record Bilangan(long value) implements DataValue {
    @Override
    public String teks() {
      return Long.toString(value);
    }
  }

  /** A date. */
  record Tanggal(LocalDate value) implements DataValue {
    @Override
    public String teks() {
      return value.toString();
    }
  }

  /** Yes or no. */
  record YaTidak(boolean value) implements DataValue {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof YaTidak that && value == that.value;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(value);
    }

    @Override
    public String teks() {
      return value ? "ya" : "tidak";
    }
  }

  /**
   * The value as an author or official writes it: {@code LUAR_PROVINSI}, {@code 12}, {@code ya}.
   */
  String teks();

  static DataValue of(String pilihan) {
    return new Pilihan(pilihan);
  }

  static DataValue of(long bilangan) {
    return new Bilangan(bilangan);
  }

  static DataValue of(LocalDate tanggal) {
    return new Tanggal(tanggal);
  }

  static DataValue of(boolean ya) {
    return new YaTidak(ya);
  }
}
