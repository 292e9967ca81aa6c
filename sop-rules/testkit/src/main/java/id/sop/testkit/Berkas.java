package id.sop.testkit;

import id.sop.casework.CaseState;
import id.sop.example.Example;
import id.sop.example.ExampleStart;
import id.sop.example.ExampleStep;
import id.sop.example.ExampleStep.Attended.What;
import id.sop.example.ExampleStep.ClockAct;
import id.sop.example.ExampleStep.Office.Act;
import id.sop.example.Located;
import id.sop.journal.CaseId;
import id.sop.rules.example.ExamplePlay;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case of the SOP under test, told sentence by sentence. What a clerk would not write is filled
 * in, as in {@code uji.yaml}: whose turn it is, the documents that the row asks for, signatures and
 * minutes. A sentence is carried out at its first expectation, and without one when the next
 * sentence begins or the test ends; then it must be accepted.
 *
 * <pre>{@code
 * berkas.mulai("2026-03-02T08:00").berada("1").pada("KASUBAG").tenggat("2026-03-03T15:00");
 * berkas.waktu("2026-03-02T10:00").selesaikan("1").berada("2").pada("KABAG");
 * berkas.selesaikan("4").ditolak("SOP-4002");
 * }</pre>
 *
 * <p>Not for several threads.
 */
public final class Berkas {
  private final Scene scene;
  private final CaseId id;
  private final ExamplePlay play;
  private final Words words;
  private final List<Tindakan> told = new ArrayList<>();
  private @Nullable Located<String> end;

  Berkas(Scene scene, CaseId id) {
    this.scene = scene;
    this.id = id;
    this.words = new Words(scene.procedure().sop());
    this.play = new ExamplePlay(scene.engine(), scene.procedure().sop(), id, scene.clock());
  }

  /** The case in the engine of the test. */
  public CaseId id() {
    return id;
  }

  /** Sets the clock of the test to a local time of the unit, such as {@code 2026-03-02T08:00}. */
  public Berkas waktu(String waktu) {
    finish();
    scene.clock().set(words.moment(waktu).atZone(scene.procedure().sop().zona()).toInstant());
    return this;
  }

  /** Opens the case at a local time of the unit. */
  public Tindakan mulai(String waktu) {
    return waktu(waktu).mulai();
  }

  /** Opens the case. */
  public Tindakan mulai() {
    return begin(Kalimat.MULAI);
  }

  /** Completes a row. */
  public Tindakan selesaikan(String baris) {
    return begin(Kalimat.selesaikan(words.row(baris)));
  }

  /** Stops the case outside its SOP, for the reason given. */
  public Tindakan hentikan(String alasan) {
    return begin(Kalimat.hentikan(alasan));
  }

  /** Stops the clock of the case, or of the row that {@code baris} names, for the reason given. */
  public Tindakan henti(String alasan) {
    return begin(Kalimat.jam(ClockAct.HENTI, alasan));
  }

  /** Lets that clock run again. */
  public Tindakan lanjut(String alasan) {
    return begin(Kalimat.jam(ClockAct.LANJUT, alasan));
  }

  /** Extends the time of a row. */
  public Tindakan perpanjang(String baris, String alasan) {
    return begin(Kalimat.perpanjang(words.row(baris), alasan));
  }

  /** Takes a row upon oneself. */
  public Tindakan ambil(String baris) {
    return begin(Kalimat.tindakan(What.AMBIL, words.row(baris)));
  }

  /** Releases it. */
  public Tindakan lepas(String baris) {
    return begin(Kalimat.tindakan(What.LEPAS, words.row(baris)));
  }

  /** Sends the signing of a row back one level. */
  public Tindakan kembalikan(String baris) {
    return begin(Kalimat.tindakan(What.KEMBALIKAN, words.row(baris)));
  }

  /** Receives what came out of a row. */
  public Tindakan terima(String baris) {
    return begin(Kalimat.tindakan(What.TERIMA, words.row(baris)));
  }

  /** Skips a row that is optional. */
  public Tindakan lewati(String baris) {
    return begin(Kalimat.kejadian(words.row(baris), false));
  }

  /** What a row waits for happens: it arises. */
  public Tindakan muncul(String baris) {
    return begin(Kalimat.kejadian(words.row(baris), true));
  }

  /** Sends the file back from an open row to one that was done. */
  public Tindakan kembali(String baris, String ke) {
    return begin(Kalimat.berkas(Act.KEMBALI, words.row(baris), Optional.of(words.row(ke))));
  }

  /** Moves the file from an open row to any other. */
  public Tindakan pindah(String baris, String ke) {
    return begin(Kalimat.berkas(Act.PINDAH, words.row(baris), Optional.of(words.row(ke))));
  }

  /** Takes back one's completion of a row. */
  public Tindakan tarik(String baris) {
    return begin(Kalimat.berkas(Act.TARIK, words.row(baris), Optional.empty()));
  }

  /** Hands a row to another person. */
  public Tindakan limpah(String baris) {
    return begin(Kalimat.berkas(Act.LIMPAH, words.row(baris), Optional.empty()));
  }

  /** Opens a case that has ended again, at a row. */
  public Tindakan buka(String baris) {
    return begin(Kalimat.berkas(Act.BUKA, words.row(baris), Optional.empty()));
  }

  /** Puts papers to the case, or to the row that {@code baris} names. */
  public Tindakan lampir(String... dokumen) {
    return begin(Kalimat.lampir()).dokumen(dokumen);
  }

  /** Where the case stands. */
  public CaseState keadaan() {
    finish();
    return scene.engine().state(id);
  }

  private Tindakan begin(Kalimat kalimat) {
    finish();
    Tindakan next = new Tindakan(this, words, kalimat, now(), Callers.line());
    told.add(next);
    return next;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(scene.clock().instant(), scene.procedure().sop().zona());
  }

  ExamplePlay play() {
    return play;
  }

  /** How the case must have ended, for the record. */
  void ends(Located<String> akhir) {
    end = akhir;
  }

  /** Carries out the last sentence, if nobody has looked at it. */
  void finish() {
    if (!told.isEmpty()) {
      told.get(told.size() - 1).finish();
    }
  }

  /** What was told, as an example; empty when the case was never opened. */
  Optional<Example> recorded(String name) {
    if (told.isEmpty() || !told.get(0).opens()) {
      return Optional.empty();
    }
    ExampleStart start = told.get(0).asStart();
    List<ExampleStep> steps = told.stream().skip(1).map(Tindakan::asStep).toList();
    return Optional.of(
        new Example(name, start, steps, Optional.ofNullable(end), told.get(0).place()));
  }
}
