package id.sop.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and moves it there: a reader never sees half of it. */
final class NewFile {
  private NewFile() {}

  static void write(Path file, String text) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path draft = Files.createTempFile(absolute.getParent(), ".sop-", ".tmp");
    try {
      Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
      Files.move(
          draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
