package id.sop.rules.difference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The words of one thing in a document, by field; what is empty is left out. */
final class Fields {
  private final Map<String, String> all = new LinkedHashMap<>();

  Fields put(String name, String value) {
    if (!value.isEmpty()) {
      all.put(name, value);
    }
    return this;
  }

  Fields put(String name, Optional<?> value) {
    return put(name, value.map(Object::toString).orElse(""));
  }

  /** A list as an author writes it in a row: {@code [A, B]}. */
  Fields put(String name, Collection<?> values) {
    return put(
        name,
        values.isEmpty()
            ? ""
            : values.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]")));
  }

  /** Each entry as a field of its own: {@code tercetak.waktu}. */
  Fields put(String name, Map<String, String> values) {
    values.forEach((key, value) -> put(name + "." + key, value));
    return this;
  }

  Map<String, String> all() {
    return all;
  }

  /** Tells the fields in which both differ. */
  static void changes(
      Change.Part part,
      String name,
      Map<String, String> before,
      Map<String, String> after,
      Consumer<Change> told) {
    Set<String> fields = new LinkedHashSet<>(after.keySet());
    fields.addAll(before.keySet());
    for (String field : fields) {
      String old = before.getOrDefault(field, "");
      String now = after.getOrDefault(field, "");
      if (!old.equals(now)) {
        told.accept(new Change.Reworded(part, name, field, old, now));
      }
    }
  }
}
