package id.sop.example;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must hold after a step of an example. What is empty is not looked at.
 *
 * @param posisi all rows that are open, in any order; an empty list when none is
 * @param pelaksana with whom each newly opened row is, in the order of its mode
 * @param tenggat until when each of them is in time; an empty moment ({@code tidak ada}) when this
 *     cannot be assessed
 * @param tenggatBaris until when rows are in time that are open, each by itself
 * @param ditolak the code with which the step is refused, such as {@code SOP-4005}; when empty, the
 *     step must be accepted
 */
public record Expected(
    Optional<Located<List<StepId>>> posisi,
    Optional<Located<List<PelaksanaCode>>> pelaksana,
    Optional<Located<Optional<LocalDateTime>>> tenggat,
    Map<StepId, Located<Optional<LocalDateTime>>> tenggatBaris,
    Optional<Located<String>> ditolak) {
  public Expected {
    tenggatBaris = ImmutableMap.copyOf(tenggatBaris);
  }

  /** Where no row's due is looked at by itself. */
  public Expected(
      Optional<Located<List<StepId>>> posisi,
      Optional<Located<List<PelaksanaCode>>> pelaksana,
      Optional<Located<Optional<LocalDateTime>>> tenggat,
      Optional<Located<String>> ditolak) {
    this(posisi, pelaksana, tenggat, Map.of(), ditolak);
  }
}
