package id.sop.journal;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Events of every kind with every kind of text in them; the same seed gives the same events. */
public final class RandomEvents {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\"",
          "\\",
          "\\u0041",
          "\n\r\t\b\f",
          "\u0000\u0001\u001f\u007f",
          "\u2028\u2029\ufeff\ufffd\uffff",
          "é",
          "e\u0301",
          "ꦗꦮ",
          "😀\uD83D\uDE00",
          "</script>&='",
          "{\"v\":1}",
          "null",
          "-,",
          "12:abc,");

  private static final List<Satuan> SATUAN = List.of(Satuan.values());

  private final Random random;

  public RandomEvents(long seed) {
    this.random = new Random(seed);
  }

  /** The next event. */
  public CaseEvent next() {
    return switch (random.nextInt(30)) {
      case 29 ->
          new CaseEvent.PrerequisiteChecked(
              random.nextInt(),
              SopId.of("a.b-" + random.nextInt(99)),
              list(() -> CaseId.of("B-" + random.nextInt(99))),
              random.nextBoolean(),
              maybe(this::text),
              maybe(this::text),
              instant());
      case 26 ->
          new CaseEvent.ChildBegun(
              step(),
              random.nextInt(),
              actor(),
              CaseId.of("B-" + random.nextInt(99)),
              SopId.of("a.b-" + random.nextInt(99)),
              text(),
              text(),
              data(),
              list(this::document),
              instant());
      case 27 ->
          new CaseEvent.ChildEnded(
              step(),
              random.nextInt(),
              CaseId.of("B-" + random.nextInt(99)),
              text(),
              data(),
              list(this::document),
              text(),
              instant());
      case 17 ->
          new CaseEvent.DueSet(step(), random.nextInt(), text(), maybe(this::instant), instant());
      case 0 ->
          new CaseEvent.Started(
              SopId.of("a.b-" + random.nextInt(99)),
              text(),
              text(),
              actor(),
              data(),
              instant(),
              maybe(
                  () ->
                      new CaseEvent.Induk(
                          CaseId.of("B-" + random.nextInt(99)), step(), random.nextInt())));
      case 1 ->
          new CaseEvent.RowOpened(
              step(),
              random.nextInt(),
              list(this::code),
              waktu(),
              maybe(this::instant),
              why(),
              instant(),
              list(
                  () ->
                      new Eskalasi(
                          new Waktu.Paling(
                              1 + random.nextInt(99), SATUAN.get(random.nextInt(SATUAN.size()))),
                          List.of(code(), code()))),
              maybe(this::instant));
      case 2 ->
          new CaseEvent.ScheduleRecorded(
              step(), random.nextInt(), actor(), document(), instant(), instant(), instant());
      case 3 ->
          new CaseEvent.Participated(
              step(),
              random.nextInt(),
              actor(),
              maybe(this::document),
              maybe(() -> new CaseEvent.Participated.Kembali(code(), text())),
              instant());
      case 4 ->
          new CaseEvent.RowCompleted(
              step(),
              random.nextInt(),
              actor(),
              maybe(() -> Label.of("YA_" + random.nextInt(99))),
              maybe(this::text),
              list(this::document),
              list(this::document),
              data(),
              why(),
              random.nextBoolean(),
              instant());
      case 5 ->
          new CaseEvent.Corrected(
              random.nextLong(),
              step(),
              random.nextInt(),
              actor(),
              text(),
              maybe(() -> list(this::document)),
              maybe(() -> list(this::document)),
              data(),
              maybe(this::instant),
              instant());
      case 18 ->
          new CaseEvent.RowSkipped(step(), random.nextInt(), actor(), text(), why(), instant());
      case 19 -> new CaseEvent.RowArose(step(), actor(), text(), instant());
      case 11 -> new CaseEvent.RowLapsed(step(), random.nextInt(), why(), instant());
      case 6 -> new CaseEvent.Ended(text(), why(), instant());
      case 7 ->
          new CaseEvent.ClockStopped(
              maybe(this::visit),
              actor(),
              text(),
              maybe(this::text),
              list(this::document),
              instant());
      case 8 ->
          new CaseEvent.ClockResumed(
              maybe(this::visit), actor(), maybe(this::text), list(this::document), instant());
      case 9 ->
          new CaseEvent.Extended(
              step(), random.nextInt(), actor(), waktu(), text(), document(), instant());
      case 10 ->
          new CaseEvent.DueMoved(
              step(),
              random.nextInt(),
              actor(),
              maybe(this::instant),
              maybe(this::instant),
              cause(),
              instant());
      case 16 -> new CaseEvent.Acknowledged(step(), random.nextInt(), actor(), instant());
      case 12 -> new CaseEvent.Claimed(step(), random.nextInt(), actor(), instant());
      case 13 ->
          new CaseEvent.Released(step(), random.nextInt(), actor(), maybe(this::text), instant());
      case 14 ->
          new CaseEvent.SignerAdded(
              step(),
              random.nextInt(),
              actor(),
              code(),
              maybe(this::code),
              text(),
              text(),
              instant());
      case 15 ->
          new CaseEvent.SignerRemoved(
              step(), random.nextInt(), actor(), code(), text(), text(), instant());
      case 20 ->
          new CaseEvent.RowMoved(
              step(),
              random.nextInt(),
              actor(),
              CaseEvent.RowMoved.Cara.values()[random.nextInt(2)],
              step(),
              text(),
              maybe(this::text),
              instant());
      case 21 ->
          new CaseEvent.Recalled(
              random.nextLong(),
              step(),
              random.nextInt(),
              actor(),
              list(this::visit),
              text(),
              instant());
      case 22 ->
          new CaseEvent.Transferred(step(), random.nextInt(), actor(), actor(), text(), instant());
      case 23 -> new CaseEvent.Reopened(step(), actor(), text(), text(), instant());
      case 24 ->
          new CaseEvent.Attached(
              maybe(this::visit), actor(), list(this::document), maybe(this::text), instant());
      case 28 ->
          new CaseEvent.Migrated(
              new CaseEvent.Migrated.Version(text(), text()),
              new CaseEvent.Migrated.Version(text(), text()),
              actor(),
              text(),
              document(),
              list(() -> new CaseEvent.Migrated.Row(step(), maybe(this::step))),
              list(
                  () ->
                      new CaseEvent.Migrated.Open(
                          step(),
                          random.nextInt(),
                          list(this::code),
                          waktu(),
                          maybe(this::instant),
                          maybe(this::instant))),
              instant());
      default -> new CaseEvent.Terminated(actor(), text(), instant());
    };
  }

  /** A text of zero to three odd pieces. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(TEXTS.get(random.nextInt(TEXTS.size())));
    }
    return text.toString();
  }

  private CaseEvent.RowVisit visit() {
    return new CaseEvent.RowVisit(step(), random.nextInt());
  }

  private DueCause cause() {
    return switch (random.nextInt(3)) {
      case 0 -> new DueCause.Stop();
      case 1 -> new DueCause.Extension();
      default ->
          new DueCause.Calendar(
              list(this::text), LocalDate.ofEpochDay(random.nextInt(60_000) - 20_000));
    };
  }

  private StepId step() {
    return StepId.of(random.nextInt(99) + "b");
  }

  private PelaksanaCode code() {
    return PelaksanaCode.of("P" + random.nextInt(99));
  }

  private Actor actor() {
    return new Actor("u" + text(), code(), maybe(this::mandate));
  }

  private Mandate mandate() {
    List<Appointment.Kind> kinds = List.of(Appointment.Kind.values());
    Appointment.Kind kind = kinds.get(1 + random.nextInt(kinds.size() - 1));
    Instant from = instant();
    return new Mandate(
        kind,
        "M" + text(),
        from,
        maybe(() -> from.plusNanos(1_000L * (1 + random.nextInt(1_000_000)))),
        random.nextInt(3),
        kind.namesSuperior() ? Optional.of(code()) : Optional.empty(),
        list(
            () ->
                new Mandate.Kecuali(
                    SopId.of("a.b"), step(), maybe(() -> Label.of("YA_" + random.nextInt(99))))));
  }

  private Document document() {
    return new Document(
        "S" + text(),
        maybe(this::text),
        maybe(() -> LocalDate.ofEpochDay(random.nextInt(60_000) - 20_000)),
        maybe(this::text),
        random.nextBoolean());
  }

  private RouteReason why() {
    Place place = new Place(text(), 1 + random.nextInt(999), 1 + random.nextInt(99));
    return new RouteReason(text(), place, text(), text(), text(), text());
  }

  private Waktu waktu() {
    Waktu.Paling paling =
        new Waktu.Paling(1 + random.nextInt(9998), SATUAN.get(random.nextInt(SATUAN.size())));
    return switch (random.nextInt(9)) {
      case 0 -> paling;
      case 1 -> Waktu.sesuaiJadwal();
      case 2 -> new Waktu.PalingCepat(paling);
      case 3 -> new Waktu.Rentang(paling.jumlah(), paling.jumlah() + 1, paling.satuan());
      case 4 -> new Waktu.SasaranDanBatas(paling, new Waktu.Paling(9999, paling.satuan()));
      case 5 -> new Waktu.PerItem(paling, "berkas");
      case 6 -> new Waktu.Pilihan(List.of(paling, new Waktu.Paling(1, Satuan.BULAN)));
      case 7 -> new Waktu.SesuaiKebutuhan();
      default -> new Waktu.MenurutAturan();
    };
  }

  private Map<String, DataValue> data() {
    Map<String, DataValue> data = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      data.put(text(), value());
    }
    return data;
  }

  private DataValue value() {
    return switch (random.nextInt(5)) {
      case 0 -> DataValue.of(text());
      case 1 -> DataValue.of(random.nextLong());
      case 2 -> DataValue.of(random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE);
      case 3 -> DataValue.of(LocalDate.ofEpochDay(random.nextInt(60_000)));
      default -> DataValue.of(random.nextBoolean());
    };
  }

  private Instant instant() {
    long second = random.nextInt(2_000_000_000) - 500_000_000L;
    return switch (random.nextInt(3)) {
      case 0 -> Instant.ofEpochSecond(second);
      case 1 -> Instant.ofEpochSecond(second, 1_000L * random.nextInt(1_000_000));
      default -> Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
    };
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> list(Supplier<T> value) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> value.get()).toList();
  }
}
