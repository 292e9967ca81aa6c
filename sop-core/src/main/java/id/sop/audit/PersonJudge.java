package id.sop.audit;

import id.sop.authority.Act;
import id.sop.authority.Authority;
import id.sop.authority.Ground;
import id.sop.authority.Mandate;
import id.sop.authority.RowRoles;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.internal.Moments;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges who did a row: in the right role, on a ground that covers it, as the row is shared, and
 * kept apart from what he may not do too (E2, E11).
 */
final class PersonJudge {
  private final Sop sop;
  private final Authority authority;
  private final List<Visit> visits;

  PersonJudge(Sop sop, Authority authority, List<Visit> visits) {
    this.sop = sop;
    this.authority = authority;
    this.visits = visits;
  }

  /** Something that a person did in a row. */
  private record Deed(
      long seq,
      StepId step,
      Actor actor,
      Instant at,
      Optional<Label> decision,
      boolean completes) {}

  List<Finding> judge(Step step, Visit visit, CaseEvent.RowCompleted done) {
    List<Finding> findings = new ArrayList<>();
    Instant acted = visit.completed.map(visit::actedAt).orElse(done.occurredAt());
    RowRoles roles = roles(step, visit).on(day(acted, visit.pemilik(step.pelaksana().roles())));
    PelaksanaCode role = done.actor().role();
    if (!roles.mayComplete(role)) {
      findings.add(
          RowJudge.found(
                  visit, AuditCode.WRONG_PERFORMER, role.value(), RowJudge.list(roles.completing()))
              .by(visit.rule));
    }
    List<Deed> deeds = deeds(visit);
    deeds.forEach(deed -> ground(step, visit, deed).ifPresent(findings::add));
    findings.addAll(new SharedWork(roles, visit).findings());
    deeds.forEach(deed -> separated(visit, deed).ifPresent(findings::add));
    return findings.isEmpty()
        ? List.of(RowJudge.found(visit, AuditCode.RIGHT_PERFORMER, role.value()).by(visit.rule))
        : findings;
  }

  /** What is worth knowing of those who had to do with a visit. */
  List<Finding> notes(Step step, Visit visit) {
    List<Finding> notes = new ArrayList<>();
    deeds(visit).forEach(deed -> mandate(deed).ifPresent(m -> notes.addAll(mandate(deed, m))));
    visit.participations.forEach(
        p ->
            p.event()
                .kembali()
                .ifPresent(
                    back ->
                        notes.add(
                            noted(
                                visit,
                                AuditCode.SIGNING_RETURNED,
                                p.seq(),
                                p.event().actor().role().value(),
                                back.alasan()))));
    visit.signers.forEach(change -> notes.add(signer(visit, change)));
    visit.released.forEach(
        release -> {
          CaseEvent.Released event = release.getValue().event();
          if (!event.actor().id().equals(release.getKey().actor().id())) {
            notes.add(
                noted(
                    visit,
                    AuditCode.CLAIM_TAKEN_AWAY,
                    release.getValue().seq(),
                    release.getKey().actor().role().value(),
                    event.actor().role().value(),
                    event.alasan().orElse("-")));
          }
        });
    visit.completed.ifPresent(done -> notes.addAll(done(step, visit, done)));
    return notes;
  }

  private List<Finding> done(
      Step step, Visit visit, Visit.Noted<CaseEvent.RowCompleted> completed) {
    List<Finding> notes = new ArrayList<>();
    CaseEvent.RowCompleted done = completed.event();
    String role = done.actor().role().value();
    RowRoles roles = roles(step, visit);
    if (step.pelaksana().mode() == Mode.EKSTERNAL
        && !roles.mayActAs(done.actor().role(), roles.by())) {
      notes.add(
          noted(
              visit,
              AuditCode.RECORDED_ON_BEHALF,
              completed.seq(),
              role,
              RowJudge.list(roles.by())));
    }
    visit
        .claim
        .filter(claim -> !claim.event().actor().id().equals(done.actor().id()))
        .ifPresent(
            claim ->
                notes.add(
                    noted(
                        visit,
                        AuditCode.CLAIM_IGNORED,
                        claim.seq(),
                        claim.event().actor().role().value(),
                        role)));
    List<PelaksanaCode> silent = roles.without(step.penerima(), received(visit, done));
    if (!silent.isEmpty()) {
      notes.add(noted(visit, AuditCode.NOT_ACKNOWLEDGED, completed.seq(), RowJudge.list(silent)));
    }
    return notes;
  }

  /** Whoever took part in the row, or completed it himself, knows what came out of it. */
  private List<Act> received(Visit visit, CaseEvent.RowCompleted done) {
    List<Act> acts = new ArrayList<>(visit.acts(sop));
    acts.add(Visit.act(done.actor(), done.occurredAt(), Optional.empty(), sop));
    visit.acknowledgements.stream()
        .map(Visit.Noted::event)
        .forEach(a -> acts.add(Visit.act(a.actor(), a.occurredAt(), Optional.empty(), sop)));
    return acts;
  }

