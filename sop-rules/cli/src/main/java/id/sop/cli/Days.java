package id.sop.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Days as options name them, in Western Indonesian time. */
final class Days {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  private Days() {}

  /** The first moment of the day that {@code text} names. */
  static Instant begin(CommandSpec spec, String option, String text) {
    try {
      return LocalDate.parse(text.strip()).atStartOfDay(WIB).toInstant();
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(), option + ": " + text + " bukan tanggal. Tulis misalnya 2026-03-01.");
    }
  }
}
