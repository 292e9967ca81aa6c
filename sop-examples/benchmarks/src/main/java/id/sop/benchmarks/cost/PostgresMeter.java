package id.sop.benchmarks.cost;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that keeps what it acknowledged, and what it says of its own work. */
final class PostgresMeter implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final Connection admin;

  private PostgresMeter(EmbeddedPostgres server, Connection admin) {
    this.server = server;
    this.admin = admin;
  }

  /**
   * What the server has done so far.
   *
   * @param wal bytes of its log
   * @param flushes how often it waited for the disk
   * @param fullPages whole pages in the log, for each first change of a page after a checkpoint
   */
  record Effort(long wal, long flushes, long fullPages) {
    Effort since(Effort before) {
      return new Effort(wal - before.wal, flushes - before.flushes, fullPages - before.fullPages);
    }
  }

  /** What tables and indexes of a database hold when nothing is left to clean up in them. */
  record Content(long bytes, long rows, long tables, long indexes) {}

  /**
   * The starter of the server turns off what makes a commit survive, since tests do not need it;
   * here it is on. No checkpoint falls into a round: it would have whole pages written for whoever
   * comes next.
   */
  static PostgresMeter start() throws IOException, SQLException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "16GB")
            .setServerConfig("checkpoint_timeout", "1h")
            .setServerConfig("jit", "off")
            .start();
    Connection admin = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
    PostgresMeter meter = new PostgresMeter(server, admin);
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      if (!text(admin, "SHOW " + setting).equals("on")) {
        throw new IllegalStateException(setting + " is not on");
      }
    }
    System.out.println(text(admin, "SELECT version()"));
    return meter;
  }

  /** The URL of a new, empty database. */
  String database(String name) throws SQLException {
    run(admin, "CREATE DATABASE " + name);
    return url(name);
  }

  private String url(String name) {
    return server.getJdbcUrl("postgres", name);
  }

  /** What the server has done so far. */
  Effort effort() throws SQLException {
    run(admin, "SELECT pg_stat_force_next_flush()");
    return new Effort(
        number(admin, WAL),
        number(admin, "SELECT wal_sync FROM pg_stat_wal"),
        number(admin, "SELECT wal_fpi FROM pg_stat_wal"));
  }

  /** What {@code database} holds once it was cleaned up. */
  Content content(String database) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(database))) {
      run(connection, "VACUUM");
      long rows = 0;
      for (String table : texts(connection, TABLES)) {
        rows += number(connection, "SELECT COUNT(*) FROM " + table);
      }
      return new Content(
          number(connection, BYTES),
          rows,
          number(connection, "SELECT COUNT(*) FROM pg_stat_user_tables"),
          number(connection, "SELECT COUNT(*) FROM pg_stat_user_indexes"));
    }
  }

  private static final String TABLES =
      """
      SELECT quote_ident(relname) FROM pg_stat_user_tables
      """;

  private static final String BYTES =
      """
      SELECT COALESCE(SUM(pg_total_relation_size(relid)), 0)::bigint FROM pg_stat_user_tables
      """;

  private static final String WAL =
      """
      SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint
      """;

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    return Long.parseLong(text(connection, sql));
  }

  private static String text(Connection connection, String sql) throws SQLException {
    return texts(connection, sql).get(0);
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  @Override
  public void close() throws IOException, SQLException {
    admin.close();
    server.close();
  }
}
