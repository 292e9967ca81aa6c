package id.sop.worktime;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which time each form of a {@link Waktu} sets, for one start and its stops. */
final class Counting implements Waktu.Cases<Counting.Answer> {
  private static final Answer NONE = none(List.of());

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
   * @param back what lies between the deadline and the date that it is counted back from
   */
  record Answer(Deadline deadline, Optional<Course> course, Optional<Course> back) {
    Answer(Deadline deadline, Optional<Course> course) {
      this(deadline, course, Optional.empty());
    }
  }

  private static Answer none(List<Deadline.Note> notes) {
    return new Answer(new Deadline(Optional.empty(), notes), Optional.empty());
  }

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
    return noting(WorktimeCode.QUANTITY_MISSING, perItem.teks(), perItem.item());
  }

  @Override
  public Answer pilihan(Waktu.Pilihan pilihan) {
    notes = notes.and(Notes.of(WorktimeCode.LAST_CHOICE, pilihan.teks()));
    return last(pilihan.pilihan().stream().map(this::paling).toList());
  }

  private Answer last(List<Answer> answers) {
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

  @Override
  public Answer perKeputusan(Waktu.PerKeputusan perKeputusan) {
    return last(perKeputusan.perLabel().values().stream().map(this::of).toList());
  }

  @Override
  public Answer relatif(Waktu.Relatif relatif) {
    if (!(relatif.acuan() instanceof Waktu.Acuan.Hari day)) {
      return noting(WorktimeCode.REFERENCE_UNKNOWN, relatif.teks(), relatif.acuan().teks());
    }
    return switch (relatif.arah()) {
      case SEBELUM -> dated(deadlines.before(day.tanggal(), relatif.jarak().orElseThrow()));
      case PADA -> dated(deadlines.on(day.tanggal()));
      // The date does not count itself, by whatever convention: it is over when the office closes.
      case SETELAH ->
          deadlines
              .on(day.tanggal())
              .due()
              .map(closes -> new Counting(deadlines, closes, stops))
              .map(after -> after.paling(relatif.jarak().orElseThrow()))
              .orElseGet(() -> dated(deadlines.on(day.tanggal())));
    };
  }

  private Answer dated(Deadlines.Dated dated) {
    notes = notes.and(dated.notes());
    return new Answer(new Deadline(dated.due(), notes.list()), Optional.empty(), dated.back());
  }

  @Override
  public Answer bersama(Waktu.Bersama bersama) {
    return noting(WorktimeCode.REFERENCE_UNKNOWN, bersama.teks(), "langkah " + bersama.langkah());
  }

  @Override
  public Answer tidakDitetapkan(Waktu.TidakDitetapkan tidakDitetapkan) {
    return NONE;
  }

  private Answer noting(WorktimeCode code, String... facts) {
    notes = notes.and(Notes.of(code, facts));
    return none(notes.list());
  }
}
