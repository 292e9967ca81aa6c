package id.sop.benchmarks.cost;

import id.sop.SopEngine;
import id.sop.benchmarks.cost.Work.Act;
import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import id.sop.casework.CaseStatus;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.Outcome;
import id.sop.definition.MutuBaku;
import id.sop.definition.Performers;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.store.jdbc.JdbcStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** This library, with all that it checks and records: papers, people, deadlines, chain, inbox. */
public final class SopPeer implements Peer {
  private static final LocalDate IN_FORCE = LocalDate.of(2020, 1, 1);

  private static final SopId KARANGANYAR = SopId.of("karanganyar.kunjungan-kerja");

  private final Procedure karanganyar;
  private final Procedure pengajuan;
  private final SopEngine engine;

  /** As an engine is built that says nothing of it. */
  private static final int REMEMBERED = 1_000;

  private SopPeer(Database database) {
    this(database, REMEMBERED);
  }

  /** With an engine that remembers where so many cases stand. */
  SopPeer(Database database, int remembered) {
    karanganyar = SavedTable.procedureOrThrow(SopBundle.onClassPath(KARANGANYAR));
    pengajuan = Pengajuan.procedure();
    engine =
        SopEngine.builder()
            .procedure(karanganyar, IN_FORCE)
            .procedure(pengajuan, IN_FORCE)
            .store(store(database))
            .remember(remembered)
            .build();
  }

  public static void main(String[] args) throws Exception {
    CostWorker.serve(args, SopPeer::new);
  }

  private static JdbcStore store(Database database) {
    if (database.file().isPresent() && database.counter().isEmpty()) {
      return JdbcStore.h2File(database.file().get());
    }
    DataSource pool = database.pool();
    JdbcStore.createSchema(pool);
    return JdbcStore.open(pool);
  }

  @Override
  public void start(Work work, String caseId) {
    submit(
        Command.start(
            CaseId.of(caseId),
            procedure(work).sop().id(),
            Actor.of("u-1", work.acts().get(0).role())));
  }

  @Override
  public void act(Work work, String caseId, Act act) {
    Step step = procedure(work).sop().step(StepId.of(act.row())).orElseThrow();
    Actor actor = Actor.of("u-" + act.role(), act.role());
    Performers by = step.pelaksana();
    if (by.mode() == Performers.Mode.BERJENJANG && !by.completing().value().equals(act.role())) {
      submit(Command.participate(CaseId.of(caseId), act.row(), actor));
      return;
    }
    CommandBuilder.Complete done = Command.complete(CaseId.of(caseId), act.row(), actor);
    MutuBaku papers = step.dinilai();
    papers.kelengkapan().forEach(jenis -> done.kelengkapan(Document.of(jenis, "1/2026")));
    papers.output().forEach(jenis -> done.output(Document.of(jenis, "2/2026")));
    submit(act.decision().isEmpty() ? done : done.decision(act.decision()));
  }

  private Procedure procedure(Work work) {
    return switch (work) {
      case KARANGANYAR -> karanganyar;
      case PENGAJUAN -> pengajuan;
    };
  }

  private void submit(CommandBuilder<?> command) {
    Outcome outcome = engine.submit(command.build());
    if (outcome instanceof Outcome.Refused refused) {
      throw new IllegalStateException(refused.why().toString());
    }
  }

  @Override
  public List<String> history(Work work, String caseId) {
    CaseId id = CaseId.of(caseId);
    List<String> history = new ArrayList<>();
    for (Entry entry : engine.journal(id)) {
      if (entry.event() instanceof CaseEvent.Participated part) {
        history.add(part.step() + " " + part.actor().role());
      } else if (entry.event() instanceof CaseEvent.RowCompleted done) {
        history.add(done.step() + " " + done.actor().role());
      }
    }
    if (engine.state(id).status() == CaseStatus.SELESAI && engine.verify(id).isEmpty()) {
      history.add(Work.END);
    }
    return history;
  }

  @Override
  public void close() {
    engine.close();
  }
}
