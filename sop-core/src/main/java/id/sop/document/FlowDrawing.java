package id.sop.document;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.RoutingTable;
import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The flowchart of an SOP as its rules really make it, drawn from the explored table. Immutable;
 * the same SOP, table and marks give the same bytes on every machine.
 *
 * <p>The form is that of PermenPAN-RB 35/2012: one line for each row, one column for each
 * pelaksana, a capsule for start and end, a box for an activity, a diamond for a decision.
 */
public final class FlowDrawing {
  private final Sop sop;
  private final Flow flow;
  private final Map<StepId, Mark> rows;
  private final Map<Arrow, Mark> marked;

  private FlowDrawing(Sop sop, Flow flow, Map<StepId, Mark> rows, Map<Arrow, Mark> marked) {
    this.sop = sop;
    this.flow = flow;
    this.rows = ImmutableMap.copyOf(rows);
    this.marked = ImmutableMap.copyOf(marked);
  }

  /** The flowchart of {@code sop} with the arrows of {@code table}. */
  public static FlowDrawing of(Sop sop, RoutingTable table) {
    return new FlowDrawing(sop, Flow.of(sop, table), Map.of(), Map.of());
  }

  /**
   * The same drawing with these rows and arrows marked. A marked arrow that the table does not have
   * is added, as long as the rows that it joins exist: this is how an arrow that is gone is shown.
   * Marks on rows that do not exist are left out.
   */
  public FlowDrawing marks(Map<StepId, Mark> rows, Map<Arrow, Mark> arrows) {
    return new FlowDrawing(sop, flow, rows, arrows);
  }

  /** The arrows that the table has: the start first, then as the rows are printed. */
  public List<Arrow> arrows() {
    return flow.arrows().stream().map(FlowArrow::key).toList();
  }

  /**
   * The drawing as an SVG document. It scales to the page it is put on, needs no font, script or
   * other file, and can be put into an HTML page as it is.
   */
  public String svg() {
    return Svg.of(this);
  }

  /** The same flow as the text of a Mermaid flowchart. */
  public String mermaid() {
    return Mermaid.of(this);
  }

  Sop sop() {
    return sop;
  }

  /** All arrows to be drawn. */
  List<FlowArrow> flow() {
    List<FlowArrow> all = new ArrayList<>(flow.arrows());
    List<Arrow> known = arrows();
    for (Arrow arrow : marked.keySet()) {
      if (!known.contains(arrow) && exists(arrow)) {
        all.add(new FlowArrow(arrow, List.of(), FlowArrow.NO_FORK, false));
      }
    }
    return all;
  }

  private boolean exists(Arrow arrow) {
    boolean from = arrow.from().isEmpty() || sop.step(arrow.from().get()).isPresent();
    return from && (!(arrow.to() instanceof Goal.Row row) || sop.step(row.step()).isPresent());
  }

  /** The time of a row; where the rules give it, the times that they give. */
  String waktu(Step step) {
    Set<Waktu> given = flow.waktu().getOrDefault(step.id(), Set.of());
    String waktu =
        step.mutuBaku().waktu() instanceof Waktu.MenurutAturan && !given.isEmpty()
            ? given.stream().map(Waktu::teks).collect(Collectors.joining(" atau "))
            : step.mutuBaku().waktu().teks();
    return waktu + dapatDiperpanjang(step);
  }

  private static String dapatDiperpanjang(Step step) {
    return step.mutuBaku()
        .perpanjangan()
        .map(more -> ", dapat diperpanjang " + more.teks())
        .orElse("");
  }

  Optional<Mark> markOf(StepId row) {
    return Optional.ofNullable(rows.get(row));
  }

  Optional<Mark> markOf(Arrow arrow) {
    return Optional.ofNullable(marked.get(arrow));
  }

  /** The marks that are used, for the legend. */
  Set<Mark> used() {
    Set<Mark> used = EnumSet.noneOf(Mark.class);
    rows.forEach(
        (row, mark) -> {
          if (sop.step(row).isPresent()) {
            used.add(mark);
          }
        });
    marked.forEach(
        (arrow, mark) -> {
          if (exists(arrow)) {
            used.add(mark);
          }
        });
    return used;
  }

  /** An arrow in words. */
  String sentence(FlowArrow arrow) {
    Arrow key = arrow.key();
    return key.from().map(from -> "Baris " + from).orElse("Mulai")
        + key.label().map(Label::value).map(label -> " " + label).orElse("")
        + (arrow.notes().isEmpty() ? "" : " (" + String.join("; atau ", arrow.notes()) + ")")
        + " → "
        + goal(key.to())
        + (arrow.joins() ? " setelah cabang lain selesai" : "");
  }

  private static String goal(Goal goal) {
    return goal.match(
        new Goal.Cases<String>() {
          @Override
          public String row(Goal.Row row) {
            return "baris " + row.step();
          }

          @Override
          public String end(Goal.End end) {
            return "berakhir: " + end.outcome();
          }

          @Override
          public String await(Goal.Wait wait) {
            return "menunggu baris lain";
          }
        });
  }
}
