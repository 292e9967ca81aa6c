package id.sop.outbox;

import id.sop.definition.SopId;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.EventCodec;
import id.sop.journal.JournalException;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * An entry that is to be sent next.
 *
 * @param event as the journal has it
 */
record Pending(
    CaseId caseId, SopId sop, long seq, Instant recordedAt, String event, String digest) {
  private static final String TYPE = "id.sop.";
  private static final URI SCHEMA = URI.create("urn:sop:event:1");

  /**
   * The entry as an event. Equal entries give equal events.
   *
   * @throws JournalException when it cannot be read
   */
  CloudEvent toCloudEvent(URI source) {
    CaseEvent happened = EventCodec.decode(caseId, seq, event);
    return CloudEventBuilder.v1()
        .withId(caseId + "#" + seq)
        .withSource(source)
        .withType(TYPE + happened.getClass().getSimpleName())
        .withSubject(caseId.value())
        .withTime(happened.occurredAt().atOffset(ZoneOffset.UTC))
        .withDataContentType("application/json")
        .withDataSchema(SCHEMA)
        .withData(event.getBytes(StandardCharsets.UTF_8))
        .withExtension("sequence", String.format(Locale.ROOT, "%019d", seq))
        .withExtension("recordedat", recordedAt.atOffset(ZoneOffset.UTC))
        .withExtension("sop", sop.value())
        .withExtension("digest", digest)
        .build();
  }
}
