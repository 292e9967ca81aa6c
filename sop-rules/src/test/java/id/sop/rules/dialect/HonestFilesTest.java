package id.sop.rules.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.Sop;
import id.sop.rules.Shipped;
import id.sop.rules.SopRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an author may change without changing an arrow. */
class HonestFilesTest {
  private static final long SEED = 20_261_123;

  /** A rule file that must pass, with the arrows of {@code original}. */
  private record Honest(String what, Sop sop, String original, String text) {
    Optional<String> complaint() {
      Gate.Reading reading = Gate.read("rute.drl", text, sop);
      boolean isSame = arrows(reading).equals(arrows(Gate.read("rute.drl", original, sop)));
      return reading.problems().isEmpty() && isSame
          ? Optional.empty()
          : Optional.of(what + ": " + reading.problems());
    }

    /** Conditions and actions, without what the paper around them says. */
    private static TreeSet<String> arrows(Gate.Reading reading) {
      TreeSet<String> arrows = new TreeSet<>();
      for (RouteRule rule : reading.rules()) {
        List<String> targets =
            rule.action().targets().stream()
                .map(t -> t.step() + " " + t.oleh() + " " + t.selama())
                .toList();
        String action = targets.isEmpty() ? rule.action().toString() : targets.toString();
        arrows.add(rule.conditions() + " -> " + action);
      }
      return arrows;
    }
  }

  @Test
  void what_changes_no_arrow_passes() {
    List<Honest> honest = new ArrayList<>();
    for (SopBundle bundle : SopRules.shipped()) {
      Sop sop = Shipped.procedure(bundle.id().orElseThrow()).sop();
      String text = new String(bundle.bytes(SopBundle.RUTE).orElseThrow(), StandardCharsets.UTF_8);
      variants(text)
          .forEach(v -> honest.add(new Honest(v.what() + " of " + bundle, sop, text, v.text())));
    }

    List<String> refused = honest.stream().flatMap(h -> h.complaint().stream()).toList();

    System.out.printf(
        "figure: honest (seed %d): %d of %d pass%n",
        SEED, honest.size() - refused.size(), honest.size());
    assertThat(refused).isEmpty();
    assertThat(honest).hasSizeGreaterThan(40);
  }

  private record Variant(String what, String text) {}

  private static List<Variant> variants(String text) {
    Random random = new Random(SEED);
    return List.of(
        new Variant("the file", text),
        new Variant("windows line ends", text.replace("\n", "\r\n")),
        new Variant("mixed line ends", text.replace("\nthen\n", "\r\nthen\r\n")),
        new Variant("a byte order mark", "\uFEFF" + text),
        new Variant("no line end at the end", text.stripTrailing()),
        new Variant("tabs", text.replace("    ", "\t")),
        new Variant("rules in another order", shuffled(text, random)),
        new Variant("other spacing", spaced(text, random, false)),
        new Variant("comments between all words", spaced(text, random, true)),
        new Variant(
            "a comment behind each line",
            text.replace("\n", " // catatan \u2013 \u201Cok\u201D\n")),
        new Variant(
            "semicolons in the header",
            text.replace("fact.*", "fact.*;").replace("Rute rute", "Rute rute;")),
        new Variant(
            "names in other scripts",
            text.replace("rule \"", "rule \"Sura\u1E97 \u2192 \u8AAC\u660E \uD83D\uDCC4 ")),
        new Variant(
            "names with quotes", text.replace("rule \"", "rule \"\\\"penting\\\" 'x' \\\\ ")),
        new Variant("names with keywords", text.replace("rule \"", "rule \"end when then rule ")),
        new Variant(
            "remarks",
            text.replace(
                "\nwhen",
                "\n    @keterangan(\"Lihat \u201Ccatatan\u201D no. 3; {0} // bukan komentar\")\nwhen")),
        new Variant("annotations in another order", swapped(text)));
  }

  private static String shuffled(String text, Random random) {
    int first = text.indexOf("rule \"");
    List<String> rules = new ArrayList<>(List.of(text.substring(first).split("(?<=\nend\n)")));
    Collections.shuffle(rules, random);
    return text.substring(0, first) + String.join("\n", rules);
  }

  private static String swapped(String text) {
    return text.replaceAll("( *@baris.*\\n)( *@dasarHukum.*\\n)", "$2$1");
  }

  /** The rules, with other blanks between their words, or with comments there. */
  private static String spaced(String text, Random random, boolean isCommented) {
    int first = text.indexOf("rule \"");
    List<String> gaps =
        isCommented
            ? List.of(" /* rule \"x\" */ ", " // end\n", "\n/** when\n * then */\n")
            : List.of(" ", "\n", "\t", "  \n\n ");
    StringBuilder spaced = new StringBuilder(text.substring(0, first));
    String rules = text.substring(first);
    for (Token token : Tokenizer.tokens(new Refusals(new Source("rute.drl", rules)))) {
      spaced.append(rules, token.from(), token.to());
      spaced.append(gaps.get(random.nextInt(gaps.size())));
    }
    return spaced.toString();
  }
}
