package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Small readings of words that several parts of the file share. */
final class Words {
  /** What is written for a cell that is blank on paper. */
  static final String NOT_PRINTED = "tidak tercetak";

  private Words() {}

  /** The bare texts. */
  static List<String> values(List<YamlText> texts) {
    return texts.stream().map(YamlText::value).toList();
  }

  /** {@code text} in capitals and underscores: what its author probably wants as a code. */
  static String asCode(String text) {
    return text.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
  }

  /** The texts as printed, by field; a field that is not among {@code fields} is reported. */
  static Map<String, String> tercetak(YamlMap parent, List<String> fields) {
    ImmutableMap.Builder<String, String> printed = ImmutableMap.builder();
    parent
        .map("tercetak")
        .ifPresent(
            map -> {
              map.allow(fields);
              for (YamlText field : map.keys()) {
                map.text(field.value()).ifPresent(text -> printed.put(field.value(), text.value()));
              }
            });
    return printed.buildOrThrow();
  }
}
