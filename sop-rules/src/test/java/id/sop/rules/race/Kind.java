package id.sop.rules.race;

import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.definition.PelaksanaCode;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import java.time.Duration;
import java.util.function.Function;

/** One command of each kind that can be submitted to a case of {@link Meeting}. */
enum Kind {
  START(c -> Command.start(c, Meeting.SOP, as("KABAG"))),
  COMPLETE(c -> Command.complete(c, "4", as("STAF"))),
  DECIDE_YA(c -> Command.complete(c, "2", as("KASUBAG")).decision("YA")),
  DECIDE_TIDAK(c -> Command.complete(c, "2", as("KASUBAG")).decision("TIDAK").alasan("Salah")),
  COMPLETE_REPEATING(c -> Command.complete(c, "5", as("KASUBAG"))),
  AGAIN(c -> Command.complete(c, "5", as("KASUBAG"))) {
    @Override
    Command of(CaseId caseId, String key) {
      return Command.complete(caseId, "5", as("KASUBAG")).key(key).again();
    }
  },
  SCHEDULE(
      c ->
          Command.schedule(
              c,
              "3",
              as("KABAG"),
              Document.of("JADWAL", "1"),
              Meeting.MORNING,
              Meeting.MORNING.plus(Duration.ofDays(4)))),
  PARTICIPATE(c -> Command.participate(c, "3", as("KASUBAG"))),
  ADD_SIGNER(
      c -> Command.addSigner(c, "3", as("SEKDA"), PelaksanaCode.of("STAF"), "Perlu", "Disposisi")),
  REMOVE_SIGNER(
      c ->
          Command.removeSigner(
              c, "3", as("SEKDA"), PelaksanaCode.of("KABAG"), "Sakit", "Disposisi")),
  EXTEND(c -> Command.extend(c, "4", as("STAF"), "Hujan", Document.of("SURAT", "2"))),
  SKIP(c -> Command.skip(c, "4", as("STAF"), "Tidak perlu")),
  SUSPEND(c -> Command.suspend(c, as("KABAG"), "Bencana")),
  RESUME(c -> Command.resume(c, as("KABAG")).row("3")),
  CLAIM(c -> Command.claim(c, "2", as("KASUBAG"))),
  RELEASE(c -> Command.release(c, "5", as("KASUBAG"))),
  ACKNOWLEDGE(c -> Command.acknowledge(c, "1", as("STAF"))),
  CORRECT(c -> Command.correct(c, Meeting.COMPLETED, as("KABAG"), "Salah catat").output()),
  RAISE(c -> Command.raise(c, "7", as("STAF"), "Warga bertanya")),
  REPROJECT(c -> Command.reproject(c, Actor.SISTEM)),
  TERMINATE(c -> Command.terminate(c, as("KABAG"), "Dibatalkan"));

  private final Function<CaseId, CommandBuilder<?>> command;

  Kind(Function<CaseId, CommandBuilder<?>> command) {
    this.command = command;
  }

  Command of(CaseId caseId, String key) {
    return command.apply(caseId).key(key).build();
  }

  private static Actor as(String role) {
    return Actor.of("u-" + role, role);
  }
}
