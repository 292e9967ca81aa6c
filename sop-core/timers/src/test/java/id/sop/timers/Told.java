package id.sop.timers;

import id.sop.store.jdbc.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A host that keeps what it was told in a table of its own, in the transaction of the rung. */
final class Told {
  static final String TABLE = "CREATE TABLE host_told (id VARCHAR(300), node VARCHAR(20))";

  private Told() {}

  static void createTable(DataSource database) throws SQLException {
    Database.execute(database, TABLE);
  }

  static void keep(Notice notice, String node) throws SQLException {
    Connection connection = notice.transaction().orElseThrow();
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO host_told (id, node) VALUES (?, ?)")) {
      insert.setString(1, notice.id());
      insert.setString(2, node);
      insert.executeUpdate();
    }
  }

  /** All of it, repeats too. */
  static List<String> in(DataSource database) throws SQLException {
    List<String> told = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM host_told")) {
      while (row.next()) {
        told.add(row.getString(1));
      }
    }
    return told;
  }
}
