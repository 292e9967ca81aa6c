package id.sop.casework;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether each open row, whatever is decided there, can be followed by something: a case may stand
 * where the version that it goes over to never leads by itself.
 */
final class WayOn {
  /** So many sets of facts are tried for one label before the question is left open. */
  private static final int MOST = 64;

  private final Deliberation on;

  WayOn(Deliberation on) {
    this.on = on;
  }

  /** Refuses the first label of each row after which the rules know no way. */
  void check() {
    for (OpenRow row : on.state.openRows()) {
      Step step = on.step(row);
      List<Optional<Label>> labels = new ArrayList<>();
      if (!step.decides()) {
        labels.add(Optional.empty());
      }
      step.labels().forEach(label -> labels.add(Optional.of(label)));
      for (Optional<Label> label : labels) {
        if (!leads(row, label)) {
          on.refusals.add(
              CaseworkCode.NO_WAY_ON,
              row.step().value(),
              label.map(Label::value).orElse("-"),
              answer(row, label, on.state.data()).reason().map(r -> r.rule()).orElse("-"));
          break;
        }
      }
    }
  }

  /** Whether the rules lead on with some of the facts that can be given there. */
  private boolean leads(OpenRow row, Optional<Label> label) {
    for (Map<String, DataValue> data : facts(row.step(), label)) {
      if (isClear(row, answer(row, label, data))) {
        return true;
      }
    }
    return false;
  }

  private boolean isClear(OpenRow row, RouteAnswer answer) {
    Set<StepId> others = others(row);
    if (answer instanceof RouteAnswer.Open open) {
      return open.targets().stream().map(Target::step).noneMatch(others::contains);
    }
    if (answer instanceof RouteAnswer.Wait) {
      return others.stream().anyMatch(r -> on.sop.step(r).filter(Step::holdsUpTheEnd).isPresent());
    }
    return answer instanceof RouteAnswer.End;
  }

  private RouteAnswer answer(OpenRow row, Optional<Label> label, Map<String, DataValue> data) {
    Set<StepId> ever = new TreeSet<>(on.state.ever());
    if (!label.equals(Optional.of(Label.DILEWATI))) {
      ever.add(row.step());
    }
    PelaksanaCode by = on.roles(row).completing().get(0);
    return on.route(
        new RouteQuestion(
            Optional.of(new RouteQuestion.Completed(row.step(), label, by, row.visit())),
            others(row),
            ever,
            data));
  }

  private Set<StepId> others(OpenRow row) {
    Set<StepId> others = new TreeSet<>(on.state.open().keySet());
    others.remove(row.step());
    return others;
  }

  /** What is known, with each of the facts that the row must make known. */
  private List<Map<String, DataValue>> facts(StepId row, Optional<Label> label) {
    List<Map<String, DataValue>> all = List.of(on.state.data());
    if (label.equals(Optional.of(Label.DILEWATI))) {
      return all;
    }
    for (DataField field : on.sop.data().values()) {
      if (field.wajibPada().equals(Optional.of(row)) && all.size() < MOST) {
        List<Map<String, DataValue>> more = new ArrayList<>();
        for (Map<String, DataValue> some : all) {
          for (DataValue value : values(field)) {
            more.add(CaseFold.merged(some, Map.of(field.nama(), value)));
          }
        }
        all = more;
      }
    }
    return all;
  }

  /** All values of a fact that has few, and the ends of its range. */
  private static List<DataValue> values(DataField field) {
    DataDomain domain = field.domain();
    if (field.harus().isPresent()) {
      return List.of(field.harus().get());
    }
    if (domain instanceof DataDomain.Pilihan choice) {
      return choice.nilai().stream().map(DataValue::of).toList();
    }
    if (domain instanceof DataDomain.YaTidak) {
      return List.of(DataValue.of(true), DataValue.of(false));
    }
    if (domain instanceof DataDomain.Bilangan range) {
      return List.of(DataValue.of(range.dari()), DataValue.of(range.sampai()));
    }
    if (domain instanceof DataDomain.Uang range) {
      return List.of(DataValue.of(range.dari()), DataValue.of(range.sampai()));
    }
    DataDomain.Tanggal range = (DataDomain.Tanggal) domain;
    return List.of(DataValue.of(range.dari()), DataValue.of(range.sampai()));
  }
}
