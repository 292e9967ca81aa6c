package id.sop.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import id.sop.SopEngine;
import id.sop.bundle.SopBundle;
import id.sop.example.SettableClock;
import id.sop.routing.Procedure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What a developer sees of the kit when JUnit runs his tests. */
class SopTestTest {
  private static final String KONSULTASI = "limapuluhkota.konsultasi";

  @TempDir Path folder;

  private EngineExecutionResults run(Class<?> tests, String... parameters) {
    EngineTestKit.Builder builder =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(tests))
            .configurationParameter("sop.testkit.laporan", folder.toString());
    for (String parameter : parameters) {
      builder.configurationParameter("sop.testkit.minimal", parameter);
    }
    return builder.execute();
  }

  private String report(Class<?> tests, String suffix) throws IOException {
    return Files.readString(folder.resolve(tests.getName() + suffix));
  }

  // Examples as tests.

  static class OneLine {
    @TestFactory
    Stream<DynamicNode> uji() {
      return SopExamples.of(KONSULTASI);
    }
  }

  @Test
  void each_example_is_a_test_with_its_name_and_its_place() {
    EngineExecutionResults results = run(OneLine.class);

    results.testEvents().assertStatistics(s -> s.started(2).succeeded(2));
    assertThat(sources(results))
        .extracting(s -> (ClasspathResourceSource) s)
        .extracting(
            s -> s.getClasspathResourceName() + ":" + s.getPosition().orElseThrow().getLine())
        .containsExactly(
            "sop/limapuluhkota/konsultasi/uji.yaml:3", "sop/limapuluhkota/konsultasi/uji.yaml:24");
    assertThat(results.testEvents().dynamicallyRegistered().stream())
        .extracting(e -> e.getTestDescriptor().getDisplayName())
        .containsExactly(
            "ditolak sekali, lalu disetujui, kegiatan di luar provinsi",
            "disetujui, kegiatan di dalam provinsi");
  }

  private static List<TestSource> sources(EngineExecutionResults results) {
    return results.testEvents().dynamicallyRegistered().stream()
        .map(Event::getTestDescriptor)
        .map(descriptor -> descriptor.getSource().orElseThrow())
        .toList();
  }

  static class InFolder {
    static String name = "";

    @TestFactory
    Stream<DynamicNode> uji() {
      return SopExamples.of(name);
    }
  }

  /** Konsultasi in a folder, with a piece of a file replaced. */
  private Path changed(String file, String from, String to) throws IOException {
    SopBundle shipped = Kit.bundle(KONSULTASI);
    Path changed = Files.createDirectory(folder.resolve("konsultasi"));
    for (String name : List.of(SopBundle.SOP, SopBundle.RUTE, SopBundle.UJI)) {
      String text = new String(shipped.bytes(name).orElseThrow(), StandardCharsets.UTF_8);
      assertThat(!name.equals(file) || text.contains(from)).isTrue();
      Files.writeString(changed.resolve(name), name.equals(file) ? text.replace(from, to) : text);
    }
    return changed;
  }

  @Test
  void an_example_that_does_not_hold_fails_its_own_test_with_its_place() throws IOException {
    Path bundle =
        changed(
            SopBundle.UJI,
            "posisi: [12], tenggat: 2026-03-30",
            "posisi: [11], tenggat: 2026-03-31");
    InFolder.name = bundle.toString();

    EngineExecutionResults results = run(InFolder.class);

    results.testEvents().assertStatistics(s -> s.succeeded(1).failed(1));
    results
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test(),
                finishedWithFailure(
                    message(m -> m.contains(bundle + "/uji.yaml:20:")),
                    message(m -> m.contains("seharusnya 11, ternyata 12.")),
                    message(
                        m -> m.contains("seharusnya 2026-03-31T16:00, ternyata 2026-03-30T16:00.")),
                    message(m -> m.contains("rute.drl:118:1")))));
    assertThat(sources(results)).allMatch(FileSource.class::isInstance);
  }

  @Test
  void a_bundle_that_cannot_be_loaded_fails_with_all_that_is_wrong() throws IOException {
    InFolder.name = changed(SopBundle.RUTE, "\"SEKWAN\"", "\"SEKWAM\"").toString();

    EngineExecutionResults results = run(InFolder.class);

    results
        .allEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(m -> m.contains("rute.drl:33:23: ")),
                    message(m -> m.contains("SEKWAN")))));
  }

  // Scenarios.

  @SopTest(value = KONSULTASI, contoh = false)
  static class Scenarios {
    @Test
    void everything_is_given(
        Berkas berkas,
        Berkas other,
        SettableClock clock,
        SopEngine engine,
        Procedure procedure,
        SopBundle bundle) {
      berkas.mulai("2026-03-02T08:00").berada("1");
      clock.advance(Duration.ofHours(2));
      berkas.selesaikan("1").berada("2");
      other.mulai().berada("1");

      assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T03:00:00Z"));
      assertThat(engine.openRows()).hasSize(2);
      assertThat(engine.journal(berkas.id())).hasSize(4);
      assertThat(berkas.keadaan().openRows()).hasSize(1);
      assertThat(procedure.sop().id()).hasToString(KONSULTASI);
      assertThat(bundle.id().orElseThrow()).hasToString(KONSULTASI);
    }

    @Test
    void a_new_test_has_a_case_of_its_own(Berkas berkas) {
      berkas.mulai("2026-03-02T08:00").berada("1");
    }

    @Nested
    class Deeper {
      @Test
      void also_here(Berkas berkas) {
        berkas.mulai("2026-03-02T08:00");
        berkas.selesaikan("1").berada("2").pada("KABAG").tenggat("2026-03-03T15:00");
      }
    }
  }

  @Test
  void a_test_is_given_what_it_asks_for_and_a_case_of_its_own() {
    run(Scenarios.class).testEvents().assertStatistics(s -> s.succeeded(3).failed(0));
  }

  @Test
  void scenarios_are_measured_with_those_of_nested_classes() throws IOException {
    run(Scenarios.class);

    assertThat(report(Scenarios.class, ".json"))
        .contains(
            "\"name\":\"also_here\",\"file\":\"SopTestTest.java\"",
            "\"name\":\"everything_is_given (BERKAS-1)\"",
            "\"panah\":{\"covered\":2,\"total\":16");
    assertThat(report(Scenarios.class, ".html")).contains("<h1>Kegiatan Konsultasi</h1>");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void reports_are_the_same_each_time() throws IOException {
    run(Scenarios.class);
    String first = report(Scenarios.class, ".html") + report(Scenarios.class, ".json");

    run(Scenarios.class);

    assertThat(report(Scenarios.class, ".html") + report(Scenarios.class, ".json"))
        .isEqualTo(first);
  }

  @SopTest(value = KONSULTASI)
  static class LooksAtNothing {
    @Test
    void a_refused_last_step_is_not_overlooked(Berkas berkas) {
      berkas.mulai("2026-03-02T08:00");
      berkas.selesaikan("7");
    }

    @Test
    void a_failing_test_is_told_once(Berkas berkas) {
      berkas.mulai("2026-03-02T08:00").berada("2");
    }
  }

  @Test
  void a_step_that_nobody_looks_at_must_have_been_accepted() {
    EngineExecutionResults results = run(LooksAtNothing.class);

    results.testEvents().assertStatistics(s -> s.failed(2));
    results
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("overlooked"),
                finishedWithFailure(
                    message(
                        m ->
                            m.contains(
                                "Seharusnya baris 7 diterima, ternyata ditolak dengan SOP-4002")))));
  }

  // Thresholds.

  @SopTest(value = KONSULTASI, contoh = false, minimal = "panah=10, mutasi=2")
  static class ProvesLittle {
    @Test
    void begins(Berkas berkas) {
      berkas.mulai("2026-03-02T08:00");
      berkas.selesaikan("1").berada("2");
    }
  }

  @SopTest(value = KONSULTASI, contoh = false, minimal = "panah=13")
  static class ProvesTooLittle {
    @Test
    void begins(Berkas berkas) {
      berkas.mulai("2026-03-02T08:00");
      berkas.selesaikan("1").berada("2");
    }
  }

  @Test
  void a_class_that_proves_too_little_fails_and_says_what_is_missing() {
    EngineExecutionResults results = run(ProvesTooLittle.class);

    results.testEvents().assertStatistics(s -> s.succeeded(1).failed(0));
    results
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(m -> m.contains("SOP-8302 Cakupan panah hanya 2/16 (12 %)")),
                    message(m -> m.contains("“2: laporan sampai di Sekwan” → baris 3")))));
  }

  @Test
  void a_class_that_proves_enough_passes() {
    run(ProvesLittle.class).containerEvents().assertStatistics(s -> s.failed(0));
  }

  @Test
  void the_test_run_may_set_the_threshold_where_the_class_does_not() {
    run(Scenarios.class, "mutasi=99").containerEvents().assertStatistics(s -> s.failed(1));
    run(Scenarios.class, "mutasi=1").containerEvents().assertStatistics(s -> s.failed(0));
    run(ProvesLittle.class, "mutasi=99").containerEvents().assertStatistics(s -> s.failed(0));
  }

  @Test
  void a_report_that_cannot_be_written_is_told() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Scenarios.class))
            .configurationParameter("sop.testkit.laporan", file.toString())
            .execute();

    results
        .containerEvents()
        .assertThatEvents()
        .haveExactly(1, event(finishedWithFailure(message(m -> m.contains("SOP-8328")))));
  }
}
