package id.sop.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import id.sop.audit.CaseReport;
import id.sop.audit.Finding;
import id.sop.audit.Kriteria;
import id.sop.audit.RowReport;
import id.sop.casework.Command;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.casework.Refusal;
import id.sop.definition.Sop;
import id.sop.journal.ChainFault;
import id.sop.problem.Language;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/**
 * Tells a case to a program: one object a line. {@code "kind"} says which: {@code opening}, {@code
 * command}, {@code open}, {@code verified}, {@code row} (of the report) or {@code report}.
 */
final class JsonTeller implements Teller {
  private final PrintWriter out;
  private final Sop sop;

  JsonTeller(PrintWriter out, Sop sop) {
    this.out = out;
    this.sop = sop;
  }

  @Override
  public void opening(Opening opening) {
    JsonObject object = object("opening");
    object.addProperty("sop", sop.id().value());
    object.addProperty("versi", sop.versi());
    object.addProperty("digest", opening.digest());
    object.addProperty("case", opening.caseId().value());
    object.addProperty("file", opening.file());
    JsonLines.print(out, object);
  }

  /** Remarks are for people. */
  @Override
  public void said(String line) {}

  /** A program reads them in the journal. */
  @Override
  public void prepared(List<Command> commands) {}

  @Override
  public void done(Command command, Instant at, Outcome outcome) {
    JsonObject object = object("command");
    object.addProperty("case", command.caseId().value());
    object.addProperty("at", at.toString());
    object.addProperty("by", command.actor().role().value());
    object.addProperty("command", Words.of(command, sop));
    outcome.match(
        new Outcome.Cases<Boolean>() {
          @Override
          public Boolean recorded(Outcome.Recorded recorded) {
            object.addProperty("outcome", "recorded");
            object.addProperty("seq", recorded.receipt().seq());
            object.addProperty("head", recorded.receipt().head());
            object.addProperty("status", recorded.receipt().status().name());
            JsonArray open = new JsonArray();
            recorded.receipt().open().forEach(row -> open.add(json(row)));
            object.add("open", open);
            return true;
          }

          @Override
          public Boolean refused(Outcome.Refused refused) {
            object.addProperty("outcome", "refused");
            JsonArray why = new JsonArray();
            refused.why().forEach(refusal -> why.add(json(refusal)));
            object.add("why", why);
            return false;
          }
        });
    JsonLines.print(out, object);
  }

  @Override
  public void row(OpenRow row) {
    JsonObject object = object("open");
    json(row).entrySet().forEach(e -> object.add(e.getKey(), e.getValue()));
    JsonLines.print(out, object);
  }

  @Override
  public void verified(int entries, List<ChainFault> faults) {
    JsonObject object = object("verified");
    object.addProperty("entries", entries);
    JsonArray array = new JsonArray();
    for (ChainFault fault : faults) {
      JsonObject one = new JsonObject();
      one.addProperty("seq", fault.seq());
      one.addProperty("fault", fault.kind().name());
      one.addProperty("code", fault.kind().code().id());
      one.addProperty("text", fault.text(Language.ID));
      array.add(one);
    }
    object.add("faults", array);
    JsonLines.print(out, object);
  }

  @Override
  public void report(CaseReport report) {
    report.rows().forEach(this::reported);
    JsonObject object = object("report");
    object.addProperty("case", report.caseId().value());
    object.addProperty("sop", report.sop().value());
    object.addProperty("verdict", report.verdict().name());
    object.addProperty("standing", report.standing().name());
    object.add("findings", json(report.findings()));
    JsonArray never = new JsonArray();
    report.neverVisited().forEach(step -> never.add(step.value()));
    object.add("neverVisited", never);
    JsonLines.print(out, object);
  }

  private void reported(RowReport row) {
    JsonObject object = object("row");
    object.addProperty("row", row.step().value());
    object.addProperty("visit", row.visit());
    for (Kriteria kriteria : Kriteria.values()) {
      JsonObject one = new JsonObject();
      one.addProperty("verdict", row.verdict(kriteria).name());
      one.add("findings", json(row.on(kriteria).findings()));
      JsonArray asumsi = new JsonArray();
      row.on(kriteria).asumsi().forEach(asumsi::add);
      one.add("asumsi", asumsi);
      object.add(kriteria.name(), one);
    }
    object.add("catatan", json(row.catatan()));
    JsonLines.print(out, object);
  }

  private static JsonArray json(List<Finding> findings) {
    JsonArray array = new JsonArray();
    for (Finding finding : findings) {
      JsonObject one = new JsonObject();
      one.addProperty("code", finding.code().id());
      one.addProperty("text", finding.text(Language.ID));
      JsonArray entries = new JsonArray();
      finding.bukti().forEach(entries::add);
      one.add("entries", entries);
      array.add(one);
    }
    return array;
  }

  private static JsonObject json(Refusal refusal) {
    JsonObject object = new JsonObject();
    object.addProperty("code", refusal.code().id());
    object.addProperty("text", refusal.text(Language.ID));
    object.addProperty("hint", refusal.hint(Language.ID));
    return object;
  }

  private static JsonObject json(OpenRow row) {
    JsonObject object = new JsonObject();
    object.addProperty("row", row.step().value());
    object.addProperty("visit", row.visit());
    JsonArray by = new JsonArray();
    row.by().forEach(code -> by.add(code.value()));
    object.add("by", by);
    object.addProperty("waktu", row.waktu().teks());
    row.dueAt()
        .ifPresentOrElse(
            at -> object.addProperty("due", at.toString()),
            () -> object.add("due", JsonNull.INSTANCE));
    if (row.suspended()) {
      object.addProperty("suspended", true);
    }
    object.addProperty("rule", row.why().rule());
    object.addProperty("file", row.why().place().file());
    object.addProperty("line", row.why().place().line());
    return object;
  }

  private static JsonObject object(String kind) {
    JsonObject object = new JsonObject();
    object.addProperty("kind", kind);
    return object;
  }
}
