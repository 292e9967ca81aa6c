package id.sop.rules.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.sop.SopEngine;
import id.sop.bundle.BundleCode;
import id.sop.bundle.SopBundle;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.definition.SopId;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.problem.Problem;
import id.sop.store.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check of a folder does to a running engine. */
class RuleReloadTest {
  private static final Actor STAF = Actor.of("u-1", "STAF");
  private static final SopId SURAT = Letter.ID;

  @TempDir Path root;

  private final SettableClock clock =
      SettableClock.at(Instant.parse("2026-03-02T02:00:00Z"), ZoneId.of("Asia/Jakarta"));
  private final SopEngine engine =
      SopEngine.builder().store(MemoryStore.create()).clock(clock).build();
  private final List<ReloadOutcome> told = new ArrayList<>();
  private int cases;

  @AfterEach
  void close() {
    engine.close();
  }

  private Path folder() {
    return root.resolve("uji").resolve("surat");
  }

  private RuleReload reload() {
    return RuleReload.of(root, engine).listener(told::add).build();
  }

  /** The version on which a case that begins now runs. */
  private int versionOfANewCase() {
    return version(begin());
  }

  private CaseId begin() {
    CaseId id = CaseId.of("S-" + ++cases);
    Outcome outcome = engine.submit(Command.start(id, SURAT, STAF).build());
    assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    return id;
  }

  private int version(CaseId id) {
    return Integer.parseInt(engine.state(id).pinned().orElseThrow().versi());
  }

