package id.sop.casework;

import id.sop.casework.CompliancePolicy.Check;
import id.sop.casework.OtherCases.OtherCase;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Prasyarat;
import id.sop.definition.Prasyarat.Keadaan;
import id.sop.internal.Unicode;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the start of a case against what its SOP asks of other cases. */
final class Prerequisites {
  private final Deliberation on;
  private final Command.Start command;
  private final Map<String, DataValue> data;

  private Prerequisites(Deliberation on, Command.Start command, Map<String, DataValue> data) {
    this.on = on;
    this.command = command;
    this.data = data;
  }

  /**
   * What is to be recorded of them; what speaks against the start is told to the deliberation.
   *
   * @param data the facts known at the start
   */
  static List<CaseEvent> check(
      Deliberation on, Command.Start command, Map<String, DataValue> data) {
    return new Prerequisites(on, command, data).all();
  }

  private List<CaseEvent> all() {
    Optional<Command.Meskipun> anyway = command.meskipun();
    if (anyway.filter(m -> Unicode.isBlank(m.alasan())).isPresent()) {
      on.refusals.add(CaseworkCode.REASON_BLANK);
    }
    if (anyway.filter(m -> Unicode.isBlank(m.dasar())).isPresent()) {
      on.refusals.add(CaseworkCode.GROUND_BLANK);
    }
    List<CaseEvent> events = new ArrayList<>();
    List<Prasyarat> asked = on.sop.prasyarat();
    for (int i = 0; i < asked.size(); i++) {
      events.add(check(i + 1, asked.get(i), anyway));
    }
    return events;
  }

  private CaseEvent check(int number, Prasyarat asked, Optional<Command.Meskipun> anyway) {
    for (String fact : asked.sama().keySet()) {
      DataField field = on.sop.data().get(fact);
      if (field != null && !data.containsKey(fact)) {
        on.refusals.add(CaseworkCode.FACT_MISSING, "mulai", fact, field.domain().teks());
      }
    }
    boolean mustEnd = asked.keadaan() == Keadaan.SELESAI;
    List<CaseId> cases = mustEnd ? ended(asked) : running(asked);
    boolean met = mustEnd != cases.isEmpty();
    if (!met && anyway.isEmpty() && on.enforces(Check.PRASYARAT)) {
      on.refusals.add(
          mustEnd ? CaseworkCode.PREREQUISITE_CASE_MISSING : CaseworkCode.PREREQUISITE_CASE_RUNNING,
          asked.sop().value(),
          asked.keterangan().isEmpty() ? "-" : asked.keterangan(),
          Deliberation.list(mustEnd ? command.berdasarkan() : cases));
    }
    Optional<Command.Meskipun> waived = met ? Optional.empty() : anyway;
    return new CaseEvent.PrerequisiteChecked(
        number,
        asked.sop(),
        cases,
        met,
        waived.map(Command.Meskipun::alasan),
        waived.map(Command.Meskipun::dasar),
        on.occurredAt);
  }

  private List<CaseId> running(Prasyarat asked) {
    return on.circumstances.others().running(asked.sop()).stream()
        .filter(c -> c.status() == CaseStatus.BERJALAN && isMeant(asked, c))
        .map(OtherCase::caseId)
        .sorted()
        .toList();
  }

  /** Of those that the official names, the ones that have ended as they must. */
  private List<CaseId> ended(Prasyarat asked) {
    return command.berdasarkan().stream()
        .flatMap(id -> on.circumstances.others().named(id).stream())
        .filter(c -> c.status() == CaseStatus.SELESAI && isMeant(asked, c))
        .filter(
            c -> asked.hasil().isEmpty() || c.outcome().filter(asked.hasil()::contains).isPresent())
        .map(OtherCase::caseId)
        .toList();
  }

  private boolean isMeant(Prasyarat asked, OtherCase other) {
    return other.sop().equals(asked.sop())
        && !other.caseId().equals(command.caseId())
        && asked.sama().entrySet().stream()
            .allMatch(
                pair -> {
                  DataValue here = data.get(pair.getKey());
                  return here != null && here.equals(other.data().get(pair.getValue()));
                });
  }
}
