package id.sop.migration;

import com.google.common.collect.ImmutableSortedMap;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many open cases of the SOP there are, and what becomes of them: each is counted once.
 *
 * @param moves those that go over, or have gone over
 * @param stays those that stay, each for a reason that was told
 * @param failed those that could not be looked at or stored
 * @param already those that were on the new version before
 * @param elsewhere those on versions that the plan leaves alone
 * @param why how often each reason to stay was found, by its code; a case may have several
 */
public record MigrationSummary(
    int moves, int stays, int failed, int already, int elsewhere, Map<String, Integer> why) {
  public MigrationSummary {
    why = ImmutableSortedMap.copyOf(why);
  }

  /** All of them. */
  public int cases() {
    return moves + stays + failed + already + elsewhere;
  }

  /** The same in one sentence. */
  public String text(Language language) {
    List<String> facts =
        IntStream.of(moves, stays, failed, already, elsewhere).mapToObj(Integer::toString).toList();
    return Texts.text(MigrationCode.SUMMARY, language, facts);
  }
}
