package id.sop.rules.dialect;

import static id.sop.rules.dialect.BrokenFile.FILE;
import static id.sop.rules.dialect.BrokenFile.SOP;
import static id.sop.rules.dialect.BrokenFile.SOUND;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.rules.Bundles;
import id.sop.rules.TestSop;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {

  static Stream<BrokenFile> broken_files() {
    return Stream.of(
        // characters
        broken("a NUL", DialectCode.FORBIDDEN_CHARACTER, "// Contoh.", "// Con§\0toh."),
        broken(
            "a hidden direction", DialectCode.FORBIDDEN_CHARACTER, "\"2 YA\"", "\"2§\u202E YA\""),
        broken("a blank letter", DialectCode.FORBIDDEN_CHARACTER, "\"2 YA\"", "\"2§\u3164 YA\""),
        broken(
            "a tag outside the basic plane",
            DialectCode.FORBIDDEN_CHARACTER,
            "\"2 YA\"",
            "\"2§\uDB40\uDC41 YA\""),
        broken("a unicode escape", DialectCode.UNICODE_ESCAPE, "// Contoh.", "// §\\u000a Contoh."),
        broken("an open text", DialectCode.UNTERMINATED_TEXT, "\"2 YA\"", "§\"2 YA"),
        broken("an open comment", DialectCode.UNTERMINATED_COMMENT, "rule \"4\"", "§/* rule \"4\""),
        broken("an escape", DialectCode.UNKNOWN_ESCAPE, "\"cabang\")", "\"cab§\\nang\")"),
        broken(
            "a long text",
            DialectCode.TEXT_TOO_LONG,
            "\"cabang\")",
            "§\"" + "a".repeat(501) + "\")"),
        broken("a long file", DialectCode.TOO_LARGE, "// Contoh.", "§" + "//\n".repeat(400_000)),
        // above the rules
        broken(
            "the package of another",
            DialectCode.WRONG_PACKAGE,
            "package sop.uji.contoh_gerbang",
            "package §sop.uji.contoh"),
        broken(
            "the package with a dash",
            DialectCode.WRONG_PACKAGE,
            "package sop.uji.contoh_gerbang",
            "package §sop.uji.contoh-gerbang"),
        broken(
            "no package",
            DialectCode.HEADER_MISSING,
            "package sop.uji.contoh_gerbang\n\nimport id.sop.rules.fact.*\n\nglobal Rute rute\n\nrule",
            "import id.sop.rules.fact.*\n\nglobal Rute rute\n\n§rule"),
        broken(
            "no import",
            DialectCode.HEADER_MISSING,
            "import id.sop.rules.fact.*\n\nglobal Rute rute\n\nrule",
            "global Rute rute\n\n§rule"),
        broken("no global", DialectCode.HEADER_MISSING, "global Rute rute\n\nrule", "§rule"),
        broken(
            "another import",
            DialectCode.NOT_IN_DIALECT,
            "global Rute",
            "§import java.util.List\nglobal Rute"),
        broken(
            "a static import",
            DialectCode.NOT_IN_DIALECT,
            "global Rute",
            "§import static java.lang.Runtime.*\nglobal Rute"),
        broken(
            "another global",
            DialectCode.NOT_IN_DIALECT,
            "global Rute rute",
            "global Rute rute\n§global java.util.List rute2"),
        broken(
            "the import twice",
            DialectCode.NOT_IN_DIALECT,
            "global Rute",
            "§import id.sop.rules.fact.*\nglobal Rute"),
        broken(
            "a function",
            DialectCode.NOT_IN_DIALECT,
            "rule \"mulai\"",
            "§function int f() { return 1; }\nrule \"mulai\""),
        broken(
            "a declared type",
            DialectCode.NOT_IN_DIALECT,
            "rule \"mulai\"",
            "§declare Data lokasi : String = exec() end\nrule \"mulai\""),
        broken(
            "a query",
            DialectCode.NOT_IN_DIALECT,
            "rule \"mulai\"",
            "§query q() Mulai() end\nrule \"mulai\""),
        broken(
            "a dialect line",
            DialectCode.NOT_IN_DIALECT,
            "rule \"mulai\"",
            "§dialect \"mvel\"\nrule \"mulai\""),
        broken(
            "words between rules",
            DialectCode.NOT_IN_DIALECT,
            "rule \"2 YA\"",
            "§lalu\nrule \"2 YA\""),
        broken(
            "an end too many", DialectCode.NOT_IN_DIALECT, "rule \"2 YA\"", "§end\nrule \"2 YA\""),
        // a rule's head
        broken(
            "a rule name without quotes",
            DialectCode.EXPECTED_IN_RULE,
            "rule \"mulai\"",
            "rule §mulai"),
        broken("a rule name twice", DialectCode.RULE_NAME_TWICE, "rule \"4\"", "rule §\"3\""),
        broken("a blank rule name", DialectCode.RULE_NAME_INVALID, "rule \"4\"", "rule §\" \""),
        broken(
            "salience",
            DialectCode.RULE_ATTRIBUTE,
            "    @keterangan(\"cabang\")",
            "    §salience 10"),
        broken("extends", DialectCode.RULE_ATTRIBUTE, "rule \"4\"", "rule \"4\" §extends \"3\""),
        broken("no when", DialectCode.EXPECTED_IN_RULE, "baris 4\")\nwhen\n", "baris 4\")§\n"),
        broken("no @baris", DialectCode.ANNOTATION_MISSING, "\"3\"\n    @baris(\"3\")", "§\"3\"\n"),
        broken(
            "no @dasarHukum",
            DialectCode.ANNOTATION_MISSING,
            "\"3\"\n    @baris(\"3\")\n    @dasarHukum(\"contoh, baris 3\")",
            "§\"3\"\n    @baris(\"3\")\n"),
        broken(
            "a blank @dasarHukum",
            DialectCode.ANNOTATION_MISSING,
            "\"4\"\n    @baris(\"4\")\n    @dasarHukum(\"contoh, baris 4\")",
            "\"4\"\n    @baris(\"4\")\n    @dasarHukum(§\" \")"),
        broken(
            "a misspelt annotation", DialectCode.UNKNOWN_ANNOTATION, "@keterangan", "@§keternagan"),
        broken(
            "an annotation twice",
            DialectCode.ANNOTATION_TWICE,
            "@keterangan(\"cabang\")",
            "@§baris(\"2\")"),
        broken("@baris of no row", DialectCode.UNKNOWN_ROW, "@baris(\"4\")", "@baris(§\"44\")"),
        broken(
            "an annotation without quotes",
            DialectCode.EXPECTED_IN_RULE,
            "@baris(\"4\")",
            "@baris(§4)"),
        broken(
            "a name of blanks",
            DialectCode.RULE_NAME_INVALID,
            "rule \"3\"",
            "rule §\"\u00a0\u2003\""),
        broken(
            "a name that differs in case and spacing only",
            DialectCode.RULE_NAME_TWICE,
            "rule \"3\"",
            "rule §\" 2\u00a0 ya\""),
        // conditions
        broken(
            "a number without end",
            DialectCode.WORD_TOO_LONG,
            "kunjungan <= 3",
            "kunjungan <= §1" + "_1".repeat(100_000)),
        broken(
            "more values than an expression can hold",
            DialectCode.RULE_TOO_LARGE,
            "in (\"4\", \"3\")",
            "in (" + "\"4\", ".repeat(199) + "§\"3\")"),
        broken(
            "more conditions than a rule can hold",
            DialectCode.RULE_TOO_LARGE,
            "Pernah( langkah == \"3\" )",
            "not Terbuka()\n".repeat(196) + "§not Terbuka()"),
        broken(
            "no )",
            DialectCode.EXPECTED_IN_RULE,
            "langkah == \"3\" )\n    Terbuka()",
            "langkah == \"3\"§\n    Terbuka()"),
        broken("no ) below an annotation", DialectCode.EXPECTED_IN_RULE, "Mulai()", "Mulai(§"),
        broken("no (", DialectCode.EXPECTED_IN_RULE, "Terbuka()", "Terbuka§"),
        broken(
            "100,000 parentheses",
            DialectCode.EXTRA_SIGN,
            "Mulai()",
            "Mulai(" + "§" + "(".repeat(100_000)),
        broken("an unknown fact", DialectCode.UNKNOWN_FACT, "Pernah(", "§Perna("),
        broken("a binding", DialectCode.UNKNOWN_FACT, "Pernah(", "§$p : Pernah("),
        broken("eval", DialectCode.UNKNOWN_FACT, "Pernah(", "§eval( true ) Pernah("),
        broken("exists", DialectCode.UNKNOWN_FACT, "Pernah(", "§exists Pernah("),
        broken(
            "accumulate",
            DialectCode.UNKNOWN_FACT,
            "Pernah(",
            "§accumulate( Pernah(); count() ) Pernah("),
        broken("from", DialectCode.UNKNOWN_FACT, "Terbuka()\n", "Terbuka() §from list\n"),
        broken(
            "or between conditions",
            DialectCode.CONDITIONS_JOINED,
            "not Data( mendesak",
            "§or Data( mendesak"),
        broken(
            "no trigger",
            DialectCode.TRIGGER_MISSING,
            "rule \"3\"\n    @baris(\"3\")\n    @dasarHukum(\"contoh, baris 3\")\nwhen\n    Selesai( langkah == \"3\" )",
            "§rule \"3\"\n    @baris(\"3\")\n    @dasarHukum(\"contoh, baris 3\")\nwhen"),
        broken("two triggers", DialectCode.TRIGGER_TWICE, "Pernah( langkah", "§Selesai( langkah"),
        broken("not Mulai", DialectCode.TRIGGER_NEGATED, "Mulai()", "§not Mulai()"),
        broken(
            "Selesai without a row",
            DialectCode.FACT_WITHOUT_CONDITION,
            "Selesai( langkah == \"3\" )",
            "§Selesai()"),
        broken(
            "Data without a field",
            DialectCode.FACT_WITHOUT_CONDITION,
            "Data( tanggal < \"2026-07-01\" )",
            "§Data()"),
        broken("an unknown field", DialectCode.UNKNOWN_FIELD, "tanggal <", "§tangal <"),
        broken(
            "a field of another fact",
            DialectCode.UNKNOWN_FIELD,
            "Mulai()",
            "Mulai( §langkah == \"1\" )"),
        broken(
            "the class of a fact",
            DialectCode.UNKNOWN_FIELD,
            "tanggal < \"2026-07-01\"",
            "§class == \"x\""),
        broken(
            "a nested property",
            DialectCode.UNKNOWN_OPERATOR,
            "tanggal < \"2026-07-01\"",
            "tanggal§.year == 5"),
        broken(
            "a regular expression", DialectCode.UNKNOWN_OPERATOR, "lokasi ==", "lokasi §matches"),
        broken("one = only", DialectCode.UNKNOWN_OPERATOR, "langkah == \"2\"", "langkah §= \"2\""),
        broken("a field alone", DialectCode.EXPECTED_IN_RULE, "langkah == \"2\",", "langkah §,"),
        broken(
            "a call as a value",
            DialectCode.NOT_A_LITERAL,
            "tanggal < \"2026-07-01\"",
            "tanggal < §LocalDate.now()"),
        broken(
            "a class as a value",
            DialectCode.NOT_A_LITERAL,
            "lokasi == \"DALAM_KOTA\"",
            "lokasi == §String.class"),
        broken("a sum", DialectCode.EXPECTED_IN_RULE, "< 2_000_000", "< 1 §+ 1"),
        broken("a decimal", DialectCode.NUMBER_INVALID, "< 2_000_000", "< §1.5"),
        broken("single quotes", DialectCode.WRONG_QUOTE, "\"DALAM_KOTA\"", "§'DALAM_KOTA'"),
        broken(
            "&& on another field",
            DialectCode.OTHER_FIELD,
            "&& < 2_000_000",
            "&& §lokasi == \"LUAR_KOTA\""),
        broken(
            "a number compared with a word",
            DialectCode.WRONG_TYPE,
            "< 2_000_000",
            "< §\"banyak\""),
        broken(
            "a choice compared with a number",
            DialectCode.WRONG_TYPE,
            "lokasi == \"DALAM_KOTA\"",
            "lokasi == §5"),
        broken("a day that is none", DialectCode.WRONG_TYPE, "\"2026-07-01\"", "§\"2026-02-30\""),
        broken(
            "yes compared with a number",
            DialectCode.WRONG_TYPE,
            "mendesak == true",
            "mendesak == §1"),
        broken("a number in base eight", DialectCode.NUMBER_INVALID, "< 2_000_000", "< §010"),
        broken("a number with a letter", DialectCode.NUMBER_INVALID, "< 2_000_000", "< §5L"),
        broken(
            "a number too long",
            DialectCode.NUMBER_INVALID,
            "< 2_000_000",
            "< §9999999999999999999"),
        broken("a number out of range", DialectCode.OUTSIDE_RANGE, "< 2_000_000", "< §6_000_000"),
        broken("a negative number out of range", DialectCode.OUTSIDE_RANGE, "|| == 5", "|| == §-5"),
        broken("a choice in order", DialectCode.NOT_ORDERED, "lokasi ==", "lokasi §<"),
        broken("a misspelt row", DialectCode.UNKNOWN_ROW, "langkah == \"2\"", "langkah == §\"2x\""),
        broken(
            "a misspelt label",
            DialectCode.UNKNOWN_LABEL,
            "keputusan == \"YA\"",
            "keputusan == §\"Ya\""),
        broken(
            "a misspelt role",
            DialectCode.UNKNOWN_ROLE,
            "(\"KASUBAG\", \"STAF\")",
            "(§\"KASUBBAG\", \"STAF\")"),
        broken(
            "a misspelt choice", DialectCode.UNKNOWN_CHOICE, "\"DALAM_KOTA\"", "§\"DALAM KOTA\""),
        broken(
            "a label of a row that decides nothing",
            DialectCode.DECIDES_NOTHING,
            "langkah == \"3\" )",
            "langkah == \"3\", §keputusan == \"YA\" )"),
        broken(
            "no label of a row that decides",
            DialectCode.LABEL_NOT_ASKED,
            "Selesai( langkah == \"2\", keputusan == \"YA\", kunjungan <= 3 )",
            "§Selesai( langkah == \"2\" )"),
        // consequences
        broken("an empty then", DialectCode.THEN_EMPTY, "    rute.tunggu();\nend", "§end"),
        broken(
            "no end",
            DialectCode.EXPECTED_IN_RULE,
            "    rute.tunggu();\nend",
            "    rute.tunggu();§"),
        broken("no ;", DialectCode.EXPECTED_IN_RULE, "rute.tunggu();", "rute.tunggu()§"),
        broken(
            "Runtime.exec",
            DialectCode.UNKNOWN_CALL,
            "rute.tunggu();",
            "§Runtime.getRuntime().exec(\"sh\");"),
        broken(
            "a second statement",
            DialectCode.SECOND_STATEMENT,
            "rute.tunggu();",
            "rute.tunggu(); §System.exit(0);"),
        broken(
            "a second chain",
            DialectCode.SECOND_STATEMENT,
            "rute.tunggu();",
            "rute.tunggu(); §rute.selesai();"),
        broken("an insert", DialectCode.UNKNOWN_CALL, "rute.tunggu();", "§insert( new Mulai() );"),
        broken("a misspelt call", DialectCode.UNKNOWN_CALL, "rute.tunggu();", "rute.§tungu();"),
        broken("reflection", DialectCode.UNKNOWN_CALL, "rute.tunggu();", "rute.§getClass();"),
        broken(
            "oleh before ke",
            DialectCode.CALL_NOT_HERE,
            "rute.ke(\"1\").oleh(\"KASUBAG\")",
            "rute.§oleh(\"KASUBAG\").ke(\"1\")"),
        broken(
            "ke after selesai",
            DialectCode.CALL_NOT_HERE,
            "selesai(\"DITOLAK\")",
            "selesai(\"DITOLAK\").§ke(\"1\")"),
        broken("ke without a row", DialectCode.WRONG_ARGUMENTS, "rute.ke(\"2\")", "rute.§ke()"),
        broken("ke with a number", DialectCode.WRONG_ARGUMENTS, "rute.ke(\"2\")", "rute.ke(§2)"),
        broken(
            "a call inside a call", DialectCode.NOT_A_LITERAL, "rute.ke(\"2\")", "rute.ke(§x())"),
        broken(
            "a target that does not exist",
            DialectCode.UNKNOWN_ROW,
            "rute.ke(\"2\")",
            "rute.ke(§\"22\")"),
        broken(
            "a target twice", DialectCode.TARGET_TWICE, "rute.ke(\"2\")", "rute.ke(\"2\", §\"2\")"),
        broken(
            "oleh twice",
            DialectCode.CALL_TWICE,
            "oleh(\"KASUBAG\");",
            "oleh(\"KASUBAG\").§oleh(\"STAF\");"),
        broken(
            "a role that does not exist",
            DialectCode.UNKNOWN_ROLE,
            "oleh(\"KASUBAG\");",
            "oleh(§\"KASUBAGG\");"),
        broken(
            "a role of another row",
            DialectCode.ROLE_NOT_OF_ROW,
            "oleh(\"KASUBAG\");",
            "oleh(§\"SEKWAN\");"),
        broken(
            "not all who work together",
            DialectCode.ROLES_NOT_ALL,
            "oleh(\"KABAG\", \"SEKWAN\")",
            "oleh(§\"KABAG\")"),
        broken(
            "another order",
            DialectCode.ROLES_NOT_ALL,
            "oleh(\"KABAG\", \"SEKWAN\")",
            "oleh(§\"SEKWAN\", \"KABAG\")"),
        broken(
            "a time that is none",
            DialectCode.WAKTU_INVALID,
            "\"2 hari kerja\"",
            "§\"2 minggu lagi\""),
        broken(
            "no time where the rules give it",
            DialectCode.WAKTU_MISSING,
            "ke(\"4\").selama(\"2 hari kerja\")",
            "ke(§\"4\")"),
        broken(
            "an outcome in small letters",
            DialectCode.OUTCOME_INVALID,
            "\"DITOLAK\"",
            "§\"ditolak\""));
  }

  private static BrokenFile broken(String what, DialectCode code, String part, String with) {
    return new BrokenFile(what, code, part, with);
  }

  @Test
  void a_sound_file_passes_whole() {
    Gate.Reading reading = Gate.read(FILE, SOUND, SOP);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rules())
        .extracting(RouteRule::name)
        .containsExactly("mulai", "1 dekat", "2 YA", "3", "4");
  }

  @ParameterizedTest
  @MethodSource("broken_files")
  void a_broken_file_is_refused_where_it_is_broken(BrokenFile broken) {
    List<Problem> problems = Gate.read(FILE, broken.text(), SOP).problems();

    assertThat(problems)
        .as("problems of: %s", problems)
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo(broken.code());
              assertThat(p.place().line()).isEqualTo(broken.line());
              assertThat(p.place().column()).isEqualTo(broken.column());
              assertThat(p.hint(Language.ID)).isNotBlank();
            });
  }

  @Test
  void a_problem_inside_a_rule_names_the_rule() {
    String text = SOUND.replace("keputusan == \"YA\"", "keputusan == \"Ya\"");

    Problem problem = Gate.read(FILE, text, SOP).problems().get(0);

    assertThat(problem)
        .hasToString(
            "contoh/rute.drl:33:43: SOP-2033 Dalam aturan \"2 YA\": \"Ya\" bukan label keputusan"
                + " baris 2.");
    assertThat(problem.hint(Language.ID)).isEqualTo("Tulis YA.");
  }

  @Test
  void each_broken_rule_is_told_in_one_go() {
    String text =
        SOUND
            .replace("tunggu()", "tungu()")
            .replace("Mulai()", "Mulai(")
            .replace("\"DITOLAK\"", "\"?\"");

    List<Problem> problems = Gate.read(FILE, text, SOP).problems();

    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly(
            DialectCode.EXPECTED_IN_RULE, DialectCode.UNKNOWN_CALL, DialectCode.OUTCOME_INVALID);
  }

  @Test
  void windows_line_ends_and_a_byte_order_mark_change_neither_places_nor_digests() {
    String windows = "\uFEFF" + SOUND.replace("\n", "\r\n");

    Gate.Reading reading = Gate.read(FILE, windows, SOP);

    assertThat(reading).isEqualTo(Gate.read(FILE, SOUND, SOP));
  }

  @Test
  void whatever_is_done_to_a_file_the_gate_answers_and_never_throws() {
    long seed = 20261121;
    Random random = new Random(seed);
    String alphabet = "\"\\(){}@;.,=<>!&|'/*#$ \n\tabcrule_019end\u0000\u00e9\ud83d";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(Bundles.konsultasiRules());
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(3)) {
          case 0 -> text.delete(at, to);
          case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
          default -> text.insert(random.nextInt(text.length()), text.substring(at, to));
        }
      }
      String mutant = text.toString();

      assertThat(Gate.read(FILE, mutant, TestSop.konsultasi()))
          .as("seed %d, mutant %d:%n%s", seed, i, mutant)
          .isNotNull();
    }
  }
}
