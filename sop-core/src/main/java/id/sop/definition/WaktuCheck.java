package id.sop.definition;

import id.sop.internal.Nearest;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlNode;
import id.sop.internal.YamlText;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import id.sop.worktime.Waktu;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the times of all rows against the rows, the dates and the labels that they speak of. */
final class WaktuCheck {
  private final WaktuFit fit;
  private final Set<String> declared;
  private final Problems problems;

  /**
   * @param declared all that {@code data} names, also what is broken there
   */
  WaktuCheck(List<Step> rows, List<DataField> data, Set<String> declared, Problems problems) {
    Map<StepId, Waktu> times = new HashMap<>();
    rows.forEach(r -> times.putIfAbsent(r.id(), r.mutuBaku().waktu()));
    Map<String, DataDomain> domains = new HashMap<>();
    for (DataField field : data) {
      domains.putIfAbsent(field.nama(), field.domain());
    }
    this.fit = new WaktuFit(times, domains);
    this.declared = declared;
    this.problems = problems;
  }

  static void check(
      List<YamlMap> maps,
      List<Step> rows,
      List<YamlMap> dataMaps,
      List<DataField> data,
      Scope scope) {
    Set<String> declared = new HashSet<>();
    for (YamlMap map : dataMaps) {
      Optional<YamlText> nama = map.text("nama");
      if (nama.isPresent()) {
        declared.add(nama.get().value());
      }
    }
    WaktuCheck check = new WaktuCheck(rows, data, declared, scope.problems());
    Map<Place, YamlMap> byPlace = new HashMap<>();
    for (YamlMap map : maps) {
      byPlace.put(map.place(), map);
    }
    for (Step row : rows) {
      YamlMap map = byPlace.get(row.place());
      if (map != null) {
        check.row(row, map, scope);
      }
    }
  }

  private void row(Step row, YamlMap map, Scope scope) {
    for (WaktuFit.Misfit misfit : fit.misfits(row.mutuBaku().waktu(), row.id(), row.keputusan())) {
      if (misfit.fault() == WaktuFit.Fault.ROW_UNKNOWN && scope.declaresRow(misfit.word())) {
        continue;
      }
      if (misfit.fault() == WaktuFit.Fault.DATE_UNKNOWN && declared.contains(misfit.word())) {
        continue;
      }
      String near = Nearest.of(misfit.word(), misfit.known());
      problems.add(
          place(map, misfit.word()),
          code(misfit.fault()),
          misfit.word(),
          near.isEmpty() ? "-" : near);
    }
  }

  private static Place place(YamlMap map, String word) {
    Optional<YamlNode> waktu = map.value("waktu");
    if (waktu.orElse(null) instanceof YamlMap each) {
      return each.keys().stream()
          .filter(k -> k.value().equals(word))
          .map(YamlText::place)
          .findFirst()
          .orElse(map.placeOf("waktu"));
    }
    YamlText text = (YamlText) waktu.orElseThrow();
    return text.at(Math.max(0, text.value().lastIndexOf(word)));
  }

  private static DefinitionCode code(WaktuFit.Fault fault) {
    return switch (fault) {
      case ROW_UNKNOWN -> DefinitionCode.UNKNOWN_ROW;
      case DATE_UNKNOWN -> DefinitionCode.TIME_DATE_UNKNOWN;
      case NOT_A_DATE -> DefinitionCode.TIME_NOT_A_DATE;
      case LABEL_UNKNOWN -> DefinitionCode.TIME_LABEL_UNKNOWN;
      case LABEL_WITHOUT_TIME -> DefinitionCode.TIME_LABEL_MISSING;
      case NO_DECISION -> DefinitionCode.TIME_WITHOUT_DECISION;
      case NOT_TO_BE_SHARED -> DefinitionCode.TIME_NOT_SHARED;
    };
  }
}
