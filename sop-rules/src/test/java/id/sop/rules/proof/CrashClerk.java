package id.sop.rules.proof;

import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import id.sop.store.jdbc.CrashPlace;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A process of several clerks who work until it is killed, and say so after each command. It waits
 * for a sign before it touches what it works on. Arguments: the place of the cases, a seed, and the
 * ids of the SOPs, which it knows by their saved tables.
 */
final class CrashClerk {
  static final int CLERKS = 4;
  static final int CASES_AT_ONCE = 6;
  private static final int REHEARSED = 40;

  private CrashClerk() {}

  public static void main(String[] args) throws IOException {
    long seed = Long.parseLong(args[1]);
    List<Procedure> procedures =
        Stream.of(args)
            .skip(2)
            .map(id -> SavedTable.procedureOrThrow(SopBundle.onClassPath(SopId.of(id))))
            .toList();
    rehearse(procedures);
    if (System.in.read() < 0) {
      return;
    }
    try (CaseStore store = CrashPlace.open(args[0])) {
      Office office = new Office(procedures, store, CASES_AT_ONCE);
      for (int i = 1; i < CLERKS; i++) {
        Random random = new Random(seed + i);
        new Thread(() -> work(office, random)).start();
      }
      work(office, new Random(seed));
    }
  }

  /** What every case needs is loaded before the sign is given. */
  private static void rehearse(List<Procedure> procedures) {
    int[] left = {REHEARSED};
    new Office(procedures, MemoryStore.create(), CASES_AT_ONCE)
        .work(0, CASES_AT_ONCE, new Random(0), (command, recorded) -> --left[0] > 0);
  }

  private static void work(Office office, Random random) {
    try {
      office.work(
          0,
          CASES_AT_ONCE,
          random,
          (command, recorded) -> {
            System.out.println(Acknowledged.of(command, recorded).line());
            // Who listened may be gone without a word.
            return !System.out.checkError();
          });
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }
}
