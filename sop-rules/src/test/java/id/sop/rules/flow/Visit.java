package id.sop.rules.flow;

import id.sop.rules.flow.Doers.How;
import id.sop.rules.flow.Drawn.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One time that a row was open, as it must be: who has signed, who has it, what it waits for. */
final class Visit {
  /** Somebody in one of his roles. */
  record Person(String name, String role) {}

  /** A signature or a presence; {@code back} is whose signature it takes away, if any. */
  private record Sign(Person by, String back) {}

  final Row row;
  final int number;
  Optional<Person> holder = Optional.empty();
  boolean minutes;
  boolean papers;

  /** Whether its own clock stands, and whether it ever did. */
  boolean stands;

  boolean stood;

  /** The case of another flow that was begun for it last, who began it, and how that ended. */
  Optional<Expected> child = Optional.empty();

  Optional<Person> caller = Optional.empty();
  Optional<String> result = Optional.empty();
  Map<String, Integer> given = Map.of();

  private final List<Sign> signs = new ArrayList<>();

  Visit(Row row, int number) {
    this.row = row;
    this.number = number;
  }

  Doers doers() {
    return row.doers();
  }

  boolean waits() {
    return child.isPresent() && result.isEmpty();
  }

  /** Whether nothing was done about it since it was opened. */
  boolean untouched() {
    return signs.isEmpty() && holder.isEmpty() && child.isEmpty() && !stood && !papers;
  }

  boolean heldByAnother(Person person) {
    return holder.filter(h -> !h.name().equals(person.name())).isPresent();
  }

  /** The signatures that count. */
  private List<Person> signed() {
    List<Person> standing = new ArrayList<>();
    for (Sign sign : signs) {
      if (sign.back().isEmpty()) {
        standing.add(sign.by());
      } else {
        standing.removeIf(p -> p.role().equals(sign.back()));
      }
    }
    return standing;
  }

  private boolean hasSigned(String role) {
    return signed().stream().anyMatch(p -> p.role().equals(role));
  }

  /** Whose turn it is to sign; empty when all have, or nobody has to. */
  Optional<String> turn() {
    return doers().how() == How.IN_ORDER
        ? doers().roles().stream().filter(r -> !hasSigned(r)).findFirst()
        : Optional.empty();
  }

  boolean attends(Person person, boolean withMinutes) {
    boolean may = doers().attending().contains(person.role()) && inOrder(person.role());
    if (may) {
      signs.add(new Sign(person, ""));
      minutes |= withMinutes;
    }
    return may;
  }

  private boolean inOrder(String role) {
    int place = doers().roles().indexOf(role);
    return doers().how() != How.IN_ORDER
        || place < 0
        || hasSigned(role)
        || doers().roles().subList(0, place).stream().allMatch(this::hasSigned);
  }

  /** The signature before his own is taken away by the one whose turn it is. */
  boolean unsigns(Person person) {
    List<String> roles = doers().roles();
    int place = turn().map(roles::indexOf).orElse(0);
    boolean may = place > 0 && roles.get(place).equals(person.role());
    if (may) {
      signs.add(new Sign(person, roles.get(place - 1)));
    }
    return may;
  }

  /** Whether all have done their part, were {@code last} to say that it is done. */
  boolean ready(Optional<Person> last) {
    return switch (doers().how()) {
      case IN_ORDER ->
          doers().roles().subList(0, doers().roles().size() - 1).stream().allMatch(this::hasSigned);
      case TOGETHER -> seats(last) >= doers().kuorum();
      case BY_MEETING -> minutes;
      case BY_ONE, OUTSIDE -> true;
    };
  }

  /** For how many roles somebody was there, nobody for two. */
  private int seats(Optional<Person> last) {
    List<Person> there = new ArrayList<>(signed());
    last.ifPresent(there::add);
    return seats(doers().roles(), there, new HashSet<>());
  }

  /** Whether he signed, sent back or was there in a role that does a part of the row. */
  boolean tookPart(String name) {
    return doers().how() != How.OUTSIDE
        && signs.stream()
            .map(Sign::by)
            .anyMatch(p -> p.name().equals(name) && doers().acting().contains(p.role()));
  }

  private static int seats(List<String> roles, List<Person> there, Set<String> taken) {
    if (roles.isEmpty()) {
      return 0;
    }
    List<String> rest = roles.subList(1, roles.size());
    int most = seats(rest, there, taken);
    for (Person person : there) {
      if (person.role().equals(roles.get(0)) && taken.add(person.name())) {
        most = Math.max(most, 1 + seats(rest, there, taken));
        taken.remove(person.name());
      }
    }
    return most;
  }

  /** Whether the row is done with how the other case ended. */
  boolean doneByResult() {
    return result.filter(end -> row.calls().orElseThrow().does(row, end)).isPresent();
  }
}
