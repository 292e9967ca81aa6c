package id.sop.rules.proof;

import id.sop.casework.CaseState;
import id.sop.casework.CaseworkCode;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.Completion;
import id.sop.casework.OpenRow;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.journal.Document;
import id.sop.worktime.Waktu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Commands that are wrong in exactly one way, each with the code of what is wrong. */
final class Slips {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  /** A wrong command and the reason why it must be refused. */
  record Slip(Command command, CaseworkCode code) {}

  private final PureCase file;
  private final Clerk clerk;
  private final Random random;
  private final Sop sop;
  private final List<Slip> slips = new ArrayList<>();

  private Slips(PureCase file, Clerk clerk, Random random) {
    this.file = file;
    this.clerk = clerk;
    this.random = random;
    sop = file.procedure().sop();
  }

  /** What can go wrong where the case stands now. */
  static List<Slip> at(PureCase file, Clerk clerk, Random random) {
    Slips slips = new Slips(file, clerk, random);
    CaseState state = file.state();
    if (state.pinned().isEmpty()) {
      slips.beforeTheStart();
    } else if (state.running()) {
      slips.whileItRuns(Paper.of(slips.sop, clerk.anyRow()));
    } else {
      slips.afterTheEnd();
    }
    if (!state.completions().isEmpty()) {
      slips.correcting(clerk.any(state.completions()));
    }
    return slips.slips;
  }

  private void add(CaseworkCode code, CommandBuilder<?> command) {
    slips.add(new Slip(command.build(), code));
  }

  private void beforeTheStart() {
    PelaksanaCode first = sop.langkah().values().iterator().next().pelaksana().completing();
    add(
        CaseworkCode.SOP_UNKNOWN,
        Command.start(PureCase.ID, SopId.of(sop.id() + "x"), Clerk.as(first)));
    add(
        CaseworkCode.SOP_NOT_IN_FORCE,
        clerk.start().at(PureCase.IN_FORCE.atStartOfDay(sop.zona()).toInstant().minus(A_MOMENT)));
    add(CaseworkCode.IN_THE_FUTURE, clerk.start().at(file.now().plus(A_MOMENT)));
    add(CaseworkCode.FACT_UNKNOWN, clerk.start().data("tidakAda", 1));
    add(
        CaseworkCode.WRONG_PERFORMER,
        Command.start(PureCase.ID, sop.id(), Clerk.as(Paper.STRANGER)));
    add(CaseworkCode.CASE_UNKNOWN, Command.complete(PureCase.ID, "1", Clerk.as(first)));
  }

  private void whileItRuns(Paper paper) {
    add(CaseworkCode.CASE_EXISTS, clerk.start());
    rows(paper);
    labels(paper);
    people(paper);
    papers(paper);
    facts(paper);
    times(paper);
    schedules(paper);
    terminating();
    keys();
  }

  private void rows(Paper paper) {
    PelaksanaCode role = clerk.any(paper.completing());
    sop.langkah().keySet().stream()
        .filter(row -> !file.state().open().containsKey(row))
        .skip(random.nextInt(sop.langkah().size() - file.state().open().size()))
        .findFirst()
        .ifPresent(row -> add(CaseworkCode.ROW_NOT_OPEN, complete(row, role)));
    add(CaseworkCode.ROW_UNKNOWN, complete(StepId.of("99"), role));
  }

  private static CommandBuilder.Complete complete(StepId row, PelaksanaCode role) {
    return Command.complete(PureCase.ID, row.value(), Clerk.as(role));
  }

  private void labels(Paper paper) {
    if (!paper.signing().isEmpty()) {
      return;
    }
    if (!paper.step().decides()) {
      add(CaseworkCode.LABEL_NOT_EXPECTED, ready(paper).decision("YA"));
      return;
    }
    String right = clerk.any(paper.step().keputusan()).value();
    String wrong =
        clerk.any(
            List.of(
                right.toLowerCase(Locale.ROOT),
                right + " ",
                right.substring(1),
                right + right.charAt(right.length() - 1),
                "MUNGKIN",
                ""));
    add(CaseworkCode.LABEL_UNKNOWN, ready(paper).decision(wrong));
    add(CaseworkCode.LABEL_MISSING, clerk.complete(paper, Optional.empty()));
    add(
        CaseworkCode.REASON_MISSING,
        clerk.complete(paper, Optional.empty()).decision("TIDAK").alasan(" "));
  }

