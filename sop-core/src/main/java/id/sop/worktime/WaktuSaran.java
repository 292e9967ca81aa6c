package id.sop.worktime;

import com.google.common.collect.ImmutableMap;
import id.sop.problem.Suggestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A correct {@code waktu} near to one that is not: what an author most likely meant. */
final class WaktuSaran {
  /** The most that {@link Waktu.Paling} takes. */
  private static final int MOST = 10_000;

  private static final Pattern JUMLAH = Pattern.compile("0*[0-9]{1,5}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,2})?(?![0-9])");
  private static final Pattern CLOCK_DAYS = Pattern.compile("(?i)([0-9]{1,4})\\s*x\\s*24\\s*jam");
  private static final List<String> WITHOUT_NUMBER =
      List.of("sesuai jadwal", "sesuai kebutuhan", "menurut aturan");

  private static final ImmutableMap<String, Satuan> UNITS =
      ImmutableMap.<String, Satuan>builder()
          .put("hari", Satuan.HARI_KERJA)
          .put("hari kerja", Satuan.HARI_KERJA)
          .put("hari kalender", Satuan.HARI_KALENDER)
          .put("jam", Satuan.JAM_KERJA)
          .put("jam kerja", Satuan.JAM_KERJA)
          .put("menit", Satuan.MENIT_KERJA)
          .put("menit kerja", Satuan.MENIT_KERJA)
          .put("minggu", Satuan.MINGGU)
          .put("bulan", Satuan.BULAN)
          .buildOrThrow();

  private WaktuSaran() {}

  /** A whole number that a waktu may have. */
  static Optional<Integer> jumlah(String digits) {
    if (!JUMLAH.matcher(digits).matches()) {
      return Optional.empty();
    }
    int n = Integer.parseInt(digits);
    return n >= 1 && n <= MOST ? Optional.of(n) : Optional.empty();
  }

  static String near(String text) {
    Matcher clockDays = CLOCK_DAYS.matcher(text);
    if (clockDays.find()) {
      return teks(
          new BigDecimal(clockDays.group(1)).multiply(BigDecimal.valueOf(24)), Satuan.JAM_KALENDER);
    }
    Optional<String> phrase = phrase(text);
    if (phrase.isPresent()) {
      return phrase.get();
    }
    // Of a range, the last number is the limit.
    BigDecimal number = BigDecimal.ONE;
    String rest = text;
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      number = new BigDecimal(matcher.group().replace(',', '.'));
      rest = text.substring(matcher.end());
    }
    Satuan unit = unit(rest);
    boolean fractionOfHours = unit == Satuan.JAM_KERJA && number.stripTrailingZeros().scale() > 0;
    return fractionOfHours
        ? teks(number.multiply(BigDecimal.valueOf(60)), Satuan.MENIT_KERJA)
        : teks(number, unit);
  }

  /** A time without a number that is a slip of, or begins with the same word as, {@code text}. */
  private static Optional<String> phrase(String text) {
    String first = text.strip().toLowerCase(Locale.ROOT).replaceFirst("\\s.*", "");
    return Suggestion.nearest(text, WITHOUT_NUMBER)
        .or(() -> WITHOUT_NUMBER.stream().filter(p -> p.startsWith(first + " ")).findFirst());
  }

  private static String teks(BigDecimal number, Satuan satuan) {
    BigDecimal whole = number.setScale(0, RoundingMode.CEILING);
    int jumlah = whole.max(BigDecimal.ONE).min(BigDecimal.valueOf(MOST)).intValueExact();
    return Waktu.paling(jumlah, satuan).teks();
  }

  /** The unit that the first words are a slip of; the working day when they are none. */
  private static Satuan unit(String words) {
    String plain = words.replaceAll("[^\\p{L}]+", " ").strip().toLowerCase(Locale.ROOT);
    String first = plain.replaceFirst(" .*", "");
    // A unit that stands there is kept; only what follows it can be a slip.
    List<String> known =
        UNITS.containsKey(first)
            ? UNITS.keySet().stream().filter(name -> name.startsWith(first)).toList()
            : UNITS.keySet().asList();
    for (int end = plain.length(); end > 0; end = plain.lastIndexOf(' ', end - 1)) {
      Optional<String> name = Suggestion.nearest(plain.substring(0, end), known);
      if (name.isPresent()) {
        return unitNamed(name.get());
      }
    }
    return unitNamed("hari");
  }

  private static Satuan unitNamed(String name) {
    return Optional.ofNullable(UNITS.get(name)).orElseThrow();
  }
}
