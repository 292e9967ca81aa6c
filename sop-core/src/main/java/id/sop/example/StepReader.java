package id.sop.example;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.SopMikro;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.example.ExampleStep.Attended.What;
import id.sop.example.ExampleStep.Office;
import id.sop.internal.Nearest;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Problems;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the start and the steps of an example. */
final class StepReader {
  private static final List<String> START_KEYS =
      List.of("pada", "oleh", "data", "posisi", "pelaksana", "tenggat", "ditolak");
  private static final List<String> COMPLETED_KEYS =
      List.of(
          "baris",
          "cara",
          "pada",
          "oleh",
          "keputusan",
          "hasil",
          "alasan",
          "data",
          "kelengkapan",
          "output",
          "peserta",
          "jadwal",
          "hentikan",
          "henti",
          "lanjut",
          "perpanjang",
          "tindakan",
          "berkas",
          "posisi",
          "pelaksana",
          "tenggat",
          "ditolak");
  private static final List<String> ATTENDED_KEYS =
      List.of(
          "baris",
          "tindakan",
          "pada",
          "oleh",
          "alasan",
          "posisi",
          "pelaksana",
          "tenggat",
          "ditolak");
  private static final ImmutableMap<String, What> TINDAKAN =
      ImmutableMap.of(
          "ambil", What.AMBIL,
          "lepas", What.LEPAS,
          "kembalikan", What.KEMBALIKAN,
          "terima", What.TERIMA);
  private static final List<String> OFFICE_KEYS =
      List.of(
          "berkas",
          "baris",
          "ke",
          "kepada",
          "alasan",
          "dasar",
          "dokumen",
          "pada",
          "oleh",
          "posisi",
          "pelaksana",
          "tenggat",
          "ditolak");
  private static final ImmutableMap<String, Office.Act> OFFICE =
      ImmutableMap.<String, Office.Act>builder()
          .put("kembali", Office.Act.KEMBALI)
          .put("pindah", Office.Act.PINDAH)
          .put("tarik", Office.Act.TARIK)
          .put("limpah", Office.Act.LIMPAH)
          .put("buka", Office.Act.BUKA)
          .put("lampir", Office.Act.LAMPIR)
          .buildOrThrow();
  private static final List<String> HAPPENED_KEYS =
      List.of(
          "baris", "cara", "pada", "oleh", "alasan", "posisi", "pelaksana", "tenggat", "ditolak");
  private static final ImmutableMap<String, Cara> CARA =
      ImmutableMap.of("dilewati", Cara.DILEWATI, "muncul", Cara.MUNCUL, "diulang", Cara.DIULANG);
  private static final List<String> TERMINATED_KEYS =
      List.of("hentikan", "pada", "oleh", "posisi", "pelaksana", "tenggat", "ditolak");
  private static final List<String> CLOCK_KEYS =
      List.of("baris", "pada", "oleh", "dokumen", "posisi", "pelaksana", "tenggat", "ditolak");
  private static final List<String> SCHEDULE_KEYS = List.of("dari", "sampai", "dokumen");

  /** As in {@code 2026-03-02T08:00}; a clerk also writes {@code 2026-03-02 08.00}. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH[:][.]mm[[:][.]ss]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern MOMENT_FORM =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}[:.][0-9]{2}([:.][0-9]{2})?");
  private static final Pattern REFUSAL = Pattern.compile("SOP-4[0-9]{3}");
  private static final String NOT_ASSESSABLE = "tidak ada";
  private static final String SCHEDULE_DOCUMENT = "JADWAL";

  private final Sop sop;
  private final Problems problems;
  private final List<String> rows;
  private final List<String> roles;
  private final Nearest nearestRow;
  private final Nearest nearestRole;
  private final Nearest nearestData;

  /** What can be done with a row, other than to complete it. */
  private enum Cara {
    DILEWATI,
    MUNCUL,
    DIULANG
  }

