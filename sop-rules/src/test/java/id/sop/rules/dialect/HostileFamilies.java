package id.sop.rules.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Attacks of one kind at many places, and bombs: files that are large where it hurts. */
final class HostileFamilies {
  private static final List<String> CODE =
      List.of(
          "Runtime.getRuntime().exec(\"sh\")",
          "System.exit(1)",
          "new ProcessBuilder(\"sh\").start()",
          "Class.forName(\"java.lang.Run\" + \"time\")",
          "java.nio.file.Files.delete(java.nio.file.Path.of(\"x\"))",
          "insert(new Object())",
          "drools.getWorkingMemory()",
          "((Runnable) () -> {}).run()",
          "eval(true)",
          "new String(new char[2000000000])");
  private static final List<String> TOP =
      List.of(
          "function int f() { return 1; }",
          "declare X a : int end",
          "declare Data a : String = exec() end",
          "query q() Terbuka() end",
          "import java.lang.Runtime",
          "import static java.lang.System.exit",
          "global java.util.List list",
          "dialect \"mvel\"",
          "unit X",
          "package java.lang");
  private static final List<String> ATTRIBUTES =
      List.of(
          "salience 100",
          "salience (f())",
          "enabled false",
          "no-loop",
          "lock-on-active true",
          "timer (int: 0 1)",
          "duration (1)",
          "calendars \"x\", \"y\"",
          "date-effective \"01-Jan-2026\"",
          "auto-focus true",
          "agenda-group \"x\"",
          "dialect \"mvel\"",
          "extends \"mulai\"");
  private static final int[] HIDDEN = {
    0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0xAD, 0x61C, 0x115F, 0x180E, 0x200B,
    0x200E, 0x2028, 0x202A, 0x202E, 0x2060, 0x2066, 0x3164, 0xFEFF, 0xFFA0, 0xFFFE, 0xE000, 0xE0041
  };

  private HostileFamilies() {}

  /**
   * A file that must be refused.
   *
   * @param what what it tries
   * @param text the file
   */
  record Hostile(String what, String text) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Hostile> all() {
    List<Hostile> all = new ArrayList<>();
    code(all);
    declarations(all);
    attributes(all);
    hiddenCharacters(all);
    bombs(all);
    return List.copyOf(all);
  }

  private static Hostile hostile(String what, String part, String replacement) {
    return new Hostile(what, new BrokenFile(what, DialectCode.EXPECTED, part, replacement).text());
  }

  private static void code(List<Hostile> all) {
    for (String code : CODE) {
      all.add(hostile(code + " instead of the chain", "rute.tunggu()", code));
      all.add(hostile(code + " before the chain", "rute.tunggu()", code + "; rute.tunggu()"));
      all.add(hostile(code + " after the chain", "rute.tunggu()", "rute.tunggu(); " + code));
      all.add(hostile(code + " as a row", "ke(\"2\")", "ke(" + code + ")"));
      all.add(hostile(code + " as a role", "oleh(\"KASUBAG\")", "oleh(" + code + ")"));
      all.add(hostile(code + " as a value", "\"DALAM_KOTA\"", code));
      all.add(hostile(code + " as a field", "lokasi ==", code + " =="));
      all.add(hostile(code + " as a condition", "Terbuka()", code));
      all.add(hostile(code + " as an annotation", "\"cabang\"", code));
    }
  }

  private static void declarations(List<Hostile> all) {
    for (String declaration : TOP) {
      String line = declaration + "\n";
      all.add(hostile(declaration + " first", "// Contoh.", line + "// Contoh."));
      all.add(hostile(declaration + " in the header", "global", line + "global"));
      all.add(hostile(declaration + " between rules", "rule \"2 YA\"", line + "rule \"2 YA\""));
      all.add(new Hostile(declaration + " last", BrokenFile.SOUND + line));
      all.add(hostile(declaration + " inside a rule", "Terbuka()", line + "Terbuka()"));
      all.add(
          hostile(
              declaration + " on the line of a rule", "rule \"4\"", declaration + " rule \"4\""));
    }
  }

  private static void attributes(List<Hostile> all) {
    for (String attribute : ATTRIBUTES) {
      all.add(hostile(attribute + " beside the name", "rule \"4\"", "rule \"4\" " + attribute));
      all.add(
          hostile(
              attribute + " below the annotations", "4\")\nwhen", "4\")\n" + attribute + "\nwhen"));
      all.add(
          hostile(attribute + " for the file", "rule \"mulai\"", attribute + "\nrule \"mulai\""));
    }
  }

