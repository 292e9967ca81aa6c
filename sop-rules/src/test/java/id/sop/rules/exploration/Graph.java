package id.sop.rules.exploration;

import id.sop.definition.Sop;
import id.sop.rules.Bundles;
import id.sop.rules.LoadedSop;

/** Writes short rule files: one line of a test is one arrow. */
final class Graph {
  private final String id;
  private final StringBuilder text = new StringBuilder();

  private Graph(String id) {
    this.id = id;
    text.append("package sop.").append(id).append("\n\nimport id.sop.rules.fact.*\n\n");
    text.append("global Rute rute\n");
  }

  static Graph of(String id) {
    return new Graph(id);
  }

  Graph start(String then) {
    return arrow("mulai", "Mulai()", then);
  }

  Graph after(String row, String then) {
    return arrow(row, "Selesai( langkah == \"" + row + "\" )", then);
  }

  Graph after(String row, String condition, String then) {
    String name = row + " " + condition.replace("\"", "");
    return arrow(name, "Selesai( langkah == \"" + row + "\" )\n    " + condition, then);
  }

  Graph decided(String row, String label, String then) {
    return arrow(
        row + " " + label,
        "Selesai( langkah == \"" + row + "\", keputusan == \"" + label + "\" )",
        then);
  }

  Graph arrow(String name, String when, String then) {
    text.append("\nrule \"" + name + "\"\n    @baris(\"1\")\n    @dasarHukum(\"contoh\")\nwhen\n");
    text.append("    " + when + "\nthen\n    rute." + then + ";\nend\n");
    return this;
  }

  String text() {
    return text.toString();
  }

  /** The line on which the rule {@code name} begins. */
  int line(String name) {
    int at = text.indexOf("rule \"" + name + "\"");
    if (at < 0) {
      throw new IllegalArgumentException("no rule " + name + " of " + id);
    }
    return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }

  LoadedSop load(Sop sop) {
    return Bundles.load(sop, text());
  }
}
