package id.sop.store;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import id.sop.definition.DataValue;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.journal.CaseId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which open rows are asked for: those that meet every condition that is set, in the order of
 * {@link InboxKey}, as many as one page holds.
 *
 * <p>{@code InboxQuery.all().pelaksana(kasubag).overdueAt(now).limit(20)} asks for the twenty most
 * urgent rows of a Kasubag that are late; {@code .after(InboxKey.of(last))} for the next twenty.
 *
 * @param pelaksana one of these is among the performers of the row
 * @param claimedBy taken by this person, by the host's id of him
 * @param sop of this SOP
 * @param caseId of this case
 * @param tags of cases with each of these tags
 * @param dueFrom due at this moment or later; rows that are not assessable are left out
 * @param dueBefore due before this moment; rows that are not assessable are left out
 * @param after behind this one in the order
 * @param limit at most so many rows, 1 to {@value #MOST}; counts have no such limit
 */
public record InboxQuery(
    Optional<Set<PelaksanaCode>> pelaksana,
    Optional<String> claimedBy,
    Optional<SopId> sop,
    Optional<CaseId> caseId,
    Set<CaseTag> tags,
    Optional<Instant> dueFrom,
    Optional<Instant> dueBefore,
    Optional<InboxKey> after,
    int limit) {
  /** The most rows that one page holds. */
  public static final int MOST = 1_000;

  private static final int USUAL = 50;

  public InboxQuery {
    pelaksana = pelaksana.map(ImmutableSet::copyOf);
    tags = ImmutableSet.copyOf(tags);
    checkArgument(limit >= 1 && limit <= MOST, "a page holds 1 to %s rows, not %s", MOST, limit);
  }

  /** All open rows, fifty a page. */
  public static InboxQuery all() {
    return new InboxQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        USUAL);
  }

  /** The same, of rows that {@code code} performs, alone or with others. */
  public InboxQuery pelaksana(PelaksanaCode code) {
    return pelaksana(List.of(code));
  }

  /**
   * The same, of rows that one of {@code codes} performs, each once: what a person sees who has
   * several roles. Who has none sees nothing.
   */
  public InboxQuery pelaksana(Collection<PelaksanaCode> codes) {
    return new InboxQuery(
        Optional.of(ImmutableSet.copyOf(codes)),
        claimedBy,
        sop,
        caseId,
        tags,
        dueFrom,
        dueBefore,
        after,
        limit);
  }

  /** The same, of cases of {@code id}. */
  public InboxQuery sop(SopId id) {
    return new InboxQuery(
        pelaksana, claimedBy, Optional.of(id), caseId, tags, dueFrom, dueBefore, after, limit);
  }

  /** The same, of rows that this person has taken upon himself. */
  public InboxQuery claimedBy(String person) {
    return new InboxQuery(
        pelaksana, Optional.of(person), sop, caseId, tags, dueFrom, dueBefore, after, limit);
  }

  /** The same, of this case. */
  public InboxQuery caseId(CaseId id) {
    return new InboxQuery(
        pelaksana, claimedBy, sop, Optional.of(id), tags, dueFrom, dueBefore, after, limit);
  }

  /** The same, of cases of which fact {@code nama} is {@code value} now. */
  public InboxQuery data(String nama, DataValue value) {
    return tagged(CaseTag.data(nama, value));
  }

  /**
   * The same, of cases with a paper of this number: put to the file, or there when a row was done,
   * or come out of one. Only where the store keeps these numbers.
   */
  public InboxQuery document(String nomor) {
    return tagged(CaseTag.document(nomor));
  }

  private InboxQuery tagged(CaseTag tag) {
    Set<CaseTag> all = ImmutableSet.<CaseTag>builder().addAll(tags).add(tag).build();
    return new InboxQuery(pelaksana, claimedBy, sop, caseId, all, dueFrom, dueBefore, after, limit);
  }

  /** The same, of rows due at {@code moment} or later. */
  public InboxQuery dueFrom(Instant moment) {
    return new InboxQuery(
        pelaksana, claimedBy, sop, caseId, tags, Optional.of(moment), dueBefore, after, limit);
  }

  /** The same, of rows due before {@code moment}. */
  public InboxQuery dueBefore(Instant moment) {
    return new InboxQuery(
        pelaksana, claimedBy, sop, caseId, tags, dueFrom, Optional.of(moment), after, limit);
  }

  /** The same, of rows that are late at {@code now}: their last moment has passed. */
  public InboxQuery overdueAt(Instant now) {
    return dueBefore(now);
  }

  /** The same, beginning behind {@code key}. */
  public InboxQuery after(InboxKey key) {
    return new InboxQuery(
        pelaksana, claimedBy, sop, caseId, tags, dueFrom, dueBefore, Optional.of(key), limit);
  }

  /** The same with at most {@code rows} rows a page. */
  public InboxQuery limit(int rows) {
    return new InboxQuery(pelaksana, claimedBy, sop, caseId, tags, dueFrom, dueBefore, after, rows);
  }

  /**
   * Whether {@code row} of a case with these tags meets every condition, wherever it would come in
   * the order.
   */
  public boolean matches(OpenCaseRow row, Set<CaseTag> tagsOfCase) {
    return (pelaksana.isEmpty() || row.by().stream().anyMatch(pelaksana.get()::contains))
        && (claimedBy.isEmpty() || claimedBy.equals(row.claimedBy()))
        && sop.map(row.sop()::equals).orElse(true)
        && caseId.map(row.caseId()::equals).orElse(true)
        && tagsOfCase.containsAll(tags)
        && dueFrom
            .map(from -> row.dueAt().filter(due -> !due.isBefore(from)).isPresent())
            .orElse(true)
        && dueBefore
            .map(end -> row.dueAt().filter(due -> due.isBefore(end)).isPresent())
            .orElse(true);
  }
}
