package id.sop.testkit;

import com.google.common.collect.ImmutableMap;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.example.ExampleStart;
import id.sop.example.ExampleStep;
import id.sop.example.Expected;
import id.sop.example.Located;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.SopException;
import id.sop.rules.example.ExamplePlay.Played;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done with a case: first how, then what must hold ({@link Hasil}). Its words are
 * the keys of {@code uji.yaml}. A word that the SOP does not have throws a {@link SopException}.
 */
public final class Tindakan implements Hasil {
  private static final String SCHEDULE = "JADWAL";

  private final Berkas berkas;
  private final Words words;
  private final Kalimat kalimat;
  private final LocalDateTime at;
  private final Place place;

  private final Cara cara = new Cara();
  private @Nullable Played played;
  private Expected expected = nothing();

  /**
   * Something to be done.
   *
   * @param place where the test says it
   */
  Tindakan(Berkas berkas, Words words, Kalimat kalimat, LocalDateTime at, Place place) {
    this.berkas = berkas;
    this.words = words;
    this.kalimat = kalimat;
    this.at = at;
    this.place = place;
  }

  // How.

  /** Who does it; without this, the performer whose turn it is. */
  public Tindakan oleh(String pelaksana) {
    how("oleh");
    cara.oleh = Optional.of(here(words.role(pelaksana)));
    return this;
  }

  /** The role to whose other holder a row is handed; without this, of him who has it. */
  public Tindakan kepada(String pelaksana) {
    how("kepada");
    cara.kepada = Optional.of(here(words.role(pelaksana)));
    return this;
  }

  /** The row that is meant; without this, the whole case. */
  public Tindakan baris(String baris) {
    how("baris");
    cara.baris = Optional.of(here(words.row(baris)));
    return this;
  }

  /** The label decided, as an official types it: also one that shall be refused. */
  public Tindakan keputusan(String label) {
    how("keputusan");
    cara.keputusan = Optional.of(here(label));
    return this;
  }

  /** The reason given. */
  public Tindakan alasan(String teks) {
    how("alasan");
    cara.alasan = Optional.of(teks);
    return this;
  }

  /** The ground or legal basis given. */
  public Tindakan dasar(String teks) {
    how("dasar");
    cara.dasar = Optional.of(teks);
    return this;
  }

  /** The papers given; of a stop or an extension the first. */
  public Tindakan dokumen(String... jenis) {
    how("dokumen");
    cara.dokumen = List.of(jenis);
    return this;
  }

  /** A fact that becomes known, written as in {@code uji.yaml}. */
  public Tindakan data(String nama, String nilai) {
    how("data");
    cara.data.put(nama, here(words.value(nama, nilai)));
    return this;
  }

  /** The documents that are there; without this all that the row asks for, with none: nothing. */
  public Tindakan kelengkapan(String... jenis) {
    how("kelengkapan");
    cara.kelengkapan = Optional.of(List.of(jenis));
    return this;
  }

  /** The documents that come out; without this all that the row asks for, with none: nothing. */
  public Tindakan output(String... jenis) {
    how("output");
    cara.output = Optional.of(List.of(jenis));
    return this;
  }

  /** Who takes part, signs or records minutes before; without this all who must. */
  public Tindakan peserta(String... pelaksana) {
    how("peserta");
    cara.peserta = Optional.of(Stream.of(pelaksana).map(words::role).map(this::here).toList());
    return this;
  }

  /** The schedule recorded before, from one local time of the unit to another. */
  public Tindakan jadwal(String dari, String sampai) {
    how("jadwal");
    cara.jadwal =
        Optional.of(
            new ExampleStep.Schedule(words.moment(dari), words.moment(sampai), SCHEDULE, place));
    return this;
  }

  /** The row, which repeats, stays open for another time. */
  public Tindakan diulang() {
    how("diulang");
    cara.diulang = true;
    return this;
  }

  private void how(String word) {
    if (!kalimat.kata().contains(word)) {
      throw new SopException(TestkitCode.NOT_HERE, word, kalimat.teks());
    }
    if (played != null) {
      throw new SopException(TestkitCode.TOO_LATE, word, kalimat.teks());
    }
  }

  // What must hold.

  @Override
  public Hasil berada(String... baris) {
    return hold(position(baris));
  }

