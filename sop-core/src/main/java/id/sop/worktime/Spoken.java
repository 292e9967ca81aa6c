package id.sop.worktime;

import id.sop.problem.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dates and durations as a person says them. */
final class Spoken {
  private static final List<String> DAYS =
      List.of("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu");
  private static final List<String> MONTHS =
      List.of(
          "Januari",
          "Februari",
          "Maret",
          "April",
          "Mei",
          "Juni",
          "Juli",
          "Agustus",
          "September",
          "Oktober",
          "November",
          "Desember");

  private Spoken() {}

  static String dates(LocalDate first, LocalDate last, Language language) {
    return first.equals(last)
        ? date(first, language)
        : date(first, language) + " – " + date(last, language);
  }

  private static String date(LocalDate date, Language language) {
    // The names of the root locale are English on every machine.
    return switch (language) {
          case ID -> DAYS.get(date.getDayOfWeek().getValue() - 1);
          case EN -> date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
        + ", "
        + date.getDayOfMonth()
        + " "
        + switch (language) {
          case ID -> MONTHS.get(date.getMonthValue() - 1);
          case EN -> date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
        + " "
        + date.getYear();
  }

  static String duration(Duration time, Language language) {
    boolean indonesian = language == Language.ID;
    List<String> words = new ArrayList<>();
    add(words, time.toDays(), indonesian ? "hari" : "d");
    add(words, time.toHoursPart(), indonesian ? "jam" : "h");
    add(words, time.toMinutesPart(), indonesian ? "menit" : "min");
    add(words, time.toSecondsPart(), indonesian ? "detik" : "s");
    return words.isEmpty() ? (indonesian ? "0 menit" : "0 min") : String.join(" ", words);
  }

  private static void add(List<String> words, long number, String unit) {
    if (number != 0) {
      words.add(number + " " + unit);
    }
  }
}
