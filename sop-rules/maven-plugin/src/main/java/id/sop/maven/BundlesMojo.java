package id.sop.maven;

import id.sop.bundle.SopBundle;
import id.sop.problem.Language;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.problem.Severity;
import id.sop.problem.SopException;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.example.ExamplePlay;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** Finds the bundles of a project, checks each, and fails the build when one has an error. */
abstract class BundlesMojo extends AbstractMojo {
  /** The folder below which bundles lie, each as {@code <office>/<name>/}. */
  @Parameter(property = "sop.folder", defaultValue = "${project.basedir}/src/main/resources/sop")
  File folder;

  /** Whether to do nothing. */
  @Parameter(property = "sop.skip", defaultValue = "false")
  boolean skip;

  /** A bundle of the project, checked. */
  record Checked(Path folder, SopBundle bundle, LoadedSop loaded) {}

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("SOP tidak diperiksa (sop.skip).");
      return;
    }
    try {
      List<Path> folders = folders();
      List<Problem> problems = new ArrayList<>();
      List<Checked> sound = new ArrayList<>();
      for (Path one : folders) {
        check(one, problems, sound);
      }
      problems.forEach(this::tell);
      if (Problems.hasErrors(problems)) {
        throw new MojoFailureException(summary(folders.size(), problems));
      }
      for (Checked checked : sound) {
        use(checked);
      }
      getLog().info(summary(folders.size(), problems));
    } catch (IOException | SopException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /** Does with a sound bundle what the goal is for. */
  abstract void use(Checked checked) throws IOException, MojoFailureException;

  /** Sorted, so that the log of a build does not depend on the file system. */
  private List<Path> folders() throws IOException {
    Path root = folder.toPath();
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.endsWith(SopBundle.SOP))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }

  private static void check(Path folder, List<Problem> problems, List<Checked> sound) {
    SopBundle bundle = SopBundle.inFolder(folder);
    LoadedSop loaded = SopRules.load(bundle);
    problems.addAll(loaded.problems());
    loaded.procedure().ifPresent(p -> problems.addAll(ExamplePlay.run(bundle, p)));
    sound.add(new Checked(folder, bundle, loaded));
  }

  private void tell(Problem problem) {
    String line = problem + " " + problem.hint(Language.ID);
    if (problem.severity() == Severity.ERROR) {
      getLog().error(line);
    } else {
      getLog().warn(line);
    }
  }

  private static String summary(int bundles, List<Problem> problems) {
    long errors = problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
    return bundles
        + " SOP diperiksa: "
        + errors
        + " kesalahan, "
        + (problems.size() - errors)
        + " peringatan.";
  }
}
