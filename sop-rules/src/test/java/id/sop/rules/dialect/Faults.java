package id.sop.rules.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Damages a good rule file, one token at a time. */
final class Faults {
  private final String text;
  private final List<Token> tokens;
  private final Random random;
  private final int each;
  private final List<Fault> faults = new ArrayList<>();

  private Faults(String text, Random random, int each) {
    this.text = text;
    this.tokens = Tokenizer.tokens(new Refusals(new Source("rute.drl", text)));
    this.random = random;
    this.each = each;
  }

  /** Of each kind of damage at most {@code each}, at places that {@code random} picks. */
  static List<Fault> of(String text, Random random, int each) {
    Faults faults = new Faults(text, random, each);
    faults.misspelt();
    faults.otherWords();
    faults.missing();
    faults.extra();
    faults.quotes();
    faults.annotations();
    faults.header();
    faults.characters();
    return List.copyOf(faults.faults);
  }

  // Places

  private boolean isAfter(int i, String... before) {
    for (int k = 0; k < before.length; k++) {
      int at = i - before.length + k;
      if (at < 0 || !tokens.get(at).text().equals(before[k])) {
        return false;
      }
    }
    return true;
  }

  private boolean isText(int i) {
    return tokens.get(i).is(Token.Kind.TEXT);
  }

  private boolean isFact(int i) {
    return Fact.of(tokens.get(i).text()).isPresent() && tokens.get(i + 1).isSign("(");
  }

  private boolean isRow(int i) {
    return isText(i) && isAfter(i, "langkah", "==");
  }

  private boolean isLabel(int i) {
    return isText(i) && isAfter(i, "keputusan", "==");
  }

  private boolean isChoice(int i) {
    return isText(i) && isAfter(i, "lokasi", "==");
  }

  private boolean isTarget(int i) {
    return isText(i) && isAfter(i, "ke", "(");
  }

  private boolean isRole(int i) {
    return isText(i) && isAfter(i, "oleh", "(");
  }

  private boolean isTime(int i) {
    return isText(i) && isAfter(i, "selama", "(");
  }

  private boolean isField(int i) {
    return tokens.get(i + 1).isSign("==");
  }

  private boolean isCall(int i) {
    return Chain.CALLS.contains(tokens.get(i).text()) && isAfter(i, ".");
  }

  private boolean isAnnotation(int i) {
    return isAfter(i, "@");
  }

  private boolean isWord(int i, String word) {
    return tokens.get(i).isWord(word);
  }

  private boolean isSign(int i, String sign) {
    return tokens.get(i).isSign(sign);
  }

  private String ruleAt(int i) {
    String name = "";
    for (int k = 0; k <= i; k++) {
      if (isWord(k, "rule")) {
        name = tokens.get(k + 1).shown();
      } else if (isWord(k, "end") && k < i) {
        name = "";
      }
    }
    return name;
  }

  /** Some of the places that {@code where} admits. */
  private List<Integer> some(Predicate<Integer> where) {
    List<Integer> places = new ArrayList<>();
    for (int i = 1; i < tokens.size() - 1; i++) {
      if (where.test(i)) {
        places.add(i);
      }
    }
    List<Integer> picked = new ArrayList<>();
    while (picked.size() < each && !places.isEmpty()) {
      picked.add(places.remove(random.nextInt(places.size())));
    }
    return picked;
  }

  // Damages

  private void replace(
      String kind, Predicate<Integer> where, Function<String, String> change, boolean isHinted) {
    for (int i : some(where)) {
      Token token = tokens.get(i);
      String old = text.substring(token.from(), token.to());
      String damaged = change.apply(old);
      if (!damaged.equals(old)) {
        Optional<String> meant = Optional.of(token.text()).filter(w -> isHinted);
        int at = token.from() + damaged.length() - damaged.stripLeading().length();
        add(kind, i, splice(token.from(), token.to(), damaged), Set.of(at), meant);
      }
    }
  }

  private void replace(String kind, Predicate<Integer> where, String with, boolean isHinted) {
    replace(kind, where, old -> with, isHinted);
  }

