package id.sop.rules;

import id.sop.definition.Sop;
import id.sop.problem.Problem;
import java.util.List;
import java.util.Optional;

/** Reads a {@code sop.yaml}. */
@FunctionalInterface
interface DefinitionReader {
  /** The document in {@code bytes}, or what is wrong with it. */
  Read read(String file, byte[] bytes);

  /** What was read; {@code sop} is empty when there is an error. */
  record Read(Optional<Sop> sop, List<Problem> problems) {}
}
