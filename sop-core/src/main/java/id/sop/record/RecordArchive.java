package id.sop.record;

import com.google.common.collect.ImmutableSortedMap;
import id.sop.journal.CaseId;
import id.sop.journal.Head;
import id.sop.problem.SopException;
import id.sop.record.ArchivePlan.Stays;
import id.sop.record.RecordProof.Extent;
import id.sop.store.CaseArchivedException;
import id.sop.store.CaseStore;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import id.sop.store.Tombstone;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes the records of old cases out of a store into a file, at the end of their years in the
 * schedule of retention (jadwal retensi arsip). What becomes of the file then, the office decides.
 *
 * <p>At every moment each case is in the store or in a record that was proven, and in neither
 * never: only what was written, kept by the disk, read back and found to be what the store has is
 * removed, case by case, with those that belong together in one go. Whoever was interrupted does
 * the same again with the same file.
 */
public final class RecordArchive {
  /** For these reasons one case stays, and the next can be looked at. */
  private static final Set<StoreCode> OF_ONE_CASE =
      EnumSet.of(
          StoreCode.CASE_RUNNING,
          StoreCode.HEAD_OTHER,
          StoreCode.CASE_UNKNOWN,
          StoreCode.CASE_UNSENT);

  private final CaseStore store;
  private final Path file;
  private final List<Stays> stays;
  private final SortedMap<CaseId, Head> gone = new TreeMap<>();

  private RecordArchive(CaseStore store, ArchivePlan plan, Path file) {
    this.store = store;
    this.file = file;
    this.stays = new ArrayList<>(plan.stays());
  }

  /**
   * What became of a plan.
   *
   * @param digest the digest of the record, which the tombstones carry; empty when nothing was to
   *     be archived, so that no record was written
   * @param gone the cases that are now in the record only, with where their journals end
   * @param stays the cases that stay although they have ended in time, each with its reason, by id
   */
  public record Archived(Optional<String> digest, SortedMap<CaseId, Head> gone, List<Stays> stays) {
    public Archived {
      gone = ImmutableSortedMap.copyOf(gone);
      stays = List.copyOf(stays);
    }

    /** How many entries the cases have that are gone. */
    public long entries() {
      return gone.values().stream().mapToLong(Head::seq).sum();
    }
  }

  /**
   * Looks for the cases that may be archived: they have ended, with every entry recorded before
   * {@code before}, are sound, are not held, and so are all that belong to them. Changes nothing.
   *
   * @param holds the legal holds in force
   * @throws RecordException when a hold names a case that the store neither has nor had
   */
  public static ArchivePlan plan(CaseStore store, Instant before, Collection<Hold> holds) {
    return ArchivePlanning.of(store, before, holds);
  }

  /**
   * Carries {@code plan} out: writes the record, proves it, and removes the cases that are in it
   * from the store. Where {@code file} is a record already, none is written, and those cases of the
   * plan are removed that it holds as they are in the store: so an interrupted archiving is
   * completed.
   *
   * @throws RecordException when the file cannot be written, or is not a sound record; then nothing
   *     was removed
   * @throws StoreException when the store fails; what was removed is in the record
   */
  public static Archived carryOut(CaseStore store, ArchivePlan plan, Path file) {
    if (plan.families().isEmpty()) {
      return new Archived(Optional.empty(), ImmutableSortedMap.of(), plan.stays());
    }
    RecordArchive archive = new RecordArchive(store, plan, file);
    if (!Files.exists(file)) {
      archive.write(plan.goes());
    }
    archive.keep();
    return archive.remove(plan);
  }

  private void write(SortedMap<CaseId, Head> goes) {
    try {
      Path workplace = Files.createTempDirectory(folder(), ".sop-");
      // The workplace is for its maker alone; the file inside has the rights of any other.
      Path draft = workplace.resolve("rekaman");
      try {
        draw(draft, goes);
        // In place of nothing: a file that came meanwhile is somebody's record.
        Files.move(draft, file);
      } finally {
        Files.deleteIfExists(draft);
        Files.deleteIfExists(workplace);
      }
    } catch (IOException e) {
      throw new RecordException(RecordCode.FILE_UNREADABLE, e, file.toString());
    }
  }

  private void draw(Path draft, SortedMap<CaseId, Head> goes) throws IOException {
    try (FileChannel channel =
            FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        RecordWriter writer = new RecordWriter(Channels.newOutputStream(channel))) {
      for (CaseId caseId : goes.keySet()) {
        try {
          writer.write(store.stored(caseId));
        } catch (CaseArchivedException e) {
          stays.add(new Stays(caseId, e.code(), e.facts()));
        }
      }
      writer.finish();
      channel.force(true);
    }
  }

  private Path folder() {
    @Nullable Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new RecordException(RecordCode.FILE_UNREADABLE, file.toString());
    }
    return folder;
  }

  /** Waits until the file and its name are on the disk, whoever wrote it, and when. */
  private void keep() {
    try {
      force(file);
      if (folder().getFileSystem().supportedFileAttributeViews().contains("posix")) {
        // Elsewhere a folder cannot be opened, nor need it be.
        force(folder());
      }
    } catch (IOException e) {
      throw new RecordException(RecordCode.FILE_UNREADABLE, e, file.toString());
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Archived remove(ArchivePlan plan) {
    SortedMap<CaseId, Head> written = new TreeMap<>();
    RecordReader.read(
        file, raw -> raw.read().head().ifPresent(head -> written.put(raw.caseId(), head)));
    SortedMap<CaseId, Head> expected = new TreeMap<>(plan.goes());
    expected.entrySet().removeIf(each -> !each.getValue().equals(written.get(each.getKey())));
    // As of the beginning of time: what else the record holds is no business of this plan.
    Anchor anchor = new Anchor(Instant.EPOCH, expected);
    RecordProof proof = RecordProof.of(file, List.of(anchor), Extent.COMPLETE);
    proof.requireSound(file);
    String digest = proof.digests().get(0);
    for (SortedMap<CaseId, Head> family : plan.families()) {
      if (expected.keySet().containsAll(family.keySet())) {
        remove(family, digest);
      } else {
        family.keySet().forEach(this::outside);
      }
    }
    List<Stays> byId = stays.stream().sorted(Comparator.comparing(Stays::caseId)).toList();
    return new Archived(Optional.of(digest), gone, byId);
  }

  private void outside(CaseId caseId) {
    if (stays.stream().noneMatch(s -> s.caseId().equals(caseId))) {
      stays.add(Stays.of(caseId, RecordCode.STAYS_OUTSIDE, caseId.value(), file.toString()));
    }
  }

  private void remove(SortedMap<CaseId, Head> family, String digest) {
    List<Tombstone> tombstones = new ArrayList<>();
    family.forEach((caseId, head) -> tombstones.add(new Tombstone(caseId, head, digest)));
    try {
      store.remove(tombstones);
      gone.putAll(family);
    } catch (CaseArchivedException e) {
      // Somebody else archives at the same time.
      stay(family, e);
    } catch (StoreException e) {
      if (!(e.code() instanceof StoreCode code) || !OF_ONE_CASE.contains(code)) {
        throw e;
      }
      stay(family, e);
    }
  }

  /** All of a family stay for what {@code e} says of one of them, which it names first. */
  private void stay(SortedMap<CaseId, Head> family, SopException e) {
    String keeper = e.facts().get(0);
    for (CaseId caseId : family.keySet()) {
      stays.add(
          caseId.value().equals(keeper)
              ? new Stays(caseId, e.code(), e.facts())
              : Stays.of(caseId, RecordCode.STAYS_WITH_KIN, caseId.value(), keeper));
    }
  }
}
