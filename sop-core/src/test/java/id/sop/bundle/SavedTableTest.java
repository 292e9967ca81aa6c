package id.sop.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.internal.Sha256;
import id.sop.problem.Problem;
import id.sop.problem.SopException;
import id.sop.routing.RoutingTable;
import id.sop.testing.CodeTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table as a file: written, read back, and refused when it does not fit. */
class SavedTableTest {
  private static final SopReader.Result DEFINITION = RandomTables.bundle().definition();
  private static final Sop SOP = DEFINITION.sop().orElseThrow();
  private static final String TEXT = aTableWithEverything();

  /** The first random table in which each kind of line stands. */
  private static String aTableWithEverything() {
    Random random = new Random(7);
    String[] wanted = {"none", "wait", "end", "named", "rows", "field", "values", "[]"};
    while (true) {
      RoutingTable table = new RandomTables(random).table(SOP);
      String text = new String(SavedTable.bytes(RandomTables.bundle(), SOP, table), UTF_8);
      if (Stream.of(wanted).allMatch(text::contains)) {
        return text;
      }
    }
  }

  private static SavedTable.Result read(String table) {
    return read(table.getBytes(UTF_8));
  }

  private static SavedTable.Result read(byte[] table) {
    return SavedTable.read(RandomTables.bundle(table), DEFINITION);
  }

  private static Problem refused(SopBundle bundle) {
    return refused(SavedTable.read(bundle));
  }

  private static Problem refused(SavedTable.Result result) {
    assertThat(result.procedure()).isEmpty();
    assertThat(result.table()).isEmpty();
    assertThat(result.problems()).hasSize(1);
    return result.problems().get(0);
  }

  private static Problem refused(String table) {
    return refused(read(table));
  }

  /** The table with other lines after its certificate, which is made to fit them. */
  private static String resealed(String from, String to) {
    String rest = TEXT.substring(TEXT.indexOf('\n') + 1);
    assertThat(rest).contains(from);
    String other = rest.replaceFirst(Pattern.quote(from), to);
    return sealed(other);
  }

  private static String sealed(String rest) {
    String digest = Sha256.of(rest.getBytes(UTF_8));
    String line = TEXT.substring(0, TEXT.indexOf('\n') + 1);
    return line.replaceFirst("\"content\":\"[0-9a-f]+\"", "\"content\":\"" + digest + "\"") + rest;
  }

