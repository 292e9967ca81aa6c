package id.sop.maven;

import id.sop.bundle.SavedTable;
import id.sop.bundle.SopBundle;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks every bundle of the project as {@code periksa} does, and writes its table beside it into
 * what is packed, so that the application starts without a rule engine.
 */
@Mojo(name = "tabel", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class TableMojo extends BundlesMojo {
  /** Where the packed bundles lie, each as {@code <office>/<name>/}. */
  @Parameter(property = "sop.packed", defaultValue = "${project.build.outputDirectory}/sop")
  File packed;

  @Override
  void use(Checked checked) throws IOException, MojoFailureException {
    Path there = packed.toPath().resolve(folder.toPath().relativize(checked.folder()));
    if (Files.exists(there.resolve(SopBundle.SOP))
        && !SopBundle.inFolder(there).digest().equals(checked.bundle().digest())) {
      throw new MojoFailureException(
          there
              + " tidak sama dengan "
              + checked.folder()
              + ". Jangan saring (filtering) berkas SOP, dan jalankan tujuan ini sesudah"
              + " process-resources.");
    }
    Files.createDirectories(there);
    Path file =
        SavedTable.write(
            there,
            SavedTable.bytes(
                checked.bundle(),
                checked.loaded().procedure().orElseThrow().sop(),
                checked.loaded().table().orElseThrow()));
    getLog().info("Tabel disimpan: " + file);
  }
}
