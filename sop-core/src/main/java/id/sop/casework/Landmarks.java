package id.sop.casework;

import id.sop.definition.DataValue;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.worktime.References;
import id.sop.worktime.Waktu;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the times of a case refer to, at one point of its course. */
final class Landmarks implements References {
  private final Sop sop;
  private final Map<String, DataValue> data;
  private final Map<StepId, Instant> done = new HashMap<>();
  private final Map<StepId, Waktu> opened = new HashMap<>();

  private Landmarks(Sop sop, Map<String, DataValue> data) {
    this.sop = sop;
    this.data = data;
  }

  private Landmarks(
      Sop sop, Map<String, DataValue> data, CaseState state, List<Completion> completions) {
    this(sop, data);
    for (Completion completion : completions) {
      Optional<StepId> row = state.now(completion.event().step(), completion.seq());
      if (row.isPresent()) {
        done.put(row.get(), completion.doneAt());
        opened.put(row.get(), completion.row().waktu());
      }
    }
    for (OpenRow row : state.open().values()) {
      opened.put(row.step(), row.waktu());
    }
  }

  static Landmarks of(Sop sop, CaseState state) {
    return new Landmarks(sop, state.data(), state, state.completions());
  }

  /** The same once {@code row} was done at {@code at}, with the facts that are known then. */
  Landmarks after(Optional<StepId> row, Instant at, Map<String, DataValue> facts) {
    Landmarks later = new Landmarks(sop, facts);
    later.done.putAll(done);
    later.opened.putAll(opened);
    if (row.isPresent()) {
      later.done.put(row.get(), at);
    }
    return later;
  }

  /** The same of {@code state}, had {@code corrected} been recorded at once. */
  static Landmarks corrected(Sop sop, CaseState state, Completion corrected) {
    List<Completion> completions =
        state.completions().stream().map(c -> c.seq() == corrected.seq() ? corrected : c).toList();
    Map<String, DataValue> facts = new HashMap<>(state.startData());
    completions.forEach(c -> facts.putAll(c.data()));
    return new Landmarks(sop, facts, state, completions);
  }

  /** The same of {@code state}, had {@code taken} never been done. */
  static Landmarks without(Sop sop, CaseState state, Completion taken) {
    List<Completion> completions =
        state.completions().stream().filter(c -> c.seq() != taken.seq()).toList();
    Map<String, DataValue> facts = new HashMap<>(state.startData());
    completions.forEach(c -> facts.putAll(c.data()));
    return new Landmarks(sop, facts, state, completions);
  }

  @Override
  public Optional<LocalDate> tanggal(String nama) {
    return data.get(nama) instanceof DataValue.Tanggal date
        ? Optional.of(date.value())
        : Optional.empty();
  }

  @Override
  public Optional<Instant> selesai(String langkah) {
    return Optional.ofNullable(done.get(StepId.of(langkah)));
  }

  @Override
  public Optional<Waktu> waktu(String langkah) {
    StepId row = StepId.of(langkah);
    Optional<Waktu> own = sop.step(row).map(s -> s.mutuBaku().waktu());
    return own.filter(w -> !(w instanceof Waktu.MenurutAturan))
        .or(() -> Optional.ofNullable(opened.get(row)));
  }

  /** Whether both know the same of what {@code acuan} names. */
  boolean agrees(Waktu.Acuan acuan, Landmarks other) {
    if (acuan instanceof Waktu.Acuan.Data fact) {
      return tanggal(fact.nama()).equals(other.tanggal(fact.nama()));
    }
    return !(acuan instanceof Waktu.Acuan.Langkah row)
        || selesai(row.id()).equals(other.selesai(row.id()));
  }
}
