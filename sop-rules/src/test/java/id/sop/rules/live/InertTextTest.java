package id.sop.rules.live;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.Sop;
import id.sop.rules.Bundles;
import id.sop.rules.TestSop;
import id.sop.rules.dialect.Gate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, reasons and remarks are free texts: nothing of them is ever compiled. */
class InertTextTest {
  private static final Sop SOP = TestSop.konsultasi();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\\\" salience 1 when then System.exit(1); end rule \\\"y",
        "end rule then eval( Runtime.getRuntime() != null )",
        "*/ System.exit(1); /*",
        "// System.exit(1);",
        "${System.exit(1)} #{System.exit(1)} @{System.exit(1)}",
        "global java.lang.Runtime System.exit(1)",
        "\u201D); System.exit(1); (\u201C",
        "\\\\\\\"; System.exit(1); //",
        "aturan 0 System.exit(1)",
        "{0} {1} System.exit(1) '{'"
      })
  void code_in_a_free_text_passes_the_gate_and_never_reaches_drools(String code) {
    String rules =
        Bundles.konsultasiRules()
            .replace("rule \"", "rule \"" + code + " ")
            .replace("@dasarHukum(\"", "@keterangan(\"" + code + "\")\n@dasarHukum(\"" + code)
            .replace("\");\nend", "\").karena(\"" + code + "\");\nend");
    String plain = CanonicalRules.of(SOP, understood(Bundles.konsultasiRules()).rules()).text();

    Gate.Reading reading = understood(rules);
    String canonical = CanonicalRules.of(SOP, reading.rules()).text();

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rules())
        .allMatch(r -> r.name().contains("System") || !code.contains("System"));
    assertThat(canonical).isEqualTo(plain).doesNotContain("System", "Runtime");
  }

  private static Gate.Reading understood(String rules) {
    return Gate.read("rute.drl", rules, SOP);
  }
}
