package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case that was really run leaves its store, and everybody can say where it went. */
class ArchiveCommandTest {
  /** After all that the example records. */
  private static final String LATER = "2027-01-01";

  @TempDir Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String store = "";
  private String archive = "";
  private String caseId = "";

  private int sop(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return SopCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private JsonObject json(int line) {
    return JsonParser.parseString(out.toString().lines().toList().get(line)).getAsJsonObject();
  }

  @BeforeEach
  void a_case_was_run() throws SQLException {
    store = home.resolve("berkas.mv.db").toString();
    archive = home.resolve("arsip.jsonl").toString();
    int exit =
        sop("jalankan", "limapuluhkota.konsultasi", "--otomatis", "--simpan", home.toString());
    assertThat(exit).as(err.toString()).isZero();
    sop("arsip", store, "--sebelum", LATER, "--json");
    caseId = json(0).get("case").getAsString();
  }

  private String holds(String berkas) throws IOException {
    return Files.writeString(
            home.resolve("tahan.yaml"),
            """
            penahanan:
              - berkas: %s
                dasar: R-12/INSP/2025
                oleh: INSPEKTORAT
                sejak: 2025-03-10
            """
                .formatted(berkas))
        .toString();
  }

  @Test
  void without_being_told_to_it_only_says_what_would_go() throws IOException {
    assertThat(sop("arsip", store, "--sebelum", LATER, "--ke", archive)).isZero();

    assertThat(out.toString())
        .startsWith("Dapat diarsipkan: 1 berkas, ")
        .contains(caseId + " (")
        .contains("Belum ada yang diubah.");
    assertThat(Path.of(archive)).doesNotExist();
    assertThat(sop("ekspor", store, "-o", home.resolve("masih.jsonl").toString())).isZero();
    assertThat(out.toString()).contains("1 berkas");
  }

  @Test
  void told_to_it_archives_and_an_earlier_anchor_still_holds() throws IOException {
    String anchor = home.resolve("jangkar.jsonl").toString();
    String rest = home.resolve("sisa.jsonl").toString();
    sop("jangkar", store, "-o", anchor);

    assertThat(sop("arsip", store, "--sebelum", LATER, "-o", archive, "--laksanakan", "--json"))
        .isZero();
    String digest = json(1).get("digest").getAsString();
    assertThat(json(1).get("done").getAsBoolean()).isTrue();
    assertThat(sop("ekspor", store, "-o", rest)).isZero();
    assertThat(out.toString()).contains("0 berkas, 0 entri");

    assertThat(sop("verifikasi", rest, "--jangkar", anchor)).isZero();
    assertThat(out.toString()).contains("1 berkas telah diarsipkan ke rekaman bersidik " + digest);
    assertThat(sop("verifikasi", rest, archive, "--jangkar", anchor)).isZero();
    assertThat(out.toString())
        .startsWith("Utuh: 1 berkas")
        .contains("Sidik " + archive + ": " + digest)
        .doesNotContain("telah diarsipkan");
    assertThat(sop("verifikasi", archive, "--jangkar", anchor, "--json")).isZero();
    assertThat(json(0).get("digests").getAsString()).isEqualTo(digest);
    assertThat(json(0).getAsJsonArray("archived")).isEmpty();
    assertThat(sop("verifikasi", rest, "--json")).isZero();
    assertThat(json(0).getAsJsonArray("archived").toString()).contains(caseId).contains(digest);
  }

  @Test
  void an_archived_case_comes_into_an_empty_store_only() {
    sop("arsip", store, "--sebelum", LATER, "--ke", archive, "--laksanakan");
    assertThat(out.toString()).contains("1 berkas, ").contains("Sidik: ");

    assertThat(sop("impor", store, archive)).isEqualTo(SopCommand.FOUND);
    assertThat(err.toString()).startsWith("SOP-5312");
    assertThat(sop("impor", home.resolve("periksa.mv.db").toString(), archive)).isZero();
    assertThat(sop("arsip", store, "--sebelum", LATER, "--ke", archive, "--laksanakan")).isZero();
    assertThat(out.toString()).startsWith("Tidak ada berkas yang dapat diarsipkan");
  }

  @Test
  void a_tombstone_made_by_hand_shows_when_its_record_is_asked_for() throws SQLException {
    String rest = home.resolve("sisa.jsonl").toString();
    String all = home.resolve("semua.jsonl").toString();
    String other = home.resolve("lain").toString();
    sop("jalankan", "limapuluhkota.konsultasi", "--otomatis", "--simpan", other);
    sop(
        "ekspor",
        home.resolve("lain/berkas.mv.db").toString(),
        "-o",
        all,
        "--dari",
        "2001-01-01",
        "--sampai",
        "2001-01-02",
        "--json");
    String digest = json(0).get("digest").getAsString();
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + home.resolve("berkas"), "sa", "");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM sop_entry");
      statement.executeUpdate(
          "UPDATE sop_case SET seq = -seq, status = 'DIARSIPKAN', sop_digest = '" + digest + "'");
    }
    sop("ekspor", store, "-o", rest);

