package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code pengawasan}: of the SOP, which holds for all rows, and of a row, which replaces what
 * it says anew.
 */
final class PengawasanReader {
  static final String KEY = "pengawasan";
  private static final String PENGINGAT = "pengingat";
  private static final String ESKALASI = "eskalasi";

  private final Scope scope;

  PengawasanReader(Scope scope) {
    this.scope = scope;
  }

  /** How each row is watched over; those that are not are left out. */
  Map<StepId, Pengawasan> read(YamlMap root, List<YamlMap> rows) {
    Pengawasan all = own(root, Pengawasan.NONE);
    ImmutableMap.Builder<StepId, Pengawasan> watched = ImmutableMap.builder();
    for (YamlMap row : rows) {
      Pengawasan own = own(row, all);
      if (own == Pengawasan.NONE) {
        continue;
      }
      Optional<YamlText> id = row.text("id");
      if (id.isPresent() && StepId.isValid(id.get().value()) && !own.equals(Pengawasan.NONE)) {
        watched.put(StepId.of(id.get().value()), own);
      }
    }
    // A row that stands twice has its problem already.
    return watched.buildKeepingLast();
  }

  private Pengawasan own(YamlMap map, Pengawasan otherwise) {
    Optional<YamlMap> said = map.map(KEY);
    return said.isPresent() ? read(said.get(), otherwise) : otherwise;
  }

  private Pengawasan read(YamlMap map, Pengawasan otherwise) {
    map.allow(List.of(PENGINGAT, ESKALASI));
    return new Pengawasan(
        map.has(PENGINGAT) ? pengingat(map) : otherwise.pengingat(),
        map.has(ESKALASI) ? eskalasi(map) : otherwise.eskalasi());
  }

  private List<Waktu.Paling> pengingat(YamlMap map) {
    Set<Waktu.Paling> seen = new HashSet<>();
    return map.texts(PENGINGAT).stream().flatMap(t -> time(t, seen).stream()).toList();
  }

  private List<Eskalasi> eskalasi(YamlMap map) {
    Set<Waktu.Paling> seen = new HashSet<>();
    List<Eskalasi> rungs = new ArrayList<>();
    for (YamlMap rung : map.maps(ESKALASI, YamlMap.LIST_LIMIT)) {
      rung.allow(List.of("setelah", "kepada"));
      Optional<Waktu.Paling> setelah = rung.requiredText("setelah").flatMap(t -> time(t, seen));
      rung.require("kepada");
      List<PelaksanaCode> kepada = scope.roles(rung.textOrTexts("kepada"));
      if (rung.isEmptyList("kepada")) {
        scope.problems().add(rung.placeOf("kepada"), DefinitionCode.NOTHING_LISTED, "kepada");
      }
      if (setelah.isPresent() && !kepada.isEmpty()) {
        rungs.add(new Eskalasi(setelah.get(), kepada));
      }
    }
    return rungs;
  }

  /** A plain length of time that none of {@code seen} says already. */
  private Optional<Waktu.Paling> time(YamlText text, Set<Waktu.Paling> seen) {
    WaktuParser.Parsed parsed = WaktuParser.parse(text.value());
    if (!(parsed.waktu().orElse(null) instanceof Waktu.Paling time)) {
      int at = Math.max(parsed.errorAt(), 0);
      String meant = parsed.waktu().flatMap(Waktu::batas).map(Waktu::teks).orElse(parsed.saran());
      String offered = WaktuParser.isLength(meant) ? meant : "1 hari kerja";
      scope.problems().add(text.at(at), DefinitionCode.RUNG_TIME, text.value(), offered);
      return Optional.empty();
    }
    if (!seen.add(time)) {
      scope.problems().add(text.place(), DefinitionCode.RUNG_TWICE, time.teks());
    }
    return Optional.of(time);
  }
}
