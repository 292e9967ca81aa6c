package id.sop.testkit;

import id.sop.definition.StepId;
import id.sop.example.ExampleStep;
import id.sop.example.ExampleStep.Attended;
import id.sop.example.ExampleStep.ClockAct;
import id.sop.example.ExampleStep.Office;
import id.sop.example.Expected;
import id.sop.example.Located;
import id.sop.problem.Place;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of sentence.
 *
 * @param teks what it says is done, for whoever reads of it
 * @param kata the words that may say how
 * @param step the step of an example that it is; empty where a case is opened
 */
record Kalimat(String teks, Set<String> kata, Optional<ToStep> step) {
  static final Kalimat MULAI = new Kalimat("mulai", Set.of("oleh", "data"), Optional.empty());

  /** Makes the step out of what was said. */
  interface ToStep {
    ExampleStep of(Cara cara, LocalDateTime pada, Expected after, Place place);
  }

  private Kalimat(String teks, Set<String> kata, ToStep step) {
    this(teks, kata, Optional.of(step));
  }

  static Kalimat selesaikan(StepId baris) {
    return new Kalimat(
        "baris " + baris,
        Set.of(
            "oleh",
            "keputusan",
            "alasan",
            "data",
            "kelengkapan",
            "output",
            "peserta",
            "jadwal",
            "diulang"),
        (cara, pada, after, place) ->
            new ExampleStep.Completed(
                new Located<>(baris, place),
                pada,
                cara.oleh,
                cara.keputusan,
                cara.alasan,
                cara.data,
                cara.kelengkapan,
                cara.output,
                cara.peserta,
                cara.jadwal,
                cara.diulang,
                after,
                place));
  }

  static Kalimat hentikan(String alasan) {
    return new Kalimat(
        "hentikan",
        Set.of("oleh"),
        (cara, pada, after, place) ->
            new ExampleStep.Terminated(alasan, pada, cara.oleh, after, place));
  }

  /** The clock of the whole case, or of the row that the sentence names. */
  static Kalimat jam(ClockAct act, String alasan) {
    return new Kalimat(
        word(act),
        act == ClockAct.HENTI
            ? Set.of("oleh", "baris", "dasar", "dokumen")
            : Set.of("oleh", "baris", "dokumen"),
        (cara, pada, after, place) -> clock(act, alasan, cara.baris, cara, pada, after, place));
  }

  static Kalimat perpanjang(StepId baris, String alasan) {
    return new Kalimat(
        word(ClockAct.PERPANJANG) + " " + baris,
        Set.of("oleh", "dokumen"),
        (cara, pada, after, place) ->
            clock(
                ClockAct.PERPANJANG,
                alasan,
                Optional.of(new Located<>(baris, place)),
                cara,
                pada,
                after,
                place));
  }

  private static ExampleStep clock(
      ClockAct act,
      String alasan,
      Optional<Located<StepId>> baris,
      Cara cara,
      LocalDateTime pada,
      Expected after,
      Place place) {
    Optional<String> dokumen = cara.dokumen.stream().findFirst();
    return new ExampleStep.Clock(
        act, alasan, baris, cara.dasar, dokumen, pada, cara.oleh, after, place);
  }

  static Kalimat tindakan(Attended.What what, StepId baris) {
    return new Kalimat(
        word(what) + " " + baris,
        Set.of("oleh", "alasan"),
        (cara, pada, after, place) ->
            new Attended(
                what, new Located<>(baris, place), pada, cara.oleh, cara.alasan, after, place));
  }

  static Kalimat kejadian(StepId baris, boolean arises) {
    return new Kalimat(
        (arises ? "muncul " : "lewati ") + baris,
        Set.of("oleh", "alasan"),
        (cara, pada, after, place) ->
            new ExampleStep.Happened(
                new Located<>(baris, place),
                arises,
                cara.alasan.orElse(""),
                pada,
                cara.oleh,
                after,
                place));
  }

  static Kalimat berkas(Office.Act act, StepId baris, Optional<StepId> ke) {
    return new Kalimat(
        word(act) + " " + baris,
        act == Office.Act.LIMPAH
            ? Set.of("oleh", "alasan", "dasar", "dokumen", "kepada")
            : Set.of("oleh", "alasan", "dasar", "dokumen"),
        (cara, pada, after, place) ->
            office(
                act,
                Optional.of(new Located<>(baris, place)),
                ke.map(row -> new Located<>(row, place)),
                cara,
                pada,
                after,
                place));
  }

  static Kalimat lampir() {
    return new Kalimat(
        word(Office.Act.LAMPIR),
        Set.of("oleh", "alasan", "dasar", "dokumen", "baris"),
        (cara, pada, after, place) ->
            office(Office.Act.LAMPIR, cara.baris, Optional.empty(), cara, pada, after, place));
  }

  private static ExampleStep office(
      Office.Act act,
      Optional<Located<StepId>> baris,
      Optional<Located<StepId>> ke,
      Cara cara,
      LocalDateTime pada,
      Expected after,
      Place place) {
    return new Office(
        act,
        baris,
        ke,
        cara.kepada,
        cara.alasan.orElse(""),
        cara.dasar,
        cara.dokumen,
        pada,
        cara.oleh,
        after,
        place);
  }

  private static String word(Enum<?> act) {
    return act.name().toLowerCase(Locale.ROOT);
  }
}
