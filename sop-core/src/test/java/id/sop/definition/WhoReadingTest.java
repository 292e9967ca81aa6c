package id.sop.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.sop.definition.Performers.Mode;
import id.sop.internal.MarkedText;
import id.sop.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Quorums, leaders, duties kept apart, and what holds for a time, as {@code sop.yaml} has them. */
class WhoReadingTest {
  private static final String GOOD =
      MarkedText.resource("/id/sop/definition/sop.yaml")
          .replace(
              "{ bersama: [KABAN, KABID] }",
              "{ bersama: [STAF, KABAN, KABID], kuorum: 2, ketua: KABAN }\n    strategis: ya")
          .replace(
              "anggota: [STAF, KABID]",
              "anggota: [{ kode: STAF, dari: 2022-01-01, sampai: 2022-12-31 }, KABID]")
          .replace(
              "alias: [JFU, Pengadministrasi Umum]",
              "alias: [{ nama: JFU, sampai: 2021-12-31 }, Pengadministrasi Umum]")
          .replace(
              "nama: Kepala Bidang\n",
              "nama: Kepala Bidang\n    alias: [{ nama: jfu, dari: 2022-01-01 }]\n")
          .replace(
              "asumsi:\n",
              "pemisahan:\n  - { baris: [nilai, sah], keterangan: penilai bukan penyetuju }\n"
                  + "  - baris: [paraf, sah]\nasumsi:\n");

  private static Sop sop() {
    SopReader.Result read = SopReader.read("sop.yaml", GOOD.getBytes(StandardCharsets.UTF_8));
    assertThat(read.problems()).extracting(Problem::code).isEmpty();
    return read.sop().orElseThrow();
  }

  private static PelaksanaCode code(String value) {
    return PelaksanaCode.of(value);
  }

  @Test
  void the_leader_comes_first_and_the_quorum_is_kept() {
    Step row = sop().step(StepId.of("sah")).orElseThrow();

    assertThat(row.pelaksana())
        .isEqualTo(
            new Performers(
                Mode.BERSAMA,
                List.of(code("KABAN"), code("STAF"), code("KABID")),
                OptionalInt.of(2)));
    assertThat(row.strategis()).isTrue();
    assertThat(sop().step(StepId.of("nilai")).orElseThrow().strategis()).isFalse();
  }

  @Test
  void a_row_is_kept_apart_from_all_that_are_named_with_it() {
    assertThat(sop().separatedFrom(StepId.of("sah")))
        .isEqualTo(Set.of(StepId.of("nilai"), StepId.of("paraf")));
    assertThat(sop().separatedFrom(StepId.of("nilai"))).isEqualTo(Set.of(StepId.of("sah")));
    assertThat(sop().separatedFrom(StepId.of("terima"))).isEmpty();
  }

  @Test
  void a_name_may_pass_from_one_role_to_another() {
    LocalDate before = LocalDate.of(2021, 12, 31);

    assertThat(sop().named(" jfu ", before)).containsExactly(code("STAF"));
    assertThat(sop().named("JFU", before.plusDays(1))).containsExactly(code("KABID"));
    assertThat(sop().named("pengadministrasi  umum", before)).containsExactly(code("STAF"));
    assertThat(sop().named("Kepala Badan", before)).containsExactly(code("KABAN"));
    assertThat(sop().named("Lurah", before)).isEmpty();
  }

  @Test
  void a_role_belongs_to_a_group_on_the_days_that_are_said() {
    Sop sop = sop();

    assertThat(sop.mayActAs(code("STAF"), code("BIDANG"), LocalDate.of(2021, 12, 31))).isFalse();
    assertThat(sop.mayActAs(code("STAF"), code("BIDANG"), LocalDate.of(2022, 1, 1))).isTrue();
    assertThat(sop.mayActAs(code("STAF"), code("BIDANG"), LocalDate.of(2022, 12, 31))).isTrue();
    assertThat(sop.mayActAs(code("STAF"), code("BIDANG"), LocalDate.of(2023, 1, 1))).isFalse();
    assertThat(sop.mayActAs(code("KABID"), code("BIDANG"), LocalDate.of(2023, 1, 1))).isTrue();
  }

  @Test
  void the_schema_takes_it_all() {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MarkedText.resource("/id/sop/definition/sop.schema.json"))
                .validate(GOOD, InputFormat.YAML))
        .isEmpty();
  }
}
