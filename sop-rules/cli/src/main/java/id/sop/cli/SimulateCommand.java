package id.sop.cli;

import id.sop.SopEngine;
import id.sop.bundle.BundleCalendars;
import id.sop.bundle.SopBundle;
import id.sop.casework.CompliancePolicy;
import id.sop.definition.Sop;
import id.sop.document.FlowDrawing;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.problem.Problems;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.store.MemoryStore;
import id.sop.worktime.DueDates;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop simulasi}: tries an SOP out, by hand or by chance; nothing is kept. */
@Command(
    name = "simulasi",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Mencoba SOP tanpa menyimpan apa pun. Tanpa --banyak, Anda yang menjawab dan menggerakkan"
          + " jamnya. Dengan --banyak, sejumlah berkas dijalankan secara acak pada mesin yang"
          + " sebenarnya, lalu dilaporkan cara berakhirnya, lamanya, baris dan panah yang dilalui.",
      "Setiap baris memakan sebagian acak dari waktunya, tidak pernah lebih. Benih yang sama memberi"
          + " hasil yang sama."
    })
final class SimulateCommand implements Callable<Integer> {
  /** The first working day of 2026: the years that the calendar knows do not move. */
  private static final String FIRST_DAY = "2026-01-05";

  private static final String TODAY = "hari-ini";
  private static final LocalTime OPENING = LocalTime.of(8, 0);
  private static final int MOST_CASES = 100_000;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|FOLDER",
      description = "SOP bawaan menurut id, atau folder dengan sop.yaml dan rute.drl.")
  private String name;

  @Option(
      names = "--banyak",
      paramLabel = "N",
      description = "Banyaknya berkas acak, 1 sampai 100000 (bawaan: Anda yang menjawab).")
  private @Nullable Integer many;

  @Option(
      names = "--benih",
      paramLabel = "S",
      defaultValue = "1",
      description = "Benih bilangan acak (bawaan: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--peluang",
      paramLabel = "X:Y=P",
      description =
          "Peluang keputusan atau fakta, boleh berulang: 3:TIDAK=0.2, lokasi:LUAR_PROVINSI=0.3"
              + " (bawaan: semua sama).")
  private List<String> chances = List.of();

  @Option(
      names = "--mulai",
      paramLabel = "TANGGAL",
      defaultValue = FIRST_DAY,
      description = "Tanggal semua berkas dibuka, atau \"hari-ini\" (bawaan: ${DEFAULT-VALUE}).")
  private String start;

  @Option(
      names = "--jadwal",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Hari kerja paling lama untuk baris sesuai jadwal, 1 sampai 250 (bawaan:"
              + " ${DEFAULT-VALUE}).")
  private int jadwal;

  @Option(
      names = "--paling-banyak",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Berkas yang belum berakhir sesudah sekian baris dihentikan, 1 sampai 10000 (bawaan:"
              + " ${DEFAULT-VALUE}).")
  private int most;

  @Option(names = "--json", description = "Satu objek JSON per baris.")
  private boolean json;

  @Override
  public Integer call() {
    within("--banyak", many == null ? 1 : many, MOST_CASES);
    within("--jadwal", jadwal, 250);
    within("--paling-banyak", most, 10_000);
    Optional<LocalDate> said = day();
    SopBundle bundle = Bundles.find(name);
    LoadedSop loaded = SopRules.load(bundle);
    if (loaded.procedure().isEmpty()) {
      loaded.problems().forEach(spec.commandLine().getErr()::println);
      return SopCommand.FOUND;
    }
    Procedure procedure = loaded.procedure().get();
    BundleCalendars calendars = BundleCalendars.of(bundle, procedure.sop());
    calendars.problems().forEach(spec.commandLine().getErr()::println);
    if (Problems.hasErrors(calendars.problems())) {
      return SopCommand.FOUND;
    }
    LocalDate day = said.orElseGet(() -> LocalDate.now(Clock.system(procedure.sop().zona())));
    return many == null
        ? byHand(procedure, loaded.table().orElseThrow(), calendars.calendars(), day)
        : byChance(procedure, loaded.table().orElseThrow(), calendars.calendars(), day, many);
  }

  private void within(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw wrong(option + " harus 1 sampai " + most + ", bukan " + value + ".");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The day on which cases begin; empty for today, wherever the SOP is carried out. */
  private Optional<LocalDate> day() {
    if (start.equals(TODAY)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(start));
    } catch (DateTimeParseException e) {
      throw wrong("--mulai harus tanggal seperti 2026-01-05, atau hari-ini, bukan " + start + ".");
    }
  }

  private int byChance(
      Procedure procedure, RoutingTable table, DueDates calendar, LocalDate day, int cases) {
    Sop sop = procedure.sop();
    Simulation.Settings settings =
        new Simulation.Settings(LocalDateTime.of(day, OPENING), seed, chances(sop), jadwal, most);
    Simulation simulation = new Simulation(procedure, table, calendar, settings);
    Tally tally = new Tally(sop, FlowDrawing.of(sop, table).arrows());
    try (Progress progress = Progress.at(spec.commandLine().getErr(), "Menjalankan berkas")) {
      for (int n = 1; n <= cases; n++) {
        simulation.run(n, tally);
        progress.at(n, cases);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      new TallyJson(out).print(sop, tally, settings);
    } else {
      new TallyText(out, Style.automatic()).print(sop, tally, settings);
    }
    boolean sound = tally.refusals().isEmpty() && !tally.ends().containsKey(Tally.UNFINISHED);
    return sound ? SopCommand.OK : SopCommand.FOUND;
  }

  private Chances chances(Sop sop) {
    try {
      return Chances.parse(sop, chances);
    } catch (Chances.Invalid invalid) {
      throw wrong("--peluang: " + invalid.getMessage());
    }
  }

  private int byHand(Procedure procedure, RoutingTable table, DueDates calendar, LocalDate day) {
    Sop sop = procedure.sop();
    PrintWriter out = spec.commandLine().getOut();
    SettableClock clock =
        SettableClock.at(day.atTime(OPENING).atZone(sop.zona()).toInstant(), sop.zona());
    Teller teller = json ? new JsonTeller(out, sop) : new Narrator(out, sop, Style.automatic());
    try (SopEngine engine =
        SopEngine.builder()
            .procedure(
                procedure,
                sop.identitas().tanggalEfektif().filter(d -> !d.isAfter(day)).orElse(day))
            .store(MemoryStore.create())
            .calendar(calendar)
            .policy(CompliancePolicy.alone())
            .clock(clock)
            .build()) {
      CaseId caseId = CaseId.of("SIMULASI-1");
      teller.opening(
          new Teller.Opening(procedure.digest(), table.entries().size(), caseId, "ingatan"));
      return new Conversation(engine, sop, caseId, clock, teller, out)
          .settingTheClock(clock)
          .run("Simulasi berhenti di sini; tidak ada yang disimpan.");
    }
  }
}
