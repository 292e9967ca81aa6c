package id.sop.rules.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.definition.Sop;
import id.sop.problem.SopException;
import id.sop.rules.dialect.Action;
import id.sop.rules.dialect.Comparison;
import id.sop.rules.dialect.Condition;
import id.sop.rules.dialect.Fact;
import id.sop.rules.dialect.Gate;
import id.sop.rules.dialect.Relation;
import id.sop.rules.dialect.RouteRule;
import id.sop.rules.sheet.SheetWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules become a table and the table becomes the same rules. */
class RulesAndTablesTest {
  private static final Sop SOP = SmallTable.sop();
  private static final long SEED = 20261121;

  @Test
  void random_rules_survive_the_way_through_a_table() {
    Random random = new Random(SEED);
    for (int i = 0; i < 400; i++) {
      String drl = RandomRules.drl(random, 1 + random.nextInt(8));
      Gate.Reading rules = Gate.read("rute.drl", drl, SOP);
      assertThat(rules.problems())
          .as("seed %s, rules %s:%n%s", SEED, i, drl)
          .noneMatch(RulesAndTablesTest::isError);
      List<List<String>> rows = ArrowTable.rows(SOP, rules.rules());
      byte[] table = i % 2 == 0 ? SheetWriter.csv(rows) : SheetWriter.xlsx("Rute", rows);

      Gate.Reading read = ArrowSheet.read("rute", table, SOP);

      assertThat(read.problems())
          .as("seed %s, rules %s:%n%s%n%s", SEED, i, drl, rows)
          .noneMatch(RulesAndTablesTest::isError);
      assertThat(read.rules().stream().map(RulesAndTablesTest::told).toList())
          .as("seed %s, rules %s:%n%s", SEED, i, drl)
          .isEqualTo(rules.rules().stream().map(RulesAndTablesTest::told).toList());
    }
  }

  private static boolean isError(id.sop.problem.Problem problem) {
    return problem.severity() == id.sop.problem.Severity.ERROR;
  }

  /** What a rule says, whichever way it is written. */
  private static List<Object> told(RouteRule rule) {
    List<Object> told = new ArrayList<>();
    told.add(rule.name());
    told.add(rule.keterangan());
    told.add(rule.reason().baris() + rule.reason().dasarHukum() + rule.reason().karena());
    told.add(rule.conditions().stream().flatMap(RulesAndTablesTest::apart).sorted().toList());
    told.add(
        rule.action() instanceof Action.Ke ke
            ? ke.targets().stream().map(t -> List.of(t.step(), t.oleh(), t.selama())).toList()
            : rule.action());
    return told;
  }

  /** Conditions on one fact that must all hold can stand together or apart. */
  private static Stream<String> apart(Condition condition) {
    boolean one = condition.fact() == Fact.DATA && !condition.negated();
    return one
        ? condition.comparisons().stream().map(c -> "Data " + told(c))
        : Stream.of(
            condition.negated()
                + " "
                + condition.fact()
                + condition.comparisons().stream().map(RulesAndTablesTest::told).sorted().toList());
  }

  /** {@code in} one value and {@code ==} say the same, and so do {@code ||} between equals. */
  private static String told(Comparison comparison) {
    boolean equals =
        comparison.anyOf().stream()
            .allMatch(
                all ->
                    all.size() == 1
                        && (all.get(0).op() == Relation.Op.EQ
                            || all.get(0).op() == Relation.Op.IN));
    if (equals) {
      return comparison.field() + " in " + comparison.values();
    }
    return comparison.field()
        + comparison.anyOf().stream()
            .map(all -> all.stream().map(RulesAndTablesTest::told).toList())
            .toList();
  }

  private static String told(Relation relation) {
    String op =
        switch (relation.op()) {
          case EQ, IN -> "in";
          case NE, NOT_IN -> "not in";
          case LT, LE, GT, GE -> relation.op().text();
        };
    return op + relation.values();
  }

  @Test
  void alternatives_within_a_negation_are_said_to_be_no_row_of_a_table() {
    String drl =
        RandomRules.HEADER
            + RandomRules.rule(
                0,
                "Selesai( langkah == \"1\" )\nnot Data( nilai < 5 || > 9, lokasi == \"LUAR_PROVINSI\" )",
                "rute.ke(\"2\");");
    List<RouteRule> rules = Gate.read("rute.drl", drl, SOP).rules();

    assertThat(rules).hasSize(1);
    assertThatThrownBy(() -> ArrowTable.rows(SOP, rules))
        .isInstanceOf(SopException.class)
        .hasMessageContaining("SOP-2139");
  }

