package id.sop.audit;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One criterion of one visit of a row.
 *
 * @param kriteria the criterion
 * @param findings what the record shows, at least one
 * @param asumsi the codes of the assumptions, unconfirmed so far, on which the standard rests
 */
public record Assessment(Kriteria kriteria, List<Finding> findings, List<String> asumsi) {
  private static final List<Verdict> WEIGHTIEST_FIRST =
      List.of(
          Verdict.TIDAK_PATUH,
          Verdict.BELUM_JATUH_TEMPO,
          Verdict.TIDAK_DAPAT_DINILAI,
          Verdict.PATUH);

  public Assessment {
    checkArgument(
        findings.stream().anyMatch(f -> f.verdict().isPresent()), "an assessment has a verdict");
    findings = List.copyOf(findings);
    asumsi = List.copyOf(asumsi);
  }

  /** The weightiest verdict of its findings: one breach is a breach. */
  public Verdict verdict() {
    List<Verdict> all = findings.stream().map(Finding::verdict).flatMap(Optional::stream).toList();
    return WEIGHTIEST_FIRST.stream().filter(all::contains).findFirst().orElseThrow();
  }

  /** Whether it is a breach in earnest, not a minor one. */
  public boolean major() {
    return verdict() == Verdict.TIDAK_PATUH && findings.stream().anyMatch(Finding::major);
  }

  /** Whether there is a standard, but nothing by which to tell whether it was met. */
  public boolean lacksEvidence() {
    return verdict() == Verdict.TIDAK_DAPAT_DINILAI
        && Stream.of(
                AuditCode.NO_SCHEDULE,
                AuditCode.DUE_NOT_COMPUTABLE,
                AuditCode.REFERENCE_MISSING,
                AuditCode.STOPPED)
            .anyMatch(code -> findings.stream().anyMatch(f -> f.code() == code));
  }
}
