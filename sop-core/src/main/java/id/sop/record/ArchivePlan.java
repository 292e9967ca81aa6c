package id.sop.record;

import com.google.common.collect.ImmutableSortedMap;
import id.sop.journal.CaseId;
import id.sop.journal.Head;
import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Which cases would be archived, and which would stay and why.
 *
 * @param before cases go of which every entry was recorded before this moment
 * @param families the cases that go, each with those that it belongs to: one that was begun for a
 *     row of another, and that one
 * @param stays the cases that stay although they have ended in time, each with its reason, by id;
 *     and what is held but was archived before
 * @param running how many cases still run
 * @param later how many have ended, but not before that moment
 */
public record ArchivePlan(
    Instant before,
    List<SortedMap<CaseId, Head>> families,
    List<Stays> stays,
    long running,
    long later) {
  public ArchivePlan {
    families = List.copyOf(families);
    stays = List.copyOf(stays);
  }

  /**
   * A case that stays.
   *
   * @param caseId the case
   * @param why the stable code of the reason
   * @param facts what its texts name, in the order of their placeholders
   */
  public record Stays(CaseId caseId, Code why, List<String> facts) {
    public Stays {
      facts = List.copyOf(facts);
    }

    static Stays of(CaseId caseId, Code why, String... facts) {
      return new Stays(caseId, why, List.of(facts));
    }

    /** Why it stays, in one sentence. */
    public String text(Language language) {
      return Texts.text(why, language, facts);
    }

    /** What to do about it, in one sentence. */
    public String hint(Language language) {
      return Texts.hint(why, language, facts);
    }
  }

  /** The cases that go, with where their journals end. */
  public SortedMap<CaseId, Head> goes() {
    ImmutableSortedMap.Builder<CaseId, Head> goes = ImmutableSortedMap.naturalOrder();
    families.forEach(goes::putAll);
    return goes.buildOrThrow();
  }

  /** How many entries they have. */
  public long entries() {
    return goes().values().stream().mapToLong(Head::seq).sum();
  }
}
