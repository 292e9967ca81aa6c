package id.sop.worktime;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which time each form of a {@link Waktu} sets, for one start and its stops. */
final class Counting implements Waktu.Cases<Counting.Answer> {
  private static final Answer NONE = new Answer(Deadline.none(), Optional.empty());

  private final Deadlines deadlines;
  private final Instant start;
  private final List<ClockStop> stops;
  private Notes notes = Notes.NONE;

  Counting(Deadlines deadlines, Instant start, List<ClockStop> stops) {
    this.deadlines = deadlines;
    this.start = start;
    this.stops = stops;
  }

  /**
   * @param deadline when the time is over
   * @param course how it ran; of a shortest time, which has no deadline, how the wait did
   */
  record Answer(Deadline deadline, Optional<Course> course) {}

  Answer of(Waktu waktu) {
    return waktu.match(this);
  }

  @Override
  public Answer paling(Waktu.Paling paling) {
    Deadlines.Counted counted = deadlines.counted(start, paling, stops);
    notes = notes.and(counted.notes());
    return new Answer(
        new Deadline(counted.course().map(Course::due), notes.list()), counted.course());
  }

  @Override
  public Answer palingCepat(Waktu.PalingCepat palingCepat) {
    Answer wait = paling(palingCepat.masa());
    return new Answer(new Deadline(Optional.empty(), wait.deadline().notes()), wait.course());
  }

  @Override
  public Answer rentang(Waktu.Rentang rentang) {
    return paling(new Waktu.Paling(rentang.sampai(), rentang.satuan()));
  }

  @Override
  public Answer sasaranDanBatas(Waktu.SasaranDanBatas sasaranDanBatas) {
    return paling(sasaranDanBatas.limit());
  }

  @Override
  public Answer perItem(Waktu.PerItem perItem) {
    notes = notes.and(Notes.of(WorktimeCode.QUANTITY_MISSING, perItem.teks(), perItem.item()));
    return new Answer(new Deadline(Optional.empty(), notes.list()), Optional.empty());
  }

  @Override
  public Answer pilihan(Waktu.Pilihan pilihan) {
    notes = notes.and(Notes.of(WorktimeCode.LAST_CHOICE, pilihan.teks()));
    List<Answer> answers = pilihan.pilihan().stream().map(this::paling).toList();
    // One that has no moment may be the last of them.
    Optional<Answer> last =
        answers.stream().allMatch(a -> a.deadline().dueAt().isPresent())
            ? answers.stream().max(Comparator.comparing(a -> a.deadline().dueAt().orElseThrow()))
            : Optional.empty();
    return new Answer(
        new Deadline(last.flatMap(a -> a.deadline().dueAt()), notes.list()),
        last.flatMap(Answer::course));
  }

  @Override
  public Answer sesuaiJadwal(Waktu.SesuaiJadwal jadwal) {
    return NONE;
  }

  @Override
  public Answer sesuaiKebutuhan(Waktu.SesuaiKebutuhan kebutuhan) {
    return NONE;
  }

  @Override
  public Answer menurutAturan(Waktu.MenurutAturan aturan) {
    return NONE;
  }
}
