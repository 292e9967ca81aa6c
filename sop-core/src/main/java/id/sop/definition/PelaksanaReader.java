package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.MasaReader.Dated;
import id.sop.definition.Pelaksana.Alias;
import id.sop.definition.Pelaksana.Anggota;
import id.sop.definition.Pelaksana.Jenis;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code pelaksana}. */
final class PelaksanaReader {
  private static final List<String> KEYS =
      List.of("kode", "nama", "jenis", "alias", "anggota", UnitReader.UNIT);
  private static final ImmutableMap<String, Jenis> JENIS =
      ImmutableMap.of(
          "jabatan", Jenis.JABATAN,
          "kolegial", Jenis.KOLEGIAL,
          "eksternal", Jenis.EKSTERNAL,
          "kelompok", Jenis.KELOMPOK);

  private final Scope scope;
  private final MasaReader dated;
  private final Map<String, List<Namesake>> namesakes = new HashMap<>();
  private final Map<String, List<PelaksanaCode>> members = new HashMap<>();

  /** A role that has a name, and when. */
  private record Namesake(String code, Masa masa) {}

  PelaksanaReader(Scope scope) {
    this.scope = scope;
    this.dated = new MasaReader(scope.problems());
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
    List<Dated> alias = dated.read(map, "alias", "nama");
    List<Dated> texts = dated.read(map, "anggota", "kode");
    List<Anggota> anggota = members(texts);
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
      checkName(new Dated(nama.get(), Masa.SELALU), code);
    }
    List<Alias> names = new ArrayList<>();
    for (Dated name : alias) {
      checkName(name, code);
      names.add(new Alias(name.text().value(), name.masa()));
    }
    for (Anggota member : anggota) {
      members.computeIfAbsent(code, none -> new ArrayList<>()).add(member.kode());
    }
    if (nama.isEmpty() || jenis.isEmpty() || !PelaksanaCode.isValid(code)) {
      return Optional.empty();
    }
    return Optional.of(
        new Pelaksana(PelaksanaCode.of(code), nama.get().value(), jenis.get(), names, anggota));
  }

  private List<Anggota> members(List<Dated> texts) {
    List<Anggota> members = new ArrayList<>();
    for (Dated member : texts) {
      Optional<PelaksanaCode> code = scope.role(member.text());
      if (code.isPresent()) {
        members.add(new Anggota(code.get(), member.masa()));
      }
    }
    return List.copyOf(members);
  }

  private static Optional<Jenis> jenis(YamlMap map) {
    return map.has("jenis") ? map.word("jenis", JENIS) : Optional.of(Jenis.JABATAN);
  }

  private void checkMembers(YamlMap map, Jenis jenis, List<Dated> anggota) {
    if (jenis == Jenis.KELOMPOK && anggota.isEmpty()) {
      scope.problems().add(map.placeOf("anggota"), DefinitionCode.MEMBERS_MISSING);
    }
    if (jenis != Jenis.KELOMPOK && map.has("anggota")) {
      scope.problems().add(map.placeOf("anggota"), DefinitionCode.MEMBERS_UNWANTED);
    }
  }

  /** Two roles may share a name, but not on the same day. */
  private void checkName(Dated name, String code) {
    List<Namesake> others =
        namesakes.computeIfAbsent(Pelaksana.plain(name.text().value()), none -> new ArrayList<>());
    for (Namesake other : others) {
      if (!other.code().equals(code) && other.masa().overlaps(name.masa())) {
        scope
            .problems()
            .add(name.text().place(), DefinitionCode.NAME_CLASH, name.text().value(), other.code());
        break;
      }
    }
    others.add(new Namesake(code, name.masa()));
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
