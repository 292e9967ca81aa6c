package id.sop.bundle;

import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.internal.Sha256;
import id.sop.problem.Code;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.routing.RoutingTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The table of an SOP as the file {@code tabel.json} beside its sources. A host that finds one
 * routes by it without a rule engine.
 *
 * <p>Its first line certifies from what it was made: the digests of the sources, the dialect of the
 * rules, and a digest over its own lines. A table that does not fit is never used. The digests tell
 * a slip, not a forger: whoever may write a table may write its rules too.
 */
public final class SavedTable {
  /** The form that is written and read. */
  static final long FORM = 1;

  /**
   * What rules mean and how they are explored. It is raised with any change to that: an older table
   * could then say what its rules would no longer say.
   */
  static final long DIALECT = 1;

  private SavedTable() {}

  /**
   * What became of a bundle with a saved table.
   *
   * @param procedure the SOP, ready to be carried out; empty when there is an error
   * @param table its arrows; empty when there is an error
   * @param problems what is wrong, in file order; without an error these are warnings
   */
  public record Result(
      Optional<Procedure> procedure, Optional<RoutingTable> table, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads {@code bundle} by its saved table. Bad files never throw: they are told in the result.
   */
  public static Result read(SopBundle bundle) {
    return read(bundle, opened -> definition(bundle, opened));
  }

  static Result read(SopBundle bundle, SopReader.Result definition) {
    return read(bundle, opened -> definition);
  }

  /** Reads the document, once it is known whether there is a table, and what it holds. */
  private interface DefinitionReader {
    SopReader.Result read(Optional<Opened> opened) throws UnreadableTableException;
  }

  /** A table whose certificate fits its sources, read up to its rules. */
  private record Opened(TableText in, Certificate certificate, Optional<String> document) {}

  private static Result read(SopBundle bundle, DefinitionReader definitions) {
    Problems problems = new Problems();
    problems.addAll(bundle.problems());
    problems.addAll(bundle.tableProblems());
    Place file = Place.startOf(bundle.fileName(SopBundle.TABEL));
    Optional<byte[]> bytes = bundle.bytes(SopBundle.TABEL);
    if (bytes.isEmpty() && bundle.tableProblems().isEmpty()) {
      problems.add(file, TableCode.TABLE_MISSING, SopBundle.TABEL, bundle.folder());
    }
    Optional<UnreadableTableException> refusal = Optional.empty();
    Optional<Opened> opened = Optional.empty();
    try {
      if (bytes.isPresent() && !problems.hasErrors()) {
        opened = Optional.of(open(bundle, file, bytes.get()));
      }
    } catch (UnreadableTableException e) {
      refusal = Optional.of(e);
    }
    try {
      SopReader.Result definition = definitions.read(opened);
      problems.addAll(definition.problems());
      if (problems.hasErrors() || bytes.isEmpty() || definition.sop().isEmpty()) {
        return new Result(Optional.empty(), Optional.empty(), problems.sorted());
      }
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      RoutingTable table = table(bundle, definition.sop().get(), file, opened.orElseThrow());
      Procedure procedure = new Procedure(definition.sop().get(), table, bundle.digest());
      return new Result(Optional.of(procedure), Optional.of(table), problems.sorted());
    } catch (UnreadableTableException e) {
      problems.addAll(List.of(e.problem()));
      return new Result(Optional.empty(), Optional.empty(), problems.sorted());
    }
  }

  /** The document as the table holds it, else as its file does: they are the same. */
  private static SopReader.Result definition(SopBundle bundle, Optional<Opened> opened)
      throws UnreadableTableException {
    if (opened.isEmpty() || opened.get().document().isEmpty()) {
      return bundle.definition();
    }
    try {
      return bundle.definition(opened.get().document().get());
    } catch (IllegalArgumentException e) {
      throw opened.get().in().notATable("\"document\"");
    }
  }

  /**
   * Reads {@code bundle} by its saved table, for a host that cannot go on without it.
   *
   * @throws UnsoundBundleException when there is an error; it holds all problems
   */
  public static Procedure procedureOrThrow(SopBundle bundle) {
    Result result = read(bundle);
    if (result.procedure().isEmpty()) {
      throw UnsoundBundleException.of(bundle, result.problems());
    }
    return result.procedure().get();
  }

  private static Opened open(SopBundle bundle, Place file, byte[] bytes)
      throws UnreadableTableException {
    String text = text(file, bytes);
    TableText in = new TableText(file.file(), text);
    Certificate certificate = Certificate.read(in);
    String line = certificate.line();
    if (!text.startsWith(line)) {
      throw in.notATable(line.strip());
    }
    String changed = changed(certificate, bundle);
    if (!changed.isEmpty()) {
      throw refused(file, TableCode.TABLE_OUTDATED, changed);
    }
    String rest = text.substring(line.length());
    if (!Sha256.of(rest).equals(certificate.content())) {
      throw refused(new Place(file.file(), 2, 1), TableCode.TABLE_ALTERED);
    }
    return new Opened(in, certificate, in.textOrNull("document"));
  }

  private static RoutingTable table(SopBundle bundle, Sop sop, Place file, Opened opened)
      throws UnreadableTableException {
    if (!opened.certificate().sop().equals(sop.id().value())) {
      throw refused(file, TableCode.DOES_NOT_FIT, sop.id().value());
    }
    return TableReader.read(bundle, sop, opened.in(), opened.certificate().cells());
  }

  private static String text(Place file, byte[] bytes) throws UnreadableTableException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused(file, BundleCode.NOT_UTF8, SopBundle.TABEL);
    }
  }

  private static UnreadableTableException refused(Place place, Code code, String... facts) {
    return new UnreadableTableException(Problem.at(place, code, facts));
  }

  /** The sources that have changed since the table was made; empty when none has. */
  private static String changed(Certificate certificate, SopBundle bundle) {
    Map<String, String> now = Certificate.files(bundle);
    boolean same = now.equals(certificate.files()) && certificate.source().equals(bundle.digest());
    if (same) {
      return "";
    }
    TreeSet<String> names = new TreeSet<>(now.keySet());
    names.addAll(certificate.files().keySet());
    names.removeIf(name -> Objects.equals(now.get(name), certificate.files().get(name)));
    return String.join(", ", names.isEmpty() ? bundle.sources() : names);
  }

  /**
   * The bytes of {@code tabel.json} for {@code table}; equal for equal arguments, on every machine.
   *
   * @param bundle the sources that the table was made from
   * @param sop what its {@code sop.yaml} says
   * @throws SopException when they would be more than a bundle may hold
   */
  public static byte[] bytes(SopBundle bundle, Sop sop, RoutingTable table) {
    byte[] bytes = TableWriter.write(bundle, sop, table).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > SopBundle.MAX_BYTES) {
      throw new SopException(
          TableCode.TABLE_TOO_LARGE, sop.id().value(), Integer.toString(SopBundle.MAX_BYTES));
    }
    return bytes;
  }

  /**
   * Writes {@code tabel.json} into {@code folder}: whole, or not at all.
   *
   * @param folder where the bundle lies, or will be packed from
   * @param bytes as {@link #bytes} gives them
   * @return the file
   * @throws SopException when it cannot be written
   */
  public static Path write(Path folder, byte[] bytes) {
    Path file = folder.resolve(SopBundle.TABEL);
    Path beside =
        folder.resolve("." + SopBundle.TABEL + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      try {
        Files.write(beside, bytes);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
      return file;
    } catch (IOException e) {
      throw new SopException(TableCode.NOT_WRITTEN, e, file.toString());
    }
  }
}
