package id.sop.definition;

import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Problems;
import java.util.List;
import java.util.Optional;

/** Reads {@code identitas}. */
final class IdentitasReader {
  private static final List<String> KEYS =
      List.of(
          "instansi",
          "unit",
          "nama",
          "nomor",
          "tanggalPembuatan",
          "tanggalRevisi",
          "tanggalEfektif",
          "disahkanOleh",
          "dasarHukum",
          "kualifikasiPelaksana",
          "keterkaitan",
          "peralatan",
          "peringatan",
          "pencatatan",
          "tercetak");

  /** All but the printed texts, which are told by these names. */
  private static final List<String> FIELDS = KEYS.subList(0, KEYS.size() - 1);

  /** What no SOP should be in force without. */
  private static final List<String> WANTED =
      List.of("nomor", "tanggalEfektif", "disahkanOleh", "dasarHukum");

  private IdentitasReader() {}

  static Optional<Identitas> read(YamlMap map, Problems problems) {
    map.allow(KEYS);
    Optional<YamlText> instansi = map.requiredText("instansi");
    Optional<YamlText> unit = map.requiredText("unit");
    Optional<YamlText> nama = map.requiredText("nama");
    Identitas block =
        new Identitas(
            Words.value(instansi),
            Words.value(unit),
            Words.value(nama),
            bare(map.text("nomor")),
            map.date("tanggalPembuatan"),
            map.date("tanggalRevisi"),
            map.date("tanggalEfektif"),
            bare(map.text("disahkanOleh")),
            Words.values(map.textOrTexts("dasarHukum")),
            Words.values(map.textOrTexts("kualifikasiPelaksana")),
            Words.values(map.textOrTexts("keterkaitan")),
            Words.values(map.textOrTexts("peralatan")),
            Words.values(map.textOrTexts("peringatan")),
            Words.values(map.textOrTexts("pencatatan")),
            Words.tercetak(map, FIELDS));
    for (String field : WANTED) {
      if (!map.has(field) || map.isEmptyList(field)) {
        problems.add(map.placeOf(field), DefinitionCode.IDENTITY_GAP, field);
      }
    }
    boolean complete = instansi.isPresent() && unit.isPresent() && nama.isPresent();
    return complete ? Optional.of(block) : Optional.empty();
  }

  private static Optional<String> bare(Optional<YamlText> text) {
    return text.isPresent() ? Optional.of(text.get().value()) : Optional.empty();
  }
}
