package id.sop.rules.reload;

import com.google.common.hash.Hashing;
import id.sop.bundle.SopBundle;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.SopReader;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.problem.Severity;
import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.SopRules;
import id.sop.rules.example.ExamplePlay;
import id.sop.worktime.DueDates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is in use of a folder, and what was last found there. */
final class Standings {
  private static final Logger LOG = LoggerFactory.getLogger(Standings.class);

  /** How often files that change while they are read are read again. */
  private static final int READINGS = 5;

  private final BundleFolder folder;
  private final Taker taker;
  private final Function<Sop, Optional<LocalDate>> effective;
  private final DueDates calendar;
  private final Map<SopId, Used> used = new TreeMap<>();
  private final Map<Path, Reading> known = new HashMap<>();
  private final Map<Path, Refusal> refused = new HashMap<>();

  Standings(
      BundleFolder folder,
      Taker taker,
      Function<Sop, Optional<LocalDate>> effective,
      DueDates calendar) {
    this.folder = folder;
    this.taker = taker;
    this.effective = effective;
    this.calendar = calendar;
  }

  /**
   * A version in use.
   *
   * @param files a digest of the files that it was read from
   * @param isThere whether its folder was there when last looked
   */
  private record Used(Path folder, String files, String digest, boolean isThere) {}

  /** Files that were refused: the same files are refused again without another look. */
  private record Refusal(String files, ReloadOutcome.Refused outcome) {}

  /**
   * The files of a bundle as they were read.
   *
   * @param files a digest of all of them, the examples included
   * @param sop the SOP, as far as it can be read
   */
  private record Reading(Path folder, SopBundle bundle, String files, Optional<SopId> sop) {}

  synchronized List<ReloadOutcome> check() {
    List<Path> folders;
    try {
      folders = folder.bundles();
    } catch (IOException e) {
      return List.of(refused(folder.root(), Optional.empty(), unreadable()));
    }
    List<ReloadOutcome> outcomes = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (Path path : folders) {
      read(path)
          .ifPresentOrElse(
              readings::add,
              () -> outcomes.add(refused(path, Optional.empty(), stillChanging(path))));
    }
    known.keySet().retainAll(folders);
    refused.keySet().retainAll(folders);
    for (Reading reading : readings) {
      outcomes.add(twin(reading, readings).orElseGet(() -> judge(reading)));
    }
    outcomes.addAll(removed(folders, readings));
    return outcomes.stream().sorted(Comparator.comparing(ReloadOutcome::folder)).toList();
  }

  private List<Problem> unreadable() {
    String name = folder.root().toString();
    return List.of(Problem.at(Place.startOf(name), ReloadCode.FOLDER_UNREADABLE, name));
  }

  private static List<Problem> stillChanging(Path path) {
    String name = path.toString();
    return List.of(Problem.at(Place.startOf(name), ReloadCode.STILL_CHANGING, name));
  }

  /** Reads until two readings agree, so that no half of one version is taken with another half. */
  private Optional<Reading> read(Path path) {
    String before = "";
    for (int i = 0; i < READINGS; i++) {
      SopBundle bundle = SopBundle.inFolder(path);
      String files = files(bundle);
      if (files.equals(before)) {
        return Optional.of(known.compute(path, (p, last) -> reading(p, bundle, files, last)));
      }
      before = files;
    }
    return Optional.empty();
  }

  private static Reading reading(
      Path path, SopBundle bundle, String files, @Nullable Reading last) {
    return last != null && last.files.equals(files)
        ? last
        : new Reading(path, bundle, files, sop(bundle));
  }

  private static Optional<SopId> sop(SopBundle bundle) {
    String file = bundle.fileName(SopBundle.SOP);
    return bundle
        .bytes(SopBundle.SOP)
        .flatMap(bytes -> SopReader.read(file, bytes).sop())
        .map(Sop::id);
  }

  private static String files(SopBundle bundle) {
    byte[] examples = bundle.bytes(SopBundle.UJI).orElse(new byte[0]);
    return bundle.digest() + Hashing.sha256().hashBytes(examples) + bundle.problems();
  }

