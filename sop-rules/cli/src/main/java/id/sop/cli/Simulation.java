package id.sop.cli;

import id.sop.SopEngine;
import id.sop.authority.RowRoles;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.casework.Receipt;
import id.sop.definition.DataField;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.document.Arrow;
import id.sop.document.Goal;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import id.sop.store.MemoryStore;
import id.sop.worktime.DueDates;
import id.sop.worktime.Satuan;
import id.sop.worktime.UnitClock;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Carries cases through the real machine in memory, by chance: labels and facts are drawn, each row
 * takes a part of the time that it is allowed. Papers, signatures and minutes are there.
 */
final class Simulation {
  private final Procedure procedure;
  private final Sop sop;
  private final Settings settings;
  private final DueDates calendar;

  /** The office whose SOP it is. */
  private final OfficeTime own;

  /** The offices of those who have done rows. */
  private final Map<PelaksanaCode, OfficeTime> offices = new HashMap<>();

  private final Facts facts;

  /**
   * What is simulated.
   *
   * @param start when every case begins
   * @param seed case {@code n} is drawn from {@code seed + n}
   * @param chances of labels and facts
   * @param jadwal hari kerja that a row with {@code sesuai jadwal} takes at most
   * @param most completed rows after which a case is given up
   */
  record Settings(LocalDateTime start, long seed, Chances chances, int jadwal, int most) {}

  Simulation(Procedure procedure, RoutingTable table, DueDates calendar, Settings settings) {
    this.procedure = procedure;
    this.sop = procedure.sop();
    this.settings = settings;
    this.calendar = calendar;
    this.own = OfficeTime.of(sop.clock(PelaksanaCode.TIDAK_TERCETAK, calendar));
    this.facts = new Facts(sop, table, settings.chances());
  }

  /** Carries case {@code number} to its end and enters it into {@code tally}. */
  void run(int number, Tally tally) {
    SettableClock clock =
        SettableClock.at(settings.start().atZone(sop.zona()).toInstant(), sop.zona());
    LocalDate first = settings.start().toLocalDate();
    try (SopEngine engine =
        SopEngine.builder()
            .procedure(
                procedure,
                sop.identitas().tanggalEfektif().filter(d -> !d.isAfter(first)).orElse(first))
            .store(MemoryStore.create())
            .calendar(calendar)
            .policy(CompliancePolicy.alone())
            .clock(clock)
            .build()) {
      new OneCase(engine, clock, number, new Random(mixed(settings.seed(), number)), tally).walk();
    }
  }

