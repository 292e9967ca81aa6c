package id.sop.casework;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import id.sop.definition.DataValue;
import id.sop.definition.SopMikro;
import id.sop.definition.Step;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.Document;
import id.sop.routing.Procedure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the end of a case means for the row of another one that waits for it. The end itself is a
 * fact, and always recorded; the row is done with it, in the name of whoever began the case, unless
 * something speaks against that. Then it stays open for him to complete.
 */
final class Returning {
  private Returning() {}

  /** What is to be recorded of the waiting case; nothing, when it no longer waits. */
  static Decision.Accept decide(
      CaseState waiting, OpenRow row, CaseState child, Circumstances circumstances, Procedure of) {
    CaseEvent.ChildBegun begun = row.child().orElseThrow().begun();
    Instant at = child.endedAt().orElseThrow();
    Step step = of.sop().step(row.step()).orElseThrow();
    SopMikro mikro = step.mikro().orElseThrow();
    CaseEvent.ChildEnded ended =
        new CaseEvent.ChildEnded(
            row.step(),
            row.visit(),
            child.caseId(),
            child.outcome().orElse(SopMikro.DIHENTIKAN),
            data(child, mikro),
            output(step, child),
            child.head(),
            at);
    List<CaseEvent> events = new ArrayList<>();
    events.add(ended);
    if (Calling.exit(step, ended).done()) {
      Command.Complete command = completion(waiting, begun, ended);
      Deliberation on = new Deliberation(waiting, circumstances, of, command);
      Decision decision = new Completing(on, command, begun, ended).decide();
      if (decision instanceof Decision.Accept accept) {
        events.addAll(accept.events());
      }
    }
    return new Decision.Accept(events);
  }

  private static Command.Complete completion(
      CaseState waiting, CaseEvent.ChildBegun begun, CaseEvent.ChildEnded ended) {
    return new Command.Complete(
        waiting.caseId(),
        ended.step(),
        begun.actor(),
        Optional.empty(),
        Optional.of("berkas " + ended.berkas() + " berakhir " + ended.outcome()),
        List.of(),
        List.of(),
        Map.of(),
        Optional.of(ended.occurredAt()),
        Optional.empty());
  }

  private static Map<String, DataValue> data(CaseState child, SopMikro mikro) {
    Map<String, DataValue> known = child.data();
    ImmutableMap.Builder<String, DataValue> back = ImmutableMap.builder();
    mikro
        .kembali()
        .forEach(
            (here, there) ->
                Optional.ofNullable(known.get(there)).ifPresent(v -> back.put(here, v)));
    return back.buildOrThrow();
  }

  /** The papers that came out of the other case and that the row is to give, as corrected. */
  private static List<Document> output(Step step, CaseState child) {
    Set<String> asked =
        ImmutableSet.<String>builder()
            .addAll(step.mutuBaku().output())
            .addAll(step.dinilai().output())
            .build();
    ImmutableSet.Builder<Document> output = ImmutableSet.builder();
    for (Completion completion : child.completions()) {
      for (Document document : completion.output()) {
        if (asked.stream()
            .anyMatch(a -> Document.uncovered(List.of(a), List.of(document)).isEmpty())) {
          output.add(document);
        }
      }
    }
    return output.build().asList();
  }

  /** The end of a case that nobody waits for any more, because {@code why}. */
  static List<CaseEvent> stopped(CaseState child, Actor actor, String why, Instant at) {
    Instant begun = child.startedAt().orElseThrow();
    return List.of(new CaseEvent.Terminated(actor, why, at.isBefore(begun) ? begun : at));
  }
}
