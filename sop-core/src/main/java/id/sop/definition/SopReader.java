package id.sop.definition;

import id.sop.internal.YamlFile;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.internal.YamlTree;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code sop.yaml}. All that is wrong with the file comes out in one go: a broken row does
 * not hide the problems of the others; only what is no YAML at all stops the reading.
 */
public final class SopReader {
  private static final List<String> KEYS =
      List.of(
          "sop",
          "versi",
          "zona",
          "identitas",
          "pelaksana",
          "data",
          "langkah",
          "asumsi",
          "pemisahan",
          "prasyarat",
          PengawasanReader.KEY,
          UnitReader.KALENDER,
          UnitReader.UNIT_KERJA,
          "parameter");
  private static final int ROW_LIMIT = 500;

  /**
   * What came out.
   *
   * @param sop the document; empty when there is an error among the problems
   * @param problems all that was found, in file order
   */
  public record Result(Optional<Sop> sop, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  private SopReader() {}

  /**
   * Reads a document. Whatever the bytes are, this does not throw.
   *
   * @param file the file as its problems shall name it
   * @param bytes its contents: YAML in UTF-8, at most 1 MiB
   */
  public static Result read(String file, byte[] bytes) {
    Problems problems = new Problems();
    return result(YamlFile.read(file, bytes, problems), problems);
  }

  /**
   * The same document as a text from which {@link #readPrepared} reads it without parsing YAML.
   *
   * @param bytes its contents, as for {@link #read}
   * @return empty when there is something to be said of the YAML as such, which would be lost
   */
  public static Optional<String> prepared(byte[] bytes) {
    Problems problems = new Problems();
    Optional<YamlMap> root = YamlFile.read("sop.yaml", bytes, problems);
    return problems.sorted().isEmpty() ? root.map(YamlTree::write) : Optional.empty();
  }

  /**
   * Reads a document that was prepared: the result is the same as that of {@link #read}.
   *
   * @param file the file as its problems shall name it
   * @param prepared what {@link #prepared} gave for its bytes
   * @throws IllegalArgumentException when it is something else
   */
  public static Result readPrepared(String file, String prepared) {
    Problems problems = new Problems();
    return result(Optional.of(YamlTree.read(file, prepared, problems)), problems);
  }

  private static Result result(Optional<YamlMap> root, Problems problems) {
    Optional<Sop> sop = root.isPresent() ? document(root.get(), problems) : Optional.empty();
    return new Result(problems.hasErrors() ? Optional.empty() : sop, problems.sorted());
  }

  private static Optional<Sop> document(YamlMap root, Problems problems) {
    root.allow(KEYS);
    Optional<YamlText> sop = root.requiredText("sop");
    Optional<SopId> id = sop.isPresent() ? sopId(sop.get(), problems) : Optional.empty();
    Optional<YamlText> versi = root.requiredText("versi");
    Optional<ZoneId> zona = UnitReader.zone(root);
    List<YamlMap> roles = listed(root, "pelaksana", problems);
    List<YamlMap> rows = listed(root, "langkah", problems);
    Scope scope = Scope.of(roles, rows, problems);

    Optional<YamlMap> block = root.requiredMap("identitas");
    Optional<Identitas> identitas =
        block.isPresent() ? IdentitasReader.read(block.get(), problems) : Optional.empty();
    List<Pelaksana> pelaksana = new PelaksanaReader(scope).read(roles);
    List<YamlMap> facts = root.maps("data", YamlMap.LIST_LIMIT);
    List<DataField> data = new DataReader(scope).read(facts);
    List<Parameter> parameter = parameter(root, scope, data, identitas);
    scope.declareFacts(data, parameter);
    PaperCheck.numbers(rows, problems);
    List<Step> langkah = new LangkahReader(scope).read(rows);
    WaktuCheck.check(rows, langkah, facts, data, scope);
    for (Step row : langkah) {
      if (row.mikro().isPresent()) {
        MikroCheck.check(id, rows, langkah, facts, data, problems);
        break;
      }
    }
    List<Asumsi> asumsi = new AsumsiReader(scope).read(root.maps("asumsi", YamlMap.LIST_LIMIT));
    Map<StepId, Pengawasan> pengawasan = new PengawasanReader(scope).read(root, rows);
    List<Pemisahan> pemisahan =
        new PemisahanReader(scope).read(root.maps("pemisahan", YamlMap.LIST_LIMIT));
    List<Prasyarat> prasyarat =
        root.has("prasyarat")
            ? PrasyaratReader.read(root.maps("prasyarat", YamlMap.LIST_LIMIT), facts, problems)
            : List.of();
    Units units = new UnitReader(scope).read(root, roles, rows, pelaksana, langkah);
    scope.reportUnusedRoles();

    if (problems.hasErrors()
        || id.isEmpty()
        || versi.isEmpty()
        || zona.isEmpty()
        || identitas.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Sop.of(
                id.get(),
                versi.get().value(),
                zona.get(),
                identitas.get(),
                pelaksana,
                data,
                langkah,
                asumsi,
                pemisahan)
            .watched(pengawasan)
            .workingBy(units)
            .withParameters(parameter)
            .dependingOn(prasyarat));
  }

  private static List<Parameter> parameter(
      YamlMap root, Scope scope, List<DataField> data, Optional<Identitas> identitas) {
    if (!root.has("parameter")) {
      return List.of();
    }
    Optional<LocalDate> berlaku = identitas.flatMap(Identitas::tanggalEfektif);
    return new ParameterReader(scope, data, berlaku)
        .read(root.maps(ParameterReader.KEY, YamlMap.LIST_LIMIT));
  }

  private static List<YamlMap> listed(YamlMap root, String key, Problems problems) {
    root.require(key);
    List<YamlMap> maps = root.maps(key, ROW_LIMIT);
    if (root.isEmptyList(key)) {
      problems.add(root.placeOf(key), DefinitionCode.NOTHING_LISTED, key);
    }
    return maps;
  }

  private static Optional<SopId> sopId(YamlText text, Problems problems) {
    if (SopId.isValid(text.value())) {
      return Optional.of(SopId.of(text.value()));
    }
    problems.add(text.place(), DefinitionCode.BAD_SOP_ID, text.value());
    return Optional.empty();
  }
}