  private void people(Paper paper) {
    PelaksanaCode stranger = clerk.any(paper.strangers());
    if (paper.signing().isEmpty() && !paper.lacksMinutes()) {
      add(CaseworkCode.WRONG_PERFORMER, filled(paper, stranger));
    }
    add(CaseworkCode.PARTICIPATION_NOT_EXPECTED, clerk.participate(paper, stranger));
    if (!paper.signing().isEmpty()) {
      add(CaseworkCode.SIGNATURE_MISSING, clerk.complete(paper, labels(paper, 0)));
    }
    if (paper.signing().size() > 1) {
      add(
          CaseworkCode.SIGNATURE_OUT_OF_ORDER,
          clerk.participate(paper, paper.signing().get(1 + random.nextInt(1))));
    }
    if (paper.lacksMinutes()) {
      add(CaseworkCode.MINUTES_MISSING, clerk.complete(paper, labels(paper, 0)));
    }
  }

  private void papers(Paper paper) {
    List<Document> all = clerk.documents(paper);
    if (all.isEmpty() || !mayComplete(paper)) {
      return;
    }
    CommandBuilder.Complete complete = clerk.bare(paper, clerk.any(paper.completing()));
    labels(paper, 0).map(Label::value).ifPresent(complete::decision);
    clerk.required(paper).forEach(f -> complete.data(f.nama(), clerk.right(f)));
    int lost = random.nextInt(all.size());
    for (int i = 0; i < all.size(); i++) {
      if (i != lost) {
        complete.kelengkapan(all.get(i));
      }
    }
    complete.kelengkapan(Document.of("KWITANSI", "1"));
    add(CaseworkCode.KELENGKAPAN_MISSING, complete);
  }

  private void facts(Paper paper) {
    if (!mayComplete(paper)) {
      return;
    }
    add(CaseworkCode.FACT_UNKNOWN, ready(paper).data("tidakAda", "1"));
    List<DataField> required = clerk.required(paper);
    for (DataField field : sop.data().values()) {
      // One that is known already, and wrongly, would be a second thing to say.
      if (required.contains(field) && file.state().data().containsKey(field.nama())) {
        continue;
      }
      add(CaseworkCode.VALUE_OUTSIDE_DOMAIN, ready(paper).data(field.nama(), "di luar"));
    }
    for (DataField field : clerk.required(paper)) {
      wrongValues(field)
          .forEach(v -> add(CaseworkCode.FACT_NOT_AS_REQUIRED, ready(paper).data(field.nama(), v)));
      if (!file.state().data().containsKey(field.nama())) {
        CommandBuilder.Complete silent = clerk.bare(paper, clerk.any(paper.completing()));
        clerk.documents(paper).forEach(silent::kelengkapan);
        clerk.required(paper).stream()
            .filter(f -> !f.equals(field))
            .forEach(f -> silent.data(f.nama(), clerk.right(f)));
        add(CaseworkCode.FACT_MISSING, silent);
      }
    }
  }

  /** Values of the field with which its row cannot be completed. */
  private static List<DataValue> wrongValues(DataField field) {
    return field
        .harus()
        .map(
            right ->
                List.of(
                        DataValue.of(true),
                        DataValue.of(false),
                        DataValue.of("DISETUJUI"),
                        DataValue.of("DITOLAK"),
                        DataValue.of("DITUNDA"))
                    .stream()
                    .filter(v -> field.domain().contains(v) && !v.equals(right))
                    .toList())
        .orElse(List.of());
  }

  private void times(Paper paper) {
    if (mayComplete(paper)) {
      add(CaseworkCode.IN_THE_FUTURE, ready(paper).at(file.now().plus(A_MOMENT)));
      add(CaseworkCode.BEFORE_OPENING, ready(paper).at(paper.row().openedAt().minus(A_MOMENT)));
    }
  }

