package id.sop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import id.sop.journal.CaseId;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract is worth something only if a store that does nothing fails all of it. */
class DoNothingStoreTest {

  @Test
  void a_store_that_does_nothing_fails_every_test_of_the_contract() {
    List<String> passed = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(ContractOfDoNothing.class))
            .configurationParameter(OnlyWhenAsked.ASKED, "true")
            .build();

    LauncherFactory.create().execute(request, new Tally(passed, failed));

    assertThat(passed).isEmpty();
    assertThat(failed).hasSize(testsOfTheContract());
  }

  private static int testsOfTheContract() {
    return (int)
        Arrays.stream(CaseStoreContract.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .count();
  }

  private record Tally(List<String> passed, List<String> failed) implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        boolean success = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        (success ? passed : failed).add(test.getDisplayName());
      }
    }
  }

  /** Keeps the build, which may find it by its name, from running it for its own sake. */
  static final class OnlyWhenAsked implements ExecutionCondition {
    static final String ASKED = "sop.contract.of.do.nothing";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter(ASKED).isPresent()
          ? ConditionEvaluationResult.enabled("asked for")
          : ConditionEvaluationResult.disabled("it is meant to fail");
    }
  }

  @ExtendWith(OnlyWhenAsked.class)
  static final class ContractOfDoNothing extends CaseStoreContract {
    @Override
    protected CaseStore open() {
      return new DoNothing();
    }
  }

  private static final class DoNothing implements CaseStore {
    @Override
    public void append(Change change) {}

    @Override
    public void append(List<Change> changes) {}

    @Override
    public List<Entry> read(CaseId caseId) {
      return List.of();
    }

    @Override
    public StoredCase stored(CaseId caseId) {
      return new StoredCase(caseId, Optional.empty(), List.of());
    }

    @Override
    public List<OpenCaseRow> openRows() {
      return List.of();
    }

    @Override
    public List<OpenCaseRow> openRows(InboxQuery query) {
      return List.of();
    }

    @Override
    public long count(InboxQuery query) {
      return 0;
    }

    @Override
    public List<CaseId> cases() {
      return List.of();
    }

    @Override
    public SortedMap<CaseId, Head> heads() {
      return new TreeMap<>();
    }

    @Override
    public List<Tombstone> archived() {
      return List.of();
    }

    @Override
    public void remove(List<Tombstone> cases) {}

    @Override
    public void bury(List<Tombstone> archived) {}

    @Override
    public void close() {}
  }
}
