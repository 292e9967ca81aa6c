package id.sop.casework;

import id.sop.authority.RowRoles;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Parameter;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.journal.CaseEvent;
import id.sop.journal.Entry;
import id.sop.routing.Continued;
import id.sop.routing.Procedure;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides whether a case goes over to another version of its SOP. It stays where anything of it has
 * no place there, and the refusal says what.
 */
final class Migrating {
  private final Deliberation on;
  private final Command.Migrate command;
  private final Procedure target;
  private final Sop before;
  private final Sop after;

  private Migrating(Deliberation on, Command.Migrate command, Procedure target) {
    this.on = on;
    this.command = command;
    this.target = target;
    before = on.sop;
    after = target.sop();
  }

  static Decision decide(Deliberation on, Command.Migrate command) {
    Pinned is = on.state.pinned().orElseThrow();
    String caseId = on.state.caseId().value();
    if (!is.digest().equals(command.dari()) || is.digest().equals(command.ke())) {
      return Refusals.refuse(
          CaseworkCode.ON_ANOTHER_VERSION, caseId, is.versi(), is.digest(), command.dari());
    }
    Optional<Procedure> target = on.circumstances.editions().pinned(is.sop(), command.ke());
    if (target.isEmpty()) {
      return Refusals.refuse(
          CaseworkCode.TARGET_NOT_LOADED, caseId, is.sop().value(), command.ke());
    }
    return new Migrating(on, command, target.get()).decide();
  }

  private Decision decide() {
    on.reason(command.alasan());
    on.appointed(command.actor());
    List<CaseEvent.Migrated.Row> rows = rows();
    List<CaseEvent.Migrated.Open> open = new ArrayList<>();
    for (OpenRow row : on.state.openRows()) {
      continued(row).ifPresent(open::add);
    }
    facts(rows);
    if (!on.refusals.none()) {
      return on.refusals.refuse();
    }
    CaseEvent.Migrated event = event(rows, open);
    Deliberation then = on.by(target, after(event));
    CaseEvent.Migrated due = event(rows, dues(open, then));
    new WayOn(then).check();
    return on.refusals.unless(() -> List.of(due));
  }

  private CaseEvent.Migrated event(
      List<CaseEvent.Migrated.Row> rows, List<CaseEvent.Migrated.Open> open) {
    Pinned is = on.state.pinned().orElseThrow();
    return new CaseEvent.Migrated(
        new CaseEvent.Migrated.Version(is.versi(), is.digest()),
        new CaseEvent.Migrated.Version(after.versi(), target.digest()),
        on.recorded(command.actor()),
        command.alasan(),
        command.dasar(),
        rows,
        open,
        on.occurredAt);
  }

  /** The case as it would be; nothing is recorded. */
  private CaseState after(CaseEvent.Migrated event) {
    CaseState state = on.state;
    return state.after(
        new Entry(
            state.caseId(),
            state.seq() + 1,
            on.circumstances.now(),
            Optional.empty(),
            event,
            state.head(),
            state.head()));
  }

  /** What each row that was ever opened is called from now on. */
  private List<CaseEvent.Migrated.Row> rows() {
    List<CaseEvent.Migrated.Row> rows = new ArrayList<>();
    Map<StepId, StepId> taken = new TreeMap<>();
    for (StepId row : on.state.visits().keySet()) {
      Optional<StepId> name = command.pemetaan().in(after, row);
      rows.add(new CaseEvent.Migrated.Row(row, name));
      StepId other = name.isPresent() ? taken.put(name.get(), row) : null;
      if (other != null) {
        on.refusals.add(
            CaseworkCode.ROWS_BECOME_ONE, other.value(), row.value(), name.get().value());
      }
    }
    return rows;
  }

  /** What holds of an open row from now on; empty when it has no place in the new version. */
  private Optional<CaseEvent.Migrated.Open> continued(OpenRow row) {
    if (command.pemetaan().stays().contains(row.step())) {
      on.refusals.add(CaseworkCode.ROW_STAYS, row.step().value());
      return Optional.empty();
    }
    Optional<Step> is = command.pemetaan().in(after, row.step()).flatMap(after::step);
    if (is.isEmpty()) {
      on.refusals.add(CaseworkCode.ROW_WITHOUT_COUNTERPART, row.step().value(), after.versi());
      return Optional.empty();
    }
    Step was = on.step(row);
    child(row, was, is.get());
    List<PelaksanaCode> by = performers(row, was, is.get());
    Waktu waktu = Continued.waktu(was, is.get(), row.waktu());
    Optional<Instant> since = Continued.countedFrom(after, is.get(), waktu, row.countedFrom());
    clock(row, is.get(), by, waktu, since);
    return Optional.of(
        new CaseEvent.Migrated.Open(is.get().id(), row.visit(), by, waktu, row.dueAt(), since));
  }

  /** A case that was begun for the row finds it again only under its name, and only there. */
  private void child(OpenRow row, Step was, Step is) {
    boolean keeps = was.mikro().equals(is.mikro()) && was.id().equals(is.id());
    if (row.child().isPresent() && !keeps) {
      CaseEvent.ChildBegun begun = row.child().get().begun();
      on.refusals.add(
          CaseworkCode.CHILD_RUNNING,
          row.step().value(),
          begun.berkas().value(),
          begun.sop().value());
    }
  }

