package id.sop.benchmarks.cost;

import id.sop.benchmarks.cost.Work.Act;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The least that a program can do by hand: one update that names the version it expects, one line
 * of history, one transaction. It checks nothing, reads nothing and shows no inbox; where a case
 * stands it remembers.
 */
public final class HandPeer implements Peer {
  private final DataSource pool;
  private final boolean h2;
  private final Map<String, Integer> versions = new ConcurrentHashMap<>();

  private HandPeer(Database database) {
    pool = database.pool();
    h2 = database.file().isPresent();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(CREATE_CASE);
      statement.execute(CREATE_HISTORY);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    CostWorker.serve(args, HandPeer::new);
  }

  private static final String CREATE_CASE =
      """
      CREATE TABLE IF NOT EXISTS berkas (
        id VARCHAR(64) NOT NULL PRIMARY KEY, langkah VARCHAR(32) NOT NULL, versi INT NOT NULL)
      """;

  private static final String CREATE_HISTORY =
      """
      CREATE TABLE IF NOT EXISTS riwayat (
        id VARCHAR(64) NOT NULL, nomor INT NOT NULL, langkah VARCHAR(32) NOT NULL,
        oleh VARCHAR(64) NOT NULL, pada TIMESTAMP NOT NULL, PRIMARY KEY (id, nomor))
      """;

  private static final String INSERT_CASE =
      """
      INSERT INTO berkas (langkah, versi, id) VALUES (?, ?, ?)
      """;

  private static final String UPDATE_CASE =
      """
      UPDATE berkas SET langkah = ?, versi = ? WHERE id = ? AND versi = ?
      """;

  private static final String INSERT_HISTORY =
      """
      INSERT INTO riwayat (id, nomor, langkah, oleh, pada) VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP)
      """;

  @Override
  public void start(Work work, String caseId) {
    versions.put(caseId, 0);
    write(caseId, "0", "PELAKSANA");
  }

  @Override
  public void act(Work work, String caseId, Act act) {
    boolean last = work.acts().get(work.acts().size() - 1).equals(act);
    write(caseId, last ? Work.END : act.row(), act.role());
  }

  private void write(String caseId, String row, String role) {
    int version = versions.getOrDefault(caseId, 0);
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement moved =
              connection.prepareStatement(version == 0 ? INSERT_CASE : UPDATE_CASE);
          PreparedStatement told = connection.prepareStatement(INSERT_HISTORY)) {
        moved.setString(1, row);
        moved.setInt(2, version + 1);
        moved.setString(3, caseId);
        if (version > 0) {
          moved.setInt(4, version);
        }
        if (moved.executeUpdate() != 1) {
          throw new IllegalStateException("changed meanwhile: " + caseId);
        }
        told.setString(1, caseId);
        told.setInt(2, version + 1);
        told.setString(3, row);
        told.setString(4, role);
        told.executeUpdate();
        connection.commit();
      }
      connection.setAutoCommit(true);
      if (h2) {
        H2Durability.flush(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    versions.put(caseId, version + 1);
  }

  private static final String SELECT_HISTORY =
      """
      SELECT r.langkah, r.oleh, b.langkah
      FROM riwayat r JOIN berkas b ON b.id = r.id
      WHERE r.id = ? AND r.nomor > 1
      ORDER BY r.nomor
      """;

  @Override
  public List<String> history(Work work, String caseId) {
    versions.remove(caseId);
    List<String> history = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT_HISTORY)) {
      select.setString(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          boolean last = row.getString(1).equals(Work.END);
          String name = last ? work.acts().get(history.size()).row() : row.getString(1);
          history.add(name + " " + row.getString(2));
          if (last) {
            history.add(row.getString(3));
          }
        }
      }
      return history;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {}
}
