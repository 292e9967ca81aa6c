package id.sop.rules;

import id.sop.bundle.SopBundle;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
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
    SopBundle bundle =
        SopBundle.of("contoh", Map.of(SopBundle.SOP, new byte[0], SopBundle.RUTE, rules));
    return SopRules.load(bundle, b -> new SopReader.Result(Optional.of(sop), List.of()));
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
