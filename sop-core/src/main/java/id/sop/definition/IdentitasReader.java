package id.sop.definition;

import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code identitas}. */
final class IdentitasReader {
  private static final List<String> FIELDS =
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
          "pencatatan");
  private static final List<String> KEYS =
      Stream.concat(FIELDS.stream(), Stream.of("tercetak")).toList();

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
            instansi.map(YamlText::value).orElse(""),
            unit.map(YamlText::value).orElse(""),
            nama.map(YamlText::value).orElse(""),
            map.text("nomor").map(YamlText::value),
            map.date("tanggalPembuatan"),
            map.date("tanggalRevisi"),
            map.date("tanggalEfektif"),
            map.text("disahkanOleh").map(YamlText::value),
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
}
