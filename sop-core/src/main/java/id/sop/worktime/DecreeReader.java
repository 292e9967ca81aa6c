package id.sop.worktime;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.sop.internal.YamlMap;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import id.sop.worktime.CalendarData.DecreedYear;
import id.sop.worktime.CalendarData.Withdrawal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the items of {@code keputusan} and gathers what they decree. */
final class DecreeReader {
  private static final ImmutableMap<String, ClosureKind> KINDS = kinds();
  private static final List<String> OPTIONAL =
      ImmutableList.<String>builder().add("daftarTahun", "dicabut").addAll(KINDS.keySet()).build();

  private final Problems problems;
  private final ImmutableList.Builder<Closure> closures = ImmutableList.builder();
  private final ImmutableList.Builder<DecreedYear> years = ImmutableList.builder();
  private final Map<Withdrawal, Place> withdrawals = new LinkedHashMap<>();

  private static ImmutableMap<String, ClosureKind> kinds() {
    ImmutableMap.Builder<String, ClosureKind> kinds = ImmutableMap.builder();
    for (ClosureKind kind : ClosureKind.values()) {
      kinds.put(kind.key(), kind);
    }
    return kinds.buildOrThrow();
  }

  DecreeReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * A decree, of which the head is known.
   *
   * @param listed the dates that it has named so far, with their occasion
   */
  private record Decree(
      String source, LocalDate knownFrom, Optional<Integer> year, Map<LocalDate, String> listed) {}

  void read(YamlMap map) {
    CalendarFields fields =
        CalendarFields.of(map, List.of("sumber", "diketahui"), OPTIONAL, problems);
    // Entries are read even when the head is wrong, so that their own problems show as well.
    Decree decree =
        new Decree(
            fields.text("sumber").orElse("?"),
            fields.date("diketahui").orElse(LocalDate.MAX),
            fields.year("daftarTahun"),
            new HashMap<>());
    for (ClosureKind kind : ClosureKind.values()) {
      for (YamlMap item : fields.sections(kind.key())) {
        readClosure(item, kind, decree);
      }
    }
    for (YamlMap item : fields.sections("dicabut")) {
      readWithdrawal(item, decree);
    }
    if (decree.year().isPresent()) {
      years.add(new DecreedYear(decree.year().get(), decree.knownFrom()));
    }
  }

  private void readClosure(YamlMap map, ClosureKind kind, Decree decree) {
    CalendarFields fields =
        CalendarFields.of(
            map,
            List.of("tanggal", "nama"),
            List.of("hari", "tutupBagiAsn", "layananBolehBuka", "belumPasti"),
            problems);
    Optional<LocalDate> date = fields.date("tanggal");
    Optional<String> nama = fields.text("nama");
    Optional<String> weekday = fields.text("hari");
    boolean closed = fields.flag("tutupBagiAsn", true);
    boolean desks = fields.flag("layananBolehBuka", kind.desksMayOpen());
    boolean unconfirmed = fields.flag("belumPasti", false);
    if (date.isPresent() && nama.isPresent()) {
      checkDate(fields.place("tanggal"), date.get(), nama.get(), weekday, decree);
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

  private void checkDate(
      Place place, LocalDate date, String nama, Optional<String> weekday, Decree decree) {
    String name = Weekdays.name(date.getDayOfWeek());
    if (weekday.isPresent() && !weekday.get().equalsIgnoreCase(name)) {
      problems.add(place, WorktimeCode.WRONG_WEEKDAY, date.toString(), name, weekday.get());
    }
    if (decree.year().isPresent() && decree.year().get() != date.getYear()) {
      problems.add(place, WorktimeCode.WRONG_YEAR, date.toString(), decree.year().get().toString());
    }
    if (decree.knownFrom().isAfter(date) && !decree.knownFrom().equals(LocalDate.MAX)) {
      problems.add(
          place,
          WorktimeCode.KNOWN_AFTERWARDS,
          date.toString(),
          nama,
          decree.knownFrom().toString());
    }
    @Nullable String before = decree.listed().putIfAbsent(date, nama);
    if (before != null) {
      problems.add(place, WorktimeCode.DUPLICATE_DATE, date.toString(), before);
    }
  }

  private void readWithdrawal(YamlMap map, Decree decree) {
    CalendarFields fields =
        CalendarFields.of(map, List.of("tanggal", "jenis"), List.of(), problems);
    Optional<LocalDate> date = fields.date("tanggal");
    Optional<ClosureKind> kind = fields.word("jenis", KINDS);
    if (date.isPresent() && kind.isPresent()) {
      withdrawals.put(new Withdrawal(date.get(), kind.get(), decree.knownFrom()), fields.place());
    }
  }

  ImmutableList<Closure> closures() {
    return closures.build();
  }

  ImmutableList<DecreedYear> years() {
    return years.build();
  }

  /** What the decrees take back, with the place that says so. */
  Map<Withdrawal, Place> withdrawals() {
    return Collections.unmodifiableMap(withdrawals);
  }
}
