package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest {
  @TempDir Path folder;

  private static void assertRefused(Path file, StoreCode code) {
    assertThatThrownBy(() -> JdbcStore.h2File(file))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void a_folder_that_cannot_be_made_is_not_called_a_damaged_file() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("arsip"), "bukan folder");

    assertRefused(inTheWay.resolve("sop"), StoreCode.FOLDER_UNUSABLE);
  }

  @Test
  void a_file_that_is_no_database_is_left_as_it_is() throws IOException {
    Path file = Files.writeString(folder.resolve("sop.mv.db"), "bukan basis data");

    assertRefused(folder.resolve("sop"), StoreCode.FILE_DAMAGED);

    assertThat(file).hasContent("bukan basis data");
  }

  @Test
  void a_path_cannot_carry_settings_of_the_database() {
    assertRefused(folder.resolve("sop;INIT=CREATE TABLE x(y INT)"), StoreCode.FILE_NAME);
  }

  @Test
  void a_new_database_is_where_its_path_says_whatever_that_looks_like() {
    Path made = folder.resolve("Bagian 'Umum' \"2026\"/berkas masuk/sop");

    JdbcStore.h2File(made).close();

    assertThat(made.resolveSibling("sop.mv.db")).isRegularFile();
  }
}
