package id.sop.rules.flow;

import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.rules.flow.Deed.Act;
import id.sop.rules.flow.Doers.How;
import id.sop.rules.flow.Drawn.Row;
import id.sop.rules.flow.Visit.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/** Draws what somebody tries: mostly what is near, now and then anything. */
final class Deeds {
  private static final List<String> PERSONS = List.of("u-1", "u-2", "u-3");
  private static final Document PAPER = Document.of("SURAT", "1");
  private static final Document MINUTES = Document.of("NOTULEN", "1");
  private static final String WHY = "acak";

  /** How often each is tried, among all. */
  private static final List<Act> TRIED = tried();

  private final Random random;
  private final Family family;

  Deeds(Random random, Family family) {
    this.random = random;
    this.family = family;
  }

  private static List<Act> tried() {
    List<Act> tried = new ArrayList<>(List.of(Act.values()));
    for (int more = 0; more < 3; more++) {
      tried.addAll(List.of(Act.COMPLETE, Act.COMPLETE, Act.CALL, Act.RECALL, Act.ATTEND));
    }
    tried.addAll(List.of(Act.SKIP, Act.REPEAT, Act.ARISE, Act.RESUME, Act.REOPEN));
    // A stop ends a whole family; it is tried below, not as often as the others.
    tried.remove(Act.STOP);
    return tried;
  }

  /**
   * @param entry the number of the entry of each completion of the case, in their order
   */
  Deed anything(Function<Expected, LongUnaryOperator> entry) {
    Act act = random.nextInt(40) == 0 ? Act.STOP : any(TRIED);
    Expected one = any(family.all);
    if (act == Act.STOP && family.all.size() > 1 && random.nextInt(4) > 0) {
      one = any(family.all.subList(1, family.all.size()));
    }
    for (int look = 0; look < 4 && one.runs() == (act == Act.REOPEN); look++) {
      one = any(family.all);
    }
    return of(act, one, row(one), entry.apply(one));
  }

