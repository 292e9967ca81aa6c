package id.sop.casework;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;

/** What became of a command. */
public sealed interface Outcome {

  /**
   * It was carried out and recorded.
   *
   * @param receipt what it did
   * @param repeated whether this command had been carried out before, so that nothing new was
   *     recorded
   */
  record Recorded(Receipt receipt, boolean repeated) implements Outcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.recorded(this);
    }
  }

  /** It was refused, for all these reasons; nothing was recorded. */
  record Refused(List<Refusal> why) implements Outcome {
    public Refused {
      checkArgument(!why.isEmpty(), "a refusal says why");
      why = List.copyOf(why);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R recorded(Recorded recorded);

    R refused(Refused refused);
  }

  <R> R match(Cases<R> cases);
}
