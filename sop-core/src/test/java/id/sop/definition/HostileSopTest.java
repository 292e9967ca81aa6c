package id.sop.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import id.sop.internal.MarkedText;
import id.sop.internal.YamlCode;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, the reader answers with a document or with problems. */
class HostileSopTest {
  private static final String GOOD = MarkedText.resource("/id/sop/definition/sop.yaml");
  private static final String FILE = "sop.yaml";

  private static SopReader.Result read(String text) {
    return SopReader.read(FILE, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertOnly(SopReader.Result result, YamlCode code, int line, int column) {
    assertThat(result.sop()).isEmpty();
    assertThat(result.problems())
        .extracting(Problem::code, Problem::place)
        .containsExactly(tuple(code, new Place(FILE, line, column)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# hanya komentar\n", "---\n", "---\n...\n", "null"})
  void an_empty_file_is_said_to_be_empty(String text) {
    assertOnly(read(text), YamlCode.EMPTY_FILE, 1, 1);
  }

  @Test
  void a_billion_laughs_are_refused_at_each_anchor_and_alias() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    SopReader.Result result = read(bomb.toString());

    assertThat(result.sop()).isEmpty();
    assertThat(result.problems()).hasSize(30 + 2 * 29);
    assertThat(result.problems()).extracting(Problem::code).containsOnly(YamlCode.ALIAS);
  }

  @Test
  void deep_nesting_is_refused_where_it_becomes_too_deep() {
    assertOnly(read("sop: " + "[".repeat(100_000)), YamlCode.TOO_DEEP, 1, 6 + 29);
  }

  @Test
  void deep_nesting_in_block_style_is_refused_too() {
    assertThat(read("- ".repeat(10_000)).problems())
        .extracting(Problem::code)
        .containsExactly(YamlCode.TOO_DEEP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!javax.script.ScriptEngineManager [x]",
        "!!java.net.URL \"http://x\"",
        "!lokal x",
        "!!str x"
      })
  void tags_are_refused(String value) {
    assertOnly(read("sop: " + value), YamlCode.TAG, 1, 6);
  }

  @Test
  void a_file_of_two_mebibytes_is_not_read() {
    assertOnly(SopReader.read(FILE, new byte[2 << 20]), YamlCode.TOO_LARGE, 1, 1);
  }

  @Test
  void bytes_that_are_not_utf_8_are_shown() {
    byte[] bytes = "sop: a\nversi: é".getBytes(StandardCharsets.ISO_8859_1);

    assertOnly(SopReader.read(FILE, bytes), YamlCode.NOT_UTF8, 2, 8);
  }

  @Test
  void a_text_cut_within_a_character_is_not_utf_8() {
    byte[] bytes = "sop: é".getBytes(StandardCharsets.UTF_8);

    assertOnly(
        SopReader.read(FILE, Arrays.copyOf(bytes, bytes.length - 1)), YamlCode.NOT_UTF8, 1, 6);
  }

  @Test
  void utf_16_is_not_utf_8() {
    assertOnly(
        SopReader.read(FILE, GOOD.getBytes(StandardCharsets.UTF_16)), YamlCode.NOT_UTF8, 1, 1);
  }

  @Test
  void a_byte_order_mark_is_warned_of_and_read_over() {
    SopReader.Result result = read("\uFEFF" + GOOD);

    assertThat(result.sop()).isPresent();
    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly(YamlCode.BYTE_ORDER_MARK);
  }

  @Test
  void line_ends_of_windows_change_neither_values_nor_places() {
    SopReader.Result windows = read(GOOD.replace("\n", "\r\n"));

    assertThat(windows).isEqualTo(read(GOOD));
    assertThat(windows.sop()).isPresent();
  }

  @Test
  void characters_outside_the_basic_plane_count_as_one_column() {
    MarkedText broken =
        MarkedText.replacing(GOOD, "alias: [JFU, Pengadministrasi Umum]", "alias: [😀😀, ▶[a]]");

    assertThat(SopReader.read(FILE, broken.bytes()).problems())
        .extracting(Problem::place)
        .containsExactly(new Place(FILE, broken.line(), broken.column()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "x",
        "- a\n- b",
        "{}",
        "? ",
        ": x",
        "{a: b",
        "\"",
        "'",
        "|",
        ">",
        "%YAML 9.9\n---\na: b",
        "%TAG ! x\n---\na: b",
        "&",
        "*",
        "!",
        "@",
        "`",
        "\t",
        "a:\tb",
        "- - - -",
        "? ? ?",
        "{? {a: b} : c}",
        "<<: {a: b}",
        "a: |9\n b",
        "a: \"\\x\"",
        "a: \"\\uD800\"",
        "sop:\n- a\n b: c",
        "---\n---\n---",
        "..."
      })
  void fragments_of_yaml_give_problems_and_no_exception(String text) {
    SopReader.Result result = read(text);

    assertThat(result.sop()).isEmpty();
    assertThat(Problems.hasErrors(result.problems())).isTrue();
  }

  @Test
  void a_file_at_all_its_limits_is_read() {
    String items = String.join(", ", IntStream.range(0, 200).mapToObj(i -> "n" + i).toList());
    String full =
        GOOD.replace("[Komputer, Printer]", "[" + items + "]")
            .replace("Melengkapi berkas", "😀".repeat(2_000));
    int used = full.getBytes(StandardCharsets.UTF_8).length;

    SopReader.Result result = read(full + "#".repeat((1 << 20) - used));

    assertThat(result.problems()).isEmpty();
    assertThat(result.sop()).isPresent();
  }

  @Test
  void what_stands_beyond_the_limit_of_a_list_is_not_looked_into() {
    String roles = repeated(15_000, " - {kode: K%d, nama: x}\n");
    String rows = repeated(15_000, " - {id: B%1$d, pelaksana: Z%1$d}\n");

    SopReader.Result result = read("pelaksana:\n" + roles + "langkah:\n" + rows);

    assertThat(result.problems()).hasSizeBetween(500, 3_000);
    assertThat(result.problems()).extracting(Problem::code).contains(YamlCode.LIST_TOO_LONG);
  }

  private static String repeated(int count, String line) {
    return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
  }

  @Test
  void random_bytes_give_problems_and_no_exception() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);

      assertThatCode(() -> assertThat(SopReader.read(FILE, bytes).problems()).isNotEmpty())
          .as("seed %d", seed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void five_thousand_slips_of_the_pen_give_a_document_or_an_error() {
    Mutator mutator = new Mutator(GOOD);
    int documents = 0;
    for (long seed = 0; seed < 5_000; seed++) {
      String text = mutator.mutate(new Random(seed));
      SopReader.Result result = readUnder(seed, text);
      assertThat(result.sop().isPresent())
          .as("seed %d", seed)
          .isNotEqualTo(Problems.hasErrors(result.problems()));
      documents += result.sop().isPresent() ? 1 : 0;
    }

    assertThat(documents).as("some slips do no harm").isBetween(250, 4_500);
  }

  private static SopReader.Result readUnder(long seed, String text) {
    try {
      return read(text);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  /** Changes a text as a tired author does, or a broken disk. */
  private record Mutator(String text) {
    private static final String CHARACTERS = "\t\n :-[]{}'\"#&*!|>?%@`,0aZé\0\u2028";

    String mutate(Random random) {
      String result = text;
      for (int i = 0; i <= random.nextInt(3); i++) {
        result = random.nextBoolean() ? character(result, random) : line(result, random);
      }
      return result;
    }

    private static String character(String text, Random random) {
      int at = random.nextInt(text.length());
      String other = String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      return switch (random.nextInt(4)) {
        case 0 -> text.substring(0, at) + text.substring(at + 1);
        case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
        case 2 -> text.substring(0, at) + other + text.substring(at + 1);
        default -> text.substring(0, at) + other + text.substring(at);
      };
    }

    private static String line(String text, Random random) {
      List<String> lines = new ArrayList<>(text.lines().toList());
      int at = random.nextInt(lines.size());
      switch (random.nextInt(4)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, lines.get(at));
        case 2 -> lines.add(random.nextInt(lines.size()), lines.get(at));
        default -> lines.set(at, " " + lines.get(at));
      }
      return String.join("\n", lines);
    }
  }
}
