package id.sop.definition;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import id.sop.definition.Pelaksana.Jenis;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private final Map<String, String> codeByName = new HashMap<>();
  private final ListMultimap<String, String> members = ArrayListMultimap.create();

  PelaksanaReader(Scope scope) {
    this.scope = scope;
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
    List<YamlText> alias = map.texts("alias");
    List<YamlText> texts = map.texts("anggota");
    List<PelaksanaCode> anggota = scope.roles(texts);
    Optional<Jenis> jenis = jenis(map);
    jenis.ifPresent(kind -> checkMembers(map, kind, texts));
    Optional<String> kode = map.text("kode").map(YamlText::value);
    kode.filter(PelaksanaCode.TIDAK_TERCETAK.value()::equals)
        .ifPresent(
            code ->
                scope
                    .problems()
                    .add(map.valuePlace("kode"), DefinitionCode.RESERVED_ROLE, code));
    kode.ifPresent(
        code -> {
          jenis.ifPresent(kind -> scope.declareJenis(code, kind));
          nama.ifPresent(text -> checkName(text, code));
          alias.forEach(text -> checkName(text, code));
          anggota.forEach(member -> members.put(code, member.value()));
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
                    Words.values(alias),
                    anggota));
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
    String plain = name.value().strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    String other = codeByName.putIfAbsent(plain, code);
    if (other != null && !other.equals(code)) {
      scope.problems().add(name.place(), DefinitionCode.NAME_CLASH, name.value(), other);
    }
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
