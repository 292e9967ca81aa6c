package id.sop.benchmarks;

import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.routing.RouteQuestion;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.Results;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The arrows of Konsultasi as rules that Drools answers live, as lean as they can be: one fact, one
 * comparison or two, one call. Compiled from text, in the way that starts and answers fastest.
 */
public final class PlainDrools {
  private final KieContainer container;

  private PlainDrools(KieContainer container) {
    this.container = container;
  }

  /** What was just done; the only fact. */
  public static final class Done {
    private final String row;
    private final @Nullable String label;
    private final @Nullable String place;

    private Done(String row, @Nullable String label, @Nullable String place) {
      this.row = row;
      this.label = label;
      this.place = place;
    }

    static Done of(RouteQuestion question) {
      @Nullable DataValue place = question.data().get("lokasi");
      return new Done(
          question.completed().map(c -> c.step().value()).orElse("mulai"),
          question.completed().flatMap(c -> c.label()).map(Label::value).orElse(null),
          place == null ? null : place.teks());
    }

    public String getRow() {
      return row;
    }

    public @Nullable String getLabel() {
      return label;
    }

    public @Nullable String getPlace() {
      return place;
    }
  }

  /** Takes the answer. */
  public static final class Next {
    private String row = HandSwitch.NOWHERE;

    public void go(String to) {
      row = to;
    }

    String take() {
      String taken = row;
      row = HandSwitch.NOWHERE;
      return taken;
    }
  }

  static PlainDrools compile() {
    KieServices kie = KieServices.get();
    ReleaseId release = kie.newReleaseId("id.sop.benchmarks", "konsultasi", "1");
    KieFileSystem files = kie.newKieFileSystem().generateAndWritePomXML(release);
    files.write("src/main/resources/konsultasi/rute.drl", drl());
    Results results = kie.newKieBuilder(files).buildAll(ExecutableModelProject.class).getResults();
    if (results.hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(results.toString());
    }
    return new PlainDrools(kie.newKieContainer(release));
  }

  private static String drl() {
    StringBuilder drl = new StringBuilder("package konsultasi\n");
    drl.append("import ").append(Done.class.getCanonicalName()).append("\n");
    drl.append("global ").append(Next.class.getCanonicalName()).append(" next\n");
    rule(drl, "row == \"mulai\"", "1");
    rule(drl, "row == \"1\"", "2");
    rule(drl, "row == \"2\"", "3");
    rule(drl, "row == \"3\", label == \"YA\"", "4");
    rule(drl, "row == \"3\", label == \"TIDAK\"", "2");
    for (int row = 4; row <= 9; row++) {
      rule(drl, "row == \"" + row + "\"", Integer.toString(row + 1));
    }
    rule(drl, "row == \"10\", place == \"DALAM_PROVINSI\"", "11");
    rule(drl, "row == \"10\", place == \"LUAR_PROVINSI\"", "12");
    rule(drl, "row == \"11\"", "13");
    rule(drl, "row == \"12\"", "13");
    rule(drl, "row == \"13\"", HandSwitch.END);
    return drl.toString();
  }

  private static void rule(StringBuilder drl, String when, String to) {
    drl.append(
        "rule \"%s\"%nwhen Done( %s )%nthen next.go(\"%s\");%nend%n"
            .formatted(when.replace("\"", ""), when, to));
  }

  KieContainer container() {
    return container;
  }

  /** Opens a session with a place for the answer. */
  static Next listen(KieSession session) {
    Next next = new Next();
    session.setGlobal("next", next);
    return next;
  }

  /** Asks in a session that is for this question alone; the caller disposes of it. */
  static String askOnce(KieSession session, RouteQuestion question) {
    Next next = listen(session);
    session.insert(Done.of(question));
    session.fireAllRules();
    return next.take();
  }

  /** Asks in a session that goes on living. */
  static String ask(KieSession session, Next next, RouteQuestion question) {
    FactHandle fact = session.insert(Done.of(question));
    session.fireAllRules();
    session.delete(fact);
    return next.take();
  }
}