    assertThat(sop("verifikasi", rest)).isZero();
    assertThat(out.toString()).contains("tidak diperiksa").contains(digest);
    assertThat(sop("verifikasi", rest, all)).isEqualTo(SopCommand.FOUND);
    assertThat(out.toString()).startsWith("SOP-5025").contains(caseId);
  }

  @Test
  void entries_deleted_by_hand_are_no_archive() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + home.resolve("berkas"), "sa", "");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM sop_entry");
      statement.executeUpdate("UPDATE sop_case SET status = 'DIARSIPKAN'");
    }

    assertThat(sop("arsip", store, "--sebelum", LATER, "--ke", archive, "--laksanakan"))
        .isEqualTo(SopCommand.FOUND);
    assertThat(out.toString()).contains("SOP-5316").contains(caseId);
    assertThat(Path.of(archive)).doesNotExist();
  }

  @Test
  void a_held_case_stays_and_the_letter_is_named() throws IOException {
    int exit =
        sop(
            "arsip",
            store,
            "--sebelum",
            LATER,
            "-o",
            archive,
            "--laksanakan",
            "--tahan",
            holds(caseId));

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("SOP-5313 Berkas " + caseId + " ditahan: R-12/INSP/2025");
    assertThat(Path.of(archive)).doesNotExist();
    assertThat(sop("arsip", store, "--sebelum", LATER, "--tahan", holds(caseId), "--json"))
        .isZero();
    assertThat(json(0).get("goes").getAsBoolean()).isFalse();
    assertThat(json(0).get("code").getAsString()).isEqualTo("SOP-5313");
    assertThat(json(1).get("cases").getAsLong()).isZero();
  }

  @Test
  void a_hold_that_cannot_be_understood_keeps_everything_here() throws IOException {
    String file = home.resolve("tahan.yaml").toString();
    assertThat(sop("arsip", store, "--sebelum", LATER, "--tahan", holds("TIADA-1")))
        .isEqualTo(SopCommand.FOUND);
    assertThat(err.toString()).startsWith("SOP-5319").contains("TIADA-1");

    for (List<String> wrong :
        List.of(
            List.of(
                "penahanan:\n  - berkas: 'A 1'\n    dasar: x\n    oleh: y\n    sejak: 2025-03-10\n",
                ":2:13: SOP-5321"),
            List.of(
                "penahanan:\n  - berkas: A-1\n    oleh: y\n    sejak: 2025-03-10\n", ":2:5: SOP-"),
            List.of(
                "penahanan:\n  - berkas: A-1\n    dasar: x\n    oleh: y\n    sejak: kemarin\n",
                ":5:12: SOP-"),
            List.of("tahan: []\n", ":1:1: SOP-"),
            List.of("", "SOP-5320"),
            List.of(
                "penahanan:\n  - {berkas: A-1, dasar: x, oleh: y, sejak: 2025-03-10}\n  - {berkas: A-1, dasar: z, oleh: y, sejak: 2025-03-10}\n",
                ":3:14: SOP-5322"))) {
      Files.writeString(Path.of(file), wrong.get(0));
      assertThat(
              sop(
                  "arsip",
                  store,
                  "--sebelum",
                  LATER,
                  "-o",
                  archive,
                  "--laksanakan",
                  "--tahan",
                  file))
          .isEqualTo(SopCommand.FOUND);
      assertThat(err.toString()).contains(wrong.get(1)).contains("SOP-5320");
    }
    assertThat(Path.of(archive)).doesNotExist();
    Files.writeString(Path.of(file), "penahanan: []\n");
    assertThat(sop("arsip", store, "--sebelum", LATER, "--tahan", file)).isZero();
  }

  @Test
  void what_is_asked_wrongly_is_told_and_changes_nothing() {
    assertThat(sop("arsip", store)).isEqualTo(SopCommand.USAGE);
    assertThat(sop("arsip", store, "--sebelum", "dahulu")).isEqualTo(SopCommand.USAGE);
    assertThat(sop("arsip", store, "--sebelum", "2020-01-01")).isZero();
    assertThat(out.toString()).contains("belum waktunya: 1 berkas");
    assertThat(sop("arsip", store, "--sebelum", LATER, "--laksanakan")).isEqualTo(SopCommand.USAGE);
    assertThat(err.toString()).contains("--ke");
    assertThat(sop("arsip", home.resolve("tiada").toString(), "--sebelum", LATER))
        .isEqualTo(SopCommand.USAGE);
    assertThat(
            sop(
                "arsip",
                store,
                "--sebelum",
                LATER,
                "--laksanakan",
                "--ke",
                home.resolve("x/y").toString()))
        .isEqualTo(SopCommand.FOUND);
    assertThat(err.toString()).startsWith("SOP-5301");
    assertThat(sop("arsip", store, "--sebelum", LATER, "--json")).isZero();
    assertThat(json(0).get("case").getAsString()).isEqualTo(caseId);
  }
}
