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

/** The record of a case that was really run, carried from store to store and tampered with. */
class RecordCommandsTest {
  @TempDir Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String store = "";
  private String record = "";
  private String anchor = "";

  private int sop(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return SopCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @BeforeEach
  void a_case_was_run() {
    store = home.resolve("berkas.mv.db").toString();
    record = home.resolve("rekaman.jsonl").toString();
    anchor = home.resolve("jangkar.jsonl").toString();
    int exit =
        sop("jalankan", "limapuluhkota.konsultasi", "--otomatis", "--simpan", home.toString());
    assertThat(exit).as(err.toString()).isZero();
  }

  @Test
  void a_record_goes_out_is_proven_and_comes_in_elsewhere_the_same() throws IOException {
    assertThat(sop("ekspor", store, "-o", record)).isZero();
    assertThat(out.toString()).contains("1 berkas").contains("Sidik: ");
    assertThat(sop("jangkar", store, "-o", anchor, "--json")).isZero();
    String digest = json().get("digest").getAsString();
    assertThat(sop("verifikasi", record, "--jangkar", anchor, "--sidik", digest)).isZero();
    assertThat(out.toString()).startsWith("Utuh: 1 berkas");

    String other = home.resolve("lain.mv.db").toString();
    String again = home.resolve("lagi.jsonl").toString();
    assertThat(sop("impor", other, record)).isZero();
    assertThat(sop("ekspor", other, "-o", again)).isZero();

    assertThat(Path.of(again)).hasSameBinaryContentAs(Path.of(record));
    assertThat(sop("impor", other, record)).isEqualTo(SopCommand.FOUND);
    assertThat(err.toString()).startsWith("SOP-5310");
  }

  @Test
  void what_was_changed_in_the_database_is_named_by_case_and_entry() throws SQLException {
    sop("jangkar", store, "-o", anchor);
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + home.resolve("berkas"), "sa", "");
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "UPDATE sop_entry SET recorded_at = recorded_at + 1 WHERE seq = 6"))
          .isEqualTo(1);
    }
    sop("ekspor", store, "-o", record);

    int exit = sop("verifikasi", record, "--jangkar", anchor, "--json");

    assertThat(exit).isEqualTo(SopCommand.FOUND);
    List<String> lines = out.toString().lines().toList();
    JsonObject summary = JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();
    assertThat(summary.get("sound").getAsBoolean()).isFalse();
    assertThat(summary.getAsJsonObject("first").get("seq").getAsLong()).isEqualTo(5);
    assertThat(summary.getAsJsonObject("first").get("kind").getAsString()).isEqualTo("EDITED");
    assertThat(sop("verifikasi", record)).isEqualTo(SopCommand.FOUND);
    assertThat(out.toString()).contains("entri 5.").contains("tanpa --jangkar");
  }

  @Test
  void a_case_that_was_deleted_is_missed_unless_the_record_is_of_some_cases_only()
      throws IOException {
    sop("jangkar", store, "-o", anchor);
    sop("ekspor", store, "-o", record, "--dari", "2001-01-01", "--sampai", "2001-12-31");
    assertThat(out.toString()).contains("0 berkas");

    assertThat(sop("verifikasi", record, "--jangkar", anchor)).isEqualTo(SopCommand.FOUND);
    assertThat(out.toString()).contains("SOP-5025");
    assertThat(sop("verifikasi", record, "--jangkar", anchor, "--sebagian")).isZero();
  }

  @Test
  void what_cannot_be_done_says_why_and_leaves_nothing_behind() throws IOException {
    assertThat(sop("ekspor", home.resolve("tiada").toString(), "-o", record))
        .isEqualTo(SopCommand.USAGE);
    assertThat(sop("ekspor", store, "-o", record, "--berkas", "TIADA")).isEqualTo(SopCommand.USAGE);
    assertThat(sop("ekspor", store, "-o", record, "--dari", "kemarin")).isEqualTo(SopCommand.USAGE);
    assertThat(Path.of(record)).doesNotExist();
    assertThat(sop("verifikasi", home.resolve("tiada").toString())).isEqualTo(SopCommand.FOUND);
    assertThat(out.toString()).startsWith("SOP-5301");
    Path cut = Files.writeString(home.resolve("potong"), "{\"record\":\"sop-record-1\"}\n");
    assertThat(sop("verifikasi", cut.toString())).isEqualTo(SopCommand.FOUND);
    assertThat(out.toString()).startsWith("SOP-5305").contains("potong:2");
    assertThat(sop("verifikasi", cut.toString(), "--sidik", "0")).isEqualTo(SopCommand.USAGE);
  }

  private JsonObject json() {
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }
}