  StepReader(Sop sop, Problems problems) {
    this.sop = sop;
    this.problems = problems;
    this.rows = sop.langkah().keySet().stream().map(StepId::value).toList();
    this.roles = sop.pelaksana().keySet().stream().map(PelaksanaCode::value).toList();
    this.nearestRow = Nearest.among(rows);
    this.nearestRole = Nearest.among(roles);
    this.nearestData = Nearest.among(sop.data().keySet());
  }

  Optional<ExampleStart> start(YamlMap map) {
    map.allow(START_KEYS);
    Optional<LocalDateTime> pada = requiredMoment(map, "pada");
    Optional<Located<PelaksanaCode>> oleh = map.text("oleh").flatMap(this::role);
    Map<String, Located<DataValue>> data = data(map);
    Expected expected = expected(map);
    return pada.map(moment -> new ExampleStart(moment, oleh, data, expected, map.place()));
  }

  Optional<ExampleStep> step(YamlMap map) {
    for (ExampleStep.ClockAct act : ExampleStep.ClockAct.values()) {
      if (map.has(key(act))) {
        return clock(map, act);
      }
    }
    if (map.has("hentikan")) {
      return terminated(map);
    }
    if (map.has("tindakan")) {
      return attended(map);
    }
    if (map.has("berkas")) {
      return office(map);
    }
    Optional<Cara> cara = map.word("cara", CARA);
    return cara.filter(c -> c != Cara.DIULANG).isPresent()
        ? happened(map, cara.get() == Cara.MUNCUL)
        : completed(map, cara.isPresent());
  }

  private Optional<ExampleStep> attended(YamlMap map) {
    map.allow(ATTENDED_KEYS);
    Optional<What> what = map.word("tindakan", TINDAKAN);
    Optional<Located<StepId>> baris = map.requiredText("baris").flatMap(this::row);
    Optional<LocalDateTime> pada = requiredMoment(map, "pada");
    Optional<Located<PelaksanaCode>> oleh = map.text("oleh").flatMap(this::role);
    Optional<String> alasan = map.text("alasan").map(YamlText::value);
    Expected expected = expected(map);
    if (what.isEmpty() || baris.isEmpty() || pada.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExampleStep.Attended(
            what.get(), baris.get(), pada.get(), oleh, alasan, expected, map.place()));
  }

  private Optional<ExampleStep> office(YamlMap map) {
    map.allow(OFFICE_KEYS);
    Optional<Office.Act> act = map.word("berkas", OFFICE);
    boolean ofRow = !act.equals(Optional.of(Office.Act.LAMPIR)) || map.has("baris");
    Optional<Located<StepId>> baris =
        ofRow ? map.requiredText("baris").flatMap(this::row) : Optional.empty();
    boolean leads = act.filter(Office.Act::leads).isPresent();
    Optional<Located<StepId>> ke =
        leads ? map.requiredText("ke").flatMap(this::row) : Optional.empty();
    Optional<LocalDateTime> pada = requiredMoment(map, "pada");
    Optional<Located<PelaksanaCode>> oleh = map.text("oleh").flatMap(this::role);
    Optional<Located<PelaksanaCode>> kepada = map.text("kepada").flatMap(this::role);
    Expected expected = expected(map);
    if (act.isEmpty() || pada.isEmpty() || ofRow && baris.isEmpty() || leads && ke.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Office(
            act.get(),
            baris,
            ke,
            kepada,
            map.text("alasan").map(YamlText::value).orElse(""),
            map.text("dasar").map(YamlText::value),
            map.textOrTexts("dokumen").stream().map(YamlText::value).toList(),
            pada.get(),
            oleh,
            expected,
            map.place()));
  }

