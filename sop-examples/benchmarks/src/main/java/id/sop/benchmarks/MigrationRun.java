package id.sop.benchmarks;

import id.sop.SopEngine;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.migration.CaseVerdict;
import id.sop.migration.Migration;
import id.sop.migration.MigrationPlan;
import id.sop.migration.MigrationSummary;
import id.sop.problem.Language;
import id.sop.routing.Procedure;
import id.sop.rules.SopRules;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.store.jdbc.JdbcStore;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How long a plan over very many open cases takes: cases of Konsultasi that stand at its rows as
 * chance brought them there, each with a journal of its own, to a version in which row 5 is row 5a.
 * Each case must come out once, as going over or as staying. Arguments: how many cases (100000),
 * and a file for an H2 store (without it, in memory), and {@code terapkan} to carry it out, too.
 */
public final class MigrationRun {
  private static final SopId SOP = SopId.of("limapuluhkota.konsultasi");
  private static final Instant MORNING = Instant.parse("2026-03-02T02:00:00Z");
  private static final long SEED = 20_261_123;

  private MigrationRun() {}

  public static void main(String[] args) {
    List<String> words = List.of(args);
    int cases = words.isEmpty() ? 100_000 : Integer.parseInt(words.get(0));
    boolean apply = words.contains("terapkan");
    List<String> files = words.stream().skip(1).filter(w -> !w.equals("terapkan")).toList();
    try (CaseStore store =
        files.isEmpty() ? MemoryStore.create() : JdbcStore.h2File(Path.of(files.get(0)))) {
      run(System.out, store, cases, apply);
    }
  }

  /**
   * Plans, and carries out if told to.
   *
   * @return what the plan made of them
   */
  static MigrationSummary run(PrintStream out, CaseStore store, int cases, boolean apply) {
    Procedure old = SopRules.loadOrThrow(SopBundle.onClassPath(SOP));
    Procedure now = SopRules.loadOrThrow(next());
    SettableClock clock = SettableClock.at(MORNING, old.sop().zona());
    SopEngine engine =
        SopEngine.builder()
            .procedure(old, LocalDate.of(2020, 7, 1))
            .procedure(now, LocalDate.of(2190, 1, 1))
            .store(store)
            .policy(CompliancePolicy.retrospective())
            .clock(clock)
            .build();
    begin(engine, old.sop(), cases);
    MigrationPlan plan =
        MigrationPlan.to(SOP, now.digest())
            .from(old.digest())
            .rename("5", "5a")
            .stays("8")
            .by(Actor.of("u-1", "BIRO_ORGANISASI"))
            .because("SOP baru berlaku")
            .onGround(Document.of("SURAT EDARAN", "065/7/2026"))
            .build();
    Migration migration = engine.migration(plan);
    MigrationSummary planned = tell(out, "planned", migration::dryRun);
    if (planned.cases() != cases) {
      throw new IllegalStateException("lost: " + planned);
    }
    if (apply) {
      tell(out, "applied", migration::apply);
      MigrationSummary again = tell(out, "again", migration::apply);
      if (again.already() != planned.moves() || again.stays() != planned.stays()) {
        throw new IllegalStateException("not carried out as planned: " + again);
      }
    }
    return planned;
  }

  private static MigrationSummary tell(
      PrintStream out, String what, Function<Consumer<CaseVerdict>, MigrationSummary> run) {
    int[] told = new int[1];
    long begin = System.nanoTime();
    MigrationSummary summary = run.apply(verdict -> told[0]++);
    double seconds = (System.nanoTime() - begin) / 1e9;
    out.printf(Locale.ROOT, "%-8s %7.3f s: %s%n", what, seconds, summary.text(Language.EN));
    if (told[0] != summary.moves() + summary.stays() + summary.failed()) {
      throw new IllegalStateException("told of " + told[0] + ": " + summary);
    }
    return summary;
  }

  /** The same SOP with row 5 under another id. */
  private static SopBundle next() {
    SopBundle bundle = SopBundle.onClassPath(SOP);
    String sop =
        text(bundle, SopBundle.SOP)
            .replaceAll("(?m)^( *- id: )5$", "$15a")
            .replaceAll("(?m)^( *baris: \\[.*)\\b5\\b", "$15a");
    String rute = text(bundle, SopBundle.RUTE).replace("\"5\"", "\"5a\"");
    return SopBundle.of(
        "baru",
        Map.of(
            SopBundle.SOP, sop.getBytes(StandardCharsets.UTF_8),
            SopBundle.RUTE, rute.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(SopBundle bundle, String name) {
    return new String(bundle.bytes(name).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static void begin(SopEngine engine, Sop sop, int cases) {
    Random random = new Random(SEED);
    PelaksanaCode first = sop.langkah().values().iterator().next().pelaksana().completing();
    for (int n = 0; n < cases; n++) {
      CaseId id = CaseId.of("B-" + n);
      recorded(engine.submit(Command.start(id, sop.id(), new Actor("u", first)).build()));
      for (int i = random.nextInt(sop.langkah().size()); i > 0; i--) {
        CaseState state = engine.state(id);
        if (state.completions().size() > 2 * sop.langkah().size()) {
          break;
        }
        Command step = step(sop, state, random);
        if (isLast(sop, state)) {
          break;
        }
        recorded(engine.submit(step));
      }
    }
  }

  /** Whether what is done next would end the case. */
  private static boolean isLast(Sop sop, CaseState state) {
    List<Step> rows = List.copyOf(sop.langkah().values());
    return state.open().containsKey(rows.get(rows.size() - 1).id());
  }

  private static void recorded(Outcome outcome) {
    if (!(outcome instanceof Outcome.Recorded)) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  private static Command step(Sop sop, CaseState state, Random random) {
    OpenRow row = state.openRows().get(random.nextInt(state.openRows().size()));
    Step step = sop.step(row.step()).orElseThrow();
    CommandBuilder.Complete complete =
        Command.complete(state.caseId(), step.id().value(), new Actor("u", row.by().get(0)))
            .kelengkapan(Document.of("NOTULEN", "1"))
            .alasan("contoh");
    List<Label> labels = step.keputusan();
    if (!labels.isEmpty()) {
      complete.decision(labels.get(random.nextInt(labels.size())).value());
    }
    facts(sop, step, random).forEach(complete::data);
    return complete.build();
  }

  private static Map<String, DataValue> facts(Sop sop, Step step, Random random) {
    Map<String, DataValue> facts = new HashMap<>();
    for (DataField field : sop.data().values()) {
      if (field.wajibPada().filter(step.id()::equals).isPresent()) {
        facts.put(field.nama(), field.harus().orElseGet(() -> value(field, random)));
      }
    }
    return facts;
  }

  private static DataValue value(DataField field, Random random) {
    if (field.domain() instanceof DataDomain.Pilihan choice) {
      return DataValue.of(choice.nilai().get(random.nextInt(choice.nilai().size())));
    }
    return field.domain() instanceof DataDomain.YaTidak
        ? DataValue.of(random.nextBoolean())
        : DataValue.of(LocalDate.of(2026, 5, 4));
  }
}
