package id.sop.casework;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.journal.CaseEvent;
import java.util.List;

/** What is to become of a command. Nothing is stored yet. */
public sealed interface Decision {

  /** These events are to be recorded, in order. */
  record Accept(List<CaseEvent> events) implements Decision {
    public Accept {
      checkArgument(!events.isEmpty(), "something happens");
      events = List.copyOf(events);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.accept(this);
    }
  }

  /**
   * It was carried out before: its first receipt answers it.
   *
   * @param lastSeq the number of the last entry that it recorded then
   */
  record Repeat(long lastSeq) implements Decision {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.repeat(this);
    }
  }

  /** It is refused, for all these reasons. */
  record Refuse(List<Refusal> why) implements Decision {
    public Refuse {
      checkArgument(!why.isEmpty(), "a refusal says why");
      why = List.copyOf(why);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refuse(this);
    }
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R accept(Accept accept);

    R repeat(Repeat repeat);

    R refuse(Refuse refuse);
  }

  <R> R match(Cases<R> cases);
}
