package id.sop.migration;

import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.journal.CaseId;
import id.sop.store.CaseStore;
import id.sop.testing.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cases that a migration is killed over. The clock stands: the same is done by the same bytes. */
final class CrashOffice {
  private CrashOffice() {}

  /** Begins cases {@code from} (inclusive) to {@code to} on the old version, of five kinds. */
  static List<CaseId> open(CaseStore store, int from, int to) {
    TwoVersions office = office(store);
    List<CaseId> cases = new ArrayList<>();
    for (int number = from; number < to; number++) {
      CaseId id =
          switch (number % 5) {
            case 0, 1 -> office.at(number);
            case 2, 3 -> office.at(number, "1");
            default -> office.at(number, "1", "2");
          };
      more(number, id).ifPresent(office::did);
      cases.add(id);
    }
    return cases;
  }

  /** What hangs on an open row beside its place. */
  private static Optional<CommandBuilder<?>> more(int number, CaseId id) {
    return switch (number % 5) {
      case 1 -> Optional.of(Command.claim(id, "1", Desk.as("STAF")));
      case 3 -> Optional.of(Command.suspend(id, Desk.as("STAF"), "menunggu"));
      default -> Optional.empty();
    };
  }

  /** Whether the plan leaves it on the old version: it stands at row 1. */
  static boolean stays(CaseId id) {
    return Integer.parseInt(id.value().substring(2)) % 5 < 2;
  }

  static Migration migration(CaseStore store) {
    TwoVersions office = office(store);
    return office.engine.migration(office.plan().rename("3", "4").stays("1").build());
  }

  private static TwoVersions office(CaseStore store) {
    TwoVersions model = TwoVersions.inserted();
    return new TwoVersions(model.before, model.after, store, Desk.PLAIN);
  }
}