  private Optional<ExampleStep> happened(YamlMap map, boolean arises) {
    map.allow(HAPPENED_KEYS);
    Optional<Located<StepId>> baris = map.requiredText("baris").flatMap(this::row);
    Optional<LocalDateTime> pada = requiredMoment(map, "pada");
    Optional<Located<PelaksanaCode>> oleh = map.text("oleh").flatMap(this::role);
    String alasan = map.text("alasan").map(YamlText::value).orElse("");
    Expected expected = expected(map);
    if (baris.isEmpty() || pada.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExampleStep.Happened(
            baris.get(), arises, alasan, pada.get(), oleh, expected, map.place()));
  }

  /** How a case ends: a word in capitals. */
  Optional<Located<String>> outcome(YamlText text) {
    if (!Label.isValid(text.value())) {
      problems.add(text.place(), ExampleCode.BAD_OUTCOME, text.value());
    }
    return Optional.of(new Located<>(text.value(), text.place()));
  }

  private Optional<ExampleStep> terminated(YamlMap map) {
    map.allow(TERMINATED_KEYS);
    Optional<YamlText> alasan = map.requiredText("hentikan");
    Optional<LocalDateTime> pada = requiredMoment(map, "pada");
    Optional<Located<PelaksanaCode>> oleh = map.text("oleh").flatMap(this::role);
    Expected expected = expected(map);
    if (alasan.isEmpty() || pada.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExampleStep.Terminated(alasan.get().value(), pada.get(), oleh, expected, map.place()));
  }

  private Optional<ExampleStep> clock(YamlMap map, ExampleStep.ClockAct act) {
    List<String> keys = new ArrayList<>(CLOCK_KEYS);
    keys.add(0, key(act));
    if (act == ExampleStep.ClockAct.HENTI) {
      keys.add("dasar");
    }
    map.allow(keys);
    Optional<YamlText> alasan = map.requiredText(key(act));
    boolean ofRow = act == ExampleStep.ClockAct.PERPANJANG || map.has("baris");
    Optional<Located<StepId>> baris =
        ofRow ? map.requiredText("baris").flatMap(this::row) : Optional.empty();
    Optional<LocalDateTime> pada = requiredMoment(map, "pada");
    Optional<Located<PelaksanaCode>> oleh = map.text("oleh").flatMap(this::role);
    Expected expected = expected(map);
    if (alasan.isEmpty() || pada.isEmpty() || ofRow && baris.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExampleStep.Clock(
            act,
            alasan.get().value(),
            baris,
            map.text("dasar").map(YamlText::value),
            map.text("dokumen").map(YamlText::value),
            pada.get(),
            oleh,
            expected,
            map.place()));
  }

  private static String key(ExampleStep.ClockAct act) {
    return act.name().toLowerCase(Locale.ROOT);
  }

  private Optional<ExampleStep> completed(YamlMap map, boolean again) {
    map.allow(COMPLETED_KEYS);
    Optional<Located<StepId>> baris = map.requiredText("baris").flatMap(this::row);
    Optional<LocalDateTime> pada = requiredMoment(map, "pada");
    Optional<Located<PelaksanaCode>> oleh = map.text("oleh").flatMap(this::role);
    Optional<YamlText> keputusan =
        map.has("hasil")
            ? baris.flatMap(row -> sop.step(row.value())).flatMap(row -> hasil(map, row))
            : map.text("keputusan");
    if (!map.has("ditolak")) {
      baris.flatMap(row -> sop.step(row.value())).ifPresent(row -> checkLabel(map, row, keputusan));
    }
    Map<String, Located<DataValue>> data = data(map);
    Optional<List<String>> kelengkapan = texts(map, "kelengkapan");
    Optional<List<String>> output = texts(map, "output");
    Optional<List<Located<PelaksanaCode>>> peserta =
        map.has("peserta") ? Optional.of(each(map.texts("peserta"), this::role)) : Optional.empty();
    Optional<ExampleStep.Schedule> jadwal = map.map("jadwal").flatMap(this::schedule);
    Expected expected = expected(map);
    if (baris.isEmpty() || pada.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExampleStep.Completed(
            baris.get(),
            pada.get(),
            oleh,
            keputusan.map(text -> new Located<>(text.value(), text.place())),
            map.text("alasan").map(YamlText::value),
            data,
            kelengkapan,
            output,
            peserta,
            jadwal,
            again,
            expected,
            map.place()));
  }

