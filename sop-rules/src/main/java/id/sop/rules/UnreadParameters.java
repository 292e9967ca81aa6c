package id.sop.rules;

import id.sop.definition.Butir;
import id.sop.definition.DefinitionCode;
import id.sop.definition.MutuBaku;
import id.sop.definition.Parameter;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.Syarat;
import id.sop.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parameters that neither a rule nor an entry of a checklist compares anything with. */
final class UnreadParameters {
  private UnreadParameters() {}

  /**
   * A warning for each, where it stands.
   *
   * @param names the names that rules compare facts with
   */
  static List<Problem> of(Sop sop, Set<String> names) {
    Set<String> read = new HashSet<>(names);
    for (Step step : sop.langkah().values()) {
      MutuBaku asked = step.mutuBaku();
      asked.butirKelengkapan().forEach(butir -> add(butir, read));
      asked.butirOutput().forEach(butir -> add(butir, read));
    }
    List<Problem> unread = new ArrayList<>();
    for (Parameter parameter : sop.parameter().values()) {
      if (!read.contains(parameter.nama())) {
        unread.add(
            Problem.at(parameter.place(), DefinitionCode.PARAMETER_UNREAD, parameter.nama()));
      }
    }
    return unread;
  }

  private static void add(Butir butir, Set<String> read) {
    for (Syarat syarat : butir.bila()) {
      syarat.parameter().ifPresent(read::add);
    }
  }
}
