package id.sop.casework;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.audit.AuditCode;
import id.sop.audit.CaseReport;
import id.sop.audit.Finding;
import id.sop.audit.Kriteria;
import id.sop.audit.Verdict;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.Entry;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.RowBuilder;
import id.sop.testing.SopBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws that hold for every case of every SOP, whatever is submitted. */
class RandomWalkTest {
  private static final int WALKS = 700;
  private static final int COMMANDS = 120;
  private static final List<String> ROLES = List.of("STAF", "KASUBAG", "KABAG", "SEKDA");

  private record Made(Sop sop, Arrows arrows) {}

  private interface Maker {
    Made make(Random random);
  }

  @Test
  void on_a_line() {
    walks(RandomWalkTest::line, 20_261);
  }

  @Test
  void through_decisions_that_send_back() {
    walks(RandomWalkTest::loop, 20_262);
  }

  @Test
  void through_forks_and_joins() {
    walks(RandomWalkTest::fork, 20_263);
  }

  @Test
  void through_rows_that_several_share() {
    walks(RandomWalkTest::shared, 20_264);
  }

  private static void walks(Maker maker, long firstSeed) {
    int ended = 0;
    for (long seed = firstSeed * 1000; seed < firstSeed * 1000 + WALKS; seed++) {
      ended += walk(maker, seed) ? 1 : 0;
    }
    assertThat(ended).as("most walks come to an end").isGreaterThan(WALKS * 3 / 4);
  }

  private static boolean walk(Maker maker, long seed) {
    Random random = new Random(seed);
    Made made = maker.make(random);
    Desk desk = Desk.of(made.sop, made.arrows);
    desk.submit(desk.start(first(made)));
    for (int i = 0; i < COMMANDS && desk.state().running(); i++) {
      step(desk, made, random, seed);
    }
    anyCutFolds(desk, seed);
    theReportAgrees(desk, seed);
    return !desk.state().running();
  }

  private static String first(Made made) {
    return made.sop.langkah().values().iterator().next().pelaksana().roles().get(0).value();
  }

  private static void step(Desk desk, Made made, Random random, long seed) {
    CaseState before = desk.state();
    desk.after(Duration.ofMinutes(random.nextInt(600)));
    CommandBuilder<?> command =
        random.nextInt(3) == 0 ? anything(made, before, random) : sensible(made, before, random);
    if (random.nextBoolean()) {
      command.key("k" + random.nextInt(20));
    }
    Outcome outcome = desk.submit(command);
    CaseState after = desk.state();

    assertThat(after.running() ? !after.open().isEmpty() : after.open().isEmpty())
        .as("a running case has an open row, seed %s", seed)
        .isTrue();
    assertThat(after.openRows())
        .as("every open row has a performer, seed %s", seed)
        .allSatisfy(row -> assertThat(row.by()).isNotEmpty());
    boolean recorded = outcome instanceof Outcome.Recorded r && !r.repeated();
    assertThat(after.seq() > before.seq())
        .as("only what is recorded changes the case, seed %s", seed)
        .isEqualTo(recorded);
    if (recorded && command.build() instanceof Command.Complete done) {
      assertThat(before.open().get(done.step()).claim().map(c -> c.actor().id()))
          .as("who has claimed a row completes it, seed %s", seed)
          .isIn(Optional.empty(), Optional.of(done.actor().id()));
    }
    if (recorded && command.build().key().isPresent()) {
      assertThat(((Outcome.Recorded) desk.submit(command)).repeated())
          .as("a repeat is harmless, seed %s", seed)
          .isTrue();
    }
  }

  private static CommandBuilder<?> sensible(Made made, CaseState state, Random random) {
    OpenRow row = state.openRows().get(random.nextInt(state.open().size()));
    if (row.suspended()) {
      CommandBuilder.Resume resume = Command.resume(Desk.CASE, new Actor("u", row.by().get(0)));
      return row.clock().standing(false).isPresent() ? resume.row(row.step().value()) : resume;
    }
    Step step = made.sop.step(row.step()).orElseThrow();
    String id = row.step().value();
    List<PelaksanaCode> waiting = waiting(step, row);
    if (!waiting.isEmpty()) {
      PelaksanaCode next = waiting.get(0);
      boolean back = !row.by().get(0).equals(next) && random.nextInt(6) == 0;
      CommandBuilder.Participate part = Command.participate(Desk.CASE, id, person(next, row));
      return back && inOrder(step) ? part.kembali("perlu diperbaiki") : part;
    }
    PelaksanaCode by = inOrder(step) ? row.by().get(row.by().size() - 1) : row.by().get(0);
    String claimant = row.claim().map(c -> c.actor().id()).orElse(person(by, row).id());
    CommandBuilder.Complete complete =
        Command.complete(Desk.CASE, id, new Actor(claimant, by)).alasan("perlu diperbaiki");
    return step.decides() ? complete.decision(random.nextInt(3) == 0 ? "TIDAK" : "YA") : complete;
  }

  private static boolean inOrder(Step step) {
    return step.pelaksana().mode() == Mode.BERJENJANG;
  }

