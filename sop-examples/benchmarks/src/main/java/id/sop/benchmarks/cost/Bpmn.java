package id.sop.benchmarks.cost;

import id.sop.benchmarks.cost.Work.Act;
import java.util.List;
import java.util.Locale;

/** The work as a BPMN process, for the engines that read it: one user task for each act. */
public final class Bpmn {
  private Bpmn() {}

  /** The key of the process of {@code work}. */
  public static String key(Work work) {
    return work.name().toLowerCase(Locale.ROOT);
  }

  /** The name of the decision that a gateway asks for. */
  public static final String DECISION = "keputusan";

  /** The label that sends a file back to the first row. */
  public static final String NO = "TIDAK";

  /**
   * The process of {@code work}.
   *
   * @param extensions the namespace of the engine, in which it reads the assignee
   * @param lifetime what the engine wants to hear on the process besides; may be empty
   */
  public static String of(Work work, String extensions, String lifetime) {
    List<Act> acts = work.acts();
    StringBuilder xml = new StringBuilder();
    xml.append(
        String.format(
            Locale.ROOT,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:e="%s" targetNamespace="sop">
              <process id="%s" isExecutable="true" %s>
                <startEvent id="mulai"/>
            """,
            extensions,
            key(work),
            lifetime));
    String from = "mulai";
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      xml.append(flow(from, "t" + i, ""));
      xml.append(
          String.format(
              Locale.ROOT,
              "<userTask id=\"t%d\" name=\"%s\" e:assignee=\"%s\"/>%n",
              i,
              act.name(),
              act.role()));
      from = "t" + i;
      if (!act.decision().isEmpty()) {
        xml.append(String.format(Locale.ROOT, "<exclusiveGateway id=\"g%d\"/>%n", i));
        xml.append(flow(from, "g" + i, ""));
        xml.append(flow("g" + i, "t0", NO));
        from = "g" + i;
        xml.append(flow(from, "t" + (i + 1), act.decision()));
        from = "";
      }
    }
    return xml.append(flow(from, "akhir", ""))
        .append("<endEvent id=\"akhir\"/></process></definitions>")
        .toString();
  }

  private static String flow(String from, String to, String decision) {
    if (from.isEmpty()) {
      return "";
    }
    String condition =
        decision.isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                "<conditionExpression xsi:type=\"tFormalExpression\">"
                    + "${%s == '%s'}</conditionExpression>",
                DECISION,
                decision);
    return String.format(
        Locale.ROOT,
        "<sequenceFlow id=\"f_%s_%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</sequenceFlow>%n",
        from,
        to,
        from,
        to,
        condition);
  }
}