  private static List<Problem> problems(ReloadOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReloadOutcome.Refused.class);
    return ((ReloadOutcome.Refused) outcome).problems();
  }

  private static ReloadOutcome.Loaded loaded(ReloadOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReloadOutcome.Loaded.class);
    return (ReloadOutcome.Loaded) outcome;
  }

  private static ReloadOutcome only(List<ReloadOutcome> outcomes) {
    assertThat(outcomes).hasSize(1);
    return outcomes.get(0);
  }

  @Test
  void a_new_version_is_taken_and_told_with_both_digests() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    ReloadOutcome.Loaded first = loaded(only(reload.check()));
    Letter.version(2).in(folder());

    ReloadOutcome.Loaded second = loaded(only(reload.check()));

    assertThat(first.replaced()).isEmpty();
    assertThat(second.replaced()).contains(first.procedure().digest());
    assertThat(second.procedure().digest()).isEqualTo(SopBundle.inFolder(folder()).digest());
    assertThat(second.tanggalEfektif()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(told).containsExactly(first, second);
  }

  @Test
  void a_running_case_stays_on_its_version_while_a_new_one_takes_the_new() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    reload.check();
    CaseId running = begin();
    Letter.version(2).in(folder());
    reload.check();

    Outcome outcome = engine.submit(Command.complete(running, "1", STAF).build());

    assertThat(((Outcome.Recorded) outcome).receipt().open().get(0).why().rule())
        .isEqualTo("1, versi 1");
    assertThat(version(running)).isEqualTo(1);
    assertThat(versionOfANewCase()).isEqualTo(2);
  }

  @Test
  void a_bad_version_changes_nothing_and_says_why() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    reload.check();
    Letter.version(2).in(folder());
    Letter.write(
        folder(), SopBundle.RUTE, Letter.version(2).rute().replace("ke(\"2\")", "ke(\"9\")"));

    List<Problem> problems = problems(only(reload.check()));

    assertThat(problems.get(0).place().toString()).endsWith("surat/rute.drl:10:14");
    assertThat(versionOfANewCase()).isEqualTo(1);
  }

  @Test
  void what_was_refused_is_refused_again_until_it_is_mended() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    Letter.write(folder(), SopBundle.RUTE, "rule");
    ReloadOutcome first = only(reload.check());

    ReloadOutcome second = only(reload.check());
    Letter.version(1).in(folder());
    ReloadOutcome third = only(reload.check());

    assertThat(second).isEqualTo(first).isInstanceOf(ReloadOutcome.Refused.class);
    assertThat(third).isInstanceOf(ReloadOutcome.Loaded.class);
  }

  @Test
  void what_is_in_use_is_told_as_unchanged() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    String digest = loaded(only(reload.check())).procedure().digest();
    Letter.version(1).in(folder());

    ReloadOutcome outcome = only(reload.check());

    assertThat(outcome).isEqualTo(new ReloadOutcome.Unchanged(folder().toString(), SURAT, digest));
  }

  @Test
  void a_version_that_is_taken_back_is_in_use_again() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    reload.check();
    Letter.version(2).in(folder());
    reload.check();
    Letter.version(1).in(folder());

    reload.check();

    assertThat(versionOfANewCase()).isEqualTo(1);
  }

  @Test
  void a_version_that_takes_force_later_waits_for_its_day() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    reload.check();
    Letter.version(2).effective("2026-03-03").in(folder());
    reload.check();

    int today = versionOfANewCase();
    clock.set(Instant.parse("2026-03-03T02:00:00Z"));
    int tomorrow = versionOfANewCase();

    assertThat(today).isEqualTo(1);
    assertThat(tomorrow).isEqualTo(2);
  }

  @Test
  void an_effective_date_that_is_mended_to_an_earlier_day_counts() {
    RuleReload reload = reload();
    Letter.version(1).effective("2026-02-01").in(folder());
    reload.check();
    CaseId running = begin();
    Letter.version(2).effective("2026-01-01").in(folder());

    reload.check();

    assertThat(versionOfANewCase()).isEqualTo(2);
    assertThat(engine.submit(Command.complete(running, "1", STAF).build()))
        .isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void a_version_without_a_day_is_refused_unless_the_host_knows_the_day() {
    Letter.version(1).effective("").in(folder());
    RuleReload without = reload();
    RuleReload with =
        RuleReload.of(root, engine).effective(s -> Optional.of(LocalDate.of(2026, 2, 1))).build();

    List<Problem> problems = problems(only(without.check()));
    ReloadOutcome.Loaded loaded = loaded(only(with.check()));

    assertThat(problems).extracting(Problem::code).contains(ReloadCode.EFFECTIVE_DATE_MISSING);
    assertThat(loaded.tanggalEfektif()).isEqualTo(LocalDate.of(2026, 2, 1));
  }

  @Test
  void a_version_that_fails_its_examples_is_refused_until_they_hold() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    Letter.write(folder(), SopBundle.UJI, Letter.uji("1"));
    ReloadOutcome failing = only(reload.check());
    Letter.write(folder(), SopBundle.UJI, Letter.uji("2"));

    ReloadOutcome mended = only(reload.check());

    assertThat(problems(failing)).extracting(p -> p.code().id()).contains("SOP-8201");
    assertThat(mended).isInstanceOf(ReloadOutcome.Loaded.class);
  }

  @Test
  void examples_that_change_alone_bring_no_new_version() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    reload.check();
    Letter.write(folder(), SopBundle.UJI, Letter.uji("2"));

    ReloadOutcome outcome = only(reload.check());

    assertThat(outcome).isInstanceOf(ReloadOutcome.Unchanged.class);
  }

  @Test
  void of_two_bundles_with_one_id_neither_is_taken() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    reload.check();
    Path other = root.resolve("uji").resolve("surat-baru");
    Letter.version(2).in(other);

    List<ReloadOutcome> both = reload.check();
    int meanwhile = versionOfANewCase();
    Letter.delete(folder());
    ReloadOutcome.Loaded moved = loaded(only(reload.check()));

    assertThat(both)
        .allSatisfy(
            o ->
                assertThat(problems(o))
                    .extracting(Problem::code)
                    .containsExactly(ReloadCode.ID_TWICE));
    assertThat(problems(both.get(0)).get(0).facts()).containsExactly("uji.surat", other.toString());
    assertThat(meanwhile).isEqualTo(1);
    assertThat(moved.folder()).isEqualTo(other.toString());
  }

  @Test
  void a_bundle_that_is_removed_stays_in_force_and_is_told_once() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    String digest = loaded(only(reload.check())).procedure().digest();
    Letter.delete(folder());

    ReloadOutcome outcome = only(reload.check());
    List<ReloadOutcome> again = reload.check();

    assertThat(outcome).isEqualTo(new ReloadOutcome.Removed(folder().toString(), SURAT, digest));
    assertThat(again).isEmpty();
    assertThat(versionOfANewCase()).isEqualTo(1);
  }

  @Test
  void a_bundle_that_comes_back_is_known() {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    reload.check();
    Letter.delete(folder());
    reload.check();
    Letter.version(1).in(folder());

    ReloadOutcome outcome = only(reload.check());

    assertThat(outcome).isInstanceOf(ReloadOutcome.Unchanged.class);
  }

  @Test
  void a_file_that_cannot_be_read_is_told_and_removes_nothing() throws IOException {
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    reload.check();
    Files.delete(folder().resolve(SopBundle.SOP));
    Files.createDirectory(folder().resolve(SopBundle.SOP));

    List<Problem> problems = problems(only(reload.check()));

    assertThat(problems).extracting(Problem::code).contains(BundleCode.FILE_UNREADABLE);
    assertThat(versionOfANewCase()).isEqualTo(1);
  }

  @Test
  void a_folder_that_is_not_there_removes_nothing() {
    RuleReload reload = RuleReload.of(root.resolve("uji"), engine).build();
    Letter.version(1).in(folder());
    reload.check();
    Letter.delete(folder());
    assertThat(root.resolve("uji").toFile().delete()).isTrue();

    List<Problem> problems = problems(only(reload.check()));

    assertThat(problems).extracting(Problem::code).containsExactly(ReloadCode.FOLDER_UNREADABLE);
    assertThat(versionOfANewCase()).isEqualTo(1);
  }

  @Test
  void files_that_keep_changing_are_not_taken() throws IOException {
    Path everNew = Path.of("/proc/sys/kernel/random/uuid");
    assumeTrue(Files.exists(everNew));
    RuleReload reload = reload();
    Letter.version(1).in(folder());
    Files.createSymbolicLink(folder().resolve(SopBundle.UJI), everNew);

    List<Problem> problems = problems(only(reload.check()));

    assertThat(problems).extracting(Problem::code).containsExactly(ReloadCode.STILL_CHANGING);
  }

  @Test
  void hidden_folders_hold_no_bundles() {
    Letter.version(1).in(root.resolve(".git").resolve("surat"));

    List<ReloadOutcome> outcomes = reload().check();

    assertThat(outcomes).isEmpty();
  }

  @Test
  void a_listener_that_fails_stops_nothing() {
    RuleReload reload =
        RuleReload.of(root, engine)
            .listener(
                o -> {
                  throw new IllegalStateException("listener");
                })
            .build();
    Letter.version(1).in(folder());

    ReloadOutcome outcome = only(reload.check());

    assertThat(outcome).isInstanceOf(ReloadOutcome.Loaded.class);
    assertThat(versionOfANewCase()).isEqualTo(1);
  }
}
