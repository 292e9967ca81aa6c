package id.sop.rules.shape;

import id.sop.casework.RowMapping;
import id.sop.definition.DataField;
import id.sop.definition.Label;
import id.sop.definition.MutuBaku;
import id.sop.definition.Pemisahan;
import id.sop.definition.Pengawasan;
import id.sop.definition.Performers;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.Router;
import id.sop.routing.Target;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A version of an SOP that differs from the one before in one row, made without its files: the
 * document is copied with the change, and the old arrows are asked what the new ones would say.
 *
 * @param procedure the new version
 * @param mapping which of its rows are those of the old one
 */
record NextVersion(Procedure procedure, RowMapping mapping) {
  private static final String DIGEST = "b".repeat(64);
  private static final StepId INSERTED = StepId.of("sisipan");

  /** What is done to one row. */
  enum Edit {
    RENAMED,
    INSERTED_BEFORE,
    DECIDES_NOW
  }

  /** Empty where the edit makes no sense at that row. */
  static Optional<NextVersion> of(Procedure old, StepId row, Edit edit) {
    return switch (edit) {
      case RENAMED ->
          isReferredTo(old.sop(), row) ? Optional.empty() : Optional.of(renamed(old, row));
      case INSERTED_BEFORE -> Optional.of(inserted(old, row));
      case DECIDES_NOW ->
          old.sop().step(row).orElseThrow().decides()
              ? Optional.empty()
              : Optional.of(deciding(old, row));
    };
  }

  /** Whether the time of some row is told by this one. */
  private static boolean isReferredTo(Sop sop, StepId row) {
    return sop.langkah().values().stream()
        .map(s -> s.mutuBaku().waktu().teks())
        .anyMatch(t -> List.of(t.split("[^A-Za-z0-9._-]+")).contains(row.value()));
  }

  private static NextVersion renamed(Procedure old, StepId row) {
    StepId name = StepId.of(row + "-baru");
    UnaryOperator<StepId> forth = id -> id.equals(row) ? name : id;
    UnaryOperator<StepId> back = id -> id.equals(name) ? row : id;
    List<Step> rows = new ArrayList<>();
    old.sop().langkah().values().forEach(s -> rows.add(renamed(s, forth)));
    Router router =
        question ->
            answered(
                old.router().route(asked(question, back)),
                t -> new Target(forth.apply(t.step()), t.by(), t.waktu(), t.eskalasi()));
    return new NextVersion(
        new Procedure(with(old.sop(), rows, forth), router, DIGEST),
        new RowMapping(Map.of(row, name), Set.of(), Set.of()));
  }

  private static NextVersion inserted(Procedure old, StepId row) {
    Sop sop = old.sop();
    List<Step> rows = new ArrayList<>();
    for (Step step : sop.langkah().values()) {
      if (step.id().equals(row)) {
        rows.add(plain(step));
      }
      rows.add(step);
    }
    Step before = rows.stream().filter(s -> s.id().equals(INSERTED)).findFirst().orElseThrow();
    Step after = sop.step(row).orElseThrow();
    Router router =
        question ->
            question.completed().filter(c -> c.step().equals(INSERTED)).isPresent()
                ? new RouteAnswer.Open(List.of(opened(after)), why(before))
                : answered(
                    old.router().route(asked(question, id -> id.equals(INSERTED) ? row : id)),
                    t -> t.step().equals(row) ? opened(before) : t);
    return new NextVersion(
        new Procedure(with(sop, rows, id -> id), router, DIGEST), RowMapping.SAME);
  }

  private static NextVersion deciding(Procedure old, StepId row) {
    Sop sop = old.sop();
    List<Step> rows = new ArrayList<>();
    for (Step step : sop.langkah().values()) {
      rows.add(
          step.id().equals(row)
              ? copy(step, step.id(), List.of(Label.of("SETUJU"), Label.of("ULANG")), step.selama())
              : step);
    }
    Step decides = rows.stream().filter(s -> s.id().equals(row)).findFirst().orElseThrow();
    Router router =
        question -> {
          Optional<Label> label =
              question
                  .completed()
                  .filter(c -> c.step().equals(row))
                  .flatMap(RouteQuestion.Completed::label)
                  .filter(l -> !l.equals(Label.DILEWATI));
          return label.filter(Label.of("ULANG")::equals).isPresent()
              ? new RouteAnswer.Open(List.of(opened(decides)), why(decides))
              : old.router().route(label.isPresent() ? withoutLabel(question) : question);
        };
    return new NextVersion(
        new Procedure(with(sop, rows, id -> id), router, DIGEST), RowMapping.SAME);
  }

