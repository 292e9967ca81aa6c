package id.sop.worktime;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import id.sop.worktime.CalendarData.DecreedYear;
import id.sop.worktime.CalendarData.Withdrawal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one calendar file: hours, decrees and seasons. All problems come out in one go. */
final class CalendarFile {
  private static final ImmutableMap<String, DayOfWeek> WEEKDAYS =
      ImmutableMap.<String, DayOfWeek>builder()
          .put("senin", DayOfWeek.MONDAY)
          .put("selasa", DayOfWeek.TUESDAY)
          .put("rabu", DayOfWeek.WEDNESDAY)
          .put("kamis", DayOfWeek.THURSDAY)
          .put("jumat", DayOfWeek.FRIDAY)
          .put("sabtu", DayOfWeek.SATURDAY)
          .put("minggu", DayOfWeek.SUNDAY)
          .buildOrThrow();
  private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d) ?- ?(\\d\\d:\\d\\d)");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Problems problems;
  private final CalendarNodes nodes;
  private final ImmutableList.Builder<Timetable> timetables = ImmutableList.builder();
  private final ImmutableList.Builder<Season> seasons = ImmutableList.builder();
  private final ImmutableList.Builder<Closure> closures = ImmutableList.builder();
  private final ImmutableList.Builder<DecreedYear> years = ImmutableList.builder();
  private final Map<Withdrawal, Place> withdrawals = new LinkedHashMap<>();
  private final Map<LocalDate, String> listed = new HashMap<>();

  private CalendarFile(String file, Problems problems) {
    this.problems = problems;
    this.nodes = new CalendarNodes(file, problems);
  }

  /** {@code below} with {@code text} laid over it, as far as it can be read. */
  static CalendarData read(CalendarData below, String file, String text, Problems problems) {
    CalendarFile reader = new CalendarFile(file, problems);
    reader.nodes.root(text).ifPresent(reader::readAll);
    return reader.over(below);
  }

  private CalendarData over(CalendarData below) {
    CalendarData layer =
        new CalendarData(timetables.build(), seasons.build(), closures.build(), years.build());
    List<Withdrawal> earliestFirst =
        withdrawals.keySet().stream().sorted(Comparator.comparing(Withdrawal::knownFrom)).toList();
    CalendarData before = below.plus(layer, List.of());
    withdrawals.forEach(
        (withdrawal, place) -> {
          if (before.closures().stream().noneMatch(withdrawal::concerns)) {
            problems.add(
                place,
                WorktimeCode.WITHDRAWS_NOTHING,
                withdrawal.date().toString(),
                withdrawal.kind().key());
          }
        });
    return below.plus(layer, earliestFirst);
  }

  private void readAll(Node root) {
    Map<String, Node> fields = nodes.fields(root, List.of("jamKerja", "keputusan", "masa"));
    items(fields, "jamKerja").forEach(this::readTimetable);
    items(fields, "keputusan").forEach(this::readDecree);
    items(fields, "masa").forEach(this::readSeason);
  }

  private void readTimetable(Node node) {
    Map<String, Node> fields =
        nodes.fields(
            node,
            List.of(
                "nama",
                "masa",
                "sumber",
                "diketahui",
                "mulai",
                "sampai",
                "hari",
                "tutupHariLain",
                "istirahatBelumPasti"));
    Optional<String> nama = required(node, fields, "nama", nodes::text);
    Optional<String> source = required(node, fields, "sumber", nodes::text);
    Optional<LocalDate> known = required(node, fields, "diketahui", this::date);
    Optional<LocalDate> from = required(node, fields, "mulai", this::date);
    Optional<LocalDate> to = optional(fields, "sampai", this::date);
    Optional<LocalTime> close = required(node, fields, "tutupHariLain", this::time);
    Optional<String> season = optional(fields, "masa", nodes::text);
    boolean unconfirmed = flag(fields, "istirahatBelumPasti", false);
    ImmutableListMultimap<DayOfWeek, OfficeInterval> hours =
        required(node, fields, "hari", h -> Optional.of(week(h, nama.orElse("?"))))
            .orElse(ImmutableListMultimap.of());
    checkOrder(node, from, to);
    if (nama.isPresent()
        && source.isPresent()
        && known.isPresent()
        && from.isPresent()
        && close.isPresent()) {
      timetables.add(
          new Timetable(
              nama.get(),
              season,
              source.get(),
              known.get(),
              from.get(),
              to,
              hours,
              close.get(),
              unconfirmed));
    }
  }

  private ImmutableListMultimap<DayOfWeek, OfficeInterval> week(Node node, String nama) {
    ImmutableListMultimap.Builder<DayOfWeek, OfficeInterval> week = ImmutableListMultimap.builder();
    Map<String, Node> days = nodes.fields(node, WEEKDAYS.keySet().asList());
    WEEKDAYS.forEach(
        (name, day) -> {
          @Nullable Node hours = days.get(name);
          if (hours != null) {
            week.putAll(day, intervals(hours));
          }
        });
    ImmutableListMultimap<DayOfWeek, OfficeInterval> read = week.build();
    if (read.isEmpty()) {
      problems.add(nodes.place(node), WorktimeCode.NO_WORKING_DAY, nama);
    }
    return read;
  }

  private List<OfficeInterval> intervals(Node node) {
    List<OfficeInterval> intervals = new ArrayList<>();
    for (Node item : nodes.items(node)) {
      nodes
          .value(item, WorktimeCode.BAD_HOURS, CalendarFile::interval)
          .ifPresent(next -> addInOrder(intervals, next, item));
    }
    return intervals;
  }

  private void addInOrder(List<OfficeInterval> intervals, OfficeInterval next, Node node) {
    if (!intervals.isEmpty()) {
      OfficeInterval last = intervals.get(intervals.size() - 1);
      if (next.from().isBefore(last.to())) {
        problems.add(
            nodes.place(node), WorktimeCode.HOURS_OUT_OF_ORDER, next.toString(), last.toString());
        return;
      }
    }
    intervals.add(next);
  }

  private void readDecree(Node node) {
    listed.clear();
    List<String> known = new ArrayList<>(List.of("sumber", "diketahui", "daftarTahun", "dicabut"));
    for (ClosureKind kind : ClosureKind.values()) {
      known.add(kind.key());
    }
    Map<String, Node> fields = nodes.fields(node, known);
    Optional<String> source = required(node, fields, "sumber", nodes::text);
    Optional<LocalDate> knownFrom = required(node, fields, "diketahui", this::date);
    Optional<Integer> year = optional(fields, "daftarTahun", this::year);
    // Entries are read even when the head is wrong, so that their own problems show as well.
    Decree decree = new Decree(source.orElse("?"), knownFrom.orElse(LocalDate.MAX), year);
    for (ClosureKind kind : ClosureKind.values()) {
      items(fields, kind.key()).forEach(item -> readClosure(item, kind, decree));
    }
    items(fields, "dicabut").forEach(item -> readWithdrawal(item, decree));
    year.ifPresent(y -> years.add(new DecreedYear(y, decree.knownFrom())));
  }

  private record Decree(String source, LocalDate knownFrom, Optional<Integer> year) {}

  private void readClosure(Node node, ClosureKind kind, Decree decree) {
    Map<String, Node> fields =
        nodes.fields(
            node,
            List.of("tanggal", "hari", "nama", "tutupBagiAsn", "layananBolehBuka", "belumPasti"));
    Optional<LocalDate> date = required(node, fields, "tanggal", this::date);
    Optional<String> nama = required(node, fields, "nama", nodes::text);
    Optional<String> weekday = optional(fields, "hari", nodes::text);
    boolean closed = flag(fields, "tutupBagiAsn", true);
    boolean desks = flag(fields, "layananBolehBuka", kind.desksMayOpen());
    boolean unconfirmed = flag(fields, "belumPasti", false);
    if (date.isPresent() && nama.isPresent()) {
      checkDate(fields.getOrDefault("tanggal", node), date.get(), nama.get(), weekday, decree);
      closures.add(
          new Closure(
              date.get(),
              nama.get(),
              kind,
              decree.source(),
              decree.knownFrom(),
              Optional.empty(),
              closed,
              desks,
              unconfirmed));
    }
  }

  private void readWithdrawal(Node node, Decree decree) {
    Map<String, Node> fields = nodes.fields(node, List.of("tanggal", "jenis"));
    Optional<LocalDate> date = required(node, fields, "tanggal", this::date);
    Optional<ClosureKind> kind = required(node, fields, "jenis", this::kind);
    if (date.isPresent() && kind.isPresent()) {
      withdrawals.put(
          new Withdrawal(date.get(), kind.get(), decree.knownFrom()), nodes.place(node));
    }
  }

  private Optional<ClosureKind> kind(Node node) {
    String known =
        Arrays.stream(ClosureKind.values()).map(ClosureKind::key).collect(Collectors.joining(", "));
    return nodes.value(node, WorktimeCode.BAD_KIND, ClosureKind::withKey, known);
  }

  private void checkDate(
      Node node, LocalDate date, String nama, Optional<String> weekday, Decree decree) {
    String name = WEEKDAYS.keySet().asList().get(date.getDayOfWeek().getValue() - 1);
    if (weekday.isPresent() && !weekday.get().equalsIgnoreCase(name)) {
      problems.add(
          nodes.place(node), WorktimeCode.WRONG_WEEKDAY, date.toString(), name, weekday.get());
    }
    if (decree.year().isPresent() && decree.year().get() != date.getYear()) {
      problems.add(
          nodes.place(node),
          WorktimeCode.WRONG_YEAR,
          date.toString(),
          decree.year().get().toString());
    }
    @Nullable String before = listed.putIfAbsent(date, nama);
    if (before != null) {
      problems.add(nodes.place(node), WorktimeCode.DUPLICATE_DATE, date.toString(), before);
    }
  }

  private void readSeason(Node node) {
    Map<String, Node> fields =
        nodes.fields(
            node, List.of("masa", "nama", "mulai", "sampai", "sumber", "diketahui", "belumPasti"));
    Optional<String> key = required(node, fields, "masa", nodes::text);
    Optional<String> nama = required(node, fields, "nama", nodes::text);
    Optional<LocalDate> from = required(node, fields, "mulai", this::date);
    Optional<LocalDate> to = required(node, fields, "sampai", this::date);
    Optional<String> source = required(node, fields, "sumber", nodes::text);
    Optional<LocalDate> known = required(node, fields, "diketahui", this::date);
    boolean unconfirmed = flag(fields, "belumPasti", false);
    checkOrder(node, from, to);
    if (key.isPresent()
        && nama.isPresent()
        && from.isPresent()
        && to.isPresent()
        && source.isPresent()
        && known.isPresent()) {
      seasons.add(
          new Season(
              key.get(), nama.get(), from.get(), to.get(), source.get(), known.get(), unconfirmed));
    }
  }

  private void checkOrder(Node node, Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      problems.add(
          nodes.place(node),
          WorktimeCode.PERIOD_REVERSED,
          from.get().toString(),
          to.get().toString());
    }
  }

  private List<Node> items(Map<String, Node> fields, String key) {
    @Nullable Node node = fields.get(key);
    return node == null ? List.of() : nodes.items(node);
  }

  private <T> Optional<T> required(
      Node parent, Map<String, Node> fields, String key, Function<Node, Optional<T>> read) {
    return nodes.required(parent, fields, key).flatMap(read);
  }

  private static <T> Optional<T> optional(
      Map<String, Node> fields, String key, Function<Node, Optional<T>> read) {
    return Optional.ofNullable(fields.get(key)).flatMap(read);
  }

  private boolean flag(Map<String, Node> fields, String key, boolean otherwise) {
    return optional(
            fields, key, node -> nodes.value(node, WorktimeCode.BAD_FLAG, CalendarFile::yaTidak))
        .orElse(otherwise);
  }

  private Optional<LocalDate> date(Node node) {
    return nodes.value(
        node,
        WorktimeCode.BAD_DATE,
        text -> parsed(() -> LocalDate.parse(text, DATE)).filter(d -> isSensible(d.getYear())));
  }

  private Optional<LocalTime> time(Node node) {
    return nodes.value(node, WorktimeCode.BAD_TIME, CalendarFile::time);
  }

  private Optional<Integer> year(Node node) {
    return nodes.value(
        node,
        WorktimeCode.BAD_YEAR,
        text ->
            Optional.of(text)
                .filter(t -> t.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .filter(CalendarFile::isSensible));
  }

  /** The republic keeps office hours since 1945; four digits keep a slip out of the far future. */
  private static boolean isSensible(int year) {
    return year >= 1945 && year <= 2999;
  }

  private static Optional<OfficeInterval> interval(String text) {
    Matcher hours = HOURS.matcher(text);
    if (!hours.matches()) {
      return Optional.empty();
    }
    return time(hours.group(1))
        .flatMap(
            from ->
                time(hours.group(2))
                    .filter(from::isBefore)
                    .map(to -> new OfficeInterval(from, to)));
  }

  private static Optional<LocalTime> time(String text) {
    return text.length() == 5 ? parsed(() -> LocalTime.parse(text)) : Optional.empty();
  }

  private static Optional<Boolean> yaTidak(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "ya" -> Optional.of(true);
      case "tidak" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static <T> Optional<T> parsed(Supplier<T> parse) {
    try {
      return Optional.of(parse.get());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
