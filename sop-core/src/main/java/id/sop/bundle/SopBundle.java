package id.sop.bundle;

import com.google.common.collect.ImmutableMap;
import id.sop.definition.SopId;
import id.sop.definition.SopReader;
import id.sop.internal.Sha256;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of one SOP: {@code sop.yaml}, {@code rute.drl} (or {@code rute.csv} or {@code
 * rute.xlsx} in its place), {@code uji.yaml}, {@code tabel.json} when its table was saved, and the
 * calendars of its units ({@link BundleCalendars}). Reading one never fails; what is missing is
 * told when it is loaded.
 */
public final class SopBundle {
  /** The document. */
  public static final String SOP = "sop.yaml";

  /** The arrows. */
  public static final String RUTE = "rute.drl";

  /** The arrows as a decision table, instead of {@link #RUTE}. */
  public static final String RUTE_CSV = "rute.csv";

  /** The arrows as a decision table of a spreadsheet program, instead of {@link #RUTE}. */
  public static final String RUTE_XLSX = "rute.xlsx";

  /** The examples; a bundle can be loaded without them. */
  public static final String UJI = "uji.yaml";

  /** The table of all answers; a bundle can be compiled without it. */
  public static final String TABEL = "tabel.json";

  /** What is laid over the national calendar; a bundle can do without. */
  public static final String KALENDER = "kalender.yaml";

  private static final String CALENDAR_KEY = "kalender:";

  private static final List<String> ROUTES = List.of(RUTE, RUTE_CSV, RUTE_XLSX);

  private static final List<String> NAMES =
      List.of(SOP, RUTE, RUTE_CSV, RUTE_XLSX, UJI, TABEL, KALENDER);
  static final int MAX_BYTES = 4_000_000;

  private final Optional<SopId> id;
  private final String folder;
  private final Map<String, byte[]> files;
  private final List<Problem> problems;
  private final List<Problem> tableProblems;

  private SopBundle(
      Optional<SopId> id,
      String folder,
      Map<String, byte[]> files,
      List<Problem> problems,
      List<Problem> tableProblems) {
    this.id = id;
    this.folder = folder;
    this.files = ImmutableMap.copyOf(files);
    this.problems = List.copyOf(problems);
    this.tableProblems = List.copyOf(tableProblems);
  }

  /** Opens a file of a bundle; null when it is not there. */
  private interface Opener {
    @Nullable InputStream open(String name) throws IOException;
  }

  /** The bundle {@code id} on the class path of the loader that loaded this library. */
  public static SopBundle onClassPath(SopId id) {
    return onClassPath(id, SopBundle.class.getClassLoader());
  }

  /** The bundle {@code id} on the class path of {@code loader}: {@code sop/<office>/<name>/}. */
  public static SopBundle onClassPath(SopId id, ClassLoader loader) {
    String folder = "sop/" + id.value().replace('.', '/');
    return read(Optional.of(id), folder, name -> loader.getResourceAsStream(folder + "/" + name));
  }

