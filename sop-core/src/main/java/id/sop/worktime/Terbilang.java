package id.sop.worktime;

import java.util.ArrayList;
import java.util.List;

/** Numbers in words, as Indonesian letters write them behind the digits. */
final class Terbilang {
  private static final List<String> SMALL =
      List.of(
          "satu",
          "dua",
          "tiga",
          "empat",
          "lima",
          "enam",
          "tujuh",
          "delapan",
          "sembilan",
          "sepuluh",
          "sebelas");

  private Terbilang() {}

  /** The words of {@code number}, from 1 to 99999. */
  static List<String> words(int number) {
    List<String> words = new ArrayList<>();
    append(number, words);
    return words;
  }

  private static void append(int number, List<String> words) {
    if (number >= 2_000) {
      append(number / 1_000, words);
      words.add("ribu");
      append(number % 1_000, words);
    } else if (number >= 1_000) {
      words.add("seribu");
      append(number - 1_000, words);
    } else if (number >= 200) {
      append(number / 100, words);
      words.add("ratus");
      append(number % 100, words);
    } else if (number >= 100) {
      words.add("seratus");
      append(number - 100, words);
    } else if (number >= 20) {
      append(number / 10, words);
      words.add("puluh");
      append(number % 10, words);
    } else if (number >= 12) {
      append(number - 10, words);
      words.add("belas");
    } else if (number >= 1) {
      words.add(SMALL.get(number - 1));
    }
  }
}
