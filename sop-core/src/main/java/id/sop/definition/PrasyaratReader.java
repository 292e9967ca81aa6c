package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.internal.Nearest;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code prasyarat}. */
final class PrasyaratReader {
  private static final List<String> KEYS = List.of("sop", "keadaan", "hasil", "sama", "keterangan");

  private final Set<String> facts = new LinkedHashSet<>();
  private final Problems problems;

  private PrasyaratReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Those that can be read, in file order.
   *
   * @param data the facts as they stand in the file
   */
  static List<Prasyarat> read(List<YamlMap> maps, List<YamlMap> data, Problems problems) {
    PrasyaratReader reader = new PrasyaratReader(problems);
    for (YamlMap field : data) {
      field.text("nama").ifPresent(nama -> reader.facts.add(nama.value()));
    }
    List<Prasyarat> read = new ArrayList<>();
    maps.forEach(map -> reader.one(map).ifPresent(read::add));
    return read;
  }

  private Optional<Prasyarat> one(YamlMap map) {
    map.allow(KEYS);
    Optional<YamlText> sop = map.requiredText("sop");
    Optional<Prasyarat.Keadaan> keadaan = map.requiredWord("keadaan", Prasyarat.WORDS);
    List<String> hasil = Words.values(map.textOrTexts("hasil"));
    Map<String, String> sama = sama(map);
    if (sop.isPresent() && !SopId.isValid(sop.get().value())) {
      problems.add(sop.get().place(), DefinitionCode.BAD_SOP_ID, sop.get().value());
      return Optional.empty();
    }
    if (sop.isEmpty() || keadaan.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Prasyarat(
            SopId.of(sop.get().value()),
            keadaan.get(),
            hasil,
            sama,
            Words.value(map.text("keterangan")),
            map.place()));
  }

  private Map<String, String> sama(YamlMap map) {
    ImmutableMap.Builder<String, String> sama = ImmutableMap.builder();
    if (map.value("sama").orElse(null) instanceof YamlMap pairs) {
      for (YamlText here : pairs.keys()) {
        fact(here);
        pairs.requiredText(here.value()).ifPresent(there -> sama.put(here.value(), there.value()));
      }
    } else {
      for (YamlText name : map.textOrTexts("sama")) {
        fact(name);
        sama.put(name.value(), name.value());
      }
    }
    return sama.buildKeepingLast();
  }

  private void fact(YamlText name) {
    if (!facts.contains(name.value())) {
      problems.add(
          name.place(),
          DefinitionCode.MIKRO_DATA_UNKNOWN,
          name.value(),
          facts.isEmpty() ? "-" : Nearest.of(name.value(), facts));
    }
  }
}
