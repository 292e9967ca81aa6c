package id.sop.casework;

import id.sop.definition.DataValue;
import id.sop.definition.SopId;
import id.sop.journal.CaseId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of other cases, on which a case may depend before it begins. A host may implement
 * it for cases that are kept elsewhere. Threads share it.
 */
public interface OtherCases {

  /** The running cases of {@code sop}. */
  List<OtherCase> running(SopId sop);

  /** The case {@code caseId}; empty when it is not known. */
  Optional<OtherCase> named(CaseId caseId);

  /**
   * Another case.
   *
   * @param sop the SOP that it follows
   * @param outcome how it ended, as its SOP calls it; empty when it did not
   * @param data what is known of it
   */
  record OtherCase(
      CaseId caseId,
      SopId sop,
      CaseStatus status,
      Optional<String> outcome,
      Map<String, DataValue> data) {

    /** The case as its journal tells; empty when it never began. */
    public static Optional<OtherCase> of(CaseState state) {
      return state
          .pinned()
          .map(
              pinned ->
                  new OtherCase(
                      state.caseId(), pinned.sop(), state.status(), state.outcome(), state.data()));
    }
  }

  /** No other cases. */
  static OtherCases none() {
    return new OtherCases() {
      @Override
      public List<OtherCase> running(SopId sop) {
        return List.of();
      }

      @Override
      public Optional<OtherCase> named(CaseId caseId) {
        return Optional.empty();
      }
    };
  }
}
