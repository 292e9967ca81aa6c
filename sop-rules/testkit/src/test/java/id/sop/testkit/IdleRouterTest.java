package id.sop.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteReason;
import id.sop.routing.Router;
import id.sop.routing.Target;
import id.sop.worktime.Waktu;
import id.sop.worktime.WorkCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The kit against arrows that do nothing, or always the same: nothing that it says may hold. */
class IdleRouterTest {
  private static final Procedure SOUND = Kit.of(Kit.bundle("limapuluhkota.konsultasi")).procedure();
  private static final RouteReason WHY =
      new RouteReason("selalu begini", new Place("malas.drl", 7, 1), "00", "1", "tidak ada", "");

  /** Every word that must hold, each on a case that it is true of with the sound arrows. */
  private static final Map<String, Consumer<Berkas>> WORDS = words();

  private static Map<String, Consumer<Berkas>> words() {
    Map<String, Consumer<Berkas>> words = new LinkedHashMap<>();
    words.put("berada", b -> atTwo(b).berada("2"));
    words.put("pada", b -> atTwo(b).pada("KABAG"));
    words.put("tenggat", b -> atTwo(b).tenggat("2026-03-03T15:00"));
    words.put("tanpaTenggat", b -> atSix(b).tanpaTenggat());
    words.put("kembaliKe", b -> back(b).kembaliKe("2"));
    words.put("ditolak", b -> refused(b).ditolak("SOP-4005"));
    words.put("berakhir", b -> stopped(b).berakhir("DIHENTIKAN"));
    return words;
  }

  private static Hasil atTwo(Berkas berkas) {
    berkas.mulai("2026-03-02T08:00");
    return berkas.waktu("2026-03-02T10:00").selesaikan("1");
  }

  private static Hasil back(Berkas berkas) {
    atTwo(berkas);
    berkas.selesaikan("2");
    return berkas.selesaikan("3").keputusan("TIDAK").alasan("belum ada dalam matrik kerja");
  }

  private static Hasil atSix(Berkas berkas) {
    atTwo(berkas);
    berkas.selesaikan("2");
    berkas.selesaikan("3").keputusan("YA");
    berkas.selesaikan("4");
    return berkas.selesaikan("5");
  }

  private static Hasil refused(Berkas berkas) {
    atTwo(berkas);
    return berkas.selesaikan("2").oleh("SEKWAN");
  }

  private static Hasil stopped(Berkas berkas) {
    atTwo(berkas);
    return berkas.hentikan("kegiatan dibatalkan");
  }

  private static Berkas on(Router router) {
    return new Scene(new Procedure(SOUND.sop(), router, SOUND.digest()), WorkCalendar.indonesia())
        .berkas();
  }

  private static Router to(String row, String role) {
    Target target =
        new Target(StepId.of(row), List.of(PelaksanaCode.of(role)), Waktu.sesuaiJadwal());
    return question -> new RouteAnswer.Open(List.of(target), WHY);
  }

  @TestFactory
  Stream<DynamicTest> every_word_holds_on_the_sound_arrows() {
    return WORDS.entrySet().stream()
        .map(
            word ->
                DynamicTest.dynamicTest(
                    word.getKey(), () -> word.getValue().accept(on(SOUND.router()))));
  }

  @TestFactory
  Stream<DynamicTest> no_word_holds_where_nothing_moves() {
    return failing(question -> new RouteAnswer.NoRoute(), WORDS);
  }

  @TestFactory
  Stream<DynamicTest> no_word_holds_where_every_case_ends_at_once() {
    return failing(question -> new RouteAnswer.End("SELESAI", WHY), WORDS);
  }

  @TestFactory
  Stream<DynamicTest> no_word_about_an_arrow_holds_where_every_arrow_leads_to_one_row() {
    Map<String, Consumer<Berkas>> arrows = new LinkedHashMap<>(WORDS);
    // The case can be stopped in any row.
    arrows.remove("berakhir");
    return failing(to("13", "KASUBAG"), arrows);
  }

