package id.sop.rules.bundle;

import id.sop.definition.SopId;
import id.sop.problem.Problem;
import id.sop.routing.Procedure;
import id.sop.rules.Shipped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The five shipped bundles and their texts. */
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
