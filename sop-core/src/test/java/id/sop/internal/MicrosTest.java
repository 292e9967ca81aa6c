package id.sop.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-01-01T00:00:00Z",
        "1600-02-29T12:00:00.000001Z",
        "1969-12-31T23:59:59.999999Z",
        "1970-01-01T00:00:00Z",
        "2262-04-12T00:00:00.5Z",
        "9999-12-31T23:59:59.999999Z"
      })
  void every_moment_that_can_be_kept_comes_back(String text) {
    Instant moment = Instant.parse(text);

    assertThat(Micros.canKeep(moment)).isTrue();
    assertThat(Micros.toInstant(Micros.of(moment))).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59.999999999Z", "2026-02-02T07:30:00.000000999Z"})
  void what_is_finer_is_cut_off(String text) {
    Instant moment = Instant.parse(text);

    assertThat(Micros.toInstant(Micros.of(moment))).isEqualTo(Micros.truncate(moment));
  }
}
