package id.sop.routing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ObjectArrays;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All answers of an SOP's rules, found beforehand: routing is a look-up, without a rule engine.
 * Immutable; threads may share it.
 *
 * <p>A question that the table does not foresee (a row, a label or a value that the SOP does not
 * declare) has no route.
 */
public final class RoutingTable implements Router {
  private final List<Block> blocks;
  private final List<PelaksanaCode> roles;
  private final Cells start;
  private final Map<StepId, Cells[]> rows;

  private RoutingTable(List<Block> blocks, Collection<PelaksanaCode> roles) {
    this.blocks = List.copyOf(blocks);
    this.roles = List.copyOf(roles);
    this.rows = new HashMap<>();
    Cells beginning = Cells.NONE;
    for (Block block : blocks) {
      Cells cells = new Cells(block);
      Optional<RouteQuestion.Completed> asked = block.grid().asked();
      if (asked.isPresent()) {
        Cells[] before = rows.getOrDefault(asked.get().step(), new Cells[0]);
        rows.put(asked.get().step(), ObjectArrays.concat(before, cells));
      } else {
        beginning = cells;
      }
    }
    this.start = beginning;
  }

  /**
   * A table of these blocks, one for the start and one for each row and label.
   *
   * @param roles the roles of the SOP
   */
  public static RoutingTable of(List<Block> blocks, Collection<PelaksanaCode> roles) {
    return ofReduced(blocks.stream().map(Block::reduced).toList(), roles);
  }

  /**
   * The same of blocks that {@link #blocks()} gave, as a saved table holds them: nothing is left to
   * reduce.
   *
   * @param roles the roles of the SOP
   */
  public static RoutingTable ofReduced(List<Block> blocks, Collection<PelaksanaCode> roles) {
    Set<List<?>> asked = new HashSet<>();
    for (Block block : blocks) {
      Optional<RouteQuestion.Completed> c = block.grid().asked();
      List<?> key = c.isPresent() ? List.of(c.get().step(), c.get().label()) : List.of();
      checkArgument(asked.add(key), "two blocks for one row and label");
    }
    return new RoutingTable(blocks, roles);
  }

  @Override
  public RouteAnswer route(RouteQuestion question) {
    if (question.completed().isEmpty()) {
      return start.route(question);
    }
    RouteQuestion.Completed completed = question.completed().get();
    Cells[] labels = rows.get(completed.step());
    if (labels != null) {
      for (Cells cells : labels) {
        if (cells.isFor(completed.label())) {
          return cells.route(question);
        }
      }
    }
    return Block.NO_ROUTE;
  }

  /**
   * One line of the table.
   *
   * @param from the row completed; empty for the start
   * @param label the label of its decision; empty when it decides nothing
   * @param data the facts that matter here, each with the value or range for which this line holds
   * @param conditions what else matters here (kunjungan, oleh, terbuka, pernah), likewise
   * @param answer what follows
   * @param witness a question that this line answers
   */
  public record Entry(
      Optional<StepId> from,
      Optional<Label> label,
      Map<String, String> data,
      Map<String, String> conditions,
      RouteAnswer answer,
      RouteQuestion witness) {
    public Entry {
      data = ImmutableMap.copyOf(data);
      conditions = ImmutableMap.copyOf(conditions);
    }
  }

  /** All lines that have a route, the start first, then as the rows are printed. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Block block : blocks) {
      for (int cell = 0; cell < block.answers().size(); cell++) {
        RouteAnswer answer = block.answers().get(cell);
        if (!(answer instanceof RouteAnswer.NoRoute)) {
          int at = cell;
          block
              .grid()
              .witness(cell, roles)
              .ifPresent(w -> entries.add(entry(block.grid(), at, answer, w)));
        }
      }
    }
    return List.copyOf(entries);
  }

  /** The blocks that the table consists of. */
  public List<Block> blocks() {
    return blocks;
  }

  private static Entry entry(Grid grid, int cell, RouteAnswer answer, RouteQuestion witness) {
    Map<String, String> data = new LinkedHashMap<>();
    Map<String, String> conditions = new LinkedHashMap<>();
    int[] regions = grid.regions(cell);
    for (int i = 0; i < regions.length; i++) {
      Dimension dimension = grid.dimensions().get(i);
      boolean isData =
          dimension instanceof Dimension.Words || dimension instanceof Dimension.Amounts;
      (isData ? data : conditions).put(dimension.name(), dimension.text(regions[i]));
    }
    return new Entry(
        grid.asked().map(RouteQuestion.Completed::step),
        grid.asked().flatMap(RouteQuestion.Completed::label),
        data,
        conditions,
        answer,
        witness);
  }
}
