package id.sop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A contract is worth something only if what does nothing fails all of it. */
public final class Contract {
  private Contract() {}

  /**
   * Runs the tests of {@code contract} on something that does nothing.
   *
   * @param ofDoNothing extends the contract, {@link OnlyWhenAsked}
   */
  public static void assertNoneHolds(Class<?> ofDoNothing, Class<?> contract) {
    List<String> passed = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(ofDoNothing))
            .configurationParameter(OnlyWhenAsked.ASKED, "true")
            .build();

    LauncherFactory.create().execute(request, new Tally(passed, failed));

    assertThat(passed).isEmpty();
    assertThat(failed).hasSize(testsOf(contract));
  }

  private static int testsOf(Class<?> contract) {
    return (int)
        Arrays.stream(contract.getDeclaredMethods())
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
  public static final class OnlyWhenAsked implements ExecutionCondition {
    static final String ASKED = "sop.contract.of.do.nothing";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter(ASKED).isPresent()
          ? ConditionEvaluationResult.enabled("asked for")
          : ConditionEvaluationResult.disabled("it is meant to fail");
    }
  }
}