  @Override
  public Hasil pada(String... pelaksana) {
    List<PelaksanaCode> roles = Stream.of(pelaksana).map(words::role).toList();
    return hold(
        new Expected(
            Optional.empty(), Optional.of(line(roles)), Optional.empty(), Optional.empty()));
  }

  @Override
  public Hasil tenggat(String waktu) {
    return due(Optional.of(words.moment(waktu)));
  }

  @Override
  public Hasil tenggat(String baris, String waktu) {
    return hold(
        new Expected(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(words.row(baris), line(Optional.of(words.moment(waktu)))),
            Optional.empty()));
  }

  @Override
  public Hasil tanpaTenggat() {
    return due(Optional.empty());
  }

  private Hasil due(Optional<LocalDateTime> moment) {
    return hold(
        new Expected(
            Optional.empty(), Optional.empty(), Optional.of(line(moment)), Optional.empty()));
  }

  @Override
  public Hasil ditolak(String kode) {
    return hold(
        new Expected(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(line(kode))));
  }

  @Override
  public Hasil kembaliKe(String baris) {
    hold(position(baris));
    OpenRow row = done().state().open().get(StepId.of(baris));
    if (row != null && row.visit() < 2) {
      throw Kit.failed(
          List.of(
              Problem.at(
                  Callers.line(),
                  TestkitCode.NO_RETURN,
                  baris,
                  kalimat.teks(),
                  "“" + row.why().rule() + "” (" + row.why().place() + ")")));
    }
    return this;
  }

  @Override
  public Hasil berakhir(String akhir) {
    Located<String> end = line(akhir);
    requireCarriedOut();
    require(berkas.play().compareEnd(done(), end));
    berkas.ends(end);
    return this;
  }

  private Expected position(String... baris) {
    List<StepId> rows = Stream.of(baris).map(words::row).toList();
    return new Expected(
        Optional.of(line(rows)), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Hasil hold(Expected one) {
    expected = merged(expected, one);
    requireCarriedOut();
    Expected looked =
        new Expected(
            one.posisi(), one.pelaksana(), one.tenggat(), one.tenggatBaris(), expected.ditolak());
    require(berkas.play().compare(done(), looked, place));
    return this;
  }

  /** What is not expected to be refused must have been accepted. */
  private void requireCarriedOut() {
    if (expected.ditolak().isEmpty() && done().outcome() instanceof Outcome.Refused) {
      require(done().mismatches());
    }
  }

  private static void require(List<Problem> mismatches) {
    if (!mismatches.isEmpty()) {
      throw Kit.failed(mismatches);
    }
  }

  /** Carries it out, if nobody has looked at it. */
  void finish() {
    requireCarriedOut();
  }

  private Played done() {
    Played before = played;
    if (before != null) {
      return before;
    }
    Played now =
        opens() ? berkas.play().start(start(nothing())) : berkas.play().step(step(nothing()));
    played = now;
    return now;
  }

  // As data.

  /** Whether it opens the case. */
  boolean opens() {
    return kalimat.step().isEmpty();
  }

  Place place() {
    return place;
  }

  ExampleStart asStart() {
    return start(expected);
  }

  ExampleStep asStep() {
    return step(expected);
  }

  private ExampleStart start(Expected after) {
    return new ExampleStart(at, cara.oleh, cara.data, after, place);
  }

  private ExampleStep step(Expected after) {
    return kalimat.step().orElseThrow().of(cara, at, after, place);
  }

  private <T> Located<T> here(T value) {
    return new Located<>(value, place);
  }

  /** A value that stands on the line that speaks now: a sentence may run over several. */
  private static <T> Located<T> line(T value) {
    return new Located<>(value, Callers.line());
  }

  private static Expected nothing() {
    return new Expected(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Expected merged(Expected a, Expected b) {
    return new Expected(
        b.posisi().or(a::posisi),
        b.pelaksana().or(a::pelaksana),
        b.tenggat().or(a::tenggat),
        ImmutableMap.<StepId, Located<Optional<LocalDateTime>>>builder()
            .putAll(a.tenggatBaris())
            .putAll(b.tenggatBaris())
            .buildKeepingLast(),
        b.ditolak().or(a::ditolak));
  }
}
