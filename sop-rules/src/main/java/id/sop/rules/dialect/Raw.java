package id.sop.rules.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A rule as it stands in the text; its words are not yet looked up. */
final class Raw {
  private Raw() {}

  /**
   * @param broken the parts of which something could not be read: what is missing there may stand
   *     in the file all the same
   */
  record Rule(
      Token keyword,
      Token name,
      List<Annotation> annotations,
      List<Pattern> conditions,
      List<Call> chain,
      Token end,
      Set<Part> broken) {
    boolean isWhole(Part part) {
      return !broken.contains(part);
    }

    /** The names that facts are compared with, which may be those of parameters. */
    Set<String> names() {
      Set<String> names = new TreeSet<>();
      for (Pattern pattern : conditions) {
        for (Constraint constraint : pattern.constraints()) {
          constraint.anyOf().stream()
              .flatMap(List::stream)
              .flatMap(test -> test.values().stream())
              .filter(Literals::isName)
              .forEach(value -> names.add(value.text()));
        }
      }
      return names;
    }
  }

  /** The parts of a rule: up to <i>when</i>, up to <i>then</i>, up to <i>end</i>. */
  enum Part {
    HEAD,
    WHEN,
    THEN
  }

  record Annotation(Token name, Token value) {}

  record Pattern(Optional<Token> not, Token fact, List<Constraint> constraints) {}

  /** Several {@code anyOf} stand between {@code ||}, the tests of each between {@code &&}. */
  record Constraint(Token field, List<List<Comparing>> anyOf) {}

  record Comparing(Token at, Relation.Op op, List<Token> values) {}

  record Call(Token name, List<Token> arguments) {}
}
