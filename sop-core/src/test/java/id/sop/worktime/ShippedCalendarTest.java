package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedCalendarTest {
  private static final Path FILES =
      Path.of("src", "main", "resources", "id", "sop", "worktime", "calendar");

  static List<String> layers() {
    return ShippedCalendar.SIX_DAYS;
  }

  @ParameterizedTest
  @MethodSource("layers")
  void what_is_read_at_the_start_is_what_the_yaml_says(String layer) throws IOException {
    Path file = FILES.resolve(layer + ".json");
    String prepared = ShippedCalendar.prepared(layer);
    if (System.getProperty("kalender.tulis") != null) {
      Files.writeString(file, prepared);
    }

    assertThat(file)
        .as("renew it: run this test with -Dkalender.tulis")
        .hasContent(prepared.strip());
  }
}