  /** Neighbouring seeds would begin alike. */
  private static long mixed(long seed, int number) {
    long mixed = seed * 0x9E3779B97F4A7C15L + number;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 27);
  }

  /** Opened rows and when each of them will be completed. */
  private record Visit(StepId step, int number) {}

  private final class OneCase {
    private final SopEngine engine;
    private final SettableClock clock;
    private final CaseId caseId;
    private final int number;
    private final Random random;
    private final Tally tally;
    private final Map<Visit, Instant> planned = new HashMap<>();
    private final Map<StepId, Integer> visits = new HashMap<>();

    OneCase(SopEngine engine, SettableClock clock, int number, Random random, Tally tally) {
      this.engine = engine;
      this.clock = clock;
      this.caseId = CaseId.of("SIMULASI-" + number);
      this.number = number;
      this.random = random;
      this.tally = tally;
    }

    void walk() {
      CommandBuilder.Start start =
          Command.start(
              caseId,
              sop.id(),
              actor(sop.langkah().values().iterator().next().pelaksana().completing()));
      facts.atStart(random).forEach(start::data);
      Instant begin = clock.instant();
      if (!submit(start.build(), Optional.empty(), Optional.empty())) {
        return;
      }
      CaseState state = engine.state(caseId);
      for (int done = 0; state.running() && done < settings.most(); done++) {
        if (!arise(state)) {
          return;
        }
        state = engine.state(caseId);
        OpenRow row = next(state);
        if (!complete(row, state)) {
          return;
        }
        state = engine.state(caseId);
      }
      String end =
          state.running() ? Tally.UNFINISHED : state.outcome().orElse(state.status().name());
      tally.ended(number, end, own.workingDays(begin, clock.instant()), visits);
    }

    /** Lets rows arise by chance. */
    private boolean arise(CaseState state) {
      for (Step step : sop.langkah().values()) {
        if (step.canArise(state.open().keySet()) && settings.chances().arises(step, random)) {
          Actor by = actor(step.pelaksana().completing());
          Command raise = Command.raise(caseId, step.id().value(), by, "simulasi").build();
          if (!submit(raise, Optional.empty(), Optional.empty())) {
            return false;
          }
        }
      }
      return true;
    }

    /** The row that is done first; of several at one moment, the first as printed. */
    private OpenRow next(CaseState state) {
      return state.openRows().stream()
          .min(Comparator.comparing(this::moment).thenComparing(OpenRow::step))
          .orElseThrow();
    }

    private Instant moment(OpenRow row) {
      return planned.computeIfAbsent(
          new Visit(row.step(), row.visit()),
          v -> {
            UnitClock time = row.time(sop, calendar);
            OfficeTime office =
                offices.computeIfAbsent(row.clock().pemilik(), none -> OfficeTime.of(time));
            Instant due =
                row.dueAt()
                    .or(
                        () ->
                            time.after(
                                    row.openedAt(),
                                    Waktu.paling(settings.jadwal(), Satuan.HARI_KERJA),
                                    row.openedAt())
                                .dueAt())
                    .orElse(row.openedAt());
            Instant done = office.between(row.openedAt(), due, random.nextDouble());
            // A shortest time is kept.
            return time.notBefore(row.term(), row.openedAt()).filter(done::isBefore).orElse(done);
          });
    }

    private boolean complete(OpenRow row, CaseState state) {
      Instant at = moment(row);
      // Two branches may each have been planned before the other moved the clock.
      clock.set(at.isBefore(clock.instant()) ? clock.instant() : at);
      Step step = sop.step(row.step()).orElseThrow();
      RowRoles roles = new RowRoles(sop, step, row.by());
      String papers = caseId + "/" + step.id() + "-" + row.visit();
      for (PelaksanaCode role : roles.preparing()) {
        CommandBuilder.Participate command =
            Command.participate(caseId, step.id().value(), actor(role));
        if (step.pelaksana().mode() == Mode.KOLEGIAL) {
          command.evidence(Document.of("NOTULEN", papers));
        }
        if (!submit(command.build(), Optional.empty(), Optional.empty())) {
          return false;
        }
      }
      List<PelaksanaCode> may = roles.completing();
      CommandBuilder.Complete command =
          Command.complete(caseId, step.id().value(), actor(may.get(random.nextInt(may.size()))));
      Optional<Label> label = Optional.empty();
      List<String> choices = Chances.choices(step);
      if (!choices.isEmpty()) {
        String drawn = settings.chances().draw(step.id().value(), choices, random);
        if (drawn.equals(Label.DILEWATI.value())) {
          Actor by = actor(may.get(0));
          Command skip = Command.skip(caseId, step.id().value(), by, "simulasi").build();
          return submit(skip, Optional.of(step.id()), Optional.of(Label.DILEWATI));
        }
        if (step.decides()) {
          label = Optional.of(Label.of(drawn));
          command.decision(drawn).alasan("simulasi");
        }
      }
      Set<String> known = state.data().keySet();
      for (DataField field : sop.data().values()) {
        if (field.wajibPada().equals(Optional.of(step.id())) && !known.contains(field.nama())) {
          command.data(field.nama(), facts.draw(field, random));
        }
      }
      step.dinilai().kelengkapan().forEach(k -> command.kelengkapan(Document.of(k, papers)));
      step.dinilai().output().forEach(o -> command.output(Document.of(o, papers)));
      visits.merge(step.id(), 1, Integer::sum);
      return submit(command.build(), Optional.of(step.id()), label);
    }

    /** Submits; a refusal ends the case, and is counted. */
    private boolean submit(Command command, Optional<StepId> from, Optional<Label> label) {
      return engine
          .submit(command)
          .match(
              new Outcome.Cases<Boolean>() {
                @Override
                public Boolean recorded(Outcome.Recorded recorded) {
                  if (!(command instanceof Command.Participate)
                      && !(command instanceof Command.Raise)) {
                    taken(recorded.receipt(), from, label);
                  }
                  return true;
                }

                @Override
                public Boolean refused(Outcome.Refused refused) {
                  tally.refused(number, refused.why().get(0));
                  return false;
                }
              });
    }

    private void taken(Receipt receipt, Optional<StepId> from, Optional<Label> label) {
      boolean moved = false;
      for (CaseEvent event : receipt.events()) {
        if (event instanceof CaseEvent.RowOpened opened) {
          tally.taken(new Arrow(from, label, new Goal.Row(opened.step())));
          moved = true;
        } else if (event instanceof CaseEvent.Ended ended) {
          tally.taken(new Arrow(from, label, new Goal.End(ended.outcome())));
          moved = true;
        }
      }
      if (!moved) {
        tally.taken(new Arrow(from, label, new Goal.Wait()));
      }
    }

    private Actor actor(PelaksanaCode role) {
      return new Actor(role.value().toLowerCase(Locale.ROOT), role);
    }
  }
}
