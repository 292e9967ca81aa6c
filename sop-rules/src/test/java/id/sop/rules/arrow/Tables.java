package id.sop.rules.arrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sop.bundle.SopBundle;
import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteReason;
import id.sop.routing.RoutingTable;
import id.sop.rules.dialect.Gate;
import id.sop.rules.dialect.RouteRule;
import java.util.ArrayList;
import java.util.List;

/** What the tests of decision tables share. */
final class Tables {
  private Tables() {}

  static Sop sop(SopBundle bundle) {
    return SopReader.read("sop.yaml", bundle.bytes(SopBundle.SOP).orElseThrow())
        .sop()
        .orElseThrow();
  }

  /** The rules of a bundle as its rule file has them. */
  static List<RouteRule> rules(SopBundle bundle) {
    String text = new String(bundle.bytes(SopBundle.RUTE).orElseThrow(), UTF_8);
    return Gate.read("rute.drl", text, sop(bundle)).rules();
  }

  /** A table without where its rules stand in which file: what must not depend on the form. */
  static List<String> withoutPlaces(RoutingTable table) {
    List<String> lines = new ArrayList<>();
    for (RoutingTable.Entry entry : table.entries()) {
      lines.add(
          entry.from()
              + " "
              + entry.label()
              + " "
              + entry.data()
              + entry.conditions()
              + " -> "
              + entry.answer().match(new Plain())
              + " "
              + entry.witness());
    }
    return lines;
  }

  private static final class Plain implements RouteAnswer.Cases<String> {
    @Override
    public String open(RouteAnswer.Open open) {
      return open.targets() + why(open.why());
    }

    @Override
    public String await(RouteAnswer.Wait wait) {
      return "wait" + why(wait.why());
    }

    @Override
    public String end(RouteAnswer.End end) {
      return end.outcome() + why(end.why());
    }

    @Override
    public String noRoute(RouteAnswer.NoRoute none) {
      return "none";
    }

    @Override
    public String conflict(RouteAnswer.Conflict conflict) {
      return "conflict";
    }

    private static String why(RouteReason why) {
      return " [" + String.join("|", why.rule(), why.baris(), why.dasarHukum(), why.karena()) + "]";
    }
  }
}
