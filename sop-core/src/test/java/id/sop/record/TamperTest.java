package id.sop.record;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.journal.Chain;
import id.sop.journal.ChainFault;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.record.RecordProof.Extent;
import id.sop.store.CaseScript;
import id.sop.store.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who can write to the database, and knows the library, changes what was recorded. */
class TamperTest {
  private static final long SEED = 5_029;
  private static final int ATTACKS = 1_000;
  private static final int CASES = 3;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final MemoryStore store = MemoryStore.create();

  /** Anchors as an office takes them: some while the cases run, one at the end. */
  private final List<Anchor> anchors = new ArrayList<>();

  private final List<StoredCase> genuine = new ArrayList<>();

  private enum Attack {
    EDIT(false),
    DELETE(false),
    INSERT(false),
    SWAP(false),
    CUT(true),
    RECHAIN(true);

    /** Whether it leaves a chain that is sound in itself, so that only an anchor shows it. */
    private final boolean needsAnchor;

    Attack(boolean needsAnchor) {
      this.needsAnchor = needsAnchor;
    }
  }

  private void record() {
    List<CaseScript> scripts = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      scripts.add(CaseScript.of("B-" + i));
      store.append(scripts.get(i).start());
    }
    for (int round = 0; round < 8; round++) {
      for (CaseScript script : scripts) {
        if (random.nextInt(4) > 0) {
          store.append(script.step());
        }
      }
      // In this script an entry is recorded as many minutes after the beginning as its number.
      long shortest = scripts.stream().mapToLong(CaseScript::seq).min().orElseThrow();
      anchors.add(Anchor.of(store, CaseScript.BEGIN.plusSeconds(60 * shortest)));
    }
    anchors.add(Anchor.of(store, CaseScript.BEGIN.plusSeconds(86_400)));
    store.cases().forEach(id -> genuine.add(store.stored(id)));
  }

  @ParameterizedTest
  @EnumSource(Attack.class)
  void every_attack_is_found_and_the_first_bad_entry_named(Attack attack) throws IOException {
    record();
    assertThat(proof(genuine, anchors).isSound()).isTrue();
    int found = 0;
    for (int i = 0; i < ATTACKS; i++) {
      int victim = random.nextInt(CASES);
      List<StoredCase> cases = new ArrayList<>(genuine);
      Attacked attacked = attacked(attack, genuine.get(victim));
      cases.set(victim, attacked.result());

      RecordProof proof = proof(cases, anchors);

      String what = attack + " " + i + " of seed " + SEED + ": " + attacked.first();
      assertThat(proof.changed()).as(what).isEmpty();
      assertThat(proof.first()).as(what).isPresent();
      ChainFault first = proof.first().orElseThrow();
      assertThat(first.caseId()).as(what).isEqualTo(genuine.get(victim).caseId());
      assertThat(first.seq()).as(what + ", " + proof.faults()).isEqualTo(attacked.first());
      if (!attack.needsAnchor) {
        assertThat(proof(cases, List.of()).first().map(ChainFault::seq))
            .as(what)
            .contains(attacked.first());
      }
      found++;
    }
    System.out.printf(
        "figure: tampering, %s: %d of %d attacks found, the first bad entry named (seed %d)%n",
        attack, found, ATTACKS, SEED);
  }

  /**
   * @param first the first entry that can be known to be bad
   */
  private record Attacked(StoredCase result, long first) {}

  private Attacked attacked(Attack attack, StoredCase victim) {
    List<StoredEntry> rows = new ArrayList<>(victim.entries());
    int at = random.nextInt(rows.size());
    return switch (attack) {
      case EDIT -> {
        rows.set(at, edited(rows.get(at)));
        yield new Attacked(with(victim, rows), at + 1);
      }
      case DELETE -> {
        // The last one is the matter of another attack.
        at = random.nextInt(rows.size() - 1);
        rows.remove(at);
        yield new Attacked(with(victim, rows), at + 1);
      }
      case INSERT -> {
        StoredEntry copy = rows.get((at + 1 + random.nextInt(rows.size() - 1)) % rows.size());
        Entry event = copy.toEntry();
        String previous = at == 0 ? Chain.GENESIS : rows.get(at - 1).digest();
        Entry forged =
            Chain.next(
                victim.caseId(),
                at + 1,
                event.recordedAt(),
                event.command(),
                event.event(),
                previous);
        // All after it make room; what they say of those before them stays.
        for (int i = at; i < rows.size(); i++) {
          rows.set(i, renumbered(rows.get(i), rows.get(i).seq() + 1));
        }
        rows.add(at, StoredEntry.of(forged));
        yield new Attacked(with(victim, rows), at + 1);
      }
      case SWAP -> {
        int other = (at + 1 + random.nextInt(rows.size() - 1)) % rows.size();
        Collections.swap(rows, at, other);
        rows.set(at, renumbered(rows.get(at), at + 1));
        rows.set(other, renumbered(rows.get(other), other + 1));
        yield new Attacked(with(victim, rows), Math.min(at, other) + 1);
      }
      case CUT -> {
        List<StoredEntry> kept = rows.subList(0, at);
        yield new Attacked(
            at == 0
                ? new StoredCase(victim.caseId(), Optional.of(new Head(0, Chain.GENESIS)), kept)
                : rehead(victim, kept),
            at + 1);
      }
      case RECHAIN -> {
        List<StoredEntry> forged = rechained(victim, rows, at);
        yield new Attacked(rehead(victim, forged), firstAnchored(victim, at + 1));
      }
    };
  }

  /** The first anchored entry that is not before {@code from}. */
  private long firstAnchored(StoredCase victim, long from) {
    return anchors.stream()
        .mapToLong(a -> a.heads().get(victim.caseId()).seq())
        .filter(seq -> seq >= from)
        .min()
        .orElseThrow();
  }

  private static List<StoredEntry> rechained(StoredCase victim, List<StoredEntry> rows, int at) {
    List<StoredEntry> forged = new ArrayList<>(rows.subList(0, at));
    String previous = at == 0 ? Chain.GENESIS : rows.get(at - 1).digest();
    for (int i = at; i < rows.size(); i++) {
      Entry entry = (i == at ? edited(rows.get(i)) : rows.get(i)).toEntry();
      Entry again =
          Chain.next(
              victim.caseId(), i + 1, entry.recordedAt(), entry.command(), entry.event(), previous);
      forged.add(StoredEntry.of(again));
      previous = again.digest();
    }
    return forged;
  }

  private static StoredEntry edited(StoredEntry row) {
    return new StoredEntry(
        row.caseId(),
        row.seq(),
        row.recordedAt() - 1,
        row.commandKey(),
        row.commandDigest(),
        row.event(),
        row.previous(),
        row.digest());
  }

  private static StoredEntry renumbered(StoredEntry row, long seq) {
    return new StoredEntry(
        row.caseId(),
        seq,
        row.recordedAt(),
        row.commandKey(),
        row.commandDigest(),
        row.event(),
        row.previous(),
        row.digest());
  }

  /** The head of the store stays as it was, but for the number of entries. */
  private static StoredCase with(StoredCase victim, List<StoredEntry> rows) {
    Head head = victim.head().orElseThrow();
    return new StoredCase(victim.caseId(), Optional.of(new Head(rows.size(), head.digest())), rows);
  }

  private static StoredCase rehead(StoredCase victim, List<StoredEntry> rows) {
    StoredEntry last = rows.get(rows.size() - 1);
    return new StoredCase(victim.caseId(), Optional.of(new Head(last.seq(), last.digest())), rows);
  }

  private RecordProof proof(List<StoredCase> cases, List<Anchor> known) throws IOException {
    Path file = folder.resolve("rekaman.jsonl");
    try (RecordWriter writer = new RecordWriter(Files.newOutputStream(file))) {
      cases.forEach(writer::write);
      writer.finish();
    }
    return RecordProof.of(file, known, Extent.COMPLETE);
  }

  @Test
  void a_case_taken_out_or_made_up_later_is_known_by_the_anchor() throws IOException {
    record();
    MemoryStore forger = MemoryStore.create();
    forger.append(CaseScript.of("B-99").start());
    List<StoredCase> more = new ArrayList<>(genuine);
    more.add(forger.stored(forger.cases().get(0)));

    assertThat(proof(genuine.subList(0, CASES - 1), anchors).faults())
        .extracting(ChainFault::kind)
        .containsExactly(ChainFault.Kind.CUT);
    assertThat(proof(more, anchors).faults())
        .extracting(ChainFault::kind)
        .contains(ChainFault.Kind.BACKDATED);
    assertThat(proof(genuine.subList(0, CASES - 1), List.of()).isSound()).isTrue();
  }

  @Test
  void no_damage_to_the_file_goes_unseen_or_throws_anything_else() throws IOException {
    record();
    proof(genuine, anchors);
    byte[] sound = Files.readAllBytes(folder.resolve("rekaman.jsonl"));
    int found = 0;
    for (int i = 0; i < ATTACKS; i++) {
      byte[] damaged = damaged(sound);
      Path file = Files.write(folder.resolve("rusak.jsonl"), damaged);
      try {
        assertThat(RecordProof.of(file, List.of(), Extent.PARTIAL).isSound())
            .as("damage %s of seed %s", i, SEED)
            .isFalse();
      } catch (RecordException e) {
        assertThat(e.code().id()).startsWith("SOP-52");
      }
      found++;
    }
    System.out.printf("figure: damage to the file of a record: %d of %d found%n", found, ATTACKS);
  }

  private byte[] damaged(byte[] sound) {
    byte[] bytes = sound.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(3)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes = java.util.Arrays.copyOf(bytes, at);
      default -> {
        byte[] fewer = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, fewer, 0, at);
        System.arraycopy(bytes, at + 1, fewer, at, bytes.length - at - 1);
        bytes = fewer;
      }
    }
    return bytes;
  }
}
