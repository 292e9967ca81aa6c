package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import id.sop.SopEngine;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.definition.SopId;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.rules.SopRules;
import id.sop.store.jdbc.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sop migrasi} over a store with three open cases, one of which cannot go. */
class MigrateCommandTest {
  private static final SopId SURAT = SopId.of("kota.surat");
  private static final Actor STAF = Actor.of("u-1", "STAF");
  private static final String[] ORDER = {
    "--laksanakan",
    "--oleh",
    "u-9",
    "--peran",
    "BIRO_ORGANISASI",
    "--alasan",
    "SOP baru berlaku",
    "--dasar",
    "SURAT EDARAN nomor 065/7/2026 tanggal 2026-07-01"
  };

  @TempDir Path home;

  private String before = "";
  private String after = "";
  private String store = "";

  /** Old: 1, 2, 3. New: 1, 2, 2a, 4; the old row 3 is the new row 4. */
  @BeforeEach
  void three_cases_stand_at_one_row_each() throws IOException {
    before = bundle("lama", "2025-01", "1", "2", "3");
    after = bundle("baru", "2026-07", "1", "2", "2a", "4");
    Path file = home.resolve("berkas");
    store = file + ".mv.db";
    try (SopEngine engine = engine(file, before)) {
      for (int number = 1; number <= 3; number++) {
        CaseId id = CaseId.of("S-" + number);
        did(engine, Command.start(id, SURAT, STAF).build());
        for (int row = 1; row < number; row++) {
          did(engine, Command.complete(id, "" + row, STAF).build());
        }
      }
    }
  }

  private static SopEngine engine(Path file, String bundle) {
    return SopEngine.builder()
        .procedure(
            SopRules.loadOrThrow(SopBundle.inFolder(Path.of(bundle))), LocalDate.of(2025, 1, 1))
        .store(JdbcStore.h2File(file))
        .build();
  }

