package id.sop;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.casework.CaseStatus;
import id.sop.casework.Command;
import id.sop.casework.Outcome;
import id.sop.definition.Sop;
import id.sop.example.SettableClock;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.ForwardingStore;
import id.sop.store.MemoryStore;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine remembers spares it reading, and never changes what is decided. */
class RememberedTest {
  private static final Procedure PROCEDURE = procedure();
  private static final CaseId CASE = CaseId.of("B-1");

  private final SettableClock clock = SettableClock.at(Desk.MORNING, ZoneOffset.UTC);

  /** Two branches, a decision that may lead back, an end. */
  private static Procedure procedure() {
    Sop sop =
        aSop()
            .row(aRow("1"))
            .row(aRow("2"))
            .row(aRow("3"))
            .row(aRow("4").decides("YA", "TIDAK"))
            .build();
    Arrows arrows = Arrows.of(sop);
    arrows.start().to("1");
    arrows.from("1").to("2", "3");
    arrows.from("2").whileOthersAreOpen().waits();
    arrows.from("3").whileOthersAreOpen().waits();
    arrows.from("2").whenAlone().to("4");
    arrows.from("3").whenAlone().to("4");
    arrows.from("4").label("TIDAK").to("1");
    arrows.from("4").label("YA").ends();
    return new Procedure(sop, arrows, "f".repeat(64));
  }

  private SopEngine engine(CaseStore store, int remembered) {
    return SopEngine.builder()
        .procedure(PROCEDURE)
        .store(store)
        .calendar(Desk.PLAIN)
        .clock(clock)
        .remember(remembered)
        .build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_122, 7_777})
  void engines_that_remember_decide_like_one_that_reads_every_time(long seed) {
    System.out.println("seed: " + seed);
    Random random = new Random(seed);
    MemoryStore shared = MemoryStore.create();
    List<SopEngine> remembering = List.of(engine(shared, 1), engine(shared, 3), engine(shared, 3));
    SopEngine reading = engine(MemoryStore.create(), 0);
    int recorded = 0;
    int refused = 0;

    for (int i = 0; i < 3_000; i++) {
      clock.advance(Duration.ofSeconds(random.nextInt(600)));
      Command command = anything(random, CaseId.of("B-" + random.nextInt(5)));

      Outcome remembered = remembering.get(random.nextInt(3)).submit(command);
      Outcome read = reading.submit(command);

      assertThat(remembered).as("%s", command).isEqualTo(read);
      recorded += read instanceof Outcome.Recorded ? 1 : 0;
      refused += read instanceof Outcome.Refused ? 1 : 0;
    }

    for (CaseId caseId : shared.cases()) {
      assertThat(shared.read(caseId)).isEqualTo(reading.journal(caseId));
      assertThat(Chain.verify(shared.stored(caseId))).isEmpty();
    }
    assertThat(recorded).isGreaterThan(30);
    assertThat(refused).isGreaterThan(30);
  }

  private static Command anything(Random random, CaseId caseId) {
    String key = "k" + random.nextInt(200);
    boolean keyed = random.nextInt(3) == 0;
    switch (random.nextInt(12)) {
      case 0 -> {
        var start = Command.start(caseId, PROCEDURE.sop().id(), Desk.as("STAF"));
        return (keyed ? start.key(key) : start).build();
      }
      case 1 -> {
        return Command.suspend(caseId, Desk.as("STAF"), "menunggu").build();
      }
      case 2 -> {
        return Command.resume(caseId, Desk.as("STAF")).build();
      }
      default -> {
        String row = Integer.toString(1 + random.nextInt(4));
        var done = Command.complete(caseId, row, Desk.as("STAF"));
        if (row.equals("4")) {
          done.decision(random.nextInt(4) == 0 ? "YA" : "TIDAK");
        }
        return (keyed ? done.key(key) : done).build();
      }
    }
  }

  @Test
  void a_case_that_was_just_moved_is_not_read_again() {
    Watched store = new Watched(MemoryStore.create());
    SopEngine engine = engine(store, 1);

    engine.submit(start());
    engine.submit(done("1"));
    engine.submit(done("2"));

    assertThat(store.reads).isZero();
    assertThat(engine.state(CASE).open().keySet())
        .extracting(Object::toString)
        .containsExactly("3");
  }

  @Test
  void what_others_did_meanwhile_is_found_out() {
    MemoryStore shared = MemoryStore.create();
    SopEngine one = engine(shared, 10);
    SopEngine other = engine(shared, 10);
    one.submit(start());
    other.submit(done("1"));

    assertThat(one.submit(done("2"))).isInstanceOf(Outcome.Recorded.class);
    assertThat(other.submit(done("2"))).isInstanceOf(Outcome.Refused.class);
    assertThat(other.submit(done("3"))).isInstanceOf(Outcome.Recorded.class);
    assertThat(Chain.verify(shared.stored(CASE))).isEmpty();
  }

  @Test
  void after_a_failure_the_case_is_read() {
    Watched store = new Watched(MemoryStore.create());
    SopEngine engine = engine(store, 10);
    engine.submit(start());
    store.fails = true;
    try {
      engine.submit(done("1"));
    } catch (StoreException e) {
      assertThat(e.code()).isEqualTo(StoreCode.COMMIT_UNKNOWN);
    }
    store.fails = false;
    int before = store.reads;

    Outcome again = engine.submit(done("1"));

    assertThat(again).isInstanceOf(Outcome.Recorded.class);
    assertThat(store.reads).isEqualTo(before + 1);
  }

  /** A database that was put back to an earlier day, and gone on with from there. */
  @Test
  void a_case_that_has_another_past_is_read() {
    Watched store = new Watched(MemoryStore.create());
    SopEngine engine = engine(store, 10);
    engine.submit(start());
    clock.advance(Duration.ofDays(1));
    MemoryStore restored = MemoryStore.create();
    engine(restored, 0).submit(start());
    store.inner = restored;

    assertThat(engine.submit(done("1"))).isInstanceOf(Outcome.Recorded.class);
    assertThat(Chain.verify(restored.stored(CASE))).isEmpty();
  }

  @Test
  void where_a_host_may_still_undo_it_nothing_is_remembered() {
    Watched store = new Watched(MemoryStore.create());
    store.keeps = false;
    SopEngine engine = engine(store, 10);

    engine.submit(start());
    engine.submit(done("1"));

    assertThat(store.reads).isEqualTo(2);
    assertThat(engine.state(CASE).status()).isEqualTo(CaseStatus.BERJALAN);
  }

  private static Command start() {
    return Command.start(CASE, PROCEDURE.sop().id(), Desk.as("STAF")).build();
  }

  private static Command done(String row) {
    return Command.complete(CASE, row, Desk.as("STAF")).build();
  }

  /** Counts what is read for a command, and can be told to fail. */
  private static final class Watched extends ForwardingStore {
    private CaseStore inner;
    private boolean fails;
    private boolean keeps = true;
    private int reads;

    Watched(CaseStore inner) {
      super(inner);
      this.inner = inner;
    }

    @Override
    public void append(Change change) {
      if (fails) {
        throw new StoreException(StoreCode.COMMIT_UNKNOWN, "B-1", "1", "08006");
      }
      inner.append(change);
    }

    @Override
    public boolean keepsAtOnce() {
      return keeps;
    }

    @Override
    public List<Entry> read(CaseId caseId) {
      reads++;
      return inner.read(caseId);
    }
  }
}
