package id.sop.definition;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.internal.MarkedText;
import id.sop.problem.Problem;
import id.sop.problem.Severity;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Units with a zone and a calendar of their own, as {@code sop.yaml} has them. */
class UnitReadingTest {
  private static final String UNITS =
      "zona: WITA\nkalender: kota\nunitKerja:\n"
          + "  - { kode: CABANG, nama: Cabang, zona: WIT, kalender: papua }\n"
          + "  - { kode: LOKET, nama: Loket, zona: WIB }\n";
  private static final String GOOD =
      MarkedText.resource("/id/sop/definition/sop.yaml").replace("zona: WITA\n", UNITS);

  private static SopReader.Result read(String yaml) {
    return SopReader.read("sop.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static String in(String role, String unit) {
    return GOOD.replaceFirst(
        "kode: " + role + "\n", "kode: " + role + "\n    unit: " + unit + "\n");
  }

  private static List<String> told(String yaml) {
    return read(yaml).problems().stream()
        .map(p -> p.code() + " " + String.join(" ", p.facts()))
        .toList();
  }

  @Test
  void a_performer_works_by_the_time_of_his_unit_and_all_others_by_that_of_the_sop() {
    Sop sop = read(in("KABAN", "CABANG")).sop().orElseThrow();

    assertThat(sop.unit(PelaksanaCode.of("KABAN")))
        .isEqualTo(new Unit(ZoneId.of("Asia/Jayapura"), Optional.of("papua")));
    assertThat(sop.unit(PelaksanaCode.of("STAF")))
        .isEqualTo(new Unit(ZoneId.of("Asia/Makassar"), Optional.of("kota")));
    assertThat(sop.kalender()).containsExactly("kota", "papua");
  }

  @Test
  void a_unit_that_nobody_belongs_to_is_told() {
    assertThat(told(in("KABAN", "CABANG"))).contains("UNUSED_UNIT LOKET");
  }

  @Test
  void a_unit_that_is_not_declared_is_refused_with_the_one_that_was_meant() {
    SopReader.Result read = read(in("KABAN", "CABNG"));

    assertThat(read.sop()).isEmpty();
    Problem problem =
        read.problems().stream()
            .filter(p -> p.code() == DefinitionCode.UNKNOWN_UNIT)
            .findFirst()
            .orElseThrow();
    assertThat(problem.facts()).containsExactly("CABNG", "CABANG");
    assertThat(in("KABAN", "CABNG").lines().toList().get(problem.place().line() - 1))
        .isEqualTo("    unit: CABNG");
  }

  @Test
  void a_unit_that_stands_twice_is_refused() {
    assertThat(told(GOOD.replace("kode: LOKET", "kode: CABANG")))
        .anyMatch(t -> t.startsWith("DUPLICATE_UNIT CABANG"));
  }

  @Test
  void who_shares_a_row_or_a_group_with_another_unit_is_told() {
    assertThat(told(in("KABAN", "CABANG"))).contains("UNITS_MIXED sah KABAN KABID");
    assertThat(told(in("STAF", "LOKET"))).contains("GROUP_OF_OTHER_UNIT BIDANG STAF");
    assertThat(read(in("KABAN", "CABANG")).problems())
        .filteredOn(p -> p.code().id().startsWith("SOP-120"))
        .allMatch(p -> p.severity() == Severity.WARNING);
  }
}