  private static void hiddenCharacters(List<Hostile> all) {
    for (int c : HIDDEN) {
      String hidden = Character.toString(c);
      String name = String.format(Locale.ROOT, "U+%04X", c);
      all.add(hostile(name + " in a comment", "// Contoh.", "// Con" + hidden + "toh."));
      all.add(hostile(name + " in a block comment", "// Contoh.", "/* a" + hidden + "b */"));
      all.add(hostile(name + " in a name", "rule \"4\"", "rule \"4" + hidden + "\""));
      all.add(hostile(name + " in a value", "\"YA\"", "\"YA" + hidden + "\""));
      all.add(hostile(name + " in a word", "rute.tunggu", "rute.tun" + hidden + "ggu"));
      all.add(hostile(name + " between words", "Terbuka()", "Terbuka" + hidden + "()"));
    }
  }

  private static void bombs(List<Hostile> all) {
    int much = 300_000;
    for (String part :
        List.of("(", ")", "{", "[", "((\"", "!", "-", "@", ";", ".", "\"", "\\\\", "/*", "&&")) {
      all.add(
          hostile(much + " times " + part + " as a value", "\"DALAM_KOTA\"", part.repeat(much)));
      all.add(hostile(much + " times " + part + " in a chain", "rute.tunggu()", part.repeat(much)));
      all.add(
          hostile(much + " times " + part + " above", "global", part.repeat(much) + "\nglobal"));
    }
    all.add(hostile("a word of a megabyte", "Terbuka()", "T".repeat(900_000)));
    all.add(hostile("a text of a megabyte", "\"cabang\"", '"' + "c".repeat(900_000) + '"'));
    all.add(hostile("a name of a megabyte", "rule \"4\"", "rule \"" + "4".repeat(900_000) + '"'));
    all.add(hostile("a number of a megabyte", "2_000_000", "9".repeat(900_000)));
    all.add(hostile("an open text of a megabyte", "\"cabang\"", '"' + "c".repeat(900_000)));
    all.add(hostile("a file of two megabytes", "// Contoh.", "// Contoh.\n".repeat(200_000)));
    all.add(
        hostile(
            "a hidden character a hundred thousand times",
            "// Contoh.",
            "//" + "\u200B".repeat(100_000)));
    all.add(
        hostile(
            "an escape a hundred thousand times", "// Contoh.", "//" + "\\u000a".repeat(100_000)));
    all.add(
        hostile(
            "a list of a hundred thousand",
            "in (\"4\"",
            "in (" + "\"4\", ".repeat(100_000) + "\"4\""));
    all.add(
        hostile(
            "ten thousand alternatives",
            "\"DALAM_KOTA\"",
            "\"DALAM_KOTA\"" + " || == \"DALAM_KOTA\"".repeat(10_000)));
    all.add(hostile("ten thousand conditions", "Terbuka()", "Terbuka()\n".repeat(10_000)));
    all.add(
        hostile(
            "ten thousand fields",
            "nilai >= 1_000",
            "nilai >= 1_000, ".repeat(10_000) + "nilai >= 1_000"));
    all.add(
        hostile(
            "ten thousand calls",
            "rute.tunggu()",
            "rute.ke(\"1\")" + ".oleh(\"STAF\")".repeat(10_000)));
    all.add(
        hostile(
            "ten thousand calls without arguments",
            "rute.tunggu()",
            "rute.ke(\"1\")" + ".sesuaiJadwal()".repeat(10_000)));
    all.add(
        hostile(
            "ten thousand annotations",
            "@keterangan(\"cabang\")",
            "@keterangan(\"cabang\")\n".repeat(10_000)));
    all.add(
        hostile(
            "ten thousand unknown annotations",
            "@keterangan(\"cabang\")",
            "@x(\"cabang\")\n".repeat(10_000)));
    all.add(
        hostile("ten thousand headers", "global Rute rute", "global Rute rute\n".repeat(10_000)));
    all.add(
        hostile(
            "ten thousand rules without a body",
            "rule \"4\"",
            "rule \"x\"\n".repeat(10_000) + "rule \"4\""));
    all.add(new Hostile("ten thousand rules", rules(10_000, "Selesai( langkah == \"1\" )")));
    all.add(
        new Hostile(
            "two thousand large rules",
            rules(2_000, "Selesai( langkah in (" + "\"1\", ".repeat(40) + "\"1\") )")));
    all.add(
        new Hostile(
            "a rule of a row that is not there, a thousand times",
            rules(1_000, "Selesai( langkah == \"" + "z".repeat(500) + "\" )")));
    all.add(new Hostile("nothing", ""));
    all.add(new Hostile("blanks", " \n".repeat(100_000)));
    all.add(new Hostile("a comment", "// tidak ada aturan"));
  }

  private static String rules(int count, String when) {
    StringBuilder text = new StringBuilder(BrokenFile.SOUND);
    for (int i = 0; i < count; i++) {
      text.append("rule \"r").append(i).append("\" @baris(\"1\") @dasarHukum(\"x\") when ");
      text.append(when).append(" then rute.ke(\"2\"); end\n");
    }
    return text.toString();
  }
}
