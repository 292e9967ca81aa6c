package id.sop.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.audit.AuditCode;
import id.sop.audit.CaseReport;
import id.sop.audit.Finding;
import id.sop.authority.RowRoles;
import id.sop.bundle.BundleCalendars;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.journal.StoredEntry;
import id.sop.migration.CaseVerdict;
import id.sop.migration.Migration;
import id.sop.migration.MigrationPlan;
import id.sop.migration.MigrationSummary;
import id.sop.problem.Language;
import id.sop.routing.Procedure;
import id.sop.rules.Shipped;
import id.sop.store.MemoryStore;
import id.sop.worktime.DueDates;
import id.sop.worktime.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases of each SOP go over by chance to a version with one row renamed, inserted or made to
 * decide, wherever they stand, and then to an end; the state is read anew from what is stored after
 * each command.
 */
class MigrationWalksTest {
  private static final int LEAST = 40;
  private static final int MOST = 3_000;
  private static final int MOST_STEPS = 600;
  private static final long SEED = 20_260_700_000L;
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  /** What a machine that kept to the rules is never told. */
  private static final Set<AuditCode> NEVER =
      EnumSet.of(
          AuditCode.NOT_BY_RULES,
          AuditCode.NEVER_OPENED,
          AuditCode.ROW_UNKNOWN,
          AuditCode.END_NOT_BY_RULES,
          AuditCode.ROW_NOT_OPENED,
          AuditCode.NOT_ENDED,
          AuditCode.AROSE_WITHOUT_GROUND,
          AuditCode.REPEATED_WITHOUT_GROUND,
          AuditCode.MIGRATED_OTHERWISE);

  static List<String> names() {
    // Those with a row that is another SOP need its cases, too; they are walked elsewhere.
    return Stream.concat(
            Shapes.names().stream()
                .filter(
                    n ->
                        Shapes.loaded(n).procedure().orElseThrow().sop().langkah().values().stream()
                            .allMatch(s -> s.mikro().isEmpty())),
            Shipped.ids().stream().map(SopId::value))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void wherever_a_case_stands_it_goes_over_and_comes_to_an_end(String name) {
    boolean shape = Shapes.names().contains(name);
    Procedure procedure =
        shape ? Shapes.loaded(name).procedure().orElseThrow() : Shipped.procedure(SopId.of(name));
    DueDates calendar =
        shape
            ? BundleCalendars.of(Shapes.bundle(name), procedure.sop()).calendars()
            : WorkCalendar.indonesia();
    Map<NextVersion.Edit, Set<StepId>> at = new EnumMap<>(NextVersion.Edit.class);
    Set<String> ends = new TreeSet<>();
    int walks = 0;
    List<StepId> rows = List.copyOf(procedure.sop().langkah().keySet());
    boolean all = false;

    for (long seed = SEED; walks < LEAST || (!all && seed < SEED + MOST); seed++) {
      Random random = new Random(seed);
      NextVersion.Edit edit =
          NextVersion.Edit.values()[random.nextInt(NextVersion.Edit.values().length)];
      StepId row = rows.get(random.nextInt(rows.size()));
      NextVersion next = NextVersion.of(procedure, row, edit).orElse(null);
      if (next == null) {
        continue;
      }
      try {
        Walk walk = new Walk(procedure, next, calendar, random);
        String end = walk.toItsEnd();
        if (!end.isEmpty()) {
          ends.add(end);
          at.computeIfAbsent(edit, e -> new TreeSet<>()).addAll(walk.migratedAt);
          walks++;
        }
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            name + ", seed " + seed + ", row " + row + " " + edit + ": " + e.getMessage(), e);
      }
      all = at.size() > 1 && at.values().stream().allMatch(s -> s.size() == rows.size());
    }

    System.out.printf(
        Locale.ROOT,
        "figure: %s: %d walks (first seed %d) over %d rows, end %s%n",
        name,
        walks,
        SEED,
        rows.size(),
        ends);
    at.forEach((edit, met) -> assertThat(met).as("%s", edit).containsAll(rows));
  }

  private static final class Walk {
    private static final CaseId ID = CaseId.of("B-1");
    private final Procedure old;
    private final NextVersion next;
    private final Random random;
    private final SettableClock clock =
        SettableClock.at(LocalDateTime.of(2026, 1, 5, 8, 0).atZone(WIB).toInstant(), WIB);
    private final MemoryStore store = MemoryStore.create();
    private final SopEngine engine;
    private final Set<StepId> migratedAt = new TreeSet<>();
    private CaseState state = CaseState.none(ID);
    private int steps;

    Walk(Procedure old, NextVersion next, DueDates calendar, Random random) {
      this.old = old;
      this.next = next;
      this.random = random;
      engine =
          SopEngine.builder()
              .procedure(old, LocalDate.of(2020, 1, 2))
              .procedure(next.procedure(), LocalDate.of(2190, 1, 1))
              .store(store)
              .calendar(calendar)
              .policy(CompliancePolicy.retrospective())
              .clock(clock)
              .build();
    }

    /** How it ended; blank when it ended before its turn to go over came. */
    String toItsEnd() {
      try (engine) {
        start();
        int each = 1 + random.nextInt(2 * old.sop().langkah().size());
        while (random.nextInt(each) > 0) {
          step(old.sop());
          if (!state.running()) {
            return "";
          }
        }
        migrate();
        while (state.running()) {
          step(next.procedure().sop());
        }
        assertThat(engine.verify(ID)).isEmpty();
        judge();
        return state.outcome().orElse(state.status().name());
      }
    }

