package id.sop.example;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.problem.Place;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * How an example's case begins.
 *
 * @param pada when
 * @param oleh who starts it; empty: the performer of the first row
 * @param data what is known already
 * @param expected what must hold afterwards
 * @param place where it stands in its file
 */
public record ExampleStart(
    LocalDateTime pada,
    Optional<Located<PelaksanaCode>> oleh,
    Map<String, Located<DataValue>> data,
    Expected expected,
    Place place) {
  public ExampleStart {
    data = ImmutableMap.copyOf(data);
  }
}
