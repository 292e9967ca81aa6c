package id.sop.definition;

import id.sop.internal.Nearest;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Code;
import id.sop.problem.Problems;
import id.sop.problem.Suggestion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The rows and roles that a file declares, gathered before its parts are read: also a row that is
 * broken elsewhere can be referred to, so that one mistake gives one problem.
 */
final class Scope {
  private final Map<String, YamlText> rows;
  private final Map<String, YamlText> roles;
  private final Map<String, Pelaksana.Jenis> jenis = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Problems problems;

  private Scope(Map<String, YamlText> rows, Map<String, YamlText> roles, Problems problems) {
    this.rows = rows;
    this.roles = roles;
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

  /** Remembers what kind of role {@code code} is. */
  void declareJenis(String code, Pelaksana.Jenis kind) {
    jenis.putIfAbsent(code, kind);
  }

  /** What kind of role {@code code} is; empty when its declaration is broken or missing. */
  Optional<Pelaksana.Jenis> jenis(String code) {
    return Optional.ofNullable(jenis.get(code));
  }

  /** The row that {@code text} names; one that is not declared is reported. */
  Optional<StepId> row(YamlText text) {
    return known(text, rows, DefinitionCode.UNKNOWN_ROW).filter(StepId::isValid).map(StepId::of);
  }

  List<StepId> rows(List<YamlText> texts) {
    return each(texts, this::row);
  }

  /** The role that {@code text} names; one that is not declared is reported. */
  Optional<PelaksanaCode> role(YamlText text) {
    // A misspelt role is used all the same: that it is not would be a second, wrong complaint.
    used.add(Suggestion.nearest(text.value(), roles.keySet()).orElse(text.value()));
    return known(text, roles, DefinitionCode.UNKNOWN_ROLE)
        .filter(PelaksanaCode::isValid)
        .map(PelaksanaCode::of);
  }

  List<PelaksanaCode> roles(List<YamlText> texts) {
    return each(texts, this::role);
  }

  /** Warns of each role that nothing has named. */
  void reportUnusedRoles() {
    for (YamlText role : roles.values()) {
      String code = role.value();
      if (!used.contains(code) && !used.contains(Words.asCode(code))) {
        problems.add(role.place(), DefinitionCode.UNUSED_ROLE, code);
      }
    }
  }

  private Optional<String> known(YamlText text, Map<String, YamlText> declared, Code unknown) {
    if (declared.containsKey(text.value())) {
      return Optional.of(text.value());
    }
    // A file without any readable declaration has its problem already; each use would repeat it.
    if (!declared.isEmpty()) {
      problems.add(
          text.place(), unknown, text.value(), Nearest.of(text.value(), declared.keySet()));
    }
    return Optional.empty();
  }

  private static <T> List<T> each(List<YamlText> texts, Function<YamlText, Optional<T>> one) {
    return texts.stream().flatMap(text -> one.apply(text).stream()).toList();
  }
}
