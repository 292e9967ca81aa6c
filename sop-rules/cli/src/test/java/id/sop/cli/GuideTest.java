package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/**
 * The guide for rule authors works as it stands. With {@code -Dpanduan.tulis} what it shows is
 * written anew.
 */
class GuideTest {
  private static final Path GUIDE = Path.of("..", "PANDUAN.md");
  private static final Path ROOM = Path.of("..", "docs", "gambar", "panduan-rapat.svg");
  private static final Path CHANGE = Path.of("..", "docs", "gambar", "panduan-bimtek-beda.svg");

  @Test
  void whoever_follows_the_guide_sees_what_it_shows() throws IOException {
    Path home = Path.of("target", "panduan");
    if (Files.exists(home)) {
      MoreFiles.deleteRecursively(home, RecursiveDeleteOption.ALLOW_INSECURE);
    }
    Files.createDirectories(home);
    String guide = Files.readString(GUIDE);

    Guide.Followed followed = Guide.follow(guide, home, "rapat");

    if (System.getProperty("panduan.tulis") != null) {
      Files.writeString(GUIDE, followed.text());
      Files.copy(home.resolve("rapat.svg"), ROOM, StandardCopyOption.REPLACE_EXISTING);
      Files.copy(home.resolve("bimtek.svg"), CHANGE, StandardCopyOption.REPLACE_EXISTING);
    }
    System.out.println(
        "figure: PANDUAN.md: "
            + followed.commands()
            + " commands, "
            + followed.mistakes()
            + " mistakes");
    assertThat(followed.text()).isEqualTo(guide);
    assertThat(home.resolve("rapat.svg")).hasSameTextualContentAs(ROOM);
    assertThat(home.resolve("bimtek.svg")).hasSameTextualContentAs(CHANGE);
    assertThat(followed.mistakes()).isGreaterThanOrEqualTo(20);
  }
}
