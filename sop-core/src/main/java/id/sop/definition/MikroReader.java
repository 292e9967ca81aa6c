package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code sop} of a row: the other SOP that the row stands for. */
final class MikroReader {
  static final String KEY = "sop";
  private static final List<String> KEYS =
      List.of("id", "nomor", "versi", "masuk", "kembali", "hasil");

  private final Problems problems;

  private MikroReader(Problems problems) {
    this.problems = problems;
  }

  /** What the row says of it; empty when it says nothing, or nothing that can be read. */
  static Optional<SopMikro> read(YamlMap row, Problems problems) {
    return new MikroReader(problems).row(row);
  }

  private Optional<SopMikro> row(YamlMap row) {
    if (row.value(KEY).orElse(null) instanceof YamlMap map) {
      return map(map);
    }
    return row.requiredText(KEY)
        .flatMap(this::id)
        .map(
            id ->
                new SopMikro(
                    id,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    row.valuePlace(KEY)));
  }

  private Optional<SopMikro> map(YamlMap map) {
    map.allow(KEYS);
    Optional<SopId> sop = map.requiredText("id").flatMap(this::id);
    Optional<String> nomor = map.text("nomor").map(YamlText::value);
    Optional<String> versi = map.text("versi").map(YamlText::value);
    Map<String, String> masuk = names(map.map("masuk"));
    Map<String, String> kembali = names(map.map("kembali"));
    Map<String, Label> hasil = hasil(map.map("hasil"));
    return sop.map(id -> new SopMikro(id, nomor, versi, masuk, kembali, hasil, map.place()));
  }

  private Optional<SopId> id(YamlText text) {
    if (SopId.isValid(text.value())) {
      return Optional.of(SopId.of(text.value()));
    }
    problems.add(text.place(), DefinitionCode.BAD_SOP_ID, text.value());
    return Optional.empty();
  }

  private static Map<String, String> names(Optional<YamlMap> map) {
    ImmutableMap.Builder<String, String> names = ImmutableMap.builder();
    if (map.isPresent()) {
      for (YamlText key : map.get().keys()) {
        map.get().requiredText(key.value()).ifPresent(t -> names.put(key.value(), t.value()));
      }
    }
    return names.buildOrThrow();
  }

  private Map<String, Label> hasil(Optional<YamlMap> map) {
    ImmutableMap.Builder<String, Label> labels = ImmutableMap.builder();
    if (map.isPresent()) {
      for (YamlText key : map.get().keys()) {
        label(key);
        Optional<YamlText> label = map.get().requiredText(key.value());
        if (label.isPresent() && label(label.get())) {
          labels.put(key.value(), Label.of(label.get().value()));
        }
      }
    }
    return labels.buildOrThrow();
  }

  private boolean label(YamlText text) {
    if (Label.isValid(text.value())) {
      return true;
    }
    problems.add(text.place(), DefinitionCode.BAD_LABEL, text.value(), Words.asCode(text.value()));
    return false;
  }
}
