package id.sop.journal;

import com.google.gson.stream.JsonWriter;
import id.sop.authority.Mandate;
import id.sop.definition.DataValue;
import id.sop.definition.Eskalasi;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.StepId;
import id.sop.internal.Micros;
import id.sop.internal.Unicode;
import id.sop.problem.Place;
import id.sop.routing.RouteReason;
import id.sop.worktime.Waktu;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes each kind of event in form 1. The order of the calls is the order of the fields. */
final class EventWriter implements CaseEvent.Cases<EventWriter> {
  private final StringWriter text = new StringWriter();
  private final JsonWriter out = new JsonWriter(text);

  private EventWriter() {
    out.setHtmlSafe(false);
  }

  static String write(CaseEvent event) {
    return event.match(new EventWriter()).text.toString();
  }

  @Override
  public EventWriter started(CaseEvent.Started event) {
    return event(
        EventReader.STARTED,
        event,
        () -> {
          text("sop", event.sop().value());
          text("versi", event.versi());
          text("digest", event.digest());
          actor(event.actor());
          data(event.data());
          if (event.induk().isPresent()) {
            out.name("induk").beginObject();
            text("berkas", event.induk().get().berkas().value());
            text("step", event.induk().get().step().value());
            number("visit", event.induk().get().visit());
            out.endObject();
          }
        });
  }

