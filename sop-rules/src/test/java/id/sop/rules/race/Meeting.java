package id.sop.rules.race;

import id.sop.SopEngine;
import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import id.sop.example.SettableClock;
import id.sop.routing.Procedure;
import id.sop.rules.SopRules;
import id.sop.store.CaseStore;
import id.sop.testing.Desk;
import id.sop.worktime.Deadline;
import id.sop.worktime.DueDates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** An SOP with rows of each kind, of which many are open at the same time. */
final class Meeting {
  static final SopId SOP = SopId.of("contoh.serempak");
  static final Instant MORNING = Desk.MORNING;

  /** The entry by which row 1 was completed. */
  static final long COMPLETED = 3;

  private static final Path FOLDER = Path.of("src", "test", "resources", "serempak");

  static final Procedure MEETING = SopRules.loadOrThrow(SopBundle.inFolder(FOLDER));

  /** The SOP of row 9. */
  static final Procedure FOOD =
      SopRules.loadOrThrow(SopBundle.inFolder(FOLDER.resolveSibling("serempak-konsumsi")));

  /** The version that comes after; nobody begins on it yet. */
  static final Procedure NEXT = next();

  /** As {@link Desk#PLAIN}, but everything is due an hour later. */
  private static final DueDates LATER =
      (start, waktu, zone, knownOn) ->
          Desk.PLAIN
              .due(start, waktu, zone, knownOn)
              .dueAt()
              .map(due -> Deadline.at(due.plus(Duration.ofHours(1))))
              .orElse(Deadline.none());

  private Meeting() {}

  /** The engine on which the cases came to their {@link Stand}. */
  static SopEngine firstNode(CaseStore store) {
    return engine(store, Desk.PLAIN, MORNING);
  }

  /** The engine of a node, an hour later, by a calendar that has changed. */
  static SopEngine node(CaseStore store) {
    return engine(store, LATER, MORNING.plus(Duration.ofHours(1)));
  }

  private static SopEngine engine(CaseStore store, DueDates calendar, Instant now) {
    return SopEngine.builder()
        .procedure(MEETING)
        .procedure(FOOD)
        .procedure(NEXT, LocalDate.of(2199, 1, 1))
        .store(store)
        .calendar(calendar)
        .clock(SettableClock.at(now, ZoneOffset.UTC))
        .build();
  }

  private static Procedure next() {
    try {
      String sop = Files.readString(FOLDER.resolve("sop.yaml"));
      return SopRules.loadOrThrow(
          SopBundle.of(
              "serempak-berikutnya",
              Map.of(
                  "sop.yaml",
                  sop.replace("versi: 2026-01", "versi: 2026-02").getBytes(StandardCharsets.UTF_8),
                  "rute.drl",
                  Files.readAllBytes(FOLDER.resolve("rute.drl")))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
