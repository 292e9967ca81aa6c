package id.sop.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.SopEngineBuilder;
import id.sop.authority.RowRoles;
import id.sop.bundle.BundleCalendars;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.SopMikro;
import id.sop.definition.Step;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.Router;
import id.sop.rules.dialect.Gate;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.live.CompiledRules;
import id.sop.rules.live.LiveRouter;
import id.sop.store.MemoryStore;
import id.sop.worktime.DueDates;
import id.sop.worktime.Waktu;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases of each shape go by chance to an end, and at every step the table says what Drools says.
 */
class ShapeWalksTest {
  private static final int WALKS = 60;
  private static final int MOST_STEPS = 400;
  private static final long SEED = 20_260_600_000L;
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  static List<String> names() {
    return Shapes.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_case_goes_to_an_end_and_table_and_drools_agree(String name) {
    Procedure procedure = Shapes.loaded(name).procedure().orElseThrow();
    SopBundle bundle = Shapes.bundle(name);
    String text = new String(bundle.bytes(SopBundle.RUTE).orElseThrow(), StandardCharsets.UTF_8);
    List<RouteRule> rules =
        Gate.read(bundle.fileName(SopBundle.RUTE), text, procedure.sop()).rules();
    Set<String> ends = new TreeSet<>();
    DueDates calendar = BundleCalendars.of(Shapes.bundle(name), procedure.sop()).calendars();
    try (CompiledRules compiled = CompiledRules.compile(procedure.sop(), rules, name)) {
      LiveRouter live = compiled.router().orElseThrow();
      try (LiveRouter.Sitting drools = live.sit()) {
        Router both =
            question -> {
              RouteAnswer answer = procedure.router().route(question);
              assertThat(drools.ask(question).answer()).as("%s", question).isEqualTo(answer);
              return answer;
            };
        for (long seed = SEED; seed < SEED + WALKS; seed++) {
          Procedure asked = new Procedure(procedure.sop(), both, procedure.digest());
          try {
            ends.add(new Walk(asked, calendar, new Random(seed)).toItsEnd());
          } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(name + ", seed " + seed + ": " + e.getMessage(), e);
          }
        }
      }
    }

    System.out.printf(
        Locale.ROOT, "figure: %s: %d walks (first seed %d) end %s%n", name, WALKS, SEED, ends);
    assertThat(ends).isNotEmpty();
  }

  private static final class Walk {
    private static final CaseId ID = CaseId.of("B-1");
    private final Sop sop;
    private final Random random;
    private final SettableClock clock =
        SettableClock.at(LocalDateTime.of(2026, 1, 5, 8, 0).atZone(WIB).toInstant(), WIB);
    private final SopEngine engine;
    private int children;

    Walk(Procedure procedure, DueDates calendar, Random random) {
      this.sop = procedure.sop();
      this.random = random;
      SopEngineBuilder builder =
          SopEngine.builder()
              .procedure(procedure, LocalDate.of(2026, 1, 2))
              .store(MemoryStore.create())
              .calendar(calendar)
              .clock(clock);
      sop.langkah().values().stream()
          .flatMap(step -> step.mikro().stream())
          .forEach(mikro -> builder.procedure(other(mikro)));
      engine = builder.build();
    }

    /** The small SOP that a row of this one stands for. */
    private static Procedure other(SopMikro mikro) {
      String name = mikro.sop().value().replace("contoh.", "");
      return Shapes.loaded(name).procedure().orElseThrow();
    }

    /** Begins the other SOP and goes through it by chance; sometimes it is stopped on the way. */
    private void goThrough(SopMikro mikro, Step step, Actor by) {
      Sop other = other(mikro).sop();
      CaseId child = CaseId.of("A-" + ++children);
      CommandBuilder.Call call = Command.call(ID, step.id().value(), by, child);
      step.dinilai().kelengkapan().forEach(k -> call.kelengkapan(Document.of(k, "1")));
      accept(call.build());
      for (CaseState state = engine.state(child); state.running(); state = engine.state(child)) {
        OpenRow row = state.openRows().get(random.nextInt(state.openRows().size()));
        clock.set(clock.instant().plusSeconds(random.nextInt(20_000)));
        if (random.nextInt(8) == 0) {
          accept(Command.terminate(child, actor(row.by().get(0)), "acak").build());
        } else {
          complete(child, other, row, actor(row.by().get(0)));
        }
      }
      assertThat(engine.verify(child)).isEmpty();
      engine.report(child);
    }

