package id.sop.rules.coverage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Writes reports as a whole or not at all. */
public final class CoverageFiles {
  private CoverageFiles() {}

  /**
   * Writes {@code text} as UTF-8 to {@code file}, in place of what was there. Folders that are not
   * there are made.
   */
  public static void write(Path file, String text) throws IOException {
    @Nullable Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    // Not createTempFile: a report is for everybody who may read the folder.
    Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
