package id.sop.rules.dialect;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.definition.Eskalasi;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.worktime.Waktu;
import java.util.List;
import java.util.Optional;

/** What a rule says in its <i>then</i>. */
public sealed interface Action {

  /** Opens rows. */
  record Ke(List<Tujuan> targets) implements Action {
    public Ke {
      checkArgument(!targets.isEmpty(), "an arrow leads somewhere");
      targets = List.copyOf(targets);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ke(this);
    }
  }

  /** Waits for other rows. */
  record Tunggu() implements Action {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.tunggu(this);
    }
  }

  /**
   * Ends the branch, or the whole case.
   *
   * @param seluruhnya whether the case ends at once, whatever else is open
   */
  record Selesai(String hasil, boolean seluruhnya) implements Action {
    /** The end of a branch. */
    public Selesai(String hasil) {
      this(hasil, false);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.selesai(this);
    }
  }

  /**
   * A row that a rule opens.
   *
   * @param step the row
   * @param oleh who does it; empty when the rule leaves it to the row
   * @param selama the time allowed; empty when the rule leaves it to the row
   * @param eskalasi who is told when it is late; empty when the rule leaves it to the row
   * @param place where the rule names the row
   */
  record Tujuan(
      StepId step,
      Optional<List<PelaksanaCode>> oleh,
      Optional<Waktu> selama,
      List<Eskalasi> eskalasi,
      Place place) {
    public Tujuan {
      oleh = oleh.map(List::copyOf);
      eskalasi = List.copyOf(eskalasi);
    }
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R ke(Ke ke);

    R tunggu(Tunggu tunggu);

    R selesai(Selesai selesai);
  }

  <R> R match(Cases<R> cases);

  /** The rows that this opens; none when it waits or ends. */
  default List<Tujuan> targets() {
    return this instanceof Ke ke ? ke.targets() : List.of();
  }
}
