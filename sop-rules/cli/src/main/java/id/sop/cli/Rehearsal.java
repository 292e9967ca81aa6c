package id.sop.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/**
 * The short commands once through, saying nothing: while the launcher has the JVM note which
 * classes they load. None of them compiles rules, reads a file of the user or writes one.
 */
final class Rehearsal {
  private static final String SOP = "limapuluhkota.konsultasi";

  static final List<List<String>> COMMANDS =
      List.of(
          List.of("--versi"),
          List.of("--bantuan"),
          List.of("tabel", "--bantuan"),
          List.of("tabel", SOP),
          List.of("tabel", SOP, "--json"),
          List.of("gambar", SOP),
          List.of("beda", SOP, "limapuluhkota.bimtek"),
          List.of("tenggat", "--mulai", "2026-03-17T14:00", "--waktu", "3 hari kerja"),
          List.of("tabel"));

  private Rehearsal() {}

  public static void main(String[] args) {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    for (List<String> command : COMMANDS) {
      SopCommand.execute(nobody, nobody, command.toArray(new String[0]));
    }
  }
}
