package id.sop.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.worktime.ClockStop;
import id.sop.worktime.Deadline;
import id.sop.worktime.Explanation;
import id.sop.worktime.Konvensi;
import id.sop.worktime.Term;
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import id.sop.worktime.WorkCalendar;
import id.sop.worktime.Zona;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sop tenggat}: when a time is over, and why. */
@Command(
    name = "tenggat",
    synopsisHeading = "Pemakaian: ",
    description = {
      "Menghitung tenggat: mulai, waktu yang diberikan, dan kapan waktu dihentikan.",
      "Setiap hari yang dihitung dan yang dilewati disebut, dengan keputusan yang menjadi dasarnya."
    })
final class DeadlineCommand implements Callable<Integer> {
  /** A fraction shows when there is one, as in the report. */
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  @Spec private CommandSpec spec;

  @Option(
      names = "--mulai",
      paramLabel = "SAAT",
      description =
          "Saat kejadian menurut jam setempat, misalnya 2026-03-17T14:00. Tidak perlu bila waktunya"
              + " menyebut tanggal.")
  private @Nullable String start;

  @Option(
      names = "--waktu",
      required = true,
      paramLabel = "WAKTU",
      description =
          "Waktu seperti tertulis dalam SOP, misalnya \"3 hari kerja\" atau"
              + " \"3 hari kerja sebelum 2026-05-20\".")
  private String time;

  @Option(
      names = "--zona",
      paramLabel = "ZONA",
      defaultValue = "WIB",
      description = "WIB, WITA, WIT, atau nama zona (bawaan: ${DEFAULT-VALUE}).")
  private String zoneName;

  @Option(
      names = "--henti",
      paramLabel = "DARI/SAMPAI",
      description = "Waktu dihentikan, misalnya 2026-03-18T10:00/2026-03-25T10:00. Boleh berulang.")
  private List<String> stops = new ArrayList<>();

  @Option(
      names = "--jumlah",
      paramLabel = "N",
      description = "Banyaknya, untuk waktu seperti \"2 menit/berkas\".")
  private @Nullable Integer quantity;

  @Option(
      names = "--diketahui",
      paramLabel = "TANGGAL",
      description =
          "Hanya keputusan yang sudah ada pada tanggal ini yang dihitung"
              + " (bawaan: semua yang termuat).")
  private @Nullable String knownOn;

  @Option(
      names = "--kalender",
      paramLabel = "BERKAS",
      description = "Kalender daerah atau kantor di atas kalender nasional. Boleh berulang.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--enam-hari", description = "Kantor dengan enam hari kerja sepekan.")
  private boolean sixDays;

  @Option(names = "--layanan", description = "Loket yang tetap buka pada cuti bersama.")
  private boolean desk;

  @Option(
      names = "--konvensi",
      paramLabel = "KONVENSI",
      defaultValue = "hari-berikut",
      description =
          "Cara menghitung hari: hari-berikut, inklusif, atau bergulir (bawaan: ${DEFAULT-VALUE}).")
  private String convention;

