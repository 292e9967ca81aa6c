package id.sop.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.journal.CaseId;
import id.sop.journal.ChainFault;
import id.sop.journal.Head;
import id.sop.record.RecordProof.Extent;
import id.sop.store.CaseScript;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.store.Tombstone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of a store from which cases were archived, with the archive and without it. */
class TombstoneRecordTest {
  private static final Instant LATER = CaseScript.BEGIN.plusSeconds(86_400);
  private static final CaseId GONE = CaseId.of("B-1");

  @TempDir Path folder;

  private final MemoryStore store = MemoryStore.create();
  private Path archive = Path.of("");
  private Anchor early = new Anchor(LATER, new TreeMap<>());
  private Anchor late = early;

  @BeforeEach
  void one_of_three_cases_was_archived() throws IOException {
    archive = folder.resolve("arsip.jsonl");
    store.append(CaseScript.of("B-0").start());
    store.append(CaseScript.of("B-2").start());
    CaseScript script = CaseScript.of(GONE.value());
    store.append(script.start());
    early = Anchor.of(store, CaseScript.BEGIN);
    store.append(script.step());
    store.append(script.end());
    late = Anchor.of(store, LATER);
    RecordArchive.carryOut(store, RecordArchive.plan(store, LATER, List.of()), archive);
  }

  private Tombstone tombstone() {
    return store.archived().get(0);
  }

  /** The record of the store, saying {@code gone} of the case that was archived. */
  private Path record(Tombstone gone) throws IOException {
    Path file = Files.createTempFile(folder, "rekaman", ".jsonl");
    try (RecordWriter writer = new RecordWriter(Files.newOutputStream(file))) {
      writer.write(store.stored(CaseId.of("B-0")));
      writer.write(gone);
      writer.write(store.stored(CaseId.of("B-2")));
      writer.finish();
    }
    return file;
  }

  private static RecordProof proof(List<Path> records, Anchor... anchors) {
    return RecordProof.of(records, List.of(anchors), Extent.COMPLETE);
  }

  @Test
  void alone_it_names_the_record_that_was_not_looked_at() throws IOException {
    RecordProof proof = proof(List.of(record(tombstone())), early, late);

    assertThat(proof.faults()).isEmpty();
    assertThat(proof.isSound()).isTrue();
    assertThat(proof.cases()).isEqualTo(2);
    assertThat(proof.archived()).containsExactly(tombstone());
  }

  @Test
  void with_the_archive_everything_was_looked_at_in_whatever_order_they_come() throws IOException {
    Path rest = record(tombstone());

    for (List<Path> order : List.of(List.of(rest, archive), List.of(archive, rest))) {
      RecordProof proof = proof(order, early, late);

      assertThat(proof.isSound()).isTrue();
      assertThat(proof.cases()).isEqualTo(3);
      assertThat(proof.archived()).isEmpty();
      assertThat(proof.digests()).hasSize(2).contains(tombstone().record());
    }
    assertThat(proof(List.of(archive)).archived()).isEmpty();
  }

  @Test
  void a_tombstone_that_an_anchor_contradicts_is_a_fault_without_the_archive() throws IOException {
    Head end = tombstone().head();
    Tombstone shorter =
        new Tombstone(GONE, new Head(end.seq() - 2, end.digest()), tombstone().record());
    Tombstone other = new Tombstone(GONE, new Head(end.seq(), "0".repeat(64)), "1".repeat(64));

    assertThat(proof(List.of(record(shorter)), late).faults())
        .containsExactly(new ChainFault(GONE, end.seq() - 1, ChainFault.Kind.CUT, "5..6", "4"));
    assertThat(proof(List.of(record(other)), late).faults())
        .containsExactly(
            new ChainFault(
                GONE, end.seq(), ChainFault.Kind.REPLACED, end.digest(), "0".repeat(64)));
    assertThat(proof(List.of(record(shorter)), early).isSound()).isTrue();
  }

