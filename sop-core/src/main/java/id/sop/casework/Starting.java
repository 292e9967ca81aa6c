package id.sop.casework;

import id.sop.authority.RowRoles;
import id.sop.definition.DataValue;
import id.sop.definition.Parameter;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.journal.CaseEvent;
import id.sop.routing.Procedure;
import id.sop.routing.RouteQuestion;
import id.sop.routing.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides whether a case may begin. */
final class Starting {
  private Starting() {}

  /** A case that is begun for a row of another: by whoever does that row, on the version told. */
  static Decision decide(
      CaseState state,
      Command.Start command,
      CaseEvent.Induk induk,
      Procedure of,
      Circumstances c) {
    Deliberation on = new Deliberation(state, c, of, command);
    return decide(on, command, of, Optional.of(induk));
  }

  static Decision decide(CaseState state, Command.Start command, Circumstances circumstances) {
    Editions editions = circumstances.editions();
    Instant at = command.occurredAt().orElse(circumstances.now());
    Optional<Procedure> procedure = editions.inForce(command.sop(), at);
    if (procedure.isEmpty()) {
      return notInForce(editions, command.sop(), at);
    }
    Deliberation on = new Deliberation(state, circumstances, procedure.get(), command);
    return decide(on, command, procedure.get(), Optional.empty());
  }

  private static Decision notInForce(Editions editions, SopId sop, Instant at) {
    Optional<LocalDate> first = editions.firstDay(sop);
    if (first.isPresent()) {
      LocalDate day = editions.day(sop, at);
      return Refusals.refuse(
          CaseworkCode.SOP_NOT_IN_FORCE, sop.value(), day.toString(), first.get().toString());
    }
    List<String> known = editions.ids().stream().map(SopId::value).toList();
    return Refusals.refuse(
        CaseworkCode.SOP_UNKNOWN,
        sop.value(),
        Deliberation.nearest(sop.value(), known),
        Deliberation.list(known));
  }

  private static Decision decide(
      Deliberation on,
      Command.Start command,
      Procedure procedure,
      Optional<CaseEvent.Induk> induk) {
    on.notInTheFuture(on.occurredAt);
    Map<String, DataValue> given = on.facts(command.data());
    Optional<LocalDate> first = on.sop.firstDay();
    boolean inForce = first.isEmpty() || inForce(on, first.get());
    Map<String, DataValue> data = first.isEmpty() ? given : withBeginning(on, given);
    Optional<Move> move =
        inForce && given.size() == command.data().size()
            ? Move.ask(on, RouteQuestion.start(data))
            : Optional.empty();
    if (move.isPresent() && opensARow(on, move.get()) && induk.isEmpty()) {
      starter(on, command, move.get());
    }
    List<CaseEvent> prerequisites =
        on.sop.prasyarat().isEmpty() ? List.of() : Prerequisites.check(on, command, data);
    return on.refusals.unless(
        () -> {
          List<CaseEvent> events = new ArrayList<>();
          events.add(
              new CaseEvent.Started(
                  on.sop.id(),
                  on.sop.versi(),
                  procedure.digest(),
                  on.recorded(command.actor()),
                  data,
                  on.occurredAt,
                  induk));
          events.addAll(prerequisites);
          events.addAll(move.orElseThrow().events(on, on.occurredAt));
          return events;
        });
  }

  private static LocalDate day(Deliberation on) {
    return LocalDate.ofInstant(on.occurredAt, on.sop.zona());
  }

  /** Whether each parameter has a value on the day on which the case begins. */
  private static boolean inForce(Deliberation on, LocalDate first) {
    boolean inForce = !day(on).isBefore(first);
    if (!inForce) {
      on.refusals.add(
          CaseworkCode.PARAMETERS_NOT_IN_FORCE,
          on.sop.id().value(),
          day(on).toString(),
          first.toString());
    }
    return inForce;
  }

  /** The facts and the day on which the case begins, on which parameters depend. */
  private static Map<String, DataValue> withBeginning(
      Deliberation on, Map<String, DataValue> given) {
    return CaseFold.merged(given, Map.of(Parameter.TANGGAL_MULAI, DataValue.of(day(on))));
  }

  private static boolean opensARow(Deliberation on, Move move) {
    if (move.targets().isEmpty()) {
      on.refusals.add(CaseworkCode.NO_ROUTE, "mulai", "-");
      return false;
    }
    return true;
  }

  /** A case is begun by one who performs a first row. */
  private static void starter(Deliberation on, Command.Start command, Move move) {
    Set<PelaksanaCode> allowed = new LinkedHashSet<>();
    boolean may = false;
    for (Target target : move.targets()) {
      RowRoles roles = roles(on, target);
      allowed.addAll(roles.acting());
      may |= roles.mayAct(command.actor().role());
    }
    on.performer(command.actor(), may, move.targets().get(0).step(), allowed);
  }

  private static RowRoles roles(Deliberation on, Target target) {
    return new RowRoles(on.sop, on.sop.step(target.step()).orElseThrow(), target.by())
        .on(LocalDate.ofInstant(on.occurredAt, on.sop.unit(target.by().get(0)).zona()));
  }
}
