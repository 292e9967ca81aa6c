package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.Pelaksana.Jenis;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code pelaksana}. */
final class PelaksanaReader {
  private static final List<String> KEYS = List.of("kode", "nama", "jenis", "alias", "anggota");
  private static final ImmutableMap<String, Jenis> JENIS =
      ImmutableMap.of(
          "jabatan", Jenis.JABATAN,
          "kolegial", Jenis.KOLEGIAL,
          "eksternal", Jenis.EKSTERNAL,
          "kelompok", Jenis.KELOMPOK);

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Scope scope;
  private final Map<String, String> codeByName = new HashMap<>();
  private final Map<String, List<PelaksanaCode>> members = new HashMap<>();

  PelaksanaReader(Scope scope) {
    this.scope = scope;
  }

  /** The roles that can be read, in file order. */
  List<Pelaksana> read(List<YamlMap> maps) {
    List<Pelaksana> roles = new ArrayList<>();
    for (YamlMap map : maps) {
      Optional<Pelaksana> role = one(map);
      if (role.isPresent()) {
        roles.add(role.get());
      }
    }
    checkCycles(maps);
    return roles;
  }

  private Optional<Pelaksana> one(YamlMap map) {
    map.allow(KEYS);
    Optional<YamlText> nama = map.requiredText("nama");
    List<YamlText> alias = map.texts("alias");
    List<YamlText> texts = map.texts("anggota");
    List<PelaksanaCode> anggota = scope.roles(texts);
    Optional<Jenis> jenis = jenis(map);
    if (jenis.isPresent()) {
      checkMembers(map, jenis.get(), texts);
    }
    Optional<YamlText> kode = map.text("kode");
    if (kode.isEmpty()) {
      return Optional.empty();
    }
    String code = kode.get().value();
    if (code.equals(PelaksanaCode.TIDAK_TERCETAK.value())) {
      scope.problems().add(kode.get().place(), DefinitionCode.RESERVED_ROLE, code);
    }
    if (jenis.isPresent()) {
      scope.declareJenis(code, jenis.get());
    }
    if (nama.isPresent()) {
      checkName(nama.get(), code);
    }
    for (YamlText text : alias) {
      checkName(text, code);
    }
    if (!anggota.isEmpty()) {
      members.computeIfAbsent(code, none -> new ArrayList<>()).addAll(anggota);
    }
    if (nama.isEmpty() || jenis.isEmpty() || !PelaksanaCode.isValid(code)) {
      return Optional.empty();
    }
    return Optional.of(
        new Pelaksana(
            PelaksanaCode.of(code), nama.get().value(), jenis.get(), Words.values(alias), anggota));
  }

  private static Optional<Jenis> jenis(YamlMap map) {
    return map.has("jenis") ? map.word("jenis", JENIS) : Optional.of(Jenis.JABATAN);
  }

  private void checkMembers(YamlMap map, Jenis jenis, List<YamlText> anggota) {
    if (jenis == Jenis.KELOMPOK && anggota.isEmpty()) {
      scope.problems().add(map.placeOf("anggota"), DefinitionCode.MEMBERS_MISSING);
    }
    if (jenis != Jenis.KELOMPOK && map.has("anggota")) {
      scope.problems().add(map.placeOf("anggota"), DefinitionCode.MEMBERS_UNWANTED);
    }
  }

  private void checkName(YamlText name, String code) {
    String plain = SPACES.matcher(name.value().strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    String other = codeByName.putIfAbsent(plain, code);
    if (other != null && !other.equals(code)) {
      scope.problems().add(name.place(), DefinitionCode.NAME_CLASH, name.value(), other);
    }
  }

  private void checkCycles(List<YamlMap> maps) {
    for (YamlMap map : maps) {
      Optional<YamlText> kode = map.text("kode");
      if (kode.isPresent() && reachesItself(kode.get().value())) {
        scope
            .problems()
            .add(map.placeOf("anggota"), DefinitionCode.MEMBER_CYCLE, kode.get().value());
      }
    }
  }

  /** Whether {@code code} is, through its members, a member of itself. */
  private boolean reachesItself(String code) {
    Set<String> seen = new HashSet<>();
    if (!members.containsKey(code)) {
      return false;
    }
    Deque<PelaksanaCode> next = new ArrayDeque<>(members.get(code));
    while (!next.isEmpty()) {
      String member = next.remove().value();
      if (member.equals(code)) {
        return true;
      }
      if (seen.add(member)) {
        next.addAll(members.getOrDefault(member, List.of()));
      }
    }
    return false;
  }
}
