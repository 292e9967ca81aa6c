package id.sop.examples;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.bundle.SopBundle;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.casework.Receipt;
import id.sop.definition.SopId;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.routing.Procedure;
import id.sop.rules.SopRules;
import id.sop.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host program of README.md, as it stands there. */
class HostProgramTest {
  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();

  @Test
  void a_host_starts_a_case_asks_who_is_next_and_completes_a_row() {
    Path file = folder.resolve("sop");

    run(file);

    assertThat(told)
        .containsExactly(
            "baris 1, giliran [KASUBAG]",
            "SOP-4006 Kelengkapan baris 1 belum lengkap: DPA BAGIAN HUMAS. Lampirkan DPA BAGIAN"
                + " HUMAS, lalu selesaikan kembali baris 1.",
            "baris 2, giliran [KABAG]");
  }

  private void run(Path file) {
    // README: host program
    Procedure konsultasi =
        SopRules.loadOrThrow(SopBundle.onClassPath(SopId.of("limapuluhkota.konsultasi")));
    try (SopEngine engine =
        SopEngine.builder()
            .procedure(konsultasi, LocalDate.of(2020, 7, 1)) // the paper has no effective date
            .store(JdbcStore.h2File(file))
            .build()) {
      CaseId berkas = CaseId.of("KONSULTASI/2026/001");
      Actor kasubag = Actor.of("u-17", "KASUBAG"); // your user's number, never a name
      Document dpa = Document.of("DPA BAGIAN HUMAS", "900/12/2026");

      tell(engine.submit(Command.start(berkas, konsultasi.sop().id(), kasubag).build()));
      tell(engine.submit(Command.complete(berkas, "1", kasubag).build())); // refused: no DPA
      tell(engine.submit(Command.complete(berkas, "1", kasubag).kelengkapan(dpa).build()));
    }
    // README: end
  }

  // README: outcome
  private void tell(Outcome outcome) {
    outcome.match(
        new Outcome.Cases<Boolean>() {
          @Override
          public Boolean recorded(Outcome.Recorded recorded) {
            Receipt receipt = recorded.receipt(); // also: until when, and the rule that says so
            receipt.open().forEach(r -> say("baris " + r.step() + ", giliran " + r.by()));
            return true;
          }

          @Override
          public Boolean refused(Outcome.Refused refused) {
            refused.why().forEach(why -> say(why.toString())); // code, what is wrong, the way out
            return false;
          }
        });
  }

  // README: end

  private void say(String line) {
    told.add(line);
  }
}