  private Row row(Expected one) {
    boolean near = random.nextInt(4) > 0 && !one.flow.open.isEmpty();
    return near
        ? any(List.copyOf(one.flow.open.values())).row
        : any(List.copyOf(one.flow.drawn.rows.values()));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Person by(List<String> roles) {
    boolean slips = roles.isEmpty() || random.nextInt(8) == 0;
    return new Person(any(PERSONS), any(slips ? Doers.ALL : roles));
  }

  /** As often as not whoever has the row in hand. */
  private Person by(Expected one, Row row, List<String> roles) {
    Visit visit = one.flow.open.get(row.id());
    return visit != null && visit.holder.isPresent() && random.nextBoolean()
        ? visit.holder.get()
        : by(roles);
  }

  static Actor actor(Person person) {
    return Actor.of(person.name(), person.role());
  }

  String label(Row row) {
    boolean slips = random.nextInt(12) == 0;
    if (slips) {
      return any(List.of("", "A", "DILEWATI"));
    }
    return row.decides() ? any(row.labels()) : "";
  }

  private Deed of(Act act, Expected one, Row row, LongUnaryOperator entry) {
    return switch (act) {
      case COMPLETE -> completes(one, row);
      case SKIP -> skips(one, open(one, row, r -> r.is("opsional")));
      case REPEAT -> repeats(one, open(one, row, r -> r.is("berulang")));
      case ARISE -> arises(one, arising(one, row));
      case ATTEND -> attends(one, row, by(row.doers().attending()), random.nextBoolean());
      case UNSIGN -> unsigns(one, open(one, row, r -> r.doers().how() == How.IN_ORDER));
      case CLAIM -> claims(one, row, by(row.doers().completing()));
      case RELEASE -> releases(one, row, by(one, row, Doers.ALL));
      case HAND_OVER -> hands(one, row, by(one, row, Doers.ALL), by(row.doers().completing()));
      case ATTACH -> attaches(one, maybe(row));
      case SUSPEND -> suspends(one, maybe(row));
      case RESUME -> resumes(one, maybe(row));
      case RECALL -> recalls(one, row);
      case CORRECT -> corrects(one, entry);
      case RECEIVE -> receives(one, row);
      case SEND_BACK -> sendsBack(one, row, any(List.copyOf(one.flow.drawn.rows.values())));
      case MOVE -> moves(one, row, any(List.copyOf(one.flow.drawn.rows.keySet())));
      case STOP -> stops(one);
      case REOPEN -> reopens(one, row);
      case CALL -> calls(one, open(one, row, r -> r.calls().isPresent()), random.nextInt(10) > 0);
    };
  }

  private Optional<String> maybe(Row row) {
    return random.nextBoolean() ? Optional.of(row.id()) : Optional.empty();
  }

  private Row arising(Expected one, Row other) {
    List<Row> rows =
        one.flow.drawn.rows.values().stream().filter(r -> r.is("sewaktu-waktu")).toList();
    return rows.isEmpty() || random.nextInt(6) == 0 ? other : any(rows);
  }

  /** Mostly an open row that is {@code fit}, if there is one. */
  private Row open(Expected one, Row other, Predicate<Row> fit) {
    List<Row> rows = one.flow.open.values().stream().map(v -> v.row).filter(fit).toList();
    return rows.isEmpty() || random.nextInt(6) == 0 ? other : any(rows);
  }

  private static Deed deed(
      Act act, Expected one, String words, CommandBuilder<?> command, BooleanSupplier expected) {
    return new Deed(act, one, words, command.build(), expected);
  }

  private static CaseId id(Expected one) {
    return CaseId.of(one.id);
  }

  private Deed completes(Expected one, Row row) {
    Person by = by(one, row, row.doers().completing());
    Map<String, Integer> said =
        random.nextInt(3) == 0 ? Map.of(Expected.VALUE, random.nextInt(1000)) : Map.of();
    if (row.calls().isPresent() && random.nextInt(8) == 0) {
      said = Map.of(Expected.RESULT, random.nextInt(1000));
    }
    boolean asGiven = row.calls().isPresent() && random.nextBoolean();
    return completes(one, row, by, asGiven ? "" : label(row), said);
  }

  static Deed completes(Expected one, Row row, Person by, String label, Map<String, Integer> said) {
    CommandBuilder.Complete command = Command.complete(id(one), row.id(), actor(by)).alasan(WHY);
    said.forEach(command::data);
    if (!label.isEmpty()) {
      command.decision(label);
    }
    return deed(
        Act.COMPLETE,
        one,
        row.id() + " " + label + " by " + by + " with " + said,
        command,
        () -> one.completes(row.id(), by, label, said));
  }

  private Deed skips(Expected one, Row row) {
    Person by = by(one, row, row.doers().completing());
    return deed(
        Act.SKIP,
        one,
        row.id() + " by " + by,
        Command.skip(id(one), row.id(), actor(by), WHY),
        () -> one.skips(row.id(), by));
  }

  private Deed repeats(Expected one, Row row) {
    Person by = by(one, row, row.doers().completing());
    return new Deed(
        Act.REPEAT,
        one,
        row.id() + " by " + by,
        Command.complete(id(one), row.id(), actor(by)).again(),
        () -> one.repeats(row.id(), by));
  }

  private Deed arises(Expected one, Row row) {
    Person by = by(row.doers().acting());
    return deed(
        Act.ARISE,
        one,
        row.id() + " by " + by,
        Command.raise(id(one), row.id(), actor(by), WHY),
        () -> one.arises(row.id(), by));
  }

  static Deed attends(Expected one, Row row, Person by, boolean minutes) {
    CommandBuilder.Participate command = Command.participate(id(one), row.id(), actor(by));
    if (minutes) {
      command.evidence(MINUTES);
    }
    return deed(
        Act.ATTEND,
        one,
        row.id() + " by " + by + (minutes ? " with minutes" : ""),
        command,
        () -> one.attends(row.id(), by, minutes));
  }

  private Deed unsigns(Expected one, Row row) {
    Visit visit = one.flow.open.get(row.id());
    Person by = by(visit == null ? Doers.ALL : visit.turn().stream().toList());
    return deed(
        Act.UNSIGN,
        one,
        row.id() + " by " + by,
        Command.participate(id(one), row.id(), actor(by)).kembali(WHY),
        () -> one.unsigns(row.id(), by));
  }

  private static Deed claims(Expected one, Row row, Person by) {
    return deed(
        Act.CLAIM,
        one,
        row.id() + " by " + by,
        Command.claim(id(one), row.id(), actor(by)),
        () -> one.claims(row.id(), by));
  }

  static Deed releases(Expected one, Row row, Person by) {
    return deed(
        Act.RELEASE,
        one,
        row.id() + " by " + by,
        Command.release(id(one), row.id(), actor(by)).alasan(WHY),
        () -> one.releases(row.id(), by));
  }

  private static Deed hands(Expected one, Row row, Person by, Person to) {
    return deed(
        Act.HAND_OVER,
        one,
        row.id() + " by " + by + " to " + to,
        Command.transfer(id(one), row.id(), actor(by), actor(to), WHY),
        () -> one.hands(row.id(), by, to));
  }

  private Deed attaches(Expected one, Optional<String> row) {
    CommandBuilder.Attach command = Command.attach(id(one), actor(by(Doers.ALL)), PAPER);
    row.ifPresent(command::row);
    return deed(Act.ATTACH, one, row.orElse("-"), command, () -> one.attaches(row));
  }

  private Deed suspends(Expected one, Optional<String> row) {
    CommandBuilder.Suspend command = Command.suspend(id(one), actor(by(Doers.ALL)), WHY);
    row.ifPresent(command::row);
    return deed(Act.SUSPEND, one, row.orElse("-"), command, () -> one.suspends(row));
  }

  private Deed resumes(Expected one, Optional<String> row) {
    return resumes(one, row, by(Doers.ALL));
  }

  static Deed resumes(Expected one, Optional<String> row, Person by) {
    CommandBuilder.Resume command = Command.resume(id(one), actor(by));
    row.ifPresent(command::row);
    return deed(Act.RESUME, one, row.orElse("-"), command, () -> one.resumes(row));
  }

  private Deed recalls(Expected one, Row other) {
    Optional<Done> last = one.done.stream().reduce((first, second) -> second);
    boolean near = last.isPresent() && random.nextInt(6) > 0;
    Row row = near ? last.get().visit.row : other;
    Person by = near && random.nextInt(6) > 0 ? last.get().by : by(row.doers().acting());
    return deed(
        Act.RECALL,
        one,
        row.id() + " by " + by,
        Command.recall(id(one), row.id(), actor(by), WHY),
        () -> one.recalls(row.id(), by));
  }

  private Deed corrects(Expected one, LongUnaryOperator entry) {
    int which = random.nextInt(one.done.size() + 1);
    int value = random.nextInt(1000);
    Person by =
        which < one.done.size() ? by(one.done.get(which).visit.doers().acting()) : by(Doers.ALL);
    return deed(
        Act.CORRECT,
        one,
        "completion " + which + " by " + by,
        Command.correct(id(one), entry.applyAsLong(which), actor(by), WHY)
            .data(Expected.VALUE, value),
        () -> one.corrects(which, by, value));
  }

  private Deed receives(Expected one, Row other) {
    List<Row> gave =
        one.done.stream()
            .map(d -> d.visit.row)
            .filter(r -> !r.doers().penerima().isEmpty())
            .toList();
    Row row = gave.isEmpty() ? other : any(gave);
    Person by = by(row.doers().penerima());
    return deed(
        Act.RECEIVE,
        one,
        row.id() + " by " + by,
        Command.acknowledge(id(one), row.id(), actor(by)),
        () -> one.receives(row.id(), by));
  }

  private Deed sendsBack(Expected one, Row row, Row other) {
    List<Visit> before = one.done.stream().map(d -> d.visit).toList();
    Row to = before.isEmpty() || random.nextInt(4) == 0 ? other : any(before).row;
    Person by = by(one, row, row.doers().acting());
    return deed(
        Act.SEND_BACK,
        one,
        row.id() + " to " + to.id() + " by " + by,
        Command.sendBack(id(one), row.id(), actor(by), to.id(), WHY),
        () -> one.sendsBack(row.id(), by, to.id()));
  }

  private Deed moves(Expected one, Row row, String to) {
    return moves(one, row, to, by(Doers.ALL));
  }

  static Deed moves(Expected one, Row row, String to, Person by) {
    return deed(
        Act.MOVE,
        one,
        row.id() + " to " + to,
        Command.move(id(one), row.id(), actor(by), to, WHY, "disposisi"),
        () -> one.moves(row.id(), to));
  }

  private Deed stops(Expected one) {
    return deed(
        Act.STOP, one, "", Command.terminate(id(one), actor(by(Doers.ALL)), WHY), one::stops);
  }

  private Deed reopens(Expected one, Row row) {
    return deed(
        Act.REOPEN,
        one,
        row.id(),
        Command.reopen(id(one), row.id(), actor(by(Doers.ALL)), WHY, "putusan"),
        () -> one.reopens(row.id()));
  }

  private Deed calls(Expected one, Row row, boolean anew) {
    String child = anew ? family.newId() : any(family.all).id;
    return calls(one, row, by(one, row, row.doers().completing()), child);
  }

  static Deed calls(Expected one, Row row, Person by, String child) {
    return deed(
        Act.CALL,
        one,
        row.id() + " as " + child + " by " + by,
        Command.call(id(one), row.id(), actor(by), CaseId.of(child)),
        () -> one.calls(row.id(), by, child));
  }
}
