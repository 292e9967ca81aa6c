package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk reads who mistyped a command, and a reader of English who did not. */
class UsageErrorsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int sop(String... arguments) {
    return SopCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "periska; Perintah periska tidak dikenal. Mungkin yang dimaksud: periksa",
        "abrakadabra; Perintah abrakadabra tidak dikenal.",
        "periksa x --jsno; Pilihan --jsno tidak dikenal. Mungkin yang dimaksud: --json",
        "periksa; Belum ditulis: ID|FOLDER.",
        "periksa x --bahasa; Belum ditulis: --bahasa id|en.",
        "periksa x --bahasa jv; jv tidak dapat dipakai untuk --bahasa id|en."
      })
  void a_mistyped_command_is_told_in_indonesian(String line, String said) {
    int exit = sop(line.split(" "));

    assertThat(exit).isEqualTo(SopCommand.USAGE);
    assertThat(err.toString())
        .contains(said)
        .contains("--bantuan")
        .doesNotContain("Unknown", "Missing", "Unmatched", "Invalid", "Expected");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void problems_are_told_in_english_on_request(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("sop.yaml"), "sop: [");
    Files.writeString(folder.resolve("rute.drl"), "aturan \"a\"");

    int exit = sop("periksa", "--bahasa", "en", folder.toString());

    assertThat(exit).isEqualTo(SopCommand.FOUND);
    assertThat(out.toString())
        .contains("In rule \"a\": here rule should stand, but it says aturan.")
        .contains("SOPs checked: 1; errors: ");
  }

  @Test
  void json_is_in_english_on_request(@TempDir Path folder) {
    sop("periksa", "--json", "--bahasa", "en", folder.resolve("x").toString());

    assertThat(out.toString()).contains("\"severity\":\"error\"").doesNotContain("tidak");
  }
}
