package id.sop.record;

import static id.sop.testing.TwoSops.ANAK;
import static id.sop.testing.TwoSops.INDUK;
import static id.sop.testing.TwoSops.MAKRO;
import static id.sop.testing.TwoSops.PPK;
import static id.sop.testing.TwoSops.call;
import static id.sop.testing.TwoSops.decide;
import static id.sop.testing.TwoSops.makro;
import static id.sop.testing.TwoSops.mikro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.SopEngine;
import id.sop.casework.CaseStatus;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.Outcome;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import id.sop.problem.Language;
import id.sop.record.ArchivePlan.Stays;
import id.sop.record.RecordArchive.Archived;
import id.sop.record.RecordProof.Extent;
import id.sop.store.CaseArchivedException;
import id.sop.store.CaseScript;
import id.sop.store.CaseStore;
import id.sop.store.ForwardingStore;
import id.sop.store.MemoryStore;
import id.sop.store.Tombstone;
import id.sop.testing.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old cases leave their store for a record: all that may, nothing that may not, and none twice. */
class RecordArchiveTest {
  /** After all that the scripts record. */
  private static final Instant LATER = CaseScript.BEGIN.plusSeconds(86_400);

  @TempDir Path folder;

  private final MemoryStore store = MemoryStore.create();
  private Path file = Path.of("");

  @BeforeEach
  void nothing_is_archived_yet() {
    file = folder.resolve("arsip.jsonl");
  }

  private static Hold hold(CaseId berkas) {
    return new Hold(berkas, "R-12/INSP/2025", "INSPEKTORAT", LocalDate.parse("2025-03-10"));
  }

  private CaseId running(String id) {
    CaseScript script = CaseScript.of(id);
    store.append(script.start());
    return script.caseId();
  }

  private CaseId ended(String id, int steps) {
    CaseScript script = CaseScript.of(id);
    store.append(script.start());
    for (int i = 0; i < steps; i++) {
      store.append(script.step());
    }
    store.append(script.end());
    return script.caseId();
  }

  private static List<String> reasons(List<Stays> stays) {
    return stays.stream().map(s -> s.caseId() + " " + s.why().id()).toList();
  }

  private Map<CaseId, StoredCase> journals(Path record) {
    Map<CaseId, StoredCase> journals = new TreeMap<>();
    RecordReader.read(record, raw -> journals.put(raw.caseId(), raw.read()));
    return journals;
  }

  @Test
  void cases_that_ended_in_time_leave_and_their_record_is_proven_by_an_earlier_anchor() {
    CaseId one = ended("B-1", 2);
    CaseId two = ended("B-2", 0);
    CaseId still = running("B-3");
    Map<CaseId, StoredCase> before = new TreeMap<>();
    Stream.of(one, two).forEach(id -> before.put(id, store.stored(id)));
    Anchor anchor = Anchor.of(store, LATER);

    ArchivePlan plan = RecordArchive.plan(store, LATER, List.of());
    assertThat(store.cases()).hasSize(3);
    Archived archived = RecordArchive.carryOut(store, plan, file);

    assertThat(plan.goes().keySet()).containsExactly(one, two);
    assertThat(plan.running()).isEqualTo(1);
    assertThat(archived.gone().keySet()).containsExactly(one, two);
    assertThat(archived.entries()).isEqualTo(plan.entries()).isEqualTo(12);
    assertThat(archived.stays()).isEmpty();
    assertThat(store.cases()).containsExactly(still);
    assertThat(journals(file)).isEqualTo(before);
    RecordProof proof = RecordProof.of(file, List.of(anchor), Extent.PARTIAL);
    assertThat(proof.isSound()).isTrue();
    assertThat(store.archived())
        .extracting(Tombstone::record)
        .containsExactly(proof.digests().get(0), proof.digests().get(0));
    assertThat(Anchor.of(store, LATER)).isEqualTo(anchor);
  }

