package id.sop.rules.dialect;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.Parameter;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.definition.WaktuFit;
import id.sop.problem.Place;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that one rule may use, as its {@code sop.yaml} declares them. */
final class Vocabulary {
  private final Sop sop;
  private final Refusals refusals;
  private final LocalDate begun;

  Vocabulary(Sop sop, Refusals refusals) {
    this(sop, refusals, LocalDate.MAX);
  }

  /** The same for cases that begin on {@code begun}, by which parameters have their values. */
  Vocabulary(Sop sop, Refusals refusals, LocalDate begun) {
    this.sop = sop;
    this.refusals = refusals;
    this.begun = begun;
  }

  WaktuFit fit() {
    return WaktuFit.of(sop);
  }

  Place place(Token token) {
    return refusals.place(token);
  }

  /** Notes a problem of the rule that is being read. */
  void refuse(Token at, DialectCode code, String... facts) {
    refusals.tell(at.from(), code, facts);
  }

  void refuseUnknown(Token word, DialectCode code, Collection<String> known) {
    refuse(word, code, word.shown(), instead(word, known));
  }

  /** How many errors the file had until now. */
  int errors() {
    return refusals.errors();
  }

  private String instead(Token word, Collection<String> known) {
    return refusals.isFull() ? "" : Keywords.instead(word.text(), known);
  }

  static String join(List<?> words) {
    return words.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Whether {@code token} is no text, which is told: rows and roles are names, not numbers. */
  private boolean isUnquoted(Token token, String field) {
    boolean isUnquoted = !token.is(Token.Kind.TEXT);
    if (isUnquoted) {
      refuse(token, DialectCode.WRONG_TYPE, field, token.shown(), '"' + token.shown() + '"');
    }
    return isUnquoted;
  }

  /** The row that {@code token} names. */
  Optional<Step> row(Token token) {
    if (isUnquoted(token, Fact.LANGKAH)) {
      return Optional.empty();
    }
    Optional<Step> step =
        Optional.of(token.text()).filter(StepId::isValid).flatMap(t -> sop.step(StepId.of(t)));
    if (step.isEmpty()) {
      List<String> rows = sop.langkah().keySet().stream().map(StepId::value).toList();
      refuseUnknown(token, DialectCode.UNKNOWN_ROW, rows);
    }
    return step;
  }

  /** The role that {@code token} names. */
  Optional<PelaksanaCode> role(Token token) {
    if (isUnquoted(token, Fact.OLEH)) {
      return Optional.empty();
    }
    Optional<PelaksanaCode> role =
        Optional.of(token.text())
            .filter(PelaksanaCode::isValid)
            .map(PelaksanaCode::of)
            .filter(sop.pelaksana()::containsKey);
    if (role.isEmpty()) {
      List<String> roles = sop.pelaksana().keySet().stream().map(PelaksanaCode::value).toList();
      refuseUnknown(token, DialectCode.UNKNOWN_ROLE, roles);
    }
    return role;
  }

  /** The fields of {@code fact} that a rule of this SOP may ask. */
  List<String> fields(Fact fact) {
    return fact == Fact.DATA ? List.copyOf(sop.facts().keySet()) : fact.fields();
  }

  void refuseField(Token field, Fact fact) {
    refuse(
        field,
        DialectCode.UNKNOWN_FIELD,
        field.shown(),
        fact.word(),
        fields(fact).isEmpty() ? "-" : instead(field, fields(fact)));
  }

  Optional<DataField> data(String name) {
    return Optional.ofNullable(sop.facts().get(name));
  }

  /** All rows, in printed order. */
  List<Step> rows() {
    return List.copyOf(sop.langkah().values());
  }

  /** The label that {@code token} names, given to one of {@code rows}. */
  Optional<DataValue> label(Token token, List<Step> rows) {
    List<Label> labels = rows.stream().flatMap(r -> r.labels().stream()).distinct().toList();
    Optional<Label> label = labels.stream().filter(l -> l.value().equals(token.text())).findFirst();
    if (label.isEmpty()) {
      List<String> known = labels.stream().map(Label::value).toList();
      String asked = join(rows.stream().map(Step::id).toList());
      refuse(token, DialectCode.UNKNOWN_LABEL, token.shown(), asked, instead(token, known));
    }
    return label.map(l -> DataValue.of(l.value()));
  }

  /** A literal that a declared fact is compared with: of its type, and inside its range. */
  Optional<DataValue> dataValue(Token token, DataField field) {
    if (Literals.isName(token)) {
      return parameter(token, field);
    }
    Optional<DataValue> value = Literals.read(token, field.domain());
    boolean isWord = field.domain() instanceof DataDomain.Pilihan;
    if (isWord && token.kind() == Token.Kind.TEXT && !inside(field, value)) {
      DataDomain.Pilihan choice = (DataDomain.Pilihan) field.domain();
      refuse(
          token,
          DialectCode.UNKNOWN_CHOICE,
          token.shown(),
          field.nama(),
          instead(token, choice.nilai()));
      return Optional.empty();
    }
    if (value.isEmpty()) {
      boolean badNumber =
          Literals.isNumber(field.domain())
              && token.is(Token.Kind.NUMBER)
              && Literals.number(token).isEmpty();
      if (badNumber) {
        refuse(token, DialectCode.NUMBER_INVALID, token.shown());
      } else {
        refuse(
            token,
            DialectCode.WRONG_TYPE,
            field.nama(),
            token.shown(),
            Literals.example(field.domain()));
      }
    } else if (!inside(field, value)) {
      refuse(token, DialectCode.OUTSIDE_RANGE, token.shown(), field.nama(), field.domain().teks());
      return Optional.empty();
    }
    return value;
  }

  /** What the parameter that {@code token} names is worth for the cases asked about. */
  private Optional<DataValue> parameter(Token token, DataField field) {
    Parameter parameter = sop.parameter().get(token.text());
    if (parameter == null) {
      String instead =
          sop.parameter().isEmpty()
              ? '"' + token.shown() + '"'
              : instead(token, sop.parameter().keySet());
      refuse(token, DialectCode.NOT_A_LITERAL, token.shown(), instead);
      return Optional.empty();
    }
    if (!Literals.isAlike(parameter.domain(), field.domain())) {
      refuse(token, DialectCode.PARAMETER_OF_OTHER_KIND, token.shown(), field.nama());
      return Optional.empty();
    }
    Parameter.Nilai value = parameter.pada(begun).orElseThrow();
    if (!inside(field, Optional.of(value.nilai()))) {
      refuse(
          token,
          DialectCode.PARAMETER_OUTSIDE,
          token.shown(),
          value.nilai().teks() + " sejak " + value.sejak(),
          field.nama() + " (" + field.domain().teks() + ")");
      return Optional.empty();
    }
    return Optional.of(value.nilai());
  }

  private static boolean inside(DataField field, Optional<DataValue> value) {
    return value.filter(field.domain()::contains).isPresent();
  }

  /** A count of visits. */
  Optional<DataValue> count(Token token) {
    Optional<Long> number = Literals.number(token).filter(n -> n >= 1 && n <= 1_000);
    if (number.isEmpty()) {
      refuse(token, DialectCode.WRONG_TYPE, Fact.KUNJUNGAN, token.shown(), "2");
    }
    return number.map(DataValue::of);
  }
}
