package id.sop.testing;

import id.sop.SopEngine;
import id.sop.authority.Authority;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.Outcome;
import id.sop.casework.Receipt;
import id.sop.casework.Refusal;
import id.sop.definition.Sop;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.routing.Router;
import id.sop.store.MemoryStore;
import id.sop.worktime.Deadline;
import id.sop.worktime.DueDates;
import id.sop.worktime.Waktu;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** An engine on a store in memory, with one case on the desk and a clock that can be set. */
public final class Desk {
  public static final CaseId CASE = CaseId.of("B-1");
  public static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

  /** Counts civil days, hours and minutes: enough where the calendar is not the point. */
  public static final DueDates PLAIN =
      (start, waktu, zone, knownOn) ->
          waktu instanceof Waktu.Paling p
              ? Deadline.at(
                  start.plus(
                      switch (p.satuan()) {
                        case MENIT_KERJA -> Duration.ofMinutes(p.jumlah());
                        case JAM_KERJA -> Duration.ofHours(p.jumlah());
                        case JAM_KALENDER -> Duration.ofHours(p.jumlah());
                        case HARI_KERJA, HARI_KALENDER, HARI_KALENDER_SAMPAI_HARI_KERJA ->
                            Duration.ofDays(p.jumlah());
                        case MINGGU -> Duration.ofDays(7L * p.jumlah());
                        case BULAN -> Duration.ofDays(30L * p.jumlah());
                      }))
              : Deadline.none();

  public final Procedure procedure;
  public final SopEngine engine;
  public final SettableClock clock;
  public final MemoryStore store;

  private Desk(Procedure procedure, CompliancePolicy policy, Authority authority) {
    this.procedure = procedure;
    clock = SettableClock.at(MORNING, ZoneOffset.UTC);
    store = MemoryStore.create();
    engine =
        SopEngine.builder()
            .procedure(procedure)
            .store(store)
            .calendar(PLAIN)
            .policy(policy)
            .authority(authority)
            .clock(clock)
            .build();
  }

  public static Desk of(Sop sop, Router router) {
    return of(sop, router, CompliancePolicy.live());
  }

  public static Desk of(Sop sop, Router router, CompliancePolicy policy) {
    return new Desk(procedure(sop, router), policy, Authority.trusting());
  }

  public static Desk of(Sop sop, Router router, Authority authority) {
    return new Desk(procedure(sop, router), CompliancePolicy.live(), authority);
  }

  public static Procedure procedure(Sop sop, Router router) {
    return new Procedure(sop, router, "d".repeat(64));
  }

  /** A person who has one role. */
  public static Actor as(String role) {
    return Actor.of("u-" + role, role);
  }

  public static CommandBuilder.Complete complete(String row, String role) {
    return Command.complete(CASE, row, as(role));
  }

  public static CommandBuilder.Participate participate(String row, String role) {
    return Command.participate(CASE, row, as(role));
  }

  public CommandBuilder.Start start(String role) {
    return Command.start(CASE, procedure.sop().id(), as(role));
  }

  public Outcome submit(CommandBuilder<?> command) {
    return engine.submit(command.build());
  }

  /** Submits what must be recorded. */
  public Receipt did(CommandBuilder<?> command) {
    return submit(command)
        .match(
            new Outcome.Cases<Receipt>() {
              @Override
              public Receipt recorded(Outcome.Recorded recorded) {
                return recorded.receipt();
              }

              @Override
              public Receipt refused(Outcome.Refused refused) {
                throw new AssertionError("refused: " + refused.why());
              }
            });
  }

  /** Submits what must be refused. */
  public List<Refusal> refused(CommandBuilder<?> command) {
    return submit(command)
        .match(
            new Outcome.Cases<List<Refusal>>() {
              @Override
              public List<Refusal> recorded(Outcome.Recorded recorded) {
                throw new AssertionError("recorded: " + recorded.receipt().events());
              }

              @Override
              public List<Refusal> refused(Outcome.Refused refused) {
                return refused.why();
              }
            });
  }

  public Desk begun(String role) {
    did(start(role));
    return this;
  }

  public Desk after(Duration time) {
    clock.advance(time);
    return this;
  }

  public CaseState state() {
    return engine.state(CASE);
  }

  public List<Entry> journal() {
    return engine.journal(CASE);
  }

  public List<String> openRows() {
    return state().openRows().stream().map(r -> r.step().value()).toList();
  }

  public static Document paper(String jenis) {
    return Document.of(jenis, "1");
  }
}