  private void delete(String kind, Predicate<Integer> where) {
    for (int i : some(where)) {
      Token token = tokens.get(i);
      Token before = tokens.get(i - 1);
      int now = tokens.get(i + 1).from() - (token.to() - token.from());
      Set<Integer> at = near(before.from(), before.to(), now);
      Optional<String> meant = Optional.of(token.text()).filter(w -> !isText(i));
      add(kind, i, splice(token.from(), token.to(), ""), at, meant);
    }
  }

  private void insert(String kind, Predicate<Integer> after, String extra) {
    for (int i : some(after)) {
      int at = tokens.get(i).to();
      Set<Integer> told = near(tokens.get(i).from(), at, at + extra.indexOf(extra.strip()));
      add(kind, i, splice(at, at, extra), told, Optional.empty(), isWord(i, "end"));
    }
  }

  private static Set<Integer> near(Integer... offsets) {
    return Set.copyOf(new java.util.TreeSet<>(List.of(offsets)));
  }

  private String splice(int from, int to, String with) {
    return text.substring(0, from) + with + text.substring(to);
  }

  private void add(String kind, int i, String damaged, Set<Integer> at, Optional<String> meant) {
    add(kind, i, damaged, at, meant, false);
  }

  private void add(
      String kind,
      int i,
      String damaged,
      Set<Integer> at,
      Optional<String> meant,
      boolean isBehindRule) {
    faults.add(new Fault(kind, damaged, at, isBehindRule ? "" : ruleAt(i), meant));
  }

