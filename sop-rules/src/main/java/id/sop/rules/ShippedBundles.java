package id.sop.rules;

import id.sop.definition.SopId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of the bundles that this library brings: a class path cannot be searched for them. */
final class ShippedBundles {
  private static final String LIST = "sop/daftar.txt";

  private ShippedBundles() {}

  static List<SopId> ids(ClassLoader loader) {
    try (@Nullable InputStream in = loader.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("missing " + LIST);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(SopId::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
