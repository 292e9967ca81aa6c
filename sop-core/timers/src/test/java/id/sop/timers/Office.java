package id.sop.timers;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;

import id.sop.SopEngine;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.Outcome;
import id.sop.definition.Eskalasi;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Pengawasan;
import id.sop.definition.Sop;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An SOP whose first row has three days: its performer is reminded a day before, told when it is
 * late, and the Kabag a day after that, the Sekda after three. Its second row has none.
 */
final class Office {
  static final Duration DAY = Duration.ofDays(1);
  static final Instant BEGIN = Desk.MORNING;
  static final int RUNGS = 4;

  private static final Waktu.Paling ONE_DAY = new Waktu.Paling(1, Satuan.HARI_KERJA);
  private static final Waktu.Paling THREE_DAYS = new Waktu.Paling(3, Satuan.HARI_KERJA);

  final SettableClock clock = SettableClock.at(BEGIN, ZoneOffset.UTC);
  final SopEngine engine;
  static final Procedure PROCEDURE = procedure();

  private Office(CaseStore store) {
    engine =
        SopEngine.builder()
            .procedure(PROCEDURE)
            .store(store)
            .calendar(Desk.PLAIN)
            .clock(clock)
            .build();
  }

  static Office on(CaseStore store) {
    return new Office(store);
  }

  private static Procedure procedure() {
    Sop sop =
        aSop()
            .row(aRow("1").within(THREE_DAYS).extendable(ONE_DAY))
            .row(aRow("2").within(new Waktu.SesuaiJadwal()))
            .watched(
                "1",
                new Pengawasan(
                    List.of(ONE_DAY),
                    List.of(
                        new Eskalasi(ONE_DAY, List.of(PelaksanaCode.of("KABAG"))),
                        new Eskalasi(THREE_DAYS, List.of(PelaksanaCode.of("SEKDA"))))))
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2");
    arrows.from("2").ends();
    return Desk.procedure(sop, arrows);
  }

  Office begun(String... cases) {
    for (String each : cases) {
      did(Command.start(CaseId.of(each), PROCEDURE.sop().id(), Desk.as("STAF")));
    }
    return this;
  }

  void did(CommandBuilder<?> command) {
    if (!(engine.submit(command.build()) instanceof Outcome.Recorded)) {
      throw new AssertionError(engine.submit(command.build()));
    }
  }

  /** So many days after the beginning, and a second. */
  static Instant day(int days) {
    return BEGIN.plus(DAY.multipliedBy(days)).plusSeconds(1);
  }
}
