package id.sop.cli;

import java.io.PrintWriter;

/** Tells at a terminal how far a long work is, once it has taken a second; nothing elsewhere. */
final class Progress implements AutoCloseable {
  private static final long PATIENCE = 1_000_000_000L;
  private static final long PERIOD = 200_000_000L;

  private final PrintWriter err;
  private final boolean on;
  private final String what;
  private long next = System.nanoTime() + PATIENCE;
  private boolean told;

  Progress(PrintWriter err, boolean on, String what) {
    this.err = err;
    this.on = on;
    this.what = what;
  }

  /** On {@code err}, if somebody sits at a terminal. */
  static Progress at(PrintWriter err, String what) {
    return new Progress(err, Style.automatic().on(), what);
  }

  /** So much is done. */
  void at(int done, int all) {
    if (on && System.nanoTime() - next >= 0) {
      next = System.nanoTime() + PERIOD;
      told = true;
      err.print("\r" + what + " " + done + " dari " + all);
      err.flush();
    }
  }

  /** Clears the line. */
  @Override
  public void close() {
    if (told) {
      err.print("\r" + " ".repeat(what.length() + 30) + "\r");
      err.flush();
    }
  }
}
