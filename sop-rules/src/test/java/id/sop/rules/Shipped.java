package id.sop.rules;

import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import id.sop.example.Example;
import id.sop.example.ExampleReader;
import id.sop.routing.Procedure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The five shipped SOPs, each of them loaded once for all tests. */
public final class Shipped {
  private static final Map<SopId, Procedure> LOADED = new ConcurrentHashMap<>();

  private Shipped() {}

  public static List<SopId> ids() {
    return SopRules.shipped().stream().map(b -> b.id().orElseThrow()).toList();
  }

  /** The SOP {@code id}, with the table of its answers. */
  public static Procedure procedure(SopId id) {
    return LOADED.computeIfAbsent(id, i -> SopRules.loadOrThrow(SopBundle.onClassPath(i)));
  }

  /** The examples of {@code procedure}. */
  public static List<Example> examples(Procedure procedure) {
    SopBundle bundle = SopBundle.onClassPath(procedure.sop().id());
    ExampleReader.Result read =
        ExampleReader.read(
            bundle.fileName(SopBundle.UJI),
            bundle.bytes(SopBundle.UJI).orElseThrow(),
            procedure.sop());
    if (!read.problems().isEmpty()) {
      throw new AssertionError(read.problems());
    }
    return read.examples();
  }
}
