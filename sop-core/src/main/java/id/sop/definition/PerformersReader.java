package id.sop.definition;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.sop.definition.Pelaksana.Jenis;
import id.sop.definition.Performers.Mode;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlNode;
import id.sop.internal.YamlText;
import id.sop.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads {@code pelaksana} of a row: one code, or one mode with its codes, and in a row done
 * together its quorum and its leader. One code alone is done as its role can: by minutes if it is a
 * body, on its behalf if it is outside the office.
 */
final class PerformersReader {
  private static final ImmutableMap<String, Mode> MODES =
      ImmutableMap.of(
          "salahSatu", Mode.SALAH_SATU,
          "bersama", Mode.BERSAMA,
          "berjenjang", Mode.BERJENJANG,
          "kolegial", Mode.KOLEGIAL,
          "eksternal", Mode.EKSTERNAL);
  private static final String KUORUM = "kuorum";
  private static final String KETUA = "ketua";

  /** What only a row done together has. */
  private static final List<String> TOGETHER = List.of(KUORUM, KETUA);

  private static final ImmutableList<String> KEYS =
      ImmutableList.<String>builder().addAll(MODES.keySet()).addAll(TOGETHER).build();
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

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
    modes.allow(KEYS);
    int named = 0;
    for (YamlText key : modes.keys()) {
      named += TOGETHER.contains(key.value()) ? 0 : 1;
    }
    if (named != 1) {
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
    if (mode != Mode.BERSAMA) {
      for (YamlText word : modes.keys()) {
        if (TOGETHER.contains(word.value())) {
          scope.problems().add(word.place(), DefinitionCode.ONLY_TOGETHER, word.value(), key);
        }
      }
      return roles.isEmpty() ? Optional.empty() : Optional.of(new Performers(mode, roles));
    }
    OptionalInt kuorum = kuorum(modes, texts.size());
    List<PelaksanaCode> led = led(modes, texts, roles);
    // With an unknown role among them, a quorum may look too large that is not.
    boolean whole = roles.size() == texts.size();
    return led.isEmpty()
        ? Optional.empty()
        : Optional.of(new Performers(mode, led, whole ? kuorum : OptionalInt.empty()));
  }

  /** How many must act: of {@code of} roles at least one and at most all. */
  private OptionalInt kuorum(YamlMap modes, int of) {
    Optional<YamlText> text = modes.text(KUORUM);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    boolean sound = NUMBER.matcher(text.get().value()).matches();
    int kuorum = sound ? Integer.parseInt(text.get().value()) : 0;
    if (kuorum < 1 || kuorum > of) {
      scope
          .problems()
          .add(
              text.get().place(),
              DefinitionCode.QUORUM_WRONG,
              text.get().value(),
              Integer.toString(of));
      return OptionalInt.empty();
    }
    return OptionalInt.of(kuorum);
  }

  /** The roles with the one that leads in front. */
  private List<PelaksanaCode> led(YamlMap modes, List<YamlText> texts, List<PelaksanaCode> roles) {
    Optional<YamlText> ketua = modes.text(KETUA);
    if (ketua.isEmpty()) {
      return roles;
    }
    List<String> named = texts.stream().map(YamlText::value).toList();
    if (!named.contains(ketua.get().value())) {
      scope
          .problems()
          .add(
              ketua.get().place(),
              DefinitionCode.LEAD_NOT_LISTED,
              ketua.get().value(),
              String.join(", ", named));
      return roles;
    }
    List<PelaksanaCode> led = new ArrayList<>(roles);
    led.stream()
        .filter(role -> role.value().equals(ketua.get().value()))
        .findFirst()
        .ifPresent(
            leader -> {
              led.remove(leader);
              led.add(0, leader);
            });
    return led;
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