  /**
   * Another one in each row, so that duties are kept apart; two of the same office now and then.
   */
  private static Actor person(PelaksanaCode role, OpenRow row) {
    return new Actor("u-" + role + "-" + row.step(), role);
  }

  /**
   * Who must act before the row is completed and has not, in order: by a stack of signatures, from
   * which a return takes the topmost.
   */
  private static List<PelaksanaCode> waiting(Step step, OpenRow row) {
    List<PelaksanaCode> acted = new ArrayList<>();
    for (CaseEvent.Participated p : row.participations()) {
      if (p.kembali().isPresent()) {
        acted.remove(p.kembali().get().kepada());
      } else if (!acted.contains(p.actor().role())) {
        acted.add(p.actor().role());
      }
    }
    int last = row.by().size() - 1;
    List<PelaksanaCode> asked =
        switch (step.pelaksana().mode()) {
          case BERJENJANG -> row.by().subList(0, last);
          case BERSAMA -> row.by().subList(1, last + 1);
          case SALAH_SATU, KOLEGIAL, EKSTERNAL -> List.of();
        };
    return asked.stream().filter(role -> !acted.contains(role)).toList();
  }

  /**
   * Half of them about an open row by one of its roles, so that not all fail for a plain reason.
   */
  private static CommandBuilder<?> anything(Made made, CaseState state, Random random) {
    boolean near = random.nextBoolean();
    OpenRow open = state.openRows().get(random.nextInt(state.open().size()));
    String row =
        near
            ? open.step().value()
            : Integer.toString(random.nextInt(made.sop.langkah().size() + 2));
    PelaksanaCode role =
        near ? open.by().get(random.nextInt(open.by().size())) : PelaksanaCode.of(role(random));
    PelaksanaCode other = PelaksanaCode.of(role(random));
    String office = Integer.toString(random.nextInt(3));
    Actor actor = new Actor("u-" + role + "-" + office, role);
    return switch (random.nextInt(24)) {
      case 0 -> Command.complete(Desk.CASE, row, actor).decision("ya");
      case 1 -> Command.complete(Desk.CASE, row, actor).data("tidakAda", 1);
      case 2 -> Command.participate(Desk.CASE, row, actor);
      case 3 -> Command.correct(Desk.CASE, random.nextInt(30), actor, "salah");
      case 4 -> Command.start(Desk.CASE, made.sop.id(), actor);
      case 5 -> Command.suspend(Desk.CASE, actor, "menunggu");
      case 6 -> Command.suspend(Desk.CASE, actor, "menunggu").row(row);
      case 7 -> Command.resume(Desk.CASE, actor).row(row);
      case 8 -> Command.extend(Desk.CASE, row, actor, "perlu", Desk.paper("SURAT"));
      case 9 -> Command.reproject(Desk.CASE, actor);
      case 10 -> Command.claim(Desk.CASE, row, actor);
      case 11 -> Command.release(Desk.CASE, row, actor).alasan(random.nextBoolean() ? "cuti" : " ");
      case 12 -> Command.acknowledge(Desk.CASE, row, actor);
      case 13 -> Command.participate(Desk.CASE, row, actor).kembali("salah");
      case 14 -> Command.addSigner(Desk.CASE, row, actor, other, "perlu", "disposisi");
      case 15 ->
          Command.addSigner(Desk.CASE, row, actor, other, "perlu", "disposisi")
              .sebelum(PelaksanaCode.of(role(random)));
      case 16 -> Command.removeSigner(Desk.CASE, row, actor, other, "cuti", "disposisi");
      case 17 -> Command.recall(Desk.CASE, lastDone(state).orElse(row), actor, "keliru");
      case 18 ->
          Command.recall(Desk.CASE, lastDone(state).orElse(row), lastActor(state, actor), "keliru");
      case 19 -> Command.transfer(Desk.CASE, row, actor, new Actor("u-x", other), "cuti");
      case 20 -> Command.attach(Desk.CASE, actor, Desk.paper("SURAT")).row(row);
      case 21 -> Command.sendBack(Desk.CASE, row, actor, anyRow(made, random), "keliru");
      case 22 -> Command.move(Desk.CASE, row, actor, anyRow(made, random), "mendesak", "disposisi");
      default -> Command.complete(Desk.CASE, row, actor);
    };
  }

  private static String anyRow(Made made, Random random) {
    return Integer.toString(1 + random.nextInt(made.sop.langkah().size()));
  }

  private static Optional<String> lastDone(CaseState state) {
    return state.completions().stream()
        .reduce((first, last) -> last)
        .map(c -> c.row().step().value());
  }

  /** Whoever did the last row, or else {@code other}. */
  private static Actor lastActor(CaseState state, Actor other) {
    return state.completions().stream()
        .reduce((first, last) -> last)
        .map(c -> c.event().actor())
        .orElse(other);
  }

