package id.sop.rules.example;

import id.sop.SopEngine;
import id.sop.authority.RowRoles;
import id.sop.bundle.BundleCalendars;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.example.Example;
import id.sop.example.ExampleReader;
import id.sop.example.ExampleStart;
import id.sop.example.ExampleStep;
import id.sop.example.Expected;
import id.sop.example.Located;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.routing.Procedure;
import id.sop.store.MemoryStore;
import id.sop.worktime.DueDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Plays an example step by step on an engine. What a clerk would not write is filled in: whose turn
 * it is, the documents that the row asks for, the signatures and minutes. Not for several threads.
 */
public final class ExamplePlay {
  private static final String EXTENSION_PAPER = "SURAT PERPANJANGAN";
  private static final String INVENTED_DIGEST = "0".repeat(64);

  private final SopEngine engine;
  private final Sop sop;
  private final CaseId caseId;
  private final SettableClock clock;

  /**
   * A play of one case.
   *
   * @param engine the engine, which runs on {@code clock}
   * @param sop the SOP
   * @param caseId the case
   * @param clock set to the moment of each step before it is played
   */
  public ExamplePlay(SopEngine engine, Sop sop, CaseId caseId, SettableClock clock) {
    this.engine = engine;
    this.sop = sop;
    this.caseId = caseId;
    this.clock = clock;
  }

  /**
   * What one step did.
   *
   * @param preparations what was recorded before it: the schedule, signatures, minutes
   * @param command the command that the step stands for, or the preparation that was refused
   * @param outcome what became of it
   * @param state where the case stands now
   * @param mismatches where it differs from what the example says
   */
  public record Played(
      List<Command> preparations,
      Command command,
      Outcome outcome,
      CaseState state,
      List<Problem> mismatches) {
    public Played {
      preparations = List.copyOf(preparations);
      mismatches = List.copyOf(mismatches);
    }
  }

  /**
   * What became of a whole example.
   *
   * @param mismatches where it differs from what the example says, in the order of the steps; empty
   *     when the example holds
   * @param state where the case stood at the end
   */
  public record Performance(List<Problem> mismatches, CaseState state) {
    public Performance {
      mismatches = List.copyOf(mismatches);
    }

    /** Whether everything happened as the example says. */
    public boolean holds() {
      return mismatches.isEmpty();
    }
  }

  /**
   * Plays a whole example on a fresh engine in memory. After a step that is refused against the
   * example the rest is not played.
   */
  public static Performance perform(Procedure procedure, Example example, DueDates calendar) {
    Sop sop = procedure.sop();
    LocalDate first = example.mulai().pada().toLocalDate();
    SettableClock clock =
        SettableClock.at(example.mulai().pada().atZone(sop.zona()).toInstant(), sop.zona());
    try (SopEngine engine =
        SopEngine.builder()
            .procedure(procedure, sop.identitas().tanggalEfektif().orElse(first))
            .store(MemoryStore.create())
            .calendar(calendar)
            .policy(CompliancePolicy.alone())
            .clock(clock)
            .build()) {
      ExamplePlay play = new ExamplePlay(engine, sop, CaseId.of("CONTOH"), clock);
      return new Performance(play.all(example), engine.state(play.caseId));
    }
  }

  /**
   * Plays all examples of a bundle.
   *
   * @return what is wrong with the examples as they are written, and where they do not hold; empty
   *     for a bundle without examples
   */
  public static List<Problem> run(SopBundle bundle, Procedure procedure, DueDates calendar) {
    ExampleReader.Result read = BundleExamples.read(bundle, procedure.sop());
    List<Problem> problems = new ArrayList<>(read.problems());
    read.examples().forEach(example -> problems.addAll(run(procedure, example, calendar)));
    return List.copyOf(problems);
  }

  /** The same, by the calendars of the bundle; where one is wrong or missing, none is played. */
  public static List<Problem> run(SopBundle bundle, Procedure procedure) {
    BundleCalendars calendars = BundleCalendars.of(bundle, procedure.sop());
    List<Problem> problems = new ArrayList<>(calendars.problems());
    if (!Problems.hasErrors(problems)) {
      problems.addAll(run(bundle, procedure, calendars.calendars()));
    }
    return List.copyOf(problems);
  }

