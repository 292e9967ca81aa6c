package id.sop.rules.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import id.sop.bundle.SopBundle;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.rules.Shipped;
import id.sop.rules.SopRules;
import id.sop.rules.arrow.ArrowTable;
import id.sop.rules.dialect.Gate;
import id.sop.rules.sheet.SheetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sheets under {@code docs/contoh}, which an office may copy. */
class SamplesTest {
  private static final Path FOLDER = Path.of("docs", "contoh");
  private static final SopId KONSULTASI = SopId.of("limapuluhkota.konsultasi");

  @Test
  void the_samples_are_what_this_library_writes_and_reads() throws IOException {
    Map<String, byte[]> samples = samples();

    for (Map.Entry<String, byte[]> sample : samples.entrySet()) {
      assertThat(Files.readAllBytes(FOLDER.resolve(sample.getKey())))
          .as(sample.getKey())
          .isEqualTo(sample.getValue());
    }
  }

  @Test
  void the_official_table_becomes_a_draft() throws IOException {
    for (String name : List.of("tabel-resmi.csv", "tabel-resmi.xlsx")) {
      byte[] table = Files.readAllBytes(FOLDER.resolve(name));

      Draft.Result result = Draft.of(SopId.of("kantor.baru"), Optional.empty(), name, table);

      assertThat(result.problems()).isEmpty();
      SopBundle bundle = SopBundle.of("baru", result.draft().orElseThrow().files());
      assertThat(SopRules.load(bundle).errors()).isEmpty();
    }
  }

  @Test
  void the_decision_table_routes_konsultasi() throws IOException {
    byte[] document = SopBundle.onClassPath(KONSULTASI).bytes(SopBundle.SOP).orElseThrow();
    for (String name : List.of(SopBundle.RUTE_CSV, SopBundle.RUTE_XLSX)) {
      byte[] table = Files.readAllBytes(FOLDER.resolve(name));

      SopBundle bundle = SopBundle.of("contoh", Map.of(SopBundle.SOP, document, name, table));

      assertThat(SopRules.load(bundle).errors()).isEmpty();
    }
  }

  static Map<String, byte[]> samples() {
    Sop sop = Shipped.procedure(KONSULTASI).sop();
    String drl =
        new String(SopBundle.onClassPath(KONSULTASI).bytes(SopBundle.RUTE).orElseThrow(), UTF_8);
    List<List<String>> arrows = ArrowTable.rows(sop, Gate.read(SopBundle.RUTE, drl, sop).rules());
    List<List<String>> form = OfficialForm.of(sop);
    return ImmutableMap.of(
        "tabel-resmi.csv", SheetWriter.csv(form),
        "tabel-resmi.xlsx", SheetWriter.xlsx("SOP", form),
        "rute.csv", SheetWriter.csv(arrows),
        "rute.xlsx", SheetWriter.xlsx("Rute", arrows));
  }
}
