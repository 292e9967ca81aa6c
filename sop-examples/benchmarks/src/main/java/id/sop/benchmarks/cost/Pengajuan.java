package id.sop.benchmarks.cost;

import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.internal.Sha256;
import id.sop.problem.Place;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Three rows, of which the second sends the file on or back to the first; arrows by hand. */
final class Pengajuan {
  private static final String FILE = "pengajuan.yaml";

  private final Sop sop;

  private Pengajuan(Sop sop) {
    this.sop = sop;
  }

  static Procedure procedure() {
    try (InputStream in = Pengajuan.class.getResourceAsStream(FILE)) {
      byte[] bytes = java.util.Objects.requireNonNull(in, FILE).readAllBytes();
      SopReader.Result read = SopReader.read(FILE, bytes);
      Sop sop = read.sop().orElseThrow(() -> new IllegalStateException(read.problems().toString()));
      return new Procedure(sop, new Pengajuan(sop)::route, Sha256.of(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RouteAnswer route(RouteQuestion question) {
    String done = question.completed().map(c -> c.step().value()).orElse("");
    return switch (done) {
      case "" -> to("1", "mulai");
      case "1" -> to("2", "1: diajukan");
      case "2" ->
          question.completed().flatMap(RouteQuestion.Completed::label).equals(YA)
              ? to("3", "2: YA")
              : to("1", "2: TIDAK");
      case "3" -> new RouteAnswer.End(Work.END, why("3: disetujui", "3"));
      default -> new RouteAnswer.NoRoute();
    };
  }

  private static final java.util.Optional<Label> YA = java.util.Optional.of(Label.of("YA"));

  private RouteAnswer to(String row, String rule) {
    Step step = sop.step(StepId.of(row)).orElseThrow();
    Target target = new Target(step.id(), step.pelaksana().roles(), step.dinilai().waktu());
    return new RouteAnswer.Open(List.of(target), why(rule, row));
  }

  private static RouteReason why(String rule, String row) {
    return new RouteReason(
        rule, new Place("rute.drl", 1, 1), Sha256.of(rule), row, "SOP Pengajuan, baris " + row, "");
  }
}
