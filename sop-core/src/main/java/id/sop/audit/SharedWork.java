package id.sop.audit;

import id.sop.authority.RowRoles;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.journal.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is amiss with a row that several share: together, in order, or as a body. */
final class SharedWork {
  private final RowRoles roles;
  private final Visit visit;

  SharedWork(RowRoles roles, Visit visit) {
    this.roles = roles;
    this.visit = visit;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<PelaksanaCode> absent = roles.without(roles.companions(), participants());
    if (!absent.isEmpty()) {
      findings.add(found(AuditCode.COMPANION_MISSING, RowJudge.list(absent)));
    }
    List<PelaksanaCode> unsigned = roles.without(roles.earlierSigners(), participants());
    if (!unsigned.isEmpty()) {
      findings.add(found(AuditCode.SIGNATURE_MISSING, RowJudge.list(unsigned)));
    }
    firstOutOfOrder()
        .ifPresent(r -> findings.add(found(AuditCode.SIGNATURE_OUT_OF_ORDER, r.value())));
    if (roles.step().pelaksana().mode() == Mode.KOLEGIAL && !minutes()) {
      findings.add(found(AuditCode.MINUTES_MISSING, RowJudge.list(roles.by())));
    }
    return findings;
  }

  /** The first who signed earlier, in the office, than one before him, or later than the last. */
  private Optional<PelaksanaCode> firstOutOfOrder() {
    Instant previous = Instant.MIN;
    for (PelaksanaCode role : roles.earlierSigners()) {
      Optional<Instant> signed = signedAt(role);
      if (signed.isEmpty()) {
        continue;
      }
      if (signed.get().isBefore(previous)
          || visit.doneAt().filter(signed.get()::isAfter).isPresent()) {
        return Optional.of(role);
      }
      previous = signed.get();
    }
    return Optional.empty();
  }

  private Optional<Instant> signedAt(PelaksanaCode role) {
    return visit.participations.stream()
        .filter(p -> roles.sop().mayActAs(p.event().actor().role(), role))
        .map(p -> p.event().occurredAt())
        .min(Comparator.naturalOrder());
  }

  private Set<PelaksanaCode> participants() {
    return visit.participations.stream()
        .map(p -> p.event().actor().role())
        .collect(Collectors.toSet());
  }

  private boolean minutes() {
    return visit.participations.stream().anyMatch(p -> p.event().evidence().isPresent())
        || Document.hasMinutes(visit.kelengkapan())
        || Document.hasMinutes(visit.output());
  }

  private Finding found(AuditCode code, String fact) {
    return RowJudge.found(visit, code, fact);
  }
}
