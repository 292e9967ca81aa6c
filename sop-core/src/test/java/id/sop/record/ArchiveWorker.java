package id.sop.record;

import id.sop.journal.CaseId;
import id.sop.journal.StoredCase;
import id.sop.store.CaseStore;
import id.sop.store.ForwardingStore;
import id.sop.store.Tombstone;
import id.sop.store.jdbc.CrashPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Archives until it is killed, and says what it is at. Arguments: where the cases are kept, the
 * moment before which they must have ended, the file of the record.
 */
final class ArchiveWorker {
  private ArchiveWorker() {}

  public static void main(String[] args) throws IOException {
    if (System.in.read() < 0) {
      return;
    }
    CaseStore store = new Saying(CrashPlace.open(args[0]));
    ArchivePlan plan = RecordArchive.plan(store, Instant.parse(args[1]), List.of());
    say("planned");
    RecordArchive.carryOut(store, plan, Path.of(args[2]));
    say("done");
  }

  private static void say(String what) {
    System.out.println(what);
    System.out.flush();
  }

  private static final class Saying extends ForwardingStore {
    Saying(CaseStore store) {
      super(store);
    }

    @Override
    public StoredCase stored(CaseId caseId) {
      say("read");
      return super.stored(caseId);
    }

    @Override
    public void remove(List<Tombstone> cases) {
      super.remove(cases);
      for (Tombstone gone : cases) {
        say("gone " + gone.caseId() + " .");
      }
    }
  }
}
