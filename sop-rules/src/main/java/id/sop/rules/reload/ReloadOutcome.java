package id.sop.rules.reload;

import id.sop.definition.SopId;
import id.sop.problem.Problem;
import id.sop.routing.Procedure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What became of one bundle when a folder was checked. */
public sealed interface ReloadOutcome {

  /** The folder of the bundle, as problems name it. */
  String folder();

  /**
   * A new version is in use: cases that begin from now on take it.
   *
   * @param procedure the new version
   * @param replaced the digest of the version that it replaces; empty when it is the first
   * @param tanggalEfektif the day from which cases begin on it
   * @param warnings what somebody should look at
   */
  record Loaded(
      String folder,
      Procedure procedure,
      Optional<String> replaced,
      LocalDate tanggalEfektif,
      List<Problem> warnings)
      implements ReloadOutcome {
    public Loaded {
      warnings = List.copyOf(warnings);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.loaded(this);
    }
  }

  /** What lies in the folder is in use already. */
  record Unchanged(String folder, SopId sop, String digest) implements ReloadOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unchanged(this);
    }
  }

  /**
   * What lies in the folder is not used; a version loaded before stays in force.
   *
   * @param sop the SOP, as far as it can be read
   * @param problems why, with at least one error
   */
  record Refused(String folder, Optional<SopId> sop, List<Problem> problems)
      implements ReloadOutcome {
    public Refused {
      problems = List.copyOf(problems);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /**
   * The bundle is gone from the folder. What was loaded stays in force, for new cases too: a folder
   * that is moved or lost repeals no SOP.
   */
  record Removed(String folder, SopId sop, String digest) implements ReloadOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.removed(this);
    }
  }

  /** One answer for each kind. */
  interface Cases<R> {
    R loaded(Loaded loaded);

    R unchanged(Unchanged unchanged);

    R refused(Refused refused);

    R removed(Removed removed);
  }

  <R> R match(Cases<R> cases);
}
