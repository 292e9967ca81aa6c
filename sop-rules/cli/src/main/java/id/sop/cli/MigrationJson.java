package id.sop.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import id.sop.journal.CaseEvent;
import id.sop.migration.CaseVerdict;
import id.sop.migration.MigrationSummary;
import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.util.List;

/** Tells what a migration makes of a case to a program: {@code verdict} says which kind it is. */
final class MigrationJson implements CaseVerdict.Cases<JsonObject> {

  @Override
  public JsonObject moves(CaseVerdict.Moves moves) {
    JsonObject object = verdict("moves", moves);
    object.addProperty("before", moves.change().dari().versi());
    object.addProperty("after", moves.change().ke().versi());
    JsonArray open = new JsonArray();
    for (CaseEvent.Migrated.Open row : moves.change().open()) {
      open.add(row.step().value());
    }
    object.add("open", open);
    return object;
  }

  @Override
  public JsonObject stays(CaseVerdict.Stays stays) {
    JsonObject object = verdict("stays", stays);
    object.addProperty("before", stays.versi());
    JsonArray open = new JsonArray();
    stays.open().forEach(row -> open.add(row.value()));
    object.add("open", open);
    JsonArray why = new JsonArray();
    stays.why().forEach(refusal -> why.add(reason(refusal.code(), refusal.text(Language.ID))));
    object.add("why", why);
    return object;
  }

  @Override
  public JsonObject failed(CaseVerdict.Failed failed) {
    JsonObject object = verdict("failed", failed);
    List<String> facts = failed.facts();
    JsonArray why = new JsonArray();
    why.add(reason(failed.code(), Texts.text(failed.code(), Language.ID, facts)));
    object.add("why", why);
    return object;
  }

  /**
   * All of them.
   *
   * @param carriedOut whether those that move have moved
   */
  static JsonObject summary(MigrationSummary summary, boolean carriedOut) {
    JsonObject object = new JsonObject();
    object.addProperty("carriedOut", carriedOut);
    object.addProperty("cases", summary.cases());
    object.addProperty("moves", summary.moves());
    object.addProperty("stays", summary.stays());
    object.addProperty("failed", summary.failed());
    object.addProperty("already", summary.already());
    object.addProperty("elsewhere", summary.elsewhere());
    JsonObject why = new JsonObject();
    summary.why().forEach(why::addProperty);
    object.add("why", why);
    return object;
  }

  private static JsonObject verdict(String kind, CaseVerdict of) {
    JsonObject object = new JsonObject();
    object.addProperty("case", of.caseId().value());
    object.addProperty("verdict", kind);
    return object;
  }

  private static JsonObject reason(Code code, String text) {
    JsonObject object = new JsonObject();
    object.addProperty("code", code.id());
    object.addProperty("text", text);
    return object;
  }
}