  /** The mismatches of {@link #perform}. */
  public static List<Problem> run(Procedure procedure, Example example, DueDates calendar) {
    return perform(procedure, example, calendar).mismatches();
  }

  private List<Problem> all(Example example) {
    List<Problem> mismatches = new ArrayList<>();
    Played played = start(example.mulai());
    mismatches.addAll(played.mismatches());
    for (ExampleStep step : example.langkah()) {
      if (astray(played)) {
        return mismatches;
      }
      played = step(step);
      mismatches.addAll(played.mismatches());
    }
    if (example.akhir().isPresent()) {
      mismatches.addAll(compareEnd(played, example.akhir().get()));
    }
    return mismatches;
  }

  private static boolean astray(Played played) {
    return played.mismatches().stream().anyMatch(p -> p.code() == PlayCode.REFUSED);
  }

  /** Opens the case. */
  public Played start(ExampleStart start) {
    Instant at = moment(start.pada());
    PelaksanaCode role =
        start
            .oleh()
            .map(Located::value)
            .orElseGet(() -> sop.langkah().values().iterator().next().pelaksana().completing());
    CommandBuilder.Start command = Command.start(caseId, sop.id(), actor(role)).at(at);
    start.data().forEach((name, value) -> command.data(name, value.value()));
    return played(List.of(), command.build(), start.expected(), start.place());
  }

  /** Plays one step. */
  public Played step(ExampleStep step) {
    Instant at = moment(step.pada());
    return step.match(
        new ExampleStep.Cases<Played>() {
          @Override
          public Played completed(ExampleStep.Completed completed) {
            return complete(completed, at);
          }

          @Override
          public Played terminated(ExampleStep.Terminated terminated) {
            PelaksanaCode role =
                terminated
                    .oleh()
                    .map(Located::value)
                    .orElseGet(() -> sop.pelaksana().keySet().iterator().next());
            Command command =
                Command.terminate(caseId, actor(role), terminated.alasan()).at(at).build();
            return played(List.of(), command, terminated.expected(), terminated.place());
          }

          @Override
          public Played clock(ExampleStep.Clock clock) {
            return played(List.of(), command(clock, at), clock.expected(), clock.place());
          }

          @Override
          public Played attended(ExampleStep.Attended attended) {
            return played(List.of(), attend(attended, at), attended.expected(), attended.place());
          }

          @Override
          public Played office(ExampleStep.Office office) {
            Command command =
                OfficeSteps.command(office, engine.state(caseId), sop, caseId).at(at).build();
            return played(List.of(), command, office.expected(), office.place());
          }

          @Override
          public Played happened(ExampleStep.Happened happened) {
            return happen(happened, at);
          }
        });
  }

  private Command command(ExampleStep.Clock example, Instant at) {
    Optional<String> row = example.baris().map(b -> b.value().value());
    Actor actor =
        actor(
            example
                .oleh()
                .map(Located::value)
                .or(
                    () ->
                        example
                            .baris()
                            .flatMap(b -> sop.step(b.value()))
                            .map(step -> step.pelaksana().completing()))
                .orElseGet(() -> sop.pelaksana().keySet().iterator().next()));
    Optional<Document> paper = example.dokumen().map(d -> Document.of(d, caseId.value()));
    return switch (example.act()) {
      case HENTI -> {
        CommandBuilder.Suspend stop = Command.suspend(caseId, actor, example.alasan()).at(at);
        row.ifPresent(stop::row);
        example.dasar().ifPresent(stop::dasar);
        paper.ifPresent(stop::document);
        yield stop.build();
      }
      case LANJUT -> {
        CommandBuilder.Resume run = Command.resume(caseId, actor).alasan(example.alasan()).at(at);
        row.ifPresent(run::row);
        paper.ifPresent(run::document);
        yield run.build();
      }
      case PERPANJANG ->
          Command.extend(
                  caseId,
                  row.orElseThrow(),
                  actor,
                  example.alasan(),
                  paper.orElseGet(() -> Document.of(EXTENSION_PAPER, caseId.value())))
              .at(at)
              .build();
    };
  }