  @Override
  public EventWriter rowOpened(CaseEvent.RowOpened event) {
    return event(
        EventReader.ROW_OPENED,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          performers(event.by());
          waktu(event.waktu());
          instant("dueAt", event.dueAt());
          why(event.why());
          eskalasi(event.eskalasi());
          instant("countedFrom", event.countedFrom());
        });
  }

  @Override
  public EventWriter scheduleRecorded(CaseEvent.ScheduleRecorded event) {
    return event(
        EventReader.SCHEDULE_RECORDED,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          actor(event.actor());
          out.name("document");
          document(event.document());
          instant("from", event.from());
          instant("to", event.to());
        });
  }

  @Override
  public EventWriter participated(CaseEvent.Participated event) {
    return event(
        EventReader.PARTICIPATED,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          actor(event.actor());
          if (event.evidence().isPresent()) {
            out.name("evidence");
            document(event.evidence().get());
          }
          if (event.kembali().isPresent()) {
            out.name("kembali").beginObject();
            text("kepada", event.kembali().get().kepada().value());
            text("alasan", event.kembali().get().alasan());
            out.endObject();
          }
        });
  }

  @Override
  public EventWriter rowCompleted(CaseEvent.RowCompleted event) {
    return event(
        EventReader.ROW_COMPLETED,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          actor(event.actor());
          text(
              "decision",
              event.decision().isPresent()
                  ? Optional.of(event.decision().get().value())
                  : Optional.empty());
          text("alasan", event.alasan());
          documents("kelengkapan", event.kelengkapan());
          documents("output", event.output());
          data(event.data());
          why(event.why());
          if (event.again()) {
            out.name("again").value(true);
          }
        });
  }

  @Override
  public EventWriter corrected(CaseEvent.Corrected event) {
    return event(
        EventReader.CORRECTED,
        event,
        () -> {
          number("corrects", event.corrects());
          text("step", event.step().value());
          number("visit", event.visit());
          actor(event.actor());
          text("alasan", event.alasan());
          if (event.kelengkapan().isPresent()) {
            documents("kelengkapan", event.kelengkapan().get());
          }
          if (event.output().isPresent()) {
            documents("output", event.output().get());
          }
          data(event.data());
          instant("happenedAt", event.happenedAt());
        });
  }

  @Override
  public EventWriter ended(CaseEvent.Ended event) {
    return event(
        EventReader.ENDED,
        event,
        () -> {
          text("outcome", event.outcome());
          why(event.why());
        });
  }

  @Override
  public EventWriter terminated(CaseEvent.Terminated event) {
    return event(
        EventReader.TERMINATED,
        event,
        () -> {
          actor(event.actor());
          text("alasan", event.alasan());
        });
  }

  @Override
  public EventWriter clockStopped(CaseEvent.ClockStopped event) {
    return event(
        EventReader.CLOCK_STOPPED,
        event,
        () -> {
          visit(event.row());
          actor(event.actor());
          text("alasan", event.alasan());
          text("dasar", event.dasar());
          documents("dokumen", event.dokumen());
        });
  }

  @Override
  public EventWriter clockResumed(CaseEvent.ClockResumed event) {
    return event(
        EventReader.CLOCK_RESUMED,
        event,
        () -> {
          visit(event.row());
          actor(event.actor());
          text("alasan", event.alasan());
          documents("dokumen", event.dokumen());
        });
  }

  @Override
  public EventWriter extended(CaseEvent.Extended event) {
    return event(
        EventReader.EXTENDED,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          actor(event.actor());
          waktu(event.waktu());
          text("alasan", event.alasan());
          out.name("document");
          document(event.document());
        });
  }

  @Override
  public EventWriter dueMoved(CaseEvent.DueMoved event) {
    return event(
        EventReader.DUE_MOVED,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          actor(event.actor());
          instant("from", event.from());
          instant("to", event.to());
          cause(event.cause());
        });
  }

  private void visit(Optional<CaseEvent.RowVisit> row) throws IOException {
    if (row.isPresent()) {
      text("step", row.get().step().value());
      number("visit", row.get().visit());
    }
  }

  private void cause(DueCause cause) throws IOException {
    out.name("cause").beginObject();
    if (cause instanceof DueCause.Stop) {
      text("jenis", EventReader.PENGHENTIAN);
    } else if (cause instanceof DueCause.Extension) {
      text("jenis", EventReader.PERPANJANGAN);
    } else if (cause instanceof DueCause.Calendar calendar) {
      text("jenis", EventReader.KALENDER);
      out.name("keputusan").beginArray();
      for (String keputusan : calendar.keputusan()) {
        out.value(checked("keputusan", keputusan));
      }
      out.endArray();
      text("diketahui", calendar.diketahui().toString());
    }
    out.endObject();
  }

  @Override
  public EventWriter dueSet(CaseEvent.DueSet event) {
    return event(
        EventReader.DUE_SET,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          text("acuan", event.acuan());
          instant("dueAt", event.dueAt());
        });
  }

  @Override
  public EventWriter acknowledged(CaseEvent.Acknowledged event) {
    return event(
        EventReader.ACKNOWLEDGED,
        event,
        () -> attended(event.step().value(), event.visit(), event.actor()));
  }

  @Override
  public EventWriter claimed(CaseEvent.Claimed event) {
    return event(
        EventReader.CLAIMED,
        event,
        () -> attended(event.step().value(), event.visit(), event.actor()));
  }

  @Override
  public EventWriter released(CaseEvent.Released event) {
    return event(
        EventReader.RELEASED,
        event,
        () -> {
          attended(event.step().value(), event.visit(), event.actor());
          text("alasan", event.alasan());
        });
  }

  @Override
  public EventWriter signerAdded(CaseEvent.SignerAdded event) {
    return event(
        EventReader.SIGNER_ADDED,
        event,
        () -> {
          attended(event.step().value(), event.visit(), event.actor());
          text("signer", event.signer().value());
          text("sebelum", event.sebelum().map(PelaksanaCode::value));
          text("alasan", event.alasan());
          text("dasar", event.dasar());
        });
  }

  @Override
  public EventWriter signerRemoved(CaseEvent.SignerRemoved event) {
    return event(
        EventReader.SIGNER_REMOVED,
        event,
        () -> {
          attended(event.step().value(), event.visit(), event.actor());
          text("signer", event.signer().value());
          text("alasan", event.alasan());
          text("dasar", event.dasar());
        });
  }

  private void attended(String step, int visit, Actor actor) throws IOException {
    text("step", step);
    number("visit", visit);
    actor(actor);
  }

  @Override
  public EventWriter rowSkipped(CaseEvent.RowSkipped event) {
    return event(
        EventReader.ROW_SKIPPED,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          actor(event.actor());
          text("alasan", event.alasan());
          why(event.why());
        });
  }

  @Override
  public EventWriter rowArose(CaseEvent.RowArose event) {
    return event(
        EventReader.ROW_AROSE,
        event,
        () -> {
          text("step", event.step().value());
          actor(event.actor());
          text("alasan", event.alasan());
        });
  }

  @Override
  public EventWriter rowLapsed(CaseEvent.RowLapsed event) {
    return event(
        EventReader.ROW_LAPSED,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          why(event.why());
        });
  }

  @Override
  public EventWriter childBegun(CaseEvent.ChildBegun event) {
    return event(
        EventReader.CHILD_BEGUN,
        event,
        () -> {
          attended(event.step().value(), event.visit(), event.actor());
          text("berkas", event.berkas().value());
          text("sop", event.sop().value());
          text("versi", event.versi());
          text("digest", event.digest());
          data(event.data());
          documents("kelengkapan", event.kelengkapan());
        });
  }

  @Override
  public EventWriter childEnded(CaseEvent.ChildEnded event) {
    return event(
        EventReader.CHILD_ENDED,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          text("berkas", event.berkas().value());
          text("outcome", event.outcome());
          data(event.data());
          documents("output", event.output());
          text("head", event.head());
        });
  }

  @Override
  public EventWriter rowMoved(CaseEvent.RowMoved event) {
    return event(
        EventReader.ROW_MOVED,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          actor(event.actor());
          text("cara", event.cara().name());
          text("ke", event.ke().value());
          text("alasan", event.alasan());
          text("dasar", event.dasar());
        });
  }

  @Override
  public EventWriter recalled(CaseEvent.Recalled event) {
    return event(
        EventReader.RECALLED,
        event,
        () -> {
          number("recalls", event.recalls());
          text("step", event.step().value());
          number("visit", event.visit());
          actor(event.actor());
          out.name("ditarik").beginArray();
          for (CaseEvent.RowVisit row : event.ditarik()) {
            out.beginObject();
            visit(Optional.of(row));
            out.endObject();
          }
          out.endArray();
          text("alasan", event.alasan());
        });
  }

  @Override
  public EventWriter transferred(CaseEvent.Transferred event) {
    return event(
        EventReader.TRANSFERRED,
        event,
        () -> {
          text("step", event.step().value());
          number("visit", event.visit());
          actor(event.actor());
          person("kepada", event.kepada());
          text("alasan", event.alasan());
        });
  }

  @Override
  public EventWriter reopened(CaseEvent.Reopened event) {
    return event(
        EventReader.REOPENED,
        event,
        () -> {
          text("step", event.step().value());
          actor(event.actor());
          text("alasan", event.alasan());
          text("dasar", event.dasar());
        });
  }

  @Override
  public EventWriter attached(CaseEvent.Attached event) {
    return event(
        EventReader.ATTACHED,
        event,
        () -> {
          visit(event.row());
          actor(event.actor());
          documents("dokumen", event.dokumen());
          text("keterangan", event.keterangan());
        });
  }

  @Override
  public EventWriter prerequisiteChecked(CaseEvent.PrerequisiteChecked event) {
    return event(
        EventReader.PREREQUISITE_CHECKED,
        event,
        () -> {
          number("number", event.number());
          text("sop", event.sop().value());
          out.name("berkas").beginArray();
          for (CaseId berkas : event.berkas()) {
            out.value(berkas.value());
          }
          out.endArray();
          out.name("met").value(event.met());
          text("alasan", event.alasan());
          text("dasar", event.dasar());
        });
  }

  @Override
  public EventWriter migrated(CaseEvent.Migrated event) {
    return event(
        EventReader.MIGRATED,
        event,
        () -> {
          version("dari", event.dari());
          version("ke", event.ke());
          actor(event.actor());
          text("alasan", event.alasan());
          out.name("dasar");
          document(event.dasar());
          out.name("rows").beginArray();
          for (CaseEvent.Migrated.Row row : event.rows()) {
            out.beginObject();
            text("dari", row.dari().value());
            text("ke", row.ke().map(StepId::value));
            out.endObject();
          }
          out.endArray();
          out.name("open").beginArray();
          for (CaseEvent.Migrated.Open row : event.open()) {
            out.beginObject();
            text("step", row.step().value());
            number("visit", row.visit());
            performers(row.by());
            waktu(row.waktu());
            instant("dueAt", row.dueAt());
            instant("countedFrom", row.countedFrom());
            out.endObject();
          }
          out.endArray();
        });
  }

  private void version(String name, CaseEvent.Migrated.Version version) throws IOException {
    out.name(name).beginObject();
    text("versi", version.versi());
    text("digest", version.digest());
    out.endObject();
  }

  /** The fields of one event after those that all have. */
  private interface Fields {
    void write() throws IOException;
  }

  private EventWriter event(String kind, CaseEvent event, Fields fields) {
    try {
      out.beginObject();
      number("v", EventCodec.FORM);
      text("event", kind);
      instant("occurredAt", event.occurredAt());
      fields.write();
      out.endObject();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer never fails", e);
    }
  }

  private void actor(Actor actor) throws IOException {
    person("actor", actor);
  }

  private void person(String name, Actor person) throws IOException {
    out.name(name).beginObject();
    text("id", person.id());
    text("role", person.role().value());
    if (person.mandat().isPresent()) {
      mandat(person.mandat().get());
    }
    out.endObject();
  }

  private void mandat(Mandate mandat) throws IOException {
    out.name("mandat").beginObject();
    text("jenis", mandat.kind().name());
    text("nomor", mandat.nomor());
    instant("dari", mandat.from());
    instant("sampai", mandat.until());
    if (mandat.perpanjangan() > 0) {
      number("perpanjangan", mandat.perpanjangan());
    }
    text("atasNama", mandat.atasNama().map(PelaksanaCode::value));
    if (!mandat.kecuali().isEmpty()) {
      out.name("kecuali").beginArray();
      for (Mandate.Kecuali kecuali : mandat.kecuali()) {
        out.beginObject();
        text("sop", kecuali.sop().value());
        text("baris", kecuali.baris().value());
        text("keputusan", kecuali.keputusan().map(label -> label.value()));
        out.endObject();
      }
      out.endArray();
    }
    out.endObject();
  }

  private void performers(List<PelaksanaCode> by) throws IOException {
    out.name("by").beginArray();
    for (PelaksanaCode code : by) {
      out.value(code.value());
    }
    out.endArray();
  }

  private void waktu(Waktu waktu) throws IOException {
    out.name("waktu").beginObject();
    if (waktu instanceof Waktu.Paling paling) {
      text("jenis", EventReader.PALING);
      number("jumlah", paling.jumlah());
      text("satuan", paling.satuan().name());
    } else if (waktu instanceof Waktu.SesuaiJadwal) {
      text("jenis", EventReader.SESUAI_JADWAL);
    } else if (waktu instanceof Waktu.MenurutAturan) {
      text("jenis", EventReader.MENURUT_ATURAN);
    } else {
      text("jenis", EventReader.TERTULIS);
      text("teks", waktu.teks());
    }
    out.endObject();
  }

  /** Left out where the rule said nothing, as it always was before a rule could. */
  private void eskalasi(List<Eskalasi> rungs) throws IOException {
    if (!rungs.isEmpty()) {
      out.name("eskalasi").beginArray();
      for (Eskalasi rung : rungs) {
        out.beginObject();
        text("setelah", rung.setelah().teks());
        out.name("kepada").beginArray();
        for (PelaksanaCode code : rung.kepada()) {
          out.value(code.value());
        }
        out.endArray().endObject();
      }
      out.endArray();
    }
  }

  private void why(RouteReason why) throws IOException {
    out.name("why").beginObject();
    text("rule", why.rule());
    place(why.place());
    text("digest", why.digest());
    text("baris", why.baris());
    text("dasarHukum", why.dasarHukum());
    text("karena", why.karena());
    out.endObject();
  }

  private void place(Place place) throws IOException {
    out.name("place").beginObject();
    text("file", place.file());
    number("line", place.line());
    number("column", place.column());
    out.endObject();
  }

  private void documents(String name, List<Document> documents) throws IOException {
    out.name(name).beginArray();
    for (Document document : documents) {
      document(document);
    }
    out.endArray();
  }

  private void document(Document document) throws IOException {
    out.beginObject();
    text("jenis", document.jenis());
    text("nomor", document.nomor());
    text("tanggal", document.tanggal().map(date -> date.toString()));
    text("sha256", document.sha256());
    out.name("lisan").value(document.lisan());
    out.endObject();
  }

  /** By name: equal facts give equal text, in whatever order they became known. */
  private void data(Map<String, DataValue> data) throws IOException {
    out.name("data").beginObject();
    for (Map.Entry<String, DataValue> fact : new TreeMap<>(data).entrySet()) {
      out.name(checked("data", fact.getKey())).beginObject();
      value(fact.getValue());
      out.endObject();
    }
    out.endObject();
  }

  private void value(DataValue value) throws IOException {
    if (value instanceof DataValue.Pilihan pilihan) {
      text("pilihan", pilihan.value());
    } else if (value instanceof DataValue.Bilangan bilangan) {
      number("bilangan", bilangan.value());
    } else if (value instanceof DataValue.Tanggal tanggal) {
      text("tanggal", tanggal.value().toString());
    } else if (value instanceof DataValue.YaTidak yaTidak) {
      out.name("yaTidak").value(yaTidak.value());
    }
  }

  private void number(String name, long value) throws IOException {
    out.name(name).value(value);
  }

  private void instant(String name, Optional<Instant> value) throws IOException {
    if (value.isPresent()) {
      instant(name, value.get());
    }
  }

  private void instant(String name, Instant value) throws IOException {
    if (!Micros.canKeep(value)) {
      throw new JournalException(JournalCode.TIME_OUT_OF_RANGE, name, value.toString());
    }
    out.name(name).value(value.toString());
  }

  private void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      text(name, value.get());
    }
  }

  private void text(String name, String value) throws IOException {
    out.name(name).value(checked(name, value));
  }

  private static String checked(String name, String value) {
    if (!Unicode.isWellFormed(value)) {
      throw new JournalException(JournalCode.TEXT_NOT_UNICODE, name);
    }
    return value;
  }
}
