package id.sop.casework;

import id.sop.definition.PelaksanaCode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which checks refuse a command, and which let it in to be reported. A live system wants to refuse
 * a wrong performer; an import of last year's work must take it in and report it. What would make a
 * route a guess is refused always.
 *
 * @param treatments how each check is treated
 * @param terminating who may stop a case outside its SOP; empty means any role of the SOP
 * @param releasing who, as a superior, may release a row that another has claimed; empty means any
 *     role of the SOP but the claimant's own
 * @param bending who may move a file along no arrow, or open again a case that has ended; empty
 *     means any role of the SOP
 */
public record CompliancePolicy(
    Map<Check, Treatment> treatments,
    Set<PelaksanaCode> terminating,
    Set<PelaksanaCode> releasing,
    Set<PelaksanaCode> bending) {

  /** What is checked. */
  public enum Check {
    /** The performer holds a role that the row names. */
    PELAKSANA,
    /** All kelengkapan is there. */
    KELENGKAPAN,
    /** Those who sign before have signed, in order. */
    URUTAN_PARAF,
    /** A body that acts by meeting has minutes. */
    NOTULEN,
    /** The output is there. */
    OUTPUT,
    /** A row SESUAI JADWAL has a schedule. */
    JADWAL,
    /** The clock of a row that is completed runs. */
    PENGHENTIAN,
    /** A shortest time is over. */
    MASA_TUNGGU,
    /** A time is extended before it is over. */
    PERPANJANGAN,
    /** Enough of those who do a row together have acted. */
    KUORUM,
    /** The mandate on which somebody acts covers the act. */
    MANDAT,
    /** Nobody does two rows that the SOP keeps apart. */
    PEMISAHAN,
    /** A row that somebody has claimed is completed by him. */
    KLAIM,
    /** A row that stands for another SOP is done by a case of it. */
    SOP_MIKRO,
    /** What the SOP asks of other cases holds before one begins. */
    PRASYARAT,
    /** A file goes back only along an arrow of its SOP. */
    PENGEMBALIAN,
    /** A file goes elsewhere only along an arrow of its SOP. */
    PEMINDAHAN,
    /** A case that has ended stays so. */
    PEMBUKAAN_KEMBALI,
    /** What was done is recorded on that day, and after what was done before it. */
    PENCATATAN
  }

  /** What happens when a check fails. */
  public enum Treatment {
    /** The command is refused. */
    ENFORCED,
    /** The command is recorded; the report says TIDAK PATUH. */
    OBSERVED
  }

  public CompliancePolicy {
    Map<Check, Treatment> byCheck = new EnumMap<>(Check.class);
    byCheck.putAll(treatments);
    treatments = Collections.unmodifiableMap(byCheck);
    terminating = Collections.unmodifiableSortedSet(new TreeSet<>(terminating));
    releasing = Collections.unmodifiableSortedSet(new TreeSet<>(releasing));
    bending = Collections.unmodifiableSortedSet(new TreeSet<>(bending));
  }

  /**
   * For work as it happens: all is enforced but output, schedule, and what an office does beside
   * its SOP for a reason that it gives: that is recorded, and found by the report.
   */
  public static CompliancePolicy live() {
    return all(Treatment.ENFORCED)
        .with(Check.OUTPUT, Treatment.OBSERVED)
        .with(Check.JADWAL, Treatment.OBSERVED)
        .with(Check.PENGEMBALIAN, Treatment.OBSERVED)
        .with(Check.PEMINDAHAN, Treatment.OBSERVED)
        .with(Check.PEMBUKAAN_KEMBALI, Treatment.OBSERVED)
        .with(Check.PENCATATAN, Treatment.OBSERVED);
  }

  /**
   * For trying out one SOP by itself: as {@link #live()}, but a row that stands for another SOP is
   * done by hand, as if a case of that had ended, and no other cases are asked for.
   */
  public static CompliancePolicy alone() {
    return live()
        .with(Check.SOP_MIKRO, Treatment.OBSERVED)
        .with(Check.PRASYARAT, Treatment.OBSERVED);
  }

  /** For work already done and now imported: all is observed. */
  public static CompliancePolicy retrospective() {
    return all(Treatment.OBSERVED);
  }

  private static CompliancePolicy all(Treatment treatment) {
    Map<Check, Treatment> all = new EnumMap<>(Check.class);
    for (Check check : Check.values()) {
      all.put(check, treatment);
    }
    return new CompliancePolicy(all, Set.of(), Set.of(), Set.of());
  }

  /** The same, but for {@code check}. */
  public CompliancePolicy with(Check check, Treatment treatment) {
    Map<Check, Treatment> changed = new EnumMap<>(Check.class);
    changed.putAll(treatments);
    changed.put(check, treatment);
    return new CompliancePolicy(changed, terminating, releasing, bending);
  }

  /** The same, but only {@code roles} may stop a case outside its SOP. */
  public CompliancePolicy terminatingBy(PelaksanaCode... roles) {
    return new CompliancePolicy(treatments, Set.of(roles), releasing, bending);
  }

  /** The same, but only {@code roles} may, as superiors, release what another has claimed. */
  public CompliancePolicy releasingBy(PelaksanaCode... roles) {
    return new CompliancePolicy(treatments, terminating, Set.of(roles), bending);
  }

  /** The same, but only {@code roles} may move a file along no arrow, or open a case again. */
  public CompliancePolicy bendingBy(PelaksanaCode... roles) {
    return new CompliancePolicy(treatments, terminating, releasing, Set.of(roles));
  }

  boolean enforces(Check check) {
    return treatments.getOrDefault(check, Treatment.ENFORCED) == Treatment.ENFORCED;
  }
}