  @Test
  void a_case_with_an_entry_of_that_moment_or_later_stays() {
    CaseId early = ended("B-1", 0);
    CaseId late = ended("B-2", 3);
    List<id.sop.journal.StoredEntry> entries = store.stored(late).entries();
    Instant last = id.sop.internal.Micros.toInstant(entries.get(entries.size() - 1).recordedAt());

    ArchivePlan plan = RecordArchive.plan(store, last, List.of());
    ArchivePlan after = RecordArchive.plan(store, last.plusNanos(1_000), List.of());

    assertThat(plan.goes().keySet()).containsExactly(early);
    assertThat(plan.later()).isEqualTo(1);
    assertThat(plan.stays()).isEmpty();
    assertThat(after.goes().keySet()).containsExactly(early, late);
    assertThat(after.later()).isZero();
  }

  @Test
  void a_held_case_stays_with_the_letter_that_orders_it() {
    CaseId held = ended("B-1", 1);
    CaseId free = ended("B-2", 1);

    ArchivePlan plan = RecordArchive.plan(store, LATER, List.of(hold(held)));
    Archived archived = RecordArchive.carryOut(store, plan, file);

    assertThat(archived.gone().keySet()).containsExactly(free);
    assertThat(reasons(archived.stays())).containsExactly("B-1 SOP-5313");
    assertThat(archived.stays().get(0).text(Language.ID))
        .isEqualTo("Berkas B-1 ditahan: R-12/INSP/2025, INSPEKTORAT, sejak 2025-03-10.");
    assertThat(store.read(held)).hasSize(6);
  }

  @Test
  void a_hold_on_a_case_that_nobody_knows_keeps_everything_here() {
    ended("B-1", 1);

    assertThatThrownBy(() -> RecordArchive.plan(store, LATER, List.of(hold(CaseId.of("B-l")))))
        .isInstanceOf(RecordException.class)
        .hasMessageStartingWith("SOP-5319")
        .hasMessageContaining("B-l");
  }

  @Test
  void a_hold_that_comes_too_late_is_told() {
    CaseId gone = ended("B-1", 1);
    RecordArchive.carryOut(store, RecordArchive.plan(store, LATER, List.of()), file);

    ArchivePlan plan = RecordArchive.plan(store, LATER, List.of(hold(gone)));

    assertThat(reasons(plan.stays())).containsExactly("B-1 SOP-5318");
    assertThat(plan.stays().get(0).facts()).contains(store.archived().get(0).record());
  }

  /** A row that is another SOP, up to where its own case stands. */
  private SopEngine family(int acts) {
    SettableClock clock = SettableClock.at(CaseScript.BEGIN, ZoneOffset.UTC);
    SopEngine engine =
        SopEngine.builder()
            .procedure(makro())
            .procedure(mikro())
            .store(store)
            .calendar(Desk.PLAIN)
            .clock(clock)
            .build();
    List<CommandBuilder<?>> commands =
        List.of(
            Command.start(INDUK, MAKRO, PPK),
            Command.complete(INDUK, "1", PPK).data("anggaran", 500),
            call(ANAK),
            decide("LANJUT"),
            Command.complete(INDUK, "3", PPK));
    for (CommandBuilder<?> command : commands.subList(0, acts)) {
      assertThat(engine.submit(command.build())).isInstanceOf(Outcome.Recorded.class);
    }
    return engine;
  }

  @Test
  void a_case_and_the_one_that_was_begun_for_its_row_go_together() {
    family(5);

    ArchivePlan plan = RecordArchive.plan(store, LATER, List.of());

    assertThat(plan.families()).hasSize(1);
    assertThat(RecordArchive.carryOut(store, plan, file).gone().keySet())
        .containsExactly(ANAK, INDUK);
  }