  private void schedules(Paper paper) {
    boolean expected = paper.row().waktu() instanceof Waktu.SesuaiJadwal;
    add(
        expected ? CaseworkCode.SCHEDULE_WINDOW_WRONG : CaseworkCode.SCHEDULE_NOT_EXPECTED,
        Command.schedule(
            PureCase.ID,
            paper.step().id().value(),
            Clerk.as(clerk.any(paper.completing())),
            Document.of("JADWAL", "1"),
            file.now(),
            expected ? file.now().minus(A_MOMENT) : file.now()));
  }

  private void terminating() {
    PelaksanaCode role = sop.pelaksana().keySet().iterator().next();
    add(CaseworkCode.REASON_BLANK, Command.terminate(PureCase.ID, Clerk.as(role), "  "));
    add(
        CaseworkCode.MAY_NOT_TERMINATE,
        Command.terminate(PureCase.ID, Clerk.as(Paper.STRANGER), "Dibatalkan"));
  }

  private void keys() {
    List<Command> keyed = file.keyed();
    if (!keyed.isEmpty()) {
      String used = clerk.any(keyed).key().orElseThrow().value();
      add(
          CaseworkCode.KEY_REUSED,
          complete(StepId.of("1"), Paper.STRANGER).alasan("lain").key(used));
    }
  }

  private void afterTheEnd() {
    PelaksanaCode role = sop.pelaksana().keySet().iterator().next();
    add(CaseworkCode.CASE_CLOSED, complete(clerk.any(List.copyOf(sop.langkah().keySet())), role));
    add(CaseworkCode.CASE_CLOSED, Command.terminate(PureCase.ID, Clerk.as(role), "Dibatalkan"));
    add(CaseworkCode.CASE_EXISTS, clerk.start());
    keys();
  }

  private void correcting(Completion completion) {
    Paper paper = Paper.of(sop, completion.row());
    PelaksanaCode role = clerk.any(paper.acting());
    OpenRow row = completion.row();
    add(
        CaseworkCode.NOT_CORRECTABLE,
        Command.correct(PureCase.ID, 1, Clerk.as(role), "Salah catat"));
    add(
        CaseworkCode.REASON_BLANK,
        Command.correct(PureCase.ID, completion.seq(), Clerk.as(role), ""));
    add(CaseworkCode.WRONG_PERFORMER, clerk.correct(completion, clerk.any(paper.strangers())));
    add(
        CaseworkCode.BEFORE_OPENING,
        clerk.correct(completion, role).happenedAt(row.openedAt().minus(A_MOMENT)));
    for (DataField field : clerk.required(paper)) {
      wrongValues(field)
          .forEach(
              v ->
                  add(
                      CaseworkCode.CORRECTION_CHANGES_ROUTE,
                      clerk.correct(completion, role).data(field.nama(), v)));
    }
    boolean decidesWhere = clerk.required(paper).stream().anyMatch(f -> f.nama().equals("lokasi"));
    if (decidesWhere && completion.data().get("lokasi") instanceof DataValue.Pilihan place) {
      String other = place.value().equals("DALAM_PROVINSI") ? "LUAR_PROVINSI" : "DALAM_PROVINSI";
      add(
          CaseworkCode.CORRECTION_CHANGES_ROUTE,
          clerk.correct(completion, role).data("lokasi", other));
    }
  }

  /** A completion right in all but what is added to it. */
  private CommandBuilder.Complete ready(Paper paper) {
    return filled(paper, clerk.any(paper.completing()));
  }

  private CommandBuilder.Complete filled(Paper paper, PelaksanaCode role) {
    CommandBuilder.Complete complete = clerk.bare(paper, role);
    labels(paper, 0).map(Label::value).ifPresent(complete::decision);
    clerk.documents(paper).forEach(complete::kelengkapan);
    clerk.required(paper).forEach(f -> complete.data(f.nama(), clerk.right(f)));
    if (paper.mode() == Mode.KOLEGIAL) {
      complete.kelengkapan(Document.of("NOTULEN", "7"));
    }
    return complete;
  }

  private boolean mayComplete(Paper paper) {
    return paper.signing().isEmpty() && !paper.lacksMinutes();
  }

  private Optional<Label> labels(Paper paper, int index) {
    return clerk.labels(paper).get(index);
  }
}
