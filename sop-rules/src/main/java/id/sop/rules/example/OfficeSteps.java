package id.sop.rules.example;

import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.OpenRow;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.example.ExampleStep;
import id.sop.example.Located;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import java.util.Comparator;
import java.util.Optional;

/** The commands for what an office does to a file in an example. */
final class OfficeSteps {
  private OfficeSteps() {}

  static CommandBuilder<?> command(
      ExampleStep.Office step, CaseState state, Sop sop, CaseId caseId) {
    String row = step.baris().map(b -> b.value().value()).orElse("");
    String to = step.ke().map(k -> k.value().value()).orElse("");
    Actor actor = actor(step, state, sop);
    String alasan = step.alasan();
    return switch (step.act()) {
      case KEMBALI -> {
        CommandBuilder.Move back = Command.sendBack(caseId, row, actor, to, alasan);
        yield step.dasar().map(back::dasar).orElse(back);
      }
      case PINDAH -> Command.move(caseId, row, actor, to, alasan, step.dasar().orElse(""));
      case TARIK -> Command.recall(caseId, row, actor, alasan);
      case LIMPAH -> Command.transfer(caseId, row, actor, another(step, actor), alasan);
      case BUKA -> Command.reopen(caseId, row, actor, alasan, step.dasar().orElse(""));
      case LAMPIR -> {
        CommandBuilder.Attach attach =
            Command.attach(
                caseId,
                actor,
                step.dokumen().stream()
                    .map(d -> Document.of(d, caseId + "/lampiran"))
                    .toArray(Document[]::new));
        step.baris().ifPresent(b -> attach.row(b.value().value()));
        yield alasan.isEmpty() ? attach : attach.keterangan(alasan);
      }
    };
  }

  /** Whoever has the row in hand, has done it, or is to do it; a role that is named goes before. */
  private static Actor actor(ExampleStep.Office step, CaseState state, Sop sop) {
    Optional<PelaksanaCode> named = step.oleh().map(Located::value);
    if (named.isPresent()) {
      return ExamplePlay.actor(named.get());
    }
    Optional<StepId> row = step.baris().map(Located::value);
    Optional<OpenRow> open = row.map(state.open()::get);
    return open.flatMap(OpenRow::claim)
        .map(claim -> claim.actor())
        .or(() -> open.map(r -> ExamplePlay.actor(r.by().get(0))))
        .or(
            () ->
                state.completions().stream()
                    .filter(c -> row.filter(c.event().step()::equals).isPresent())
                    .max(Comparator.comparingLong(c -> c.seq()))
                    .map(c -> c.event().actor()))
        .orElseGet(() -> ExamplePlay.actor(sop.pelaksana().keySet().iterator().next()));
  }

  /** Another person than {@code actor}. */
  private static Actor another(ExampleStep.Office step, Actor actor) {
    PelaksanaCode role = step.kepada().map(Located::value).orElse(actor.role());
    Actor other = ExamplePlay.actor(role);
    return other.id().equals(actor.id()) ? new Actor(other.id() + "-lain", role) : other;
  }
}
