package id.sop.casework;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.sop.authority.Act;
import id.sop.authority.Mandate;
import id.sop.authority.RowRoles;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.internal.Moments;
import id.sop.internal.Unicode;
import id.sop.journal.Actor;
import id.sop.problem.Suggestion;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One command under decision: the case, its SOP, the circumstances, and what speaks against it. */
final class Deliberation {
  private static final Joiner LIST = Joiner.on(", ");

  final CaseState state;
  final Circumstances circumstances;
  final Sop sop;
  final Instant occurredAt;
  final Refusals refusals;
  private final Procedure procedure;
  private final Acting acting;

  Deliberation(CaseState state, Circumstances circumstances, Procedure procedure, Command command) {
    this.state = state;
    this.circumstances = circumstances;
    this.procedure = procedure;
    sop = procedure.sop();
    occurredAt = command.occurredAt().orElse(circumstances.now());
    acting = new Acting(circumstances.authority(), occurredAt);
    refusals = new Refusals();
  }

  private Deliberation(Deliberation on, Procedure procedure, CaseState state) {
    this.state = state;
    this.circumstances = on.circumstances;
    this.procedure = procedure;
    sop = procedure.sop();
    occurredAt = on.occurredAt;
    acting = on.acting;
    refusals = on.refusals;
  }

  /** The same command, with the case as {@code other} has it, by another version of its SOP. */
  Deliberation by(Procedure version, CaseState other) {
    return new Deliberation(this, version, other);
  }

  /**
   * The same command by the version that the case was on when entry {@code seq} was recorded; one
   * that is not loaded is refused.
   */
  Optional<Deliberation> asOf(long seq) {
    Pinned then = state.pinnedAt(seq);
    if (then.digest().equals(procedure.digest())) {
      return Optional.of(this);
    }
    Optional<Procedure> version = circumstances.editions().pinned(then.sop(), then.digest());
    if (version.isEmpty()) {
      refusals.add(
          CaseworkCode.VERSION_NOT_LOADED,
          state.caseId().value(),
          then.sop().value(),
          then.versi(),
          then.digest());
    }
    return version.map(v -> by(v, state));
  }

  RouteAnswer route(RouteQuestion question) {
    return procedure.router().route(question);
  }

  /** The open row {@code id}, or the reason why there is none. */
  Optional<OpenRow> openRow(StepId id) {
    if (knownRow(id).isEmpty()) {
      return Optional.empty();
    }
    Optional<OpenRow> row = Optional.ofNullable(state.open().get(id));
    if (row.isEmpty()) {
      refusals.add(CaseworkCode.ROW_NOT_OPEN, id.value(), list(state.open().keySet()));
    }
    return row;
  }

  /** The row {@code id} of the document; one that it does not have is refused. */
  Optional<Step> knownRow(StepId id) {
    Optional<Step> step = sop.step(id);
    if (step.isEmpty()) {
      List<String> known = sop.langkah().keySet().stream().map(StepId::value).toList();
      refusals.add(
          CaseworkCode.ROW_UNKNOWN,
          id.value(),
          sop.id().value(),
          nearest(id.value(), known),
          list(known));
    }
    return step;
  }

  /** Refuses with {@code code} unless {@code step} is {@code what}. */
  void mustBe(Step step, Sifat what, CaseworkCode code) {
    if (!step.is(what)) {
      refusals.add(
          code,
          step.id().value(),
          list(sop.langkah().values().stream().filter(s -> s.is(what)).map(Step::id).toList()));
    }
  }

  /** That a reason is given, where one must be. */
  void reason(String alasan) {
    if (Unicode.isBlank(alasan)) {
      refusals.add(CaseworkCode.REASON_BLANK);
    }
  }

  /** The document's own word for what no arrow says. */
  RouteReason document(Step step, Sifat sifat) {
    return RouteReason.ofDocument(sop, step, sifat, procedure.digest());
  }

  /** The digest of the bundle by which the case goes. */
  String digest() {
    return procedure.digest();
  }

  /** The row's words in the document; only for rows that are open, which the document has. */
  Step step(OpenRow row) {
    return sop.step(row.step()).orElseThrow();
  }

  void notInTheFuture(Instant at) {
    if (at.isAfter(circumstances.now())) {
      refusals.add(CaseworkCode.IN_THE_FUTURE, moment(at), moment(circumstances.now()));
    }
  }

  void notBefore(Instant at, Instant beginning, String what) {
    if (at.isBefore(beginning)) {
      // Rounded up, so that the time named is one that will be accepted.
      Instant earliest = beginning.truncatedTo(ChronoUnit.SECONDS);
      if (earliest.isBefore(beginning)) {
        earliest = earliest.plusSeconds(1);
      }
      refusals.add(CaseworkCode.BEFORE_OPENING, moment(at), what, moment(earliest));
    }
  }

  /** That the actor's role may do this, and that the actor holds it. */
  void performer(Actor actor, boolean may, StepId step, Collection<PelaksanaCode> allowed) {
    if (!circumstances.policy().enforces(Check.PELAKSANA)) {
      return;
    }
    if (allowed.contains(PelaksanaCode.TIDAK_TERCETAK)) {
      refusals.add(CaseworkCode.PERFORMER_NOT_DECLARED, step.value(), sop.versi());
    } else if (!may) {
      refusals.add(CaseworkCode.WRONG_PERFORMER, actor.role().value(), step.value(), list(allowed));
    }
    appointed(actor);
  }

