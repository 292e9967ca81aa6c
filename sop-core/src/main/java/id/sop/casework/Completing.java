package id.sop.casework;

import com.google.common.collect.ImmutableList;
import id.sop.authority.Act;
import id.sop.authority.RowRoles;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.MutuBaku;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sifat;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.internal.Unicode;
import id.sop.journal.CaseEvent;
import id.sop.journal.Checklist;
import id.sop.journal.Document;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.Target;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides whether a row is done, and what follows. */
final class Completing {
  private final Deliberation on;
  private final Command.Complete command;

  /** Whether somebody says that it is done; else the end of another case does. */
  private final boolean acted;

  Completing(Deliberation on, Command.Complete command) {
    this.on = on;
    this.command = WithResult.of(on, command);
    this.acted = true;
  }

  /** The completion of a row by the end of the case that it waited for. */
  Completing(
      Deliberation on,
      Command.Complete command,
      CaseEvent.ChildBegun begun,
      CaseEvent.ChildEnded ended) {
    this.on = on;
    this.command = WithResult.of(on, command, begun, ended);
    this.acted = false;
  }

  Decision decide() {
    Optional<OpenRow> row = on.openRow(command.step());
    return row.isPresent() ? decide(row.get()) : on.refusals.refuse();
  }

  /** The row done once more: all that a completion needs, and then it is open again. */
  Decision decideAgain() {
    return on.openRow(command.step()).map(this::decideAgain).orElseGet(on.refusals::refuse);
  }

  private Decision decideAgain(OpenRow row) {
    Step step = on.step(row);
    on.mustBe(step, Sifat.BERULANG, CaseworkCode.NOT_REPEATABLE);
    Map<String, DataValue> data = checked(step, row).orElse(Map.of());
    return on.refusals.unless(() -> again(step, row, data));
  }

  private List<CaseEvent> again(Step step, OpenRow row, Map<String, DataValue> data) {
    RouteReason why = on.document(step, Sifat.BERULANG);
    Target same = new Target(row.step(), row.by(), row.waktu());
    Optional<StepId> done = Optional.of(row.step());
    Landmarks known =
        Landmarks.of(on.sop, on.state)
            .after(done, on.occurredAt, CaseFold.merged(on.state.data(), data));
    List<CaseEvent> events = new ArrayList<>();
    events.add(completed(row, data, why, true));
    events.add(Move.opened(on, known, same, why, on.occurredAt));
    events.addAll(Dues.moved(on, known, done));
    return events;
  }

  /** The facts, when nothing is missing and the rules can be asked with them. */
  private Optional<Map<String, DataValue>> checked(Step step, OpenRow row) {
    RowRoles roles = on.roles(row);
    on.notInTheFuture(on.occurredAt);
    on.notBefore(on.occurredAt, row.openedAt(), "baris " + row.step());
    if (enforces(Check.PENCATATAN)) {
      Recording.inTime(on, row);
    }
    if (acted) {
      actor(step, row, roles);
    }
    standards(step, row, roles);
    Map<String, DataValue> data = on.facts(command.data());
    // Each is asked, whatever the others say: all refusals come out in one go.
    Map<String, DataValue> known = CaseFold.merged(on.state.data(), data);
    if (acted) {
      kelengkapan(on, step, known, there(on, row, command.kelengkapan()));
    }
    outputs(step, known);
    boolean factsKnown = required(step, known);
    boolean labelKnown = label(step);
    if (acted) {
      on.covered(command.actor(), step, labelKnown ? decision() : Optional.empty());
    }
    boolean factsKept = on.keepsEstablished(row.step(), data);
    boolean factsRead = data.size() == command.data().size();
    boolean clear = factsKnown && labelKnown && factsKept && factsRead;
    return clear ? Optional.of(data) : Optional.empty();
  }

  /** What is asked of whoever says that the row is done. */
  private void actor(Step step, OpenRow row, RowRoles roles) {
    on.performer(
        command.actor(), roles.mayComplete(command.actor().role()), row.step(), roles.completing());
    on.apart(command.actor(), row.step());
    Claiming.heldBy(on, row, command.actor().id());
    if (step.mikro().isPresent()) {
      WithResult.check(on, step, row, command);
    }
  }

  /** That the papers that the row needs are there. */
  static void kelengkapan(
      Deliberation on, Step step, Map<String, DataValue> known, List<Document> given) {
    MutuBaku standard = step.dinilai();
    if (!on.enforces(Check.KELENGKAPAN)) {
      return;
    }
    if (standard.butirKelengkapan().isEmpty()) {
      missing(on, CaseworkCode.KELENGKAPAN_MISSING, step, standard.kelengkapan(), given);
    } else {
      checklist(
          on,
          CaseworkCode.KELENGKAPAN_MISSING,
          step,
          Checklist.of(standard.kelengkapan(), standard.butirKelengkapan(), known, on.sop),
          given);
    }
  }

