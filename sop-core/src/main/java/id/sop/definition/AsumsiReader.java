package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.Asumsi.Bidang;
import id.sop.definition.Asumsi.Keyakinan;
import id.sop.internal.Nearest;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code asumsi}. */
final class AsumsiReader {
  private static final List<String> KEYS =
      List.of(
          "kode",
          "baris",
          "bidang",
          "teks",
          "pilihan",
          "dipilih",
          "alasan",
          "keyakinan",
          "dikonfirmasi");
  private static final Pattern KODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
  private static final Pattern LETTER = Pattern.compile("[a-z]");
  private static final ImmutableMap<String, Bidang> BIDANG =
      ImmutableMap.of(
          "identitas", Bidang.IDENTITAS,
          "urutan", Bidang.URUTAN,
          "pelaksana", Bidang.PELAKSANA,
          "kelengkapan", Bidang.KELENGKAPAN,
          "waktu", Bidang.WAKTU,
          "output", Bidang.OUTPUT,
          "keputusan", Bidang.KEPUTUSAN);
  private static final ImmutableMap<String, Keyakinan> KEYAKINAN =
      ImmutableMap.of(
          "tinggi", Keyakinan.TINGGI, "sedang", Keyakinan.SEDANG, "rendah", Keyakinan.RENDAH);

  private final Scope scope;

  AsumsiReader(Scope scope) {
    this.scope = scope;
  }

  /** The assumptions that can be read, in file order. */
  List<Asumsi> read(List<YamlMap> maps) {
    Scope.declared(
        maps,
        "kode",
        kode -> KODE.matcher(kode).matches(),
        DefinitionCode.BAD_ROW_ID,
        DefinitionCode.DUPLICATE_ASSUMPTION,
        scope.problems());
    List<Asumsi> assumptions = new ArrayList<>();
    for (YamlMap map : maps) {
      Optional<Asumsi> assumption = one(map);
      if (assumption.isPresent()) {
        assumptions.add(assumption.get());
      }
    }
    return assumptions;
  }

  private Optional<Asumsi> one(YamlMap map) {
    map.allow(KEYS);
    List<StepId> baris = scope.rows(map.texts("baris"));
    Set<Bidang> bidang = bidang(map);
    Optional<YamlText> teks = map.requiredText("teks");
    ImmutableMap<String, String> pilihan = pilihan(map);
    Optional<YamlText> dipilih = map.requiredText("dipilih");
    Optional<YamlText> alasan = map.requiredText("alasan");
    Optional<Keyakinan> keyakinan = map.requiredWord("keyakinan", KEYAKINAN);
    Optional<Boolean> dikonfirmasi = map.requiredWord("dikonfirmasi", YamlMap.YA_TIDAK);
    if (dipilih.isPresent()) {
      checkChosen(dipilih.get(), pilihan);
    }
    Optional<YamlText> kode = map.text("kode");
    if (kode.isEmpty()
        || teks.isEmpty()
        || dipilih.isEmpty()
        || alasan.isEmpty()
        || keyakinan.isEmpty()
        || dikonfirmasi.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Asumsi(
            kode.get().value(),
            baris,
            bidang,
            teks.get().value(),
            pilihan,
            dipilih.get().value(),
            alasan.get().value(),
            keyakinan.get(),
            dikonfirmasi.get()));
  }

  private void checkChosen(YamlText letter, ImmutableMap<String, String> pilihan) {
    if (!pilihan.isEmpty() && !pilihan.containsKey(letter.value())) {
      String nearest = Nearest.of(letter.value(), pilihan.keySet());
      scope.problems().add(letter.place(), DefinitionCode.DIPILIH_UNKNOWN, letter.value(), nearest);
    }
  }

  private Set<Bidang> bidang(YamlMap map) {
    map.require("bidang");
    List<YamlText> words = map.texts("bidang");
    if (map.isEmptyList("bidang")) {
      scope.problems().add(map.placeOf("bidang"), DefinitionCode.NOTHING_LISTED, "bidang");
    }
    Set<Bidang> known = EnumSet.noneOf(Bidang.class);
    for (YamlText word : words) {
      Optional<Bidang> bidang = map.meaning(word, BIDANG);
      if (bidang.isPresent()) {
        known.add(bidang.get());
      }
    }
    return known;
  }

  private ImmutableMap<String, String> pilihan(YamlMap map) {
    ImmutableMap.Builder<String, String> pilihan = ImmutableMap.builder();
    Optional<YamlMap> readings = map.requiredMap("pilihan");
    for (YamlText letter : readings.isPresent() ? readings.get().keys() : List.<YamlText>of()) {
      if (!LETTER.matcher(letter.value()).matches()) {
        scope.problems().add(letter.place(), DefinitionCode.BAD_LETTER, letter.value());
      }
      Optional<YamlText> text = readings.get().requiredText(letter.value());
      if (text.isPresent()) {
        pilihan.put(letter.value(), text.get().value());
      }
    }
    return pilihan.buildOrThrow();
  }
}
