package id.sop.rules.difference;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.SopEngine;
import id.sop.authority.RowRoles;
import id.sop.casework.CaseState;
import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.OpenRow;
import id.sop.casework.Outcome;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.example.SettableClock;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.Target;
import id.sop.rules.Shipped;
import id.sop.store.MemoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The running cases that are told are those that would go another way. */
class ImpactTest {
  private static final SopId KONSULTASI = SopId.of("limapuluhkota.konsultasi");
  private static final SopId BIMTEK = SopId.of("limapuluhkota.bimtek");
  private static final int CASES = 150;
  private static final long SEED = 840_700L;
  private static final Instant MORNING = Instant.parse("2026-03-02T02:00:00Z");

  static Stream<Arguments> versions() {
    return Stream.of(
        Arguments.of(
            BIMTEK,
            "3 TIDAK to row 1",
            Texts.of(BIMTEK.value())
                .rute(
                    "keputusan == \"TIDAK\" )\nthen\n    rute.ke(\"2\").oleh(\"KABAG\")",
                    "keputusan == \"TIDAK\" )\nthen\n    rute.ke(\"1\").oleh(\"KASUBAG\")")),
        Arguments.of(
            KONSULTASI,
            "another time outside the province",
            Texts.of(KONSULTASI.value())
                .rute("selama(\"4 hari kalender\")", "selama(\"5 hari kalender\")")),
        Arguments.of(
            KONSULTASI,
            "another time at the start",
            Texts.of(KONSULTASI.value())
                .rute(
                    "Mulai()\nthen\n    rute.ke(\"1\").oleh(\"KASUBAG\")",
                    "Mulai()\nthen\n    rute.ke(\"1\").oleh(\"KASUBAG\").selama(\"2 hari kerja\")")),
        Arguments.of(
            KONSULTASI,
            "the third refusal goes to row 1",
            Texts.of(KONSULTASI.value())
                .rute(
                    rute ->
                        rute.replace(
                                "keputusan == \"TIDAK\" )",
                                "keputusan == \"TIDAK\", kunjungan < 3 )")
                            + "\nrule \"3 TIDAK ketiga kali\"\n@baris(\"3\") @dasarHukum(\"contoh\")\n"
                            + "when Selesai( langkah == \"3\", keputusan == \"TIDAK\", kunjungan >= 3 )\n"
                            + "then rute.ke(\"1\").oleh(\"KASUBAG\");\nend\n")),
        Arguments.of(
            KONSULTASI,
            "a place abroad, which no case on the old version can have",
            Texts.of(KONSULTASI.value())
                .sop(
                    "[DALAM_PROVINSI, LUAR_PROVINSI]",
                    "[DALAM_PROVINSI, LUAR_PROVINSI, LUAR_NEGERI]")
                .rute(
                    "lokasi == \"LUAR_PROVINSI\"",
                    "lokasi in ( \"LUAR_PROVINSI\", \"LUAR_NEGERI\" )")
                .rute(
                    rute ->
                        rute.replace(
                                "Selesai( langkah == \"13\" )",
                                "Selesai( langkah == \"13\" )\n    not Data( lokasi == \"LUAR_NEGERI\" )")
                            + "\nrule \"13 luar negeri\"\n@baris(\"13\") @dasarHukum(\"contoh\")\n"
                            + "when Selesai( langkah == \"13\" )\nData( lokasi == \"LUAR_NEGERI\" )\n"
                            + "then rute.selesai(\"LUAR_NEGERI\");\nend\n")),
        Arguments.of(
            KONSULTASI,
            "the first refusal goes to row 1",
            Texts.of(KONSULTASI.value())
                .rute(
                    rute ->
                        rute.replace(
                                "keputusan == \"TIDAK\" )",
                                "keputusan == \"TIDAK\", kunjungan >= 2 )")
                            + "\nrule \"3 TIDAK pertama kali\"\n@baris(\"3\") @dasarHukum(\"contoh\")\n"
                            + "when Selesai( langkah == \"3\", keputusan == \"TIDAK\", kunjungan < 2 )\n"
                            + "then rute.ke(\"1\").oleh(\"KASUBAG\");\nend\n")),
        Arguments.of(
            KONSULTASI,
            "only remarks",
            Texts.of(KONSULTASI.value()).rute(rute -> rute + "\n// selesai\n")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("versions")
  void those_told_are_those_whose_replay_or_future_differs(SopId id, String what, Texts edited) {
    Procedure old = Shipped.procedure(id);
    Procedure now = edited.load();
    Difference difference = Difference.between(old, now);
    MemoryStore store = MemoryStore.create();
    walk(old, store);

    Impact impact = Impact.of(difference, store);

    Map<CaseId, TouchedCase> told = new TreeMap<>();
    impact.touched().forEach(t -> told.put(t.caseId(), t));
    int running = 0;
    int past = 0;
    int future = 0;
    for (CaseId caseId : store.cases()) {
      CaseState state = CaseState.of(caseId, store.read(caseId));
      Replay replay = new Replay(old, now, store.read(caseId));
      List<Long> moves = state.running() ? replay.differing : List.of();
      boolean canMeet = state.running() && replay.canMeetADifference();
      TouchedCase touched = told.get(caseId);
      running += state.running() ? 1 : 0;
      past += moves.isEmpty() ? 0 : 1;
      future += canMeet ? 1 : 0;
      assertThat(touched != null).as("%s", caseId).isEqualTo(canMeet || !moves.isEmpty());
      if (touched != null) {
        assertThat(touched.past()).extracting(PastMove::seq).as("%s", caseId).isEqualTo(moves);
        assertThat(!touched.future().isEmpty()).as("%s", caseId).isEqualTo(canMeet);
      }
    }
    System.out.printf(
        "figure: %s, %s: %d cases run, %d went and %d may go another way%n",
        id, what, running, past, future);
    assertThat(impact.running()).isEqualTo(running).isGreaterThan(CASES / 4);
    boolean touches = !difference.routes().isEmpty() && !what.contains("no case");
    assertThat(past + future > 0).isEqualTo(touches);
  }

  /** Cases that have come to somewhere, on the old version; some are on none of these at all. */
  private static void walk(Procedure procedure, MemoryStore store) {
    Random random = new Random(SEED);
    SettableClock clock = SettableClock.at(MORNING, procedure.sop().zona());
    SopEngine engine =
        SopEngine.builder()
            .procedure(procedure, LocalDate.of(2020, 7, 1))
            .store(store)
            .clock(clock)
            .policy(CompliancePolicy.retrospective())
            .build();
    for (int n = 0; n < CASES; n++) {
      CaseId id = CaseId.of("B-" + n);
      Sop sop = procedure.sop();
      PelaksanaCode first = sop.langkah().values().iterator().next().pelaksana().completing();
      recorded(engine.submit(Command.start(id, sop.id(), new Actor("u", first)).build()));
      for (int i = random.nextInt(25); i > 0 && engine.state(id).running(); i--) {
        recorded(engine.submit(step(sop, engine.state(id), random)));
      }
    }
  }

  private static void recorded(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
  }

  private static Command step(Sop sop, CaseState state, Random random) {
    List<OpenRow> rows = state.openRows();
    OpenRow row = rows.get(random.nextInt(rows.size()));
    Step step = sop.step(row.step()).orElseThrow();
    PelaksanaCode by = new RowRoles(sop, step, row.by()).completing().get(0);
    CommandBuilder.Complete complete =
        Command.complete(state.caseId(), step.id().value(), new Actor("u", by))
            .kelengkapan(Document.of("NOTULEN", "1"));
    if (step.decides()) {
      // Refused more often than not, so that cases go round.
      int label = random.nextInt(3) == 0 ? 0 : step.keputusan().size() - 1;
      complete.decision(step.keputusan().get(label).value()).alasan("contoh");
    }
    for (DataField field : asked(sop, step.id())) {
      List<DataValue> values = values(field);
      complete.data(field.nama(), values.get(random.nextInt(values.size())));
    }
    return complete.build();
  }

  private static List<DataField> asked(Sop sop, StepId row) {
    return sop.data().values().stream()
        .filter(f -> f.wajibPada().equals(Optional.of(row)))
        .toList();
  }

  /** The values with which the row that asks for a fact can be completed; of a date, one. */
  private static List<DataValue> values(DataField field) {
    if (field.harus().isPresent()) {
      return List.of(field.harus().get());
    }
    if (field.domain() instanceof DataDomain.Pilihan choice) {
      return choice.nilai().stream().map(DataValue::of).toList();
    }
    return field.domain() instanceof DataDomain.YaTidak
        ? List.of(DataValue.of(true), DataValue.of(false))
        : List.of(DataValue.of(LocalDate.of(2026, 5, 4)));
  }

  /** A case followed event by event, without the machine, asking both versions at each move. */
  private static final class Replay {
    private final Procedure old;
    private final Procedure now;
    private final List<Long> differing = new ArrayList<>();
    private Place at = new Place(Set.of(), Set.of(), Map.of(), Map.of());

    /** Where a case can stand, as far as rules can tell; visits are those completed. */
    private record Place(
        Set<StepId> open,
        Set<StepId> done,
        Map<StepId, Integer> visits,
        Map<String, DataValue> data) {}

    Replay(Procedure old, Procedure now, List<Entry> journal) {
      this.old = old;
      this.now = now;
      for (Entry entry : journal) {
        if (entry.event() instanceof CaseEvent.Started started) {
          at = new Place(Set.of(), Set.of(), Map.of(), started.data());
          ask(entry.seq(), RouteQuestion.start(started.data()));
        } else if (entry.event() instanceof CaseEvent.RowOpened opened) {
          at = opened(at, Set.of(opened.step()));
        } else if (entry.event() instanceof CaseEvent.RowCompleted done) {
          at = completed(at, done.step(), done.data());
          ask(entry.seq(), question(at, done.step(), done.decision(), done.actor().role()));
        }
      }
    }

    private void ask(long seq, RouteQuestion question) {
      if (differs(question)) {
        differing.add(seq);
      }
    }

    private boolean differs(RouteQuestion question) {
      return !told(old.router().route(question)).equals(told(now.router().route(question)));
    }

    private static String told(RouteAnswer answer) {
      return answer instanceof RouteAnswer.Open open
          ? open.targets().toString()
          : answer instanceof RouteAnswer.End end ? end.outcome() : answer.getClass().getName();
    }

    private static Place opened(Place place, Set<StepId> rows) {
      Set<StepId> open = new TreeSet<>(place.open);
      open.addAll(rows);
      return new Place(open, place.done, place.visits, place.data);
    }

    private static Place completed(Place place, StepId row, Map<String, DataValue> data) {
      Set<StepId> open = new TreeSet<>(place.open);
      open.remove(row);
      Set<StepId> done = new TreeSet<>(place.done);
      done.add(row);
      Map<StepId, Integer> visits = new HashMap<>(place.visits);
      visits.merge(row, 1, (a, b) -> Math.min(a + b, 5));
      Map<String, DataValue> known = new HashMap<>(place.data);
      known.putAll(data);
      return new Place(open, done, visits, known);
    }

    private static RouteQuestion question(
        Place place, StepId row, Optional<Label> label, PelaksanaCode by) {
      return new RouteQuestion(
          Optional.of(
              new RouteQuestion.Completed(row, label, by, place.visits.getOrDefault(row, 0))),
          place.open,
          place.done,
          place.data);
    }

    /** Goes on in every way that the old version allows, until it meets a difference. */
    boolean canMeetADifference() {
      Set<Place> seen = new HashSet<>(Set.of(at));
      Deque<Place> next = new ArrayDeque<>(seen);
      while (!next.isEmpty()) {
        Place place = next.remove();
        for (StepId row : place.open) {
          for (RouteQuestion question : questions(place, row)) {
            if (differs(question)) {
              return true;
            }
            Place after =
                new Place(question.open(), question.ever(), visits(place, row), question.data());
            if (old.router().route(question) instanceof RouteAnswer.Open open) {
              after =
                  opened(after, new TreeSet<>(open.targets().stream().map(Target::step).toList()));
            }
            if (seen.add(after)) {
              next.add(after);
            }
          }
        }
      }
      return false;
    }

    private static Map<StepId, Integer> visits(Place place, StepId row) {
      return completed(place, row, Map.of()).visits;
    }

    private List<RouteQuestion> questions(Place place, StepId row) {
      Step step = old.sop().step(row).orElseThrow();
      List<Map<String, DataValue>> data = new ArrayList<>(List.of(Map.of()));
      for (DataField field : asked(old.sop(), row)) {
        List<Map<String, DataValue>> more = new ArrayList<>();
        for (Map<String, DataValue> some : data) {
          for (DataValue value : values(field)) {
            Map<String, DataValue> one = new HashMap<>(some);
            one.put(field.nama(), value);
            more.add(one);
          }
        }
        data = more;
      }
      List<Optional<Label>> labels = new ArrayList<>();
      step.keputusan().forEach(l -> labels.add(Optional.of(l)));
      if (labels.isEmpty()) {
        labels.add(Optional.empty());
      }
      List<RouteQuestion> questions = new ArrayList<>();
      for (Map<String, DataValue> some : data) {
        for (Optional<Label> label : labels) {
          questions.add(
              question(completed(place, row, some), row, label, step.pelaksana().completing()));
        }
      }
      return questions;
    }
  }
}
