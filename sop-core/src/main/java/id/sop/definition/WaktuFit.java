package id.sop.definition;

import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a time fits the row that has it: whether the rows, dates and labels that it speaks of are
 * there.
 *
 * @param rows the times of all rows, as the document has them
 * @param data the types of all facts
 */
public record WaktuFit(Map<StepId, Waktu> rows, Map<String, DataDomain> data) {

  /** What does not fit. */
  public enum Fault {
    ROW_UNKNOWN,
    DATE_UNKNOWN,
    NOT_A_DATE,
    LABEL_UNKNOWN,
    LABEL_WITHOUT_TIME,
    NO_DECISION,
    NOT_TO_BE_SHARED
  }

  /**
   * One thing that does not fit.
   *
   * @param word what it is about
   * @param known the words that could be meant
   */
  public record Misfit(Fault fault, String word, Collection<String> known) {}

  /** The same for a whole document. */
  public static WaktuFit of(Sop sop) {
    Map<StepId, Waktu> rows = new LinkedHashMap<>();
    sop.langkah().forEach((id, step) -> rows.put(id, step.mutuBaku().waktu()));
    Map<String, DataDomain> data = new LinkedHashMap<>();
    sop.data().forEach((name, field) -> data.put(name, field.domain()));
    return new WaktuFit(rows, data);
  }

  /** What of {@code waktu} does not fit a row that decides between {@code labels}. */
  public List<Misfit> misfits(Waktu waktu, StepId row, List<Label> labels) {
    if (waktu instanceof Waktu.PerKeputusan each) {
      return decisions(each, row, labels);
    }
    if (waktu instanceof Waktu.Bersama shared) {
      return shared(shared, row);
    }
    return waktu instanceof Waktu.Relatif relative ? reference(relative.acuan()) : List.of();
  }

  private static List<Misfit> decisions(Waktu.PerKeputusan each, StepId row, List<Label> labels) {
    if (labels.isEmpty()) {
      return List.of(new Misfit(Fault.NO_DECISION, row.value(), List.of()));
    }
    List<String> known = labels.stream().map(Label::value).toList();
    List<Misfit> misfits = new ArrayList<>();
    for (String label : each.perLabel().keySet()) {
      if (!known.contains(label)) {
        misfits.add(new Misfit(Fault.LABEL_UNKNOWN, label, known));
      }
    }
    if (misfits.isEmpty()) {
      for (String label : known) {
        if (each.untuk(label).isEmpty()) {
          misfits.add(new Misfit(Fault.LABEL_WITHOUT_TIME, label, known));
        }
      }
    }
    return misfits;
  }

  private List<Misfit> shared(Waktu.Bersama shared, StepId row) {
    StepId other = StepId.of(shared.langkah());
    Optional<Waktu> time = Optional.ofNullable(rows.get(other));
    if (time.isEmpty()) {
      return List.of(unknownRow(other));
    }
    boolean lends = !other.equals(row) && isOneLimit(time.get());
    return lends
        ? List.of()
        : List.of(new Misfit(Fault.NOT_TO_BE_SHARED, other.value(), List.of()));
  }

  /** Whether several rows can share it: it says one length, or the rules do. */
  private static boolean isOneLimit(Waktu waktu) {
    return waktu.batas().isPresent()
        || waktu instanceof Waktu.Pilihan
        || waktu instanceof Waktu.Relatif
        || waktu instanceof Waktu.MenurutAturan;
  }

  private List<Misfit> reference(Waktu.Acuan acuan) {
    if (acuan instanceof Waktu.Acuan.Langkah row) {
      StepId id = StepId.of(row.id());
      return rows.containsKey(id) ? List.of() : List.of(unknownRow(id));
    }
    if (acuan instanceof Waktu.Acuan.Data date) {
      List<String> dates =
          data.keySet().stream().filter(n -> data.get(n) instanceof DataDomain.Tanggal).toList();
      if (!data.containsKey(date.nama())) {
        return List.of(new Misfit(Fault.DATE_UNKNOWN, date.nama(), dates));
      }
      if (!dates.contains(date.nama())) {
        return List.of(new Misfit(Fault.NOT_A_DATE, date.nama(), dates));
      }
    }
    return List.of();
  }

  private Misfit unknownRow(StepId row) {
    return new Misfit(
        Fault.ROW_UNKNOWN, row.value(), rows.keySet().stream().map(StepId::value).toList());
  }
}
