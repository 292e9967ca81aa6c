package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code parameter}. */
final class ParameterReader {
  static final String KEY = "parameter";
  private static final List<String> KEYS =
      List.of("nama", "jenis", "satuan", "keterangan", "nilai");
  private static final List<String> VALUE_KEYS = List.of("sejak", "nilai", "dasarHukum");
  private static final ImmutableMap<String, DataDomain> JENIS =
      ImmutableMap.of(
          "bilangan", new DataDomain.Bilangan(-DataDomain.UANG_TERBESAR, DataDomain.UANG_TERBESAR),
          "uang", new DataDomain.Uang(0, DataDomain.UANG_TERBESAR),
          "tanggal",
              new DataDomain.Tanggal(DataDomain.TANGGAL_PERTAMA, DataDomain.TANGGAL_TERAKHIR));

  private final Scope scope;
  private final List<DataField> data;
  private final Optional<LocalDate> berlaku;

  /**
   * Reads the parameters of one document.
   *
   * @param data its facts, whose names parameters may not take
   * @param berlaku the day on which it takes force, from which on a value is needed
   */
  ParameterReader(Scope scope, List<DataField> data, Optional<LocalDate> berlaku) {
    this.scope = scope;
    this.data = data;
    this.berlaku = berlaku;
  }

  /** The parameters that can be read, in file order. */
  List<Parameter> read(List<YamlMap> maps) {
    Scope.declared(
        maps,
        "nama",
        DataReader::isName,
        DefinitionCode.BAD_DATA_NAME,
        DefinitionCode.PARAMETER_TWICE,
        scope.problems());
    List<Parameter> read = new ArrayList<>();
    for (YamlMap map : maps) {
      one(map).ifPresent(read::add);
    }
    if (!maps.isEmpty()) {
      for (DataField field : data) {
        if (field.nama().equals(Parameter.TANGGAL_MULAI)) {
          scope.problems().add(field.place(), DefinitionCode.BEGIN_DATE_TAKEN, field.nama());
        }
      }
    }
    return List.copyOf(read);
  }

  private Optional<Parameter> one(YamlMap map) {
    map.allow(KEYS);
    Optional<YamlText> nama = map.text("nama");
    nama.ifPresent(this::free);
    Optional<DataDomain> domain = map.requiredWord("jenis", JENIS);
    map.require("nilai");
    List<YamlMap> values = map.maps("nilai", YamlMap.LIST_LIMIT);
    if (map.isEmptyList("nilai")) {
      scope.problems().add(map.placeOf("nilai"), DefinitionCode.NOTHING_LISTED, "nilai");
    }
    List<Parameter.Nilai> nilai = new ArrayList<>();
    for (YamlMap value : values) {
      value(value, domain).ifPresent(nilai::add);
    }
    if (nama.isEmpty() || domain.isEmpty() || nilai.isEmpty() || nilai.size() < values.size()) {
      return Optional.empty();
    }
    inOrder(nilai);
    withoutGap(nama.get().value(), nilai.get(0));
    return Optional.of(
        new Parameter(
            nama.get().value(),
            domain.get(),
            Words.value(map.text("satuan")),
            Words.value(map.text("keterangan")),
            nilai,
            map.place()));
  }

  private void free(YamlText nama) {
    if (DataReader.isReserved(nama.value()) || nama.value().equals(Parameter.TANGGAL_MULAI)) {
      scope.problems().add(nama.place(), DefinitionCode.RESERVED_DATA_NAME, nama.value());
    }
    for (DataField field : data) {
      if (field.nama().equals(nama.value())) {
        scope
            .problems()
            .add(
                nama.place(),
                DefinitionCode.PARAMETER_IS_DATA,
                nama.value(),
                Integer.toString(field.place().line()));
      }
    }
  }

  private Optional<Parameter.Nilai> value(YamlMap map, Optional<DataDomain> domain) {
    map.allow(VALUE_KEYS);
    map.require("sejak");
    Optional<LocalDate> sejak = map.date("sejak");
    Optional<YamlText> text = map.requiredText("nilai");
    Optional<YamlText> dasarHukum = map.requiredText("dasarHukum");
    Optional<DataValue> nilai =
        domain.isPresent() && text.isPresent() ? typed(text.get(), domain.get()) : Optional.empty();
    if (sejak.isEmpty() || nilai.isEmpty() || dasarHukum.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Parameter.Nilai(sejak.get(), nilai.get(), dasarHukum.get().value(), map.place()));
  }

  private Optional<DataValue> typed(YamlText text, DataDomain domain) {
    Optional<DataValue> value = domain.parse(text.value()).filter(domain::contains);
    if (value.isEmpty()) {
      scope.problems().add(text.place(), DefinitionCode.BAD_VALUE, text.value());
    }
    return value;
  }

  private void inOrder(List<Parameter.Nilai> nilai) {
    for (int i = 1; i < nilai.size(); i++) {
      LocalDate before = nilai.get(i - 1).sejak();
      if (!nilai.get(i).sejak().isAfter(before)) {
        scope
            .problems()
            .add(
                nilai.get(i).place(),
                DefinitionCode.PARAMETER_ORDER,
                nilai.get(i).sejak().toString(),
                before.toString());
      }
    }
  }

  private void withoutGap(String nama, Parameter.Nilai first) {
    if (berlaku.isPresent() && first.sejak().isAfter(berlaku.get())) {
      scope
          .problems()
          .add(
              first.place(),
              DefinitionCode.PARAMETER_GAP,
              nama,
              berlaku.get().toString(),
              first.sejak().toString());
    }
  }
}
