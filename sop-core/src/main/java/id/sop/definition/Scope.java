package id.sop.definition;

import id.sop.internal.Nearest;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Code;
import id.sop.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rows and roles that a file declares, gathered before its parts are read: also a row that is
 * broken elsewhere can be referred to, so that one mistake gives one problem.
 */
final class Scope {
  private final Map<String, YamlText> rows;
  private final Map<String, YamlText> roles;
  private final Map<String, Pelaksana.Jenis> jenis = new LinkedHashMap<>();
  private final Map<String, DataField> data = new LinkedHashMap<>();
  private final Map<String, Parameter> parameter = new LinkedHashMap<>();
  private final Nearest nearestRow;
  private final Nearest nearestRole;
  private final Set<String> usedRoles = new HashSet<>();
  private final Problems problems;
  private boolean unknownRoleSeen;

  private Scope(Map<String, YamlText> rows, Map<String, YamlText> roles, Problems problems) {
    this.rows = rows;
    this.roles = roles;
    this.nearestRow = Nearest.among(rows.keySet());
    this.nearestRole = Nearest.among(roles.keySet());
    this.problems = problems;
  }

  static Scope of(List<YamlMap> roles, List<YamlMap> rows, Problems problems) {
    return new Scope(
        declared(
            rows,
            "id",
            StepId::isValid,
            DefinitionCode.BAD_ROW_ID,
            DefinitionCode.DUPLICATE_ROW,
            problems),
        declared(
            roles,
            "kode",
            PelaksanaCode::isValid,
            DefinitionCode.BAD_ROLE_CODE,
            DefinitionCode.DUPLICATE_ROLE,
            problems),
        problems);
  }

  /** The keys of {@code maps}, each of the right form and once; others are reported. */
  static Map<String, YamlText> declared(
      List<YamlMap> maps,
      String key,
      Predicate<String> form,
      Code badForm,
      Code duplicate,
      Problems problems) {
    Map<String, YamlText> declared = new LinkedHashMap<>();
    for (YamlMap map : maps) {
      Optional<YamlText> id = map.requiredText(key);
      if (id.isEmpty()) {
        continue;
      }
      YamlText text = id.get();
      YamlText first = declared.putIfAbsent(text.value(), text);
      if (first != null) {
        String line = Integer.toString(first.place().line());
        problems.add(text.place(), duplicate, text.value(), line);
      }
      if (!form.test(text.value())) {
        String meant = Words.asCode(text.value());
        problems.add(text.place(), badForm, text.value(), meant);
        // References to what was probably meant are no second mistake.
        declared.putIfAbsent(meant, text);
      }
    }
    return declared;
  }

  Problems problems() {
    return problems;
  }

  /** Remembers what conditions of checklists can look at. */
  void declareFacts(List<DataField> fields, List<Parameter> parameters) {
    for (DataField field : fields) {
      data.putIfAbsent(field.nama(), field);
    }
    for (Parameter each : parameters) {
      parameter.putIfAbsent(each.nama(), each);
    }
  }

  ButirReader checklists() {
    return new ButirReader(this, data, parameter);
  }

  /** Remembers what kind of role {@code code} is. */
  void declareJenis(String code, Pelaksana.Jenis kind) {
    jenis.putIfAbsent(code, kind);
  }

  /** What kind of role {@code code} is; empty when its declaration is broken or missing. */
  Optional<Pelaksana.Jenis> jenis(String code) {
    return Optional.ofNullable(jenis.get(code));
  }

  /** Whether a row {@code id} is declared, broken or not. */
  boolean declaresRow(String id) {
    return rows.containsKey(id);
  }

  /** The row that {@code text} names; one that is not declared is reported. */
  Optional<StepId> row(YamlText text) {
    boolean known = isKnown(text, rows, nearestRow, DefinitionCode.UNKNOWN_ROW);
    return known && StepId.isValid(text.value())
        ? Optional.of(StepId.of(text.value()))
        : Optional.empty();
  }

  List<StepId> rows(List<YamlText> texts) {
    List<StepId> known = new ArrayList<>();
    for (YamlText text : texts) {
      Optional<StepId> row = row(text);
      if (row.isPresent()) {
        known.add(row.get());
      }
    }
    return known;
  }

  /** The role that {@code text} names; one that is not declared is reported. */
  Optional<PelaksanaCode> role(YamlText text) {
    if (!isKnown(text, roles, nearestRole, DefinitionCode.UNKNOWN_ROLE)) {
      unknownRoleSeen = true;
      return Optional.empty();
    }
    usedRoles.add(text.value());
    return PelaksanaCode.isValid(text.value())
        ? Optional.of(PelaksanaCode.of(text.value()))
        : Optional.empty();
  }

  List<PelaksanaCode> roles(List<YamlText> texts) {
    List<PelaksanaCode> known = new ArrayList<>();
    for (YamlText text : texts) {
      Optional<PelaksanaCode> role = role(text);
      if (role.isPresent()) {
        known.add(role.get());
      }
    }
    return known;
  }

  /**
   * Warns of each role that nothing has named; not while an unknown role is named, which may well
   * be one of these, misspelt.
   */
  void reportUnusedRoles() {
    for (YamlText role : unknownRoleSeen ? List.<YamlText>of() : roles.values()) {
      String code = role.value();
      if (!usedRoles.contains(code) && !usedRoles.contains(Words.asCode(code))) {
        problems.add(role.place(), DefinitionCode.UNUSED_ROLE, code);
      }
    }
  }

  private boolean isKnown(
      YamlText text, Map<String, YamlText> declared, Nearest nearest, Code unknown) {
    if (declared.containsKey(text.value())) {
      return true;
    }
    // A file without any readable declaration has its problem already; each use would repeat it.
    if (!declared.isEmpty()) {
      String meant = nearest.to(text.value());
      problems.add(text.place(), unknown, text.value(), meant);
    }
    return false;
  }
}
