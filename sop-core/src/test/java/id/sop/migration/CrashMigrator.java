package id.sop.migration;

import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.store.jdbc.CrashPlace;
import java.io.IOException;

/**
 * A process that carries out a migration until it is killed, and says so after each case. It waits
 * for a sign before it touches the store. Argument: the place of the cases.
 */
final class CrashMigrator {
  private static final int REHEARSED = 20;

  private CrashMigrator() {}

  public static void main(String[] args) throws IOException {
    rehearse();
    if (System.in.read() < 0) {
      return;
    }
    try (CaseStore store = CrashPlace.open(args[0])) {
      CrashOffice.migration(store)
          .apply(
              verdict -> {
                if (verdict instanceof CaseVerdict.Moves) {
                  System.out.println("ack " + verdict.caseId() + " .");
                  System.out.flush();
                }
              });
      System.out.println("done");
      System.out.flush();
      System.in.read();
    }
  }

  /** What every case needs is loaded before the sign is given. */
  private static void rehearse() {
    CaseStore store = MemoryStore.create();
    CrashOffice.open(store, 0, REHEARSED);
    CrashOffice.migration(store).apply(verdict -> {});
  }
}
