package id.sop.definition;

import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Problems;
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Warns of what is wrong on the paper itself. Nothing is mended: the paper was signed. */
final class PaperCheck {
  private static final int UNKNOWN = -1;

  private PaperCheck() {}

  /** Whether printed numbers are there twice, or one is left out of an unbroken count. */
  static void numbers(List<YamlMap> rows, Problems problems) {
    Map<String, Integer> lines = new HashMap<>();
    int last = UNKNOWN;
    for (YamlMap row : rows) {
      Optional<YamlText> no = row.has("no") ? row.text("no") : row.text("id");
      if (no.isEmpty()) {
        continue;
      }
      YamlText text = no.get();
      Integer first = lines.putIfAbsent(text.value(), text.place().line());
      if (first != null) {
        problems.add(
            text.place(), DefinitionCode.NUMBER_TWICE, text.value(), Integer.toString(first));
      }
      int number = number(text.value());
      if (last != UNKNOWN && number > last + 1) {
        problems.add(
            text.place(), DefinitionCode.NUMBER_LEFT_OUT, text.value(), Integer.toString(last + 1));
      }
      last = number;
    }
  }

  private static int number(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return UNKNOWN;
      }
    }
    return text.length() > 4 ? UNKNOWN : Integer.parseInt(text);
  }

  /** Whether the sentence of a row names another time than its column. */
  static void time(YamlText kegiatan, Waktu waktu, Problems problems) {
    if (waktu instanceof Waktu.Paling && hasDigit(kegiatan.value())) {
      Sentence.check(kegiatan, waktu, problems);
    }
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /** On its own, so that no pattern is compiled for sentences without a number. */
  private static final class Sentence {
    /** A time that leaves no doubt about its unit. */
    private static final Pattern TIME =
        Pattern.compile(
            "\\b([0-9]{1,4})\\s+(?:\\([a-z ]+\\)\\s+)?(hari kerja|hari kalender|jam kerja|menit kerja)\\b");

    static void check(YamlText kegiatan, Waktu waktu, Problems problems) {
      Matcher said = TIME.matcher(kegiatan.value().toLowerCase(Locale.ROOT));
      while (said.find()) {
        String words = said.group(1) + " " + said.group(2);
        if (!WaktuParser.parse(words).waktu().equals(Optional.of(waktu))) {
          problems.add(
              kegiatan.at(said.start()), DefinitionCode.TEXT_CONTRADICTS, words, waktu.teks());
          return;
        }
      }
    }
  }
}
