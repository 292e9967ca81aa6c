package id.sop.rules.arrow;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values that conditions compare with, in the forms in which Indonesians write them. */
final class Values {
  private static final Pattern WHOLE =
      Pattern.compile("-?(?:[0-9]{1,18}|[0-9]{1,3}(?:[.][0-9]{3}){1,5}|[0-9]+(?:_[0-9]+)*+)");
  private static final Pattern RUPIAH = Pattern.compile("(?i)rp[.]?(?=[0-9]|$)");
  private static final Pattern DAY = Pattern.compile("([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})");
  private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final List<String> MONTHS =
      List.of(
          "januari",
          "februari",
          "maret",
          "april",
          "mei",
          "juni",
          "juli",
          "agustus",
          "september",
          "oktober",
          "november",
          "desember");

  private final Words words;

  Values(Words words) {
    this.words = words;
  }

  /** The next value, as a literal of a rule file. */
  Tracked next(DataField field) throws Words.Refused {
    Word first = words.peek();
    if (!first.isText()) {
      throw words.expected(example(field.domain()));
    }
    if (field.domain() instanceof DataDomain.Pilihan choice) {
      return named(choice.nilai());
    }
    if (field.domain() instanceof DataDomain.YaTidak) {
      Word word = words.take();
      return quoted(word, word.text().toLowerCase(Locale.ROOT));
    }
    return field.domain() instanceof DataDomain.Tanggal ? date() : number();
  }

  static String example(DataDomain domain) {
    if (domain instanceof DataDomain.Pilihan choice) {
      return choice.nilai().get(0);
    }
    if (domain instanceof DataDomain.Tanggal) {
      return "31-01-2026";
    }
    return domain instanceof DataDomain.YaTidak ? "ya / tidak" : "50.000.000";
  }

  private Tracked quoted(Word at, String content) {
    return new Tracked().quoted(content, words.cell(), at.from());
  }

  /** One of {@code known}, which may be written with spaces; else the next word as it stands. */
  Tracked named(List<String> known) {
    Word first = words.peek();
    int mark = words.mark();
    for (int length = 6; length >= 1; length--) {
      words.backTo(mark);
      Word last = first;
      boolean isText = true;
      for (int i = 0; i < length; i++) {
        isText &= words.peek().isText();
        last = words.take();
      }
      Optional<String> name =
          isText ? Terms.among(known, words.between(first.from(), last.to())) : Optional.empty();
      if (name.isPresent()) {
        return quoted(first, name.get());
      }
    }
    words.backTo(mark);
    words.take();
    return quoted(first, first.text());
  }

  /** A whole number: {@code 50.000.000}, {@code Rp50.000.000,00}, {@code 1,5 juta}. */
  Tracked number() throws Words.Refused {
    Word first = words.take();
    String digits = RUPIAH.matcher(first.text()).replaceFirst("");
    if (digits.isEmpty()) {
      digits = words.take().text();
    }
    String decimals = decimals();
    long factor = factor();
    if (!WHOLE.matcher(digits).matches()) {
      throw words.refuse(first, ArrowCode.NUMBER_FORM, words.between(first.from(), end(first)));
    }
    String whole = digits.replaceAll("[._]", "");
    Optional<Long> number = times(whole, decimals, factor);
    if (number.isEmpty()) {
      throw words.refuse(first, ArrowCode.NUMBER_FORM, words.between(first.from(), end(first)));
    }
    return new Tracked().add(number.get().toString(), words.cell(), first.from());
  }

  /** The end of what was taken since {@code first}. */
  private int end(Word first) {
    int end = words.peek().from();
    String taken = words.between(first.from(), end).stripTrailing();
    return first.from() + taken.length();
  }

  /** What stands behind a decimal comma without a space between. */
  private String decimals() {
    Word comma = words.peek();
    Word after = words.peek(1);
    boolean adjacent =
        comma.isSign(",")
            && comma.to() == after.from()
            && Pattern.matches("[0-9]+", after.text())
            && comma.from() > 0
            && Character.isDigit(words.cell().text().charAt(comma.from() - 1));
    if (!adjacent) {
      return "";
    }
    words.take();
    return words.take().text();
  }

  private long factor() {
    String word = words.peek().text().toLowerCase(Locale.ROOT);
    long factor =
        switch (word) {
          case "ribu" -> 1_000L;
          case "juta" -> 1_000_000L;
          case "miliar", "milyar" -> 1_000_000_000L;
          case "triliun" -> 1_000_000_000_000L;
          default -> 1L;
        };
    if (factor > 1) {
      words.take();
    }
    return factor;
  }

  /**
   * The number, when it is whole and has at most 18 digits. Three digits behind a comma without a
   * unit may be a foreign way to write thousands: not ours to guess.
   */
  private static Optional<Long> times(String whole, String decimals, long factor) {
    boolean mayBeThousands = factor == 1 && decimals.length() == 3;
    String digits = decimals.replaceFirst("0+$", "");
    if (mayBeThousands || digits.length() > 12 || whole.replace("-", "").length() > 18) {
      return Optional.empty();
    }
    java.math.BigDecimal number =
        new java.math.BigDecimal(digits.isEmpty() ? whole : whole + "." + digits)
            .multiply(java.math.BigDecimal.valueOf(factor))
            .stripTrailingZeros();
    return number.scale() <= 0 && number.precision() - number.scale() <= 18
        ? Optional.of(number.longValueExact())
        : Optional.empty();
  }

  private Tracked date() throws Words.Refused {
    Word first = words.take();
    Matcher day = DAY.matcher(first.text());
    Optional<LocalDate> date = Optional.empty();
    if (ISO.matcher(first.text()).matches()) {
      date =
          date(
              first.text().substring(8),
              first.text().substring(5, 7),
              first.text().substring(0, 4));
    } else if (day.matches()) {
      date = date(day.group(1), day.group(2), day.group(3));
    } else {
      int month = MONTHS.indexOf(words.peek().text().toLowerCase(Locale.ROOT)) + 1;
      if (month > 0 && words.peek(1).isText()) {
        words.take();
        date = date(first.text(), Integer.toString(month), words.take().text());
      }
    }
    if (date.isEmpty()) {
      throw words.refuse(first, ArrowCode.DATE_FORM, words.between(first.from(), end(first)));
    }
    return quoted(first, date.get().toString());
  }

  private static Optional<LocalDate> date(String day, String month, String year) {
    if (!Pattern.matches("[0-9]{1,2}", day) || !Pattern.matches("[0-9]{4}", year)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }
}
