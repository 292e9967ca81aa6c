package id.sop.journal;

import com.google.gson.JsonObject;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.routing.RouteReason;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import java.util.List;
import java.util.Map;

/** Reads each kind of event in form 1. */
final class EventReader {
  static final String STARTED = "Started";
  static final String ROW_OPENED = "RowOpened";
  static final String SCHEDULE_RECORDED = "ScheduleRecorded";
  static final String PARTICIPATED = "Participated";
  static final String ROW_COMPLETED = "RowCompleted";
  static final String CORRECTED = "Corrected";
  static final String ENDED = "Ended";
  static final String TERMINATED = "Terminated";

  static final String ROW_SKIPPED = "RowSkipped";
  static final String ROW_AROSE = "RowArose";
  static final String ROW_LAPSED = "RowLapsed";

  static final String PALING = "PALING";
  static final String SESUAI_JADWAL = "SESUAI_JADWAL";
  static final String MENURUT_ATURAN = "MENURUT_ATURAN";

  /** Any other form: its canonical text, which {@link WaktuParser} reads back. */
  static final String TERTULIS = "TERTULIS";

  /** All of them. */
  static final List<String> KINDS =
      List.of(
          STARTED,
          ROW_OPENED,
          SCHEDULE_RECORDED,
          PARTICIPATED,
          ROW_COMPLETED,
          CORRECTED,
          ENDED,
          TERMINATED,
          ROW_SKIPPED,
          ROW_AROSE,
          ROW_LAPSED);

  private EventReader() {}

  static CaseEvent read(EventCodec.Origin origin, JsonObject json) {
    JsonFields in = new JsonFields(origin, json);
    long form = in.number("v");
    if (form != EventCodec.FORM) {
      throw origin.refuse(JournalCode.FORM_UNKNOWN, Long.toString(form));
    }
    CaseEvent event = read(origin, in, in.text("event"));
    in.end();
    return event;
  }

  private static CaseEvent read(EventCodec.Origin origin, JsonFields in, String kind) {
    return switch (kind) {
      case STARTED -> started(in);
      case ROW_OPENED -> rowOpened(in);
      case SCHEDULE_RECORDED -> scheduleRecorded(in);
      case PARTICIPATED -> participated(in);
      case ROW_COMPLETED -> rowCompleted(in);
      case CORRECTED -> corrected(in);
      case ENDED -> new CaseEvent.Ended(in.text("outcome"), why(in), in.instant("occurredAt"));
      case TERMINATED ->
          new CaseEvent.Terminated(actor(in), in.text("alasan"), in.instant("occurredAt"));
      case ROW_SKIPPED ->
          new CaseEvent.RowSkipped(
              step(in),
              in.whole("visit"),
              actor(in),
              in.text("alasan"),
              why(in),
              in.instant("occurredAt"));
      case ROW_AROSE ->
          new CaseEvent.RowArose(step(in), actor(in), in.text("alasan"), in.instant("occurredAt"));
      case ROW_LAPSED ->
          new CaseEvent.RowLapsed(step(in), in.whole("visit"), why(in), in.instant("occurredAt"));
      default -> throw origin.refuse(JournalCode.KIND_UNKNOWN, kind, String.join(", ", KINDS));
    };
  }

  private static CaseEvent started(JsonFields in) {
    return new CaseEvent.Started(
        in.text("sop", SopId::of),
        in.text("versi"),
        in.text("digest"),
        actor(in),
        data(in),
        in.instant("occurredAt"));
  }

  private static CaseEvent rowOpened(JsonFields in) {
    return new CaseEvent.RowOpened(
        step(in),
        in.whole("visit"),
        in.texts("by", PelaksanaCode::of),
        in.object("waktu", EventReader::waktu),
        in.optionalInstant("dueAt"),
        why(in),
        in.instant("occurredAt"));
  }

