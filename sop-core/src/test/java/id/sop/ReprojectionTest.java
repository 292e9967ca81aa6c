package id.sop;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.casework.CaseworkCode;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.definition.DataDomain;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.DueCause;
import id.sop.journal.Entry;
import id.sop.problem.Language;
import id.sop.routing.Procedure;
import id.sop.store.ForwardingStore;
import id.sop.store.MemoryStore;
import id.sop.store.OpenCaseRow;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import id.sop.worktime.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A decree that comes after cases were opened moves what is open, and says so. */
class ReprojectionTest {
  private static final Actor STAF = Actor.of("u", "STAF");

  /** Lets a test see which journals were read. */
  private static final class Watched extends ForwardingStore {
    private final List<CaseId> read = new ArrayList<>();

    Watched() {
      super(MemoryStore.create());
    }

    @Override
    public List<Entry> read(CaseId caseId) {
      read.add(caseId);
      return super.read(caseId);
    }
  }

  private final SettableClock clock = SettableClock.at(wib("2026-05-04T08:00"), ZoneOffset.UTC);
  private final Watched store = new Watched();
  private final SopEngine engine = engine(procedure("kota.surat", 3));

  private static Instant wib(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Jakarta")).toInstant();
  }

  private static CaseId id(String id) {
    return CaseId.of(id);
  }

  /** An SOP of one row with so many working days. */
  private static Procedure procedure(String id, int days) {
    Sop sop = aSop().id(id).row(aRow("1").within(Waktu.paling(days, Satuan.HARI_KERJA))).build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").ends();
    return Desk.procedure(sop, arrows);
  }

  private SopEngine engine(Procedure procedure) {
    return SopEngine.builder()
        .procedure(procedure)
        .store(store)
        .calendar(WorkCalendar.indonesia())
        .clock(clock)
        .build();
  }

