package id.sop.rules.reload;

import id.sop.SopEngine;
import id.sop.definition.Sop;
import id.sop.worktime.DueDates;
import id.sop.worktime.WorkCalendar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Builds a {@link RuleReload}. Not for several threads. */
public final class RuleReloadBuilder {
  private final BundleFolder folder;
  private final Taker taker;
  private Function<Sop, Optional<LocalDate>> effective = sop -> sop.identitas().tanggalEfektif();
  private Consumer<ReloadOutcome> listener = outcome -> {};
  private DueDates calendar = WorkCalendar.indonesia();
  private Duration settle = Duration.ofSeconds(1);
  private Function<BundleFolder, Changes> changes = FolderChanges::in;

  RuleReloadBuilder(Path folder, Taker taker) {
    this.folder = new BundleFolder(folder);
    this.taker = taker;
  }

  static Taker into(SopEngine engine) {
    return (procedure, date, replaced) ->
        replaced.ifPresentOrElse(
            digest -> engine.replace(digest, procedure, date), () -> engine.load(procedure, date));
  }

  /**
   * From which day a version is in force; without this, as its document says. A version of which
   * this is not known is refused.
   */
  public RuleReloadBuilder effective(Function<Sop, Optional<LocalDate>> date) {
    effective = date;
    return this;
  }

  /** Who is told what became of each bundle, at each check, by the thread that checks. */
  public RuleReloadBuilder listener(Consumer<ReloadOutcome> told) {
    listener = told;
    return this;
  }

  /** By which the examples are played; without this, {@link WorkCalendar#indonesia()}. */
  public RuleReloadBuilder calendar(DueDates dueDates) {
    calendar = dueDates;
    return this;
  }

  /** How long nothing must have changed before changed files are read; without this, one second. */
  public RuleReloadBuilder settle(Duration quiet) {
    settle = quiet;
    return this;
  }

  RuleReloadBuilder changes(Function<BundleFolder, Changes> source) {
    changes = source;
    return this;
  }

  /** The reload, which does nothing yet. */
  public RuleReload build() {
    return new RuleReload(
        folder, new Standings(folder, taker, effective, calendar), listener, settle, changes);
  }
}