  void appointed(Actor actor) {
    if (circumstances.policy().enforces(Check.PELAKSANA) && !acting.ground(actor).allows()) {
      refusals.add(CaseworkCode.NOT_APPOINTED, actor.role().value(), moment(occurredAt));
    }
  }

  /** That the mandate on which the actor acts, if on one, covers this. */
  void covered(Actor actor, Step step, Optional<Label> decision) {
    Optional<Mandate> mandate = acting.ground(actor).mandate();
    if (mandate.isPresent()
        && enforces(Check.MANDAT)
        && !mandate.get().covers(sop.id(), step, decision)) {
      refusals.add(
          CaseworkCode.MANDATE_TOO_NARROW,
          mandate.get().teks() + " " + mandate.get().nomor(),
          step.id().value());
    }
  }

  /** That the actor has done no row that {@code step} is kept apart from. */
  void apart(Actor actor, StepId step) {
    if (circumstances.policy().enforces(Check.PEMISAHAN)) {
      new Separation(sop, state)
          .doneBefore(actor.id(), step)
          .ifPresent(other -> refusals.add(CaseworkCode.SAME_PERSON, step.value(), other.value()));
    }
  }

  /** The actor as he is recorded: with the mandate on which he acts, if on one. */
  Actor recorded(Actor actor) {
    return acting.recorded(actor);
  }

  /** Who may do what in an open row, on the day on which this happened. */
  RowRoles roles(OpenRow row) {
    return roles(step(row), row);
  }

  /** The same of a visit that may have been open when the row was called otherwise. */
  RowRoles roles(Step step, OpenRow row) {
    return new RowRoles(sop, step, row.by())
        .on(LocalDate.ofInstant(occurredAt, sop.unit(row.clock().pemilik()).zona()));
  }

  /** What was done in the visit so far. */
  List<Act> acts(OpenRow row) {
    return row.acts(sop);
  }

  /** The same with this command's act. */
  List<Act> acts(OpenRow row, Actor actor) {
    return ImmutableList.<Act>builder()
        .addAll(acts(row))
        .add(OpenRow.act(actor, occurredAt, Optional.empty(), sop))
        .build();
  }

  boolean enforces(Check check) {
    return circumstances.policy().enforces(check);
  }

  /** The facts in their declared types; a text is read as its domain reads it. */
  Map<String, DataValue> facts(Map<String, DataValue> given) {
    ImmutableMap.Builder<String, DataValue> facts = ImmutableMap.builder();
    for (Map.Entry<String, DataValue> fact : given.entrySet()) {
      Optional<DataValue> typed = typed(fact.getKey(), fact.getValue());
      if (typed.isPresent()) {
        facts.put(fact.getKey(), typed.get());
      }
    }
    return facts.buildOrThrow();
  }

  private Optional<DataValue> typed(String name, DataValue value) {
    DataField field = sop.data().get(name);
    if (field == null) {
      Set<String> known = sop.data().keySet();
      refusals.add(CaseworkCode.FACT_UNKNOWN, name, nearest(name, known), list(known));
      return Optional.empty();
    }
    Optional<DataValue> typed =
        value instanceof DataValue.Pilihan text
            ? field.domain().parse(text.value().strip())
            : Optional.of(value);
    if (typed.isPresent() && field.domain().contains(typed.get())) {
      return typed;
    }
    refusals.add(CaseworkCode.VALUE_OUTSIDE_DOMAIN, name, value.teks(), field.domain().teks());
    return Optional.empty();
  }

  /**
   * Whether none of {@code facts} says otherwise than the row that had to establish it. A route was
   * taken on what was said there: only that row, done again or corrected, may say otherwise.
   */
  boolean keepsEstablished(StepId step, Map<String, DataValue> facts) {
    Map<String, DataValue> known = state.data();
    Set<StepId> ever = state.ever();
    boolean keeps = true;
    for (Map.Entry<String, DataValue> fact : facts.entrySet()) {
      DataField field = sop.data().get(fact.getKey());
      DataValue was = known.get(fact.getKey());
      if (field == null || field.wajibPada().isEmpty() || was == null) {
        continue;
      }
      StepId row = field.wajibPada().get();
      if (!row.equals(step) && ever.contains(row) && !was.equals(fact.getValue())) {
        refusals.add(
            CaseworkCode.FACT_ESTABLISHED,
            fact.getKey(),
            was.teks(),
            row.value(),
            fact.getValue().teks());
        keeps = false;
      }
    }
    return keeps;
  }

  String moment(Instant at) {
    return Moments.text(at, sop.zona());
  }

  static String list(Collection<?> words) {
    return words.isEmpty() ? "-" : LIST.join(words);
  }

  /** The word meant, or else all that could be. */
  static String nearest(String word, Collection<String> known) {
    return Suggestion.nearest(word, known)
        .orElse(known.isEmpty() ? "-" : String.join(" / ", known));
  }
}
