package id.sop.migration;

import id.sop.casework.Edition;
import id.sop.casework.Editions;
import id.sop.casework.RowMapping;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks a plan against the versions that are loaded, before any case is looked at. */
final class PlanCheck {
  private PlanCheck() {}

  static void check(MigrationPlan plan, Editions editions) {
    Sop target = loaded(plan, plan.ke(), editions);
    plan.dari().forEach(digest -> loaded(plan, digest, editions));
    List<Sop> sources =
        editions.all().stream()
            .map(Edition::procedure)
            .filter(p -> p.sop().id().equals(plan.sop()) && !p.digest().equals(plan.ke()))
            .filter(p -> plan.dari().isEmpty() || plan.dari().contains(p.digest()))
            .map(Procedure::sop)
            .toList();
    RowMapping mapping = plan.pemetaan();
    mapping.renamed().values().forEach(row -> known(row, List.of(target)));
    mapping.renamed().keySet().forEach(row -> known(row, sources));
    mapping.gone().forEach(row -> known(row, sources));
    mapping.stays().forEach(row -> known(row, sources));
    sources.forEach(source -> givenAway(mapping, source));
  }

  private static Sop loaded(MigrationPlan plan, String digest, Editions editions) {
    return editions
        .pinned(plan.sop(), digest)
        .map(Procedure::sop)
        .orElseThrow(
            () -> new SopException(MigrationCode.VERSION_NOT_LOADED, plan.sop().value(), digest));
  }

  private static void known(StepId row, List<Sop> versions) {
    if (versions.stream().allMatch(v -> v.step(row).isEmpty())) {
      Set<StepId> rows = new TreeSet<>();
      versions.forEach(v -> rows.addAll(v.langkah().keySet()));
      throw new SopException(
          MigrationCode.ROW_UNKNOWN,
          row.value(),
          versions.stream().map(Sop::versi).collect(Collectors.joining(", ")),
          rows.stream().map(StepId::value).collect(Collectors.joining(", ")));
    }
  }

  private static void givenAway(RowMapping mapping, Sop source) {
    for (Map.Entry<StepId, StepId> named : mapping.renamed().entrySet()) {
      StepId name = named.getValue();
      boolean spokenOf = mapping.renamed().containsKey(name) || mapping.gone().contains(name);
      if (source.step(name).isPresent() && !spokenOf) {
        throw new SopException(
            MigrationCode.ROW_GIVEN_AWAY, named.getKey().value(), name.value(), source.versi());
      }
    }
  }
}