  private Command attend(ExampleStep.Attended example, Instant at) {
    Step step = sop.step(example.baris().value()).orElseThrow();
    String row = step.id().value();
    Optional<OpenRow> open = Optional.ofNullable(engine.state(caseId).open().get(step.id()));
    Optional<PelaksanaCode> named = example.oleh().map(Located::value);
    PelaksanaCode performer =
        named.orElseGet(
            () ->
                open.map(r -> roles(step, r).completing().get(0))
                    .orElse(step.pelaksana().completing()));
    CommandBuilder<?> command =
        switch (example.what()) {
          case AMBIL -> Command.claim(caseId, row, actor(performer));
          case LEPAS -> {
            // Whoever has it in hand gives it up, unless another is named.
            Actor holder =
                open.flatMap(OpenRow::claim)
                    .filter(claim -> named.isEmpty())
                    .map(claim -> claim.actor())
                    .orElse(actor(performer));
            CommandBuilder.Release release = Command.release(caseId, row, holder);
            yield example.alasan().map(release::alasan).orElse(release);
          }
          case KEMBALIKAN ->
              Command.participate(caseId, row, actor(performer))
                  .kembali(example.alasan().orElse(""));
          case TERIMA ->
              Command.acknowledge(
                  caseId,
                  row,
                  actor(named.or(() -> step.penerima().stream().findFirst()).orElse(performer)));
        };
    return command.at(at).build();
  }

  private Played happen(ExampleStep.Happened example, Instant at) {
    Step step = sop.step(example.baris().value()).orElseThrow();
    Optional<OpenRow> row = Optional.ofNullable(engine.state(caseId).open().get(step.id()));
    List<PelaksanaCode> by = row.map(OpenRow::by).orElse(step.pelaksana().roles());
    PelaksanaCode usual = new RowRoles(sop, step, by).completing().get(0);
    Actor actor = actor(example.oleh().map(Located::value).orElse(usual));
    String id = step.id().value();
    CommandBuilder<?> command =
        example.arises()
            ? Command.raise(caseId, id, actor, example.alasan())
            : Command.skip(caseId, id, actor, example.alasan());
    return played(List.of(), command.at(at).build(), example.expected(), example.place());
  }

  private Played complete(ExampleStep.Completed example, Instant at) {
    Step step = sop.step(example.baris().value()).orElseThrow();
    CaseState state = engine.state(caseId);
    Optional<OpenRow> row = Optional.ofNullable(state.open().get(step.id()));
    Optional<PelaksanaCode> named = example.oleh().map(Located::value);
    PelaksanaCode usual =
        row.map(r -> roles(step, r).completing().get(0)).orElse(step.pelaksana().completing());
    // Whoever has the row in hand does it, unless a role is named that he does not have.
    Actor actor =
        row.flatMap(OpenRow::claim)
            .map(claim -> claim.actor())
            .filter(holder -> named.isEmpty() || named.get().equals(holder.role()))
            .orElseGet(() -> actor(named.orElse(usual)));
    List<Command> before = new ArrayList<>();
    row.ifPresent(r -> before.addAll(preparations(example, step, r, actor, at)));
    CommandBuilder.Complete command = Command.complete(caseId, step.id().value(), actor).at(at);
    example.keputusan().ifPresent(label -> command.decision(label.value()));
    example.alasan().ifPresent(command::alasan);
    example.data().forEach((name, value) -> command.data(name, value.value()));
    papers(example.kelengkapan(), step.dinilai().kelengkapan(), step, row, example.pada())
        .forEach(command::kelengkapan);
    papers(example.output(), step.dinilai().output(), step, row, example.pada())
        .forEach(command::output);
    return played(
        before,
        example.again() ? command.again() : command.build(),
        example.expected(),
        example.place());
  }

  private RowRoles roles(Step step, OpenRow row) {
    return new RowRoles(sop, step, row.by());
  }

