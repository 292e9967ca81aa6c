package id.sop.rules.reload;

import id.sop.bundle.SopBundle;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A folder with bundles below it, such as {@code <folder>/<office>/<name>/}. */
record BundleFolder(Path root) {
  /** An id has few parts; what lies deeper is no bundle. */
  private static final int DEPTH = 8;

  private static final Set<String> NAMES =
      Set.of(SopBundle.SOP, SopBundle.RUTE, SopBundle.RUTE_CSV, SopBundle.RUTE_XLSX);

  /** The folders that hold a document or rules, in order. */
  List<Path> bundles() throws IOException {
    Set<Path> bundles = new TreeSet<>();
    visit(
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (NAMES.contains(file.getFileName().toString())) {
              bundles.add(file.getParent());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (file.equals(root)) {
              throw why;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (NAMES.contains(folder.getFileName().toString())) {
              bundles.add(folder.getParent());
              return FileVisitResult.SKIP_SUBTREE;
            }
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }
        });
    return List.copyOf(bundles);
  }

  /** All folders in which something can change, this one first. */
  List<Path> folders() throws IOException {
    Set<Path> folders = new TreeSet<>();
    visit(
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (isHidden(folder)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) {
            return FileVisitResult.CONTINUE;
          }
        });
    return List.copyOf(folders);
  }

  private void visit(SimpleFileVisitor<Path> visitor) throws IOException {
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, visitor);
  }

  private boolean isHidden(Path folder) {
    return !folder.equals(root) && folder.getFileName().toString().startsWith(".");
  }
}
