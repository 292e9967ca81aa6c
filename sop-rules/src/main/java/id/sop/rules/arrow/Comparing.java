package id.sop.rules.arrow;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a condition compares, with the signs and words for it. */
enum Comparing {
  LE("<=", "<=", "=<", "≤", "paling banyak", "paling lambat", "maksimal"),
  GE(">=", ">=", "=>", "≥", "paling sedikit", "paling cepat", "minimal"),
  NE("!=", "!=", "<>", "≠", "bukan", "selain", "tidak sama dengan"),
  EQ("==", "=", "==", "adalah", "ialah", "sama dengan"),
  LT("<", "<", "kurang dari", "sebelum"),
  GT(">", ">", "lebih dari", "sesudah");

  private final String sign;
  private final ImmutableList<ImmutableList<String>> forms;

  Comparing(String sign, String... forms) {
    this.sign = sign;
    this.forms =
        Arrays.stream(forms)
            .map(f -> ImmutableList.copyOf(f.split(" ")))
            .collect(ImmutableList.toImmutableList());
  }

  /** As a rule file has it. */
  String sign() {
    return sign;
  }

  static Optional<Comparing> peek(Words words) {
    return peek(words, 0);
  }

  /** The comparing that begins so many words ahead. */
  static Optional<Comparing> peek(Words words, int ahead) {
    for (Comparing comparing : values()) {
      if (comparing.length(words, ahead) > 0) {
        return Optional.of(comparing);
      }
    }
    // A range compares too, in two tests.
    return words.peek(ahead).is("antara") ? Optional.of(GE) : Optional.empty();
  }

  static Optional<Comparing> take(Words words) {
    for (Comparing comparing : values()) {
      int length = comparing.length(words, 0);
      for (int i = 0; i < length; i++) {
        words.take();
      }
      if (length > 0) {
        return Optional.of(comparing);
      }
    }
    return Optional.empty();
  }

  /** How many words of the cell are this comparing; 0 when it is none. */
  private int length(Words words, int ahead) {
    for (List<String> form : forms) {
      boolean all = true;
      for (int i = 0; i < form.size(); i++) {
        Word word = words.peek(ahead + i);
        all &= word.isSign(form.get(i)) || word.is(form.get(i));
      }
      if (all) {
        return form.size();
      }
    }
    return 0;
  }
}
