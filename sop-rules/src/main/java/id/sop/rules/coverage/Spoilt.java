package id.sop.rules.coverage;

import com.google.common.collect.ImmutableMap;
import id.sop.routing.Block;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.Router;
import id.sop.routing.RoutingTable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table in which some blocks are replaced.
 *
 * @param table the sound one
 * @param changed the blocks that answer instead
 */
record Spoilt(RoutingTable table, Map<Asked, Block> changed) implements Router {
  Spoilt {
    changed = ImmutableMap.copyOf(changed);
  }

  @Override
  public RouteAnswer route(RouteQuestion question) {
    Block block = changed.get(Asked.by(question));
    if (block == null) {
      return table.route(question);
    }
    int cell = block.grid().cellOf(question);
    return cell < 0 ? new RouteAnswer.NoRoute() : block.answers().get(cell);
  }

  /** Which questions may be answered otherwise. */
  Set<Asked> touched() {
    return changed.keySet();
  }

  /** What it says, whichever rules say it: spoilt tables that say the same are one mutant. */
  Map<Asked, Object> says() {
    ImmutableMap.Builder<Asked, Object> says = ImmutableMap.builder();
    changed.forEach((asked, block) -> says.put(asked, saying(block)));
    return says.buildOrThrow();
  }

  /** What a block says to each cell, whichever rule says it. */
  static Object saying(Block block) {
    return List.of(
        block.grid().dimensions(),
        block.answers().stream().map(answer -> answer.match(new Saying())).toList());
  }

  private static final class Saying implements RouteAnswer.Cases<Object> {
    @Override
    public Object open(RouteAnswer.Open open) {
      return Set.copyOf(open.targets());
    }

    @Override
    public Object await(RouteAnswer.Wait wait) {
      return "tunggu";
    }

    @Override
    public Object end(RouteAnswer.End end) {
      return List.of(end.outcome(), end.seluruhnya());
    }

    @Override
    public Object noRoute(RouteAnswer.NoRoute none) {
      return "";
    }

    @Override
    public Object conflict(RouteAnswer.Conflict conflict) {
      return "bertentangan";
    }
  }
}