    /** By the first role that may, with some of the facts, or else with all. */
    private void start() {
      for (boolean all : new boolean[] {false, true}) {
        for (PelaksanaCode role : old.sop().pelaksana().keySet()) {
          CommandBuilder.Start start = Command.start(ID, old.sop().id(), actor(role));
          old.sop().data().values().stream()
              .filter(f -> f.wajibPada().isEmpty() && (all || random.nextBoolean()))
              .forEach(f -> start.data(f.nama(), value(f)));
          if (engine.submit(start.build()) instanceof Outcome.Recorded) {
            follow();
            return;
          }
        }
      }
      throw new AssertionError("nobody may start it");
    }

    private boolean isAskedAtTheStart(DataField field) {
      return old.sop().prasyarat().stream().anyMatch(p -> p.sama().containsKey(field.nama()));
    }

    private void migrate() {
      migratedAt.addAll(state.open().keySet());
      MigrationPlan plan =
          new MigrationPlan(
              old.sop().id(),
              Set.of(old.digest()),
              next.procedure().digest(),
              next.mapping(),
              actor(PelaksanaCode.of("BIRO_ORGANISASI")),
              "SOP baru",
              Document.of("EDARAN", "1"));
      Migration migration = engine.migration(plan);
      List<CaseVerdict> planned = new ArrayList<>();
      List<CaseVerdict> done = new ArrayList<>();

      migration.dryRun(planned::add);
      MigrationSummary summary = migration.apply(done::add);

      assertThat(done).isEqualTo(planned).hasSize(1);
      assertThat(done.get(0).text(Language.ID)).contains(" pindah ");
      assertThat(summary.moves()).isEqualTo(1);
      follow();
      assertThat(state.pinned().orElseThrow().digest()).isEqualTo(next.procedure().digest());
    }

    private void step(Sop sop) {
      assertThat(steps++).as("steps to reach the end").isLessThan(MOST_STEPS);
      clock.set(clock.instant().plusSeconds(random.nextInt(20_000)));
      List<OpenRow> open = state.openRows();
      OpenRow row = open.get(random.nextInt(open.size()));
      List<Step> arising =
          sop.langkah().values().stream().filter(s -> s.canArise(state.open().keySet())).toList();
      if (!arising.isEmpty() && random.nextInt(3) == 0) {
        Step step = arising.get(random.nextInt(arising.size()));
        accept(
            Command.raise(ID, step.id().value(), actor(step.pelaksana().completing()), "terjadi")
                .build());
        return;
      }
      Step step = sop.step(row.step()).orElseThrow();
      Actor by = actor(new RowRoles(sop, step, row.by()).completing().get(0));
      if (step.is(Sifat.OPSIONAL) && random.nextInt(3) == 0) {
        accept(Command.skip(ID, step.id().value(), by, "tidak perlu").build());
        return;
      }
      CommandBuilder.Complete done = Command.complete(ID, step.id().value(), by).alasan("acak");
      if (step.decides()) {
        // Later on the way forward, which is printed first.
        int labels = steps > 100 ? 1 : step.keputusan().size();
        done.decision(step.keputusan().get(random.nextInt(labels)).value());
      }
      sop.data().values().stream()
          .filter(f -> f.wajibPada().filter(step.id()::equals).isPresent())
          .forEach(f -> done.data(f.nama(), f.harus().orElseGet(() -> value(f))));
      accept(step.is(Sifat.BERULANG) && random.nextBoolean() ? done.again() : done.build());
    }

    private void accept(Command command) {
      assertThat(engine.submit(command)).as("%s", command).isInstanceOf(Outcome.Recorded.class);
      follow();
    }

    /** The state followed entry by entry is the one read anew from what is stored. */
    private void follow() {
      List<Entry> stored = store.stored(ID).entries().stream().map(StoredEntry::toEntry).toList();
      CaseState anew = CaseState.of(ID, stored);
      for (Entry entry : stored.subList(Math.toIntExact(state.seq()), stored.size())) {
        state = state.after(entry);
      }
      assertThat(state).isEqualTo(anew).isEqualTo(engine.state(ID));
      assertThat(engine.openRows()).hasSize(state.running() ? state.open().size() : 0);
    }

    private void judge() {
      CaseReport report = engine.report(ID);
      List<AuditCode> told =
          Stream.concat(
                  report.findings().stream(),
                  report.rows().stream()
                      .flatMap(r -> r.assessments().values().stream())
                      .flatMap(a -> a.findings().stream()))
              .map(Finding::code)
              .toList();
      assertThat(told).contains(AuditCode.MIGRATED).doesNotContainAnyElementsOf(NEVER);
      assertThat(report.digest()).isEqualTo(next.procedure().digest());
    }

    private static Actor actor(PelaksanaCode role) {
      return new Actor(role.value().toLowerCase(Locale.ROOT), role);
    }

    private DataValue value(DataField field) {
      DataDomain domain = field.domain();
      if (domain instanceof DataDomain.Pilihan p) {
        return DataValue.of(p.nilai().get(random.nextInt(p.nilai().size())));
      }
      if (domain instanceof DataDomain.Uang u) {
        // Small amounts as often as large ones.
        long most = Math.round(Math.pow(10, 5 + random.nextInt(12)));
        return DataValue.of(Math.min(u.sampai(), u.dari() + (long) (random.nextDouble() * most)));
      }
      if (domain instanceof DataDomain.Bilangan b) {
        return DataValue.of(b.dari() + (long) (random.nextDouble() * (b.sampai() - b.dari())));
      }
      if (domain instanceof DataDomain.Tanggal t) {
        return DataValue.of(t.dari().plusDays(random.nextInt(300)));
      }
      return DataValue.of(random.nextBoolean());
    }
  }
}