  @Test
  void one_that_has_ended_stays_while_the_one_that_it_was_begun_for_runs() {
    family(4);
    CaseId other = ended("B-1", 0);

    ArchivePlan plan = RecordArchive.plan(store, LATER, List.of());

    assertThat(store.stored(ANAK).entries()).isNotEmpty();
    assertThat(plan.goes().keySet()).containsExactly(other);
    assertThat(reasons(plan.stays())).containsExactly("ANAK-1 SOP-5314");
    assertThat(plan.running()).isEqualTo(1);
  }

  @Test
  void what_holds_one_of_a_family_holds_all_of_it() {
    family(5);

    ArchivePlan child = RecordArchive.plan(store, LATER, List.of(hold(ANAK)));
    ArchivePlan parent = RecordArchive.plan(store, LATER, List.of(hold(INDUK)));

    assertThat(reasons(child.stays())).containsExactly("ANAK-1 SOP-5313", "INDUK-1 SOP-5314");
    assertThat(reasons(parent.stays())).containsExactly("ANAK-1 SOP-5314", "INDUK-1 SOP-5313");
    assertThat(child.families()).isEmpty();
    assertThat(parent.families()).isEmpty();
  }

  @Test
  void one_whose_other_is_in_another_store_stays() throws IOException {
    family(5);
    Path alone = folder.resolve("sendiri.jsonl");
    try (RecordWriter writer = new RecordWriter(Files.newOutputStream(alone))) {
      writer.write(store.stored(INDUK));
      writer.finish();
    }
    MemoryStore other = MemoryStore.create();
    RecordImport.into(other, alone);

    ArchivePlan plan = RecordArchive.plan(other, LATER, List.of());

    assertThat(reasons(plan.stays())).containsExactly("INDUK-1 SOP-5315");
    assertThat(plan.families()).isEmpty();
  }

  @Test
  void what_is_damaged_stays_as_evidence_and_the_rest_goes() {
    CaseId damaged = ended("B-1", 2);
    CaseId emptied = ended("B-2", 2);
    CaseId sound = ended("B-3", 2);
    CaseStore tampered =
        new ForwardingStore(store) {
          @Override
          public StoredCase stored(CaseId caseId) {
            StoredCase stored = super.stored(caseId);
            int left = caseId.equals(damaged) ? 3 : caseId.equals(emptied) ? 0 : 8;
            return new StoredCase(caseId, stored.head(), stored.entries().subList(0, left));
          }
        };

    ArchivePlan plan = RecordArchive.plan(tampered, LATER, List.of());
    Archived archived = RecordArchive.carryOut(tampered, plan, file);

    assertThat(reasons(archived.stays())).containsExactly("B-1 SOP-5316", "B-2 SOP-5316");
    assertThat(archived.gone().keySet()).containsExactly(sound);
    assertThat(store.cases()).containsExactly(damaged, emptied);
  }

  @Test
  void what_is_damaged_keeps_those_that_belong_to_it() {
    family(5);
    for (CaseId damaged : List.of(ANAK, INDUK)) {
      CaseStore tampered =
          new ForwardingStore(store) {
            @Override
            public StoredCase stored(CaseId caseId) {
              StoredCase stored = super.stored(caseId);
              return caseId.equals(damaged)
                  ? new StoredCase(caseId, stored.head(), stored.entries().subList(0, 1))
                  : stored;
            }
          };

      ArchivePlan plan = RecordArchive.plan(tampered, LATER, List.of());

      CaseId other = damaged.equals(ANAK) ? INDUK : ANAK;
      assertThat(plan.families()).isEmpty();
      assertThat(reasons(plan.stays()))
          .containsExactlyInAnyOrder(damaged + " SOP-5316", other + " SOP-5314");
    }
  }

