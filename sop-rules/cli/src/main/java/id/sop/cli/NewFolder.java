package id.sop.cli;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A folder that comes into being with all its files, or not at all. */
final class NewFolder {
  private NewFolder() {}

  /**
   * Writes {@code files} into {@code folder}, which must not exist yet.
   *
   * @return false when something of that name is there already, which is left as it is
   */
  static boolean write(Path folder, Map<String, byte[]> files) throws IOException {
    if (Files.exists(folder)) {
      return false;
    }
    Path parent = folder.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path workplace = Files.createTempDirectory(parent, ".sop-");
    try {
      // The workplace is for its maker alone; the folder inside has the rights of any other.
      Path draft = Files.createDirectory(workplace.resolve("folder"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(draft.resolve(file.getKey()), file.getValue());
      }
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } finally {
      MoreFiles.deleteRecursively(workplace, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }
}
