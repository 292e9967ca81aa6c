package id.sop.benchmarks.cost;

/**
 * This library where every command finds its case as others left it: the engine remembers none and
 * reads the journal each time.
 */
public final class ReadingSopPeer {
  private ReadingSopPeer() {}

  public static void main(String[] args) throws Exception {
    CostWorker.serve(args, database -> new SopPeer(database, 0));
  }
}
