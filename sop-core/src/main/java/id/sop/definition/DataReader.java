package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code data}. Bounds that are left out are wide: numbers 0 to a thousand million, amounts 0
 * to ten quadrillion rupiah, dates from 1900 to 2199.
 */
final class DataReader {
  private static final List<String> KEYS =
      List.of("nama", "jenis", "nilai", "dari", "sampai", "wajibPada", "harus", "keterangan");
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
  private static final Pattern CHOICE = Pattern.compile("[A-Z0-9_]{1,64}");

  /** The reserved words of Java 17, in which rules are compiled. */
  private static final Set<String> JAVA_WORDS =
      Set.of(
          ("_ abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends false final finally float for goto if implements"
                  + " import instanceof int interface long native new null package private"
                  + " protected public return short static strictfp super switch synchronized this"
                  + " throw throws transient true try void volatile while")
              .split(" ", -1));

  /** Words that mean something else where a rule names a fact. */
  private static final Set<String> RULE_WORDS =
      Set.of(
          "accumulate",
          "and",
          "collect",
          "contains",
          "declare",
          "end",
          "entry",
          "eval",
          "excludes",
          "exists",
          "forall",
          "from",
          "function",
          "global",
          "in",
          "init",
          "matches",
          "memberOf",
          "not",
          "or",
          "over",
          "query",
          "result",
          "reverse",
          "rule",
          "soundslike",
          "str",
          "then",
          "when");

  /** What kind of fact it is, which says where its values lie. */
  private enum Jenis {
    PILIHAN,
    BILANGAN,
    UANG,
    TANGGAL,
    YA_TIDAK
  }

  private static final ImmutableMap<String, Jenis> JENIS =
      ImmutableMap.of(
          "pilihan", Jenis.PILIHAN,
          "bilangan", Jenis.BILANGAN,
          "uang", Jenis.UANG,
          "tanggal", Jenis.TANGGAL,
          "ya-tidak", Jenis.YA_TIDAK);

  private final Scope scope;

  DataReader(Scope scope) {
    this.scope = scope;
  }

  /** The facts that can be read, in file order. */
  List<DataField> read(List<YamlMap> maps) {
    Scope.declared(
        maps,
        "nama",
        DataReader::isName,
        DefinitionCode.BAD_DATA_NAME,
        DefinitionCode.DUPLICATE_DATA,
        scope.problems());
    List<DataField> fields = new ArrayList<>();
    for (YamlMap map : maps) {
      Optional<DataField> field = one(map);
      if (field.isPresent()) {
        fields.add(field.get());
      }
    }
    return fields;
  }

  private Optional<DataField> one(YamlMap map) {
    map.allow(KEYS);
    Optional<YamlText> nama = map.text("nama");
    if (nama.isPresent() && isReserved(nama.get().value())) {
      report(nama.get(), DefinitionCode.RESERVED_DATA_NAME);
    }
    Optional<Jenis> jenis = map.requiredWord("jenis", JENIS);
    Optional<DataDomain> domain = jenis.isPresent() ? domain(jenis.get(), map) : Optional.empty();
    Optional<YamlText> row = map.text("wajibPada");
    Optional<StepId> wajibPada = row.isPresent() ? scope.row(row.get()) : Optional.empty();
    Optional<YamlText> value = domain.isPresent() ? map.text("harus") : Optional.empty();
    Optional<DataValue> harus =
        value.isPresent() ? harus(value.get(), domain.get()) : Optional.empty();
    if (map.has("harus") && !map.has("wajibPada")) {
      scope.problems().add(map.placeOf("harus"), DefinitionCode.HARUS_WITHOUT_ROW);
    }
    String keterangan = Words.value(map.text("keterangan"));
    if (nama.isEmpty() || domain.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DataField(nama.get().value(), domain.get(), wajibPada, harus, keterangan, map.place()));
  }

  /** Whether {@code name} has the form of a fact's name. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether {@code name} means something else where a rule names a fact. */
  static boolean isReserved(String name) {
    return JAVA_WORDS.contains(name) || RULE_WORDS.contains(name);
  }

