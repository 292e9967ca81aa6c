package id.sop.benchmarks.cost;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The database that a program is measured on.
 *
 * @param url a PostgreSQL, or an H2 in a file
 * @param counter counts what is sent there, where that is asked for
 */
public record Database(String url, Optional<StatementCounter> counter) {
  private static final String H2 = "jdbc:h2:file:";

  /** The same for every program on H2: what the library sets on a file of its own. */
  private static final String SETTINGS =
      ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;PAGE_SIZE=1024";

  /** The file without its suffix; empty when it is not H2. */
  public Optional<Path> file() {
    return url.startsWith(H2) ? Optional.of(Path.of(url.substring(H2.length()))) : Optional.empty();
  }

  /** A pool. On H2 a commit is in the file only after {@link H2Durability#FLUSH}. */
  public DataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(file().isPresent() ? url + SETTINGS : url);
    if (file().isPresent()) {
      config.setUsername("sa");
      config.setPassword("");
    }
    config.setMaximumPoolSize(4);
    DataSource pool = new HikariDataSource(config);
    return counter.isPresent() ? counter.get().counting(pool) : pool;
  }

  /** A pool whose every commit of something written is on the disk when it returns. */
  public DataSource durablePool() {
    return file().isPresent() ? H2Durability.of(pool()) : pool();
  }
}
