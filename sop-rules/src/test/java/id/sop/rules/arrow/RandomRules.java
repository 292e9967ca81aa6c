package id.sop.rules.arrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random rule files for {@link SmallTable}, in all that a table can say. */
final class RandomRules {
  static final String HEADER =
      "package sop.contoh.lembar\nimport id.sop.rules.fact.*\nglobal Rute rute\n";
  private static final List<String> ROWS = List.of("1", "2", "3", "4", "5", "6");

  private RandomRules() {}

  static String rule(int number, String when, String then) {
    return """
    rule "aturan %s"
    @baris("1") @dasarHukum("SOP contoh")
    when
    %s
    then
    %s
    end
    """
        .formatted(number, when, then);
  }

  static String drl(Random random, int rules) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < rules; i++) {
      String keterangan =
          random.nextInt(4) == 0 ? "@keterangan(\"catatan; \\\"ke-" + i + "\\\"\")\n" : "";
      text.append("rule \"aturan, ").append(i).append("\"\n");
      text.append("@baris(\"").append(one(random, ROWS)).append("\")\n");
      text.append("@dasarHukum(\"SOP; pasal 1, ayat (2)\")\n").append(keterangan);
      text.append("when\n")
          .append(when(random))
          .append("then\n")
          .append(then(random))
          .append("end\n");
    }
    return text.toString();
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<String> some(Random random, List<String> of) {
    List<String> left = new ArrayList<>(of);
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      taken.add(left.remove(random.nextInt(left.size())));
    }
    return taken;
  }

  /** A test of words. */
  private static String words(Random random, String field, List<String> of) {
    List<String> two = some(random, of).stream().map(w -> '"' + w + '"').toList();
    return field
        + switch (random.nextInt(5)) {
          case 0 -> " != " + two.get(0);
          case 1 -> " in ( " + String.join(", ", two) + " )";
          case 2 -> " not in ( " + String.join(", ", two) + " )";
          case 3 -> " == " + two.get(0) + " || == " + two.get(1);
          default -> " == " + two.get(0);
        };
  }

  private static String order(Random random, List<String> values) {
    String op = one(random, List.of("==", "!=", "<", "<=", ">", ">="));
    return op + " " + one(random, values);
  }

  /** A test of what has an order. */
  private static String amounts(Random random, String field, List<String> values) {
    String first = field + " " + order(random, values);
    return switch (random.nextInt(4)) {
      case 0 -> first + " && " + order(random, values);
      case 1 -> first + " || " + order(random, values);
      case 2 -> first + " || " + order(random, values) + " && " + order(random, values);
      default -> first;
    };
  }

  private static String data(Random random) {
    List<String> dates = List.of("\"2026-01-31\"", "\"2027-12-01\"", "\"2021-06-15\"");
    return switch (random.nextInt(4)) {
      case 0 -> words(random, "lokasi", List.of("DALAM_PROVINSI", "LUAR_PROVINSI"));
      case 1 -> amounts(random, "nilai", List.of("0", "5_000", "50_000_000", "999_999_999"));
      case 2 -> amounts(random, "tanggalKegiatan", dates);
      default -> "danaTersedia == " + one(random, List.of("\"ya\"", "\"tidak\""));
    };
  }

  private static String when(Random random) {
    if (random.nextInt(8) == 0) {
      return "Mulai()\n" + others(random);
    }
    StringBuilder trigger = new StringBuilder("Selesai( ");
    if (random.nextBoolean()) {
      trigger
          .append("langkah == \"2\", ")
          .append(words(random, "keputusan", List.of("YA", "TIDAK")));
    } else {
      trigger.append(words(random, "langkah", ROWS));
    }
    if (random.nextInt(4) == 0) {
      trigger.append(", kunjungan ").append(order(random, List.of("1", "2", "7")));
    }
    if (random.nextInt(4) == 0) {
      trigger.append(", ").append(words(random, "oleh", List.of("KASUBAG", "KABAG", "STAF")));
    }
    return trigger + " )\n" + others(random);
  }

  private static String others(Random random) {
    StringBuilder all = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      String not = random.nextInt(3) == 0 ? "not " : "";
      switch (random.nextInt(4)) {
        case 0 -> all.append(not).append("Terbuka( ").append(words(random, "langkah", ROWS));
        case 1 -> all.append(not).append("Pernah( ").append(words(random, "langkah", ROWS));
        case 2 -> all.append("Data( ").append(data(random)).append(", ").append(data(random));
        default -> all.append(not).append("Data( ").append(data(random));
      }
      all.append(" )\n");
    }
    return all.toString();
  }

  private static String then(Random random) {
    String karena = random.nextInt(5) == 0 ? ".karena(\"alasan, ke-1; lain\")" : "";
    return "rute"
        + switch (random.nextInt(6)) {
          case 0 -> ".tunggu()";
          case 1 -> ".selesai()";
          case 2 -> ".selesai(\"DITOLAK\")";
          case 3 -> target(random, "4") + target(random, "1");
          case 4 -> ".ke(\"1\", \"3\").selama(\"3 hari kerja\")";
          default -> target(random, one(random, List.of("1", "4", "5")));
        }
        + karena
        + ";\n";
  }

  private static String target(Random random, String row) {
    String roles =
        switch (row) {
          case "1" -> "\"KASUBAG\"";
          case "4" -> one(random, List.of("\"KABAG\"", "\"KABAG\", \"KASUBAG\""));
          default -> "\"KABAG\", \"STAF\"";
        };
    String time =
        one(
            random,
            List.of(".selama(\"2 jam\")", ".sesuaiJadwal()", ".selama(\"4 hari kalender\")"));
    boolean timed = row.equals("4") || random.nextBoolean();
    return ".ke(\""
        + row
        + "\")"
        + (random.nextBoolean() ? ".oleh(" + roles + ")" : "")
        + (timed ? time : "");
  }
}
