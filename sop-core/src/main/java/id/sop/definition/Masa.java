package id.sop.definition;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days during which something holds.
 *
 * @param dari the first day; empty when it always held before
 * @param sampai the last day; empty while it has no end
 */
public record Masa(Optional<LocalDate> dari, Optional<LocalDate> sampai) {
  /** All days. */
  public static final Masa SELALU = new Masa(Optional.empty(), Optional.empty());

  public Masa {
    checkArgument(inOrder(dari, sampai), "a period ends not before it begins");
  }

  static boolean inOrder(Optional<LocalDate> dari, Optional<LocalDate> sampai) {
    return dari.isEmpty() || sampai.isEmpty() || !sampai.get().isBefore(dari.get());
  }

  /** Whether {@code day} is one of them. */
  public boolean contains(LocalDate day) {
    return dari.filter(day::isBefore).isEmpty() && sampai.filter(day::isAfter).isEmpty();
  }

  /** Whether some day belongs to both. */
  public boolean overlaps(Masa other) {
    return endsNotBefore(other) && other.endsNotBefore(this);
  }

  private boolean endsNotBefore(Masa other) {
    return inOrder(other.dari, sampai);
  }
}
