package id.sop.migration;

import com.google.common.collect.ImmutableSortedSet;
import id.sop.casework.RowMapping;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.internal.Unicode;
import id.sop.journal.Actor;
import id.sop.journal.Document;
import id.sop.problem.SopException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which open cases are to go over to which version of their SOP.
 *
 * @param sop the SOP
 * @param dari the digests of the versions that cases are taken from; none: from every other one
 * @param ke the digest of the version that they go on with
 * @param pemetaan which row of the one is which of the other
 * @param actor who decided it: a person, in whatever role the host gives that right to
 * @param alasan why
 * @param dasar the numbered paper that orders it
 */
public record MigrationPlan(
    SopId sop,
    Set<String> dari,
    String ke,
    RowMapping pemetaan,
    Actor actor,
    String alasan,
    Document dasar) {
  public MigrationPlan {
    dari = ImmutableSortedSet.copyOf(dari);
    if (dari.contains(ke)) {
      throw new SopException(MigrationCode.SAME_VERSION, ke);
    }
    List<String> missing = new ArrayList<>();
    if (actor.equals(Actor.SISTEM)) {
      missing.add("actor");
    }
    if (Unicode.isBlank(alasan)) {
      missing.add("alasan");
    }
    if (dasar.lisan() || dasar.nomor().filter(n -> !Unicode.isBlank(n)).isEmpty()) {
      missing.add("dasar");
    }
    refuse(missing);
  }

  /**
   * A plan to take the open cases of {@code sop} over to the version with the digest {@code ke}.
   */
  public static Builder to(SopId sop, String ke) {
    return new Builder(sop, ke);
  }

  private static void refuse(List<String> missing) {
    if (!missing.isEmpty()) {
      throw new SopException(MigrationCode.PLAN_INCOMPLETE, String.join(", ", missing));
    }
  }

  /** Builds a plan part by part. Not for several threads. */
  public static final class Builder {
    private final SopId sop;
    private final String ke;
    private final Set<String> dari = new TreeSet<>();
    private final Map<StepId, StepId> renamed = new TreeMap<>();
    private final Set<StepId> gone = new TreeSet<>();
    private final Set<StepId> stays = new TreeSet<>();
    private @Nullable Actor actor;
    private @Nullable String alasan;
    private @Nullable Document dasar;

    private Builder(SopId sop, String ke) {
      this.sop = sop;
      this.ke = ke;
    }

    /** Only cases on the version with this digest, and on others named likewise. */
    public Builder from(String digest) {
      dari.add(digest);
      return this;
    }

    /** The old row {@code row} is the new row {@code name}. */
    public Builder rename(String row, String name) {
      renamed.put(StepId.of(row), StepId.of(name));
      return this;
    }

    /** The new version does not have the old row {@code row}, whatever it calls by that id. */
    public Builder gone(String row) {
      gone.add(StepId.of(row));
      return this;
    }

    /** Cases stay where they are while the old row {@code row} is open. */
    public Builder stays(String row) {
      stays.add(StepId.of(row));
      return this;
    }

    /** Who decided it: a person, not the application. */
    public Builder by(Actor who) {
      actor = who;
      return this;
    }

    /** Why. */
    public Builder because(String why) {
      alasan = why;
      return this;
    }

    /** The numbered paper that orders it. */
    public Builder onGround(Document paper) {
      dasar = paper;
      return this;
    }

    /**
     * The plan.
     *
     * @throws SopException naming all that is missing
     */
    public MigrationPlan build() {
      if (actor == null || alasan == null || dasar == null) {
        List<String> missing = new ArrayList<>();
        if (actor == null) {
          missing.add("actor");
        }
        if (alasan == null) {
          missing.add("alasan");
        }
        if (dasar == null) {
          missing.add("dasar");
        }
        throw new SopException(MigrationCode.PLAN_INCOMPLETE, String.join(", ", missing));
      }
      return new MigrationPlan(
          sop, dari, ke, new RowMapping(renamed, gone, stays), actor, alasan, dasar);
    }
  }
}