  private static RouteQuestion withoutLabel(RouteQuestion question) {
    return new RouteQuestion(
        question
            .completed()
            .map(c -> new RouteQuestion.Completed(c.step(), Optional.empty(), c.by(), c.visit())),
        question.open(),
        question.ever(),
        question.data());
  }

  private static RouteQuestion asked(RouteQuestion question, UnaryOperator<StepId> back) {
    Set<StepId> ever = new TreeSet<>(question.ever());
    ever.remove(INSERTED);
    return new RouteQuestion(
        question
            .completed()
            .map(
                c ->
                    new RouteQuestion.Completed(
                        back.apply(c.step()), c.label(), c.by(), c.visit())),
        all(question.open(), back),
        all(ever, back),
        question.data());
  }

  private static RouteAnswer answered(RouteAnswer answer, UnaryOperator<Target> forth) {
    return answer instanceof RouteAnswer.Open open
        ? new RouteAnswer.Open(open.targets().stream().map(forth).toList(), open.why())
        : answer;
  }

  private static Target opened(Step step) {
    Waktu waktu = step.mutuBaku().waktu();
    return new Target(
        step.id(),
        step.pelaksana().roles(),
        waktu instanceof Waktu.MenurutAturan ? Waktu.paling(3, Satuan.HARI_KERJA) : waktu);
  }

  private static RouteReason why(Step step) {
    return new RouteReason(
        "versi baru " + step.id(), step.place(), "0".repeat(64), step.no(), "SOP", "");
  }

  /** A row like any other, done by one of those who do {@code step}. */
  private static Step plain(Step step) {
    MutuBaku standard =
        new MutuBaku(List.of(), Waktu.paling(1, Satuan.HARI_KERJA), List.of(), Optional.empty());
    return new Step(
        INSERTED,
        step.no() + " s",
        "Sisipan",
        new Performers(Performers.Mode.SALAH_SATU, step.pelaksana().roles()),
        List.of(),
        standard,
        standard,
        "",
        List.of(),
        Map.of(),
        step.place());
  }

  private static Step renamed(Step step, UnaryOperator<StepId> forth) {
    return copy(step, forth.apply(step.id()), step.keputusan(), all(step.selama(), forth));
  }

  private static Step copy(Step step, StepId id, List<Label> keputusan, Set<StepId> selama) {
    return new Step(
        id,
        step.no(),
        step.kegiatan(),
        step.pelaksana(),
        step.penerima(),
        step.mutuBaku(),
        step.dinilai(),
        step.keterangan(),
        keputusan,
        step.tercetak(),
        step.sifat(),
        selama,
        step.place(),
        step.strategis(),
        step.mikro());
  }

  private static Sop with(Sop sop, List<Step> rows, UnaryOperator<StepId> forth) {
    Map<StepId, Step> langkah = new LinkedHashMap<>();
    rows.forEach(s -> langkah.put(s.id(), s));
    Map<String, DataField> data = new LinkedHashMap<>();
    sop.data()
        .forEach(
            (name, f) ->
                data.put(
                    name,
                    new DataField(
                        f.nama(),
                        f.domain(),
                        f.wajibPada().map(forth),
                        f.harus(),
                        f.keterangan(),
                        f.place())));
    Map<StepId, Pengawasan> watched = new LinkedHashMap<>();
    sop.pengawasan().forEach((row, how) -> watched.put(forth.apply(row), how));
    List<Pemisahan> apart =
        sop.pemisahan().stream()
            .map(p -> new Pemisahan(p.baris().stream().map(forth).toList(), p.keterangan()))
            .toList();
    return new Sop(
        sop.id(),
        sop.versi() + "-b",
        sop.zona(),
        sop.identitas(),
        sop.pelaksana(),
        data,
        langkah,
        sop.asumsi(),
        apart,
        watched,
        sop.units(),
        sop.parameter(),
        sop.prasyarat());
  }

  private static Set<StepId> all(Collection<StepId> rows, UnaryOperator<StepId> each) {
    Set<StepId> all = new TreeSet<>();
    rows.forEach(r -> all.add(each.apply(r)));
    return all;
  }
}
