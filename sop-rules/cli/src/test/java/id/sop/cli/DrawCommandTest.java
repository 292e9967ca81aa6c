package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawCommandTest {
  private static final String HEARING = "limapuluhkota.dialog-hearing";

  @TempDir Path home;

  @Test
  void the_drawing_in_a_file_is_the_one_on_the_screen() throws IOException {
    Path file = home.resolve("bagan.svg");
    Files.writeString(file, "gambar lama");

    Printed written = Printed.by("gambar", HEARING, "-o", file.toString());

    String shown = Printed.by("gambar", HEARING).out();
    assertThat(written.exit()).isEqualTo(SopCommand.OK);
    assertThat(written.out()).contains("Ditulis:", "8 baris, 9 panah");
    assertThat(shown).startsWith("<svg ").endsWith("</svg>\n");
    assertThat(file).hasContent(shown);
    try (Stream<Path> there = Files.list(home)) {
      assertThat(there).containsExactly(file);
    }
  }

  @Test
  void a_program_is_told_what_was_written() {
    Path file = home.resolve("bagan.mmd");

    Printed run = Printed.by("gambar", HEARING, "--mermaid", "--json", "-o", file.toString());

    assertThat(run.objects()).hasSize(1);
    assertThat(run.objects().get(0).get("format").getAsString()).isEqualTo("mermaid");
    assertThat(run.objects().get(0).get("arrows").getAsInt()).isEqualTo(9);
    assertThat(file).content().startsWith("flowchart TD\n").contains("b8 --> akhir8");
  }

  @Test
  void json_without_a_file_is_refused() {
    Printed run = Printed.by("gambar", HEARING, "--json");

    assertThat(run.exit()).isEqualTo(SopCommand.USAGE);
    assertThat(run.err()).contains("--json memerlukan -o BERKAS");
  }

  @Test
  void a_folder_or_a_missing_folder_cannot_be_written() {
    assertThat(Printed.by("gambar", HEARING, "-o", home.toString()).exit())
        .isEqualTo(SopCommand.FAILED);
    assertThat(Printed.by("gambar", HEARING, "-o", home + "/tidak/ada.svg").exit())
        .isEqualTo(SopCommand.FAILED);
  }
}
