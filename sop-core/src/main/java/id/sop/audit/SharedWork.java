package id.sop.audit;

import id.sop.authority.Act;
import id.sop.authority.RowRoles;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.journal.CaseEvent;
import id.sop.journal.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is amiss with a row that several share: together, in order, or as a body. */
final class SharedWork {
  private final RowRoles roles;
  private final Visit visit;
  private final List<Act> acts;

  SharedWork(RowRoles roles, Visit visit) {
    this.roles = roles;
    this.visit = visit;
    this.acts = visit.acts(roles.sop());
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    OptionalInt kuorum = roles.step().pelaksana().kuorum();
    List<PelaksanaCode> absent = roles.without(roles.companions(), acts);
    if (kuorum.isEmpty() && !absent.isEmpty()) {
      findings.add(found(AuditCode.COMPANION_MISSING, RowJudge.list(absent)));
    }
    kuorum.ifPresent(needed -> quorum(needed).ifPresent(findings::add));
    List<PelaksanaCode> unsigned = roles.without(roles.earlierSigners(), roles.standing(acts));
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

  private Optional<Finding> quorum(int needed) {
    List<Act> all = new ArrayList<>(acts);
    visit.completed.ifPresent(
        c ->
            all.add(
                Visit.act(
                    c.event().actor(), c.event().occurredAt(), Optional.empty(), roles.sop())));
    int present = roles.present(all);
    return present >= needed
        ? Optional.empty()
        : Optional.of(
            found(AuditCode.QUORUM_MISSING, Integer.toString(needed), Integer.toString(present)));
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

  /** When the signature for {@code role} was given that still counts. */
  private Optional<Instant> signedAt(PelaksanaCode role) {
    return standing().stream()
        .filter(p -> roles.mayActAs(p.actor().role(), List.of(role)))
        .map(CaseEvent.Participated::occurredAt)
        .min(Comparator.naturalOrder());
  }

  /** The participations whose acts still count. */
  private List<CaseEvent.Participated> standing() {
    List<Act> left = new ArrayList<>(roles.standing(acts));
    List<CaseEvent.Participated> standing = new ArrayList<>();
    // Equal acts: the later ones count, for the earlier ones were sent back.
    for (int i = acts.size() - 1; i >= 0; i--) {
      if (left.remove(acts.get(i))) {
        standing.add(visit.participations.get(i).event());
      }
    }
    return standing;
  }

  private boolean minutes() {
    return visit.participations.stream().anyMatch(p -> p.event().evidence().isPresent())
        || Document.hasMinutes(visit.kelengkapan())
        || Document.hasMinutes(visit.output());
  }

  private Finding found(AuditCode code, String... facts) {
    return RowJudge.found(visit, code, facts);
  }
}
