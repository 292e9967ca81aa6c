package id.sop.rules;

import id.sop.definition.Sop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads rule texts against documents built in a test. */
public final class Bundles {
  public static final String FILE = "contoh/rute.drl";

  private Bundles() {}

  public static LoadedSop load(Sop sop, String rules) {
    return load(sop, rules.getBytes(StandardCharsets.UTF_8));
  }

  static LoadedSop load(Sop sop, byte[] rules) {
    return reading(sop)
        .loaded(SopBundle.of("contoh", Map.of("sop.yaml", new byte[] {1}, "rute.drl", rules)));
  }

  static SopRules reading(Sop sop) {
    return new SopRules((file, bytes) -> new DefinitionReader.Read(Optional.of(sop), List.of()));
  }

  /** The rule file of Konsultasi as it is shipped. */
  public static String konsultasiRules() {
    try (InputStream in =
        Bundles.class.getResourceAsStream("/sop/limapuluhkota/konsultasi/rute.drl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