  @Test
  void a_tombstone_that_the_archive_contradicts_is_a_fault() throws IOException {
    Head end = tombstone().head();
    Tombstone longer =
        new Tombstone(GONE, new Head(end.seq() + 1, "0".repeat(64)), tombstone().record());
    Path forged = record(longer);

    for (List<Path> order : List.of(List.of(forged, archive), List.of(archive, forged))) {
      assertThat(proof(order).isSound()).isFalse();
      assertThat(proof(order).faults()).extracting(ChainFault::caseId).containsOnly(GONE);
    }
    assertThat(proof(List.of(forged)).isSound()).isTrue();
  }

  @Test
  void a_tombstone_whose_record_does_not_hold_the_case_is_a_forgery() throws IOException {
    Tombstone forged = new Tombstone(CaseId.of("B-15"), tombstone().head(), tombstone().record());

    RecordProof proof = proof(List.of(record(forged), archive));

    assertThat(proof.faults())
        .containsExactly(new ChainFault(forged.caseId(), 1, ChainFault.Kind.CUT, "1..6", "0"));
    assertThat(proof.archived()).isEmpty();
  }

  @Test
  void a_tombstone_is_taken_into_another_store_where_the_case_is_not_begun_either()
      throws IOException {
    Path rest = record(tombstone());
    CaseStore other = MemoryStore.create();

    assertThat(RecordImport.into(other, rest)).isEqualTo(2);

    assertThat(other.archived()).containsExactly(tombstone());
    assertThatThrownBy(() -> other.append(CaseScript.of(GONE.value()).start()))
        .hasMessageStartingWith("SOP-6030");
    CaseStore taken = MemoryStore.create();
    taken.append(CaseScript.of(GONE.value()).start());
    assertThatThrownBy(() -> RecordImport.into(taken, rest)).hasMessageStartingWith("SOP-5310");
    assertThat(taken.cases()).containsExactly(GONE);
    CaseStore archivedOtherwise = MemoryStore.create();
    archivedOtherwise.bury(List.of(new Tombstone(GONE, tombstone().head(), "0".repeat(64))));
    assertThatThrownBy(() -> RecordImport.into(archivedOtherwise, rest))
        .hasMessageStartingWith("SOP-5312");
    assertThat(archivedOtherwise.cases()).isEmpty();
  }

  @Test
  void a_tombstone_has_its_place_and_its_one_form() throws IOException {
    Path rest = record(tombstone());
    List<String> lines = Files.readAllLines(rest);
    String line =
        "{\"archived\":\"B-1\",\"seq\":6,\"head\":\"%s\",\"record\":\"%s\"}"
            .formatted(tombstone().head().digest(), tombstone().record());
    int at = lines.indexOf(line);
    assertThat(at).isPositive();

    for (String damaged :
        List.of(
            line.replace("\"B-1\"", "\"B 1\""),
            line.replace("6,", "6, "),
            line.replace(",\"record\"", ",\"rekaman\""),
            line.substring(0, line.length() - 1))) {
      assertThatThrownBy(() -> proof(List.of(with(lines, at, damaged))))
          .hasMessageStartingWith("SOP-5303");
    }
    assertThatThrownBy(() -> proof(List.of(with(lines, at, line.replace("B-1", "B-0")))))
        .hasMessageStartingWith("SOP-5308");
    assertThat(proof(List.of(with(lines, at, line.replace("B-1", "B-11")))).changed()).isPresent();
    RecordWriter writer = new RecordWriter(new ByteArrayOutputStream());
    writer.write(tombstone());
    assertThatIllegalArgumentException().isThrownBy(() -> writer.write(tombstone()));
  }

  private Path with(List<String> lines, int at, String line) throws IOException {
    List<String> changed = new ArrayList<>(lines);
    changed.set(at, line);
    return Files.write(Files.createTempFile(folder, "rusak", ".jsonl"), changed);
  }

  @Test
  void heads_of_an_anchor_keep_the_archived_case() {
    SortedMap<CaseId, Head> before = late.heads();

    assertThat(Anchor.of(store, LATER).heads()).isEqualTo(before);
    assertThat(store.cases()).doesNotContain(GONE);
  }
}
