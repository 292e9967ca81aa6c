package id.sop.benchmarks;

import java.util.List;
import org.kie.api.runtime.KieSession;

/**
 * A host that compiles its rules when it starts, and walks the same case in one session. It checks
 * no paper, no person and no deadline, and keeps the rows in a list.
 */
public final class DroolsHost {
  private DroolsHost() {}

  public static void main(String[] args) {
    KieSession session = PlainDrools.compile().container().newKieSession();
    PlainDrools.Next next = PlainDrools.listen(session);
    List<String> rows = Walk.by(question -> PlainDrools.ask(session, next, question));
    System.out.println(Walk.last(rows) + " " + rows.size());
  }
}
