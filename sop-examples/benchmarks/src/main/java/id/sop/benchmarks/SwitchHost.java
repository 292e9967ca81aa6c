package id.sop.benchmarks;

import java.util.List;

/** A host with the arrows in its code. It checks nothing, and keeps the rows in a list. */
public final class SwitchHost {
  private SwitchHost() {}

  public static void main(String[] args) {
    List<String> rows = Walk.by(HandSwitch::next);
    System.out.println(Walk.last(rows) + " " + rows.size());
  }
}
