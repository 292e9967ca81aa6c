package id.sop.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.journal.EventCodec;
import id.sop.store.CaseScript;
import id.sop.store.CaseStore;
import id.sop.store.Tombstone;
import id.sop.store.jdbc.Database;
import id.sop.store.jdbc.JdbcStore;
import id.sop.testing.CodeTexts;
import id.sop.timers.Retry;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a receiver gets, and in which order. */
class OutboxTest {
  private static final URI SOURCE = URI.create("/dprd/sop");

  /** Tries again with the next round. */
  private static final Retry AT_ONCE = new Retry(Duration.ofNanos(1), Duration.ofNanos(1), 1);

  private static final Retry LATER = new Retry(Duration.ofDays(1), Duration.ofDays(1), 1);

  private final List<CloudEvent> received = new ArrayList<>();

  private List<String> ids() {
    return received.stream().map(CloudEvent::getId).toList();
  }

  private Outbox outbox(JdbcStore store) {
    return Outbox.of(store, SOURCE, received::add, AT_ONCE);
  }

  private static CaseScript begun(CaseStore store, String caseId, int steps) {
    CaseScript script = CaseScript.of(caseId);
    store.append(script.start());
    for (int i = 0; i < steps; i++) {
      store.append(script.step());
    }
    return script;
  }

