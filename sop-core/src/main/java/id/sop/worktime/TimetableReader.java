package id.sop.worktime;

import com.google.common.collect.ImmutableListMultimap;
import id.sop.internal.YamlMap;
import id.sop.internal.YamlText;
import id.sop.problem.Problems;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the items of {@code jamKerja}. */
final class TimetableReader {
  private static final List<String> REQUIRED =
      List.of("nama", "sumber", "diketahui", "mulai", "hari", "tutupHariLain");
  private static final List<String> OPTIONAL =
      List.of("masa", "sampai", "istirahatBelumPasti", "belumPasti");

  private final Problems problems;

  TimetableReader(Problems problems) {
    this.problems = problems;
  }

  /** The hours of a week; empty when a part of them cannot be read. */
  Optional<Timetable> read(YamlMap map) {
    CalendarFields fields = CalendarFields.of(map, REQUIRED, OPTIONAL, problems);
    Optional<String> nama = fields.text("nama");
    Optional<String> source = fields.text("sumber");
    Optional<LocalDate> known = fields.date("diketahui");
    Optional<LocalDate> from = fields.date("mulai");
    Optional<LocalDate> to = fields.date("sampai");
    Optional<LocalTime> close = fields.end("tutupHariLain");
    Optional<String> season = fields.text("masa");
    boolean breakUnconfirmed = fields.flag("istirahatBelumPasti", false);
    boolean unconfirmed = fields.flag("belumPasti", false);
    Optional<YamlMap> days = fields.section("hari");
    Optional<ImmutableListMultimap<DayOfWeek, OfficeInterval>> hours =
        days.isPresent() ? Optional.of(week(days.get(), nama.orElse("?"))) : Optional.empty();
    fields.checkPeriod(from, to);
    if (nama.isEmpty()
        || source.isEmpty()
        || known.isEmpty()
        || from.isEmpty()
        || close.isEmpty()
        || hours.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Timetable(
            nama.get(),
            season,
            source.get(),
            known.get(),
            from.get(),
            to,
            hours.get(),
            close.get(),
            breakUnconfirmed,
            unconfirmed));
  }

  private ImmutableListMultimap<DayOfWeek, OfficeInterval> week(YamlMap days, String nama) {
    CalendarFields fields = CalendarFields.of(days, List.of(), Weekdays.NAMES, problems);
    ImmutableListMultimap.Builder<DayOfWeek, OfficeInterval> week = ImmutableListMultimap.builder();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.putAll(day, intervals(fields.texts(Weekdays.name(day))));
    }
    ImmutableListMultimap<DayOfWeek, OfficeInterval> read = week.build();
    if (read.isEmpty()) {
      problems.add(days.place(), WorktimeCode.NO_WORKING_DAY, nama);
    }
    return read;
  }

  private List<OfficeInterval> intervals(List<YamlText> texts) {
    List<OfficeInterval> intervals = new ArrayList<>();
    for (YamlText text : texts) {
      Optional<OfficeInterval> next = OfficeInterval.parse(text.value().strip());
      if (next.isPresent()) {
        addInOrder(intervals, next.get(), text);
      } else {
        problems.add(text.place(), WorktimeCode.BAD_HOURS, text.value());
      }
    }
    return intervals;
  }

  private void addInOrder(List<OfficeInterval> intervals, OfficeInterval next, YamlText text) {
    if (!intervals.isEmpty()) {
      OfficeInterval last = intervals.get(intervals.size() - 1);
      if (next.opens() < last.closes()) {
        problems.add(
            text.place(), WorktimeCode.HOURS_OUT_OF_ORDER, next.toString(), last.toString());
        return;
      }
    }
    intervals.add(next);
  }
}
