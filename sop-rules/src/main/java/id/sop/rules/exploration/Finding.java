package id.sop.rules.exploration;

import id.sop.problem.Problem;
import java.util.Optional;

/**
 * Something wrong with the graph that the rules draw.
 *
 * @param problem what, and where it can be mended
 * @param witness a case in which it shows; empty when there can be none, as for an arrow that no
 *     case ever takes
 */
public record Finding(Problem problem, Optional<Witness> witness) {}