    /** How it ended. A row that nobody may do leaves nothing but to stop the case. */
    String toItsEnd() {
      try (engine) {
        start();
        CaseState state = engine.state(ID);
        for (int i = 0; state.running(); i++) {
          assertThat(i).as("steps to reach the end").isLessThan(MOST_STEPS);
          clock.set(clock.instant().plusSeconds(random.nextInt(20_000)));
          List<OpenRow> open = state.openRows();
          if (open.stream().allMatch(r -> r.by().contains(PelaksanaCode.TIDAK_TERCETAK))) {
            accept(
                Command.terminate(ID, actor(PelaksanaCode.of("KABAG")), "tanpa pelaksana").build());
          } else {
            step(state, open.get(random.nextInt(open.size())));
          }
          state = engine.state(ID);
        }
        assertThat(engine.verify(ID)).isEmpty();
        engine.report(ID);
        return state.outcome().orElse(state.status().name());
      }
    }

    /** By the first role that may, with some of the facts, or else with none. */
    private void start() {
      for (boolean told : new boolean[] {true, false}) {
        for (PelaksanaCode role : sop.pelaksana().keySet()) {
          CommandBuilder.Start start = Command.start(ID, sop.id(), actor(role));
          sop.data().values().stream()
              .filter(f -> told && f.wajibPada().isEmpty())
              .filter(f -> random.nextBoolean() || isAskedAtTheStart(f))
              .forEach(f -> start.data(f.nama(), value(f)));
          if (engine.submit(start.build()) instanceof Outcome.Recorded) {
            return;
          }
        }
      }
      throw new AssertionError("nobody may start it");
    }

    private boolean isAskedAtTheStart(DataField field) {
      return sop.prasyarat().stream().anyMatch(p -> p.sama().containsKey(field.nama()));
    }

    private void step(CaseState state, OpenRow row) {
      if (row.waktu() instanceof Waktu.PalingCepat) {
        clock.set(clock.instant().plus(Duration.ofDays(30)));
      }
      List<Step> arising =
          sop.langkah().values().stream().filter(s -> s.canArise(state.open().keySet())).toList();
      if (!arising.isEmpty() && random.nextInt(6) == 0) {
        Step step = arising.get(random.nextInt(arising.size()));
        Actor by = actor(step.pelaksana().completing());
        accept(Command.raise(ID, step.id().value(), by, "terjadi").build());
        return;
      }
      Step step = sop.step(row.step()).orElseThrow();
      Actor by = actor(new RowRoles(sop, step, row.by()).completing().get(0));
      if (step.is(Sifat.OPSIONAL) && random.nextInt(3) == 0) {
        accept(Command.skip(ID, step.id().value(), by, "tidak perlu").build());
        return;
      }
      if (row.waktu() instanceof Waktu.SesuaiJadwal && row.schedules().isEmpty()) {
        accept(
            Command.schedule(
                    ID,
                    step.id().value(),
                    by,
                    Document.of("JADWAL", "1"),
                    clock.instant(),
                    clock.instant().plusSeconds(90_000))
                .build());
      }
      for (PelaksanaCode role : new RowRoles(sop, step, row.by()).preparing()) {
        if (row.participations().stream().noneMatch(p -> p.actor().role().equals(role))) {
          accept(
              Command.participate(ID, step.id().value(), actor(role))
                  .evidence(paper("NOTULEN"))
                  .build());
        }
      }
      if (step.mikro().isPresent()) {
        goThrough(step.mikro().get(), step, by);
      } else {
        complete(ID, sop, row, by);
      }
    }

    private void complete(CaseId id, Sop sop, OpenRow row, Actor by) {
      Step step = sop.step(row.step()).orElseThrow();
      CommandBuilder.Complete done = Command.complete(id, step.id().value(), by).alasan("acak");
      if (step.decides()) {
        done.decision(step.keputusan().get(random.nextInt(step.keputusan().size())).value());
      }
      step.dinilai().kelengkapan().forEach(k -> done.kelengkapan(paper(k)));
      step.dinilai().output().forEach(o -> done.output(paper(o)));
      sop.data().values().stream()
          .filter(f -> f.wajibPada().filter(step.id()::equals).isPresent())
          .forEach(f -> done.data(f.nama(), value(f)));
      accept(step.is(Sifat.BERULANG) && random.nextBoolean() ? done.again() : done.build());
    }

    private Document paper(String jenis) {
      return new Document(
          jenis,
          Optional.of("1"),
          Optional.of(LocalDate.ofInstant(clock.instant(), WIB)),
          Optional.empty(),
          false);
    }

    private void accept(Command command) {
      assertThat(engine.submit(command)).as("%s", command).isInstanceOf(Outcome.Recorded.class);
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
        return DataValue.of(u.dari() + (long) (random.nextDouble() * (u.sampai() - u.dari())));
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
