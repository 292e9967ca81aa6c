package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Small readings of words that several parts of the file share. */
final class Words {
  /** What is written for a cell that is blank on paper. */
  static final String NOT_PRINTED = "tidak tercetak";

  private Words() {}

  /** The bare texts. */
  static List<String> values(List<YamlText> texts) {
    List<String> values = new ArrayList<>(texts.size());
    for (YamlText text : texts) {
      values.add(text.value());
    }
    return List.copyOf(values);
  }

  /** The bare text; an empty one when there is none. */
  static String value(Optional<YamlText> text) {
    return text.isPresent() ? text.get().value() : "";
  }

  /** {@code text} in capitals and underscores: what its author probably wants as a code. */
  static String asCode(String text) {
    return text.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
  }

  /** The texts as printed, by field; a field that is not among {@code fields} is reported. */
  static Map<String, String> tercetak(YamlMap parent, List<String> fields) {
    ImmutableMap.Builder<String, String> printed = ImmutableMap.builder();
    Optional<YamlMap> map = parent.map("tercetak");
    if (map.isPresent()) {
      map.get().allow(fields);
      for (YamlText field : map.get().keys()) {
        Optional<YamlText> text = map.get().text(field.value());
        if (text.isPresent()) {
          printed.put(field.value(), text.get().value());
        }
      }
    }
    return printed.buildOrThrow();
  }
}
