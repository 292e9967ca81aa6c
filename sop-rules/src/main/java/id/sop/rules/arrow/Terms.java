package id.sop.rules.arrow;

import id.sop.definition.DataField;
import id.sop.definition.Pelaksana;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names that one {@code sop.yaml} declares, looked up as people write them: case, spaces and
 * underscores do not count. A name that is not found stays as it is written, for the gate to tell.
 */
final class Terms {
  private final Sop sop;

  Terms(Sop sop) {
    this.sop = sop;
  }

  Sop sop() {
    return sop;
  }

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static <T> Optional<T> only(Stream<T> found) {
    List<T> all = found.distinct().limit(2).toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** The row that {@code text} means: {@code 3}, also as {@code 3.} or {@code 3.0}. */
  Optional<StepId> row(String text) {
    return Stream.of(text, text.replaceFirst("[.)]$", ""), text.replaceFirst("[.]0$", ""))
        .filter(StepId::isValid)
        .map(StepId::of)
        .filter(sop.langkah()::containsKey)
        .findFirst()
        .or(
            () ->
                only(
                    sop.langkah().keySet().stream()
                        .filter(id -> id.value().equalsIgnoreCase(text))));
  }

  /** The id of the row that {@code text} means, or else the text itself. */
  String rowOrText(String text) {
    return row(text).map(StepId::value).orElse(text);
  }

  /** The roles that are called {@code text}: by code, or else by name or alias. */
  List<Pelaksana> roles(String text) {
    String plain = plain(text);
    List<Pelaksana> byCode =
        sop.pelaksana().values().stream()
            .filter(p -> plain(p.code().value()).equals(plain))
            .toList();
    if (!byCode.isEmpty()) {
      return byCode;
    }
    List<Pelaksana> named = new ArrayList<>();
    for (Pelaksana role : sop.pelaksana().values()) {
      if (Stream.concat(Stream.of(role.nama()), role.alias().stream().map(Pelaksana.Alias::nama))
          .anyMatch(n -> plain(n).equals(plain))) {
        named.add(role);
      }
    }
    return List.copyOf(named);
  }

  /** The declared fact that is called {@code text}. */
  Optional<DataField> field(String text) {
    return Optional.ofNullable(sop.facts().get(text))
        .or(
            () ->
                only(
                    sop.facts().values().stream()
                        .filter(f -> plain(f.nama()).equals(plain(text)))));
  }

  /** The word of {@code known} that {@code text} means. */
  static Optional<String> among(List<String> known, String text) {
    return known.contains(text)
        ? Optional.of(text)
        : only(known.stream().filter(k -> plain(k).equals(plain(text))));
  }

  /** The label that {@code text} means among all labels of the SOP, or else the text itself. */
  String labelOrText(String text) {
    List<String> labels =
        sop.langkah().values().stream()
            .flatMap(s -> s.labels().stream())
            .map(Object::toString)
            .distinct()
            .toList();
    return among(labels, text).orElse(text);
  }
}
