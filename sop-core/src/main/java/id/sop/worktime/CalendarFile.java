package id.sop.worktime;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import id.sop.internal.YamlFile;
import id.sop.internal.YamlMap;
import id.sop.problem.Place;
import id.sop.problem.Problems;
import id.sop.worktime.CalendarData.Withdrawal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one calendar file: hours, decrees and seasons. All problems come out in one go. */
final class CalendarFile {
  private static final List<String> KEYS = List.of("jamKerja", "keputusan", "masa");
  private static final List<String> SEASON_KEYS =
      List.of("masa", "nama", "mulai", "sampai", "sumber", "diketahui");

  private final Problems problems;

  private CalendarFile(Problems problems) {
    this.problems = problems;
  }

  /** {@code below} with {@code text} laid over it, as far as it can be read. */
  static CalendarData read(CalendarData below, String file, String text, Problems problems) {
    return YamlFile.read(file, text, problems)
        .map(root -> over(below, root, problems))
        .orElse(below);
  }

  /** {@code below} with what {@code root} says laid over it, as far as it is sound. */
  static CalendarData over(CalendarData below, YamlMap root, Problems problems) {
    return new CalendarFile(problems).over(below, root);
  }

  private CalendarData over(CalendarData below, YamlMap root) {
    CalendarFields fields = CalendarFields.of(root, List.of(), KEYS, problems);
    TimetableReader timetables = new TimetableReader(problems);
    DecreeReader decrees = new DecreeReader(problems);
    for (YamlMap decree : fields.sections("keputusan")) {
      decrees.read(decree);
    }
    ImmutableList.Builder<Timetable> hours = ImmutableList.builder();
    for (YamlMap week : fields.sections("jamKerja")) {
      Optional<Timetable> timetable = timetables.read(week);
      if (timetable.isPresent()) {
        hours.add(timetable.get());
      }
    }
    ImmutableList.Builder<Season> seasons = ImmutableList.builder();
    for (YamlMap map : fields.sections("masa")) {
      Optional<Season> season = season(map);
      if (season.isPresent()) {
        seasons.add(season.get());
      }
    }
    CalendarData layer =
        new CalendarData(hours.build(), seasons.build(), decrees.closures(), decrees.years());
    if (decrees.withdrawals().isEmpty()) {
      return below.plus(layer, List.of());
    }
    checkWithdrawals(decrees.withdrawals(), below.plus(layer, List.of()));
    return below.plus(
        layer,
        decrees.withdrawals().keySet().stream()
            .sorted(Comparator.comparing(Withdrawal::knownFrom))
            .toList());
  }

  private void checkWithdrawals(Map<Withdrawal, Place> withdrawals, CalendarData before) {
    ImmutableListMultimap<LocalDate, Closure> byDate =
        Multimaps.index(before.closures(), Closure::date);
    withdrawals.forEach(
        (withdrawal, place) -> {
          if (byDate.get(withdrawal.date()).stream().noneMatch(withdrawal::concerns)) {
            problems.add(
                place,
                WorktimeCode.WITHDRAWS_NOTHING,
                withdrawal.date().toString(),
                withdrawal.kind().key());
          }
        });
  }

  private Optional<Season> season(YamlMap map) {
    CalendarFields fields = CalendarFields.of(map, SEASON_KEYS, List.of("belumPasti"), problems);
    Optional<String> key = fields.text("masa");
    Optional<String> nama = fields.text("nama");
    Optional<LocalDate> from = fields.date("mulai");
    Optional<LocalDate> to = fields.date("sampai");
    Optional<String> source = fields.text("sumber");
    Optional<LocalDate> known = fields.date("diketahui");
    boolean unconfirmed = fields.flag("belumPasti", false);
    fields.checkPeriod(from, to);
    if (key.isEmpty()
        || nama.isEmpty()
        || from.isEmpty()
        || to.isEmpty()
        || source.isEmpty()
        || known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Season(
            key.get(), nama.get(), from.get(), to.get(), source.get(), known.get(), unconfirmed));
  }
}