  /** Of two bundles with one id neither is taken: which one is meant is not ours to say. */
  private static Optional<ReloadOutcome> twin(Reading reading, List<Reading> all) {
    return all.stream()
        .filter(other -> !other.folder.equals(reading.folder) && reading.sop.isPresent())
        .filter(other -> other.sop.equals(reading.sop))
        .findFirst()
        .map(
            other ->
                refused(
                    reading.folder,
                    reading.sop,
                    List.of(
                        Problem.at(
                            Place.startOf(reading.bundle.fileName(SopBundle.SOP)),
                            ReloadCode.ID_TWICE,
                            reading.sop.get().value(),
                            other.folder.toString()))));
  }

  private ReloadOutcome judge(Reading reading) {
    Optional<Used> using = reading.sop.flatMap(id -> Optional.ofNullable(used.get(id)));
    if (using.filter(u -> u.files.equals(reading.files)).isPresent()) {
      return unchanged(reading, using.get().digest);
    }
    Refusal before = refused.get(reading.folder);
    if (before != null && before.files.equals(reading.files)) {
      return before.outcome;
    }
    LoadedSop loaded = SopRules.load(reading.bundle);
    List<Problem> problems = new ArrayList<>(loaded.problems());
    loaded
        .procedure()
        .ifPresent(p -> problems.addAll(ExamplePlay.run(reading.bundle, p, calendar)));
    Optional<LocalDate> date = loaded.procedure().map(Procedure::sop).flatMap(effective);
    if (loaded.procedure().isPresent() && date.isEmpty()) {
      problems.add(undated(reading, loaded.procedure().get().sop()));
    }
    if (Problems.hasErrors(problems) || date.isEmpty()) {
      ReloadOutcome.Refused outcome = refused(reading.folder, reading.sop, problems);
      refused.put(reading.folder, new Refusal(reading.files, outcome));
      return outcome;
    }
    refused.remove(reading.folder);
    return take(reading, loaded.procedure().orElseThrow(), date.get(), problems);
  }

  private static Problem undated(Reading reading, Sop sop) {
    return Problem.at(
        Place.startOf(reading.bundle.fileName(SopBundle.SOP)),
        ReloadCode.EFFECTIVE_DATE_MISSING,
        sop.versi(),
        sop.id().value());
  }

  private ReloadOutcome take(
      Reading reading, Procedure procedure, LocalDate date, List<Problem> warnings) {
    SopId sop = procedure.sop().id();
    Optional<String> replaced = Optional.ofNullable(used.get(sop)).map(Used::digest);
    if (replaced.equals(Optional.of(procedure.digest()))) {
      // Only the examples have changed.
      return unchanged(reading, procedure.digest());
    }
    taker.take(procedure, date, replaced);
    used.put(sop, new Used(reading.folder, reading.files, procedure.digest(), true));
    LOG.info(
        "SOP {}: version {} ({}) in force from {}, in place of {}",
        sop,
        procedure.sop().versi(),
        procedure.digest(),
        date,
        replaced.orElse("none"));
    return new ReloadOutcome.Loaded(reading.folder.toString(), procedure, replaced, date, warnings);
  }

  private ReloadOutcome unchanged(Reading reading, String digest) {
    SopId sop = reading.sop.orElseThrow();
    used.put(sop, new Used(reading.folder, reading.files, digest, true));
    return new ReloadOutcome.Unchanged(reading.folder.toString(), sop, digest);
  }

  private static ReloadOutcome.Refused refused(
      Path path, Optional<SopId> sop, List<Problem> problems) {
    LOG.warn(
        "not taken from {}: {}",
        path,
        problems.stream().filter(p -> p.severity() == Severity.ERROR).findFirst().orElseThrow());
    return new ReloadOutcome.Refused(path.toString(), sop, problems);
  }

  /** What was in use and is in no folder any more; told once. */
  private List<ReloadOutcome> removed(List<Path> folders, List<Reading> readings) {
    List<ReloadOutcome> outcomes = new ArrayList<>();
    used.replaceAll(
        (sop, u) -> {
          boolean isElsewhere = readings.stream().anyMatch(r -> r.sop.equals(Optional.of(sop)));
          boolean isUnread =
              folders.contains(u.folder)
                  && readings.stream()
                      .noneMatch(r -> r.folder.equals(u.folder) && r.sop.isPresent());
          if (isElsewhere || isUnread || !u.isThere) {
            return u;
          }
          outcomes.add(new ReloadOutcome.Removed(u.folder.toString(), sop, u.digest));
          return new Used(u.folder, u.files, u.digest, false);
        });
    return outcomes;
  }
}
