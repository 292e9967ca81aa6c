package id.sop.definition;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;

/**
 * Duties that are kept apart: whoever does one of these rows does none of the others in the same
 * case, in whatever role, as a drafter does not approve his own draft.
 *
 * @param baris the rows, at least two
 * @param keterangan why; empty when the document does not say
 */
public record Pemisahan(List<StepId> baris, String keterangan) {
  public Pemisahan {
    baris = List.copyOf(baris);
    checkArgument(baris.size() > 1, "one row alone is kept apart from nothing");
  }
}
