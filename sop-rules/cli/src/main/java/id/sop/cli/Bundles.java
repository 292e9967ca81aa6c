package id.sop.cli;

import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the bundle that a word of the command line means. */
final class Bundles {
  private Bundles() {}

  /** A folder if there is one by that name, else a bundle on the class path by its id. */
  static SopBundle find(String name) {
    Path folder = Path.of(name);
    if (Files.isDirectory(folder) || !SopId.isValid(name)) {
      return SopBundle.inFolder(folder);
    }
    return SopBundle.onClassPath(SopId.of(name));
  }
}
