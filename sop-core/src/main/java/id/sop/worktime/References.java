package id.sop.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What the times of one case refer to, as far as it is known. */
public interface References {
  /** The date that the fact {@code nama} says. */
  Optional<LocalDate> tanggal(String nama);

  /** The last completion of the row {@code langkah}. */
  Optional<Instant> selesai(String langkah);

  /** The time of the row {@code langkah}, which others share. */
  Optional<Waktu> waktu(String langkah);
}
