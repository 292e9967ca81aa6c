package id.sop.cli;

import com.google.gson.JsonObject;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.document.Goal;
import java.io.PrintWriter;

/**
 * Prints what came of simulated cases, for a program: one object a line. {@code "kind"} says which:
 * {@code simulation}, {@code end}, {@code refusal}, {@code row} or {@code arrow}.
 */
final class TallyJson {
  private final PrintWriter out;

  TallyJson(PrintWriter out) {
    this.out = out;
  }

  void print(Sop sop, Tally tally, Simulation.Settings settings) {
    JsonObject all = object("simulation");
    all.addProperty("sop", sop.id().value());
    all.addProperty("cases", tally.cases());
    all.addProperty("seed", settings.seed());
    all.addProperty("start", settings.start().toString());
    all.addProperty("meanDays", tally.mean());
    all.addProperty("medianDays", tally.percentile(50));
    all.addProperty("p90Days", tally.percentile(90));
    all.addProperty("longestLoop", tally.longestLoop());
    all.addProperty("longestLoopRow", tally.longestRow());
    JsonLines.print(out, all);
    tally.ends().forEach((end, count) -> counted("end", "end", end, count));
    tally.refusals().forEach((why, count) -> counted("refusal", "text", why, count));
    for (StepId row : tally.visits().keySet()) {
      JsonObject object = object("row");
      object.addProperty("row", row.value());
      object.addProperty("visits", tally.visits().get(row));
      object.addProperty("most", tally.mostVisits(row));
      JsonLines.print(out, object);
    }
    tally
        .arrows()
        .forEach(
            (arrow, count) -> {
              JsonObject object = object("arrow");
              object.addProperty("from", arrow.from().map(StepId::value).orElse(null));
              object.addProperty("label", arrow.label().map(Label::value).orElse(null));
              object.addProperty("to", arrow.to() instanceof Goal.Row r ? r.step().value() : null);
              object.addProperty("end", arrow.to() instanceof Goal.End e ? e.outcome() : null);
              object.addProperty("count", count);
              JsonLines.print(out, object);
            });
  }

  private void counted(String kind, String name, String value, int count) {
    JsonObject object = object(kind);
    object.addProperty(name, value);
    object.addProperty("count", count);
    JsonLines.print(out, object);
  }

  private static JsonObject object(String kind) {
    JsonObject object = new JsonObject();
    object.addProperty("kind", kind);
    return object;
  }
}
