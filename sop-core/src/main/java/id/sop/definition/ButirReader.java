package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.internal.Nearest;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlNode;
import id.sop.internal.YamlText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a checklist in which more is said of some entries than their names. */
final class ButirReader {
  private static final List<String> KEYS =
      List.of("dokumen", "bila", "jikaDibutuhkan", "lisan", "rujukan");
  private static final ImmutableMap<String, Butir.Rujukan> RUJUKAN =
      ImmutableMap.of(
          "nomor", Butir.Rujukan.NOMOR,
          "tanggal", Butir.Rujukan.TANGGAL,
          "sidik", Butir.Rujukan.SIDIK);

  /** The longer signs first, of which the shorter ones are beginnings. */
  private static final List<Syarat.Op> SIGNS =
      List.of(Syarat.Op.SAMPAI, Syarat.Op.SEDIKITNYA, Syarat.Op.KURANG, Syarat.Op.LEBIH);

  private final Scope scope;
  private final Map<String, DataField> data;
  private final Map<String, Parameter> parameter;

  ButirReader(Scope scope, Map<String, DataField> data, Map<String, Parameter> parameter) {
    this.scope = scope;
    this.data = data;
    this.parameter = parameter;
  }

  /**
   * A checklist.
   *
   * @param names its entries by name
   * @param butir those of which more is said
   */
  record Daftar(List<String> names, List<Butir> butir) {}

  Daftar read(YamlMap row, String key) {
    List<String> names = new ArrayList<>();
    List<Butir> butir = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode item : row.textsAndMaps(key)) {
      Optional<YamlText> name =
          item instanceof YamlMap map ? map.requiredText("dokumen") : Optional.of((YamlText) item);
      if (name.isEmpty()) {
        continue;
      }
      if (!seen.add(name.get().value())) {
        scope
            .problems()
            .add(name.get().place(), DefinitionCode.CHECKLIST_TWICE, name.get().value());
        continue;
      }
      names.add(name.get().value());
      if (item instanceof YamlMap map) {
        butir.add(butir(map, name.get().value()));
      }
    }
    return new Daftar(List.copyOf(names), List.copyOf(butir));
  }

  private Butir butir(YamlMap map, String nama) {
    map.allow(KEYS);
    List<Syarat> bila = new ArrayList<>();
    map.map("bila")
        .ifPresent(
            conditions ->
                conditions.keys().forEach(fact -> syarat(conditions, fact).ifPresent(bila::add)));
    Set<Butir.Rujukan> rujukan = EnumSet.noneOf(Butir.Rujukan.class);
    for (YamlText word : map.textOrTexts("rujukan")) {
      map.meaning(word, RUJUKAN).ifPresent(rujukan::add);
    }
    boolean oral = map.word("lisan", YamlMap.YA_TIDAK).orElse(true);
    return new Butir(
        nama, bila, map.word("jikaDibutuhkan", YamlMap.YA_TIDAK).orElse(false), !oral, rujukan);
  }

  private Optional<Syarat> syarat(YamlMap conditions, YamlText fact) {
    DataField field = data.get(fact.value());
    if (field == null) {
      scope
          .problems()
          .add(
              fact.place(),
              DefinitionCode.CHECKLIST_FACT_UNKNOWN,
              fact.value(),
              Nearest.among(data.keySet()).to(fact.value()));
      return Optional.empty();
    }
    List<YamlText> texts = conditions.textOrTexts(fact.value());
    if (texts.size() == 1) {
      for (Syarat.Op op : SIGNS) {
        if (texts.get(0).value().startsWith(op.tanda())) {
          return compared(field, op, texts.get(0));
        }
      }
    }
    List<DataValue> values = new ArrayList<>();
    for (YamlText text : texts) {
      value(field, text, text.value()).ifPresent(values::add);
    }
    return values.isEmpty() || values.size() < texts.size()
        ? Optional.empty()
        : Optional.of(new Syarat(field.nama(), Syarat.Op.SALAH_SATU, values, Optional.empty()));
  }

  private Optional<Syarat> compared(DataField field, Syarat.Op op, YamlText text) {
    String operand = text.value().substring(op.tanda().length()).strip();
    boolean ordered =
        !(field.domain() instanceof DataDomain.Pilihan
            || field.domain() instanceof DataDomain.YaTidak);
    if (!ordered) {
      wrong(field, text);
      return Optional.empty();
    }
    Parameter named = parameter.get(operand);
    if (named != null && named.domain().getClass() == field.domain().getClass()) {
      return Optional.of(new Syarat(field.nama(), op, List.of(), Optional.of(operand)));
    }
    return value(field, text, operand)
        .map(value -> new Syarat(field.nama(), op, List.of(value), Optional.empty()));
  }

  private Optional<DataValue> value(DataField field, YamlText text, String written) {
    Optional<DataValue> value = field.domain().parse(written).filter(field.domain()::contains);
    if (value.isEmpty()) {
      wrong(field, text);
    }
    return value;
  }

  private void wrong(DataField field, YamlText text) {
    scope
        .problems()
        .add(
            text.place(),
            DefinitionCode.CHECKLIST_VALUE,
            text.value(),
            field.nama(),
            field.domain().teks());
  }
}
