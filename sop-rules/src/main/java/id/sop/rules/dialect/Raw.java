package id.sop.rules.dialect;

import java.util.List;
import java.util.Optional;

/** A rule as it stands in the text: its grammar is right, its words are not yet looked up. */
final class Raw {
  private Raw() {}

  record Rule(
      Token keyword,
      Token name,
      List<Annotation> annotations,
      List<Pattern> conditions,
      List<Call> chain,
      Token end) {}

  record Annotation(Token name, Token value) {}

  record Pattern(Optional<Token> not, Token fact, List<Constraint> constraints) {}

  /** Several {@code anyOf} stand between {@code ||}, the tests of each between {@code &&}. */
  record Constraint(Token field, List<List<Comparing>> anyOf) {}

  record Comparing(Token at, Relation.Op op, List<Token> values) {}

  record Call(Token name, List<Token> arguments) {}
}
