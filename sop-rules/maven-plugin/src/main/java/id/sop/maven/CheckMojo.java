package id.sop.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks every bundle of the project: its files, its rules, all routes, its examples. An error
 * fails the build, and is told as file:line:column.
 */
@Mojo(name = "periksa", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class CheckMojo extends BundlesMojo {
  @Override
  void use(Checked checked) {
    // To have been checked is all.
  }
}
