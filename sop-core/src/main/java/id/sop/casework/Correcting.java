package id.sop.casework;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import id.sop.authority.RowRoles;
import id.sop.definition.DataValue;
import id.sop.internal.Unicode;
import id.sop.journal.CaseEvent;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decides whether a completion may be corrected. What was there, what came out, when, and the facts
 * can be; the route that was taken on them cannot.
 */
final class Correcting {
  private final Deliberation on;
  private final Command.Correct command;

  Correcting(Deliberation on, Command.Correct command) {
    this.on = on;
    this.command = command;
  }

  Decision decide() {
    return on.state.completions().stream()
        .filter(c -> c.seq() == command.entry())
        .findFirst()
        .map(this::decide)
        .orElseGet(this::notCorrectable);
  }

  private Decision notCorrectable() {
    List<Long> correctable = on.state.completions().stream().map(Completion::seq).toList();
    on.refusals.add(
        CaseworkCode.NOT_CORRECTABLE,
        Long.toString(command.entry()),
        Deliberation.list(correctable));
    return on.refusals.refuse();
  }

  private Decision decide(Completion completion) {
    return on.asOf(completion.seq())
        .map(then -> decide(then, completion))
        .orElseGet(on.refusals::refuse);
  }

  /**
   * @param then by the version on which the row was done, whose words its completion speaks
   */
  private Decision decide(Deliberation then, Completion completion) {
    OpenRow row = completion.row();
    RowRoles roles = then.roles(row);
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, row.openedAt(), "baris " + row.step());
    command.happenedAt().ifPresent(on::notInTheFuture);
    command.happenedAt().ifPresent(at -> on.notBefore(at, row.openedAt(), "baris " + row.step()));
    then.performer(
        command.actor(), roles.mayAct(command.actor().role()), row.step(), roles.acting());
    then.covered(command.actor(), then.step(row), completion.event().decision());
    if (Unicode.isBlank(command.alasan())) {
      on.refusals.add(CaseworkCode.REASON_BLANK);
    }
    Map<String, DataValue> data = then.facts(command.data());
    if (then != on) {
      fitsToday(data);
    }
    boolean keeps =
        then.keepsEstablished(
            row.step(), Maps.filterKeys(data, name -> !completion.data().containsKey(name)));
    CaseEvent.Corrected corrected =
        new CaseEvent.Corrected(
            command.entry(),
            row.step(),
            row.visit(),
            on.recorded(command.actor()),
            command.alasan(),
            command.kelengkapan(),
            command.output(),
            data,
            command.happenedAt(),
            on.occurredAt);
    if (keeps) {
      sameRoute(completion.corrected(corrected));
    }
    return on.refusals.unless(
        () ->
            ImmutableList.<CaseEvent>builder()
                .add(corrected)
                .addAll(
                    Dues.moved(
                        on,
                        Landmarks.corrected(on.sop, on.state, completion.corrected(corrected)),
                        Optional.empty()))
                .build());
  }

  /** What the version that the case is on asks for must be a value of that version, too. */
  private void fitsToday(Map<String, DataValue> data) {
    on.facts(Maps.filterKeys(data, on.sop.data()::containsKey));
  }

  /** Asks the rules again about every completion that knew these facts. */
  private void sameRoute(Completion corrected) {
    Map<String, DataValue> before = on.state.startData();
    Map<String, DataValue> after = before;
    for (Completion each : on.state.completions()) {
      before = CaseFold.merged(before, each.data());
      after = CaseFold.merged(after, (each.seq() == corrected.seq() ? corrected : each).data());
      if (!before.equals(after) && changesRoute(each, before, after)) {
        on.refusals.add(
            CaseworkCode.CORRECTION_CHANGES_ROUTE,
            Deliberation.list(changed(before, after)),
            each.event().step().value());
        return;
      }
    }
  }

  /** Whether, by the version of that time, it could not be done or would have led elsewhere. */
  private boolean changesRoute(
      Completion each, Map<String, DataValue> before, Map<String, DataValue> after) {
    return on.asOf(each.seq())
        .map(then -> forbidden(then, each, after) || leadElsewhere(then, each, before, after))
        .orElse(false);
  }

  /** Whether the rules say otherwise to what was asked with the facts as {@code each} left them. */
  private boolean leadElsewhere(
      Deliberation then,
      Completion each,
      Map<String, DataValue> before,
      Map<String, DataValue> after) {
    return asked(each).anyMatch(q -> !route(then, q, before).leadsLike(route(then, q, after)));
  }

  /** What was asked when {@code each} was done, and when rows were skipped before the next one. */
  private Stream<RouteQuestion> asked(Completion each) {
    long next =
        on.state.completions().stream()
            .mapToLong(Completion::seq)
            .filter(s -> s > each.seq())
            .min()
            .orElse(Long.MAX_VALUE);
    Stream<RouteQuestion> done = each.event().again() ? Stream.empty() : Stream.of(each.asked());
    return Stream.concat(
        done,
        on.state.skipped().stream()
            .filter(s -> s.seq() > each.seq() && s.seq() < next)
            .map(Skipped::asked));
  }

  /** Whether the row could not have been completed with these facts. */
  private static boolean forbidden(
      Deliberation then, Completion completion, Map<String, DataValue> data) {
    return then.sop.data().values().stream()
        .filter(f -> f.wajibPada().filter(completion.event().step()::equals).isPresent())
        .anyMatch(f -> f.harus().filter(v -> !v.equals(data.get(f.nama()))).isPresent());
  }

  private static RouteAnswer route(
      Deliberation then, RouteQuestion asked, Map<String, DataValue> data) {
    return then.route(new RouteQuestion(asked.completed(), asked.open(), asked.ever(), data));
  }

  private static List<String> changed(Map<String, DataValue> before, Map<String, DataValue> after) {
    List<String> changed = new ArrayList<>();
    for (String name : new TreeSet<>(after.keySet())) {
      Optional<DataValue> was = Optional.ofNullable(before.get(name));
      Optional<DataValue> is = Optional.ofNullable(after.get(name));
      if (!was.equals(is)) {
        changed.add(
            name
                + ": "
                + was.map(DataValue::teks).orElse("-")
                + " -> "
                + is.map(DataValue::teks).orElse("-"));
      }
    }
    return changed;
  }
}
