package id.sop;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.authority.Authority;
import id.sop.casework.CompliancePolicy;
import id.sop.casework.Edition;
import id.sop.casework.Editions;
import id.sop.casework.OtherCases;
import id.sop.problem.SopException;
import id.sop.routing.Procedure;
import id.sop.store.CaseStore;
import id.sop.store.jdbc.JdbcStore;
import id.sop.worktime.DueDates;
import id.sop.worktime.WorkCalendar;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a {@link SopEngine}. Not for several threads. */
public final class SopEngineBuilder {
  private static final Path DEFAULT_STORE = Path.of("sop-data", "sop");

  private Editions editions = Editions.of();
  private final List<String> undated = new ArrayList<>();
  private @Nullable CaseStore store;
  private @Nullable DueDates calendar;
  private CompliancePolicy policy = CompliancePolicy.live();
  private Authority authority = Authority.trusting();
  private OtherCases elsewhere = OtherCases.none();
  private Clock clock = Clock.systemUTC();
  private int remembered = 1_000;

  SopEngineBuilder() {}

  /** Loads a version of an SOP that says itself from which day it is in force. */
  public SopEngineBuilder procedure(Procedure procedure) {
    Optional<LocalDate> date = procedure.sop().identitas().tanggalEfektif();
    date.ifPresent(d -> procedure(procedure, d));
    if (date.isEmpty()) {
      undated.add(procedure.sop().id().value());
    }
    return this;
  }

  /** Loads a version of an SOP, in force from {@code tanggalEfektif}; the paper may not say. */
  public SopEngineBuilder procedure(Procedure procedure, LocalDate tanggalEfektif) {
    editions = editions.with(new Edition(procedure, tanggalEfektif));
    return this;
  }

  /**
   * Where cases are kept; the engine closes it. Without this, H2 in the file {@code sop-data/sop}
   * below the working folder.
   */
  public SopEngineBuilder store(CaseStore cases) {
    store = cases;
    return this;
  }

  /**
   * When rows are due; without this, {@link WorkCalendar#indonesia()}. Where units work by
   * calendars of their own, {@link id.sop.worktime.UnitCalendars}.
   */
  public SopEngineBuilder calendar(DueDates dueDates) {
    calendar = dueDates;
    return this;
  }

  /** Which checks refuse; without this, {@link CompliancePolicy#live()}. */
  public SopEngineBuilder policy(CompliancePolicy checks) {
    policy = checks;
    return this;
  }

  /** Who holds which role; without this, the host vouches for the roles it names. */
  public SopEngineBuilder authority(Authority register) {
    authority = register;
    return this;
  }

  /**
   * Cases that are kept elsewhere, of which an SOP may ask something before one of its own begins;
   * without this, only those of the store are known.
   */
  public SopEngineBuilder otherCases(OtherCases cases) {
    elsewhere = cases;
    return this;
  }

  /** What time it is; without this, the system's clock. */
  public SopEngineBuilder clock(Clock source) {
    clock = source;
    return this;
  }

  /**
   * Of how many cases the engine remembers where they stand, those that it moved last; without
   * this, of 1,000. A command in one of these is decided without reading its journal. When others
   * moved the case meanwhile, that shows as it is stored, and the command is decided anew on what
   * is stored then; so is what would be refused. With 0 every command reads the journal.
   */
  public SopEngineBuilder remember(int cases) {
    checkArgument(cases >= 0, "a number of cases: %s", cases);
    remembered = cases;
    return this;
  }

  /**
   * The engine.
   *
   * @throws SopException when the effective date of an SOP is not known, a unit works by a calendar
   *     that is not given, rows that stand for other SOPs lead back to their own, or the embedded
   *     store cannot be opened
   */
  public SopEngine build() {
    if (!undated.isEmpty()) {
      throw new SopException(EngineCode.EFFECTIVE_DATE_MISSING, String.join(", ", undated));
    }
    return new SopEngine(
        SopEngine.sound(editions),
        store == null ? JdbcStore.h2File(DEFAULT_STORE) : store,
        calendar == null ? WorkCalendar.indonesia() : calendar,
        policy,
        authority,
        elsewhere,
        clock,
        remembered);
  }
}
