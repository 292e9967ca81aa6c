package id.sop.benchmarks;

import id.sop.SopEngine;
import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.Outcome;
import id.sop.definition.MutuBaku;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.store.MemoryStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A host with nothing but the core and a saved table: carries one case of Konsultasi from its start
 * to its end, with all papers, people and deadlines checked and recorded, and tells its state.
 */
public final class CoreHost {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final CaseId CASE = CaseId.of("K-1");

  private final Procedure procedure;
  private final SopEngine engine;

  private CoreHost() {
    procedure =
        SavedTable.procedureOrThrow(SopBundle.onClassPath(SopId.of("limapuluhkota.konsultasi")));
    engine =
        SopEngine.builder()
            .procedure(procedure, LocalDate.of(2020, 7, 1))
            .store(MemoryStore.create())
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();
  }

  public static void main(String[] args) {
    CoreHost host = new CoreHost();
    host.carryOut();
    System.out.println(host.engine.state(CASE).status() + " " + host.engine.journal(CASE).size());
  }

  /** The journal of the whole case. */
  static List<Entry> journal() {
    CoreHost host = new CoreHost();
    host.carryOut();
    return host.engine.journal(CASE);
  }

  private void carryOut() {
    submit(Command.start(CASE, procedure.sop().id(), actor("KASUBAG")));
    submit(done("1", "KASUBAG"));
    submit(done("2", "KABAG"));
    submit(done("3", "SEKWAN").decision("YA"));
    submit(done("4", "KABAG"));
    submit(done("5", "KASUBAG"));
    scheduled("6");
    submit(done("6", "PENDAMPING_KOMISI"));
    submit(
        Command.participate(CASE, "7", actor("BAMUS")).evidence(Document.of("NOTULEN", "3/2026")));
    submit(
        done("7", "BAMUS")
            .data("hasilBamus", "DISETUJUI")
            .data("tanggalKegiatan", LocalDate.of(2026, 3, 30)));
    submit(done("8", "KASUBAG"));
    submit(done("9", "SEKWAN").data("danaTersedia", true));
    together("10", "PENDAMPING_KOMISI", "KOORD_BENDAHARA");
    submit(done("10", "KASUBAG").data("lokasi", "LUAR_PROVINSI"));
    together("12", "ANGGOTA_DPRD", "SEKRETARIAT_DPRD");
    submit(done("12", "PENDAMPING_KOMISI"));
    scheduled("13");
    submit(done("13", "PENDAMPING_KOMISI"));
  }

  private static Actor actor(String role) {
    return Actor.of("u-1", role);
  }

  /** Row {@code row} completed with every paper that it asks for and gives. */
  private CommandBuilder.Complete done(String row, String role) {
    CommandBuilder.Complete done = Command.complete(CASE, row, actor(role));
    MutuBaku papers = procedure.sop().step(StepId.of(row)).orElseThrow().dinilai();
    papers.kelengkapan().forEach(jenis -> done.kelengkapan(Document.of(jenis, "1/2026")));
    papers.output().forEach(jenis -> done.output(Document.of(jenis, "2/2026")));
    return done;
  }

  private void scheduled(String row) {
    Document schedule = Document.of("JADWAL", "4/2026");
    submit(
        Command.schedule(
            CASE, row, actor("PENDAMPING_KOMISI"), schedule, NOW, NOW.plusSeconds(86_400)));
  }

  private void together(String row, String... roles) {
    for (String role : roles) {
      submit(Command.participate(CASE, row, actor(role)));
    }
  }

  private void submit(CommandBuilder<?> command) {
    Outcome outcome = engine.submit(command.build());
    if (outcome instanceof Outcome.Refused refused) {
      throw new IllegalStateException(refused.why().toString());
    }
  }
}
