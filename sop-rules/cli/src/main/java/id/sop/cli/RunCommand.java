package id.sop.cli;

import id.sop.SopEngine;
import id.sop.bundle.BundleCalendars;
import id.sop.bundle.SopBundle;
import id.sop.casework.CompliancePolicy;
import id.sop.definition.Sop;
import id.sop.example.Example;
import id.sop.example.ExampleReader;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.store.jdbc.JdbcStore;
import id.sop.worktime.DueDates;
import id.sop.worktime.WorkCalendar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop jalankan}: walks a case of an SOP on a durable store. */
@Command(
    name = "jalankan",
    synopsisHeading = "Pemakaian: ",
    description =
        "Menjalankan satu berkas SOP pada penyimpanan H2 di sebuah folder. Dengan --otomatis, contoh"
            + " dalam uji.yaml dijalankan pada tanggal-tanggalnya sendiri: separuh di proses ini, lalu"
            + " proses baru menemukan berkasnya, menyelesaikannya, memeriksa rantai catatan, dan"
            + " mencetak laporan. Tanpa --otomatis, Anda yang menjawab.")
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|FOLDER",
      arity = "0..1",
      defaultValue = "limapuluhkota.konsultasi",
      description = "SOP bawaan menurut id, atau folder (bawaan: ${DEFAULT-VALUE}).")
  private String name;

  @Option(names = "--otomatis", description = "Menjalankan contoh tanpa bertanya.")
  private boolean automatic;

  @Option(
      names = "--contoh",
      paramLabel = "N",
      defaultValue = "1",
      description = "Contoh ke-N dari uji.yaml (bawaan: ${DEFAULT-VALUE}).")
  private int number;

  @Option(
      names = "--simpan",
      paramLabel = "FOLDER",
      defaultValue = ".sop",
      description = "Folder penyimpanan (bawaan: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--berkas",
      paramLabel = "NOMOR",
      description = "Nomor berkas; yang sudah ada dilanjutkan (bawaan: nomor bebas berikutnya).")
  private @Nullable String existing;

  @Option(names = "--json", description = "Satu objek JSON per baris.")
  private boolean json;

  @Option(names = "--dari-langkah", hidden = true, defaultValue = "-1")
  private int from;

  private DueDates calendars = WorkCalendar.indonesia();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    SopBundle bundle = Bundles.find(name);
    LoadedSop loaded = SopRules.open(bundle).loaded();
    if (loaded.procedure().isEmpty()) {
      loaded.problems().forEach(out::println);
      return SopCommand.FOUND;
    }
    Procedure procedure = loaded.procedure().get();
    Sop sop = procedure.sop();
    BundleCalendars read = BundleCalendars.of(bundle, sop);
    read.problems().forEach(out::println);
    if (Problems.hasErrors(read.problems())) {
      return SopCommand.FOUND;
    }
    calendars = read.calendars();
    Teller teller = json ? new JsonTeller(out, sop) : new Narrator(out, sop, Style.automatic());
    Files.createDirectories(folder);
    return automatic
        ? example(bundle, loaded, teller)
        : interactive(procedure, loaded, teller, out);
  }

  private int example(SopBundle bundle, LoadedSop loaded, Teller teller) {
    Procedure procedure = loaded.procedure().orElseThrow();
    ExampleReader.Result examples =
        ExampleReader.read(
            bundle.fileName(SopBundle.UJI),
            bundle.bytes(SopBundle.UJI).orElse(new byte[0]),
            procedure.sop());
    if (Problems.hasErrors(examples.problems())) {
      examples.problems().forEach(problem -> spec.commandLine().getErr().println(problem));
      return SopCommand.FOUND;
    }
    if (number < 1 || number > examples.examples().size()) {
      throw new ParameterException(
          spec.commandLine(),
          "uji.yaml mempunyai " + examples.examples().size() + " contoh, bukan " + number + ".");
    }
    Example example = examples.examples().get(number - 1);
    SettableClock clock =
        SettableClock.at(
            example.mulai().pada().atZone(procedure.sop().zona()).toInstant(),
            procedure.sop().zona());
    CaseId caseId;
    int half = (example.langkah().size() + 1) / 2;
    boolean second = from >= 0;
    List<Problem> mismatches;
    try (SopEngine engine = engine(procedure, example.mulai().pada().toLocalDate(), clock)) {
      caseId = caseId(engine, procedure.sop());
      ExampleWalk walk = new ExampleWalk(engine, procedure, example, caseId, clock, teller);
      if (second) {
        walk.resume();
        mismatches = walk.play(from, example.langkah().size());
        walk.finish();
      } else {
        teller.opening(
            new Teller.Opening(
                procedure.digest(),
                loaded.table().orElseThrow().entries().size(),
                caseId,
                database().toString()));
        teller.said("Contoh: " + example.nama() + " (jam mengikuti tanggal contoh)");
        mismatches = new ArrayList<>(walk.start());
        mismatches.addAll(walk.play(0, half));
      }
    }
    mismatches.forEach(problem -> spec.commandLine().getErr().println(problem));
    if (!mismatches.isEmpty()) {
      return SopCommand.FOUND;
    }
    return second ? SopCommand.OK : nextProcess(caseId, half, teller);
  }

  /** Goes on in a process of its own, which knows nothing but the files. */
  private int nextProcess(CaseId caseId, int step, Teller teller) {
    teller.said("");
    teller.said("Proses ini selesai di sini. Proses baru membuka penyimpanan yang sama.");
    spec.commandLine().getOut().flush();
    return ChildProcess.run(
        spec.commandLine().getOut(),
        List.of(
            "jalankan",
            name,
            "--otomatis",
            "--contoh=" + number,
            "--simpan=" + folder,
            "--berkas=" + caseId,
            "--dari-langkah=" + step),
        json);
  }

  private int interactive(Procedure procedure, LoadedSop loaded, Teller teller, PrintWriter out) {
    Clock clock = Clock.system(procedure.sop().zona());
    try (SopEngine engine = engine(procedure, LocalDate.now(clock), clock)) {
      CaseId caseId = caseId(engine, procedure.sop());
      teller.opening(
          new Teller.Opening(
              procedure.digest(),
              loaded.table().orElseThrow().entries().size(),
              caseId,
              database().toString()));
      String again =
          "Berkas tersimpan. Lanjutkan dengan: sop jalankan "
              + name
              + " --simpan "
              + folder
              + " --berkas "
              + caseId;
      return new Conversation(engine, procedure.sop(), caseId, clock, teller, out).run(again);
    }
  }

  /** The paper may not say since when it is in force; then it is, for this walk, since it began. */
  private SopEngine engine(Procedure procedure, LocalDate first, Clock clock) {
    return SopEngine.builder()
        .procedure(procedure, procedure.sop().identitas().tanggalEfektif().orElse(first))
        .store(JdbcStore.h2File(database()))
        .calendar(calendars)
        .policy(CompliancePolicy.alone())
        .clock(clock)
        .build();
  }

  private Path database() {
    return folder.resolve("berkas");
  }

  private CaseId caseId(SopEngine engine, Sop sop) {
    if (existing == null) {
      return free(engine, sop);
    }
    if (!CaseId.isValid(existing)) {
      throw new ParameterException(
          spec.commandLine(),
          "Nomor berkas terdiri atas 1 sampai 64 huruf, angka, titik, garis atau garis miring: "
              + existing);
    }
    return CaseId.of(existing);
  }

  /** The first number that no case of this SOP has. */
  private static CaseId free(SopEngine engine, Sop sop) {
    String value = sop.id().value();
    String prefix = value.substring(value.lastIndexOf('.') + 1);
    for (int n = 1; ; n++) {
      CaseId candidate = CaseId.of("%s-%04d".formatted(prefix, n));
      if (engine.journal(candidate).isEmpty()) {
        return candidate;
      }
    }
  }
}
