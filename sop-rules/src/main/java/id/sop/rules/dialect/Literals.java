package id.sop.rules.dialect;

import id.sop.definition.DataDomain;
import id.sop.definition.DataValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads literals as values of a declared type. */
final class Literals {
  // A leading zero would make a Java compiler read it in base eight. The group is possessive: a
  // greedy one is matched by recursion, which a long number overflows.
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*(?:_[0-9]+)*+)");

  private Literals() {}

  /** The value that {@code token} writes down, if it is one of this type. */
  static Optional<DataValue> read(Token token, DataDomain domain) {
    if (domain instanceof DataDomain.Pilihan) {
      return text(token).map(DataValue::of);
    }
    if (domain instanceof DataDomain.Tanggal) {
      return text(token).flatMap(Literals::date);
    }
    if (domain instanceof DataDomain.YaTidak) {
      return yesNo(token);
    }
    return number(token).map(DataValue::of);
  }

  /** Whether values of this type can be compared with {@code <} and {@code >}. */
  static boolean isOrdered(DataDomain domain) {
    return !(domain instanceof DataDomain.Pilihan || domain instanceof DataDomain.YaTidak);
  }

  /** Whether {@code token} is neither a text nor a number nor yes or no: then it is a name. */
  static boolean isName(Token token) {
    return token.is(Token.Kind.WORD) && !token.isWord("true") && !token.isWord("false");
  }

  /** Whether a value of {@code given} can be compared with one of {@code asked}. */
  static boolean isAlike(DataDomain given, DataDomain asked) {
    return given.getClass() == asked.getClass();
  }

  /** Whether values of this type are numbers. */
  static boolean isNumber(DataDomain domain) {
    return domain instanceof DataDomain.Bilangan || domain instanceof DataDomain.Uang;
  }

  /** How a value of this type is written. */
  static String example(DataDomain domain) {
    if (domain instanceof DataDomain.Pilihan choice) {
      return '"' + choice.nilai().get(0) + '"';
    }
    if (domain instanceof DataDomain.Tanggal date) {
      return '"' + date.dari().toString() + '"';
    }
    return domain instanceof DataDomain.YaTidak ? "\"ya\" / \"tidak\"" : "1_000_000";
  }

  /** A whole number; empty when it is none or has more than 18 digits. */
  static Optional<Long> number(Token token) {
    String digits = token.text().replace("_", "");
    boolean isNumber =
        token.kind() == Token.Kind.NUMBER
            && NUMBER.matcher(token.text()).matches()
            && digits.length() <= 18;
    return isNumber ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }

  private static Optional<String> text(Token token) {
    return token.kind() == Token.Kind.TEXT ? Optional.of(token.text()) : Optional.empty();
  }

  private static Optional<DataValue> date(String text) {
    try {
      return Optional.of(DataValue.of(LocalDate.parse(text)));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  private static Optional<DataValue> yesNo(Token token) {
    return switch (token.text()) {
      case "true", "ya" -> Optional.of(DataValue.of(true));
      case "false", "tidak" -> Optional.of(DataValue.of(false));
      default -> Optional.empty();
    };
  }
}