  private static Stream<DynamicTest> failing(Router router, Map<String, Consumer<Berkas>> words) {
    return words.entrySet().stream()
        .map(
            word ->
                DynamicTest.dynamicTest(
                    word.getKey(),
                    () ->
                        assertThatThrownBy(() -> word.getValue().accept(on(router)))
                            .isInstanceOf(AssertionError.class)));
  }

  // Each word fails by itself, where only what it says is wrong.

  private static void fails(Runnable said, String... parts) {
    assertThatThrownBy(said::run).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
  }

  @Test
  void a_wrong_row_is_told_with_the_rule_and_both_places() {
    Berkas berkas = on(SOUND.router());

    fails(
        () -> atTwo(berkas).berada("3"),
        "IdleRouterTest.java:",
        "Sesudah baris 1 baris yang terbuka seharusnya 3, ternyata 2.",
        "“1: informasi sampai di Kabag” (sop/limapuluhkota/konsultasi/rute.drl:18:1)");
  }

  @Test
  void a_wrong_performer_is_told() {
    fails(
        () -> atTwo(on(SOUND.router())).pada("SEKWAN"),
        "Sesudah baris 1 pelaksananya seharusnya SEKWAN, ternyata KABAG.",
        "rute.drl:18:1");
  }

  @Test
  void a_wrong_due_time_is_told() {
    fails(
        () -> atTwo(on(SOUND.router())).tenggat("2026-03-04T15:00"),
        "tenggatnya seharusnya 2026-03-04T15:00, ternyata 2026-03-03T15:00.");
    fails(
        () -> atTwo(on(SOUND.router())).tanpaTenggat(),
        "tenggatnya seharusnya tidak ada, ternyata 2026-03-03T15:00.");
  }

  @Test
  void a_way_forward_is_no_return() {
    fails(
        () -> atTwo(on(SOUND.router())).kembaliKe("2"),
        "SOP-8327",
        "kembali ke baris 2, ternyata baris itu baru terbuka untuk pertama kali.",
        "rute.drl:18:1");
  }

  @Test
  void an_accepted_step_and_another_refusal_are_no_refusal() {
    fails(
        () -> atTwo(on(SOUND.router())).ditolak("SOP-4005"),
        "Seharusnya baris 1 ditolak dengan SOP-4005, ternyata diterima.");
    fails(
        () -> refused(on(SOUND.router())).ditolak("SOP-4002"),
        "Seharusnya baris 2 ditolak dengan SOP-4002, ternyata dengan SOP-4005");
  }

  @Test
  void a_case_that_runs_has_not_ended() {
    fails(
        () -> atTwo(on(SOUND.router())).berakhir("SELESAI"),
        "berkas seharusnya berakhir SELESAI, ternyata BERJALAN.");
  }

  @Test
  void a_refused_step_that_nobody_looks_at_fails_when_the_next_one_begins() {
    Berkas berkas = on(SOUND.router());
    berkas.mulai("2026-03-02T08:00");
    berkas.selesaikan("4");

    fails(
        () -> berkas.selesaikan("1"),
        "Seharusnya baris 4 diterima, ternyata ditolak dengan SOP-4002");
  }

  @Test
  void what_was_told_can_be_played_again() {
    Scene scene = new Scene(SOUND, WorkCalendar.indonesia());
    Berkas berkas = scene.berkas();
    back(berkas).kembaliKe("2").pada("KABAG");
    berkas.hentikan("kegiatan dibatalkan").berakhir("DIHENTIKAN");

    var recorded = scene.recorded("sekwan menolak").get(0);

    assertThat(recorded.langkah()).hasSize(4);
    assertThat(recorded.akhir().orElseThrow().value()).isEqualTo("DIHENTIKAN");
    assertThat(
            id.sop.rules.example.ExamplePlay.run(
                SOUND, recorded, id.sop.worktime.WorkCalendar.indonesia()))
        .isEmpty();
    assertThat(
            id.sop.rules.example.ExamplePlay.run(
                new Procedure(SOUND.sop(), to("2", "KABAG"), SOUND.digest()),
                recorded,
                id.sop.worktime.WorkCalendar.indonesia()))
        .isNotEmpty();
  }
}
