package id.sop.document;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.document.Picture.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How big the symbols are and what stands in them. */
final class Symbols {
  private static final int LEAST = 54;
  private static final int LEAST_DIAMOND = 72;
  private static final int MOST_TEXT = 96;

  private final Sop sop;
  private final Board board;
  private final Ports ports;

  Symbols(Sop sop, Board board, Ports ports) {
    this.sop = sop;
    this.board = board;
    this.ports = ports;
  }

  int width(Node node, int column) {
    int text = text(node, column).stream().mapToInt(t -> t.ink().widest(t.lines())).max().orElse(0);
    int reach = column == node.enter() || column == node.exit() ? ports.reach(node) : 0;
    return switch (node.kind()) {
      case PROCESS -> Math.max(LEAST, Math.max(text + 10, 2 * (reach + 8)));
      case DECISION -> Math.max(LEAST_DIAMOND, Math.max(text * 2, 2 * (reach + 14)));
      case TERMINATOR -> Math.max(LEAST, Math.max(text + 20, 2 * (reach + 14)));
    };
  }

  /** The same for all shapes of a node. */
  int height(Node node) {
    int lines =
        node.columns().stream()
            .mapToInt(
                c ->
                    text(node, c).stream()
                        .mapToInt(t -> t.lines().size() * t.ink().leading())
                        .sum())
            .max()
            .orElse(0);
    return switch (node.kind()) {
      case PROCESS -> Math.max(28, lines + 8);
      case DECISION -> Math.max(44, lines * 2 + 4);
      case TERMINATOR -> Math.max(22, lines + 8);
    };
  }

  /** A text of a symbol, before it has its place. */
  record Inscription(Ink ink, List<String> lines) {}

  List<Inscription> text(Node node, int column) {
    List<Inscription> texts = new ArrayList<>();
    texts.add(new Inscription(Ink.NUMBER, Ink.NUMBER.wrap(node.name(), MOST_TEXT)));
    node.step()
        .map(step -> part(step, column))
        .filter(part -> !part.isEmpty())
        .ifPresent(part -> texts.add(new Inscription(Ink.NOTE, List.of(part))));
    node.step()
        .map(step -> step.sifat().stream().map(Sifat::teks).toList())
        .filter(words -> !words.isEmpty() && column == node.enter())
        .ifPresent(words -> texts.add(new Inscription(Ink.NOTE, words)));
    node.step()
        .flatMap(Step::mikro)
        .filter(mikro -> column == node.enter())
        .ifPresent(
            mikro ->
                texts.add(
                    new Inscription(
                        Ink.NOTE, Ink.NOTE.wrap("SOP " + mikro.sop().value(), MOST_TEXT))));
    return texts;
  }

  /** The part that the role of {@code column} has in a row. */
  private String part(Step step, int column) {
    PelaksanaCode role = board.columns().get(column);
    List<PelaksanaCode> roles = step.pelaksana().roles();
    return switch (step.pelaksana().mode()) {
      case SALAH_SATU -> roles.size() == 1 ? "" : "salah satu";
      case BERSAMA -> roles.get(0).equals(role) ? "memimpin" : "ikut serta";
      case BERJENJANG -> "urutan " + (roles.indexOf(role) + 1);
      case KOLEGIAL -> "rapat";
      case EKSTERNAL -> "pihak luar";
    };
  }

  /** What a pointer at a symbol, or a screen reader, tells. */
  String title(Node node, int column) {
    return node.step()
        .map(
            step ->
                "Baris "
                    + step.id()
                    + ": "
                    + step.kegiatan()
                    + " ("
                    + name(board.columns().get(column))
                    + mode(step)
                    + ")"
                    + step.mikro().map(mikro -> ", SOP " + mikro.sop()).orElse(""))
        .orElseGet(() -> sentence(node.name()));
  }

  private static String mode(Step step) {
    Mode mode = step.pelaksana().mode();
    return step.pelaksana().roles().size() == 1
        ? ""
        : ", " + mode.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String sentence(String capitals) {
    return capitals.charAt(0) + capitals.substring(1).toLowerCase(Locale.ROOT);
  }

  String name(PelaksanaCode code) {
    return sop.pelaksana().containsKey(code)
        ? sop.pelaksana().get(code).nama()
        : code.value().replace('_', ' ');
  }
}