  /** The bundle in a folder; its id is what its {@code sop.yaml} says. */
  public static SopBundle inFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      Problem missing =
          Problem.at(
              Place.startOf(folder.toString()), BundleCode.FOLDER_MISSING, folder.toString());
      return new SopBundle(
          Optional.empty(), folder.toString(), Map.of(), List.of(missing), List.of());
    }
    return read(
        Optional.empty(),
        folder.toString(),
        name -> {
          Path file = folder.resolve(name);
          return Files.exists(file) ? Files.newInputStream(file) : null;
        });
  }

  /**
   * A bundle whose files are at hand, such as one kept in a database.
   *
   * @param folder how to name its folder in problems
   * @param files their bytes by name
   */
  public static SopBundle of(String folder, Map<String, byte[]> files) {
    return read(
        Optional.empty(),
        folder,
        name -> {
          byte[] bytes = files.get(name);
          return bytes == null ? null : new java.io.ByteArrayInputStream(bytes);
        });
  }

  private static SopBundle read(Optional<SopId> id, String folder, Opener opener) {
    Problems ofSources = new Problems();
    Problems ofTable = new Problems();
    ImmutableMap.Builder<String, byte[]> files = ImmutableMap.builder();
    Set<String> names = new LinkedHashSet<>(NAMES);
    for (Deque<String> next = new ArrayDeque<>(NAMES); !next.isEmpty(); ) {
      String name = next.remove();
      Problems problems = name.equals(TABEL) ? ofTable : ofSources;
      Place place = Place.startOf(folder + "/" + name);
      try (@Nullable InputStream in = opener.open(name)) {
        if (in != null) {
          byte[] bytes = in.readNBytes(MAX_BYTES + 1);
          if (bytes.length > MAX_BYTES) {
            problems.add(
                place, BundleCode.FILE_TOO_LARGE, place.file(), Integer.toString(MAX_BYTES));
          } else {
            files.put(name, bytes);
            if (name.equals(SOP)) {
              for (String calendar : calendars(bytes)) {
                if (names.add(calendar)) {
                  next.add(calendar);
                }
              }
            }
          }
        } else if (name.equals(SOP)) {
          problems.add(place, BundleCode.FILE_MISSING, name, folder);
        }
      } catch (IOException e) {
        problems.add(place, BundleCode.FILE_UNREADABLE, place.file());
      }
    }
    Map<String, byte[]> found = files.buildOrThrow();
    checkRoutes(folder, found, ofSources);
    return new SopBundle(id, folder, found, ofSources.sorted(), ofTable.sorted());
  }

  /** The file of the calendar that {@code sop.yaml} calls {@code name}. */
  public static String calendarFile(String name) {
    return "kalender-" + name + ".yaml";
  }

  private static List<String> calendars(byte[] document) {
    String text = new String(document, StandardCharsets.UTF_8);
    List<String> files = new ArrayList<>();
    if (text.contains(CALENDAR_KEY)) {
      // Only few have one.
      Pattern name = Pattern.compile(CALENDAR_KEY + "\\s*[\"']?([a-z0-9-]+)");
      for (Matcher found = name.matcher(text); found.find(); ) {
        files.add(calendarFile(found.group(1)));
      }
    }
    return files;
  }

  private static void checkRoutes(String folder, Map<String, byte[]> found, Problems problems) {
    List<String> routes = routesIn(found);
    if (routes.isEmpty() && !isTold(problems)) {
      problems.add(Place.startOf(folder + "/" + RUTE), BundleCode.FILE_MISSING, RUTE, folder);
    }
    if (routes.size() > 1) {
      // Two truths about the arrows: which of them is in force is not ours to guess.
      Place second = Place.startOf(folder + "/" + routes.get(1));
      problems.add(second, BundleCode.TWO_ROUTES, String.join(", ", routes));
    }
  }

  /** Whether it was said already what is wrong with the arrows. */
  private static boolean isTold(Problems problems) {
    return problems.sorted().stream()
        .anyMatch(p -> ROUTES.stream().anyMatch(r -> p.place().file().endsWith("/" + r)));
  }

  private static List<String> routesIn(Map<String, byte[]> files) {
    List<String> routes = new ArrayList<>(ROUTES);
    routes.retainAll(files.keySet());
    return routes;
  }

  /** The file that holds its arrows; empty when there is none, or more than one. */
  public Optional<String> routes() {
    List<String> routes = routesIn(files);
    return routes.size() == 1 ? Optional.of(routes.get(0)) : Optional.empty();
  }

  /** Its id, when it was asked for by id. */
  public Optional<SopId> id() {
    return id;
  }

  /** The folder as problems name it. */
  public String folder() {
    return folder;
  }

  /** A file as problems name it. */
  public String fileName(String name) {
    return folder + "/" + name;
  }

  /** The names of the files that it has, in the order in which an author writes them. */
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  /** The bytes of a file; empty when the bundle has none such. */
  public Optional<byte[]> bytes(String name) {
    byte[] bytes = files.get(name);
    return bytes == null ? Optional.empty() : Optional.of(bytes.clone());
  }

  /** What went wrong while its files were read; a saved table is not needed, and left out. */
  public List<Problem> problems() {
    return problems;
  }

  /** What went wrong while its saved table was read. */
  List<Problem> tableProblems() {
    return tableProblems;
  }

  /** The names of the files from which its table is made, and over which its digest is. */
  public List<String> sources() {
    return List.of(SOP, routes().orElse(RUTE));
  }

  /**
   * What its {@code sop.yaml} says. That it has another id than the one that the bundle was asked
   * for by is an error too, though the document is given. A bundle without the file gives nothing,
   * which {@link #problems()} tells.
   */
  public SopReader.Result definition() {
    return files.containsKey(SOP)
        ? checked(SopReader.read(fileName(SOP), files.get(SOP)))
        : new SopReader.Result(Optional.empty(), List.of());
  }

  /**
   * The same, from a document that was prepared.
   *
   * @throws IllegalArgumentException when it was not
   */
  SopReader.Result definition(String prepared) {
    return checked(SopReader.readPrepared(fileName(SOP), prepared));
  }

  private SopReader.Result checked(SopReader.Result read) {
    if (id.isEmpty() || read.sop().isEmpty() || read.sop().get().id().equals(id.get())) {
      return read;
    }
    Problems all = new Problems();
    all.addAll(read.problems());
    String said = read.sop().get().id().value();
    all.add(Place.startOf(fileName(SOP)), BundleCode.ID_DIFFERS, said, id.get().value());
    return new SopReader.Result(read.sop(), all.sorted());
  }

  /**
   * SHA-256, in hexadecimal, over the names, lengths and bytes of {@link #sources}: what a case is
   * pinned to. Examples and a saved table do not count.
   */
  public String digest() {
    Sha256 digest = Sha256.begin();
    for (String name : sources()) {
      byte[] bytes = files.getOrDefault(name, new byte[0]);
      digest.put(name).put((byte) 0).put((long) bytes.length).put(bytes);
    }
    return digest.hex();
  }

  @Override
  public String toString() {
    return folder;
  }
}
