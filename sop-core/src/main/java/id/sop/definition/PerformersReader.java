package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.Pelaksana.Jenis;
import id.sop.definition.Performers.Mode;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlNode;
import id.sop.internal.YamlText;
import id.sop.problem.Code;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code pelaksana} of a row: one code, or one mode with its codes. One code alone is done as
 * its role can: by minutes if it is a body, on its behalf if it is outside the office.
 */
final class PerformersReader {
  private static final ImmutableMap<String, Mode> MODES =
      ImmutableMap.of(
          "salahSatu", Mode.SALAH_SATU,
          "bersama", Mode.BERSAMA,
          "berjenjang", Mode.BERJENJANG,
          "kolegial", Mode.KOLEGIAL,
          "eksternal", Mode.EKSTERNAL);

  private final Scope scope;

  PerformersReader(Scope scope) {
    this.scope = scope;
  }

  Optional<Performers> read(YamlMap row) {
    row.require("pelaksana");
    Optional<YamlNode> value = row.value("pelaksana");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof YamlMap modes) {
      return withMode(modes);
    }
    if (value.get() instanceof YamlText text && text.value().equals(Words.NOT_PRINTED)) {
      scope.problems().add(text.place(), DefinitionCode.PERFORMER_NOT_PRINTED);
      return Optional.of(new Performers(Mode.SALAH_SATU, List.of(PelaksanaCode.TIDAK_TERCETAK)));
    }
    if (value.get() instanceof YamlText) {
      Optional<YamlText> text = row.requiredText("pelaksana");
      return text.isPresent() ? alone(text.get()) : Optional.empty();
    }
    scope.problems().add(value.get().place(), DefinitionCode.BAD_PERFORMERS);
    return Optional.empty();
  }

  private Optional<Performers> alone(YamlText text) {
    Optional<PelaksanaCode> role = scope.role(text);
    if (role.isEmpty()) {
      return Optional.empty();
    }
    Optional<Jenis> jenis = scope.jenis(role.get().value());
    Mode mode = jenis.isPresent() ? modeOf(jenis.get()) : Mode.SALAH_SATU;
    return Optional.of(new Performers(mode, List.of(role.get())));
  }

  private static Mode modeOf(Jenis jenis) {
    return switch (jenis) {
      case JABATAN, KELOMPOK -> Mode.SALAH_SATU;
      case KOLEGIAL -> Mode.KOLEGIAL;
      case EKSTERNAL -> Mode.EKSTERNAL;
    };
  }

  private Optional<Performers> withMode(YamlMap modes) {
    modes.allow(MODES.keySet().asList());
    if (modes.keys().size() != 1) {
      scope.problems().add(modes.place(), DefinitionCode.BAD_PERFORMERS);
    }
    for (YamlText key : modes.keys()) {
      Mode mode = MODES.get(key.value());
      if (mode != null) {
        return withMode(mode, key.value(), modes);
      }
    }
    return Optional.empty();
  }

  private Optional<Performers> withMode(Mode mode, String key, YamlMap modes) {
    modes.require(key);
    Optional<Jenis> needed = needs(mode);
    List<YamlText> texts = needed.isPresent() ? one(modes.text(key)) : modes.texts(key);
    if (needed.isPresent()) {
      for (YamlText text : texts) {
        check(text, needed.get());
      }
    }
    if (modes.isEmptyList(key)) {
      scope.problems().add(modes.placeOf(key), DefinitionCode.NOTHING_LISTED, key);
    }
    List<PelaksanaCode> roles = scope.roles(texts);
    return roles.isEmpty() ? Optional.empty() : Optional.of(new Performers(mode, roles));
  }

  private static List<YamlText> one(Optional<YamlText> text) {
    return text.isPresent() ? List.of(text.get()) : List.of();
  }

  /** The kind of role that alone can act in {@code mode}. */
  private static Optional<Jenis> needs(Mode mode) {
    return switch (mode) {
      case SALAH_SATU, BERSAMA, BERJENJANG -> Optional.empty();
      case KOLEGIAL -> Optional.of(Jenis.KOLEGIAL);
      case EKSTERNAL -> Optional.of(Jenis.EKSTERNAL);
    };
  }

  private void check(YamlText text, Jenis needed) {
    Optional<Jenis> actual = scope.jenis(text.value());
    if (actual.isPresent() && actual.get() != needed) {
      Code code =
          needed == Jenis.KOLEGIAL ? DefinitionCode.NOT_COLLEGIAL : DefinitionCode.NOT_EXTERNAL;
      scope.problems().add(text.place(), code, text.value());
    }
  }
}
