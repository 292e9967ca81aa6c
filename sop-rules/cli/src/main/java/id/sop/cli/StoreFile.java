package id.sop.cli;

import id.sop.store.jdbc.JdbcStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The H2 file of a store, as commands name it. */
final class StoreFile {
  private static final String SUFFIX = ".mv.db";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "PENYIMPANAN",
      description = "File H2 tempat berkas tersimpan, misalnya .sop/berkas.mv.db.")
  private Path file;

  /** Does something with a store that is there. */
  <T> T existing(Function<JdbcStore, T> work) {
    if (!Files.isRegularFile(file) && !Files.isRegularFile(Path.of(file + SUFFIX))) {
      throw new ParameterException(spec.commandLine(), "File penyimpanan tidak ada: " + file);
    }
    return opened(work);
  }

  /** Does something with a store that is there, or is made now. */
  <T> T opened(Function<JdbcStore, T> work) {
    try (JdbcStore store = JdbcStore.h2File(file)) {
      return work.apply(store);
    }
  }
}
