package id.sop.definition;

import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code pemisahan}. */
final class PemisahanReader {
  private final Scope scope;

  PemisahanReader(Scope scope) {
    this.scope = scope;
  }

  /** The separations that can be read, in file order. */
  List<Pemisahan> read(List<YamlMap> maps) {
    List<Pemisahan> read = new ArrayList<>();
    for (YamlMap map : maps) {
      Optional<Pemisahan> one = one(map);
      if (one.isPresent()) {
        read.add(one.get());
      }
    }
    return List.copyOf(read);
  }

  private Optional<Pemisahan> one(YamlMap map) {
    map.allow(List.of("baris", "keterangan"));
    map.require("baris");
    List<YamlText> texts = map.texts("baris");
    List<StepId> rows = scope.rows(texts);
    if (map.has("baris") && texts.size() < 2) {
      scope.problems().add(map.placeOf("baris"), DefinitionCode.SEPARATES_NOTHING);
    }
    String keterangan = map.text("keterangan").map(YamlText::value).orElse("");
    return rows.size() < 2 ? Optional.empty() : Optional.of(new Pemisahan(rows, keterangan));
  }
}