  /** One letter more, less, twice or in another place, but never the first: a slip of the hand. */
  private String slip(String word) {
    boolean isQuoted = word.startsWith("\"");
    String letters = isQuoted ? word.substring(1, word.length() - 1) : word;
    int at = letters.length() < 2 ? letters.length() : 1 + random.nextInt(letters.length() - 1);
    String changed =
        switch (random.nextInt(3)) {
          case 0 -> letters.substring(0, at) + "x" + letters.substring(at);
          case 1 -> letters.substring(0, at) + letters.substring(Math.max(at - 1, 0));
          default ->
              letters.substring(0, at) + letters.substring(Math.min(at + 1, letters.length()));
        };
    if (changed.equals(letters) || changed.isEmpty()) {
      changed = letters + "x";
    }
    return isQuoted ? '"' + changed + '"' : changed;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String bare(String word) {
    return word.substring(1, word.length() - 1);
  }

  private void misspelt() {
    replace("misspelt fact", this::isFact, this::slip, true);
    replace("fact in lower case", this::isFact, Faults::lower, true);
    replace("misspelt field", this::isField, this::slip, true);
    replace("field in capitals", this::isField, w -> w.toUpperCase(Locale.ROOT), true);
    replace("unknown row", this::isRow, "\"99\"", false);
    replace("unknown target", this::isTarget, "\"7b\"", false);
    replace("misspelt label", this::isLabel, this::slip, false);
    replace("label in lower case", this::isLabel, Faults::lower, true);
    replace("another label", this::isLabel, "\"SETUJU\"", false);
    replace("misspelt choice", this::isChoice, this::slip, true);
    replace("misspelt role", this::isRole, this::slip, true);
    replace("role in lower case", this::isRole, Faults::lower, true);
    replace("role with a blank", this::isRole, w -> w.replace('_', ' '), true);
    replace("misspelt call", this::isCall, this::slip, false);
    replace("call in capitals", this::isCall, w -> w.toUpperCase(Locale.ROOT), true);
    replace("misspelt rute", i -> isWord(i, "rute") && isSign(i + 1, "."), this::slip, true);
    replace("Rute", i -> isWord(i, "rute") && isSign(i + 1, "."), "Rute", true);
    for (String keyword : List.of("rule", "when", "then", "end")) {
      replace("misspelt " + keyword, i -> isWord(i, keyword), this::slip, true);
      replace(
          keyword + " in capitals", i -> isWord(i, keyword), w -> w.toUpperCase(Locale.ROOT), true);
    }
    replace("time of nothing", this::isTime, "\"4 minggu lagi\"", false);
    replace("time without a number", this::isTime, "\"hari kalender\"", false);
    replace("time of another language", this::isTime, "\"4 days\"", false);
    rename("doubled name", name());
    rename("blank name", "\" \"");
  }

  private void rename(String kind, String name) {
    for (int i : some(k -> isText(k) && isAfter(k, "rule") && k > firstName())) {
      Token old = tokens.get(i);
      String damaged = splice(old.from(), old.to(), name);
      faults.add(new Fault(kind, damaged, Set.of(old.from()), name, Optional.empty()));
    }
  }

  private int firstName() {
    int i = 0;
    while (!isWord(i, "rule")) {
      i++;
    }
    return i + 1;
  }

  private String name() {
    Token name = tokens.get(firstName());
    return text.substring(name.from(), name.to());
  }

  private void otherWords() {
    replace("aturan", i -> isWord(i, "rule"), "aturan", true);
    replace("jika", i -> isWord(i, "when"), "jika", true);
    replace("bila", i -> isWord(i, "when"), "bila", true);
    replace("maka", i -> isWord(i, "then"), "maka", true);
    replace("akhir", i -> isWord(i, "end"), "akhir", true);
    for (String operator : List.of("=", "===", "=>", "=<", "<>", ":=", "adalah", ":", "sama")) {
      replace(operator + " for ==", i -> isSign(i, "=="), operator, operator.equals("="));
    }
    replace("dan for a comma", i -> isSign(i, ",") && isWord(i + 1, "keputusan"), " dan", false);
    replace("semicolon for a comma", i -> isSign(i, ",") && isWord(i + 1, "keputusan"), ";", false);
    replace("comma for a dot", i -> isSign(i, ".") && isWord(i - 1, "rute"), ",", true);
    replace("comma for a semicolon", i -> isSign(i, ";"), ",", true);
    replace("dot for a semicolon", i -> isSign(i, ";"), ".", false);
    replace("[ for (", i -> isSign(i, "("), "[", true);
    replace("} for )", i -> isSign(i, ")"), "}", true);
    replace("number for a row", this::isTarget, Faults::bare, false);
    replace("number for a row asked", this::isRow, Faults::bare, false);
    replace("label without quotes", this::isLabel, Faults::bare, true);
    replace("choice without quotes", this::isChoice, Faults::bare, true);
    replace("role without quotes", this::isRole, Faults::bare, true);
    replace("Java", i -> isWord(i, "rute") && isSign(i + 1, "."), "System.out", false);
    replace("a function for a row", this::isTarget, "baris(2)", false);
  }

  private void missing() {
    for (String sign : List.of("(", ")", ",", ";", "@", "==")) {
      delete("no " + sign, i -> isSign(i, sign));
    }
    delete("no .", i -> isSign(i, ".") && !ruleAt(i).isEmpty());
    for (String keyword : List.of("rule", "when", "then", "end")) {
      delete("no " + keyword, i -> isWord(i, keyword));
    }
    delete("no fact", this::isFact);
    delete("no rute", i -> isWord(i, "rute") && isSign(i + 1, "."));
    delete("no call", this::isCall);
    delete("no annotation name", this::isAnnotation);
    delete("no row", this::isTarget);
    delete("no label", this::isLabel);
    delete("no field", this::isField);
  }

  private void extra() {
    for (String sign : List.of("(", ")", ",", ";", ".", "@", "==")) {
      insert(sign + " twice", i -> isSign(i, sign) && !ruleAt(i).isEmpty(), sign);
    }
    insert("end twice", i -> isWord(i, "end"), "\nend");
    insert("when twice", i -> isWord(i, "when"), "\nwhen");
    insert("then twice", i -> isWord(i, "then"), "\nthen");
    insert("dan between conditions", i -> isSign(i, ")") && isWord(i + 1, "Data"), " dan");
    insert("a second chain", i -> isSign(i, ";"), " rute.tunggu();");
    insert("salience", i -> isSign(i, ")") && isWord(i + 1, "when"), "\n    salience 10");
    insert("a comma at the end", i -> isText(i) && isSign(i + 1, ")"), ",");
    insert("a sum", i -> isText(i) && isSign(i + 1, ")"), " + \"1\"");
  }

  private void quotes() {
    Predicate<Integer> any = i -> isText(i);
    replace("no opening quote", any, w -> w.substring(1), false);
    replace("no closing quote", any, w -> w.substring(0, w.length() - 1), false);
    replace("single quotes", any, w -> "'" + bare(w) + "'", false);
    replace("smart quotes", any, w -> "\u201C" + bare(w) + "\u201D", false);
    replace("opening quote twice", any, w -> '"' + w, false);
    insert("closing quote twice", any, "\"");
    for (int i : some(any)) {
      Token token = tokens.get(i);
      String damaged = splice(token.to() - 1, token.to(), "\u201D");
      Set<Integer> at = near(token.from(), token.to() - 1);
      add("smart closing quote", i, damaged, at, Optional.empty());
    }
  }

  private void annotations() {
    replace("misspelt annotation", this::isAnnotation, this::slip, true);
    replace("annotation in lower case", i -> isWord(i, "dasarHukum"), Faults::lower, true);
    replace("annotation of another kind", this::isAnnotation, "salience", false);
    replace("annotation twice", i -> isWord(i, "dasarHukum"), "baris", false);
    replace("row of an annotation", i -> isText(i) && isAfter(i, "baris", "("), "\"77\"", false);
    replace(
        "annotation without quotes",
        i -> isText(i) && isAfter(i, "baris", "("),
        Faults::bare,
        true);
    for (String name : List.of("baris", "dasarHukum")) {
      for (int i : some(k -> isWord(k, name))) {
        String damaged = splice(tokens.get(i - 1).from(), tokens.get(i + 3).to(), "");
        int rule = i;
        while (!isWord(rule, "rule")) {
          rule--;
        }
        Set<Integer> at = near(tokens.get(rule + 1).from(), tokens.get(i - 2).to());
        add("no @" + name, i, damaged, at, Optional.of("@" + name));
      }
    }
    replace("blank @dasarHukum", i -> isText(i) && isAfter(i, "dasarHukum", "("), "\" \"", false);
  }

  private void header() {
    Predicate<Integer> above = i -> i < firstName() - 1 && tokens.get(i).is(Token.Kind.WORD);
    for (int i : some(above)) {
      Token token = tokens.get(i);
      boolean isPackage =
          text.lastIndexOf("package", token.from()) > text.lastIndexOf('\n', token.from());
      int named =
          isPackage && !isWord(i, "package") ? tokens.get(packageName()).from() : token.from();
      String damaged = splice(token.from(), token.to(), slip(token.text()));
      add("misspelt header", i, damaged, Set.of(named), Optional.of(token.text()));
    }
    replace("impor", i -> isWord(i, "import"), "impor", true);
    insert("import", i -> isSign(i, "*"), "\nimport java.util.List");
    insert("function", i -> isWord(i, "end"), "\nfunction int f() { return 1; }");
    for (String line : List.of("import id.sop.rules.fact.*\n", "global Rute rute\n")) {
      int from = text.indexOf(line);
      int rule = text.indexOf("\nrule ") + 1 - line.length();
      String damaged = splice(from, from + line.length(), "");
      add("no " + line.strip(), 0, damaged, near(from, rule), Optional.of(line.strip()));
    }
  }

  private int packageName() {
    int i = 0;
    while (!isAfter(i, "package")) {
      i++;
    }
    return i;
  }

  private void characters() {
    Predicate<Integer> inRule = i -> !ruleAt(i).isEmpty() && !isWord(i, "end");
    insert("no-break space", inRule.and(i -> !isText(i)), "\u00A0");
    insert("zero width space", inRule.and(i -> !isText(i)), "\u200B");
    insert("a NUL", inRule, "\u0000");
    insert("a backslash", inRule, "\\");
    insert("an open comment", inRule, " /* ");
    insert("a hash comment", i -> isSign(i, ";"), " # catatan");
    for (int i : some(k -> isFact(k) || isCall(k) || isField(k))) {
      Token token = tokens.get(i);
      int letter = token.from() + random.nextInt(token.text().length());
      String damaged = splice(letter, letter + 1, "\u0430");
      add("Cyrillic letter", i, damaged, Set.of(letter), Optional.empty());
    }
    for (int i : some(k -> isText(k) && !isAfter(k, "rule"))) {
      Token token = tokens.get(i);
      int middle = (token.from() + token.to()) / 2;
      String damaged = splice(middle, middle, "\u202E");
      add("hidden direction in a text", i, damaged, near(token.from(), middle), Optional.empty());
    }
  }
}
