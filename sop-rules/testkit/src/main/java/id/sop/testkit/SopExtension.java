package id.sop.testkit;

import id.sop.SopEngine;
import id.sop.bundle.SopBundle;
import id.sop.example.SettableClock;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Stands behind {@link SopTest}. */
final class SopExtension
    implements ParameterResolver, BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(SopExtension.class);

  /** What a test method may ask for. */
  private static final Map<Class<?>, Function<Scene, Object>> GIVEN =
      Map.of(
          Berkas.class, Scene::berkas,
          SettableClock.class, Scene::clock,
          SopEngine.class, Scene::engine,
          Procedure.class, Scene::procedure);

  @Override
  public void beforeAll(ExtensionContext context) {
    if (isOutermost(context)) {
      context
          .getStore(NAMESPACE)
          .put(Recorder.class, Recorder.of(context.getRequiredTestClass(), annotation(context)));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == SopBundle.class
        || (GIVEN.containsKey(type) && context.getTestMethod().isPresent());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Kit kit = recorder(context).kit();
    Class<?> type = parameter.getParameter().getType();
    Function<Scene, Object> given = GIVEN.get(type);
    return given == null ? kit.bundle() : given.apply(scene(context, kit));
  }

  private static Scene scene(ExtensionContext context, Kit kit) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Scene.class, key -> new Scene(kit), Scene.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Scene scene = context.getStore(NAMESPACE).get(Scene.class, Scene.class);
    if (scene == null) {
      return;
    }
    try (scene) {
      if (context.getExecutionException().isEmpty()) {
        scene.finish();
        scene.recorded(name(context)).forEach(recorder(context)::add);
      }
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (isOutermost(context)) {
      recorder(context).report(context::getConfigurationParameter);
    }
  }

  private static Recorder recorder(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(Recorder.class, Recorder.class);
  }

  /** The method, and what tells its repetitions apart. */
  private static String name(ExtensionContext context) {
    String method = context.getRequiredTestMethod().getName();
    String shown = context.getDisplayName();
    return shown.startsWith(method + "(") ? method : method + " " + shown;
  }

  /** Whether this is the annotated class and not one nested in it, whose tests count with it. */
  private static boolean isOutermost(ExtensionContext context) {
    return context.getParent().map(SopExtension::recorder).isEmpty();
  }

  private static SopTest annotation(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    SopTest annotation = type.getAnnotation(SopTest.class);
    if (annotation == null) {
      throw new SopException(TestkitCode.NO_BUNDLE, type.getName());
    }
    return annotation;
  }
}
