package id.sop.testkit;

import id.sop.casework.CaseState;
import id.sop.example.Example;
import id.sop.example.ExampleStart;
import id.sop.example.ExampleStep;
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
    return begin(Tindakan.Kind.MULAI, "");
  }

  /** Completes a row. */
  public Tindakan selesaikan(String baris) {
    return begin(Tindakan.Kind.SELESAIKAN, words.row(baris).value());
  }

  /** Stops the case outside its SOP, for the reason given. */
  public Tindakan hentikan(String alasan) {
    return begin(Tindakan.Kind.HENTIKAN, alasan);
  }

  /** Where the case stands. */
  public CaseState keadaan() {
    finish();
    return scene.engine().state(id);
  }

  private Tindakan begin(Tindakan.Kind kind, String what) {
    finish();
    Tindakan next = new Tindakan(this, words, kind, what, now(), Callers.line());
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
    if (told.isEmpty() || told.get(0).kind() != Tindakan.Kind.MULAI) {
      return Optional.empty();
    }
    ExampleStart start = told.get(0).asStart();
    List<ExampleStep> steps = told.stream().skip(1).map(Tindakan::asStep).toList();
    return Optional.of(
        new Example(name, start, steps, Optional.ofNullable(end), told.get(0).place()));
  }
}
