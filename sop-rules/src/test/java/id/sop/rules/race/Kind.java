package id.sop.rules.race;

import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.RowMapping;
import id.sop.definition.PelaksanaCode;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.CommandKey;
import id.sop.journal.Document;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Commands of each kind that can be submitted to a case of {@link Meeting}, or to the case of its
 * row 9.
 */
enum Kind {
  START(Stand.NOT_BEGUN, c -> Command.start(c, Meeting.SOP, as("KABAG"))),
  COMPLETE(c -> Command.complete(c, "4", as("STAF"))),
  DECIDE_YA(c -> Command.complete(c, "2", as("KASUBAG")).decision("YA")),
  DECIDE_TIDAK(c -> Command.complete(c, "2", as("KASUBAG")).decision("TIDAK").alasan("Salah")),
  COMPLETE_REPEATING(c -> Command.complete(c, "5", as("KASUBAG"))),
  AGAIN((c, key) -> Command.complete(c, "5", as("KASUBAG")).key(key).again()),
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
  TERMINATE(c -> Command.terminate(c, as("KABAG"), "Dibatalkan")),
  CALL(c -> Command.call(c, "9", as("STAF"), Stand.other(c))),
  COMPLETE_OTHER(Stand.CALLED, c -> Command.complete(Stand.other(c), "1", as("STAF"))),
  TERMINATE_OTHER(Stand.CALLED, c -> Command.terminate(Stand.other(c), as("STAF"), "Batal")),
  SEND_BACK(c -> Command.sendBack(c, "2", as("KASUBAG"), "1", "Rencana salah")),
  MOVE(c -> Command.move(c, "4", as("SEKDA"), "6", "Mendesak", "Disposisi")),
  RECALL(Stand.FIRST_ROW_DONE, c -> Command.recall(c, "1", as("KABAG"), "Salah rencana")),
  TRANSFER(c -> Command.transfer(c, "4", as("STAF"), Actor.of("u-lain", "STAF"), "Cuti")),
  REOPEN(Stand.STOPPED, c -> Command.reopen(c, "2", as("KABAG"), "Tetap perlu", "Disposisi")),
  ATTACH(c -> Command.attach(c, as("STAF"), Document.of("SURAT", "3"))),
  MIGRATE(
      (c, key) ->
          new Command.Migrate(
              c,
              Meeting.MEETING.digest(),
              Meeting.NEXT.digest(),
              RowMapping.SAME,
              as("SEKDA"),
              "SOP baru",
              Document.of("SURAT EDARAN", "4"),
              Optional.of(new CommandKey(key))));

  private final Stand stand;
  private final BiFunction<CaseId, String, Command> command;

  Kind(Function<CaseId, CommandBuilder<?>> command) {
    this(Stand.UNDERWAY, command);
  }

  Kind(Stand stand, Function<CaseId, CommandBuilder<?>> command) {
    this(stand, (caseId, key) -> command.apply(caseId).key(key).build());
  }

  Kind(BiFunction<CaseId, String, Command> command) {
    this(Stand.UNDERWAY, command);
  }

  Kind(Stand stand, BiFunction<CaseId, String, Command> command) {
    this.stand = stand;
    this.command = command;
  }

  /** Where a case must stand so that this is recorded. */
  Stand stand() {
    return stand;
  }

  Command of(CaseId caseId, String key) {
    return command.apply(caseId, key);
  }

  private static Actor as(String role) {
    return Actor.of("u-" + role, role);
  }
}
