package id.sop.worktime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which moment each form of a {@link Waktu} sets, for one start and its stops. */
final class Counting implements Waktu.Cases<Deadline> {
  private final Deadlines deadlines;
  private final Instant start;
  private final List<ClockStop> stops;

  Counting(Deadlines deadlines, Instant start, List<ClockStop> stops) {
    this.deadlines = deadlines;
    this.start = start;
    this.stops = stops;
  }

  Deadline due(Waktu waktu) {
    return waktu.match(this);
  }

  @Override
  public Deadline paling(Waktu.Paling paling) {
    return deadlines.due(start, paling, stops);
  }

  @Override
  public Deadline palingCepat(Waktu.PalingCepat palingCepat) {
    return Deadline.none();
  }

  @Override
  public Deadline rentang(Waktu.Rentang rentang) {
    return paling(new Waktu.Paling(rentang.sampai(), rentang.satuan()));
  }

  @Override
  public Deadline sasaranDanBatas(Waktu.SasaranDanBatas sasaranDanBatas) {
    return paling(sasaranDanBatas.limit());
  }

  @Override
  public Deadline perItem(Waktu.PerItem perItem) {
    deadlines.reservations().note(WorktimeCode.QUANTITY_MISSING, perItem.teks(), perItem.item());
    return new Deadline(Optional.empty(), deadlines.reservations().notes());
  }

  @Override
  public Deadline pilihan(Waktu.Pilihan pilihan) {
    deadlines.reservations().note(WorktimeCode.LAST_CHOICE, pilihan.teks());
    Optional<Instant> last = Optional.empty();
    for (Waktu.Paling each : pilihan.pilihan()) {
      Deadline due = paling(each);
      if (due.dueAt().isEmpty()) {
        return due;
      }
      last = last.filter(l -> l.isAfter(due.dueAt().get())).or(due::dueAt);
    }
    return new Deadline(last, deadlines.reservations().notes());
  }

  @Override
  public Deadline sesuaiJadwal(Waktu.SesuaiJadwal jadwal) {
    return Deadline.none();
  }

  @Override
  public Deadline sesuaiKebutuhan(Waktu.SesuaiKebutuhan kebutuhan) {
    return Deadline.none();
  }

  @Override
  public Deadline menurutAturan(Waktu.MenurutAturan aturan) {
    return Deadline.none();
  }
}
