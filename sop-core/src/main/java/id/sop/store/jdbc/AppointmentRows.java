package id.sop.store.jdbc;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import id.sop.authority.Appointment;
import id.sop.authority.Appointment.Kind;
import id.sop.authority.AuthorityCode;
import id.sop.authority.AuthorityException;
import id.sop.authority.Mandate.Kecuali;
import id.sop.authority.RegisterEntry;
import id.sop.authority.RegisterEntry.Appointed;
import id.sop.authority.RegisterEntry.Ended;
import id.sop.authority.RegisterEntry.Stamp;
import id.sop.authority.RegisterHistory;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.internal.Micros;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table with one row per entry of a register of appointments. */
final class AppointmentRows {
  private static final long NEVER = Long.MAX_VALUE;
  private static final String APPOINTED = "APPOINTED";
  private static final String ENDED = "ENDED";

  private AppointmentRows() {}

  /** The last entry. */
  record Last(long nomor, Instant recordedAt) {}

  private static final String SELECT_LAST =
      """
      SELECT seq, recorded_at FROM sop_appointment ORDER BY seq DESC LIMIT 1
      """;

  static Optional<Last> last(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT_LAST);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(new Last(row.getLong(1), Micros.toInstant(row.getLong(2))))
          : Optional.empty();
    }
  }

  private static final String SELECT =
      """
      SELECT seq, recorded_at, recorded_by, event, about, person, pelaksana, jenis, dasar, from_at,
        until_at, atas_nama, kecuali
      FROM sop_appointment
      %s
      ORDER BY seq
      """;

  private static final String SELECT_ALL = SELECT.formatted("");
  private static final String SELECT_ROLE = SELECT.formatted("WHERE pelaksana = ?");
  private static final String SELECT_PERSON =
      SELECT.formatted("WHERE pelaksana = ? AND person = ?");
  private static final String SELECT_ABOUT = SELECT.formatted("WHERE about = ?");

  static RegisterHistory all(Connection connection) throws SQLException {
    return read(connection, SELECT_ALL);
  }

  static RegisterHistory of(Connection connection, PelaksanaCode role) throws SQLException {
    return read(connection, SELECT_ROLE, role.value());
  }

  static RegisterHistory of(Connection connection, PelaksanaCode role, String person)
      throws SQLException {
    return read(connection, SELECT_PERSON, role.value(), person);
  }

  static RegisterHistory about(Connection connection, long nomor) throws SQLException {
    return read(connection, SELECT_ABOUT, nomor);
  }

  private static RegisterHistory read(Connection connection, String sql, Object... by)
      throws SQLException {
    List<RegisterEntry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < by.length; i++) {
        select.setObject(i + 1, by[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
    }
    return new RegisterHistory(entries);
  }

  /** Whoever cannot be read might be one that ended: nobody may act on the others then. */
  private static RegisterEntry entry(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    try {
      Stamp stamp =
          new Stamp(
              seq, Micros.toInstant(row.getLong("recorded_at")), row.getString("recorded_by"));
      Instant from = Micros.toInstant(row.getLong("from_at"));
      String dasar = row.getString("dasar");
      String event = row.getString("event");
      if (event.equals(ENDED)) {
        return new Ended(stamp, row.getLong("about"), from, dasar);
      }
      checkArgument(event.equals(APPOINTED), "no such event: %s", event);
      long until = row.getLong("until_at");
      String superior = row.getString("atas_nama");
      return new Appointed(
          stamp,
          new Appointment(
              row.getString("person"),
              PelaksanaCode.of(row.getString("pelaksana")),
              Kind.valueOf(row.getString("jenis")),
              dasar,
              from,
              until == NEVER ? Optional.empty() : Optional.of(Micros.toInstant(until)),
              superior.isEmpty() ? Optional.empty() : Optional.of(PelaksanaCode.of(superior)),
              excepted(row.getString("kecuali"))));
    } catch (IllegalArgumentException | AuthorityException e) {
      throw new AuthorityException(AuthorityCode.ENTRY_UNREADABLE, e, Long.toString(seq));
    }
  }

  private static List<Kecuali> excepted(String lines) {
    List<Kecuali> excepted = new ArrayList<>();
    for (String line : Splitter.on('\n').omitEmptyStrings().split(lines)) {
      List<String> parts = Splitter.on(' ').splitToList(line);
      checkArgument(parts.size() == 2 || parts.size() == 3, "not an exception: %s", line);
      excepted.add(
          new Kecuali(
              SopId.of(parts.get(0)),
              StepId.of(parts.get(1)),
              parts.size() == 3 ? Optional.of(Label.of(parts.get(2))) : Optional.empty()));
    }
    return excepted;
  }

  private static String lines(List<Kecuali> excepted) {
    return excepted.stream()
        .map(k -> k.sop() + " " + k.baris() + k.keputusan().map(label -> " " + label).orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private static final String INSERT_APPOINTED =
      """
      INSERT INTO sop_appointment (seq, recorded_at, recorded_by, event, about, dasar, from_at,
        person, pelaksana, jenis, until_at, atas_nama, kecuali)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_ENDED =
      """
      INSERT INTO sop_appointment (seq, recorded_at, recorded_by, event, about, dasar, from_at,
        person, pelaksana, jenis, until_at, atas_nama, kecuali)
      SELECT ?, ?, ?, ?, ?, ?, ?, a.person, a.pelaksana, '', ?, '', ''
      FROM sop_appointment a
      WHERE a.seq = ?
      """;

  static void insert(Connection connection, RegisterEntry entry) throws SQLException {
    if (entry instanceof Appointed appointed) {
      insert(connection, appointed);
    } else if (entry instanceof Ended ended) {
      insert(connection, ended);
    }
  }

  private static void insert(Connection connection, Appointed entry) throws SQLException {
    Appointment letter = entry.appointment();
    try (PreparedStatement insert = connection.prepareStatement(INSERT_APPOINTED)) {
      set(insert, entry, APPOINTED, letter.dasar(), letter.from());
      insert.setString(8, letter.person());
      insert.setString(9, letter.role().value());
      insert.setString(10, letter.kind().name());
      insert.setLong(11, letter.until().map(Micros::of).orElse(NEVER));
      insert.setString(12, letter.atasNama().map(PelaksanaCode::value).orElse(""));
      insert.setString(13, lines(letter.kecuali()));
      insert.executeUpdate();
    }
  }

  private static void insert(Connection connection, Ended entry) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ENDED)) {
      set(insert, entry, ENDED, entry.dasar(), entry.at());
      insert.setLong(8, NEVER);
      insert.setLong(9, entry.appointed());
      insert.executeUpdate();
    }
  }

  private static void set(
      PreparedStatement insert, RegisterEntry entry, String event, String dasar, Instant from)
      throws SQLException {
    insert.setLong(1, entry.nomor());
    insert.setLong(2, Micros.of(entry.stamp().recordedAt()));
    insert.setString(3, entry.stamp().recordedBy());
    insert.setString(4, event);
    insert.setLong(5, entry.about());
    insert.setString(6, dasar);
    insert.setLong(7, Micros.of(from));
  }
}
