package id.sop.rules.dialect;

import java.util.Optional;
import java.util.Set;

/**
 * A faulty rule file, and what its author must be told. All of it was settled before the gate was
 * asked.
 *
 * @param kind what was done
 * @param text the file
 * @param at where the damage may be told: the token that was damaged; for something taken away, the
 *     token before it, its end, or the token that stands there now
 * @param rule the name of the rule that holds the damage; empty above the rules
 * @param meant the word that was there, which the hint should name; empty when none was lost
 */
record Fault(String kind, String text, Set<Integer> at, String rule, Optional<String> meant) {
  @Override
  public String toString() {
    return kind + " in " + rule;
  }
}
