package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a row of {@code langkah}. */
final class LangkahReader {
  private static final List<String> PRINTED =
      List.of(
          "no",
          "kegiatan",
          "pelaksana",
          "penerima",
          "kelengkapan",
          "waktu",
          "perpanjangan",
          "output",
          "keterangan",
          "keputusan");
  private static final List<String> KEYS =
      List.of(
          "id",
          "no",
          "kegiatan",
          "pelaksana",
          "penerima",
          "kelengkapan",
          "waktu",
          "perpanjangan",
          "output",
          "dinilai",
          "keterangan",
          "keputusan",
          "sifat",
          "selama",
          "tercetak",
          PengawasanReader.KEY,
          "strategis",
          "sop");

  private static final List<String> CHECKLISTS = List.of("kelengkapan", "output");

  private static final MutuBaku NONE =
      new MutuBaku(List.of(), Waktu.sesuaiJadwal(), List.of(), Optional.empty());

  private final Scope scope;
  private final PerformersReader performers;

  LangkahReader(Scope scope) {
    this.scope = scope;
    this.performers = new PerformersReader(scope);
  }

  /** The rows that can be read, in file order. */
  List<Step> read(List<YamlMap> maps) {
    List<Step> rows = new ArrayList<>();
    for (YamlMap map : maps) {
      Optional<Step> row = read(map);
      if (row.isPresent()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  /** The row, unless something that it cannot be without is missing or wrong. */
  private Optional<Step> read(YamlMap map) {
    map.allow(KEYS);
    Optional<YamlText> id = map.text("id");
    Optional<YamlText> kegiatan = map.requiredText("kegiatan");
    Optional<Performers> pelaksana = performers.read(map);
    List<PelaksanaCode> penerima = scope.roles(map.texts("penerima"));
    Optional<Waktu> waktu = waktu(map);
    Optional<Waktu> perpanjangan = perpanjangan(map, waktu);
    List<Label> keputusan = keputusan(map);
    Set<Sifat> sifat = sifat(map, waktu);
    List<StepId> selama = scope.rows(map.textOrTexts("selama"));
    MutuBaku printed =
        standard(
            map,
            waktu.isPresent() ? waktu.get() : Waktu.sesuaiJadwal(),
            perpanjangan,
            CHECKLISTS,
            NONE);
    Optional<YamlMap> cells = map.map("dinilai");
    MutuBaku dinilai = cells.isPresent() ? dinilai(cells.get(), printed) : printed;
    String keterangan = Words.value(map.text("keterangan"));
    Optional<YamlText> no = map.text("no");
    Optional<SopMikro> other =
        map.has("sop") ? MikroReader.read(map, scope.problems()) : Optional.empty();
    if (kegiatan.isPresent() && waktu.isPresent()) {
      PaperCheck.time(kegiatan.get(), waktu.get(), scope.problems());
    }
    var tercetak = Words.tercetak(map, PRINTED);
    if (id.isEmpty()
        || !StepId.isValid(id.get().value())
        || kegiatan.isEmpty()
        || pelaksana.isEmpty()
        || waktu.isEmpty()) {
      return Optional.empty();
    }
    Step row =
        new Step(
            StepId.of(id.get().value()),
            (no.isPresent() ? no : id).get().value(),
            kegiatan.get().value(),
            pelaksana.get(),
            penerima,
            printed,
            dinilai,
            keterangan,
            keputusan,
            tercetak,
            sifat,
            selama.isEmpty() ? Set.of() : ImmutableSet.copyOf(selama),
            map.place(),
            map.word("strategis", YamlMap.YA_TIDAK).orElse(false));
    return Optional.of(other.isPresent() ? row.standingFor(other.get()) : row);
  }

  private Optional<Waktu> waktu(YamlMap map) {
    if (!map.has("waktu")) {
      scope.problems().add(map.placeOf("waktu"), DefinitionCode.WAKTU_MISSING);
      return Optional.empty();
    }
    if (map.value("waktu").orElseThrow() instanceof YamlMap each) {
      return perKeputusan(each);
    }
    Optional<YamlText> text = map.requiredText("waktu");
    return text.isPresent() ? waktu(text.get()) : Optional.empty();
  }

  private Optional<Waktu> perKeputusan(YamlMap each) {
    ImmutableMap.Builder<String, Waktu> perLabel = ImmutableMap.builder();
    boolean whole = !each.keys().isEmpty();
    if (!whole) {
      scope.problems().add(each.place(), DefinitionCode.NOTHING_LISTED, "waktu");
    }
    for (YamlText label : each.keys()) {
      Optional<YamlText> text = each.requiredText(label.value());
      Optional<Waktu> time = text.flatMap(this::waktu);
      if (!Label.isValid(label.value())) {
        scope
            .problems()
            .add(
                label.place(),
                DefinitionCode.BAD_LABEL,
                label.value(),
                Words.asCode(label.value()));
        whole = false;
      } else if (time.filter(w -> !Waktu.PerKeputusan.isTime(w)).isPresent()) {
        YamlText written = text.orElseThrow();
        scope.problems().add(written.place(), DefinitionCode.TIME_WITHOUT_LIMIT, written.value());
        whole = false;
      } else {
        time.ifPresent(w -> perLabel.put(label.value(), w));
        whole &= time.isPresent();
      }
    }
    return whole ? Optional.of(new Waktu.PerKeputusan(perLabel.buildOrThrow())) : Optional.empty();
  }

  private Optional<Waktu> waktu(YamlText text) {
    if (text.value().equals(Words.NOT_PRINTED)) {
      scope.problems().add(text.place(), DefinitionCode.WAKTU_NOT_PRINTED);
      return Optional.of(new Waktu.TidakDitetapkan());
    }
    WaktuParser.Parsed parsed = WaktuParser.parse(text.value());
    if (parsed.waktu().isEmpty()) {
      scope
          .problems()
          .add(
              text.at(parsed.errorAt()),
              DefinitionCode.WAKTU_UNKNOWN,
              text.value(),
              parsed.saran());
    }
    return parsed.waktu();
  }

  /** One plain longest time, of a row that has a limit which it can put off. */
  private Optional<Waktu> perpanjangan(YamlMap map, Optional<Waktu> waktu) {
    if (!map.has("perpanjangan")) {
      return Optional.empty();
    }
    Optional<YamlText> text = map.requiredText("perpanjangan");
    Optional<Waktu> more = text.flatMap(this::waktu);
    if (more.filter(w -> !(w instanceof Waktu.Paling)).isPresent()) {
      scope
          .problems()
          .add(text.get().place(), DefinitionCode.EXTENSION_NO_LIMIT, text.get().value());
      return Optional.empty();
    }
    if (waktu.filter(w -> !extendable(w)).isPresent()) {
      scope
          .problems()
          .add(map.placeOf("perpanjangan"), DefinitionCode.NOTHING_TO_EXTEND, waktu.get().teks());
      return Optional.empty();
    }
    return more;
  }

  private static boolean extendable(Waktu waktu) {
    return waktu.batas().isPresent()
        || waktu instanceof Waktu.Pilihan
        || waktu instanceof Waktu.PerKeputusan
        || waktu instanceof Waktu.Relatif
        || waktu instanceof Waktu.Bersama
        || waktu instanceof Waktu.MenurutAturan;
  }

  private List<Label> keputusan(YamlMap map) {
    List<YamlText> labels = map.texts("keputusan");
    if (map.has("keputusan") && labels.size() < 2) {
      scope.problems().add(map.placeOf("keputusan"), DefinitionCode.TOO_FEW_LABELS);
    }
    List<Label> keputusan = new ArrayList<>();
    for (YamlText label : labels) {
      if (label.value().equals(Label.DILEWATI.value())) {
        scope.problems().add(label.place(), DefinitionCode.RESERVED_LABEL, label.value());
      } else if (Label.isValid(label.value())) {
        keputusan.add(Label.of(label.value()));
      } else {
        scope
            .problems()
            .add(
                label.place(),
                DefinitionCode.BAD_LABEL,
                label.value(),
                Words.asCode(label.value()));
      }
    }
    return keputusan;
  }

  private Set<Sifat> sifat(YamlMap map, Optional<Waktu> waktu) {
    if (!map.has("sifat") && !map.has("selama")) {
      return Set.of();
    }
    Set<Sifat> sifat = EnumSet.noneOf(Sifat.class);
    for (YamlText word : map.textOrTexts("sifat")) {
      map.meaning(word, Sifat.WORDS).ifPresent(sifat::add);
    }
    if (sifat.contains(Sifat.BERULANG) && map.has("keputusan")) {
      scope.problems().add(map.placeOf("sifat"), DefinitionCode.REPEATED_DECISION);
    }
    boolean arises = sifat.contains(Sifat.SEWAKTU_WAKTU);
    if (arises && waktu.filter(Waktu.MenurutAturan.class::isInstance).isPresent()) {
      scope.problems().add(map.placeOf("waktu"), DefinitionCode.NO_RULE_FOR_TIME);
    }
    if (map.has("selama") && !arises) {
      scope.problems().add(map.placeOf("selama"), DefinitionCode.SELAMA_UNWANTED);
    }
    return sifat;
  }

  private MutuBaku dinilai(YamlMap cells, MutuBaku printed) {
    cells.allow(List.of("kelengkapan", "output"));
    List<String> given = new ArrayList<>();
    for (String key : CHECKLISTS) {
      if (cells.has(key)) {
        given.add(key);
      }
    }
    return standard(cells, printed.waktu(), printed.perpanjangan(), given, printed);
  }

  /** The standard with the checklists {@code keys} of {@code map}, and else those of another. */
  private MutuBaku standard(
      YamlMap map,
      Waktu waktu,
      Optional<Waktu> perpanjangan,
      List<String> keys,
      MutuBaku otherwise) {
    List<String> kelengkapan = otherwise.kelengkapan();
    List<Butir> butirKelengkapan = otherwise.butirKelengkapan();
    List<String> output = otherwise.output();
    List<Butir> butirOutput = otherwise.butirOutput();
    for (String key : keys) {
      boolean needs = key.equals("kelengkapan");
      List<String> names;
      List<Butir> butir = List.of();
      if (map.listsMaps(key)) {
        ButirReader.Daftar read = scope.checklists().read(map, key);
        names = read.names();
        butir = read.butir();
      } else {
        names = Words.values(map.texts(key));
      }
      kelengkapan = needs ? names : kelengkapan;
      butirKelengkapan = needs ? butir : butirKelengkapan;
      output = needs ? output : names;
      butirOutput = needs ? butirOutput : butir;
    }
    return new MutuBaku(kelengkapan, waktu, output, perpanjangan, butirKelengkapan, butirOutput);
  }
}