  /** What clerks write, and what it means in a rule file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          lokasi = LUAR_PROVINSI  → Data( lokasi == "LUAR_PROVINSI" )
          Lokasi adalah luar provinsi  → Data( lokasi == "LUAR_PROVINSI" )
          lokasi = luar provinsi atau dalam provinsi  → Data( lokasi in ( "LUAR_PROVINSI", "DALAM_PROVINSI" ) )
          lokasi bukan LUAR_PROVINSI  → Data( lokasi != "LUAR_PROVINSI" )
          lokasi <> "LUAR_PROVINSI"  → Data( lokasi != "LUAR_PROVINSI" )
          tidak lokasi = LUAR_PROVINSI  → not Data( lokasi == "LUAR_PROVINSI" )
          nilai >= 50.000.000 dan nilai < 200.000.000  → Data( nilai >= 50_000_000, nilai < 200_000_000 )
          nilai >= 50.000.000 dan < 200.000.000  → Data( nilai >= 50_000_000 && < 200_000_000 )
          nilai ≥ Rp50.000.000,00  → Data( nilai >= 50_000_000 )
          nilai lebih dari Rp 50 juta  → Data( nilai > 50_000_000 )
          nilai paling banyak 1,5 juta  → Data( nilai <= 1_500_000 )
          nilai kurang dari 50 ribu  → Data( nilai < 50_000 )
          nilai minimal 50_000  → Data( nilai >= 50_000 )
          nilai antara 5.000 dan 10.000  → Data( nilai >= 5_000 && <= 10_000 )
          nilai < 5.000 atau > 10.000  → Data( nilai < 5_000 || > 10_000 )
          nilai < 5.000 atau nilai > 10.000  → Data( nilai < 5_000 || > 10_000 )
          nilai < 5.000 atau (> 6.000 dan < 7.000)  → Data( nilai < 5_000 || > 6_000 && < 7_000 )
          tanggal kegiatan >= 31-01-2026  → Data( tanggalKegiatan >= "2026-01-31" )
          tanggalKegiatan = 31 Januari 2026  → Data( tanggalKegiatan == "2026-01-31" )
          tanggalKegiatan sebelum 2026-01-31  → Data( tanggalKegiatan < "2026-01-31" )
          dana tersedia = Ya  → Data( danaTersedia == "ya" )
          terbuka 4  → Terbuka( langkah == "4" )
          tidak terbuka baris 5  → not Terbuka( langkah == "5" )
          terbuka 4 dan 5  → Terbuka( langkah == "4" ) Terbuka( langkah == "5" )
          tidak terbuka 4 atau 5  → not Terbuka( langkah in ( "4", "5" ) )
          terbuka selain 4  → Terbuka( langkah != "4" )
          pernah 3  → Pernah( langkah == "3" )
          belum pernah 3  → not Pernah( langkah == "3" )
          nilai > 5.000; terbuka 4  → Data( nilai > 5_000 ) Terbuka( langkah == "4" )
          lokasi = LUAR_PROVINSI dan tidak terbuka 5  → not Terbuka( langkah == "5" ) Data( lokasi == "LUAR_PROVINSI" )
          tidak (lokasi = LUAR_PROVINSI dan nilai > 5)  → not Data( lokasi == "LUAR_PROVINSI", nilai > 5 )
          """)
  void a_condition_in_words_means_one_thing(String words, String conditions) {
    String drl =
        RandomRules.HEADER
            + RandomRules.rule(0, "Selesai( langkah == \"1\" ) " + conditions, "rute.ke(\"2\");");

    Gate.Reading read = read("1", words, "2");

    assertThat(read.problems()).isEmpty();
    assertThat(read.rules().get(0).conditions())
        .containsExactlyElementsOf(Gate.read("rute.drl", drl, SOP).rules().get(0).conditions());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kunjungan >= 3             | kunjungan >= 3
          oleh KASUBAG               | oleh == "KASUBAG"
          oleh Kepala Subbagian      | oleh == "KASUBAG"
          oleh KASUBAG atau STAF     | oleh in ( "KASUBAG", "STAF" )
          oleh selain STAF           | oleh != "STAF"
          kunjungan = 2; oleh STAF   | kunjungan == 2, oleh == "STAF"
          """)
  void a_condition_on_the_row_just_completed_is_one_of_its_fields(String words, String fields) {
    String drl =
        RandomRules.HEADER
            + RandomRules.rule(0, "Selesai( langkah == \"1\", " + fields + " )", "rute.ke(\"2\");");

    Gate.Reading read = read("1", words, "2");

    assertThat(read.problems()).isEmpty();
    assertThat(read.rules().get(0).conditions())
        .isEqualTo(Gate.read("rute.drl", drl, SOP).rules().get(0).conditions());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2                | rute.ke("2");
          2.               | rute.ke("2");
          2.0              | rute.ke("2");
          baris 2          | rute.ke("2");
          3 dan 6          | rute.ke("3", "6");
          3, 6             | rute.ke("3", "6");
          3; baris 6       | rute.ke("3", "6");
          selesai          | rute.selesai();
          Selesai: DITOLAK | rute.selesai("DITOLAK");
          selesai ditolak  | rute.selesai("DITOLAK");
          selesai (BATAL)  | rute.selesai("BATAL");
          tunggu           | rute.tunggu();
          """)
  void a_goal_means_one_thing(String ke, String chain) {
    String drl = RandomRules.HEADER + RandomRules.rule(0, "Selesai( langkah == \"1\" )", chain);

    Gate.Reading read = read("1", "", ke);

    assertThat(read.problems()).isEmpty();
    assertThat(told(read.rules().get(0)).get(4))
        .isEqualTo(told(Gate.read("rute.drl", drl, SOP).rules().get(0)).get(4));
  }

  private static Gate.Reading read(String dari, String syarat, String ke) {
    return ArrowSheet.read(
        "rute.csv",
        SheetWriter.csv(
            List.of(
                List.of("dari", "syarat", "ke", "dasar hukum"),
                List.of(dari, syarat, ke, "SOP contoh"))),
        SOP);
  }
}