  private static Finding signer(Visit visit, Visit.Noted<? extends CaseEvent> change) {
    if (change.event() instanceof CaseEvent.SignerAdded added) {
      return noted(
          visit,
          AuditCode.SIGNER_ADDED,
          change.seq(),
          added.signer().value(),
          added.actor().role().value(),
          added.alasan(),
          added.dasar());
    }
    CaseEvent.SignerRemoved removed = (CaseEvent.SignerRemoved) change.event();
    return noted(
        visit,
        AuditCode.SIGNER_REMOVED,
        change.seq(),
        removed.signer().value(),
        removed.actor().role().value(),
        removed.alasan(),
        removed.dasar());
  }

  /** What the completing one and those who did a part of the visit did, in order. */
  private List<Deed> deeds(Visit visit) {
    Optional<Step> step = visit.version.sop().step(visit.step);
    List<Deed> deeds = new ArrayList<>();
    if (step.isEmpty()) {
      return deeds;
    }
    RowRoles roles = roles(step.get(), visit);
    visit.participations.stream()
        .filter(p -> roles.mayAct(p.event().actor().role()))
        .forEach(
            p ->
                deeds.add(
                    new Deed(
                        p.seq(),
                        visit.step,
                        p.event().actor(),
                        p.event().occurredAt(),
                        Optional.empty(),
                        false)));
    visit.completed.ifPresent(
        c ->
            deeds.add(
                new Deed(
                    c.seq(),
                    visit.step,
                    c.event().actor(),
                    visit.actedAt(c),
                    c.event().decision(),
                    true)));
    return deeds;
  }

  private Optional<Finding> ground(Step step, Visit visit, Deed deed) {
    if (!standing(deed).allows()) {
      return Optional.of(
          RowJudge.found(
              visit,
              AuditCode.NOT_APPOINTED,
              deed.actor().role().value(),
              Moments.text(deed.at(), sop.zona())));
    }
    return mandate(deed)
        .filter(mandate -> !mandate.covers(sop.id(), step, deed.decision()))
        .map(
            mandate ->
                noted(
                    visit,
                    AuditCode.MANDATE_TOO_NARROW,
                    deed.seq(),
                    mandate.teks(),
                    mandate.nomor()));
  }

  /** The register's word counts before the record's; where the host vouches, the record's does. */
  private Ground standing(Deed deed) {
    Ground answer = authority.ground(deed.actor().id(), deed.actor().role(), deed.at());
    return answer instanceof Ground.Host
        ? deed.actor()
            .mandat()
            .<Ground>map(m -> m.holdsAt(deed.at()) ? new Ground.Mandat(m) : Ground.TIDAK_ADA)
            .orElse(answer)
        : answer;
  }

  private Optional<Mandate> mandate(Deed deed) {
    return standing(deed).mandate();
  }

  private List<Finding> mandate(Deed deed, Mandate mandate) {
    List<Finding> notes = new ArrayList<>();
    String role = deed.actor().role().value();
    notes.add(
        Finding.of(
            AuditCode.ACTED_BY_MANDATE,
            List.of(deed.seq()),
            deed.step().value(),
            role,
            mandate.teks(),
            mandate.nomor()));
    if (mandate.exceedsItsTerm(deed.at(), sop.unit(deed.actor().role()).zona())) {
      notes.add(
          Finding.of(
              AuditCode.MANDATE_TOO_LONG,
              List.of(deed.seq()),
              deed.step().value(),
              role,
              mandate.nomor()));
    }
    return notes;
  }

  /** An earlier deed of the same person in a row that this one is kept apart from. */
  private Optional<Finding> separated(Visit visit, Deed deed) {
    Set<StepId> apart = sop.separatedFrom(deed.step());
    if (apart.isEmpty() || outside(visit)) {
      return Optional.empty();
    }
    return visits.stream()
        .filter(v -> v.nameIn(visit.epoch).filter(apart::contains).isPresent() && !outside(v))
        .flatMap(v -> deeds(v).stream())
        .filter(other -> other.seq() < deed.seq())
        .filter(other -> other.actor().id().equals(deed.actor().id()))
        .findFirst()
        .map(
            other ->
                Finding.of(
                    AuditCode.SAME_PERSON,
                    List.of(other.seq(), deed.seq()),
                    deed.step().value(),
                    other.step().value()));
  }

  /** Who records what somebody outside did has not done it himself. */
  private static boolean outside(Visit visit) {
    return visit
        .version
        .sop()
        .step(visit.step)
        .filter(step -> step.pelaksana().mode() == Mode.EKSTERNAL)
        .isPresent();
  }

  private static RowRoles roles(Step step, Visit visit) {
    return new RowRoles(visit.version.sop(), step, visit.by(step.pelaksana().roles()));
  }

  /** The day that it was at the unit of {@code performer}. */
  private LocalDate day(Instant at, PelaksanaCode performer) {
    return LocalDate.ofInstant(at, sop.unit(performer).zona());
  }

  private static Finding noted(Visit visit, AuditCode code, long seq, String... facts) {
    List<String> all = new ArrayList<>();
    all.add(visit.step.value());
    all.addAll(List.of(facts));
    return new Finding(code, all, List.of(seq), Optional.empty());
  }
}