  private static String[] idsOf(JdbcStore store, String caseId) {
    return LongStream.rangeClosed(1, store.read(CaseId.of(caseId)).size())
        .mapToObj(seq -> caseId + "#" + seq)
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @EnumSource
  void every_entry_is_sent_once_and_in_order(Database kind) throws Exception {
    JdbcStore store = JdbcStore.open(kind.withTables());
    CaseScript script = begun(store, "B-1", 2);
    Outbox outbox = outbox(store);

    outbox.sendAll();
    assertThat(ids()).containsExactly(idsOf(store, "B-1"));

    received.clear();
    assertThat(outbox.sendAll()).isZero();
    store.append(script.step());
    outbox.sendAll();
    assertThat(ids())
        .containsExactly(
            LongStream.rangeClosed(script.seq() - received.size() + 1, script.seq())
                .mapToObj(seq -> "B-1#" + seq)
                .toArray(String[]::new))
        .isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void an_archived_case_was_sent_whole_and_is_not_looked_at_again(Database kind) throws Exception {
    JdbcStore store = JdbcStore.open(kind.withTables());
    CaseScript script = begun(store, "B-1", 1);
    begun(store, "B-2", 0);
    Outbox outbox = outbox(store);
    outbox.sendAll();
    store.append(script.end());
    Tombstone gone =
        new Tombstone(
            script.caseId(), store.stored(script.caseId()).head().orElseThrow(), "7".repeat(64));

    assertThatThrownBy(() -> store.remove(List.of(gone))).hasMessageStartingWith("SOP-6034");
    outbox.sendAll();
    store.remove(List.of(gone));
    received.clear();

    assertThat(outbox.sendAll()).isZero();
    assertThat(outbox.beginHere()).isZero();
    assertThat(received).isEmpty();
    assertThat(outbox.stuck()).isEmpty();
    List<String> marked =
        store.inTransaction(
            connection -> {
              List<String> cases = new ArrayList<>();
              try (var select = connection.createStatement();
                  var row = select.executeQuery("SELECT case_id FROM sop_duty")) {
                while (row.next()) {
                  cases.add(row.getString(1));
                }
              }
              return cases;
            });
    assertThat(marked).containsExactly("B-2");
  }

  @ParameterizedTest
  @EnumSource
  void an_event_says_all_that_the_entry_says_and_is_a_cloud_event(Database kind) throws Exception {
    JdbcStore store = JdbcStore.open(kind.withTables());
    begun(store, "B-1", 1);
    List<Entry> journal = store.read(CaseId.of("B-1"));

    outbox(store).sendAll();

    for (int i = 0; i < journal.size(); i++) {
      Entry entry = journal.get(i);
      String event = EventCodec.encode(entry.event());
      CloudEvent sent = received.get(i);
      JsonNode json = new ObjectMapper().readTree(Outbox.json(sent));
      assertThat(json.get("specversion").asText()).isEqualTo("1.0");
      assertThat(json.get("id").asText()).isEqualTo("B-1#" + entry.seq());
      assertThat(json.get("source").asText()).isEqualTo("/dprd/sop");
      assertThat(json.get("type").asText())
          .isEqualTo("id.sop." + new ObjectMapper().readTree(event).get("event").asText());
      assertThat(json.get("subject").asText()).isEqualTo("B-1");
      assertThat(json.get("datacontenttype").asText()).isEqualTo("application/json");
      assertThat(json.get("dataschema").asText()).isEqualTo("urn:sop:event:1");
      assertThat(json.get("data")).isEqualTo(new ObjectMapper().readTree(event));
      assertThat(json.get("digest").asText()).isEqualTo(entry.digest());
      assertThat(json.get("sequence").asText())
          .hasSize(19)
          .isEqualTo(String.format("%019d", entry.seq()));
      assertThat(new JsonFormat().deserialize(Outbox.json(sent)).getExtensionNames())
          .contains("sop", "recordedat");
    }
    assertThat(new String(Outbox.json(received.get(0)), StandardCharsets.UTF_8))
        .startsWith("{\"specversion\":\"1.0\"");
  }

  @ParameterizedTest
  @EnumSource
  void a_receiver_that_fails_for_one_case_holds_up_no_other_and_loses_nothing(Database kind)
      throws Exception {
    JdbcStore store = JdbcStore.open(kind.withTables());
    begun(store, "B-1", 1);
    begun(store, "B-2", 1);
    begun(store, "B-3", 1);
    List<String> refused = new ArrayList<>(List.of("B-2#2"));
    Outbox outbox =
        Outbox.of(
            store,
            SOURCE,
            event -> {
              if (refused.contains(event.getId())) {
                throw new IllegalStateException("a name that must not be kept");
              }
              received.add(event);
            },
            LATER);

    outbox.sendAll();
    assertThat(ids())
        .containsSubsequence(idsOf(store, "B-1"))
        .containsSubsequence(idsOf(store, "B-3"))
        .contains("B-2#1")
        .doesNotContain("B-2#2", "B-2#3")
        .doesNotHaveDuplicates();
    assertThat(outbox.stuck())
        .singleElement()
        .satisfies(
            stuck -> {
              assertThat(stuck.code()).isEqualTo(OutboxCode.NOT_RECEIVED);
              assertThat(stuck.seq()).isEqualTo(2);
              assertThat(stuck.attempts()).isEqualTo(1);
              assertThat(stuck.problem()).isEqualTo("java.lang.IllegalStateException");
            });
    refused.clear();
    outbox.sendAll();
    assertThat(ids()).as("before it is tried again").doesNotContain("B-2#2");

    assertThat(outbox.retry(CaseId.of("B-2"))).isTrue();
    outbox.send();
    assertThat(ids()).containsSubsequence(idsOf(store, "B-2")).doesNotHaveDuplicates();
    assertThat(outbox.stuck()).isEmpty();
    assertThat(outbox.retry(CaseId.of("B-2"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void an_entry_that_somebody_damaged_stops_its_case_and_no_other(Database kind) throws Exception {
    DataSource database = kind.withTablesForEarlierNodes();
    JdbcStore store = JdbcStore.open(database);
    begun(store, "B-1", 1);
    begun(store, "B-2", 1);
    Database.execute(
        database, "UPDATE sop_entry SET event = '{}' WHERE case_id = 'B-1' AND seq = 2");
    Outbox outbox = outbox(store);

    outbox.sendAll();

    assertThat(ids()).containsOnlyOnce("B-1#1").doesNotContain("B-1#2", "B-1#3");
    assertThat(ids()).containsSubsequence(idsOf(store, "B-2"));
    assertThat(outbox.stuck())
        .singleElement()
        .satisfies(stuck -> assertThat(stuck.code()).isEqualTo(OutboxCode.ENTRY_UNREADABLE));
  }

  @ParameterizedTest
  @EnumSource
  void packed_entries_that_somebody_damaged_or_took_out_stop_their_case_and_no_other(Database kind)
      throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    for (String caseId : List.of("B-1", "B-2", "B-3")) {
      begun(store, caseId, 2);
    }
    Database.execute(
        database,
        "UPDATE sop_entry SET pack = NULL WHERE case_id = 'B-1' AND seq = 4",
        "DELETE FROM sop_entry WHERE case_id = 'B-2' AND seq = 4");
    Outbox outbox = outbox(store);

    outbox.sendAll();

    assertThat(ids())
        .containsSubsequence("B-1#1", "B-1#2")
        .containsSubsequence("B-2#1", "B-2#2")
        .containsSubsequence(idsOf(store, "B-3"))
        .hasSize(10);
    assertThat(outbox.stuck())
        .extracting(stuck -> stuck.code() + " " + stuck.caseId() + " " + stuck.seq())
        .containsExactlyInAnyOrder(
            OutboxCode.ENTRY_UNREADABLE + " B-1 3", OutboxCode.ENTRY_UNREADABLE + " B-2 3");
  }

  @ParameterizedTest
  @EnumSource
  void a_pack_that_was_sent_up_to_its_middle_is_sent_on_from_there(Database kind) throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    begun(store, "B-1", 2);
    Outbox outbox = outbox(store);
    outbox.sendAll();
    received.clear();
    Database.execute(database, "UPDATE sop_duty SET mark = 3 WHERE kind = 'SENT'");

    outbox.sendAll();

    assertThat(ids()).containsExactly("B-1#4", "B-1#5", "B-1#6");
  }

  @ParameterizedTest
  @EnumSource
  void an_entry_that_somebody_took_out_is_not_passed_over(Database kind) throws Exception {
    DataSource database = kind.withTablesForEarlierNodes();
    JdbcStore store = JdbcStore.open(database);
    begun(store, "B-1", 1);
    Database.execute(database, "DELETE FROM sop_entry WHERE case_id = 'B-1' AND seq = 2");
    Outbox outbox = outbox(store);

    outbox.sendAll();

    assertThat(ids()).containsExactly("B-1#1");
    assertThat(outbox.stuck())
        .singleElement()
        .satisfies(
            stuck -> {
              assertThat(stuck.code()).isEqualTo(OutboxCode.ENTRY_UNREADABLE);
              assertThat(stuck.seq()).isEqualTo(2);
            });
  }

  @ParameterizedTest
  @EnumSource
  void when_the_receiver_itself_is_down_a_round_ends_soon(Database kind) throws Exception {
    JdbcStore store = JdbcStore.open(kind.withTables());
    for (int i = 0; i < 40; i++) {
      begun(store, "B-" + i, 0);
    }
    List<String> tried = new ArrayList<>();
    Outbox outbox =
        Outbox.of(
            store,
            SOURCE,
            event -> {
              tried.add(event.getId());
              throw new IOException("down");
            },
            LATER);

    outbox.sendAll();

    assertThat(tried).hasSize(5);
  }

  @ParameterizedTest
  @EnumSource
  void what_a_host_has_not_committed_is_not_sent_and_is_once_it_has(Database kind)
      throws Exception {
    DataSource database = kind.withTables();
    JdbcStore store = JdbcStore.open(database);
    Outbox outbox = outbox(store);
    try (Connection host = database.getConnection()) {
      host.setAutoCommit(false);
      store.within(host).append(CaseScript.of("B-1").start());

      outbox.sendAll();
      assertThat(received).isEmpty();
      host.commit();
      host.setAutoCommit(true);
    }

    outbox.sendAll();
    assertThat(ids()).containsExactly(idsOf(store, "B-1"));
  }

  @ParameterizedTest
  @EnumSource
  void a_host_may_begin_with_what_happens_from_now_on(Database kind) throws Exception {
    JdbcStore store = JdbcStore.open(kind.withTables());
    CaseScript old = begun(store, "B-1", 1);
    Outbox outbox = outbox(store);

    assertThat(outbox.beginHere()).isEqualTo(1);
    store.append(old.step());
    outbox.sendAll();

    assertThat(ids()).containsExactly("B-1#5", "B-1#6");
  }

  @ParameterizedTest
  @EnumSource
  void a_round_looks_at_all_at_first_and_then_at_what_was_recorded_of_late(Database kind)
      throws Exception {
    JdbcStore store = JdbcStore.open(kind.withTables());
    begun(store, "B-1", 0);
    Outbox outbox = outbox(store);

    outbox.run();
    assertThat(ids()).containsExactly(idsOf(store, "B-1"));

    begun(store, "OLD", 0);
    append(store, "NEW", store.databaseTime());
    append(store, "LATE", store.databaseTime().minus(Duration.ofMinutes(14)));
    received.clear();
    outbox.run();
    assertThat(ids()).containsExactlyInAnyOrder("NEW#1", "LATE#1");

    received.clear();
    outbox(store).run();
    assertThat(ids()).as("the first round of another").containsExactly(idsOf(store, "OLD"));
  }

  /** A case of one entry that is recorded at {@code at}. */
  private static void append(CaseStore store, String caseId, Instant at) {
    CaseStore.Change script = CaseScript.of(caseId).start();
    Entry first =
        Chain.next(
            script.caseId(),
            1,
            at,
            Optional.empty(),
            script.entries().get(0).event(),
            Chain.GENESIS);
    store.append(
        new CaseStore.Change(
            script.caseId(),
            script.sop(),
            script.digest(),
            0,
            List.of(first),
            script.status(),
            List.of(),
            Set.of(),
            Set.of()));
  }

  @Test
  void every_problem_says_what_is_wrong_and_the_way_out_in_both_languages() {
    CodeTexts.assertComplete(OutboxCode.values());
  }
}
