package id.sop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.authority.Appointment;
import id.sop.authority.Mandate;
import id.sop.definition.DataValue;
import id.sop.definition.Eskalasi;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.routing.RouteReason;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
  private static final CaseId CASE = CaseId.of("B-1");
  private static final Instant NOON = Instant.parse("2026-01-05T05:00:00Z");
  private static final Actor ACTOR = Actor.of("u-17", "KABAG_UMUM");
  private static final RouteReason WHY =
      new RouteReason(
          "Surat yang lengkap diteruskan",
          new Place("sop/a/b/rute.drl", 12, 1),
          "d".repeat(64),
          "3",
          "Perbup 7/2020 Pasal 4",
          "lengkap");
  private static final Document SURAT =
      new Document(
          "SURAT MASUK",
          Optional.of("005/12/2026"),
          Optional.of(LocalDate.parse("2026-01-02")),
          Optional.of("e".repeat(64)),
          false);
  private static final String TERMINATED =
      "{\"v\":1,\"event\":\"Terminated\",\"occurredAt\":\"2026-01-05T05:00:00Z\","
          + "\"actor\":{\"id\":\"u-17\",\"role\":\"KABAG_UMUM\"},\"alasan\":\"dicabut\"}";

  /** One full and one bare event of every kind, by the name of its golden file. */
  static List<Map.Entry<String, CaseEvent>> golden() {
    Map<String, CaseEvent> events = new LinkedHashMap<>();
    Map<String, DataValue> data = new LinkedHashMap<>();
    data.put("tujuan", DataValue.of("LUAR_PROVINSI"));
    data.put("nilai", DataValue.of(Long.MAX_VALUE));
    data.put("berangkat", DataValue.of(LocalDate.parse("2026-02-01")));
    data.put("mendesak", DataValue.of(true));
    SopId sop = SopId.of("limapuluhkota.konsultasi");
    StepId step = StepId.of("3");
    PelaksanaCode kabag = PelaksanaCode.of("KABAG_UMUM");
    Optional<Instant> later = Optional.of(NOON.plusMillis(86_400_001));
    events.put("started", new CaseEvent.Started(sop, "1", "a".repeat(64), ACTOR, data, NOON));
    events.put(
        "started-bare", new CaseEvent.Started(sop, "1", "a".repeat(64), ACTOR, Map.of(), NOON));
    events.put(
        "started-for-a-row",
        new CaseEvent.Started(
            sop,
            "1",
            "a".repeat(64),
            ACTOR,
            Map.of(),
            NOON,
            Optional.of(new CaseEvent.Induk(CaseId.of("B-1"), step, 2))));
    events.put(
        "prerequisite-met",
        new CaseEvent.PrerequisiteChecked(
            1, sop, List.of(CaseId.of("B-0")), true, Optional.empty(), Optional.empty(), NOON));
    events.put(
        "prerequisite-unmet",
        new CaseEvent.PrerequisiteChecked(
            2, sop, List.of(), false, Optional.of("mendesak"), Optional.of("Disposisi 7"), NOON));
    events.put(
        "child-begun",
        new CaseEvent.ChildBegun(
            step,
            2,
            ACTOR,
            CaseId.of("B-1/2"),
            sop,
            "1",
            "a".repeat(64),
            data,
            List.of(Document.of("KAK", "1")),
            NOON));
    events.put(
        "child-ended",
        new CaseEvent.ChildEnded(
            step,
            2,
            CaseId.of("B-1/2"),
            "SELESAI",
            data,
            List.of(Document.of("KONTRAK", "7")),
            "b".repeat(64),
            NOON));
    events.put(
        "row-opened",
        new CaseEvent.RowOpened(
            step,
            2,
            List.of(kabag, PelaksanaCode.of("STAF")),
            Waktu.paling(2, Satuan.HARI_KERJA),
            later,
            WHY,
            NOON));
    events.put(
        "row-opened-bare",
        new CaseEvent.RowOpened(
            step, 1, List.of(), Waktu.sesuaiJadwal(), Optional.empty(), WHY, NOON));
    events.put(
        "row-opened-menurut-aturan",
        new CaseEvent.RowOpened(
            step, 1, List.of(kabag), new Waktu.MenurutAturan(), Optional.empty(), WHY, NOON));
    events.put(
        "schedule-recorded",
        new CaseEvent.ScheduleRecorded(step, 1, ACTOR, SURAT, NOON, later.get(), NOON));
    events.put(
        "participated", new CaseEvent.Participated(step, 1, ACTOR, Optional.of(SURAT), NOON));
    events.put(
        "participated-bare", new CaseEvent.Participated(step, 1, ACTOR, Optional.empty(), NOON));
    events.put(
        "row-completed",
        new CaseEvent.RowCompleted(
            step,
            2,
            ACTOR,
            Optional.of(Label.of("TIDAK")),
            Optional.of("salah \"alamat\"\n\\ 😀"),
            List.of(SURAT, Document.lisan("PERINTAH")),
            List.of(Document.of("DISPOSISI", "7")),
            data,
            WHY,
            NOON));
    events.put(
        "row-completed-bare",
        new CaseEvent.RowCompleted(
            step,
            1,
            ACTOR,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of(),
            WHY,
            NOON));
    events.put(
        "corrected",
        new CaseEvent.Corrected(
            4,
            step,
            2,
            ACTOR,
            "nomor keliru",
            Optional.of(List.of(SURAT)),
            Optional.of(List.of()),
            data,
            later,
            NOON));
    events.put(
        "corrected-bare",
        new CaseEvent.Corrected(
            4,
            step,
            2,
            ACTOR,
            "nomor keliru",
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            NOON));
    events.put("ended", new CaseEvent.Ended("SELESAI", WHY, NOON));
    events.put(
        "row-opened-eskalasi",
        new CaseEvent.RowOpened(
            step,
            1,
            List.of(kabag),
            new Waktu.Bersama("2"),
            later,
            WHY,
            NOON,
            List.of(
                new Eskalasi(
                    new Waktu.Paling(2, Satuan.JAM_KERJA),
                    List.of(kabag, PelaksanaCode.of("SEKDA")))),
            Optional.of(NOON.minusSeconds(60))));
    events.put("due-set", new CaseEvent.DueSet(step, 2, "tanggalKegiatan", later, NOON));
    events.put("due-set-bare", new CaseEvent.DueSet(step, 2, "langkah 1", Optional.empty(), NOON));
    events.put(
        "row-completed-again",
        new CaseEvent.RowCompleted(
            step,
            1,
            ACTOR,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of(),
            WHY,
            true,
            NOON));
    events.put("row-skipped", new CaseEvent.RowSkipped(step, 1, ACTOR, "tidak perlu", WHY, NOON));
    events.put("row-arose", new CaseEvent.RowArose(step, ACTOR, "ada pengaduan", NOON));
    events.put(
        "migrated",
        new CaseEvent.Migrated(
            new CaseEvent.Migrated.Version("2025-01", "a".repeat(64)),
            new CaseEvent.Migrated.Version("2026-01", "b".repeat(64)),
            ACTOR,
            "SOP baru berlaku",
            SURAT,
            List.of(
                new CaseEvent.Migrated.Row(StepId.of("2"), Optional.empty()),
                new CaseEvent.Migrated.Row(step, Optional.of(StepId.of("4")))),
            List.of(
                new CaseEvent.Migrated.Open(
                    StepId.of("4"),
                    2,
                    List.of(kabag),
                    Waktu.paling(3, Satuan.HARI_KERJA),
                    later,
                    Optional.of(NOON)),
                new CaseEvent.Migrated.Open(
                    StepId.of("5"),
                    1,
                    List.of(kabag),
                    Waktu.sesuaiJadwal(),
                    Optional.empty(),
                    Optional.empty())),
            NOON));
    events.put("row-lapsed", new CaseEvent.RowLapsed(step, 1, WHY, NOON));
    events.put(
        "row-moved",
        new CaseEvent.RowMoved(
            step,
            2,
            ACTOR,
            CaseEvent.RowMoved.Cara.PINDAH,
            StepId.of("7b"),
            "perintah pimpinan",
            Optional.of("disposisi 12"),
            NOON));
    events.put(
        "row-moved-bare",
        new CaseEvent.RowMoved(
            step,
            1,
            ACTOR,
            CaseEvent.RowMoved.Cara.KEMBALI,
            StepId.of("1"),
            "salah alamat",
            Optional.empty(),
            NOON));
    events.put(
        "recalled",
        new CaseEvent.Recalled(
            12,
            step,
            1,
            ACTOR,
            List.of(new CaseEvent.RowVisit(StepId.of("4"), 1)),
            "salah lampiran",
            NOON));
    events.put(
        "recalled-bare",
        new CaseEvent.Recalled(12, step, 1, ACTOR, List.of(), "salah lampiran", NOON));
    events.put(
        "transferred",
        new CaseEvent.Transferred(
            step, 1, ACTOR, new Actor("u-18", PelaksanaCode.of("STAF")), "cuti", NOON));
    events.put(
        "reopened", new CaseEvent.Reopened(step, ACTOR, "putusan keberatan", "Putusan 3", NOON));
    events.put(
        "attached",
        new CaseEvent.Attached(
            Optional.of(new CaseEvent.RowVisit(step, 2)),
            ACTOR,
            List.of(SURAT),
            Optional.of("susulan"),
            NOON));
    events.put(
        "attached-bare",
        new CaseEvent.Attached(Optional.empty(), ACTOR, List.of(), Optional.empty(), NOON));
    events.put("terminated", new CaseEvent.Terminated(ACTOR, "dicabut", NOON));
    Optional<CaseEvent.RowVisit> row = Optional.of(new CaseEvent.RowVisit(step, 2));
    events.put(
        "clock-stopped",
        new CaseEvent.ClockStopped(
            row,
            ACTOR,
            "berkas belum lengkap",
            Optional.of("UU 14/2008 Pasal 22"),
            List.of(SURAT),
            NOON));
    events.put(
        "clock-stopped-bare",
        new CaseEvent.ClockStopped(
            Optional.empty(), ACTOR, "bencana", Optional.empty(), List.of(), NOON));
    events.put(
        "clock-resumed",
        new CaseEvent.ClockResumed(row, ACTOR, Optional.of("lengkap"), List.of(SURAT), NOON));
    events.put(
        "clock-resumed-bare",
        new CaseEvent.ClockResumed(Optional.empty(), ACTOR, Optional.empty(), List.of(), NOON));
    events.put(
        "extended",
        new CaseEvent.Extended(
            step, 2, ACTOR, Waktu.paling(7, Satuan.HARI_KERJA), "arsip tersebar", SURAT, NOON));
    events.put(
        "due-moved-stop",
        new CaseEvent.DueMoved(step, 2, ACTOR, later, Optional.empty(), new DueCause.Stop(), NOON));
    events.put(
        "due-moved-extension",
        new CaseEvent.DueMoved(
            step, 2, ACTOR, Optional.of(NOON), later, new DueCause.Extension(), NOON));
    events.put(
        "due-moved-calendar",
        new CaseEvent.DueMoved(
            step,
            2,
            Actor.SISTEM,
            Optional.of(NOON),
            later,
            new DueCause.Calendar(List.of("SKB 1/2026"), LocalDate.parse("2026-01-05")),
            NOON));
    acting(events, step);
    return List.copyOf(events.entrySet());
  }

  /** Who has a row in hand, who signs it, who received it; and on what mandate. */
  private static void acting(Map<String, CaseEvent> events, StepId step) {
    PelaksanaCode kabag = PelaksanaCode.of("KABAG_UMUM");
    PelaksanaCode sekda = PelaksanaCode.of("SEKDA");
    Mandate plt =
        Mandate.of(Appointment.Kind.PLT, "821/7", NOON, Optional.of(NOON.plusSeconds(60)));
    Mandate ub =
        new Mandate(
            Appointment.Kind.UNTUK_BELIAU,
            "821/8",
            NOON,
            Optional.empty(),
            2,
            Optional.of(sekda),
            List.of(
                new Mandate.Kecuali(
                    SopId.of("limapuluhkota.konsultasi"), step, Optional.of(Label.of("YA"))),
                new Mandate.Kecuali(SopId.of("a.b"), step, Optional.empty())));
    events.put(
        "participated-returned",
        new CaseEvent.Participated(
            step,
            1,
            ACTOR.with(plt),
            Optional.empty(),
            Optional.of(new CaseEvent.Participated.Kembali(kabag, "salah tanggal")),
            NOON));
    events.put("acknowledged", new CaseEvent.Acknowledged(step, 1, ACTOR.with(ub), NOON));
    events.put("claimed", new CaseEvent.Claimed(step, 1, ACTOR, NOON));
    events.put(
        "released", new CaseEvent.Released(step, 1, ACTOR, Optional.of("pindah tugas"), NOON));
    events.put("released-bare", new CaseEvent.Released(step, 1, ACTOR, Optional.empty(), NOON));
    events.put(
        "signer-added",
        new CaseEvent.SignerAdded(
            step, 1, ACTOR, sekda, Optional.of(kabag), "lintas bidang", "disposisi 7", NOON));
    events.put(
        "signer-added-bare",
        new CaseEvent.SignerAdded(
            step, 1, ACTOR, sekda, Optional.empty(), "lintas bidang", "disposisi 7", NOON));
    events.put(
        "signer-removed",
        new CaseEvent.SignerRemoved(step, 1, ACTOR, sekda, "bukan bidangnya", "disposisi 8", NOON));
  }

  @Test
  void a_mandate_that_cannot_be_is_refused() {
    CaseEvent event =
        new CaseEvent.Claimed(
            StepId.of("3"),
            1,
            ACTOR.with(Mandate.of(Appointment.Kind.PLT, "821/7", NOON, Optional.empty())),
            NOON);
    String good = EventCodec.encode(event);

    for (Map.Entry<String, String> slip :
        Map.of(
                "\"PLT\"", "\"DEFINITIF\"",
                "\"PLT\",", "\"PLT\",\"atasNama\":\"SEKDA\",",
                "\"jenis\":\"PLT\"", "\"jenis\":\"ATAS_NAMA\"",
                "\"821/7\"", "\" \"",
                "\"dari\":\"2026-01-05T05:00:00Z\"",
                    "\"dari\":\"2026-01-05T05:00:00Z\",\"sampai\":\"2026-01-05T05:00:00Z\"",
                "\"nomor\"", "\"perpanjangan\":-1,\"nomor\"")
            .entrySet()) {
      String broken = good.replace(slip.getKey(), slip.getValue());
      assertThat(broken).isNotEqualTo(good);
      assertThatThrownBy(() -> EventCodec.decode(CASE, 1, broken))
          .as(broken)
          .isInstanceOf(JournalException.class)
          .hasMessageContaining(JournalCode.FIELD_INVALID.id());
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void an_event_is_written_and_read_as_it_always_was(Map.Entry<String, CaseEvent> event)
      throws IOException {
    String file = resource("event-1/" + event.getKey() + ".json");

    assertThat(EventCodec.encode(event.getValue())).isEqualTo(file);
    assertThat(EventCodec.decode(CASE, 1, file)).isEqualTo(event.getValue());
  }

  @Test
  void there_is_a_golden_file_of_every_kind() {
    assertThat(golden().stream().map(e -> e.getValue().getClass().getSimpleName()).distinct())
        .containsExactlyInAnyOrderElementsOf(EventReader.KINDS);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = EventCodecTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatever_is_written_is_read_back_equal_and_written_again_the_same() {
    long seed = 20_260_105;
    RandomEvents events = new RandomEvents(seed);

    for (int i = 0; i < 2_000; i++) {
      CaseEvent event = events.next();
      String text = EventCodec.encode(event);
      CaseEvent back = EventCodec.decode(CASE, 1, text);

      assertThat(back).as("seed %s, event %s", seed, i).isEqualTo(event);
      assertThat(EventCodec.encode(back)).as("seed %s, event %s", seed, i).isEqualTo(text);
    }
  }

  @Test
  void equal_facts_give_equal_text_in_whatever_order_they_became_known() {
    Map<String, DataValue> one = new LinkedHashMap<>();
    one.put("b", DataValue.of(1));
    one.put("a", DataValue.of(2));
    Map<String, DataValue> other = new LinkedHashMap<>();
    other.put("a", DataValue.of(2));
    other.put("b", DataValue.of(1));

    assertThat(EventCodec.encode(started(one))).isEqualTo(EventCodec.encode(started(other)));
  }

  private static CaseEvent started(Map<String, DataValue> data) {
    return new CaseEvent.Started(SopId.of("a.b"), "1", "", ACTOR, data, NOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "a\ude00\ud83db"})
  void half_a_surrogate_pair_is_refused_when_written(String half) {
    assertThatThrownBy(() -> EventCodec.encode(new CaseEvent.Terminated(ACTOR, half, NOON)))
        .isInstanceOf(JournalException.class)
        .hasMessageStartingWith("SOP-5008")
        .hasMessageContaining("alasan");
    assertThatThrownBy(() -> EventCodec.encode(started(Map.of(half, DataValue.of(1)))))
        .hasMessageStartingWith("SOP-5008");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
  void a_time_beyond_four_digits_of_year_is_refused(String time) {
    CaseEvent event = new CaseEvent.Terminated(ACTOR, "x", Instant.parse(time));

    assertThatThrownBy(() -> EventCodec.encode(event)).hasMessageStartingWith("SOP-5009");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"v\":1,             | \"v\":1,\"v\":1,            | SOP-5001",
        "\"v\":1,             | \"x\":1,                    | SOP-5005",
        "\"v\":1              | \"v\":2                     | SOP-5003",
        "\"v\":1              | \"v\":1.0                   | SOP-5006",
        "\"v\":1              | \"v\":1e0                   | SOP-5006",
        "\"v\":1              | \"v\":\"1\"                 | SOP-5006",
        "\"v\":1              | \"v\":true                  | SOP-5006",
        "\"v\":1              | \"v\":null                  | SOP-5006",
        "\"v\":1              | \"v\":NaN                   | SOP-5001",
        "\"v\":1              | \"v\":01                    | SOP-5001",
        "\"v\":1              | \"v\":9223372036854775808   | SOP-5006",
        "Terminated           | Berakhir                    | SOP-5002",
        "Terminated           | Ended                       | SOP-5005",
        "\"alasan\":          | \"Alasan\":                 | SOP-5005",
        "\"dicabut\"          | [\"dicabut\"]               | SOP-5006",
        "\"dicabut\"          | 7                           | SOP-5006",
        "\"dicabut\"          | \"dicabut\",\"a\":0         | SOP-5004",
        "\"dicabut\"          | \"dicabut\",                | SOP-5001",
        "\"dicabut\"          | 'dicabut'                   | SOP-5001",
        "\"dicabut\"          | \"dicabut\"/* */            | SOP-5001",
        "\"id\":\"u-17\"      | \"id\":\"u-17\",\"nip\":\"\"| SOP-5004",
        "\"id\":\"u-17\"      | \"id\":\"\"                 | SOP-5007",
        "KABAG_UMUM           | kabag                       | SOP-5007",
        "05:00:00Z            | 05:00:00+00:00              | SOP-5007",
        "05:00:00Z            | 05:00:00.000Z               | SOP-5007",
        "2026-01-05T05        | 2026-02-30T05               | SOP-5007",
      })
  void anything_but_the_form_is_refused(String from, String to, String code) {
    String text = TERMINATED.replace(from, to);

    assertThat(text).isNotEqualTo(TERMINATED);
    assertThatThrownBy(() -> EventCodec.decode(CASE, 7, text))
        .isInstanceOf(JournalException.class)
        .hasMessageStartingWith(code)
        .hasMessageContaining("7")
        .hasMessageContaining("B-1");
  }

  @Test
  void half_a_surrogate_pair_is_refused_when_read() {
    assertThatThrownBy(() -> EventCodec.decode(CASE, 7, TERMINATED.replace("dicabut", "\ud83d")))
        .isInstanceOf(JournalException.class);
    assertThatThrownBy(() -> EventCodec.decode(CASE, 7, TERMINATED.replace("dicabut", "\\ud83d")))
        .isInstanceOf(JournalException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{}x", "\ufeff{}", " {}", "{\"a\":{\"b\":1}"})
  void what_is_not_one_object_is_refused(String text) {
    assertThatThrownBy(() -> EventCodec.decode(CASE, 7, text)).isInstanceOf(JournalException.class);
  }

  @Test
  void a_field_is_named_by_its_whole_path() throws IOException {
    String text = resource("event-1/row-completed.json").replace("\"line\":12", "\"line\":0");

    assertThatThrownBy(() -> EventCodec.decode(CASE, 7, text))
        .hasMessage(
            "SOP-5007: Field why.place of entry 7 of case B-1 has a value that cannot be. Verify"
                + " the case to see whether its record was changed; restore the entry from a"
                + " backup.");
  }

  @Test
  void no_damage_gets_past_the_reader_as_anything_but_a_journal_exception() {
    long seed = 5;
    Random random = new Random(seed);
    RandomEvents events = new RandomEvents(seed);

    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(EventCodec.encode(events.next()));
      for (int n = random.nextInt(3); n >= 0; n--) {
        damage(text, random);
      }
      try {
        EventCodec.decode(CASE, 1, text.toString());
      } catch (JournalException refused) {
        assertThat(refused.code()).as("seed %s, round %s", seed, i).isNotNull();
      }
    }
  }

  private static void damage(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    String alphabet = "{}[]\",:\\0-9eE.truefalsn\u0000\ud800 ";
    char c = alphabet.charAt(random.nextInt(alphabet.length()));
    switch (random.nextInt(3)) {
      case 0 -> text.setCharAt(at, c);
      case 1 -> text.insert(at, c);
      default -> text.deleteCharAt(at);
    }
    if (text.isEmpty()) {
      text.append(' ');
    }
  }
}
