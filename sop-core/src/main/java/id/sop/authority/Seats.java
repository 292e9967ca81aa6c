package id.sop.authority;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many seats are filled when nobody sits on two: one who holds two roles is still one person
 * (the greatest matching, by augmenting paths).
 */
final class Seats {
  private final List<Set<String>> candidates;
  private final Map<String, Integer> seatOf = new HashMap<>();

  private Seats(List<Set<String>> candidates) {
    this.candidates = candidates;
  }

  /**
   * @param candidates for each seat, the persons who could take it
   */
  static int filled(List<Set<String>> candidates) {
    Seats seats = new Seats(new ArrayList<>(candidates));
    int filled = 0;
    for (int seat = 0; seat < candidates.size(); seat++) {
      filled += seats.fills(seat, new HashSet<>()) ? 1 : 0;
    }
    return filled;
  }

  private boolean fills(int seat, Set<String> asked) {
    for (String person : candidates.get(seat)) {
      if (asked.add(person)) {
        Integer now = seatOf.get(person);
        if (now == null || fills(now, asked)) {
          seatOf.put(person, seat);
          return true;
        }
      }
    }
    return false;
  }
}
