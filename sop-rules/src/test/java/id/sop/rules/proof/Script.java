package id.sop.rules.proof;

import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.worktime.Waktu;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How a case goes, as a function of where it stands: whoever picks it up again continues as the one
 * who left it would have. Each decision sends back once; each command has a key and its own time.
 */
final class Script {
  private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");

  private Script() {}

  /** When the command after {@code state} is submitted. */
  static Instant time(CaseState state) {
    return BEGIN.plus(Duration.ofHours(5 * state.seq()));
  }

  /** The command after {@code state}, which must not have ended. */
  static Command next(Sop sop, CaseState state) {
    CommandBuilder<?> command = state.running() ? step(sop, state) : start(sop, state.caseId());
    return command.key(state.caseId() + "-" + state.seq()).at(time(state)).build();
  }

  private static CommandBuilder<?> start(Sop sop, CaseId caseId) {
    return Command.start(
        caseId,
        sop.id(),
        Clerk.as(sop.langkah().values().iterator().next().pelaksana().completing()));
  }

  private static CommandBuilder<?> step(Sop sop, CaseState state) {
    Paper paper = Paper.of(sop, state.openRows().get(0));
    String row = paper.step().id().value();
    if (paper.row().waktu() instanceof Waktu.SesuaiJadwal && paper.row().schedules().isEmpty()) {
      return Command.schedule(
          state.caseId(),
          row,
          Clerk.as(paper.completing().get(0)),
          Document.of("JADWAL", row),
          time(state),
          time(state).plus(Duration.ofDays(2)));
    }
    if (!paper.signing().isEmpty()) {
      return participate(state, row, paper.signing().get(0));
    }
    if (!paper.companions().isEmpty()) {
      return participate(state, row, paper.companions().get(0));
    }
    return paper.lacksMinutes()
        ? participate(state, row, paper.row().by().get(0)).evidence(Document.of("NOTULEN", row))
        : complete(sop, state, paper);
  }

  private static CommandBuilder.Participate participate(
      CaseState state, String row, PelaksanaCode role) {
    return Command.participate(state.caseId(), row, Clerk.as(role));
  }

  private static CommandBuilder.Complete complete(Sop sop, CaseState state, Paper paper) {
    CommandBuilder.Complete complete =
        Command.complete(
            state.caseId(), paper.step().id().value(), Clerk.as(paper.completing().get(0)));
    if (paper.step().decides()) {
      complete.decision(paper.row().visit() == 1 ? "TIDAK" : "YA").alasan("Belum lengkap");
    }
    paper.step().dinilai().kelengkapan().forEach(k -> complete.kelengkapan(Document.of(k, "1")));
    paper.step().dinilai().output().forEach(o -> complete.output(Document.of(o, "1")));
    sop.data().values().stream()
        .filter(f -> f.wajibPada().filter(paper.step().id()::equals).isPresent())
        .forEach(f -> complete.data(f.nama(), value(f, state)));
    return complete;
  }

  private static DataValue value(DataField field, CaseState state) {
    return field
        .harus()
        .orElseGet(
            () ->
                field.domain() instanceof DataDomain.Pilihan p
                    ? DataValue.of(
                        p.nilai().get(Math.floorMod(state.caseId().hashCode(), p.nilai().size())))
                    : DataValue.of(LocalDate.of(2026, 5, 4)));
  }
}