  private Optional<DataValue> harus(YamlText text, DataDomain domain) {
    Optional<DataValue> value = domain.parse(text.value());
    if (value.isPresent() && domain.contains(value.get())) {
      return value;
    }
    scope.problems().add(text.place(), DefinitionCode.HARUS_OUTSIDE, text.value(), domain.teks());
    return Optional.empty();
  }

  private Optional<DataDomain> domain(Jenis jenis, YamlMap map) {
    return switch (jenis) {
      case PILIHAN -> pilihan(map);
      case BILANGAN -> bilangan(map);
      case UANG -> uang(map);
      case TANGGAL -> tanggal(map);
      case YA_TIDAK -> yaTidak(map);
    };
  }

  private Optional<DataDomain> pilihan(YamlMap map) {
    refuse(map, List.of("dari", "sampai"));
    map.require("nilai");
    List<YamlText> words = map.texts("nilai");
    if (map.isEmptyList("nilai")) {
      scope.problems().add(map.placeOf("nilai"), DefinitionCode.NOTHING_LISTED, "nilai");
    }
    for (YamlText word : words) {
      if (!CHOICE.matcher(word.value()).matches()) {
        scope
            .problems()
            .add(word.place(), DefinitionCode.BAD_CHOICE, word.value(), Words.asCode(word.value()));
      }
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new DataDomain.Pilihan(Words.values(words)));
  }

  private Optional<DataDomain> bilangan(YamlMap map) {
    refuse(map, List.of("nilai"));
    long dari = number(map, "dari").orElse(0L);
    long sampai = number(map, "sampai").orElse(Math.max(dari, DataDomain.BILANGAN_TERBESAR));
    checkRange(map, dari <= sampai);
    return Optional.of(new DataDomain.Bilangan(dari, sampai));
  }

  private Optional<DataDomain> uang(YamlMap map) {
    refuse(map, List.of("nilai"));
    long dari = number(map, "dari").orElse(0L);
    long sampai = number(map, "sampai").orElse(Math.max(dari, DataDomain.UANG_TERBESAR));
    if (dari < 0) {
      scope.problems().add(map.placeOf("dari"), DefinitionCode.NEGATIVE_MONEY);
    }
    checkRange(map, dari <= sampai);
    return Optional.of(new DataDomain.Uang(dari, sampai));
  }

  private Optional<DataDomain> tanggal(YamlMap map) {
    refuse(map, List.of("nilai"));
    LocalDate dari = map.date("dari").orElse(DataDomain.TANGGAL_PERTAMA);
    LocalDate sampai = map.date("sampai").orElse(DataDomain.TANGGAL_TERAKHIR);
    checkRange(map, !dari.isAfter(sampai));
    return Optional.of(new DataDomain.Tanggal(dari, sampai));
  }

  private Optional<DataDomain> yaTidak(YamlMap map) {
    refuse(map, List.of("nilai", "dari", "sampai"));
    return Optional.of(new DataDomain.YaTidak());
  }

  private Optional<Long> number(YamlMap map, String key) {
    Optional<YamlText> text = map.text(key);
    Optional<Long> number = text.flatMap(t -> DataDomain.wholeNumber(t.value()));
    if (text.isPresent() && number.isEmpty()) {
      report(text.get(), DefinitionCode.BAD_VALUE);
    }
    return number;
  }

  private void checkRange(YamlMap map, boolean inOrder) {
    if (!inOrder) {
      String key = map.has("dari") ? "dari" : "sampai";
      scope.problems().add(map.placeOf(key), DefinitionCode.EMPTY_RANGE);
    }
  }

  private void refuse(YamlMap map, List<String> keys) {
    for (String key : keys) {
      if (map.has(key)) {
        String kind = map.text("jenis").map(YamlText::value).orElse("");
        scope.problems().add(map.placeOf(key), DefinitionCode.KEY_OF_OTHER_JENIS, key, kind);
      }
    }
  }

  private void report(YamlText text, Code code) {
    scope.problems().add(text.place(), code, text.value());
  }
}
