package id.sop.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sop.SopEngine;
import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import id.sop.casework.Command;
import id.sop.casework.Ladder;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.problem.Problem;
import id.sop.routing.Procedure;
import id.sop.rules.dialect.DialectCode;
import id.sop.store.MemoryStore;
import id.sop.worktime.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Escalation as a rule says it: from its text to the ladder of a case. */
class EscalationTest {
  private static final String SOP =
      """
      sop: contoh.izin
      versi: 1
      zona: WIB
      identitas: { instansi: A, unit: B, nama: Izin }
      pelaksana:
        - { kode: STAF, nama: Staf }
        - { kode: KABAG, nama: Kabag }
        - { kode: SEKDA, nama: Sekda }
      data:
        - { nama: mendesak, jenis: ya-tidak }
      langkah:
        - { id: 1, kegiatan: Menerima, pelaksana: STAF, waktu: 1 hari kerja }
        - { id: 2, kegiatan: Memeriksa, pelaksana: STAF, waktu: 2 hari kerja }
      pengawasan:
        eskalasi:
          - { setelah: 1 hari kerja, kepada: KABAG }
      """;
  private static final String CALL = ".eskalasi(\"2 jam\", \"KABAG\", \"SEKDA\")";
  private static final String RULES =
      """
      package sop.contoh.izin
      import id.sop.rules.fact.*
      global Rute rute
      rule "mulai" @baris("1") @dasarHukum("SOP Izin, baris 1")
      when
          Mulai()
      then
          rute.ke("1");
      end
      rule "1: mendesak" @baris("2") @dasarHukum("SOP Izin, baris 2")
      when
          Selesai( langkah == "1" )
          Data( mendesak == "ya" )
      then
          rute.ke("2")CALL;
      end
      rule "1: biasa" @baris("2") @dasarHukum("SOP Izin, baris 2")
      when
          Selesai( langkah == "1" )
          not Data( mendesak == "ya" )
      then
          rute.ke("2");
      end
      rule "2: selesai" @baris("2") @dasarHukum("SOP Izin, baris 2")
      when
          Selesai( langkah == "2" )
      then
          rute.selesai();
      end
      """;

  private static SopBundle bundle(String call) {
    return SopBundle.of(
        "izin",
        Map.of(
            SopBundle.SOP, SOP.getBytes(UTF_8),
            SopBundle.RUTE, RULES.replace("CALL", call).getBytes(UTF_8)));
  }

  private static List<String> ladder(Procedure procedure, boolean urgent) {
    SettableClock clock = SettableClock.at(Instant.parse("2026-02-02T01:00:00Z"), ZoneOffset.UTC);
    SopEngine engine =
        SopEngine.builder()
            .procedure(procedure, LocalDate.of(2026, 1, 1))
            .store(MemoryStore.create())
            .calendar(WorkCalendar.indonesia())
            .clock(clock)
            .build();
    CaseId caseId = CaseId.of("B-1");
    Actor staf = Actor.of("p-1", "STAF");
    engine.submit(
        Command.start(caseId, procedure.sop().id(), staf).data("mendesak", urgent).build());
    engine.submit(Command.complete(caseId, "1", staf).build());
    Ladder ladder = engine.ladder(caseId);
    return ladder.rungs().stream()
        .map(r -> r.key().anak() + " " + r.at() + " " + r.kepada())
        .toList();
  }

  @Test
  void a_rule_says_who_is_told_of_an_urgent_case_and_the_document_of_others() {
    Procedure procedure = SopRules.loadOrThrow(bundle(CALL));

    assertThat(ladder(procedure, true))
        .containsExactly(
            "TERLAMBAT 2026-02-04T09:00:00Z [STAF]",
            "ESKALASI 2 jam kerja 2026-02-05T02:30:00Z [KABAG, SEKDA]");
    assertThat(ladder(procedure, false))
        .containsExactly(
            "TERLAMBAT 2026-02-04T09:00:00Z [STAF]",
            "ESKALASI 1 hari kerja 2026-02-05T09:00:00Z [KABAG]");
  }

  @Test
  void a_saved_table_keeps_the_word_of_the_rule() {
    SopBundle bundle = bundle(CALL);
    LoadedSop loaded = SopRules.load(bundle);
    String saved =
        new String(
            SavedTable.bytes(
                bundle, loaded.procedure().orElseThrow().sop(), loaded.table().orElseThrow()),
            UTF_8);

    assertThat(saved)
        .contains("\"eskalasi\":[{\"setelah\":\"2 jam kerja\",\"kepada\":[\"KABAG\",\"SEKDA\"]}]");
  }

  @Test
  void what_cannot_be_an_escalation_is_refused_at_its_place() {
    assertThat(problem(".eskalasi(\"segera\", \"KABAG\")"))
        .isEqualTo(tuple(DialectCode.ESCALATION_TIME, 15, 27));
    assertThat(problem(".eskalasi(\"sesuai jadwal\", \"KABAG\")"))
        .isEqualTo(tuple(DialectCode.ESCALATION_TIME, 15, 27));
    assertThat(problem(".eskalasi(\"1 hari\", \"KABAGG\")"))
        .isEqualTo(tuple(DialectCode.UNKNOWN_ROLE, 15, 37));
    assertThat(problem(".eskalasi(\"1 hari\")"))
        .isEqualTo(tuple(DialectCode.WRONG_ARGUMENTS, 15, 18));
    assertThat(problem(CALL + CALL)).isEqualTo(tuple(DialectCode.CALL_TWICE, 15, 63));
    assertThat(problem(".eskalasi(\"1 hari\", \"KABAG\", \"KABAG\")"))
        .isEqualTo(tuple(DialectCode.CALL_TWICE, 15, 46));
  }

  @Test
  void a_time_that_does_not_fit_its_row_is_refused_at_its_place() {
    for (String time :
        List.of(
            "YA: 2 hari; TIDAK: 1 hari",
            "3 hari setelah langkah 9",
            "3 hari sebelum tanggalKegiatan",
            "pada mendesak",
            "bersama langkah 2")) {
      assertThat(problem(".selama(\"" + time + "\")"))
          .as(time)
          .isEqualTo(tuple(DialectCode.WAKTU_DOES_NOT_FIT, 15, 18));
    }
    assertThat(SopRules.load(bundle(".selama(\"3 hari setelah langkah 1\")")).errors()).isEmpty();
  }

  private static Tuple problem(String call) {
    List<Problem> errors = SopRules.load(bundle(call)).errors();
    assertThat(errors).hasSize(1);
    Problem one = errors.get(0);
    return tuple(one.code(), one.place().line(), one.place().column());
  }
}
