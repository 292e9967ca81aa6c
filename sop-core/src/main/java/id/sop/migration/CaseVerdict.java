package id.sop.migration;

import id.sop.casework.Refusal;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** What a migration makes of one open case. */
public sealed interface CaseVerdict {

  /** The case. */
  CaseId caseId();

  /** The verdict in one line. */
  String text(Language language);

  <R> R match(Cases<R> cases);

  /**
   * It goes over, or has gone over.
   *
   * @param change all that changes of it
   */
  record Moves(CaseId caseId, CaseEvent.Migrated change) implements CaseVerdict {
    @Override
    public String text(Language language) {
      String rows =
          change.open().stream()
              .map(
                  open ->
                      change.rows().stream()
                              .filter(r -> r.ke().filter(open.step()::equals).isPresent())
                              .map(r -> r.dari().value())
                              .collect(Collectors.joining("+"))
                          + " -> "
                          + open.step())
              .collect(Collectors.joining(", "));
      return Texts.text(
          MigrationCode.MOVES,
          language,
          List.of(caseId.value(), change.dari().versi(), change.ke().versi(), rows));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.moves(this);
    }
  }

  /**
   * It stays as it is.
   *
   * @param versi the version that it is on
   * @param open its open rows
   * @param why all that stands in the way
   */
  record Stays(CaseId caseId, String versi, List<StepId> open, List<Refusal> why)
      implements CaseVerdict {
    public Stays {
      open = List.copyOf(open);
      why = List.copyOf(why);
    }

    @Override
    public String text(Language language) {
      return Texts.text(
          MigrationCode.STAYS,
          language,
          List.of(
              caseId.value(),
              versi,
              open.stream().map(StepId::value).collect(Collectors.joining(", ")),
              why.stream()
                  .map(r -> r.code().id() + " " + r.text(language))
                  .collect(Collectors.joining(" "))));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.stays(this);
    }
  }

  /**
   * It could not be looked at, or not be stored; nothing of it was changed.
   *
   * @param code why, as a code
   * @param facts what the texts name
   */
  record Failed(CaseId caseId, Code code, List<String> facts) implements CaseVerdict {
    public Failed {
      facts = List.copyOf(facts);
    }

    @Override
    public String text(Language language) {
      return Texts.text(
          MigrationCode.FAILED,
          language,
          List.of(caseId.value(), code.id() + " " + Texts.text(code, language, facts)));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.failed(this);
    }
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R moves(Moves verdict);

    R stays(Stays verdict);

    R failed(Failed verdict);
  }
}
