package id.sop.definition;

import id.sop.definition.Performers.Mode;
import id.sop.internal.Nearest;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what a row says of another SOP against the rest of the row and of the document. */
final class MikroCheck {
  private final Set<String> facts;
  private final List<DataField> data;
  private final Problems problems;

  private MikroCheck(Set<String> facts, List<DataField> data, Problems problems) {
    this.facts = facts;
    this.data = data;
    this.problems = problems;
  }

  /**
   * @param maps the rows as they stand in the file
   * @param rows those that could be read
   * @param declared the facts as they stand in the file, also what is broken there
   * @param data those that could be read
   */
  static void check(
      Optional<SopId> id,
      List<YamlMap> maps,
      List<Step> rows,
      List<YamlMap> declared,
      List<DataField> data,
      Problems problems) {
    Set<String> facts = new LinkedHashSet<>();
    for (YamlMap field : declared) {
      field.text("nama").ifPresent(nama -> facts.add(nama.value()));
    }
    Map<Place, YamlMap> byPlace = new HashMap<>();
    maps.forEach(map -> byPlace.put(map.place(), map));
    MikroCheck check = new MikroCheck(facts, data, problems);
    for (Step row : rows) {
      YamlMap map = byPlace.get(row.place());
      if (row.mikro().isPresent() && map != null) {
        check.row(id, row, row.mikro().get(), map);
      }
    }
  }

  private void row(Optional<SopId> id, Step row, SopMikro mikro, YamlMap map) {
    Place at = map.valuePlace(MikroReader.KEY);
    if (id.filter(mikro.sop()::equals).isPresent()) {
      problems.add(
          at, DefinitionCode.MIKRO_CYCLE, row.id().value(), mikro.sop() + " > " + id.get());
    }
    shape(row, at);
    if (map.value(MikroReader.KEY).orElse(null) instanceof YamlMap said) {
      said.map("masuk")
          .ifPresent(m -> m.keys().forEach(k -> m.text(k.value()).ifPresent(this::fact)));
      said.map("kembali").ifPresent(m -> m.keys().forEach(name -> back(row, name)));
      labels(row, mikro, said);
    }
  }

  /** Its end completes the row at once: nobody is left to share it with. */
  private void shape(Step row, Place at) {
    if (row.is(Sifat.BERULANG)) {
      problems.add(at, DefinitionCode.MIKRO_SHAPE, row.id().value(), Sifat.BERULANG.teks());
    }
    Mode mode = row.pelaksana().mode();
    if (mode != Mode.SALAH_SATU) {
      problems.add(
          at, DefinitionCode.MIKRO_SHAPE, row.id().value(), mode.name().toLowerCase(Locale.ROOT));
    }
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

  /** What another row has to establish is not brought back by this one. */
  private void back(Step row, YamlText name) {
    fact(name);
    for (DataField field : data) {
      if (field.nama().equals(name.value())
          && field.wajibPada().filter(r -> !r.equals(row.id())).isPresent()) {
        problems.add(
            name.place(),
            DefinitionCode.MIKRO_DATA_ELSEWHERE,
            name.value(),
            field.wajibPada().get().value(),
            row.id().value());
      }
    }
  }

  private void labels(Step row, SopMikro mikro, YamlMap said) {
    Optional<YamlMap> hasil = said.map("hasil");
    if (hasil.isEmpty()) {
      return;
    }
    List<String> labels = row.keputusan().stream().map(Label::value).toList();
    for (YamlText outcome : hasil.get().keys()) {
      Optional<YamlText> label = hasil.get().text(outcome.value());
      if (label.filter(l -> !labels.contains(l.value())).isPresent()) {
        problems.add(
            label.get().place(),
            DefinitionCode.MIKRO_LABEL,
            label.get().value(),
            row.id().value(),
            labels.isEmpty() ? "-" : String.join(", ", labels));
      }
    }
    for (Label label : row.keputusan()) {
      if (!mikro.hasil().containsValue(label)) {
        problems.add(
            said.placeOf("hasil"),
            DefinitionCode.MIKRO_LABEL_LEFT_OUT,
            label.value(),
            row.id().value());
      }
    }
  }
}
