package id.sop.rules.bundle;

import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import id.sop.problem.Problem;
import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.Shipped;
import id.sop.rules.SopRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The five shipped bundles: their texts, and what becomes of them with other rules. */
final class Bundles {
  static final String SOP = "sop.yaml";
  static final String RUTE = "rute.drl";
  static final String UJI = "uji.yaml";

  static final List<SopId> ALL =
      List.of(
          SopId.of("karanganyar.kunjungan-kerja"),
          SopId.of("limapuluhkota.konsultasi"),
          SopId.of("limapuluhkota.bimtek"),
          SopId.of("limapuluhkota.dialog-hearing"),
          SopId.of("limapuluhkota.reses"));

  private Bundles() {}

  static List<SopId> all() {
    return ALL;
  }

  static Procedure procedure(SopId id) {
    return Shipped.procedure(id);
  }

  /** The bundle with {@code rute} instead of its own rules. */
  static LoadedSop loadWithRules(SopId id, String rute) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(SOP, text(id, SOP).getBytes(StandardCharsets.UTF_8));
    files.put(RUTE, rute.getBytes(StandardCharsets.UTF_8));
    return SopRules.load(SopBundle.of(folder(id), files));
  }

  private static String folder(SopId id) {
    return "sop/" + id.value().replace('.', '/');
  }

  static String text(SopId id, String file) {
    String path = folder(id) + "/" + file;
    try (InputStream in = Bundles.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("no " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String inLines(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
