package id.sop.rules.exploration;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A rule file spoilt in every way that a tired author spoils one, one slip in each file. */
final class MutantFiles {
  private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]+)\".*?^end$\\n?");
  private static final Pattern BODY = Pattern.compile("(?s)\\nwhen\\n(.*)\\nend");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern TARGET_ROW = Pattern.compile("(?:ke\\(|, )\"(\\d\\w*)\"(?=[,)])");
  private static final Pattern LABEL = Pattern.compile("keputusan [!=]= \"(\\w+)\"");
  private static final Pattern TIME = Pattern.compile("\\.selama\\(\"(\\d+) ([^\"]+)\"\\)");
  private static final Pattern ROLES = Pattern.compile("\\.oleh\\(([^)]*)\\)");
  private static final Pattern NUMBER = Pattern.compile("(?<=[<>=] )([0-9_]+)(?= *[,)&|])");
  private static final Pattern DATE = Pattern.compile("\"(\\d{4}-\\d{2}-\\d{2})\"");
  private static final Pattern EXTRA =
      Pattern.compile("\\n +(?:not )?(?:Data|Terbuka|Pernah)\\([^)]*(?:\\([^)]*\\)[^)]*)*\\)");
  private static final Pattern FURTHER =
      Pattern.compile(", (?=\\w+ (?:[<>=!]|in|not in))[^,)]*(?:\\([^)]*\\))?");
  private static final Pattern END = Pattern.compile("selesai\\((\"\\w+\")?\\)");
  private static final Map<String, String> OTHERWISE =
      ImmutableMap.<String, String>builder()
          .put(" == ", " != ")
          .put(" != ", " == ")
          .put(" >= ", " > ")
          .put(" > ", " >= ")
          .put(" <= ", " < ")
          .put(" < ", " <= ")
          .put(" in ", " not in ")
          .put("not Terbuka", "Terbuka")
          .put("not Pernah", "Pernah")
          .put("not Data", "Data")
          .put("    Terbuka", "    not Terbuka")
          .put("    Pernah", "    not Pernah")
          .put("    Data", "    not Data")
          .put(" && ", " || ")
          .put(" || ", " && ")
          .buildOrThrow();

  private final Sop sop;
  private final String file;
  private final Map<String, Mutant> mutants = new LinkedHashMap<>();

  /** What kind of slip it is. */
  enum Slip {
    DROPPED,
    TWICE,
    CONTRADICTED,
    WIDENED,
    RETARGETED,
    MISSPELT,
    LABEL_SWAPPED,
    TIME_CHANGED,
    PERFORMER_CHANGED,
    OUTCOME_CHANGED
  }

  /**
   * A spoilt file.
   *
   * @param slip how it is spoilt
   * @param rule the rule that is spoilt
   * @param line where the slip is, from 1
   * @param text the whole file
   */
  record Mutant(Slip slip, String rule, int line, String text) {
    @Override
    public String toString() {
      return slip + " in \"" + rule + "\" on line " + line;
    }
  }

  private MutantFiles(Sop sop, String file) {
    this.sop = sop;
    this.file = file;
  }

  /** Every slip in {@code file}, no two of them alike. */
  static List<Mutant> of(Sop sop, String file) {
    MutantFiles all = new MutantFiles(sop, file);
    RULE.matcher(file).results().toList().forEach(all::spoil);
    return List.copyOf(all.mutants.values());
  }

  private void spoil(MatchResult rule) {
    put(Slip.DROPPED, rule, rule.start(), rule.end(), "");
    put(Slip.TWICE, rule, rule.end(), rule.end(), "\n" + again(rule));
    String ends = again(rule).replaceFirst("rute\\.[^;]*;", "rute.selesai(\"LAIN\");");
    put(Slip.CONTRADICTED, rule, rule.end(), rule.end(), "\n" + ends);
    OTHERWISE.forEach(
        (word, other) -> inBody(Slip.WIDENED, rule, quoted(word), m -> List.of(other)));
    inBody(Slip.WIDENED, rule, EXTRA, m -> List.of(""));
    inBody(Slip.WIDENED, rule, FURTHER, m -> List.of(""));
    inBody(Slip.WIDENED, rule, NUMBER, m -> beside(m.group().replace("_", "")));
    inBody(Slip.WIDENED, rule, DATE, m -> besideDay(m.group(1)));
    inBody(Slip.RETARGETED, rule, TARGET_ROW, this::otherRows);
    inBody(Slip.RETARGETED, rule, END, m -> List.of("ke(\"" + firstRow() + "\")"));
    inBody(Slip.LABEL_SWAPPED, rule, LABEL, this::otherLabels);
    inBody(Slip.TIME_CHANGED, rule, TIME, MutantFiles::otherTimes);
    inBody(Slip.PERFORMER_CHANGED, rule, ROLES, this::otherRoles);
    inBody(Slip.OUTCOME_CHANGED, rule, END, MutantFiles::otherEnds);
    inBody(Slip.OUTCOME_CHANGED, rule, Pattern.compile("tunggu\\(\\)"), m -> List.of("selesai()"));
    inBody(Slip.MISSPELT, rule, WORD, m -> List.of(m.group() + "x"));
  }

  private static Pattern quoted(String word) {
    return Pattern.compile(Pattern.quote(word));
  }

  private static String again(MatchResult rule) {
    return rule.group().replaceFirst("rule \"", "rule \"lagi: ");
  }

  /** What may stand in place of something. */
  private interface Others {
    List<String> of(MatchResult found);
  }

  /** Puts each other text in the place of each thing found between when and end. */
  private void inBody(Slip slip, MatchResult rule, Pattern what, Others others) {
    MatchResult body = BODY.matcher(rule.group()).results().findFirst().orElseThrow();
    int from = rule.start() + body.start(1);
    for (MatchResult found : what.matcher(body.group(1)).results().toList()) {
      for (String other : others.of(found)) {
        put(slip, rule, from + found.start(), from + found.end(), other);
      }
    }
  }

  private void put(Slip slip, MatchResult rule, int from, int to, String other) {
    String text = file.substring(0, from) + other + file.substring(to);
    int line = (int) file.substring(0, from).chars().filter(c -> c == '\n').count() + 1;
    if (!text.equals(file)) {
      mutants.putIfAbsent(text, new Mutant(slip, rule.group(1), line, text));
    }
  }

  private static List<String> beside(String number) {
    long value = Long.parseLong(number);
    return List.of(Long.toString(value - 1), Long.toString(value + 1));
  }

  private static List<String> besideDay(String day) {
    LocalDate date = LocalDate.parse(day);
    return List.of(
        '"' + date.minusDays(1).toString() + '"', '"' + date.plusDays(1).toString() + '"');
  }

  private String firstRow() {
    return sop.langkah().keySet().iterator().next().value();
  }

  private List<String> otherRows(MatchResult found) {
    return sop.langkah().keySet().stream()
        .map(StepId::value)
        .map(row -> found.group().replace('"' + found.group(1) + '"', '"' + row + '"'))
        .toList();
  }

  private List<String> otherLabels(MatchResult found) {
    return sop.langkah().values().stream()
        .flatMap(s -> s.keputusan().stream())
        .map(Label::value)
        .map(label -> found.group().replace('"' + found.group(1) + '"', '"' + label + '"'))
        .toList();
  }

  private static List<String> otherTimes(MatchResult found) {
    int amount = Integer.parseInt(found.group(1));
    String unit = found.group(2);
    String other = unit.equals("hari kerja") ? "hari kalender" : "hari kerja";
    return List.of(
        ".selama(\"" + (amount + 1) + " " + unit + "\")",
        ".selama(\"" + (amount + 4) + " " + other + "\")",
        ".sesuaiJadwal()",
        "");
  }

  private List<String> otherRoles(MatchResult found) {
    List<String> roles = List.of(found.group(1).split(", "));
    List<String> others = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      for (PelaksanaCode role : sop.pelaksana().keySet()) {
        List<String> changed = new ArrayList<>(roles);
        changed.set(i, '"' + role.value() + '"');
        others.add(".oleh(" + String.join(", ", changed) + ")");
      }
      List<String> fewer = new ArrayList<>(roles);
      fewer.remove(i);
      others.add(fewer.isEmpty() ? "" : ".oleh(" + String.join(", ", fewer) + ")");
    }
    return others;
  }

  private static List<String> otherEnds(MatchResult found) {
    return found.group(1) == null
        ? List.of("selesai(\"DITOLAK\")", "tunggu()")
        : List.of("selesai()", "selesai(\"LAIN\")", "tunggu()");
  }
}
