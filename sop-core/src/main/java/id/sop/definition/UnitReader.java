package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.Pelaksana.Anggota;
import id.sop.internal.Nearest;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.worktime.Zona;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code kalender}, {@code unitKerja}, and the {@code unit} of each performer. */
final class UnitReader {
  static final String KALENDER = "kalender";
  static final String UNIT_KERJA = "unitKerja";
  static final String UNIT = "unit";

  private static final ImmutableMap<String, Zona> ZONES =
      ImmutableMap.of("WIB", Zona.WIB, "WITA", Zona.WITA, "WIT", Zona.WIT);

  /** Also a part of the name of a file. */
  private static final Pattern CALENDAR_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Scope scope;

  UnitReader(Scope scope) {
    this.scope = scope;
  }

  /** The zone that {@code zona} names; it must be there. */
  static Optional<ZoneId> zone(YamlMap map) {
    Optional<Zona> zone = map.requiredWord("zona", ZONES);
    return zone.isPresent() ? Optional.of(zone.get().zone()) : Optional.empty();
  }

  /** The units of the file {@code root}, as far as they can be read. */
  Units read(
      YamlMap root,
      List<YamlMap> roles,
      List<YamlMap> rows,
      List<Pelaksana> pelaksana,
      List<Step> langkah) {
    if (!isTold(root, roles)) {
      return Units.NONE;
    }
    Optional<String> own = calendar(root);
    List<YamlMap> maps = root.maps(UNIT_KERJA, YamlMap.LIST_LIMIT);
    Map<String, YamlText> declared =
        Scope.declared(
            maps,
            "kode",
            PelaksanaCode::isValid,
            DefinitionCode.BAD_UNIT_CODE,
            DefinitionCode.DUPLICATE_UNIT,
            scope.problems());
    Units units = new Units(own, others(maps), members(roles, declared));
    declared.forEach(
        (code, text) -> {
          if (!units.dari().containsValue(code)
              && !units.dari().containsValue(Words.asCode(code))) {
            scope.problems().add(text.place(), DefinitionCode.UNUSED_UNIT, code);
          }
        });
    checkGroups(roles, pelaksana, units);
    checkRows(rows, langkah, units);
    return units;
  }

  private static boolean isTold(YamlMap root, List<YamlMap> roles) {
    for (YamlMap role : roles) {
      if (role.has(UNIT)) {
        return true;
      }
    }
    return root.has(KALENDER) || root.has(UNIT_KERJA);
  }

  private Map<String, Unit> others(List<YamlMap> maps) {
    ImmutableMap.Builder<String, Unit> others = ImmutableMap.builder();
    for (YamlMap map : maps) {
      map.allow(List.of("kode", "nama", "zona", KALENDER));
      Optional<YamlText> code = map.text("kode");
      map.requiredText("nama");
      Optional<ZoneId> zone = zone(map);
      Optional<String> calendar = calendar(map);
      if (code.isPresent() && zone.isPresent()) {
        others.put(code.get().value(), new Unit(zone.get(), calendar));
      }
    }
    // A unit that stands twice has its problem already.
    return others.buildKeepingLast();
  }

  private Optional<String> calendar(YamlMap map) {
    Optional<YamlText> name = map.text(KALENDER);
    name.filter(text -> !CALENDAR_NAME.matcher(text.value()).matches())
        .ifPresent(
            text ->
                scope.problems().add(text.place(), DefinitionCode.BAD_CALENDAR_NAME, text.value()));
    return name.map(YamlText::value);
  }

  private Map<PelaksanaCode, String> members(List<YamlMap> roles, Map<String, YamlText> declared) {
    Map<PelaksanaCode, String> members = new LinkedHashMap<>();
    for (YamlMap role : roles) {
      Optional<YamlText> unit = role.text(UNIT);
      Optional<YamlText> code = role.text("kode");
      if (unit.isEmpty() || code.isEmpty() || !PelaksanaCode.isValid(code.get().value())) {
        continue;
      }
      String name = unit.get().value();
      if (declared.containsKey(name)) {
        members.put(PelaksanaCode.of(code.get().value()), name);
      } else {
        String meant = declared.isEmpty() ? "-" : Nearest.among(declared.keySet()).to(name);
        scope.problems().add(unit.get().place(), DefinitionCode.UNKNOWN_UNIT, name, meant);
      }
    }
    return members;
  }

  /** A group works by its own word, not by that of its members: where they differ, it is told. */
  private void checkGroups(List<YamlMap> roles, List<Pelaksana> pelaksana, Units units) {
    for (Pelaksana group : pelaksana) {
      for (Anggota member : group.anggota()) {
        if (!units.of(group.code()).equals(units.of(member.kode()))) {
          scope
              .problems()
              .add(
                  declaredAs(roles, "kode", group.code().value()).placeOf("anggota"),
                  DefinitionCode.GROUP_OF_OTHER_UNIT,
                  group.code().value(),
                  member.kode().value());
          break;
        }
      }
    }
  }

  private static YamlMap declaredAs(List<YamlMap> maps, String key, String value) {
    return maps.stream()
        .filter(m -> m.text(key).filter(t -> t.value().equals(value)).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** The clock of a row is one: that of the first performer. That others have another is told. */
  private void checkRows(List<YamlMap> rows, List<Step> langkah, Units units) {
    for (Step step : langkah) {
      PelaksanaCode first = step.pelaksana().roles().get(0);
      step.pelaksana().roles().stream()
          .filter(other -> !units.of(first).equals(units.of(other)))
          .findFirst()
          .ifPresent(
              other ->
                  scope
                      .problems()
                      .add(
                          declaredAs(rows, "id", step.id().value()).placeOf("pelaksana"),
                          DefinitionCode.UNITS_MIXED,
                          step.id().value(),
                          first.value(),
                          other.value()));
    }
  }
}
