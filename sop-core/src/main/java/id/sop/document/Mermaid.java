package id.sop.document;

import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a drawing as the text of a Mermaid flowchart. Nodes are named by their order: a row id may
 * be a word of that language, such as {@code end}.
 */
final class Mermaid {
  private static final String START = "mulai";

  private final FlowDrawing drawing;
  private final List<FlowArrow> arrows;
  private final Map<Goal, String> names = new LinkedHashMap<>();
  private final Map<Integer, String> forks = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();
  private final List<String> styles = new ArrayList<>();
  private int links;

  private Mermaid(FlowDrawing drawing) {
    this.drawing = drawing;
    this.arrows = drawing.flow();
  }

  static String of(FlowDrawing drawing) {
    Mermaid mermaid = new Mermaid(drawing);
    mermaid.write();
    return mermaid.out.toString();
  }

  private void write() {
    line("flowchart TD");
    line("  accTitle: Bagan alir " + plain(drawing.sop().identitas().nama()));
    node(START, "([", "MULAI", "])");
    for (Step step : drawing.sop().langkah().values()) {
      String name = "b" + (names.size() + 1);
      names.put(new Goal.Row(step.id()), name);
      node(name, step.decides() ? "{" : open(step), text(step), step.decides() ? "}" : close(step));
      drawing.markOf(step.id()).ifPresent(mark -> styles.add("style " + name + " " + style(mark)));
    }
    ends();
    joins();
    arrows.forEach(this::arrow);
    styles.forEach(style -> line("  " + style));
  }

  private void ends() {
    for (FlowArrow arrow : arrows) {
      Goal goal = arrow.key().to();
      if (!names.containsKey(goal)) {
        String name = "akhir" + names.size();
        names.put(goal, name);
        node(name, "([", goal instanceof Goal.End e ? e.outcome() : "MENUNGGU BARIS LAIN", "])");
      }
    }
  }

  private void joins() {
    arrows.stream()
        .filter(FlowArrow::joins)
        .map(arrow -> arrow.key().to())
        .distinct()
        .forEach(
            goal -> {
              node(join(goal), "{{", "tunggu semua", "}}");
              link(join(goal), List.of(), name(goal));
            });
  }

  private String join(Goal goal) {
    return "gabung_" + name(goal);
  }

  private void arrow(FlowArrow arrow) {
    String from = arrow.key().from().map(this::row).orElse(START);
    String to = arrow.joins() ? join(arrow.key().to()) : name(arrow.key().to());
    if (arrow.forks()) {
      link(fork(arrow, from), arrow.notes(), to);
    } else {
      link(from, arrow.texts(), to);
    }
    int link = links - 1;
    drawing
        .markOf(arrow.key())
        .ifPresent(mark -> styles.add("linkStyle " + link + " " + style(mark)));
  }

  /** The node at which the arrows of a fork part. */
  private String fork(FlowArrow arrow, String from) {
    String known = forks.get(arrow.fork());
    if (known != null) {
      return known;
    }
    String fork = "cabang" + (forks.size() + 1);
    forks.put(arrow.fork(), fork);
    node(fork, "{{", "serentak", "}}");
    link(from, arrow.key().label().map(Label::value).map(List::of).orElse(List.of()), fork);
    return fork;
  }

  private String name(Goal goal) {
    return names.getOrDefault(goal, START);
  }

  private String row(StepId row) {
    return name(new Goal.Row(row));
  }

  /** A row that stands for another SOP has a double border, as a subroutine has. */
  private static String open(Step step) {
    return step.mikro().isPresent() ? "[[" : "[";
  }

  private static String close(Step step) {
    return step.mikro().isPresent() ? "]]" : "]";
  }

  private String text(Step step) {
    String performers =
        step.pelaksana().roles().stream().map(this::role).collect(Collectors.joining(", "));
    String sifat = step.sifat().stream().map(s -> "\n" + s.teks()).collect(Collectors.joining());
    return step.id()
        + ". "
        + step.kegiatan()
        + "\n"
        + performers
        + "\n"
        + drawing.waktu(step)
        + sifat
        + step.mikro().map(mikro -> "\nSOP " + mikro.sop()).orElse("");
  }

  private String role(PelaksanaCode code) {
    return drawing.sop().pelaksana().containsKey(code)
        ? drawing.sop().pelaksana().get(code).nama()
        : code.value();
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private void node(String name, String open, String text, String close) {
    line("  " + name + open + "\"" + escape(text) + "\"" + close);
  }

  private void link(String from, List<String> texts, String to) {
    String text = texts.isEmpty() ? "" : "|\"" + escape(String.join("\n", texts)) + "\"|";
    line("  " + from + " -->" + text + " " + to);
    links++;
  }

  /** Letters, digits and a few marks stay; all else is written by its number. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n') {
                escaped.append("<br>");
              } else if (Character.isLetterOrDigit(point) || " .,:()+-/·–".indexOf(point) >= 0) {
                escaped.appendCodePoint(point);
              } else {
                escaped.append('#').append(point).append(';');
              }
            });
    return escaped.toString();
  }

  /** One line without anything that could end it. */
  private static String plain(String text) {
    return text.codePoints()
        .filter(point -> Character.isLetterOrDigit(point) || " .,()+-/".indexOf(point) >= 0)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String style(Mark mark) {
    return switch (mark) {
      case NEW -> "stroke:#146c2e,stroke-width:3px";
      case GONE -> "stroke:#a3191f,stroke-width:2px,stroke-dasharray:4 3";
      case CHANGED -> "stroke:#8a5a00,stroke-width:3px";
      case VISITED -> "stroke:#1d4f91,stroke-width:2px";
      case CURRENT -> "stroke:#1d4f91,stroke-width:4px";
    };
  }
}
