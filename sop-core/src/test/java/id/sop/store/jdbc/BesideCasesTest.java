package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.problem.SopException;
import id.sop.store.StoreCode;
import id.sop.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written beside the cases, in the store's own transactions. */
class BesideCasesTest {
  private static DataSource database(Database kind) throws SQLException {
    DataSource database = kind.withTables();
    Database.execute(database, "CREATE TABLE catatan (isi VARCHAR(20) NOT NULL)");
    return database;
  }

  private static boolean write(Connection connection, String text) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO catatan (isi) VALUES (?)")) {
      insert.setString(1, text);
      return insert.executeUpdate() == 1;
    }
  }

  private static List<String> written(DataSource database) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT isi FROM catatan")) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  @ParameterizedTest
  @EnumSource
  void it_is_kept_when_the_work_returns_and_undone_when_it_throws(Database kind) throws Exception {
    DataSource database = database(kind);
    JdbcStore store = JdbcStore.open(database);

    assertThat(store.<Boolean>inTransaction(connection -> write(connection, "satu"))).isTrue();
    assertThatThrownBy(
            () ->
                store.inTransaction(
                    connection -> {
                      write(connection, "dua");
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                store.inTransaction(
                    connection -> {
                      write(connection, "tiga");
                      throw new SQLException("no", "99999");
                    }))
        .isInstanceOf(StoreException.class);

    assertThat(written(database)).containsExactly("satu");
  }

  @ParameterizedTest
  @EnumSource
  void it_leaves_the_connection_as_it_was(Database kind) throws Exception {
    DataSource database = database(kind);
    try (Connection one = database.getConnection()) {
      int isolation = one.getTransactionIsolation();
      DataSource same = Database.handing(database, connection -> {});
      JdbcStore store = JdbcStore.open(same);

      int within = store.<Integer>inTransaction(Connection::getTransactionIsolation);

      assertThat(within).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      try (Connection after = database.getConnection()) {
        assertThat(after.getTransactionIsolation()).isEqualTo(isolation);
        assertThat(after.getAutoCommit()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_is_refused_within_a_transaction_of_the_host(Database kind) throws Exception {
    DataSource database = database(kind);
    HostDataSource transactions = new HostDataSource(database);
    JdbcStore joined = JdbcStore.joining(transactions);

    transactions.begin();
    write(transactions.getConnection(), "satu");
    assertThatThrownBy(() -> joined.inTransaction(connection -> write(connection, "dua")))
        .isInstanceOfSatisfying(
            SopException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.WITHIN_TRANSACTION));
    transactions.commit();
    joined.inTransaction(connection -> write(connection, "tiga"));

    assertThat(written(database)).containsExactly("satu", "tiga");
  }

  @ParameterizedTest
  @EnumSource
  void the_time_of_the_database_does_not_depend_on_the_zone_of_the_session(Database kind)
      throws Exception {
    DataSource database = database(kind);
    String elsewhere =
        switch (kind) {
          case H2 -> "SET TIME ZONE '+09:00'";
          case POSTGRESQL -> "SET TIME ZONE 'Asia/Jayapura'";
          case MARIADB -> "SET time_zone = '+09:00'";
        };
    DataSource there =
        Database.handing(
            database,
            connection -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute(elsewhere);
              }
            });

    Instant before = JdbcStore.open(database).databaseTime();
    Instant between = JdbcStore.open(there).databaseTime();
    Instant after = JdbcStore.open(Database.handing(database, connection -> {})).databaseTime();

    assertThat(between).isBetween(before, after);
  }
}