  private static void did(SopEngine engine, Command command) {
    Outcome outcome = engine.submit(command);
    assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Recorded.class);
  }

  /** One row after the other. */
  private String bundle(String name, String versi, String... rows) throws IOException {
    Path folder = Files.createDirectories(home.resolve(name));
    String langkah =
        Arrays.stream(rows)
            .map(
                row ->
                    "  - { id: '%s', kegiatan: Mengerjakan %s, pelaksana: STAF, waktu: 1 hari kerja }\n"
                        .formatted(row, row))
            .collect(Collectors.joining());
    Files.writeString(
        folder.resolve("sop.yaml"),
        """
        sop: kota.surat
        versi: %s
        zona: WIB
        identitas: { instansi: Kota, unit: Bagian Umum, nama: Surat }
        pelaksana:
          - { kode: STAF, nama: Staf }
        langkah:
        %s"""
            .formatted(versi, langkah));
    StringBuilder rules =
        new StringBuilder(
            "package sop.kota.surat\n\nimport id.sop.rules.fact.*\n\nglobal Rute rute\n");
    rules.append(rule(rows[0], "Mulai()", "rute.ke(\"" + rows[0] + "\")"));
    for (int i = 0; i < rows.length; i++) {
      rules.append(
          rule(
              rows[i],
              "Selesai( langkah == \"" + rows[i] + "\" )",
              i + 1 < rows.length ? "rute.ke(\"" + rows[i + 1] + "\")" : "rute.selesai()"));
    }
    Files.writeString(folder.resolve("rute.drl"), rules);
    return folder.toString();
  }

  private static String rule(String row, String when, String then) {
    return """

        rule "%s %s"
            @baris("%s")
            @dasarHukum("SOP Surat, baris %s")
        when
            %s
        then
            %s;
        end
        """
        .formatted(row, when.replace('"', '\''), row, row, when, then);
  }

  private Printed migrate(String[] order, String... more) {
    return Printed.by(
        Stream.of(new String[] {"migrasi", store, before, after}, more, order)
            .flatMap(Arrays::stream)
            .toArray(String[]::new));
  }

  private List<String> versions() {
    List<String> versions = new ArrayList<>();
    try (JdbcStore cases = JdbcStore.h2File(home.resolve("berkas"))) {
      for (CaseId id : cases.cases()) {
        assertThat(Chain.verify(cases.stored(id))).isEmpty();
        CaseState state = CaseState.of(id, cases.read(id));
        versions.add(id + " " + state.pinned().orElseThrow().versi() + " " + state.open().keySet());
      }
    }
    return versions;
  }

  @Test
  void unasked_it_only_shows_what_would_become_of_each_case() {
    Printed printed = migrate(new String[0]);

    assertThat(printed.exit()).as(printed.err()).isEqualTo(SopCommand.FOUND);
    assertThat(printed.out().lines().toList())
        .startsWith(
            "Berkas S-1 pindah dari versi 2025-01 ke versi 2026-07: 1 -> 1.",
            "Berkas S-2 pindah dari versi 2025-01 ke versi 2026-07: 2 -> 2.")
        .anyMatch(line -> line.startsWith("SOP-4112") || line.contains("S-3 tetap pada versi"))
        .endsWith("Belum ada yang diubah. Pindahkan dengan --laksanakan.");
    assertThat(printed.out()).contains("2 pindah, 1 tetap, 0 gagal");
    assertThat(versions()).containsExactly("S-1 2025-01 [1]", "S-2 2025-01 [2]", "S-3 2025-01 [3]");
  }

  @Test
  void asked_it_takes_them_over_with_the_letter_that_orders_it_and_a_repeat_finds_them_there() {
    Printed printed = migrate(ORDER, "--ganti", "3=4");

    assertThat(printed.exit()).as(printed.err() + printed.out()).isEqualTo(SopCommand.OK);
    assertThat(printed.out())
        .contains("Berkas S-3 pindah dari versi 2025-01 ke versi 2026-07: 3 -> 4.")
        .doesNotContain("Belum ada");
    assertThat(versions()).containsExactly("S-1 2026-07 [1]", "S-2 2026-07 [2]", "S-3 2026-07 [4]");
    try (JdbcStore cases = JdbcStore.h2File(home.resolve("berkas"))) {
      List<Entry> entries = cases.read(CaseId.of("S-3"));
      CaseEvent.Migrated migrated = (CaseEvent.Migrated) entries.get(entries.size() - 1).event();
      assertThat(migrated.actor()).isEqualTo(Actor.of("u-9", "BIRO_ORGANISASI"));
      assertThat(migrated.alasan()).isEqualTo("SOP baru berlaku");
      assertThat(migrated.dasar().jenis()).isEqualTo("SURAT EDARAN");
      assertThat(migrated.dasar().nomor()).contains("065/7/2026");
      assertThat(migrated.dasar().tanggal()).contains(LocalDate.of(2026, 7, 1));
    }

    Printed again = migrate(ORDER, "--ganti", "3=4");
    assertThat(again.exit()).isEqualTo(SopCommand.OK);
    assertThat(again.out()).contains("0 pindah, 0 tetap, 0 gagal; 3 sudah pada versi baru");
  }

  @Test
  void a_program_gets_an_object_for_each_case_and_one_for_all() {
    Printed printed = migrate(ORDER, "--ganti", "3=4", "--tinggal", "2", "--json");

    assertThat(printed.exit()).isEqualTo(SopCommand.FOUND);
    List<JsonObject> objects = printed.objects();
    assertThat(objects).hasSize(4);
    assertThat(objects.get(0))
        .hasToString(
            "{\"case\":\"S-1\",\"verdict\":\"moves\",\"before\":\"2025-01\",\"after\":\"2026-07\","
                + "\"open\":[\"1\"]}");
    assertThat(objects.get(1).get("verdict").getAsString()).isEqualTo("stays");
    assertThat(
            objects.get(1).getAsJsonArray("why").get(0).getAsJsonObject().get("code").getAsString())
        .isEqualTo("SOP-4114");
    assertThat(objects.get(3))
        .hasToString(
            "{\"carriedOut\":true,\"cases\":3,\"moves\":2,\"stays\":1,\"failed\":0,\"already\":0,"
                + "\"elsewhere\":0,\"why\":{\"SOP-4114\":1}}");
    assertThat(versions()).containsExactly("S-1 2026-07 [1]", "S-2 2025-01 [2]", "S-3 2026-07 [4]");
  }

  @Test
  void cases_of_another_version_are_left_alone_and_counted() throws IOException {
    before = bundle("lain", "2024-01", "1", "2", "3");

    Printed printed = migrate(ORDER, "--ganti", "3=4");

    assertThat(printed.exit()).isEqualTo(SopCommand.OK);
    assertThat(printed.out()).contains("0 pindah, 0 tetap, 0 gagal").contains("3 pada versi yang");
    assertThat(versions()).allMatch(line -> line.contains(" 2025-01 "));
  }

  @Test
  void what_is_wrong_with_the_order_is_said_and_nothing_is_changed() {
    for (int left = 1; left < ORDER.length; left += 2) {
      List<String> order = new ArrayList<>(List.of(ORDER));
      String option = order.remove(left);
      order.remove(left);
      Printed printed = migrate(order.toArray(String[]::new), "--ganti", "3=4");
      assertThat(printed.exit()).as(option).isEqualTo(SopCommand.USAGE);
      assertThat(printed.err()).contains(option);
    }
    assertUsage("SOP-6703", "--ganti", "9=4");
    assertUsage("SOP-6704", "--ganti", "1=2");
    assertUsage("Bukan baris", "--hilang", "-");
    assertUsage("--dasar", "--dasar", "surat");
    assertUsage("--dasar", "--dasar", "SURAT nomor 1 tanggal kemarin");
    assertUsage("--peran", "--oleh", "u", "--peran", "biro");
    String same = after;
    after = before;
    assertUsage("SOP-6705");
    after = same;
    store = home.resolve("tiada").toString();
    assertUsage("File penyimpanan tidak ada");
    assertThat(Path.of(store + ".mv.db")).doesNotExist();
    store = home.resolve("berkas") + ".mv.db";
    after = "limapuluhkota.konsultasi";
    assertUsage("bukan versi SOP yang sama");
    assertThat(versions()).containsExactly("S-1 2025-01 [1]", "S-2 2025-01 [2]", "S-3 2025-01 [3]");
  }

  private void assertUsage(String says, String... more) {
    Printed printed = migrate(new String[0], more);
    assertThat(printed.exit()).as(says + printed.out()).isEqualTo(SopCommand.USAGE);
    assertThat(printed.err()).contains(says);
  }

  @Test
  void a_version_with_errors_is_told_and_nothing_is_changed() throws IOException {
    Path rules = Path.of(after, "rute.drl");
    Files.writeString(rules, Files.readString(rules).replace("rute.ke(\"4\")", "rute.ke(\"5\")"));

    Printed printed = migrate(ORDER);

    assertThat(printed.exit()).isEqualTo(SopCommand.FAILED);
    assertThat(printed.err()).contains("rute.drl");
    assertThat(versions()).allMatch(line -> line.contains(" 2025-01 "));
  }
}
