package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyCommandTest {
  @TempDir Path home;

  private final StringWriter said = new StringWriter();

  private int copy(String name, Path to) {
    PrintWriter out = new PrintWriter(said, true);
    return SopCommand.execute(out, out, "salin", name, to.toString());
  }

  @Test
  void a_copy_has_the_same_bytes_and_thus_the_same_digest() {
    Path folder = home.resolve("kantor").resolve("bimtek");

    int exit = copy("limapuluhkota.bimtek", folder);

    SopBundle shipped = SopBundle.onClassPath(SopId.of("limapuluhkota.bimtek"));
    assertThat(exit).isEqualTo(SopCommand.OK);
    assertThat(SopBundle.inFolder(folder).digest()).isEqualTo(shipped.digest());
    assertThat(folder.resolve(SopBundle.UJI))
        .hasBinaryContent(shipped.bytes(SopBundle.UJI).orElseThrow());
  }

  @Test
  void a_program_gets_one_object() {
    Path folder = home.resolve("bimtek");
    PrintWriter out = new PrintWriter(said, true);

    SopCommand.execute(out, out, "salin", "limapuluhkota.bimtek", folder.toString(), "--json");

    assertThat(said.toString().strip())
        .isEqualTo(
            "{\"folder\":\""
                + folder
                + "\",\"files\":[\"sop.yaml\",\"rute.drl\",\"uji.yaml\",\"tabel.json\"]}");
  }

  @Test
  void nothing_but_the_folder_is_left_behind() throws IOException {
    copy("limapuluhkota.bimtek", home.resolve("bimtek"));

    try (Stream<Path> there = Files.list(home)) {
      assertThat(there).containsExactly(home.resolve("bimtek"));
    }
  }

  @Test
  void a_folder_that_exists_is_not_touched() throws IOException {
    Path folder = Files.createDirectory(home.resolve("bimtek"));

    int exit = copy("limapuluhkota.bimtek", folder);

    assertThat(exit).isEqualTo(SopCommand.FOUND);
    assertThat(said.toString()).contains("sudah ada");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void what_cannot_be_read_is_not_copied() {
    Path folder = home.resolve("bimtek");

    int exit = copy("limapuluhkota.tidak-ada", folder);

    assertThat(exit).isEqualTo(SopCommand.FOUND);
    assertThat(said.toString()).contains("SOP-8002");
    assertThat(folder).doesNotExist();
  }
}
