package id.sop.document;

import id.sop.definition.StepId;

/** Where an arrow points to. */
public sealed interface Goal {

  /** A row that is opened. */
  record Row(StepId step) implements Goal {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.row(this);
    }
  }

  /**
   * An end of the case.
   *
   * @param outcome how, such as {@code SELESAI} or {@code DITOLAK}
   */
  record End(String outcome) implements Goal {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.end(this);
    }
  }

  /** Nothing yet, whatever else is open: another branch goes on from here. */
  record Wait() implements Goal {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.await(this);
    }
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R row(Row row);

    R end(End end);

    R await(Wait wait);
  }

  <R> R match(Cases<R> cases);
}