  /** The decision that the end of the other SOP is, for which {@code row} stands. */
  private Optional<YamlText> hasil(YamlMap map, Step row) {
    Optional<YamlText> end = map.text("hasil");
    Optional<SopMikro.Exit> exit =
        end.flatMap(e -> row.mikro().map(mikro -> mikro.exit(row, e.value())));
    if (end.isPresent() && exit.filter(SopMikro.Exit::done).isEmpty()) {
      List<String> known = row.mikro().map(mikro -> mikro.outcomes(row)).orElse(List.of());
      problems.add(
          end.get().place(),
          ExampleCode.UNKNOWN_LABEL,
          row.id().value(),
          end.get().value(),
          known.isEmpty() ? "-" : Nearest.of(end.get().value(), known));
    }
    return exit.flatMap(SopMikro.Exit::label)
        .map(
            label ->
                new YamlText(label.value(), end.orElseThrow().place(), OptionalInt.empty(), true));
  }

  private void checkLabel(YamlMap map, Step row, Optional<YamlText> keputusan) {
    List<String> labels = row.keputusan().stream().map(Label::value).toList();
    if (keputusan.isEmpty()) {
      if (row.decides()) {
        problems.add(
            map.place(), ExampleCode.LABEL_MISSING, row.id().value(), String.join(", ", labels));
      }
      return;
    }
    YamlText label = keputusan.get();
    if (!labels.contains(label.value())) {
      problems.add(
          label.place(),
          ExampleCode.UNKNOWN_LABEL,
          row.id().value(),
          label.value(),
          row.decides() ? Nearest.of(label.value(), labels) : "-");
    }
  }

  private Map<String, Located<DataValue>> data(YamlMap map) {
    ImmutableMap.Builder<String, Located<DataValue>> data = ImmutableMap.builder();
    boolean refused = map.has("ditolak");
    map.map("data")
        .ifPresent(
            values -> {
              for (YamlText name : values.keys()) {
                value(values, name, refused).ifPresent(value -> data.put(name.value(), value));
              }
            });
    return data.buildOrThrow();
  }

  private Optional<Located<DataValue>> value(YamlMap values, YamlText name, boolean refused) {
    DataField field = sop.data().get(name.value());
    if (field == null) {
      problems.add(
          name.place(), ExampleCode.UNKNOWN_DATA, name.value(), nearestData.to(name.value()));
      return Optional.empty();
    }
    Optional<YamlText> text = values.requiredText(name.value());
    Optional<DataValue> value =
        text.flatMap(t -> field.domain().parse(t.value()))
            .filter(v -> refused || field.domain().contains(v));
    if (text.isPresent() && value.isEmpty()) {
      problems.add(
          text.get().place(), ExampleCode.BAD_VALUE, text.get().value(), field.domain().teks());
    }
    return value.map(v -> new Located<>(v, text.orElseThrow().place()));
  }

  private Optional<ExampleStep.Schedule> schedule(YamlMap map) {
    map.allow(SCHEDULE_KEYS);
    Optional<LocalDateTime> dari = requiredMoment(map, "dari");
    Optional<LocalDateTime> sampai = requiredMoment(map, "sampai");
    if (dari.isEmpty() || sampai.isEmpty()) {
      return Optional.empty();
    }
    if (sampai.get().isBefore(dari.get())) {
      problems.add(map.placeOf("sampai"), ExampleCode.SCHEDULE_REVERSED);
    }
    String dokumen = map.text("dokumen").map(YamlText::value).orElse(SCHEDULE_DOCUMENT);
    return Optional.of(new ExampleStep.Schedule(dari.get(), sampai.get(), dokumen, map.place()));
  }