  private List<Command> preparations(
      ExampleStep.Completed example, Step step, OpenRow row, Actor actor, Instant at) {
    List<Command> commands = new ArrayList<>();
    example
        .jadwal()
        .filter(schedule -> row.schedules().isEmpty())
        .ifPresent(
            schedule ->
                commands.add(
                    Command.schedule(
                            caseId,
                            step.id().value(),
                            actor,
                            Document.of(schedule.dokumen(), number(step, Optional.of(row))),
                            instant(schedule.dari()),
                            instant(schedule.sampai()))
                        .at(at)
                        .build()));
    List<PelaksanaCode> taking =
        example
            .peserta()
            .map(roles -> roles.stream().map(Located::value).toList())
            .orElseGet(() -> roles(step, row).preparing());
    for (PelaksanaCode role : taking) {
      if (!acted(row, role)) {
        commands.add(participation(step, row, role, at));
      }
    }
    return commands;
  }

  /** Whether {@code role} took part, and nobody sent its signature back since. */
  private static boolean acted(OpenRow row, PelaksanaCode role) {
    boolean acted = false;
    for (CaseEvent.Participated each : row.participations()) {
      if (each.kembali().isPresent()) {
        acted &= !each.kembali().get().kepada().equals(role);
      } else {
        acted |= each.actor().role().equals(role);
      }
    }
    return acted;
  }

  private Command participation(Step step, OpenRow row, PelaksanaCode role, Instant at) {
    CommandBuilder.Participate command =
        Command.participate(caseId, step.id().value(), actor(role)).at(at);
    if (step.pelaksana().mode() == Mode.KOLEGIAL) {
      command.evidence(Document.of("NOTULEN", number(step, Optional.of(row))));
    }
    return command.build();
  }

  private List<Document> papers(
      Optional<List<String>> written,
      List<String> asked,
      Step step,
      Optional<OpenRow> row,
      LocalDateTime pada) {
    return written.orElse(asked).stream()
        .map(jenis -> paper(jenis, number(step, row), pada.toLocalDate()))
        .toList();
  }

  /** An invented paper, with all that a checklist can ask to be known of it. */
  private static Document paper(String jenis, String number, LocalDate day) {
    return new Document(
        jenis, Optional.of(number), Optional.of(day), Optional.of(INVENTED_DIGEST), false);
  }

  /** The number of the papers of a visit, so that papers of different visits differ. */
  private String number(Step step, Optional<OpenRow> row) {
    return caseId + "/" + step.id() + "-" + row.map(OpenRow::visit).orElse(0);
  }

  /** An invented person for each role: the host would name its own. */
  static Actor actor(PelaksanaCode role) {
    return new Actor(role.value().toLowerCase(Locale.ROOT), role);
  }

  private Instant moment(LocalDateTime local) {
    Instant at = instant(local);
    clock.set(at);
    return at;
  }

  private Instant instant(LocalDateTime local) {
    return local.atZone(sop.zona()).toInstant();
  }

  private Played played(
      List<Command> preparations, Command command, Expected expected, Place place) {
    List<Command> done = new ArrayList<>();
    for (Command preparation : preparations) {
      Outcome outcome = engine.submit(preparation);
      if (outcome instanceof Outcome.Refused) {
        return compared(done, preparation, outcome, expected, place);
      }
      done.add(preparation);
    }
    return compared(done, command, engine.submit(command), expected, place);
  }

  private Played compared(
      List<Command> done, Command command, Outcome outcome, Expected expected, Place place) {
    CaseState state = engine.state(caseId);
    Comparison comparison = new Comparison(sop, state, command, outcome);
    return new Played(done, command, outcome, state, comparison.with(expected, place));
  }

  /** Where what {@code played} did differs from {@code expected}, which stands at {@code place}. */
  public List<Problem> compare(Played played, Expected expected, Place place) {
    return new Comparison(sop, played.state(), played.command(), played.outcome())
        .with(expected, place);
  }

  /** Whether the case has ended as {@code end} says, after {@code last}. */
  public List<Problem> compareEnd(Played last, Located<String> end) {
    return new Comparison(sop, last.state(), last.command(), last.outcome()).withEnd(end);
  }
}
