package id.sop.rules.flow;

import java.util.ArrayList;
import java.util.List;

/** All cases of a walk, in the order in which they were begun. */
final class Family {
  final List<Expected> all = new ArrayList<>();
  long now;

  void add(Expected one) {
    all.add(one);
  }

  boolean has(String id) {
    return all.stream().anyMatch(c -> c.id.equals(id));
  }

  List<Expected> running() {
    return all.stream().filter(Expected::runs).toList();
  }

  boolean runs() {
    return !running().isEmpty();
  }

  String newId() {
    return "B-" + all.size();
  }
}
