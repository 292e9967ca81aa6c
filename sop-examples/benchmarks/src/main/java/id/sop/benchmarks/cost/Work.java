package id.sop.benchmarks.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A case that every program carries out: who does what, in which order. */
public enum Work {
  /** The SOP of Karanganyar: eight rows, the seventh signed by three in turn. */
  KARANGANYAR(
      "1 PELAKSANA",
      "2 BUPATI",
      "3 KABAG",
      "4 KASUBAG",
      "5 PELAKSANA",
      "6 KASUBAG",
      "7 KABAG",
      "7 ASISTEN",
      "7 SEKDA",
      "8 PELAKSANA"),

  /** Three rows done by people, the second of which decides. */
  PENGAJUAN("1 STAF", "2 KABAG YA", "3 SEKDA");

  /** What a history tells last of a case that came to its end. */
  public static final String END = "SELESAI";

  private final List<Act> acts;

  Work(String... acts) {
    this.acts = Arrays.stream(acts).map(Act::of).toList();
  }

  /**
   * One thing that one person does: one step, one transaction.
   *
   * @param row the row
   * @param role who does it
   * @param decision what is decided; empty when nothing is
   */
  public record Act(String row, String role, String decision) {
    private static Act of(String text) {
      String[] parts = text.split(" ", -1);
      return new Act(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
    }

    /** Its name in a history. */
    public String name() {
      return row + " " + role;
    }
  }

  /** What is done after the case was begun, in order. */
  public List<Act> acts() {
    return acts;
  }

  /** Beginning the case counts as a step: it is a transaction as well. */
  public int steps() {
    return 1 + acts.size();
  }

  /** What the history of a case must tell afterwards. */
  public List<String> history() {
    List<String> history = new ArrayList<>(acts.stream().map(Act::name).toList());
    history.add(END);
    return history;
  }
}