  /** What was there: what comes with a command, and what had been put to the file before. */
  static List<Document> there(Deliberation on, OpenRow row, List<Document> given) {
    return ImmutableList.<Document>builder().addAll(on.state.attachedTo(row)).addAll(given).build();
  }

  private Decision decide(OpenRow row) {
    Step step = on.step(row);
    RowRoles roles = on.roles(row);
    Optional<Map<String, DataValue>> data = checked(step, row);
    Optional<Move> move =
        data.isPresent()
            ? Move.ask(on, question(row, asking(roles), data.get()))
            : Optional.empty();
    if (move.isPresent()) {
      reason(step, move.get());
    }
    return on.refusals.unless(() -> events(row, data.orElseThrow(), move.orElseThrow()));
  }

  private void standards(Step step, OpenRow row, RowRoles roles) {
    if (enforces(Check.OUTPUT) && step.dinilai().butirOutput().isEmpty()) {
      missing(on, CaseworkCode.OUTPUT_MISSING, step, step.dinilai().output(), command.output());
    }
    List<PelaksanaCode> unsigned =
        roles.without(roles.earlierSigners(), roles.standing(on.acts(row)));
    if (enforces(Check.URUTAN_PARAF) && !unsigned.isEmpty()) {
      on.refusals.add(
          CaseworkCode.SIGNATURE_MISSING, step.id().value(), Deliberation.list(unsigned));
    }
    if (step.pelaksana().kuorum().isPresent()) {
      quorum(row, roles, step.pelaksana().kuorum().getAsInt());
    }
    if (enforces(Check.NOTULEN) && step.pelaksana().mode() == Mode.KOLEGIAL && !minutes(row)) {
      on.refusals.add(CaseworkCode.MINUTES_MISSING, step.id().value(), Deliberation.list(row.by()));
    }
    if (enforces(Check.JADWAL)
        && row.waktu() instanceof Waktu.SesuaiJadwal
        && row.schedules().isEmpty()) {
      on.refusals.add(CaseworkCode.SCHEDULE_MISSING, step.id().value());
    }
    clock(row);
  }

  private void clock(OpenRow row) {
    clockRuns(on, row);
    Optional<Instant> earliest = new RowDues(on).notBefore(row);
    if (enforces(Check.MASA_TUNGGU) && earliest.filter(on.occurredAt::isBefore).isPresent()) {
      on.refusals.add(
          CaseworkCode.TOO_EARLY,
          row.step().value(),
          row.waktu().teks(),
          on.moment(earliest.get()));
    }
  }

  /** That {@code row} is not left while its clock stands. */
  static void clockRuns(Deliberation on, OpenRow row) {
    if (on.enforces(Check.PENGHENTIAN)) {
      row.clock().at(on.occurredAt).ifPresent(stop -> Suspending.refuse(on, row.step(), stop));
    }
  }

  private void quorum(OpenRow row, RowRoles roles, int kuorum) {
    List<Act> acts = on.acts(row, command.actor());
    int present = roles.present(acts);
    if (enforces(Check.KUORUM) && present < kuorum) {
      on.refusals.add(
          CaseworkCode.QUORUM_MISSING,
          row.step().value(),
          Integer.toString(kuorum),
          Integer.toString(present),
          Deliberation.list(roles.without(row.by(), acts)));
    }
  }

  /** The checklist of what comes out, where facts may decide on it. */
  private void outputs(Step step, Map<String, DataValue> known) {
    MutuBaku standard = step.dinilai();
    if (enforces(Check.OUTPUT) && !standard.butirOutput().isEmpty()) {
      checklist(
          on,
          CaseworkCode.OUTPUT_MISSING,
          step,
          Checklist.of(standard.output(), standard.butirOutput(), known, on.sop),
          command.output());
    }
  }

  private static void checklist(
      Deliberation on, CaseworkCode code, Step step, Checklist checklist, List<Document> given) {
    String row = step.id().value();
    List<String> missing = checklist.missing(given);
    if (!missing.isEmpty()) {
      on.refusals.add(code, row, Deliberation.list(missing));
    }
    checklist
        .undecided()
        .forEach(
            (name, facts) ->
                on.refusals.add(
                    CaseworkCode.CHECKLIST_UNDECIDED, row, name, Deliberation.list(facts)));
    List<String> unreferenced = checklist.unreferenced(given);
    if (!unreferenced.isEmpty()) {
      on.refusals.add(CaseworkCode.REFERENCE_MISSING, row, String.join("; ", unreferenced));
    }
  }

  private static void missing(
      Deliberation on, CaseworkCode code, Step step, List<String> asked, List<Document> given) {
    List<String> missing = Document.uncovered(asked, given);
    if (!missing.isEmpty()) {
      on.refusals.add(code, step.id().value(), Deliberation.list(missing));
    }
  }

