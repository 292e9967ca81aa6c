package id.sop.rules.draft;

import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The roles of a draft: each name gets a code that is made from it. */
final class Roles {
  private static final int LONGEST = 48;

  private final Map<String, Pelaksana> byName = new LinkedHashMap<>();

  /** The code of the role that is printed as {@code name}. */
  PelaksanaCode code(String name) {
    return byName
        .computeIfAbsent(Texts.plain(name).isEmpty() ? name : Texts.plain(name), p -> role(name))
        .code();
  }

  private Pelaksana role(String name) {
    String base = base(name);
    String code = base;
    for (int i = 2; isTaken(code); i++) {
      code = base + "_" + i;
    }
    return new Pelaksana(
        PelaksanaCode.of(code), name, Pelaksana.Jenis.JABATAN, List.of(), List.of());
  }

  private boolean isTaken(String code) {
    return byName.values().stream().anyMatch(p -> p.code().value().equals(code));
  }

  private static String base(String name) {
    String letters =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toUpperCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    String cut = letters.length() <= LONGEST ? letters : letters.substring(0, LONGEST);
    return cut.matches("[A-Z].*") ? cut.replaceAll("_+$", "") : ("P_" + cut).replaceAll("_+$", "");
  }

  /** All of them, in the order in which they were first named. */
  List<Pelaksana> all() {
    return List.copyOf(byName.values());
  }
}
