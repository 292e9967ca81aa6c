package id.sop.journal;

import com.google.gson.JsonObject;
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
import id.sop.worktime.WaktuParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  static final String CLOCK_STOPPED = "ClockStopped";
  static final String CLOCK_RESUMED = "ClockResumed";
  static final String EXTENDED = "Extended";
  static final String DUE_MOVED = "DueMoved";
  static final String DUE_SET = "DueSet";

  static final String ACKNOWLEDGED = "Acknowledged";
  static final String CLAIMED = "Claimed";
  static final String RELEASED = "Released";
  static final String SIGNER_ADDED = "SignerAdded";
  static final String SIGNER_REMOVED = "SignerRemoved";

  static final String ROW_SKIPPED = "RowSkipped";
  static final String ROW_AROSE = "RowArose";
  static final String ROW_LAPSED = "RowLapsed";

  static final String CHILD_BEGUN = "ChildBegun";
  static final String CHILD_ENDED = "ChildEnded";
  static final String PREREQUISITE_CHECKED = "PrerequisiteChecked";

  static final String ROW_MOVED = "RowMoved";
  static final String RECALLED = "Recalled";
  static final String TRANSFERRED = "Transferred";
  static final String REOPENED = "Reopened";
  static final String ATTACHED = "Attached";

  static final String MIGRATED = "Migrated";

  static final String PALING = "PALING";
  static final String SESUAI_JADWAL = "SESUAI_JADWAL";
  static final String MENURUT_ATURAN = "MENURUT_ATURAN";

  /** Any other form: its canonical text, which {@link WaktuParser} reads back. */
  static final String TERTULIS = "TERTULIS";

  static final String PENGHENTIAN = "PENGHENTIAN";
  static final String PERPANJANGAN = "PERPANJANGAN";
  static final String KALENDER = "KALENDER";

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
          CLOCK_STOPPED,
          CLOCK_RESUMED,
          EXTENDED,
          DUE_MOVED,
          DUE_SET,
          ACKNOWLEDGED,
          CLAIMED,
          RELEASED,
          SIGNER_ADDED,
          SIGNER_REMOVED,
          ROW_SKIPPED,
          ROW_AROSE,
          ROW_LAPSED,
          CHILD_BEGUN,
          CHILD_ENDED,
          PREREQUISITE_CHECKED,
          ROW_MOVED,
          RECALLED,
          TRANSFERRED,
          REOPENED,
          ATTACHED,
          MIGRATED);

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
      case CLOCK_STOPPED -> clockStopped(in);
      case CLOCK_RESUMED -> clockResumed(in);
      case EXTENDED -> extended(in);
      case DUE_MOVED -> dueMoved(in);
      case DUE_SET -> dueSet(in);
      case ACKNOWLEDGED ->
          new CaseEvent.Acknowledged(
              step(in), in.whole("visit"), actor(in), in.instant("occurredAt"));
      case CLAIMED ->
          new CaseEvent.Claimed(step(in), in.whole("visit"), actor(in), in.instant("occurredAt"));
      case RELEASED ->
          new CaseEvent.Released(
              step(in),
              in.whole("visit"),
              actor(in),
              in.optionalText("alasan"),
              in.instant("occurredAt"));
      case SIGNER_ADDED -> signerAdded(in);
      case SIGNER_REMOVED -> signerRemoved(in);
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
      case CHILD_BEGUN -> childBegun(in);
      case CHILD_ENDED -> childEnded(in);
      case PREREQUISITE_CHECKED ->
          new CaseEvent.PrerequisiteChecked(
              in.whole("number"),
              in.text("sop", SopId::of),
              in.texts("berkas", CaseId::of),
              in.yes("met"),
              in.optionalText("alasan"),
              in.optionalText("dasar"),
              in.instant("occurredAt"));
      case ROW_MOVED -> rowMoved(in);
      case RECALLED -> recalled(in);
      case TRANSFERRED ->
          new CaseEvent.Transferred(
              step(in),
              in.whole("visit"),
              actor(in),
              in.object("kepada", EventReader::person),
              in.text("alasan"),
              in.instant("occurredAt"));
      case REOPENED ->
          new CaseEvent.Reopened(
              step(in), actor(in), in.text("alasan"), in.text("dasar"), in.instant("occurredAt"));
      case ATTACHED ->
          new CaseEvent.Attached(
              visit(in),
              actor(in),
              in.objects("dokumen", EventReader::document),
              in.optionalText("keterangan"),
              in.instant("occurredAt"));
      case MIGRATED -> migrated(in);
      default -> throw origin.refuse(JournalCode.KIND_UNKNOWN, kind, String.join(", ", KINDS));
    };
  }

  private static CaseEvent rowMoved(JsonFields in) {
    return new CaseEvent.RowMoved(
        step(in),
        in.whole("visit"),
        actor(in),
        in.text("cara", CaseEvent.RowMoved.Cara::valueOf),
        in.text("ke", StepId::of),
        in.text("alasan"),
        in.optionalText("dasar"),
        in.instant("occurredAt"));
  }

  private static CaseEvent recalled(JsonFields in) {
    return new CaseEvent.Recalled(
        in.number("recalls"),
        step(in),
        in.whole("visit"),
        actor(in),
        in.objects("ditarik", row -> new CaseEvent.RowVisit(step(row), row.whole("visit"))),
        in.text("alasan"),
        in.instant("occurredAt"));
  }

  private static CaseEvent started(JsonFields in) {
    return new CaseEvent.Started(
        in.text("sop", SopId::of),
        in.text("versi"),
        in.text("digest"),
        actor(in),
        data(in),
        in.instant("occurredAt"),
        in.optionalObject("induk", EventReader::induk));
  }

  private static CaseEvent.Induk induk(JsonFields in) {
    return new CaseEvent.Induk(in.text("berkas", CaseId::of), step(in), in.whole("visit"));
  }

  private static CaseEvent childBegun(JsonFields in) {
    return new CaseEvent.ChildBegun(
        step(in),
        in.whole("visit"),
        actor(in),
        in.text("berkas", CaseId::of),
        in.text("sop", SopId::of),
        in.text("versi"),
        in.text("digest"),
        data(in),
        in.objects("kelengkapan", EventReader::document),
        in.instant("occurredAt"));
  }

  private static CaseEvent childEnded(JsonFields in) {
    return new CaseEvent.ChildEnded(
        step(in),
        in.whole("visit"),
        in.text("berkas", CaseId::of),
        in.text("outcome"),
        data(in),
        in.objects("output", EventReader::document),
        in.text("head"),
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
        in.instant("occurredAt"),
        in.optionalObjects("eskalasi", EventReader::eskalasi).orElse(List.of()),
        in.optionalInstant("countedFrom"));
  }

  private static Eskalasi eskalasi(JsonFields in) {
    return in.text("setelah", t -> new Eskalasi(length(t), in.texts("kepada", PelaksanaCode::of)));
  }

  private static Waktu.Paling length(String teks) {
    if (written(teks) instanceof Waktu.Paling length) {
      return length;
    }
    throw new IllegalArgumentException("not a length of time: " + teks);
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
        in.optionalObject(
            "kembali",
            back ->
                new CaseEvent.Participated.Kembali(
                    back.text("kepada", PelaksanaCode::of), back.text("alasan"))),
        in.instant("occurredAt"));
  }

  private static CaseEvent signerAdded(JsonFields in) {
    return new CaseEvent.SignerAdded(
        step(in),
        in.whole("visit"),
        actor(in),
        in.text("signer", PelaksanaCode::of),
        in.optionalText("sebelum", PelaksanaCode::of),
        in.text("alasan"),
        in.text("dasar"),
        in.instant("occurredAt"));
  }

  private static CaseEvent signerRemoved(JsonFields in) {
    return new CaseEvent.SignerRemoved(
        step(in),
        in.whole("visit"),
        actor(in),
        in.text("signer", PelaksanaCode::of),
        in.text("alasan"),
        in.text("dasar"),
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

  private static CaseEvent clockStopped(JsonFields in) {
    return new CaseEvent.ClockStopped(
        visit(in),
        actor(in),
        in.text("alasan"),
        in.optionalText("dasar"),
        in.objects("dokumen", EventReader::document),
        in.instant("occurredAt"));
  }

  private static CaseEvent clockResumed(JsonFields in) {
    return new CaseEvent.ClockResumed(
        visit(in),
        actor(in),
        in.optionalText("alasan"),
        in.objects("dokumen", EventReader::document),
        in.instant("occurredAt"));
  }

  private static CaseEvent extended(JsonFields in) {
    return new CaseEvent.Extended(
        step(in),
        in.whole("visit"),
        actor(in),
        in.object("waktu", EventReader::waktu),
        in.text("alasan"),
        in.object("document", EventReader::document),
        in.instant("occurredAt"));
  }

  private static CaseEvent dueMoved(JsonFields in) {
    return new CaseEvent.DueMoved(
        step(in),
        in.whole("visit"),
        actor(in),
        in.optionalInstant("from"),
        in.optionalInstant("to"),
        in.object("cause", EventReader::cause),
        in.instant("occurredAt"));
  }

  private static Optional<CaseEvent.RowVisit> visit(JsonFields in) {
    return in.has("step") || in.has("visit")
        ? Optional.of(new CaseEvent.RowVisit(step(in), in.whole("visit")))
        : Optional.empty();
  }

  private static DueCause cause(JsonFields in) {
    return in.text("jenis", jenis -> cause(in, jenis));
  }

  private static DueCause cause(JsonFields in, String jenis) {
    return switch (jenis) {
      case PENGHENTIAN -> new DueCause.Stop();
      case PERPANJANGAN -> new DueCause.Extension();
      case KALENDER ->
          new DueCause.Calendar(
              in.texts("keputusan", keputusan -> keputusan), in.date("diketahui"));
      default -> throw new IllegalArgumentException("not a cause: " + jenis);
    };
  }

  private static CaseEvent dueSet(JsonFields in) {
    return new CaseEvent.DueSet(
        step(in),
        in.whole("visit"),
        in.text("acuan"),
        in.optionalInstant("dueAt"),
        in.instant("occurredAt"));
  }

  private static CaseEvent migrated(JsonFields in) {
    return new CaseEvent.Migrated(
        in.object("dari", EventReader::version),
        in.object("ke", EventReader::version),
        actor(in),
        in.text("alasan"),
        in.object("dasar", EventReader::document),
        in.objects(
            "rows",
            row ->
                new CaseEvent.Migrated.Row(
                    row.text("dari", StepId::of), row.optionalText("ke", StepId::of))),
        in.objects("open", EventReader::stillOpen),
        in.instant("occurredAt"));
  }

  private static CaseEvent.Migrated.Version version(JsonFields in) {
    return new CaseEvent.Migrated.Version(in.text("versi"), in.text("digest"));
  }

  private static CaseEvent.Migrated.Open stillOpen(JsonFields in) {
    return new CaseEvent.Migrated.Open(
        step(in),
        in.whole("visit"),
        in.texts("by", PelaksanaCode::of),
        in.object("waktu", EventReader::waktu),
        in.optionalInstant("dueAt"),
        in.optionalInstant("countedFrom"));
  }

  private static StepId step(JsonFields in) {
    return in.text("step", StepId::of);
  }

  private static Actor actor(JsonFields in) {
    return in.object("actor", EventReader::person);
  }

  private static Actor person(JsonFields in) {
    return new Actor(
        in.text("id"),
        in.text("role", PelaksanaCode::of),
        in.optionalObject("mandat", EventReader::mandat));
  }

  private static Mandate mandat(JsonFields in) {
    return new Mandate(
        in.text("jenis", Appointment.Kind::valueOf),
        in.text("nomor"),
        in.instant("dari"),
        in.optionalInstant("sampai"),
        in.has("perpanjangan") ? in.whole("perpanjangan") : 0,
        in.optionalText("atasNama", PelaksanaCode::of),
        in.optionalObjects("kecuali", EventReader::kecuali).orElse(List.of()));
  }

  private static Mandate.Kecuali kecuali(JsonFields in) {
    return new Mandate.Kecuali(
        in.text("sop", SopId::of),
        in.text("baris", StepId::of),
        in.optionalText("keputusan", Label::of));
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
