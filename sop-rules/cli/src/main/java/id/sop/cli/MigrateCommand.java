package id.sop.cli;

import id.sop.SopEngine;
import id.sop.bundle.BundleCalendars;
import id.sop.bundle.SopBundle;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.Document;
import id.sop.migration.CaseVerdict;
import id.sop.migration.Migration;
import id.sop.migration.MigrationCode;
import id.sop.migration.MigrationPlan;
import id.sop.migration.MigrationSummary;
import id.sop.problem.Language;
import id.sop.problem.Problems;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.store.jdbc.JdbcStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sop migrasi}: takes the open cases of a store over to a new version of their SOP. */
@Command(
    name = "migrasi",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Memindahkan berkas yang berjalan ke versi baru SOP-nya: tanpa --laksanakan hanya"
          + " menunjukkan, berkas demi berkas, mana yang pindah, mana yang tinggal dan mengapa.",
      "Aplikasi yang memakai penyimpanan itu dihentikan dahulu. Waktu baris dihitung dengan"
          + " kalender yang ada di sebelah sop.yaml versi baru.",
      "Kode keluar 0 bila semua pindah, 1 bila ada yang tinggal."
    })
final class MigrateCommand implements Callable<Integer> {
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "(?<jenis>.+?)\\s+(?:nomor|no\\.?)\\s+(?<nomor>\\S.*?)"
              + "(?:\\s+tanggal\\s+(?<tanggal>\\S+))?",
          Pattern.CASE_INSENSITIVE);

  @Spec private CommandSpec spec;

  @Mixin private StoreFile store = new StoreFile();

  @Parameters(
      index = "1",
      paramLabel = "LAMA",
      description = "Versi tempat berkas berjalan: folder, atau SOP bawaan menurut id.")
  private String before;

  @Parameters(
      index = "2",
      paramLabel = "BARU",
      description = "Versi yang dituju: folder, atau SOP bawaan menurut id.")
  private String after;

  @Option(
      names = "--ganti",
      paramLabel = "LAMA=BARU",
      description = "Baris LAMA menjadi baris BARU. Boleh berulang (bawaan: nomor baris sama).")
  private Map<String, String> renamed = new LinkedHashMap<>();

  @Option(
      names = "--hilang",
      paramLabel = "BARIS",
      description = "Baris lama ini tidak ada lagi pada versi baru. Boleh berulang.")
  private List<String> gone = new ArrayList<>();

  @Option(
      names = "--tinggal",
      paramLabel = "BARIS",
      description = "Berkas yang berada di baris lama ini selesai pada versi lama. Boleh berulang.")
  private List<String> stays = new ArrayList<>();

  @Option(
      names = "--laksanakan",
      description = "Memindahkan. Perlu --oleh, --peran, --alasan dan --dasar.")
  private boolean carriedOut;

  @Option(
      names = "--oleh",
      paramLabel = "ID",
      description = "Siapa yang memutuskan: nomor orang di aplikasi, bukan nama atau NIP.")
  private @Nullable String person;

  @Option(
      names = "--peran",
      paramLabel = "KODE",
      description = "Perannya, misalnya BIRO_ORGANISASI.")
  private @Nullable String role;

  @Option(names = "--alasan", paramLabel = "TEKS", description = "Mengapa berkas dipindahkan.")
  private @Nullable String reason;

  @Option(
      names = "--dasar",
      paramLabel = "SURAT",
      description =
          "Surat yang memerintahkan, misalnya \"SURAT EDARAN nomor 065/7/2026 tanggal 2026-07-01\".")
  private @Nullable String ground;

  @Option(names = "--json", description = "Satu objek JSON per berkas, lalu satu untuk seluruhnya.")
  private boolean json;

  @Override
  public Integer call() {
    SopBundle target = Bundles.find(after);
    Optional<Procedure> old = load(Bundles.find(before));
    Optional<Procedure> now = load(target);
    if (old.isEmpty() || now.isEmpty()) {
      return SopCommand.FAILED;
    }
    if (!old.get().sop().id().equals(now.get().sop().id())) {
      throw usage(
          "LAMA dan BARU bukan versi SOP yang sama: %s dan %s."
              .formatted(old.get().sop().id(), now.get().sop().id()));
    }
    BundleCalendars calendars = BundleCalendars.of(target, now.get().sop());
    calendars.problems().forEach(spec.commandLine().getErr()::println);
    if (Problems.hasErrors(calendars.problems())) {
      return SopCommand.FAILED;
    }
    try {
      MigrationPlan plan = plan(old.get(), now.get());
      return store.existing(
          cases -> migrated(engine(cases, old.get(), now.get(), calendars).migration(plan)));
    } catch (SopException e) {
      if (e.code() instanceof MigrationCode) {
        // What is wrong with a plan is wrong with the command line, which says all of it.
        throw usage(e.code().id() + " " + e.text(Language.ID) + " " + e.hint(Language.ID));
      }
      throw e;
    }
  }

  private Optional<Procedure> load(SopBundle bundle) {
    LoadedSop loaded = SopRules.open(bundle).loaded();
    loaded.errors().forEach(spec.commandLine().getErr()::println);
    return loaded.procedure();
  }

  private MigrationPlan plan(Procedure old, Procedure now) {
    MigrationPlan.Builder plan = MigrationPlan.to(now.sop().id(), now.digest()).from(old.digest());
    renamed.forEach((from, to) -> plan.rename(row(from), row(to)));
    gone.forEach(row -> plan.gone(row(row)));
    stays.forEach(row -> plan.stays(row(row)));
    if (carriedOut || person != null || role != null) {
      plan.by(actor());
    } else {
      plan.by(Actor.of("rencana", "RENCANA"));
    }
    plan.because(
        carriedOut ? required("--alasan", reason) : Optional.ofNullable(reason).orElse("rencana"));
    plan.onGround(
        carriedOut || ground != null
            ? document(required("--dasar", ground))
            : Document.of("RENCANA", "-"));
    return plan.build();
  }

  private String row(String id) {
    if (!StepId.isValid(id)) {
      throw usage("Bukan baris: " + id);
    }
    return id;
  }

  private Actor actor() {
    try {
      return Actor.of(required("--oleh", person), required("--peran", role));
    } catch (IllegalArgumentException e) {
      throw usage("--oleh 1 sampai 64 karakter; --peran huruf besar, angka dan garis bawah.");
    }
  }

  private Document document(String text) {
    Matcher found = DOCUMENT.matcher(text.strip());
    if (!found.matches()) {
      throw usage(
          "--dasar: tulis jenis dan nomor, misalnya \"SURAT EDARAN nomor 065/7/2026\": " + text);
    }
    try {
      return new Document(
          found.group("jenis"),
          Optional.of(found.group("nomor")),
          Optional.ofNullable(found.group("tanggal")).map(LocalDate::parse),
          Optional.empty(),
          false);
    } catch (DateTimeException e) {
      throw usage("--dasar: tanggal ditulis misalnya 2026-07-01: " + text);
    }
  }

  private String required(String option, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw usage("Pemindahan memerlukan --oleh, --peran, --alasan dan --dasar. Kurang: " + option);
    }
    return value;
  }

  private ParameterException usage(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  /** Nobody begins a case here: the days since which they are in force do not matter. */
  private static SopEngine engine(
      JdbcStore cases, Procedure old, Procedure now, BundleCalendars calendars) {
    return SopEngine.builder()
        .procedure(old, LocalDate.EPOCH)
        .procedure(now, LocalDate.EPOCH.plusDays(1))
        .store(cases)
        .calendar(calendars.calendars())
        .clock(Clock.system(now.sop().zona()))
        .build();
  }

  private int migrated(Migration migration) {
    PrintWriter out = spec.commandLine().getOut();
    Consumer<CaseVerdict> each =
        json
            ? verdict -> JsonLines.print(out, verdict.match(new MigrationJson()))
            : verdict -> out.println(verdict.text(Language.ID));
    MigrationSummary summary = carriedOut ? migration.apply(each) : migration.dryRun(each);
    if (json) {
      JsonLines.print(out, MigrationJson.summary(summary, carriedOut));
    } else {
      Style style = Style.automatic();
      out.println(style.bold(summary.text(Language.ID)));
      if (!carriedOut) {
        out.println("Belum ada yang diubah. Pindahkan dengan --laksanakan.");
      }
    }
    return summary.stays() + summary.failed() == 0 ? SopCommand.OK : SopCommand.FOUND;
  }
}
