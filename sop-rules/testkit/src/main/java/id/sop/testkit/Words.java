package id.sop.testkit;

import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.problem.SopException;
import id.sop.problem.Suggestion;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;

/** The words of a scenario, held against the SOP: a misspelt one is a mistake of the test. */
record Words(Sop sop) {

  LocalDateTime moment(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new SopException(TestkitCode.BAD_MOMENT, e, text);
    }
  }

  StepId row(String text) {
    List<String> rows = sop.langkah().keySet().stream().map(StepId::value).toList();
    if (!rows.contains(text)) {
      throw new SopException(TestkitCode.UNKNOWN_ROW, text, String.join(", ", rows));
    }
    return StepId.of(text);
  }

  PelaksanaCode role(String text) {
    List<String> roles = sop.pelaksana().keySet().stream().map(PelaksanaCode::value).toList();
    if (!roles.contains(text)) {
      throw new SopException(TestkitCode.UNKNOWN_ROLE, text, nearest(text, roles));
    }
    return PelaksanaCode.of(text);
  }

  DataValue value(String name, String text) {
    DataField field = sop.data().get(name);
    if (field == null) {
      throw new SopException(TestkitCode.UNKNOWN_DATA, name, nearest(name, sop.data().keySet()));
    }
    return field
        .domain()
        .parse(text)
        .orElseThrow(
            () -> new SopException(TestkitCode.BAD_VALUE, text, name, field.domain().teks()));
  }

  private static String nearest(String word, Collection<String> known) {
    return Suggestion.nearest(word, known).orElseGet(() -> String.join(", ", known));
  }
}