  private boolean minutes(OpenRow row) {
    for (CaseEvent.Participated participation : row.participations()) {
      if (participation.evidence().isPresent()) {
        return true;
      }
    }
    return Document.hasMinutes(command.kelengkapan()) || Document.hasMinutes(command.output());
  }

  /** The facts that this row cannot be completed without. */
  private boolean required(Step step, Map<String, DataValue> known) {
    boolean clear = true;
    for (DataField field : on.sop.data().values()) {
      if (field.wajibPada().isPresent() && field.wajibPada().get().equals(step.id())) {
        clear &= required(step, field, known.get(field.nama()));
      }
    }
    return clear;
  }

  private boolean required(Step step, DataField field, @Nullable DataValue known) {
    if (known == null) {
      if (!command.data().containsKey(field.nama())) {
        on.refusals.add(
            CaseworkCode.FACT_MISSING, step.id().value(), field.nama(), field.domain().teks());
      }
      return false;
    }
    if (field.harus().isPresent() && !field.harus().get().equals(known)) {
      on.refusals.add(
          CaseworkCode.FACT_NOT_AS_REQUIRED,
          step.id().value(),
          field.nama(),
          field.harus().get().teks(),
          known.teks());
      return false;
    }
    return true;
  }

  private boolean label(Step step) {
    List<String> allowed = new ArrayList<>();
    for (Label label : step.keputusan()) {
      allowed.add(label.value());
    }
    Optional<String> given = command.decision();
    if (given.isPresent() && !step.decides()) {
      on.refusals.add(CaseworkCode.LABEL_NOT_EXPECTED, step.id().value(), given.get());
      return false;
    }
    if (given.isEmpty() && step.decides()) {
      on.refusals.add(CaseworkCode.LABEL_MISSING, step.id().value(), Deliberation.list(allowed));
      return false;
    }
    if (given.isPresent() && !allowed.contains(given.get())) {
      on.refusals.add(
          CaseworkCode.LABEL_UNKNOWN,
          given.get(),
          step.id().value(),
          Deliberation.nearest(given.get(), allowed),
          Deliberation.list(allowed));
      return false;
    }
    return true;
  }

  /**
   * In whose name the rules are asked. A performer who is refused is no reason to blame the rules
   * for not knowing him: they are asked what follows when the right one comes.
   */
  private PelaksanaCode asking(RowRoles roles) {
    PelaksanaCode role = command.actor().role();
    return roles.mayComplete(role) || !enforces(Check.PELAKSANA) ? role : roles.completing().get(0);
  }

  private RouteQuestion question(OpenRow row, PelaksanaCode by, Map<String, DataValue> data) {
    return new RouteQuestion(
        Optional.of(new RouteQuestion.Completed(row.step(), decision(), by, row.visit())),
        others(),
        everWith(row.step()),
        CaseFold.merged(on.state.data(), data));
  }

  private Optional<Label> decision() {
    return command.decision().isPresent()
        ? Optional.of(Label.of(command.decision().get()))
        : Optional.empty();
  }

  private Optional<String> alasan() {
    return command.alasan().isPresent() && Unicode.isBlank(command.alasan().get())
        ? Optional.empty()
        : command.alasan();
  }

  private Set<StepId> others() {
    Set<StepId> others = new TreeSet<>(on.state.open().keySet());
    others.remove(command.step());
    return others;
  }

  private Set<StepId> everWith(StepId row) {
    Set<StepId> ever = new TreeSet<>(on.state.ever());
    ever.add(row);
    return ever;
  }

  private void reason(Step step, Move move) {
    Optional<String> back = move.sendsBack(on.sop, step.id(), everWith(step.id()));
    if (step.decides() && back.isPresent() && alasan().isEmpty()) {
      on.refusals.add(
          CaseworkCode.REASON_MISSING,
          command.decision().orElseThrow(),
          step.id().value(),
          back.get());
    }
  }

  private List<CaseEvent> events(OpenRow row, Map<String, DataValue> data, Move move) {
    List<CaseEvent> events = new ArrayList<>();
    events.add(completed(row, data, move.why(), false));
    events.addAll(move.events(on, on.occurredAt));
    events.addAll(Dues.moved(on, move.known(on), Optional.of(row.step())));
    return events;
  }

  private CaseEvent.RowCompleted completed(
      OpenRow row, Map<String, DataValue> data, RouteReason why, boolean again) {
    return new CaseEvent.RowCompleted(
        row.step(),
        row.visit(),
        on.recorded(command.actor()),
        decision(),
        alasan(),
        command.kelengkapan(),
        command.output(),
        data,
        why,
        again,
        on.occurredAt);
  }

  private boolean enforces(Check check) {
    return on.enforces(check);
  }
}
