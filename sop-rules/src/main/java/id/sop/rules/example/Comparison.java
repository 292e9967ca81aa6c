package id.sop.rules.example;

import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.casework.Receipt;
import id.sop.casework.Refusal;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.example.Expected;
import id.sop.example.Located;
import id.sop.journal.CaseEvent;
import id.sop.problem.Language;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.RouteReason;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what happened at a step against what the example says. */
final class Comparison {
  private static final String NOTHING = "tidak ada";

  private final Sop sop;
  private final CaseState state;
  private final Outcome outcome;
  private final String after;
  private final Problems problems = new Problems();

  /**
   * A comparison.
   *
   * @param state where the case stands now
   * @param command what was done last
   * @param outcome what became of it
   */
  Comparison(Sop sop, CaseState state, Command command, Outcome outcome) {
    this.sop = sop;
    this.state = state;
    this.outcome = outcome;
    this.after = what(command);
  }

  /** Where it differs from {@code expected}, which stands at {@code place}. */
  List<Problem> with(Expected expected, Place place) {
    outcome.match(
        new Outcome.Cases<Boolean>() {
          @Override
          public Boolean recorded(Outcome.Recorded recorded) {
            accepted(recorded.receipt(), expected);
            return true;
          }

          @Override
          public Boolean refused(Outcome.Refused refused) {
            refusal(refused.why(), expected, place);
            return false;
          }
        });
    expected.posisi().ifPresent(this::position);
    return problems.sorted();
  }

  private void accepted(Receipt receipt, Expected expected) {
    expected
        .ditolak()
        .ifPresent(
            code -> problems.add(code.place(), PlayCode.NOT_REFUSED, code.value(), after, rule()));
    List<CaseEvent.RowOpened> opened =
        receipt.events().stream()
            .filter(CaseEvent.RowOpened.class::isInstance)
            .map(CaseEvent.RowOpened.class::cast)
            .toList();
    List<OpenRow> clocked = clocked(receipt);
    for (CaseEvent.RowOpened row : opened) {
      expected.pelaksana().ifPresent(roles -> performers(roles, row));
      expected.tenggat().ifPresent(due -> due(due, row.dueAt()));
    }
    expected.tenggatBaris().forEach(this::due);
    clocked.forEach(row -> expected.tenggat().ifPresent(due -> due(due, row.dueAt())));
    if (opened.isEmpty()) {
      expected
          .pelaksana()
          .map(Located::place)
          .or(() -> expected.tenggat().filter(due -> clocked.isEmpty()).map(Located::place))
          .ifPresent(at -> problems.add(at, PlayCode.NO_ROW_OPENED, after, rule()));
    }
  }

  private void refusal(List<Refusal> why, Expected expected, Place place) {
    Optional<Located<String>> code = expected.ditolak();
    String texts = why.stream().map(r -> r.text(Language.ID)).collect(Collectors.joining(" "));
    if (code.isEmpty()) {
      problems.add(place, PlayCode.REFUSED, texts, why.get(0).code().id(), after);
    } else if (why.stream().noneMatch(r -> r.code().id().equals(code.get().value()))) {
      problems.add(
          code.get().place(),
          PlayCode.OTHER_REFUSAL,
          code.get().value(),
          why.get(0).code().id() + ": " + texts,
          after);
    }
  }

  private void position(Located<List<StepId>> expected) {
    List<StepId> open = state.openRows().stream().map(OpenRow::step).toList();
    if (!expected.value().stream().sorted().toList().equals(open)) {
      differs(expected.place(), PlayCode.POSITION, rows(expected.value()), rows(open));
    }
  }

  private void performers(Located<List<PelaksanaCode>> expected, CaseEvent.RowOpened row) {
    if (!expected.value().equals(row.by())) {
      differs(expected.place(), PlayCode.PERFORMER, roles(expected.value()), roles(row.by()));
    }
  }

