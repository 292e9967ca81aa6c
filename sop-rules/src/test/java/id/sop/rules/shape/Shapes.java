package id.sop.rules.shape;

import id.sop.bundle.SopBundle;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The small SOPs under {@code bentuk}, one for each shape of flow; each loaded once. */
final class Shapes {
  private static final Path ROOT = Path.of("src", "test", "resources", "bentuk");
  private static final Map<String, LoadedSop> LOADED = new ConcurrentHashMap<>();

  private Shapes() {}

  static List<String> names() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SopBundle bundle(String name) {
    return SopBundle.inFolder(ROOT.resolve(name));
  }

  static LoadedSop loaded(String name) {
    return LOADED.computeIfAbsent(name, n -> SopRules.load(bundle(n)));
  }
}