  private static WorkCalendar with(String... decrees) {
    String text = "keputusan:\n" + String.join("", decrees);
    WorkCalendar.Reading reading = WorkCalendar.indonesia().with("kalender.yaml", text);
    return reading.calendar().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  private static String decree(String source, String signed, String date) {
    return """
          - sumber: %s
            diketahui: %s
            liburDaerah:
              - { tanggal: %s, nama: Libur }
        """
        .formatted(source, signed, date);
  }

  private void start(SopEngine on, String sop, String caseId) {
    Outcome outcome = on.submit(Command.start(id(caseId), SopId.of(sop), STAF).build());
    assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
  }

  private Instant due(String caseId) {
    return engine.state(id(caseId)).openRows().get(0).dueAt().orElseThrow();
  }

  private CaseEvent.DueMoved lastMove(String caseId) {
    List<Entry> journal = engine.journal(id(caseId));
    return (CaseEvent.DueMoved) journal.get(journal.size() - 1).event();
  }

  @Test
  void a_decree_signed_since_moves_open_rows_and_is_named_with_the_day_of_knowledge() {
    start(engine, "kota.surat", "B-1");
    // Monday 4 May + 3 hari kerja.
    assertThat(due("B-1")).isEqualTo(wib("2026-05-07T16:00"));
    clock.set(wib("2026-05-05T09:00"));
    engine.calendar(with(decree("Keputusan Bupati 10/2026", "2026-05-05", "2026-05-06")));

    Reprojection done = engine.reproject();

    assertThat(done).isEqualTo(new Reprojection(1, 1, 1, List.of()));
    assertThat(due("B-1")).isEqualTo(wib("2026-05-08T16:30"));
    assertThat(lastMove("B-1").actor()).isEqualTo(Actor.SISTEM);
    assertThat(lastMove("B-1").from()).contains(wib("2026-05-07T16:00"));
    assertThat(lastMove("B-1").cause())
        .isEqualTo(
            new DueCause.Calendar(List.of("Keputusan Bupati 10/2026"), LocalDate.of(2026, 5, 5)));
    assertThat(engine.verify(id("B-1"))).isEmpty();
    assertThat(engine.openRows())
        .extracting(OpenCaseRow::dueAt)
        .containsExactly(Optional.of(wib("2026-05-08T16:30")));
  }

  @Test
  void a_day_off_between_a_due_and_the_date_that_it_is_counted_back_from_moves_it_too() {
    Waktu before = WaktuParser.parse("3 hari kerja sebelum tanggalKegiatan").waktu().orElseThrow();
    Sop sop =
        aSop()
            .id("kota.acara")
            .fact(
                "tanggalKegiatan",
                new DataDomain.Tanggal(DataDomain.TANGGAL_PERTAMA, DataDomain.TANGGAL_TERAKHIR))
            .row(aRow("1").within(before))
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").ends();
    SopEngine on = engine(Desk.procedure(sop, arrows));
    on.submit(
        Command.start(id("B-1"), sop.id(), STAF)
            .data("tanggalKegiatan", LocalDate.of(2026, 6, 12))
            .build());
    assertThat(on.reproject().moved()).isZero();
    on.calendar(with(decree("Keputusan Bupati 11/2026", "2026-05-01", "2026-06-11")));

    Reprojection done = on.reproject();

    assertThat(done).isEqualTo(new Reprojection(1, 1, 1, List.of()));
    assertThat(on.state(id("B-1")).openRows().get(0).dueAt()).contains(wib("2026-06-08T16:00"));
    assertThat(((DueCause.Calendar) lastMove("B-1").cause()).keputusan())
        .containsExactly("Keputusan Bupati 11/2026");
    assertThat(on.reproject().read()).isZero();
  }

  @Test
  void a_decree_signed_before_and_entered_late_is_named_too() {
    start(engine, "kota.surat", "B-1");
    engine.calendar(
        with(
            decree("Keputusan Bupati 1/2026", "2026-01-05", "2026-05-06"),
            decree("Keputusan Bupati 2/2026", "2026-01-06", "2026-06-10")));

    engine.reproject();

    assertThat(((DueCause.Calendar) lastMove("B-1").cause()).keputusan())
        .containsExactly("Keputusan Bupati 1/2026");
  }

  @Test
  void two_decrees_that_moved_it_together_are_both_named() {
    start(engine, "kota.surat", "B-1");
    engine.calendar(
        with(
            decree("Keputusan Bupati 1/2026", "2026-01-05", "2026-05-05"),
            decree("Keputusan Bupati 2/2026", "2026-01-06", "2026-05-07")));

    engine.reproject();

    assertThat(due("B-1")).isEqualTo(wib("2026-05-11T16:00"));
    assertThat(((DueCause.Calendar) lastMove("B-1").cause()).keputusan())
        .containsExactlyInAnyOrder("Keputusan Bupati 1/2026", "Keputusan Bupati 2/2026");
  }

  @Test
  void a_decree_that_takes_a_day_back_moves_it_forward_again() {
    clock.set(wib("2026-05-11T08:00"));
    start(engine, "kota.surat", "B-1");
    // 14 May is Kenaikan Yesus Kristus, 15 May cuti bersama: 12, 13, 18.
    assertThat(due("B-1")).isEqualTo(wib("2026-05-18T16:00"));
    clock.set(wib("2026-05-12T08:00"));
    engine.calendar(
        with(
            """
              - sumber: SKB Perubahan
                diketahui: 2026-05-12
                dicabut:
                  - { tanggal: 2026-05-15, jenis: cutiBersama }
            """));

    engine.reproject();

    assertThat(due("B-1")).isEqualTo(wib("2026-05-15T16:30"));
    assertThat(((DueCause.Calendar) lastMove("B-1").cause()).keputusan())
        .singleElement()
        .asString()
        .endsWith("(dicabut)");
  }

  @Test
  void when_nothing_moves_no_journal_is_read() {
    start(engine, "kota.surat", "B-1");
    clock.set(wib("2026-05-05T09:00"));
    start(engine, "kota.surat", "B-2");
    engine.calendar(with(decree("Keputusan Bupati 3/2026", "2026-05-05", "2026-07-01")));
    store.read.clear();

    // No decreed day lies between opening and due time, whatever was known.
    assertThat(engine.reproject()).isEqualTo(new Reprojection(2, 0, 0, List.of()));

    assertThat(store.read).isEmpty();
  }

  @Test
  void after_a_projection_only_what_changed_since_is_looked_at() {
    clock.set(wib("2026-05-11T08:00"));
    start(engine, "kota.surat", "B-1");
    clock.set(wib("2026-06-08T08:00"));
    start(engine, "kota.surat", "B-2");
    // B-1 spans a holiday, so that the first look reads it; it finds nothing.
    assertThat(engine.reproject()).isEqualTo(new Reprojection(2, 1, 0, List.of()));
    store.read.clear();

    assertThat(engine.reproject().read()).isZero();
    engine.calendar(with(decree("Keputusan Bupati 4/2026", "2026-06-08", "2026-06-10")));
    assertThat(engine.reproject()).isEqualTo(new Reprojection(2, 1, 1, List.of()));

    assertThat(store.read).containsOnly(id("B-2"));
  }

  @Test
  void a_decree_that_becomes_known_by_the_day_alone_moves_what_it_touches() {
    engine.calendar(with(decree("Keputusan Bupati 5/2026", "2026-05-06", "2026-05-07")));
    start(engine, "kota.surat", "B-1");
    assertThat(engine.reproject().moved()).isZero();
    assertThat(due("B-1")).isEqualTo(wib("2026-05-07T16:00"));

    clock.set(wib("2026-05-06T08:00"));

    assertThat(engine.reproject().moved()).isEqualTo(1);
    assertThat(due("B-1")).isEqualTo(wib("2026-05-08T16:30"));
  }

  @Test
  void a_case_that_cannot_be_computed_is_listed_and_stops_nothing() {
    SopEngine other = engine(procedure("kota.arsip", 3));
    start(other, "kota.arsip", "B-1");
    start(engine, "kota.surat", "B-2");
    engine.calendar(with(decree("Keputusan Bupati 6/2026", "2026-05-04", "2026-05-06")));

    Reprojection done = engine.reproject();

    assertThat(done.moved()).isEqualTo(1);
    assertThat(done.failures())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.caseId()).isEqualTo(id("B-1"));
              assertThat(f.code()).isEqualTo(CaseworkCode.VERSION_NOT_LOADED);
              assertThat(f.text(Language.EN)).contains("kota.arsip");
            });
    // It is tried again, while what moved is not.
    assertThat(engine.reproject()).isEqualTo(new Reprojection(2, 2, 0, done.failures()));
  }

  @Test
  void other_office_hours_touch_every_row() {
    start(engine, "kota.surat", "B-1");
    engine.calendar(WorkCalendar.indonesiaSixDays());

    assertThat(engine.reprojectAll().moved()).isEqualTo(1);
    // Monday to Thursday 07:30-14:45.
    assertThat(due("B-1")).isEqualTo(wib("2026-05-07T14:45"));
    assertThat(((DueCause.Calendar) lastMove("B-1").cause()).keputusan()).isEmpty();
  }

  @Test
  void one_case_is_computed_anew_by_an_official_and_refused_when_nothing_moves() {
    start(engine, "kota.surat", "B-1");
    assertThat(engine.submit(Command.reproject(id("B-1"), STAF).build()))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            r ->
                assertThat(r.why())
                    .singleElement()
                    .satisfies(w -> assertThat(w.code()).isEqualTo(CaseworkCode.DUE_UNCHANGED)));
    engine.calendar(with(decree("Keputusan Bupati 7/2026", "2026-05-04", "2026-05-06")));

    assertThat(engine.submit(Command.reproject(id("B-1"), Actor.of("u", "TAMU")).build()))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(engine.submit(Command.reproject(id("B-1"), STAF).build()))
        .isInstanceOf(Outcome.Recorded.class);
  }
}
