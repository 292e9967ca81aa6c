package id.sop.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteReason;
import id.sop.routing.Target;
import id.sop.rules.difference.Change;
import id.sop.rules.difference.PastMove;
import id.sop.rules.difference.TouchedCase;
import id.sop.rules.difference.Where;
import java.util.Locale;

/** Tells a change to a program: one object, whose {@code change} says which kind it is. */
final class DifferenceJson implements Change.Cases<JsonObject> {

  @Override
  public JsonObject routed(Change.Routed routed) {
    JsonObject object = kind("route");
    question(object, routed.where());
    JsonArray aspects = new JsonArray();
    routed.aspects().forEach(a -> aspects.add(a.name().toLowerCase(Locale.ROOT)));
    object.add("aspects", aspects);
    object.add("before", answer(routed.before()));
    object.add("after", answer(routed.after()));
    return object;
  }

  @Override
  public JsonObject came(Change.Came came) {
    return named("came", came.part(), came.name());
  }

  @Override
  public JsonObject went(Change.Went went) {
    return named("went", went.part(), went.name());
  }

  @Override
  public JsonObject reworded(Change.Reworded reworded) {
    JsonObject object = named("reworded", reworded.part(), reworded.name());
    object.addProperty("field", reworded.field());
    object.addProperty("before", reworded.before());
    object.addProperty("after", reworded.after());
    return object;
  }

  @Override
  public JsonObject renamed(Change.Renamed renamed) {
    JsonObject object = kind("renamed");
    object.addProperty("before", renamed.before());
    object.addProperty("after", renamed.after());
    return object;
  }

  /** A running case that would go another way. */
  static JsonObject touched(TouchedCase touched) {
    JsonObject object = kind("case");
    object.addProperty("case", touched.caseId().value());
    JsonArray open = new JsonArray();
    touched.open().forEach(row -> open.add(row.value()));
    object.add("open", open);
    JsonArray past = new JsonArray();
    for (PastMove move : touched.past()) {
      JsonObject one = new JsonObject();
      one.addProperty("seq", move.seq());
      one.addProperty("from", move.from().map(Object::toString).orElse(null));
      one.addProperty("label", move.label().map(Object::toString).orElse(null));
      one.add("before", answer(move.before()));
      one.add("after", answer(move.after()));
      past.add(one);
    }
    object.add("past", past);
    JsonArray future = new JsonArray();
    for (Change.Routed routed : touched.future()) {
      JsonObject one = new JsonObject();
      question(one, routed.where());
      future.add(one);
    }
    object.add("future", future);
    return object;
  }

  private static JsonObject kind(String kind) {
    JsonObject object = new JsonObject();
    object.addProperty("change", kind);
    return object;
  }

  private static JsonObject named(String kind, Change.Part part, String name) {
    JsonObject object = kind(kind);
    object.addProperty("part", part.name().toLowerCase(Locale.ROOT));
    object.addProperty("name", name);
    return object;
  }

  private static void question(JsonObject object, Where where) {
    object.addProperty("from", where.from().map(Object::toString).orElse(null));
    object.addProperty("label", where.label().map(Object::toString).orElse(null));
    JsonObject when = new JsonObject();
    where.extents().forEach(e -> when.addProperty(e.name(), e.text()));
    object.add("when", when);
  }

  private static JsonObject answer(RouteAnswer answer) {
    return answer.match(
        new RouteAnswer.Cases<JsonObject>() {
          @Override
          public JsonObject open(RouteAnswer.Open open) {
            JsonObject object = ruled("open", open.why());
            JsonArray to = new JsonArray();
            for (Target target : open.targets()) {
              JsonObject row = new JsonObject();
              row.addProperty("row", target.step().value());
              JsonArray by = new JsonArray();
              target.by().forEach(role -> by.add(role.value()));
              row.add("by", by);
              row.addProperty("waktu", target.waktu().teks());
              to.add(row);
            }
            object.add("to", to);
            return object;
          }

          @Override
          public JsonObject await(RouteAnswer.Wait wait) {
            return ruled("wait", wait.why());
          }

          @Override
          public JsonObject end(RouteAnswer.End end) {
            JsonObject object = ruled("end", end.why());
            object.addProperty("outcome", end.outcome());
            return object;
          }

          @Override
          public JsonObject noRoute(RouteAnswer.NoRoute none) {
            return kind("none");
          }

          @Override
          public JsonObject conflict(RouteAnswer.Conflict conflict) {
            return kind("conflict");
          }

          private JsonObject kind(String kind) {
            JsonObject object = new JsonObject();
            object.addProperty("kind", kind);
            return object;
          }

          private JsonObject ruled(String kind, RouteReason why) {
            JsonObject object = kind(kind);
            object.addProperty("rule", why.rule());
            object.addProperty("file", why.place().file());
            object.addProperty("line", why.place().line());
            return object;
          }
        });
  }
}
