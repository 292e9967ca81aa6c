package id.sop.benchmarks.cost;

import id.sop.benchmarks.cost.Work.Act;
import java.util.List;

/**
 * A program that carries out cases. Several threads work on it, each on cases of its own. What a
 * method has done survives a crash once it returns.
 */
public interface Peer extends AutoCloseable {
  /** Begins a case. */
  void start(Work work, String caseId);

  /** Does the next thing, which is {@code act}. */
  void act(Work work, String caseId, Act act);

  /** What the program's own history tells of a case: its acts in order, and its end. */
  List<String> history(Work work, String caseId);

  @Override
  void close();

  /** Opens a program on a database, and makes its tables where there are none. */
  interface Opening {
    Peer on(Database database);
  }
}
