package id.sop.rules.proof;

import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.Completion;
import id.sop.casework.OpenRow;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.journal.Actor;
import id.sop.journal.Document;
import id.sop.worktime.Waktu;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** A clerk who does it right, in a way that chance picks. */
final class Clerk {
  private final PureCase file;
  private final Sop sop;
  private final Random random;

  Clerk(PureCase file, Random random) {
    this.file = file;
    this.random = random;
    sop = file.procedure().sop();
  }

  static Actor as(PelaksanaCode role) {
    return new Actor("u-" + role.value().toLowerCase(Locale.ROOT), role);
  }

  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  OpenRow anyRow() {
    return any(file.state().openRows());
  }

  CommandBuilder.Start start() {
    return Command.start(
        PureCase.ID,
        sop.id(),
        as(sop.langkah().values().iterator().next().pelaksana().completing()));
  }

  /** Something that brings the case on, or is written down beside the way. */
  CommandBuilder<?> anything() {
    CaseState state = file.state();
    if (!state.completions().isEmpty() && random.nextInt(8) == 0) {
      return correction(any(state.completions()));
    }
    if (random.nextInt(60) == 0) {
      return Command.terminate(PureCase.ID, as(any(roles())), "Kegiatan dibatalkan").at(since());
    }
    Paper paper = Paper.of(sop, anyRow());
    if (paper.row().waktu() instanceof Waktu.SesuaiJadwal && random.nextInt(3) == 0) {
      return schedule(paper);
    }
    if (!paper.companions().isEmpty() && random.nextBoolean()) {
      return participate(paper, any(paper.companions()));
    }
    return onward(paper, any(labels(paper)));
  }

  /** What brings the case nearer to its end: a signature, or the row with its first label. */
  CommandBuilder<?> onward() {
    Paper paper = Paper.of(sop, anyRow());
    return onward(paper, labels(paper).get(0));
  }

  private CommandBuilder<?> onward(Paper paper, Optional<Label> label) {
    if (!paper.signing().isEmpty()) {
      return participate(paper, paper.signing().get(0));
    }
    if (paper.lacksMinutes() && random.nextBoolean()) {
      return participate(paper, any(paper.row().by()))
          .evidence(Document.of("notulen", "N-" + random.nextInt(100)));
    }
    CommandBuilder.Complete complete = complete(paper, label);
    return paper.lacksMinutes() ? complete.kelengkapan(Document.of("NOTULEN", "7")) : complete;
  }

  /** The row done as the paper asks, but for the minutes. */
  CommandBuilder.Complete complete(Paper paper, Optional<Label> label) {
    CommandBuilder.Complete complete = bare(paper, any(paper.completing()));
    label.map(Label::value).ifPresent(complete::decision);
    label.filter(l -> !l.value().equals("YA")).ifPresent(l -> complete.alasan("Belum lengkap"));
    documents(paper).forEach(complete::kelengkapan);
    paper.step().dinilai().output().forEach(o -> complete.output(document(o)));
    required(paper).forEach(f -> complete.data(f.nama(), right(f)));
    early(paper).ifPresent(f -> complete.data(f.nama(), inDomain(f)));
    return complete;
  }

  /** Nothing but who did which row. */
  CommandBuilder.Complete bare(Paper paper, PelaksanaCode role) {
    return Command.complete(PureCase.ID, paper.step().id().value(), as(role))
        .at(since(paper.row().openedAt()));
  }

  List<Document> documents(Paper paper) {
    return paper.step().dinilai().kelengkapan().stream().map(this::document).toList();
  }

  List<Optional<Label>> labels(Paper paper) {
    return paper.step().decides()
        ? paper.step().keputusan().stream().map(Optional::of).toList()
        : List.of(Optional.empty());
  }

  /** The facts without which the row cannot be completed. */
  List<DataField> required(Paper paper) {
    return sop.data().values().stream()
        .filter(f -> f.wajibPada().filter(paper.step().id()::equals).isPresent())
        .toList();
  }

  /** A value with which the row can be completed. */
  DataValue right(DataField field) {
    return field.harus().orElseGet(() -> inDomain(field));
  }

  /** Any value of the field, as typed or in its type. */
  DataValue inDomain(DataField field) {
    DataValue value =
        field.domain() instanceof DataDomain.Pilihan p
            ? DataValue.of(any(p.nilai()))
            : field.domain() instanceof DataDomain.YaTidak
                ? DataValue.of(random.nextBoolean())
                : DataValue.of(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700)));
    return random.nextBoolean() ? value : DataValue.of(" " + value.teks() + " ");
  }

  CommandBuilder.Participate participate(Paper paper, PelaksanaCode role) {
    return Command.participate(PureCase.ID, paper.step().id().value(), as(role))
        .at(since(paper.row().openedAt()));
  }

  private CommandBuilder.Schedule schedule(Paper paper) {
    Instant from = file.now().plus(Duration.ofDays(random.nextInt(9) - 4));
    return Command.schedule(
        PureCase.ID,
        paper.step().id().value(),
        as(any(roles())),
        Document.of("JADWAL", "J-" + random.nextInt(100)),
        from,
        from.plus(Duration.ofHours(random.nextInt(100))));
  }

  /** Says again what was there and when it happened; no fact on which a rule decides. */
  private CommandBuilder.Correct correction(Completion completion) {
    Paper paper = Paper.of(sop, completion.row());
    CommandBuilder.Correct correct = correct(completion, any(paper.acting()));
    if (random.nextBoolean()) {
      correct.kelengkapan(documents(paper).toArray(new Document[0]));
    }
    sop.data().values().stream()
        .filter(f -> f.domain() instanceof DataDomain.Tanggal)
        .filter(f -> f.wajibPada().equals(Optional.of(paper.step().id())))
        .filter(f -> random.nextBoolean())
        .forEach(f -> correct.data(f.nama(), inDomain(f)));
    return correct.happenedAt(since(completion.row().openedAt()));
  }

  CommandBuilder.Correct correct(Completion completion, PelaksanaCode role) {
    return Command.correct(PureCase.ID, completion.seq(), as(role), "Salah catat");
  }

  /** A fact that a later row asks for and that somebody knows already, rightly or not. */
  private Optional<DataField> early(Paper paper) {
    List<DataField> later =
        sop.data().values().stream()
            .filter(f -> f.wajibPada().filter(r -> r.compareTo(paper.step().id()) > 0).isPresent())
            .toList();
    return later.isEmpty() || random.nextInt(6) > 0 ? Optional.empty() : Optional.of(any(later));
  }

  private List<PelaksanaCode> roles() {
    return List.copyOf(sop.pelaksana().keySet());
  }

  private Instant since() {
    return since(file.state().startedAt().orElseThrow());
  }

  /** Now, when it began, or some moment between. */
  private Instant since(Instant beginning) {
    return switch (random.nextInt(4)) {
      case 0 -> beginning;
      case 1 -> {
        long seconds = ChronoUnit.SECONDS.between(beginning, file.now());
        yield beginning.plusSeconds(seconds == 0 ? 0 : random.nextLong(seconds));
      }
      default -> file.now();
    };
  }

  /** A paper as an office would write it: in other letters, one of two kinds, or said only. */
  private Document document(String item) {
    List<String> kinds = new ArrayList<>(List.of(item));
    kinds.addAll(List.of(item.split("/", -1)));
    String kind = any(kinds);
    String written = random.nextBoolean() ? kind : kind.toLowerCase(Locale.ROOT) + " ";
    return random.nextInt(5) == 0
        ? Document.lisan(written)
        : Document.of(written, "D-" + random.nextInt(1_000));
  }
}