  /** The open rows whose clock was stopped or ran again, or whose time was extended. */
  private static List<OpenRow> clocked(Receipt receipt) {
    CaseEvent first = receipt.events().get(0);
    Optional<CaseEvent.RowVisit> row = Optional.empty();
    if (first instanceof CaseEvent.ClockStopped stopped) {
      row = stopped.row();
    } else if (first instanceof CaseEvent.ClockResumed resumed) {
      row = resumed.row();
    } else if (first instanceof CaseEvent.Extended extended) {
      row = Optional.of(new CaseEvent.RowVisit(extended.step(), extended.visit()));
    } else {
      return List.of();
    }
    Optional<StepId> only = row.map(CaseEvent.RowVisit::step);
    return receipt.open().stream()
        .filter(r -> only.filter(o -> !o.equals(r.step())).isEmpty())
        .toList();
  }

  private void due(StepId row, Located<Optional<LocalDateTime>> expected) {
    OpenRow open = state.open().get(row);
    if (open == null) {
      problems.add(
          expected.place(),
          PlayCode.ROW_NOT_OPEN,
          row.value(),
          rows(state.openRows().stream().map(OpenRow::step).toList()),
          after,
          rule());
    } else {
      due(expected, open.dueAt());
    }
  }

  private void due(Located<Optional<LocalDateTime>> expected, Optional<Instant> dueAt) {
    Optional<LocalDateTime> found = dueAt.map(at -> at.atZone(sop.zona()).toLocalDateTime());
    if (!expected.value().equals(found)) {
      differs(expected.place(), PlayCode.DUE, text(expected.value()), text(found));
    }
  }

  /** Where a case that has come to its end differs from how it should have ended. */
  List<Problem> withEnd(Located<String> end) {
    String found = state.outcome().orElse(state.status().name());
    if (!found.equals(end.value())) {
      differs(end.place(), PlayCode.END, end.value(), found);
    }
    return problems.sorted();
  }

  private void differs(Place place, PlayCode code, String expected, String found) {
    problems.add(place, code, expected, found, after, rule());
  }

  /** The rule that answered last, and where it stands. */
  private String rule() {
    return outcome.match(
        new Outcome.Cases<>() {
          @Override
          public String recorded(Outcome.Recorded recorded) {
            return recorded.receipt().events().stream()
                .flatMap(event -> why(event).stream())
                .findFirst()
                .map(why -> "“" + why.rule() + "” (" + why.place() + ")")
                .orElse(NOTHING);
          }

          @Override
          public String refused(Outcome.Refused refused) {
            return NOTHING;
          }
        });
  }

  private static Optional<RouteReason> why(CaseEvent event) {
    if (event instanceof CaseEvent.RowCompleted completed) {
      return Optional.of(completed.why());
    }
    if (event instanceof CaseEvent.RowSkipped skipped) {
      return Optional.of(skipped.why());
    }
    return event instanceof CaseEvent.RowOpened opened
        ? Optional.of(opened.why())
        : Optional.empty();
  }

  private static String what(Command command) {
    if (command instanceof Command.Complete complete) {
      return "baris " + complete.step() + complete.decision().map(d -> " " + d).orElse("");
    }
    if (command instanceof Command.Repeat repeat) {
      return "baris " + repeat.done().step() + " diulang";
    }
    if (command instanceof Command.Skip skip) {
      return "baris " + skip.step() + " dilewati";
    }
    if (command instanceof Command.Raise raise) {
      return "baris " + raise.step() + " muncul";
    }
    return command instanceof Command.Start ? "mulai" : "tindakan terakhir";
  }

  private static String roles(List<PelaksanaCode> roles) {
    return roles.stream().map(PelaksanaCode::value).collect(Collectors.joining(", "));
  }

  private static String text(Optional<LocalDateTime> moment) {
    return moment.map(LocalDateTime::toString).orElse(NOTHING);
  }

  private static String rows(List<StepId> rows) {
    return rows.isEmpty()
        ? NOTHING
        : rows.stream().map(StepId::value).collect(Collectors.joining(", "));
  }
}
