package id.sop.definition;

import id.sop.internal.YamlCode;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlNode;
import id.sop.internal.YamlText;
import id.sop.problem.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a list whose items may hold for a time: {@code STAF}, or {@code { kode: STAF, dari:
 * 2022-01-01, sampai: 2023-12-31 }}.
 */
final class MasaReader {
  private final Problems problems;

  MasaReader(Problems problems) {
    this.problems = problems;
  }

  /** An item with its days. */
  record Dated(YamlText text, Masa masa) {}

  /**
   * The items of the list at {@code key}, in file order; one that is named twice for the same day
   * is reported.
   *
   * @param name the key under which a dated item says what it is
   */
  List<Dated> read(YamlMap map, String key, String name) {
    List<Dated> read = new ArrayList<>();
    for (YamlNode item : map.textsAndMaps(key)) {
      Optional<Dated> one = one(item, name);
      if (one.isEmpty()) {
        continue;
      }
      Dated dated = one.get();
      if (among(read, dated)) {
        problems.add(dated.text().place(), YamlCode.DUPLICATE_ITEM, dated.text().value());
      } else {
        read.add(dated);
      }
    }
    return read;
  }

  private static boolean among(List<Dated> read, Dated dated) {
    for (Dated other : read) {
      if (same(other, dated)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(Dated one, Dated other) {
    return one.text().value().equals(other.text().value()) && one.masa().overlaps(other.masa());
  }

  private Optional<Dated> one(YamlNode item, String name) {
    if (item instanceof YamlMap dated) {
      dated.allow(List.of(name, "dari", "sampai"));
      Masa masa = masa(dated);
      Optional<YamlText> text = dated.requiredText(name);
      return text.isPresent() ? Optional.of(new Dated(text.get(), masa)) : Optional.empty();
    }
    return Optional.of(new Dated((YamlText) item, Masa.SELALU));
  }

  private Masa masa(YamlMap map) {
    Optional<LocalDate> dari = map.date("dari");
    Optional<LocalDate> sampai = map.date("sampai");
    if (!Masa.inOrder(dari, sampai)) {
      problems.add(
          map.placeOf("sampai"),
          DefinitionCode.MASA_REVERSED,
          dari.orElseThrow().toString(),
          sampai.orElseThrow().toString());
      return Masa.SELALU;
    }
    return new Masa(dari, sampai);
  }
}
