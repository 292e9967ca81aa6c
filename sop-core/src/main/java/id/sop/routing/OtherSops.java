package id.sop.routing;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DefinitionCode;
import id.sop.definition.Label;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.SopMikro;
import id.sop.definition.Step;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds rows that stand for other SOPs against those SOPs: what they name is there, the facts fit,
 * each end of the other SOP has its way, and none comes back to itself.
 */
public final class OtherSops {
  private final Map<SopId, Procedure> known = new LinkedHashMap<>();
  private final Problems problems = new Problems();

  private OtherSops(List<Procedure> procedures) {
    procedures.forEach(p -> known.put(p.sop().id(), p));
  }

  /**
   * All that is wrong between these SOPs, at its place in the file of the row; nothing for SOPs
   * without such rows.
   *
   * @param procedures of two versions of one SOP, the later one counts
   */
  public static List<Problem> check(List<Procedure> procedures) {
    OtherSops others = new OtherSops(procedures);
    others.rounds();
    others.known.values().forEach(others::fit);
    return others.problems.sorted();
  }

  /** Only what makes SOPs that cannot be carried out at all: rounds, and too many levels. */
  public static List<Problem> rounds(List<Procedure> procedures) {
    OtherSops others = new OtherSops(procedures);
    others.rounds();
    return others.problems.sorted();
  }

  private void rounds() {
    known.values().forEach(p -> descend(p.sop(), List.of(p.sop().id()), Optional.empty()));
  }

  /** Each way down from an SOP; the fault is told at the row of the first SOP on it. */
  private void descend(Sop sop, List<SopId> above, Optional<Step> first) {
    for (Step row : sop.langkah().values()) {
      if (row.mikro().isEmpty()) {
        continue;
      }
      SopId next = row.mikro().get().sop();
      Step at = first.orElse(row);
      List<SopId> way = new ArrayList<>(above);
      way.add(next);
      String told = String.join(" > ", way.stream().map(SopId::value).toList());
      if (next.equals(above.get(0))) {
        problems.add(
            at.mikro().orElseThrow().place(), DefinitionCode.MIKRO_CYCLE, at.id().value(), told);
      } else if (above.contains(next)) {
        // A round that does not come back here is told where it does.
        continue;
      } else if (way.size() > SopMikro.DEEPEST) {
        problems.add(
            at.mikro().orElseThrow().place(),
            DefinitionCode.MIKRO_TOO_DEEP,
            at.id().value(),
            Integer.toString(SopMikro.DEEPEST),
            told);
      } else {
        Optional.ofNullable(known.get(next))
            .ifPresent(other -> descend(other.sop(), way, Optional.of(at)));
      }
    }
  }

  private void fit(Procedure procedure) {
    for (Step row : procedure.sop().langkah().values()) {
      row.mikro().ifPresent(mikro -> fit(procedure.sop(), row, mikro));
    }
  }

  private void fit(Sop sop, Step row, SopMikro mikro) {
    Procedure other = known.get(mikro.sop());
    if (other == null) {
      problems.add(
          mikro.place(),
          DefinitionCode.MIKRO_NOT_FOUND,
          row.id().value(),
          mikro.sop().value(),
          String.join(", ", known.keySet().stream().map(SopId::value).toList()));
      return;
    }
    same(row, mikro, "versi", mikro.versi(), Optional.of(other.sop().versi()));
    same(row, mikro, "nomor", mikro.nomor(), other.sop().identitas().nomor());
    mikro
        .masuk()
        .forEach((there, here) -> fact(row, mikro, "masuk", sop, here, other.sop(), there));
    mikro
        .kembali()
        .forEach((here, there) -> fact(row, mikro, "kembali", other.sop(), there, sop, here));
    ends(row, mikro, other);
  }

  private void same(
      Step row, SopMikro mikro, String what, Optional<String> asked, Optional<String> found) {
    if (asked.isPresent() && !asked.equals(found)) {
      problems.add(
          mikro.place(),
          DefinitionCode.MIKRO_OTHER,
          row.id().value(),
          mikro.sop().value(),
          what,
          asked.get(),
          found.orElse("-"));
    }
  }

  /** That every value of the one fact is a value of the other. */
  private void fact(
      Step row, SopMikro mikro, String key, Sop from, String given, Sop to, String taken) {
    DataField source = from.data().get(given);
    DataField target = to.data().get(taken);
    if (source == null || target == null) {
      String missing = source == null ? given : taken;
      // What this SOP itself does not declare was told when it was read.
      Sop lacks = source == null ? from : to;
      if (lacks.id().equals(mikro.sop())) {
        misfit(row, mikro, key, missing + " tidak ada dalam SOP itu");
      }
    } else if (!within(source.domain(), target.domain())) {
      misfit(
          row,
          mikro,
          key,
          given
              + " ("
              + source.domain().teks()
              + ") / "
              + taken
              + " ("
              + target.domain().teks()
              + ")");
    }
  }

  private static boolean within(DataDomain inner, DataDomain outer) {
    if (inner instanceof DataDomain.Pilihan a && outer instanceof DataDomain.Pilihan b) {
      return b.nilai().containsAll(a.nilai());
    }
    if (inner instanceof DataDomain.Tanggal a && outer instanceof DataDomain.Tanggal b) {
      return !a.dari().isBefore(b.dari()) && !a.sampai().isAfter(b.sampai());
    }
    if (inner instanceof DataDomain.Uang a && outer instanceof DataDomain.Uang b) {
      return b.dari() <= a.dari() && a.sampai() <= b.sampai();
    }
    if (inner instanceof DataDomain.Bilangan a && outer instanceof DataDomain.Bilangan b) {
      return b.dari() <= a.dari() && a.sampai() <= b.sampai();
    }
    return inner instanceof DataDomain.YaTidak && outer instanceof DataDomain.YaTidak;
  }

  /** That each end of the other SOP is a decision of the row, and each decision such an end. */
  private void ends(Step row, SopMikro mikro, Procedure other) {
    if (!row.decides() || !(other.router() instanceof RoutingTable table)) {
      return;
    }
    Set<String> ends = new TreeSet<>();
    for (Block block : table.blocks()) {
      for (RouteAnswer answer : block.answers()) {
        if (answer instanceof RouteAnswer.End end) {
          ends.add(end.outcome());
        }
      }
    }
    Set<Label> given = new TreeSet<>();
    for (String end : ends) {
      Optional<Label> label = mikro.exit(row, end).label();
      label.ifPresent(given::add);
      if (label.isEmpty()) {
        misfit(row, mikro, "hasil", "akhir " + end + " bukan keputusan");
      }
    }
    mikro.exit(row, SopMikro.DIHENTIKAN).label().ifPresent(given::add);
    for (Label label : row.keputusan()) {
      if (!given.contains(label)) {
        problems.add(
            mikro.place(), DefinitionCode.MIKRO_LABEL_LEFT_OUT, label.value(), row.id().value());
      }
    }
  }

  private void misfit(Step row, SopMikro mikro, String what, String how) {
    problems.add(
        mikro.place(),
        DefinitionCode.MIKRO_MISFIT,
        row.id().value(),
        mikro.sop().value(),
        what,
        how);
  }
}