  /** Folding entry by entry, from any cut, gives what folding in one go gives. */
  private static void anyCutFolds(Desk desk, long seed) {
    List<Entry> journal = desk.journal();
    CaseState whole = CaseState.of(Desk.CASE, journal);
    CaseState stepwise = CaseState.none(Desk.CASE);
    for (Entry entry : journal) {
      stepwise = stepwise.after(entry);
    }
    int cut = journal.size() / 2;
    assertThat(stepwise).as("seed %s", seed).isEqualTo(whole);
    assertThat(
            CaseState.of(Desk.CASE, journal.subList(0, cut))
                .after(journal.subList(cut, journal.size())))
        .as("seed %s", seed)
        .isEqualTo(whole);
    assertThat(desk.engine.verify(Desk.CASE)).as("seed %s", seed).isEmpty();
  }

  /** What the machine let through is in order and rightly performed by the report's own reading. */
  private static void theReportAgrees(Desk desk, long seed) {
    CaseReport report = desk.engine.report(Desk.CASE);
    assertThat(report.count(Kriteria.URUTAN, Verdict.PATUH))
        .as("seed %s", seed)
        .isEqualTo(report.rows().size());
    assertThat(report.count(Kriteria.PELAKSANA, Verdict.TIDAK_PATUH)).as("seed %s", seed).isZero();
    assertThat(report.findings())
        .as("nothing but what the office did beside its SOP, seed %s", seed)
        .extracting(Finding::code)
        .isSubsetOf(AuditCode.SENT_BACK, AuditCode.SENT_BACK_WITHOUT_GROUND, AuditCode.MOVED);
  }

  private static String role(Random random) {
    return ROLES.get(random.nextInt(ROLES.size()));
  }

  private static Made line(Random random) {
    int rows = 2 + random.nextInt(6);
    SopBuilder sop = aSop();
    for (int i = 1; i <= rows; i++) {
      sop.row(aRow(Integer.toString(i)).by(role(random)));
    }
    Sop made = sop.build();
    Arrows arrows = Arrows.of(made);
    arrows.start().to("1");
    for (int i = 1; i < rows; i++) {
      arrows.from(Integer.toString(i)).to(Integer.toString(i + 1));
    }
    arrows.from(Integer.toString(rows)).ends();
    return new Made(made, arrows);
  }

  private static Made loop(Random random) {
    int rows = 3 + random.nextInt(5);
    int deciding = 2 + random.nextInt(rows - 1);
    SopBuilder sop = aSop();
    for (int i = 1; i <= rows; i++) {
      RowBuilder row = aRow(Integer.toString(i)).by(role(random));
      sop.row(i == deciding ? row.decides("YA", "TIDAK") : row);
    }
    Sop made = sop.build();
    Arrows arrows = Arrows.of(made);
    arrows.start().to("1");
    for (int i = 1; i <= rows; i++) {
      Arrows.From from = arrows.from(Integer.toString(i));
      if (i == deciding) {
        arrows.from(Integer.toString(i)).label("TIDAK").to(Integer.toString(1 + random.nextInt(i)));
        from = from.label("YA");
      }
      if (i == rows) {
        from.ends();
      } else {
        from.to(Integer.toString(i + 1));
      }
    }
    return new Made(made, arrows);
  }

  private static Made fork(Random random) {
    int branches = 2 + random.nextInt(3);
    SopBuilder sop = aSop().row(aRow("1").by(role(random)));
    String[] forked = new String[branches];
    for (int i = 0; i < branches; i++) {
      forked[i] = Integer.toString(i + 2);
      sop.row(aRow(forked[i]).by(role(random)));
    }
    String join = Integer.toString(branches + 2);
    Sop made = sop.row(aRow(join).by(role(random))).build();
    Arrows arrows = Arrows.of(made);
    arrows.start().to("1");
    arrows.from("1").to(forked);
    for (String branch : forked) {
      arrows.from(branch).whileOthersAreOpen().waits();
      arrows.from(branch).whenAlone().to(join);
    }
    arrows.from(join).ends();
    return new Made(made, arrows);
  }

  /** Rows done by one, together with a quorum of all, and in order; two of them kept apart. */
  private static Made shared(Random random) {
    int rows = 2 + random.nextInt(4);
    SopBuilder sop = aSop();
    for (int i = 1; i <= rows; i++) {
      List<String> roles = new ArrayList<>(ROLES);
      Collections.shuffle(roles, random);
      String[] some = roles.subList(0, 2 + random.nextInt(3)).toArray(String[]::new);
      RowBuilder row = aRow(Integer.toString(i)).penerima(role(random));
      sop.row(
          switch (random.nextInt(3)) {
            case 0 -> row.by(some[0]);
            case 1 -> row.by(Mode.BERSAMA, some).kuorum(some.length);
            default -> row.by(Mode.BERJENJANG, some);
          });
    }
    Sop made = sop.apart("1", Integer.toString(rows)).build();
    Arrows arrows = Arrows.of(made);
    arrows.start().to("1");
    for (int i = 1; i < rows; i++) {
      arrows.from(Integer.toString(i)).to(Integer.toString(i + 1));
    }
    arrows.from(Integer.toString(rows)).ends();
    return new Made(made, arrows);
  }
}
