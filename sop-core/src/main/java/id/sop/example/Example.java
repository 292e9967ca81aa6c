package id.sop.example;

import id.sop.problem.Place;
import java.util.List;
import java.util.Optional;

/**
 * One path through an SOP, and what must come of it. Its moments are local times in the zone of the
 * SOP.
 *
 * @param nama what it shows, in one phrase; unique within its file
 * @param mulai how the case begins
 * @param langkah what is done next, in order
 * @param akhir how the case must have ended, such as {@code SELESAI}; empty when nothing is
 *     expected
 * @param place where it stands in its file
 */
public record Example(
    String nama,
    ExampleStart mulai,
    List<ExampleStep> langkah,
    Optional<Located<String>> akhir,
    Place place) {
  public Example {
    langkah = List.copyOf(langkah);
  }
}
