package id.sop.store.jdbc;

import id.sop.journal.Entry;
import id.sop.store.CaseScript;
import id.sop.store.CaseStore;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Appends changes to a file until it is killed, and says so after each. Arguments: the file, and
 * the number of the first case.
 */
final class CrashWriter {
  /** The changes of a case, from its start to its end. */
  static final int CHANGES = 6;

  private CrashWriter() {}

  public static void main(String[] args) throws IOException {
    int number = Integer.parseInt(args[1]);
    try (CaseStore store = JdbcStore.h2File(Path.of(args[0]))) {
      while (System.in.available() == 0) {
        CaseScript script = CaseScript.of("B-" + number++);
        for (int i = 0; i < CHANGES; i++) {
          CaseStore.Change change = change(script, i);
          if (number % 2 == 0) {
            // As a host does whose user went away; H2 by itself then does not wait for the disk.
            Thread.currentThread().interrupt();
          }
          store.append(change);
          acknowledge(change);
        }
      }
    }
  }

  static CaseStore.Change change(CaseScript script, int index) {
    if (index == 0) {
      return script.start();
    }
    return index == CHANGES - 1 ? script.end() : script.step();
  }

  private static void acknowledge(CaseStore.Change change) {
    Entry last = change.entries().get(change.entries().size() - 1);
    System.out.println("ack " + change.caseId() + " " + last.seq() + " " + last.digest());
    System.out.flush();
  }
}