  @Test
  void a_thousand_random_tables_are_read_back_as_they_were_written() {
    long seed = 1_122;
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      RoutingTable table = new RandomTables(random).table(SOP);
      byte[] bytes = SavedTable.bytes(RandomTables.bundle(), SOP, table);

      SavedTable.Result result = read(bytes);

      assertThat(result.problems()).as("seed %d, table %d", seed, i).isEmpty();
      RoutingTable back = result.table().orElseThrow();
      assertThat(back.blocks()).as("seed %d, table %d", seed, i).isEqualTo(table.blocks());
      assertThat(SavedTable.bytes(RandomTables.bundle(), SOP, back))
          .as("seed %d, table %d", seed, i)
          .isEqualTo(bytes);
    }
  }

  @Test
  void its_procedure_is_pinned_to_the_sources_and_not_to_the_table() {
    SopBundle bundle = RandomTables.bundle(TEXT.getBytes(UTF_8));

    assertThat(SavedTable.procedureOrThrow(bundle).digest())
        .isEqualTo(RandomTables.bundle().digest());
  }

  @Test
  void its_certificate_names_what_it_was_made_from() {
    String line = TEXT.substring(0, TEXT.indexOf('\n'));

    assertThat(line)
        .startsWith("{\"certificate\":{\"form\":1,\"dialect\":1,\"library\":\"")
        .contains("\"source\":\"" + RandomTables.bundle().digest() + "\"")
        .contains("\"rute.drl\":", "\"sop.yaml\":", "\"cells\":", "\"content\":")
        .doesNotContain("${", "\"library\":\"\"");
  }

  @Test
  void a_bundle_read_from_another_place_names_its_rules_there() {
    SopBundle there =
        SopBundle.of(
            "di/tempat/lain",
            Map.of(
                SopBundle.SOP, RandomTables.bundle().bytes(SopBundle.SOP).orElseThrow(),
                SopBundle.RUTE, RandomTables.bundle().bytes(SopBundle.RUTE).orElseThrow(),
                SopBundle.TABEL, TEXT.getBytes(UTF_8)));

    RoutingTable table = SavedTable.read(there).table().orElseThrow();

    assertThat(table.entries())
        .allMatch(e -> e.answer().toString().contains("place=di/tempat/lain/rute.drl:"));
    assertThat(new String(SavedTable.bytes(there, SOP, table), UTF_8)).isEqualTo(TEXT);
  }

  @Test
  void without_a_table_the_way_out_is_told() {
    Problem problem = refused(RandomTables.bundle());

    assertThat(problem.code()).isEqualTo(TableCode.TABLE_MISSING);
    assertThat(problem)
        .hasToString(
            "contoh/tabel.json:1:1: SOP-8011 Tabel tersimpan tabel.json tidak ada dalam contoh.");
  }

  @ParameterizedTest
  @CsvSource({"sop.yaml, '# lain\n'", "rute.drl, '// lain\n'"})
  void a_table_older_than_its_sources_is_refused_and_the_changed_file_is_named(
      String file, String more) {
    Map<String, byte[]> files = new HashMap<>();
    for (String name : List.of(SopBundle.SOP, SopBundle.RUTE)) {
      byte[] bytes = RandomTables.bundle().bytes(name).orElseThrow();
      files.put(
          name, name.equals(file) ? (more + new String(bytes, UTF_8)).getBytes(UTF_8) : bytes);
    }
    files.put(SopBundle.TABEL, TEXT.getBytes(UTF_8));

    Problem problem = refused(SopBundle.of("contoh", files));

    assertThat(problem.code()).isEqualTo(TableCode.TABLE_OUTDATED);
    assertThat(problem.facts()).containsExactly(file);
  }

  @Test
  void a_table_of_another_form_or_dialect_is_refused() {
    assertThat(refused(TEXT.replace("\"form\":1", "\"form\":2")).code())
        .isEqualTo(TableCode.OTHER_FORM);
    assertThat(refused(TEXT.replace("\"dialect\":1", "\"dialect\":7")))
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo(TableCode.OTHER_DIALECT);
              assertThat(p.facts()).containsExactly("7", "1");
            });
  }

  @Test
  void wherever_it_is_cut_off_it_is_refused() {
    for (int end = 0; end < TEXT.length(); end += 1 + end / 50) {
      Problem problem = refused(TEXT.substring(0, end));

      assertThat(problem.code())
          .as("cut off at %d", end)
          .isIn(TableCode.NOT_A_TABLE, TableCode.TABLE_ALTERED);
    }
  }

  @Test
  void wherever_one_character_is_altered_it_is_refused() {
    long seed = 3;
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      int at = random.nextInt(TEXT.length());
      char other = (char) (TEXT.charAt(at) ^ 1);
      String altered = TEXT.substring(0, at) + other + TEXT.substring(at + 1);

      if (altered.contains("\"library\"") && isOfTheLibrary(at)) {
        // Which version wrote it is told, but not relied on.
        continue;
      }
      assertThat(read(altered).procedure()).as("seed %d, at %d", seed, at).isEmpty();
    }
  }

  private static boolean isOfTheLibrary(int at) {
    int from = TEXT.indexOf("\"library\":\"") + "\"library\":\"".length();
    return at >= from && at < TEXT.indexOf('"', from);
  }

  @Test
  void a_table_with_windows_line_ends_is_refused() {
    assertThat(refused(TEXT.replace("\n", "\r\n")).code())
        .isIn(TableCode.NOT_A_TABLE, TableCode.TABLE_ALTERED);
  }

  @Test
  void what_is_no_utf8_is_refused() {
    assertThat(refused(RandomTables.bundle(new byte[] {'{', (byte) 0xff})).code())
        .isEqualTo(BundleCode.NOT_UTF8);
  }

  @Test
  void a_huge_file_is_refused_unread() {
    assertThat(refused(RandomTables.bundle(new byte[SopBundle.MAX_BYTES + 1])).code())
        .isEqualTo(BundleCode.FILE_TOO_LARGE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "not JSON at all             | SOP yang lama                       | 1 | 1",
        "nothing                     | ''                                  | 1 | 1",
        "a list                      | []                                  | 1 | 1",
        "another object              | {\"sertifikat\":{}}                 | 1 | 2",
        "a comment                   | /* */ {}                            | 1 | 1",
        "a text for a number         | {\"certificate\":{\"form\":\"1\"}}  | 1 | 24",
        "a fraction                  | {\"certificate\":{\"form\":1.0}}    | 1 | 24",
        "an exponent                 | {\"certificate\":{\"form\":1e0}}    | 1 | 24",
      })
  void hostile_json_is_refused_at_its_place(String what, String json, int line, int column) {
    Problem problem = refused(json);

    assertThat(problem.code()).isEqualTo(TableCode.NOT_A_TABLE);
    assertThat(problem.place().line()).isEqualTo(line);
    assertThat(problem.place().column()).isEqualTo(column);
  }

  @Test
  void a_hundred_thousand_brackets_are_refused() {
    assertThat(refused("[".repeat(100_000)).code()).isEqualTo(TableCode.NOT_A_TABLE);
    assertThat(refused(sealed("\"rules\":" + "[".repeat(100_000))).code())
        .isEqualTo(TableCode.NOT_A_TABLE);
    assertThat(refused(sealed("\"rules\":[" + "{\"rule\":".repeat(100_000))).code())
        .isEqualTo(TableCode.NOT_A_TABLE);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"rules\":             | \"aturan\":",
        "\"karena\":            | \"karena\":\"\",\"karena\":",
        "\"rule\":              | \"lain\":1,\"rule\":",
        "\"file\":\"rute.drl\"  | \"file\":\"../../etc/passwd\"",
        "\"line\":              | \"line\":0",
        "\"kind\":\"none\"      | \"kind\":\"shell\"",
        "\"why\":               | \"why\":-",
        "\"why\":               | \"why\":99999",
        "\"why\":               | \"why\":99999999999999999999",
        "\"answers\":           | \"answers\":[],\"answers\":",
        "\"from\":null          | \"from\":\"terima\"",
        "\"dimensions\":[]      | \"dimensions\":[{\"kind\":\"x\"}]",
        "\"waktu\":\"           | \"waktu\":\"0",
        "\"outcome\":\"         | \"outcome\":\"a b",
        "]}                     | ]}]}",
        "\"label\":null         | \"label\":\"YA\"",
      })
  void lines_that_are_certified_but_wrong_are_refused_all_the_same(String from, String to) {
    Problem problem = refused(resealed(from, to));

    assertThat(problem.code()).isIn(TableCode.NOT_A_TABLE, TableCode.DOES_NOT_FIT);
    assertThat(problem.place().line()).isGreaterThan(1);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"step\":\"            | \"step\":\"x",
        "\"by\":[\"             | \"by\":[\"X_",
        "\"field\":\"           | \"field\":\"x",
        "\"rows\":[\"           | \"rows\":[\"x",
        "\"named\":[\"          | \"named\":[\"X_",
      })
  void what_sop_yaml_does_not_declare_is_refused(String from, String to) {
    Problem problem = refused(resealed(from, to));

    assertThat(problem.code()).isEqualTo(TableCode.NAMES_UNKNOWN);
  }

  @Test
  void a_problem_points_at_the_value() {
    String text = resealed("\"step\":\"", "\"step\":\"x");
    int at = text.indexOf("\"step\":\"x");
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    int column = at + "\"step\":".length() - text.lastIndexOf('\n', at);

    Problem problem = refused(text);

    assertThat(problem.place().line()).isEqualTo(line);
    assertThat(problem.place().column()).isEqualTo(column);
  }

  @Test
  void random_hostile_lines_never_throw_and_are_never_used() {
    long seed = 4;
    Random random = new Random(seed);
    String rest = TEXT.substring(TEXT.indexOf('\n') + 1);
    String[] bits = {"{", "}", "[", "]", ",", ":", "\"", "null", "9", "-1", "\\u0000", "\"a\":1,"};
    for (int i = 0; i < 1_000; i++) {
      StringBuilder hostile = new StringBuilder(rest);
      int at = random.nextInt(rest.length());
      int end = Math.min(rest.length(), at + random.nextInt(4));
      hostile.replace(at, end, bits[random.nextInt(bits.length)]);

      SavedTable.Result result = read(sealed(hostile.toString()));

      // A changed word of a rule is still a table; any other change is refused.
      result
          .table()
          .ifPresent(
              table ->
                  assertThat(SavedTable.bytes(RandomTables.bundle(), SOP, table)).isNotEmpty());
      assertThat(result.procedure().isPresent()).isEqualTo(result.problems().isEmpty());
    }
  }

  @Test
  void a_table_of_another_sop_is_not_written() {
    RoutingTable other = RoutingTable.of(List.of(), List.of());

    assertThatThrownBy(() -> SavedTable.bytes(RandomTables.bundle(), SOP, other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void it_is_written_as_a_whole_over_the_one_before(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(SopBundle.TABEL), "lama");

    Path file = SavedTable.write(folder, TEXT.getBytes(UTF_8));

    assertThat(file).hasContent(TEXT);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_folder_that_is_not_there_is_told(@TempDir Path folder) {
    assertThatThrownBy(() -> SavedTable.write(folder.resolve("x"), new byte[0]))
        .isInstanceOf(SopException.class)
        .hasMessageStartingWith("SOP-8020");
  }

  @Test
  void every_problem_says_what_is_wrong_and_the_way_out_in_both_languages() {
    CodeTexts.assertComplete(TableCode.values());
  }
}