  @Option(names = "--json", description = "Satu objek JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ZoneId zone = zone();
    Waktu waktu = waktu();
    Term term = new Term(start(waktu, zone), waktu, clockStops(zone));
    LocalDate known = knownOn();
    Konvensi konvensi = konvensi();
    Optional<WorkCalendar> calendar = calendar();
    if (calendar.isEmpty()) {
      return SopCommand.FOUND;
    }
    Explanation explanation = calendar.get().counting(konvensi).explain(term, zone, known);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLines.print(out, asJson(explanation, term, zone));
    } else {
      print(
          out,
          explanation,
          decisions(calendar.get().counting(konvensi), term, zone, known),
          term,
          zone);
    }
    return SopCommand.OK;
  }

  /** When each decision would be due, of a time that depends on it. */
  private static Map<String, Optional<Instant>> decisions(
      WorkCalendar calendar, Term term, ZoneId zone, LocalDate known) {
    Map<String, Optional<Instant>> dues = new LinkedHashMap<>();
    if (term.waktu() instanceof Waktu.PerKeputusan each) {
      each.perLabel()
          .keySet()
          .forEach(
              label -> dues.put(label, calendar.due(term.decided(label), zone, known).dueAt()));
    }
    return dues;
  }

  private ZoneId zone() {
    try {
      String name = zoneName.toUpperCase(Locale.ROOT);
      return Stream.of(Zona.values())
          .filter(zona -> zona.name().equals(name))
          .findFirst()
          .map(Zona::zone)
          .orElseGet(() -> ZoneId.of(zoneName));
    } catch (DateTimeException e) {
      throw wrong("--zona: " + zoneName + " bukan zona waktu. Tulis WIB, WITA, atau WIT.");
    }
  }

  private Instant moment(String option, String text, ZoneId zone) {
    try {
      return LocalDateTime.parse(text.strip()).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw wrong(
          option + ": " + text + " bukan tanggal dan jam. Tulis misalnya 2026-03-17T14:00.");
    }
  }

  /** When it began; a time that names its date needs no beginning. */
  private Instant start(Waktu waktu, ZoneId zone) {
    if (waktu instanceof Waktu.Relatif relative) {
      if (relative.acuan() instanceof Waktu.Acuan.Hari day) {
        return day.tanggal().atStartOfDay(zone).toInstant();
      }
      throw inCaseOnly(relative.acuan().teks());
    }
    if (waktu instanceof Waktu.Bersama shared) {
      throw inCaseOnly("langkah " + shared.langkah());
    }
    if (start == null) {
      throw wrong("--mulai: belum ditulis. Tulis saat kejadian, misalnya 2026-03-17T14:00.");
    }
    return moment("--mulai", start, zone);
  }

  private ParameterException inCaseOnly(String reference) {
    return wrong(
        "--waktu: %s menyebut %s, yang baru diketahui dalam berkas. Tulis tanggalnya, misalnya"
                .formatted(time, reference)
            + " 3 hari kerja sebelum 2026-05-20.");
  }

  private Waktu waktu() {
    WaktuParser.Parsed parsed = WaktuParser.parse(time);
    Waktu waktu =
        parsed
            .waktu()
            .orElseThrow(
                () ->
                    wrong(
                        "--waktu: %s tidak dimengerti pada huruf ke-%d. Tulis misalnya %s."
                            .formatted(time, parsed.errorAt() + 1, parsed.saran())));
    if (waktu instanceof Waktu.PerItem each && quantity != null) {
      try {
        return each.untuk(quantity);
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw wrong("--jumlah: %d tidak dapat dikalikan dengan %s.".formatted(quantity, time));
      }
    }
    return waktu;
  }

  private List<ClockStop> clockStops(ZoneId zone) {
    return stops.stream().map(text -> clockStop(text, zone)).toList();
  }

  private ClockStop clockStop(String text, ZoneId zone) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw wrong("--henti: " + text + " tidak memuat garis miring. Tulis DARI/SAMPAI.");
    }
    Instant from = moment("--henti", text.substring(0, slash), zone);
    Instant to = moment("--henti", text.substring(slash + 1), zone);
    if (to.isBefore(from)) {
      throw wrong("--henti: " + text + " berakhir sebelum mulai. Tukar atau betulkan.");
    }
    return ClockStop.of(from, to);
  }

  private LocalDate knownOn() {
    try {
      return knownOn == null ? LocalDate.MAX : LocalDate.parse(knownOn.strip());
    } catch (DateTimeException e) {
      throw wrong("--diketahui: " + knownOn + " bukan tanggal. Tulis misalnya 2026-03-01.");
    }
  }

  private Konvensi konvensi() {
    return Arrays.stream(Konvensi.values())
        .filter(k -> k.teks().equalsIgnoreCase(convention))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "--konvensi: %s tidak dikenal. Tulis %s."
                        .formatted(
                            convention,
                            Arrays.stream(Konvensi.values())
                                .map(Konvensi::teks)
                                .collect(Collectors.joining(", ")))));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The calendar with all layers; empty when one of them has errors, which are told. */
  private Optional<WorkCalendar> calendar() throws IOException {
    WorkCalendar calendar = sixDays ? WorkCalendar.indonesiaSixDays() : WorkCalendar.indonesia();
    for (Path file : files) {
      WorkCalendar.Reading reading = CalendarLayers.over(calendar, file);
      reading.problems().forEach(this::tell);
      if (reading.calendar().isEmpty()) {
        return Optional.empty();
      }
      calendar = reading.calendar().get();
    }
    return Optional.of(desk ? calendar.forServiceDesk() : calendar);
  }

  private void tell(Problem problem) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(problem);
    err.println("    " + problem.hint(Language.ID));
  }

  private static void print(
      PrintWriter out,
      Explanation explanation,
      Map<String, Optional<Instant>> decisions,
      Term term,
      ZoneId zone) {
    Style style = Style.automatic();
    out.println(style.bold(headline(explanation, term, zone)));
    out.println();
    for (Explanation.Part part : explanation.parts()) {
      out.println(
          "%s – %s  %s%s"
              .formatted(
                  MOMENT.format(part.from().atZone(zone)),
                  MOMENT.format(part.to().atZone(zone)),
                  part.text(Language.ID).strip(),
                  part.source().isBlank() ? "" : style.faint("  [" + part.source() + "]")));
    }
    for (Map.Entry<String, Optional<Instant>> each : decisions.entrySet()) {
      out.println(
          "%s: %s"
              .formatted(
                  each.getKey(),
                  each.getValue().map(due -> MOMENT.format(due.atZone(zone))).orElse("-")));
    }
    for (Deadline.Note note : explanation.deadline().notes()) {
      out.println(
          style.unsure("Catatan: " + note.text(Language.ID) + " " + note.hint(Language.ID)));
    }
  }

  private static String headline(Explanation explanation, Term term, ZoneId zone) {
    String waktu = term.waktu().teks();
    if (explanation.notBefore().isPresent()) {
      return "Paling cepat: %s (%s)"
          .formatted(MOMENT.format(explanation.notBefore().get().atZone(zone)), waktu);
    }
    return explanation
        .deadline()
        .dueAt()
        .map(due -> "Tenggat: %s (%s)".formatted(MOMENT.format(due.atZone(zone)), waktu))
        .orElse("Tenggat: tidak dapat dihitung (" + waktu + ")");
  }

  private static JsonObject asJson(Explanation explanation, Term term, ZoneId zone) {
    JsonObject object = new JsonObject();
    object.addProperty(
        "due", explanation.deadline().dueAt().map(due -> moment(due, zone)).orElse(null));
    JsonArray parts = new JsonArray();
    for (Explanation.Part part : explanation.parts()) {
      parts.add(
          part(
              moment(part.from(), zone),
              moment(part.to(), zone),
              part.kind().name(),
              part.text(Language.ID).strip(),
              part.source()));
    }
    // What nobody has confirmed belongs to the explanation, though it is no stretch of time.
    String from = moment(term.start(), zone);
    String to = explanation.deadline().dueAt().map(due -> moment(due, zone)).orElse(from);
    for (Deadline.Note note : explanation.deadline().notes()) {
      parts.add(part(from, to, "CATATAN", note.text(Language.ID), note.code().id()));
    }
    object.add("explanation", parts);
    return object;
  }

  private static JsonObject part(String from, String to, String kind, String text, String source) {
    JsonObject object = new JsonObject();
    object.addProperty("from", from);
    object.addProperty("to", to);
    object.addProperty("kind", kind);
    object.addProperty("text", text);
    object.add("source", source.isBlank() ? JsonNull.INSTANCE : new JsonPrimitive(source));
    return object;
  }

  private static String moment(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
  }
}
