package id.sop.definition;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import id.sop.definition.MasaReader.Dated;
import id.sop.definition.Pelaksana.Alias;
import id.sop.definition.Pelaksana.Anggota;
import id.sop.definition.Pelaksana.Jenis;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code pelaksana}. */
final class PelaksanaReader {
  private static final List<String> KEYS = List.of("kode", "nama", "jenis", "alias", "anggota");
  private static final ImmutableMap<String, Jenis> JENIS =
      ImmutableMap.of(
          "jabatan", Jenis.JABATAN,
          "kolegial", Jenis.KOLEGIAL,
          "eksternal", Jenis.EKSTERNAL,
          "kelompok", Jenis.KELOMPOK);

  private final Scope scope;
  private final MasaReader dated;
  private final ListMultimap<String, Namesake> namesakes = ArrayListMultimap.create();
  private final ListMultimap<String, String> members = ArrayListMultimap.create();

  /** A role that has a name, and when. */
  private record Namesake(String code, Masa masa) {}

  PelaksanaReader(Scope scope) {
    this.scope = scope;
    this.dated = new MasaReader(scope.problems());
  }

  /** The roles that can be read, in file order. */
  List<Pelaksana> read(List<YamlMap> maps) {
    List<Pelaksana> roles = maps.stream().flatMap(map -> one(map).stream()).toList();
    checkCycles(maps);
    return roles;
  }

  private Optional<Pelaksana> one(YamlMap map) {
    map.allow(KEYS);
    Optional<YamlText> nama = map.requiredText("nama");
    List<Dated> alias = dated.read(map, "alias", "nama");
    List<Dated> texts = dated.read(map, "anggota", "kode");
    List<Anggota> anggota = texts.stream().flatMap(text -> member(text).stream()).toList();
    Optional<Jenis> jenis = jenis(map);
    jenis.ifPresent(kind -> checkMembers(map, kind, texts));
    Optional<String> kode = map.text("kode").map(YamlText::value);
    kode.ifPresent(
        code -> {
          jenis.ifPresent(kind -> scope.declareJenis(code, kind));
          nama.ifPresent(text -> checkName(new Dated(text, Masa.SELALU), code));
          alias.forEach(name -> checkName(name, code));
          anggota.forEach(member -> members.put(code, member.kode().value()));
        });
    if (nama.isEmpty() || jenis.isEmpty()) {
      return Optional.empty();
    }
    return kode.filter(PelaksanaCode::isValid)
        .map(
            code ->
                new Pelaksana(
                    PelaksanaCode.of(code),
                    nama.get().value(),
                    jenis.get(),
                    alias.stream().map(a -> new Alias(a.text().value(), a.masa())).toList(),
                    anggota));
  }

  private Optional<Anggota> member(Dated member) {
    return scope.role(member.text()).map(code -> new Anggota(code, member.masa()));
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
    String plain = Pelaksana.plain(name.text().value());
    namesakes.get(plain).stream()
        .filter(other -> !other.code().equals(code) && other.masa().overlaps(name.masa()))
        .findFirst()
        .ifPresent(
            other ->
                scope
                    .problems()
                    .add(
                        name.text().place(),
                        DefinitionCode.NAME_CLASH,
                        name.text().value(),
                        other.code()));
    namesakes.put(plain, new Namesake(code, name.masa()));
  }

  private void checkCycles(List<YamlMap> maps) {
    for (YamlMap map : maps) {
      map.text("kode")
          .map(YamlText::value)
          .filter(this::reachesItself)
          .ifPresent(
              code ->
                  scope.problems().add(map.placeOf("anggota"), DefinitionCode.MEMBER_CYCLE, code));
    }
  }

  /** Whether {@code code} is, through its members, a member of itself. */
  private boolean reachesItself(String code) {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(members.get(code));
    while (!next.isEmpty()) {
      String member = next.remove();
      if (member.equals(code)) {
        return true;
      }
      if (seen.add(member)) {
        next.addAll(members.get(member));
      }
    }
    return false;
  }
}
