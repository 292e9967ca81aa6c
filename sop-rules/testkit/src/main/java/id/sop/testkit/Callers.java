package id.sop.testkit;

import id.sop.problem.Place;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Set;

/** Finds the line of a test that speaks. */
final class Callers {
  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
  private static final Set<Class<?>> KIT = Set.of(Callers.class, Berkas.class, Tindakan.class);

  private Callers() {}

  /** The nearest line outside the kit. */
  static Place line() {
    return WALKER.walk(
        frames ->
            frames
                .filter(frame -> !KIT.contains(frame.getDeclaringClass()))
                .findFirst()
                .map(Callers::place)
                .orElseGet(() -> Place.startOf("?")));
  }

  private static Place place(StackFrame frame) {
    String file = frame.getFileName();
    return new Place(
        file == null ? frame.getClassName() : file, Math.max(1, frame.getLineNumber()), 1);
  }
}