  @Test
  void what_goes_on_in_between_stays_whole_and_its_family_with_it() {
    CaseScript script = CaseScript.of("B-1");
    store.append(script.start());
    store.append(script.end());
    CaseId other = ended("B-2", 0);
    ArchivePlan plan = RecordArchive.plan(store, LATER, List.of());

    store.append(script.change(CaseStatus.SELESAI, script.completed(1)));
    Archived archived = RecordArchive.carryOut(store, plan, file);

    assertThat(archived.gone().keySet()).containsExactly(other);
    assertThat(reasons(archived.stays())).containsExactly("B-1 SOP-5317");
    assertThat(store.read(script.caseId())).hasSize(5);
  }

  @Test
  void what_goes_on_after_it_was_written_is_not_removed() {
    CaseScript script = CaseScript.of("B-1");
    store.append(script.start());
    store.append(script.end());
    CaseId other = ended("B-2", 0);
    CaseStore late =
        new ForwardingStore(store) {
          @Override
          public void remove(List<Tombstone> cases) {
            if (cases.get(0).caseId().equals(script.caseId())) {
              super.append(script.change(CaseStatus.BERJALAN, script.opened(1)));
            }
            super.remove(cases);
          }
        };

    Archived archived =
        RecordArchive.carryOut(late, RecordArchive.plan(late, LATER, List.of()), file);

    assertThat(archived.gone().keySet()).containsExactly(other);
    assertThat(reasons(archived.stays())).containsExactly("B-1 SOP-6031");
    assertThat(store.read(script.caseId())).hasSize(5);
  }

