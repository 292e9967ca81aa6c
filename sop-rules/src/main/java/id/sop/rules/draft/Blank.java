package id.sop.rules.draft;

import id.sop.definition.SopId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The files of the example bundle, with an id and a name filled in. */
final class Blank {
  private Blank() {}

  static String file(String name, SopId id, String nama) {
    String pattern = "kosong/" + name;
    try (@Nullable InputStream in = Blank.class.getResourceAsStream(pattern)) {
      if (in == null) {
        throw new IllegalStateException("missing " + pattern);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{id}", id.value())
          .replace("{paket}", id.value().replace('-', '_'))
          .replace("{nama}", SopYaml.scalar(nama))
          .replace("{namaTeks}", nama.replace('\\', '/').replace('"', '/'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
