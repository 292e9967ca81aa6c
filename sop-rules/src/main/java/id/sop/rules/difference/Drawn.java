package id.sop.rules.difference;

import id.sop.definition.Label;
import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.document.Arrow;
import id.sop.document.FlowDrawing;
import id.sop.document.Mark;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RoutingTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The flow of the new version, with what came, what went and what changed. */
final class Drawn {
  private final Map<StepId, Mark> rows = new LinkedHashMap<>();
  private final Map<Arrow, Mark> arrows = new LinkedHashMap<>();

  private Drawn() {}

  static FlowDrawing of(Difference difference, RoutingTable table) {
    Sop before = difference.before().sop();
    Sop after = difference.after().sop();
    Drawn drawn = new Drawn();
    difference.changes().forEach(drawn::row);
    drawn.arrows(difference.compared());
    return FlowDrawing.of(both(before, after), table).marks(drawn.rows, drawn.arrows);
  }

  private void row(Change change) {
    if (change instanceof Change.Came came && came.part() == Change.Part.BARIS) {
      rows.put(StepId.of(came.name()), Mark.NEW);
    } else if (change instanceof Change.Went went && went.part() == Change.Part.BARIS) {
      rows.put(StepId.of(went.name()), Mark.GONE);
    } else if (change instanceof Change.Reworded words && words.part() == Change.Part.BARIS) {
      rows.put(StepId.of(words.name()), Mark.CHANGED);
    }
  }

  /** An arrow that both have has changed when it is taken in other cases than before. */
  private void arrows(List<Compared> all) {
    Set<Arrow> old = new LinkedHashSet<>();
    Set<Arrow> now = new LinkedHashSet<>();
    Set<Arrow> touched = new LinkedHashSet<>();
    for (Compared compared : all) {
      for (Compared.Cell cell : compared.cells()) {
        List<Arrow> left = arrows(compared, cell.before());
        List<Arrow> right = arrows(compared, cell.after());
        old.addAll(left);
        now.addAll(right);
        if (cell.differs()) {
          touched.addAll(left);
          touched.addAll(right);
        }
      }
    }
    for (Arrow arrow : touched) {
      boolean isOld = old.contains(arrow);
      boolean isNew = now.contains(arrow);
      arrows.put(arrow, isOld && isNew ? Mark.CHANGED : isNew ? Mark.NEW : Mark.GONE);
    }
  }

  private static List<Arrow> arrows(Compared compared, RouteAnswer answer) {
    Optional<StepId> from = compared.grid().asked().map(RouteQuestion.Completed::step);
    Optional<Label> label = compared.grid().asked().flatMap(RouteQuestion.Completed::label);
    return Arrow.goals(answer).stream().map(goal -> new Arrow(from, label, goal)).toList();
  }

  /** The new document with the rows of the old one that are gone, each below the one before it. */
  private static Sop both(Sop before, Sop after) {
    List<Step> rows = new ArrayList<>(after.langkah().values());
    Map<PelaksanaCode, Pelaksana> roles = new LinkedHashMap<>(after.pelaksana());
    int below = 0;
    for (Step row : before.langkah().values()) {
      if (after.step(row.id()).isPresent()) {
        below = rows.indexOf(after.step(row.id()).get()) + 1;
      } else {
        rows.add(below++, row);
        row.pelaksana().roles().forEach(r -> roles.putIfAbsent(r, role(before, r)));
        row.penerima().forEach(r -> roles.putIfAbsent(r, role(before, r)));
      }
    }
    return Sop.of(
            after.id(),
            after.versi(),
            after.zona(),
            after.identitas(),
            List.copyOf(roles.values()),
            List.copyOf(after.data().values()),
            rows,
            after.asumsi(),
            after.pemisahan())
        .workingBy(after.units());
  }

  private static Pelaksana role(Sop sop, PelaksanaCode code) {
    return Optional.ofNullable(sop.pelaksana().get(code)).orElseThrow();
  }
}