  @Test
  void nothing_is_removed_for_a_file_that_is_no_sound_record() throws IOException {
    ended("B-1", 1);
    ended("B-2", 1);
    ArchivePlan plan = RecordArchive.plan(store, LATER, List.of());
    Path good = folder.resolve("baik.jsonl");
    MemoryStore copy = MemoryStore.create();
    try (RecordWriter writer = new RecordWriter(Files.newOutputStream(good))) {
      store.cases().forEach(id -> writer.write(store.stored(id)));
      writer.finish();
    }
    RecordImport.into(copy, good);
    List<String> lines = Files.readAllLines(good);
    List<List<String>> bad = new ArrayList<>();
    bad.add(List.of("catatan lain"));
    bad.add(lines.subList(0, lines.size() - 1));
    List<String> edited = new ArrayList<>(lines);
    edited.set(4, lines.get(4).replace("alasan", "alas4n"));
    assertThat(edited).isNotEqualTo(lines);
    bad.add(edited);

    for (List<String> each : bad) {
      Files.write(file, each);
      assertThatThrownBy(() -> RecordArchive.carryOut(store, plan, file))
          .isInstanceOf(RecordException.class);
      assertThat(Files.readAllLines(file)).isEqualTo(each);
      assertThat(store.cases()).isEqualTo(copy.cases());
    }
    assertThat(store.archived()).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_written_removes_nothing() {
    ended("B-1", 1);
    ArchivePlan plan = RecordArchive.plan(store, LATER, List.of());

    assertThatThrownBy(
            () -> RecordArchive.carryOut(store, plan, folder.resolve("tiada/arsip.jsonl")))
        .hasMessageStartingWith("SOP-5301");
    assertThat(store.archived()).isEmpty();
  }

  @Test
  void where_nothing_is_to_go_no_file_is_written() {
    running("B-1");

    Archived archived =
        RecordArchive.carryOut(store, RecordArchive.plan(store, LATER, List.of()), file);

    assertThat(archived.gone()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void a_later_archive_goes_into_a_file_of_its_own() {
    CaseId first = ended("B-1", 1);
    RecordArchive.carryOut(store, RecordArchive.plan(store, LATER, List.of()), file);
    CaseId second = ended("B-2", 1);
    ArchivePlan plan = RecordArchive.plan(store, LATER, List.of());

    Archived same = RecordArchive.carryOut(store, plan, file);
    Archived other = RecordArchive.carryOut(store, plan, folder.resolve("lain.jsonl"));

    assertThat(same.gone()).isEmpty();
    assertThat(reasons(same.stays())).containsExactly("B-2 SOP-5317");
    assertThat(journals(file).keySet()).containsExactly(first);
    assertThat(other.gone().keySet()).containsExactly(second);
  }

  /** The process dies at a call of the store: before it is carried out, or after. */
  private static final class Dying extends ForwardingStore {
    private final int at;
    private int calls;

    Dying(CaseStore store, int at) {
      super(store);
      this.at = at;
    }

    private void dieAt(int moment) {
      if (moment == at) {
        throw new Death();
      }
    }

    @Override
    public StoredCase stored(CaseId caseId) {
      dieAt(++calls);
      StoredCase stored = super.stored(caseId);
      dieAt(++calls);
      return stored;
    }

    @Override
    public void remove(List<Tombstone> cases) {
      dieAt(++calls);
      super.remove(cases);
      dieAt(++calls);
    }
  }

  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void whenever_it_dies_each_case_is_in_the_store_or_proven_and_a_repeat_completes_it() {
    int moments = 0;
    for (int at = 1; ; at++) {
      MemoryStore here = MemoryStore.create();
      Path record = folder.resolve("arsip-" + at + ".jsonl");
      Map<CaseId, StoredCase> all = new TreeMap<>();
      for (int i = 0; i < 4; i++) {
        CaseScript script = CaseScript.of("B-" + i);
        here.append(script.start());
        here.append(script.end());
        all.put(script.caseId(), here.stored(script.caseId()));
      }
      boolean died = false;
      try {
        CaseStore dying = new Dying(here, at);
        RecordArchive.carryOut(dying, RecordArchive.plan(dying, LATER, List.of()), record);
      } catch (Death death) {
        died = true;
      }

      assertEachOnce(all, here, record, "died at call " + at);
      RecordArchive.carryOut(here, RecordArchive.plan(here, LATER, List.of()), record);
      assertEachOnce(all, here, record, "completed after call " + at);
      assertThat(here.cases()).as("after call %s", at).isEmpty();
      assertThat(journals(record)).isEqualTo(all);
      if (!died) {
        break;
      }
      moments++;
    }
    // Four cases, each looked at, written and removed; before and after.
    assertThat(moments).isEqualTo(24);
  }

  private void assertEachOnce(
      Map<CaseId, StoredCase> all, CaseStore store, Path record, String when) {
    Map<CaseId, StoredCase> proven = Files.exists(record) ? journals(record) : Map.of();
    if (Files.exists(record)) {
      RecordProof proof = RecordProof.of(record, List.of(), Extent.PARTIAL);
      assertThat(proof.isSound()).as(when).isTrue();
      store.archived().forEach(t -> assertThat(t.record()).isEqualTo(proof.digests().get(0)));
    }
    Set<CaseId> gone = new HashSet<>();
    store.archived().forEach(t -> gone.add(t.caseId()));
    all.forEach(
        (caseId, journal) -> {
          if (gone.contains(caseId)) {
            assertThat(proven.get(caseId)).as(when).isEqualTo(journal);
          } else {
            assertThat(store.stored(caseId)).as(when).isEqualTo(journal);
          }
        });
  }

  @Test
  void an_archived_record_comes_back_into_an_empty_store_but_not_into_its_own() {
    CaseId gone = ended("B-1", 2);
    Optional<Head> head = store.stored(gone).head();
    RecordArchive.carryOut(store, RecordArchive.plan(store, LATER, List.of()), file);
    MemoryStore audit = MemoryStore.create();

    RecordImport.into(audit, file);

    assertThat(audit.stored(gone).head()).isEqualTo(head);
    assertThatThrownBy(() -> RecordImport.into(store, file))
        .isInstanceOf(RecordException.class)
        .hasMessageStartingWith("SOP-5312")
        .hasMessageContaining(store.archived().get(0).record());
    assertThatThrownBy(() -> store.read(gone)).isInstanceOf(CaseArchivedException.class);
  }
}