  private Expected expected(YamlMap map) {
    boolean byRow = map.value("tenggat").filter(YamlMap.class::isInstance).isPresent();
    return new Expected(
        map.has("posisi")
            ? Optional.of(
                new Located<>(
                    bare(each(map.textOrTexts("posisi"), this::row)), map.valuePlace("posisi")))
            : Optional.empty(),
        map.has("pelaksana")
            ? Optional.of(
                new Located<>(
                    bare(each(map.textOrTexts("pelaksana"), this::role)),
                    map.valuePlace("pelaksana")))
            : Optional.empty(),
        byRow ? Optional.empty() : map.text("tenggat").flatMap(this::due),
        byRow ? dues(map.map("tenggat").orElseThrow()) : Map.of(),
        map.text("ditolak").flatMap(this::refusal));
  }

  /** As in {@code { 2: 2026-03-02T16:00, 3: tidak ada }}. */
  private Map<StepId, Located<Optional<LocalDateTime>>> dues(YamlMap map) {
    Map<StepId, Located<Optional<LocalDateTime>>> dues = new LinkedHashMap<>();
    for (YamlText key : map.keys()) {
      Optional<Located<StepId>> row = row(key);
      Optional<Located<Optional<LocalDateTime>>> due = map.text(key.value()).flatMap(this::due);
      if (row.isPresent() && due.isPresent()) {
        dues.put(row.get().value(), due.get());
      }
    }
    return dues;
  }

  private Optional<Located<Optional<LocalDateTime>>> due(YamlText text) {
    if (text.value().equals(NOT_ASSESSABLE)) {
      return Optional.of(new Located<>(Optional.empty(), text.place()));
    }
    return moment(text).map(moment -> new Located<>(Optional.of(moment), text.place()));
  }

  private Optional<Located<String>> refusal(YamlText text) {
    if (!REFUSAL.matcher(text.value()).matches()) {
      problems.add(text.place(), ExampleCode.BAD_REFUSAL, text.value());
    }
    return Optional.of(new Located<>(text.value(), text.place()));
  }

  private Optional<LocalDateTime> requiredMoment(YamlMap map, String key) {
    return map.requiredText(key).flatMap(this::moment);
  }

  private Optional<LocalDateTime> moment(YamlText text) {
    if (!MOMENT_FORM.matcher(text.value()).matches()) {
      problems.add(text.place(), ExampleCode.BAD_MOMENT, text.value());
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(text.value(), MOMENT));
    } catch (DateTimeParseException e) {
      problems.add(text.place(), ExampleCode.BAD_MOMENT, text.value());
      return Optional.empty();
    }
  }

  private Optional<Located<StepId>> row(YamlText text) {
    if (!rows.contains(text.value())) {
      problems.add(
          text.place(), ExampleCode.UNKNOWN_ROW, text.value(), nearestRow.to(text.value()));
      return Optional.empty();
    }
    return Optional.of(new Located<>(StepId.of(text.value()), text.place()));
  }

  private Optional<Located<PelaksanaCode>> role(YamlText text) {
    if (!roles.contains(text.value())) {
      problems.add(
          text.place(), ExampleCode.UNKNOWN_ROLE, text.value(), nearestRole.to(text.value()));
      return Optional.empty();
    }
    return Optional.of(new Located<>(PelaksanaCode.of(text.value()), text.place()));
  }

  private static Optional<List<String>> texts(YamlMap map, String key) {
    return map.has(key)
        ? Optional.of(map.texts(key).stream().map(YamlText::value).toList())
        : Optional.empty();
  }

  private static <T> List<T> each(List<YamlText> texts, Function<YamlText, Optional<T>> one) {
    return texts.stream().flatMap(text -> one.apply(text).stream()).toList();
  }

  private static <T> List<T> bare(List<Located<T>> located) {
    return located.stream().map(Located::value).toList();
  }
}