  private List<PelaksanaCode> performers(OpenRow row, Step was, Step is) {
    Optional<List<PelaksanaCode>> by = Continued.by(was, is, row.by());
    boolean begun = !row.participations().isEmpty() || row.claim().isPresent();
    boolean known =
        by.isPresent()
            && by.get().stream().allMatch(this::isRole)
            && row.eskalasi().stream()
                .flatMap(rung -> rung.kepada().stream())
                .allMatch(this::isRole);
    if (!known || (begun && !keepsWhatWasBegun(row, was, is, by.get()))) {
      on.refusals.add(
          CaseworkCode.PERFORMERS_DO_NOT_FIT,
          row.step().value(),
          Deliberation.list(row.by()),
          Deliberation.list(is.pelaksana().roles()));
    }
    return by.orElse(row.by());
  }

  /** Whether the new version knows it; a performer that paper leaves blank is none. */
  private boolean isRole(PelaksanaCode code) {
    return after.pelaksana().containsKey(code) || code.equals(PelaksanaCode.TIDAK_TERCETAK);
  }

  /** Whether those who have acted, or claimed it, could do so in the new version, too. */
  private boolean keepsWhatWasBegun(OpenRow row, Step was, Step is, List<PelaksanaCode> by) {
    RowRoles roles = new RowRoles(after, is, by);
    return Continued.samePerformers(was, is)
        && row.participations().stream().allMatch(p -> roles.mayParticipate(p.actor().role()))
        && row.claim().filter(c -> !roles.mayComplete(c.actor().role())).isEmpty();
  }

  private void clock(
      OpenRow row, Step is, List<PelaksanaCode> by, Waktu waktu, Optional<Instant> since) {
    PelaksanaCode owner = by.equals(row.by()) ? row.clock().pemilik() : by.get(0);
    boolean same =
        waktu.equals(row.waktu())
            && since.equals(row.countedFrom())
            && before.unit(row.clock().pemilik()).equals(after.unit(owner));
    Optional<Waktu> added = row.clock().perpanjangan().map(CaseEvent.Extended::waktu);
    boolean fits =
        (same || !row.suspended())
            && (added.isEmpty() || added.equals(is.dinilai().perpanjangan()))
            && (row.schedules().isEmpty() || waktu.dapatDijadwalkan());
    if (!fits) {
      on.refusals.add(
          CaseworkCode.CLOCK_DOES_NOT_FIT,
          row.step().value(),
          row.waktu().teks()
              + added.map(more -> ", + " + more.teks()).orElse("")
              + (row.suspended() ? ", berhenti" : ""),
          waktu.teks() + is.dinilai().perpanjangan().map(m -> ", + " + m.teks()).orElse(""));
    }
  }

  /** That what is known, and what should be known by now, is so for the new version, too. */
  private void facts(List<CaseEvent.Migrated.Row> rows) {
    Map<String, DataValue> known = on.state.data();
    parameters(known);
    Set<StepId> done = new TreeSet<>();
    for (CaseEvent.Migrated.Row row : rows) {
      if (on.state.ever().contains(row.dari())) {
        row.ke().ifPresent(done::add);
      }
    }
    for (DataField field : after.data().values()) {
      DataValue value = known.get(field.nama());
      boolean asked = field.wajibPada().filter(done::contains).isPresent();
      boolean forbidden = asked && field.harus().filter(v -> !v.equals(value)).isPresent();
      if (value == null && asked) {
        on.refusals.add(
            CaseworkCode.FACT_NEVER_ASKED, field.nama(), field.wajibPada().get().value());
      } else if (value != null && (forbidden || !field.domain().contains(value))) {
        on.refusals.add(
            CaseworkCode.FACT_DOES_NOT_FIT,
            field.nama(),
            value.teks(),
            forbidden ? field.harus().get().teks() : field.domain().teks());
      }
    }
  }

  /** That the new version has a value for the day on which the case began, and knows that day. */
  private void parameters(Map<String, DataValue> known) {
    DataValue began = known.get(Parameter.TANGGAL_MULAI);
    if (after.parameter().isEmpty()) {
      return;
    }
    if (began instanceof DataValue.Tanggal day) {
      for (Parameter parameter : after.parameter().values()) {
        if (parameter.pada(day.value()).isEmpty()) {
          on.refusals.add(
              CaseworkCode.FACT_DOES_NOT_FIT,
              Parameter.TANGGAL_MULAI,
              day.teks(),
              parameter.nama() + " " + parameter.nilai().get(0).sejak());
        }
      }
    } else {
      on.refusals.add(CaseworkCode.FACT_NEVER_ASKED, Parameter.TANGGAL_MULAI, "mulai");
    }
  }

  /**
   * When the open rows are due from now on: as was told, unless the versions count otherwise. What
   * the calendar moved since it was told is not for this to say.
   */
  private List<CaseEvent.Migrated.Open> dues(
      List<CaseEvent.Migrated.Open> open, Deliberation then) {
    RowDues old = new RowDues(on);
    RowDues now = new RowDues(then);
    List<CaseEvent.Migrated.Open> told = new ArrayList<>();
    List<OpenRow> rows = on.state.openRows();
    for (int i = 0; i < open.size(); i++) {
      CaseEvent.Migrated.Open row = open.get(i);
      Optional<Instant> was = old.of(rows.get(i));
      Optional<Instant> is =
          Optional.ofNullable(then.state.open().get(row.step())).flatMap(now::of);
      told.add(
          is.equals(was)
              ? row
              : new CaseEvent.Migrated.Open(
                  row.step(), row.visit(), row.by(), row.waktu(), is, row.countedFrom()));
    }
    return told;
  }
}
