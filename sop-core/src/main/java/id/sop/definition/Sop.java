package id.sop.definition;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import id.sop.problem.SopException;
import id.sop.worktime.DueDates;
import id.sop.worktime.UnitClock;
import id.sop.worktime.Waktu;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One procedure of one office, in one version: what {@code sop.yaml} says. Which row follows which
 * is not here; that is the rules' word.
 *
 * @param id its id
 * @param versi its version, as its owner counts
 * @param zona the time zone of the unit that carries it out
 * @param identitas the identity block
 * @param pelaksana the roles, in column order
 * @param data the facts that rules may decide on
 * @param langkah the rows, in printed order
 * @param asumsi where the paper is unclear
 * @param pengawasan how the time of rows is watched over; rows without a word on it are left out
 * @param pemisahan which rows no single person may do together
 * @param units by what time its performers work
 * @param prasyarat what must hold of other cases before one begins
 * @param parameter the values that regulations set, each with the days on which they change
 */
public record Sop(
    SopId id,
    String versi,
    ZoneId zona,
    Identitas identitas,
    Map<PelaksanaCode, Pelaksana> pelaksana,
    Map<String, DataField> data,
    Map<StepId, Step> langkah,
    List<Asumsi> asumsi,
    List<Pemisahan> pemisahan,
    Map<StepId, Pengawasan> pengawasan,
    Units units,
    Map<String, Parameter> parameter,
    List<Prasyarat> prasyarat) {
  public Sop {
    pelaksana = ImmutableMap.copyOf(pelaksana);
    data = ImmutableMap.copyOf(data);
    langkah = ImmutableMap.copyOf(langkah);
    asumsi = List.copyOf(asumsi);
    pengawasan = ImmutableMap.copyOf(pengawasan);
    pemisahan = List.copyOf(pemisahan);
    parameter = ImmutableMap.copyOf(parameter);
    prasyarat = List.copyOf(prasyarat);
  }

  /** An SOP that separates no duties, whose parts are given as lists; their keys must be unique. */
  public static Sop of(
      SopId id,
      String versi,
      ZoneId zona,
      Identitas identitas,
      List<Pelaksana> pelaksana,
      List<DataField> data,
      List<Step> langkah,
      List<Asumsi> asumsi) {
    return of(id, versi, zona, identitas, pelaksana, data, langkah, asumsi, List.of());
  }

  /** An SOP whose parts are given as lists; their keys must be unique. */
  public static Sop of(
      SopId id,
      String versi,
      ZoneId zona,
      Identitas identitas,
      List<Pelaksana> pelaksana,
      List<DataField> data,
      List<Step> langkah,
      List<Asumsi> asumsi,
      List<Pemisahan> pemisahan) {
    ImmutableMap.Builder<PelaksanaCode, Pelaksana> roles = ImmutableMap.builder();
    for (Pelaksana role : pelaksana) {
      roles.put(role.code(), role);
    }
    ImmutableMap.Builder<String, DataField> fields = ImmutableMap.builder();
    for (DataField field : data) {
      fields.put(field.nama(), field);
    }
    ImmutableMap.Builder<StepId, Step> rows = ImmutableMap.builder();
    for (Step row : langkah) {
      rows.put(row.id(), row);
    }
    return new Sop(
        id,
        versi,
        zona,
        identitas,
        roles.buildOrThrow(),
        fields.buildOrThrow(),
        rows.buildOrThrow(),
        asumsi,
        pemisahan,
        Map.of(),
        Units.NONE,
        Map.of(),
        List.of());
  }

  /** The same, whose rows are watched over like this. */
  public Sop watched(Map<StepId, Pengawasan> rows) {
    return with(rows, units, parameter, prasyarat);
  }

  /** The same, whose performers work by the time of these units. */
  public Sop workingBy(Units others) {
    return with(pengawasan, others, parameter, prasyarat);
  }

  /** The same, whose cases depend on others like this. */
  public Sop dependingOn(List<Prasyarat> others) {
    return with(pengawasan, units, parameter, others);
  }

  private Sop with(
      Map<StepId, Pengawasan> rows,
      Units others,
      Map<String, Parameter> parameters,
      List<Prasyarat> prerequisites) {
    return new Sop(
        id,
        versi,
        zona,
        identitas,
        pelaksana,
        data,
        langkah,
        asumsi,
        pemisahan,
        rows,
        others,
        parameters,
        prerequisites);
  }

  /** The unit that {@code performer} belongs to; whoever names none belongs to that of the SOP. */
  public Unit unit(PelaksanaCode performer) {
    Optional<Unit> other = units.of(performer);
    return other.isPresent() ? other.get() : new Unit(zona, units.kalender());
  }

  /**
   * The time by which the unit of {@code performer} works.
   *
   * @param calendar the usual calendar, which knows the others by name
   * @throws SopException when the calendar of the unit is not among them
   */
  public UnitClock clock(PelaksanaCode performer, DueDates calendar) {
    Unit unit = unit(performer);
    if (unit.kalender().isEmpty()) {
      return new UnitClock(calendar, unit.zona());
    }
    return new UnitClock(named(unit.kalender().get(), calendar), unit.zona());
  }

  /**
   * Checks that {@code calendar} knows the calendars by which its units work.
   *
   * @throws SopException when it does not know one
   */
  public void checkCalendars(DueDates calendar) {
    for (String name : kalender()) {
      named(name, calendar);
    }
  }

  /** The names of the calendars by which its units work, but for the usual one. */
  public Set<String> kalender() {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (Optional<String> name : units.calendars()) {
      if (name.isPresent()) {
        names.add(name.get());
      }
    }
    return names.build();
  }

  private DueDates named(String name, DueDates calendar) {
    Optional<DueDates> named = calendar.named(name);
    if (named.isEmpty()) {
      throw new SopException(DefinitionCode.CALENDAR_NOT_GIVEN, name, id.value());
    }
    return named.get();
  }

  /** The same with these parameters; their names must be unique. */
  public Sop withParameters(List<Parameter> parameters) {
    ImmutableMap.Builder<String, Parameter> named = ImmutableMap.builder();
    for (Parameter each : parameters) {
      named.put(each.nama(), each);
    }
    return with(pengawasan, units, named.buildOrThrow(), prasyarat);
  }

  /**
   * The facts that rules may look at: those declared and, where there are parameters, {@link
   * Parameter#TANGGAL_MULAI}, which nobody is asked for.
   */
  public Map<String, DataField> facts() {
    Optional<LocalDate> first = firstDay();
    if (first.isEmpty()) {
      return data;
    }
    DataField begun =
        new DataField(
            Parameter.TANGGAL_MULAI,
            new DataDomain.Tanggal(first.get(), DataDomain.TANGGAL_TERAKHIR),
            Optional.empty(),
            Optional.empty(),
            "",
            parameter.values().iterator().next().place());
    return ImmutableMap.<String, DataField>builder()
        .putAll(data)
        .put(begun.nama(), begun)
        .buildOrThrow();
  }

  /**
   * The first day on which a case can begin: each parameter has a value from then on, and the SOP
   * is in force. Empty without parameters, when only the versions say.
   */
  public Optional<LocalDate> firstDay() {
    Optional<LocalDate> first = Optional.empty();
    for (Parameter each : parameter.values()) {
      LocalDate own = each.nilai().get(0).sejak();
      if (first.filter(day -> !own.isAfter(day)).isEmpty()) {
        first = Optional.of(own);
      }
    }
    Optional<LocalDate> efektif = identitas.tanggalEfektif();
    return first.isPresent() && efektif.isPresent() && efektif.get().isAfter(first.get())
        ? efektif
        : first;
  }

  /** How the time of {@code step} is watched over. */
  public Pengawasan pengawasan(StepId step) {
    return pengawasan.getOrDefault(step, Pengawasan.NONE);
  }

  /** The row {@code id}, if there is one. */
  public Optional<Step> step(StepId id) {
    return Optional.ofNullable(langkah.get(id));
  }

  /**
   * Whether a holder of {@code held} may act as {@code asked}: they are the same, or {@code asked}
   * is a group that {@code held} belongs to at any time, itself or through a group within it.
   */
  public boolean mayActAs(PelaksanaCode held, PelaksanaCode asked) {
    return mayActAs(held, asked, Optional.empty());
  }

  /** The same, with the groups as they are on the day {@code on}. */
  public boolean mayActAs(PelaksanaCode held, PelaksanaCode asked, LocalDate on) {
    return mayActAs(held, asked, Optional.of(on));
  }

  private boolean mayActAs(PelaksanaCode held, PelaksanaCode asked, Optional<LocalDate> on) {
    Set<PelaksanaCode> seen = new HashSet<>();
    Deque<PelaksanaCode> next = new ArrayDeque<>(List.of(asked));
    while (!next.isEmpty()) {
      PelaksanaCode code = next.remove();
      if (code.equals(held)) {
        return true;
      }
      Pelaksana role = pelaksana.get(code);
      if (role != null && seen.add(code)) {
        for (Pelaksana.Anggota member : role.anggota()) {
          if (on.isEmpty() || member.masa().contains(on.get())) {
            next.add(member.kode());
          }
        }
      }
    }
    return false;
  }

  /**
   * Whether the time of {@code step} runs from its own opening, and not from another row, from a
   * date, or from what the rules say.
   */
  public boolean runsFromOpening(StepId step) {
    Optional<Step> row = step(step);
    if (row.isEmpty()) {
      return false;
    }
    Waktu waktu = row.get().mutuBaku().waktu();
    return !(waktu instanceof Waktu.Relatif)
        && !(waktu instanceof Waktu.MenurutAturan)
        && sharedTime(step, waktu).isEmpty();
  }

  /**
   * The row whose time a visit of {@code step} with {@code waktu} shares: itself, where others
   * share its own; empty when its time is its own alone.
   */
  public Optional<StepId> sharedTime(StepId step, Waktu waktu) {
    if (waktu instanceof Waktu.Bersama shared) {
      return Optional.of(StepId.of(shared.langkah()));
    }
    for (Step other : langkah.values()) {
      if (other.mutuBaku().waktu() instanceof Waktu.Bersama shared
          && shared.langkah().equals(step.value())) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  /**
   * The roles that are printed as {@code nama} on the day {@code on}, in column order: the same
   * word may have meant another role before a reorganisation.
   */
  public List<PelaksanaCode> named(String nama, LocalDate on) {
    return pelaksana.values().stream()
        .filter(role -> role.isNamed(nama, on))
        .map(Pelaksana::code)
        .toList();
  }

  /**
   * The rows that whoever does {@code step} may not do, too; none when it is kept apart from none.
   */
  public Set<StepId> separatedFrom(StepId step) {
    ImmutableSet.Builder<StepId> apart = ImmutableSet.builder();
    for (Pemisahan duties : pemisahan) {
      if (duties.baris().contains(step)) {
        for (StepId row : duties.baris()) {
          if (!row.equals(step)) {
            apart.add(row);
          }
        }
      }
    }
    return apart.build();
  }

  /**
   * Whether an arrow from {@code from} to {@code to} points up the page, or at the row itself: what
   * is printed further down is the way forward, however often the case has been there.
   */
  public boolean pointsBack(StepId from, StepId to) {
    List<StepId> printed = langkah.keySet().stream().toList();
    return printed.indexOf(to) <= printed.indexOf(from);
  }

  /** The assumptions on which {@code bidang} of the row {@code step} rests. */
  public List<Asumsi> asumsi(StepId step, Asumsi.Bidang bidang) {
    return asumsi.stream()
        .filter(a -> a.baris().contains(step) && a.bidang().contains(bidang))
        .toList();
  }
}