  private static CaseEvent scheduleRecorded(JsonFields in) {
    return new CaseEvent.ScheduleRecorded(
        step(in),
        in.whole("visit"),
        actor(in),
        in.object("document", EventReader::document),
        in.instant("from"),
        in.instant("to"),
        in.instant("occurredAt"));
  }

  private static CaseEvent participated(JsonFields in) {
    return new CaseEvent.Participated(
        step(in),
        in.whole("visit"),
        actor(in),
        in.optionalObject("evidence", EventReader::document),
        in.instant("occurredAt"));
  }

  private static CaseEvent rowCompleted(JsonFields in) {
    return new CaseEvent.RowCompleted(
        step(in),
        in.whole("visit"),
        actor(in),
        in.optionalText("decision", Label::of),
        in.optionalText("alasan"),
        in.objects("kelengkapan", EventReader::document),
        in.objects("output", EventReader::document),
        data(in),
        why(in),
        again(in),
        in.instant("occurredAt"));
  }

  /** Written only where it is so: a plain "false" would give one event two forms. */
  private static boolean again(JsonFields in) {
    return in.has("again") && in.certainly("again");
  }

  private static CaseEvent corrected(JsonFields in) {
    return new CaseEvent.Corrected(
        in.number("corrects"),
        step(in),
        in.whole("visit"),
        actor(in),
        in.text("alasan"),
        in.optionalObjects("kelengkapan", EventReader::document),
        in.optionalObjects("output", EventReader::document),
        data(in),
        in.optionalInstant("happenedAt"),
        in.instant("occurredAt"));
  }

  private static StepId step(JsonFields in) {
    return in.text("step", StepId::of);
  }

  private static Actor actor(JsonFields in) {
    return in.object(
        "actor", actor -> new Actor(actor.text("id"), actor.text("role", PelaksanaCode::of)));
  }

  private static Map<String, DataValue> data(JsonFields in) {
    return in.map("data", EventReader::value);
  }

  private static DataValue value(JsonFields in) {
    if (in.has("bilangan")) {
      return DataValue.of(in.number("bilangan"));
    }
    if (in.has("tanggal")) {
      return DataValue.of(in.date("tanggal"));
    }
    if (in.has("yaTidak")) {
      return DataValue.of(in.yes("yaTidak"));
    }
    return DataValue.of(in.text("pilihan"));
  }

  private static Waktu waktu(JsonFields in) {
    return in.text("jenis", jenis -> waktu(in, jenis));
  }

  private static Waktu waktu(JsonFields in, String jenis) {
    return switch (jenis) {
      case PALING -> new Waktu.Paling(in.whole("jumlah"), in.text("satuan", Satuan::valueOf));
      case SESUAI_JADWAL -> new Waktu.SesuaiJadwal();
      case MENURUT_ATURAN -> new Waktu.MenurutAturan();
      case TERTULIS -> in.text("teks", EventReader::written);
      default -> throw new IllegalArgumentException("not a kind of waktu: " + jenis);
    };
  }

  private static Waktu written(String teks) {
    return WaktuParser.parse(teks)
        .waktu()
        .filter(waktu -> waktu.teks().equals(teks))
        .orElseThrow(() -> new IllegalArgumentException("not a waktu: " + teks));
  }

  private static RouteReason why(JsonFields in) {
    return in.object(
        "why",
        why ->
            new RouteReason(
                why.text("rule"),
                why.object("place", EventReader::place),
                why.text("digest"),
                why.text("baris"),
                why.text("dasarHukum"),
                why.text("karena")));
  }

  private static Place place(JsonFields in) {
    return new Place(in.text("file"), in.whole("line"), in.whole("column"));
  }

  private static Document document(JsonFields in) {
    return new Document(
        in.text("jenis"),
        in.optionalText("nomor"),
        in.optionalDate("tanggal"),
        in.optionalText("sha256"),
        in.yes("lisan"));
  }
}
