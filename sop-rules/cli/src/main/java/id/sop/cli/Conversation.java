package id.sop.cli;

import id.sop.SopEngine;
import id.sop.authority.RowRoles;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.definition.DataField;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks a case with a person who answers. An empty answer takes what stands in brackets. */
final class Conversation {
  private static final String NO_PAPER = "-";
  private static final String ARISES = "muncul ";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final SopEngine engine;
  private final Sop sop;
  private final CaseId caseId;
  private final Clock clock;
  private final Teller teller;
  private final PrintWriter out;
  private Optional<SettableClock> hand = Optional.empty();
  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  Conversation(
      SopEngine engine, Sop sop, CaseId caseId, Clock clock, Teller teller, PrintWriter out) {
    this.engine = engine;
    this.sop = sop;
    this.caseId = caseId;
    this.clock = clock;
    this.teller = teller;
    this.out = out;
  }

  /** Lets whoever answers say before each row what time it is. */
  Conversation settingTheClock(SettableClock settable) {
    hand = Optional.of(settable);
    return this;
  }

  /** Nobody answers any more. */
  private static final class Gone extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Walks until the case ends or nobody answers any more.
   *
   * @param farewell what is said when nobody answers any more
   */
  int run(String farewell) {
    try {
      if (!engine.journal(caseId).isEmpty()) {
        engine.state(caseId).openRows().forEach(teller::row);
      }
      while (engine.journal(caseId).isEmpty()) {
        PelaksanaCode first = sop.langkah().values().iterator().next().pelaksana().completing();
        submit(Command.start(caseId, sop.id(), actor(ask("Dibuka oleh", first.value()))).build());
      }
      while (engine.state(caseId).running()) {
        oneRow(engine.state(caseId));
      }
      teller.verified(engine.journal(caseId).size(), engine.verify(caseId));
      teller.report(engine.report(caseId));
      return SopCommand.OK;
    } catch (Gone nobody) {
      out.println();
      out.println(farewell);
      return SopCommand.OK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void oneRow(CaseState state) throws Gone, IOException {
    Optional<OpenRow> chosen = choose(state);
    if (chosen.isEmpty()) {
      return;
    }
    OpenRow row = chosen.get();
    Step step = sop.step(row.step()).orElseThrow();
    RowRoles roles = new RowRoles(sop, step, row.by());
    String due = roles.completing().get(0).value();
    out.println();
    if (hand.isPresent()) {
      setClock(hand.get());
    }
    Actor actor = actor(ask("Baris " + step.id() + " dikerjakan oleh", due));
    if (step.is(Sifat.OPSIONAL) && isYes("Baris " + step.id() + " dilewati (ya / tidak)")) {
      submit(Command.skip(caseId, step.id().value(), actor, ask("Alasan", "")).build());
      return;
    }
    takePart(step, row, roles);
    CommandBuilder.Complete command = Command.complete(caseId, step.id().value(), actor);
    if (step.decides()) {
      String labels =
          step.keputusan().stream().map(Label::value).collect(Collectors.joining(" / "));
      command.decision(ask("Keputusan (" + labels + ")", ""));
      optional(ask("Alasan", "")).ifPresent(command::alasan);
    }
    for (DataField field : sop.data().values()) {
      if (field.wajibPada().equals(Optional.of(step.id()))) {
        optional(
                ask(
                    field.keterangan() + " " + field.nama() + " (" + field.domain().teks() + ")",
                    ""))
            .ifPresent(text -> command.data(field.nama(), text));
      }
    }
    for (Document paper : papers("Kelengkapan", step.dinilai().kelengkapan())) {
      command.kelengkapan(paper);
    }
    for (Document paper : papers("Output", step.dinilai().output())) {
      command.output(paper);
    }
    boolean again = step.is(Sifat.BERULANG) && isYes("Akan diulang lagi (ya / tidak)");
    submit(again ? command.again() : command.build());
  }

  private boolean isYes(String question) throws Gone, IOException {
    return ask(question, "tidak").strip().equalsIgnoreCase("ya");
  }

  private void setClock(SettableClock settable) throws Gone, IOException {
    while (true) {
      String now = MOMENT.format(clock.instant().atZone(sop.zona()));
      String answer = ask("Tanggal dan jam", now);
      try {
        Instant moment = LocalDateTime.parse(answer, MOMENT).atZone(sop.zona()).toInstant();
        if (answer.equals(now) || !moment.isBefore(clock.instant())) {
          settable.set(answer.equals(now) ? clock.instant() : moment);
          return;
        }
        teller.said("Jam tidak dapat mundur.");
      } catch (DateTimeParseException e) {
        teller.said("Tulis seperti ini: 2026-01-05 08:00");
      }
    }
  }

  /** The row to be done next; empty when another one arose instead. */
  private Optional<OpenRow> choose(CaseState state) throws Gone, IOException {
    List<OpenRow> rows = state.openRows();
    List<Step> arising =
        sop.langkah().values().stream().filter(s -> s.canArise(state.open().keySet())).toList();
    while (rows.size() > 1 || !arising.isEmpty()) {
      String ids =
          Stream.concat(
                  rows.stream().map(r -> r.step().value()),
                  arising.stream().map(s -> ARISES + s.id()))
              .collect(Collectors.joining(", "));
      String answer = ask("Baris mana (" + ids + ")", rows.get(0).step().value());
      Optional<Step> arose =
          arising.stream().filter(s -> answer.equals(ARISES + s.id())).findFirst();
      if (arose.isPresent()) {
        arise(arose.get());
        return Optional.empty();
      }
      Optional<OpenRow> chosen =
          rows.stream().filter(r -> r.step().value().equals(answer)).findFirst();
      if (chosen.isPresent()) {
        return chosen;
      }
    }
    return Optional.of(rows.get(0));
  }

  private void arise(Step step) throws Gone, IOException {
    String usual = step.pelaksana().completing().value();
    Actor actor = actor(ask("Baris " + step.id() + " dibuka oleh", usual));
    submit(Command.raise(caseId, step.id().value(), actor, ask("Apa yang terjadi", "")).build());
  }

  private void takePart(Step step, OpenRow row, RowRoles roles) throws Gone, IOException {
    for (PelaksanaCode role : roles.preparing()) {
      if (row.participations().stream().anyMatch(p -> p.actor().role().equals(role))) {
        continue;
      }
      boolean minutes = step.pelaksana().mode() == Mode.KOLEGIAL;
      String number =
          ask((minutes ? "Nomor notulen " : "Paraf atau bukti ikut serta ") + role, "ada");
      if (!number.equals(NO_PAPER)) {
        submit(
            Command.participate(caseId, step.id().value(), actor(role.value()))
                .evidence(Document.of(minutes ? "NOTULEN" : "BUKTI", number))
                .build());
      }
    }
  }

  private List<Document> papers(String what, List<String> items) throws Gone, IOException {
    List<Document> papers = new ArrayList<>();
    for (String item : items) {
      String number = ask(what + " " + item + ", nomor (" + NO_PAPER + " bila tidak ada)", "ada");
      if (!number.equals(NO_PAPER)) {
        papers.add(Document.of(item, number));
      }
    }
    return papers;
  }

  private void submit(Command command) {
    Outcome outcome = engine.submit(command);
    teller.done(command, clock.instant(), outcome);
  }

  private static Actor actor(String role) {
    String code = role.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    return PelaksanaCode.isValid(code)
        ? new Actor(code.toLowerCase(Locale.ROOT), PelaksanaCode.of(code))
        : new Actor("tidak-dikenal", PelaksanaCode.of("TIDAK_DIKENAL"));
  }

  private static Optional<String> optional(String answer) {
    return Optional.of(answer).filter(text -> !text.isEmpty());
  }

  private String ask(String question, String preset) throws Gone, IOException {
    out.print(question.strip() + (preset.isEmpty() ? "" : " [" + preset + "]") + ": ");
    out.flush();
    String answer = in.readLine();
    if (answer == null) {
      throw new Gone();
    }
    return answer.isBlank() ? preset : answer.strip();
  }
}
