package id.sop.authority;

import static id.sop.testing.RowBuilder.aRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.authority.Appointment.Kind;
import id.sop.authority.Mandate.Kecuali;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of mandate, at every edge of its time, with every scope. */
class MandateTableTest {
  private static final PelaksanaCode SEKWAN = PelaksanaCode.of("SEKWAN");
  private static final PelaksanaCode SEKDA = PelaksanaCode.of("SEKDA");
  private static final SopId SOP = SopId.of("kota.surat");
  private static final SopId OTHER = SopId.of("kota.lain");
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
  private static final Set<Kind> ROUTINE_ONLY =
      Set.of(Kind.PLT, Kind.PLH, Kind.ATAS_NAMA, Kind.UNTUK_BELIAU);

  private static Appointment letter(Kind kind, Instant from, Optional<Instant> until) {
    return kind == Kind.UNTUK_BELIAU
        ? Appointment.untukBeliau("u1", SEKWAN, SEKDA, "821/1", from, until)
        : new Appointment("u1", SEKWAN, kind, "821/1", from, until);
  }

  private static Mandate mandate(Kind kind, Kecuali... excepted) {
    Appointment letter = letter(kind, Instant.EPOCH, Optional.empty()).kecuali(excepted);
    return Appointments.of(letter).ground("u1", SEKWAN, Instant.EPOCH).mandate().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"})
  void it_holds_from_the_first_instant_of_its_first_day_to_the_last_of_its_last(String name) {
    ZoneId zone = ZoneId.of(name);
    Instant from = FIRST.atStartOfDay(zone).toInstant();
    Instant until = LAST.plusDays(1).atStartOfDay(zone).toInstant();
    Map<Instant, Boolean> edges = new LinkedHashMap<>();
    edges.put(FIRST.minusDays(1).atTime(12, 0).atZone(zone).toInstant(), false);
    edges.put(from.minusNanos(1_000), false);
    edges.put(from, true);
    edges.put(LAST.atTime(12, 0).atZone(zone).toInstant(), true);
    edges.put(until.minusNanos(1_000), true);
    edges.put(until, false);
    edges.put(LAST.plusDays(1).atTime(12, 0).atZone(zone).toInstant(), false);

    for (Kind kind : Kind.values()) {
      Appointments bounded = Appointments.of(letter(kind, from, Optional.of(until)));
      Appointments endless = Appointments.of(letter(kind, from, Optional.empty()));
      edges.forEach(
          (at, holds) -> {
            assertThat(bounded.ground("u1", SEKWAN, at).allows())
                .as(kind + " " + at)
                .isEqualTo(holds);
            assertThat(endless.ground("u1", SEKWAN, at).allows())
                .as(kind + " without end " + at)
                .isEqualTo(!at.isBefore(from));
            assertThat(bounded.ground("u2", SEKWAN, at).allows()).isFalse();
            assertThat(bounded.ground("u1", SEKDA, at).allows()).isFalse();
          });
    }
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "DEFINITIF")
  void it_covers_what_its_kind_reaches_and_its_letter_does_not_except(Kind kind) {
    StepId row = StepId.of("3");
    Label yes = Label.of("YA");
    List<Kecuali> scopes = new ArrayList<>();
    for (SopId sop : List.of(SOP, OTHER)) {
      for (StepId step : List.of(row, StepId.of("4"))) {
        scopes.add(new Kecuali(sop, step, Optional.empty()));
        scopes.add(new Kecuali(sop, step, Optional.of(yes)));
        scopes.add(new Kecuali(sop, step, Optional.of(Label.of("TIDAK"))));
      }
    }

    // Every set of exceptions, every kind of row, every decision.
    for (int set = 0; set < 1 << scopes.size(); set++) {
      List<Kecuali> excepted = new ArrayList<>();
      for (int i = 0; i < scopes.size(); i++) {
        if ((set & 1 << i) != 0) {
          excepted.add(scopes.get(i));
        }
      }
      Mandate mandate = mandate(kind, excepted.toArray(Kecuali[]::new));
      for (boolean strategic : List.of(true, false)) {
        Step step = (strategic ? aRow("3").strategis() : aRow("3")).build();
        for (Optional<Label> decision :
            List.of(Optional.<Label>empty(), Optional.of(yes), Optional.of(Label.of("TIDAK")))) {
          boolean wholeRow = excepted.contains(new Kecuali(SOP, row, Optional.empty()));
          boolean thisLabel =
              decision.isPresent() && excepted.contains(new Kecuali(SOP, row, decision));
          boolean reaches = !(strategic && ROUTINE_ONLY.contains(kind));

          assertThat(mandate.covers(SOP, step, decision))
              .as("%s, %s, strategic %s, %s", kind, excepted, strategic, decision)
              .isEqualTo(reaches && !wholeRow && !thisLabel);
        }
      }
    }
  }

  @Test
  void a_plt_acts_for_three_months_and_once_more_three() {
    ZoneId zone = ZoneId.of("Asia/Jayapura");
    Instant first = LocalDate.of(2025, 11, 30).atStartOfDay(zone).toInstant();
    Instant second = LocalDate.of(2026, 2, 28).atStartOfDay(zone).toInstant();
    Instant third = LocalDate.of(2026, 5, 28).atStartOfDay(zone).toInstant();
    Appointments register =
        Appointments.of(
            letter(Kind.PLT, first, Optional.of(second)),
            letter(Kind.PLT, second, Optional.of(third)),
            letter(Kind.PLT, third, Optional.empty()));
    Map<Instant, Boolean> exceeds = new LinkedHashMap<>();
    exceeds.put(first, false);
    exceeds.put(second.minusNanos(1_000), false);
    exceeds.put(second, false);
    exceeds.put(third.minusNanos(1_000), false);
    exceeds.put(third, true);
    exceeds.put(third.plusSeconds(1), true);

    exceeds.forEach(
        (at, too) -> {
          Mandate mandate = register.ground("u1", SEKWAN, at).mandate().orElseThrow();
          assertThat(mandate.exceedsItsTerm(at, zone)).as("%s", at).isEqualTo(too);
        });
  }

  @Test
  void a_letter_that_runs_on_is_too_long_from_the_day_on_which_three_months_are_over() {
    ZoneId zone = ZoneId.of("Asia/Jakarta");
    Instant from = LocalDate.of(2026, 1, 15).atStartOfDay(zone).toInstant();
    Instant over = LocalDate.of(2026, 4, 15).atStartOfDay(zone).toInstant();

    for (Kind kind : Kind.values()) {
      if (kind == Kind.DEFINITIF) {
        continue;
      }
      Mandate mandate =
          Appointments.of(letter(kind, from, Optional.empty()))
              .ground("u1", SEKWAN, over)
              .mandate()
              .orElseThrow();
      assertThat(mandate.exceedsItsTerm(over.minusNanos(1_000), zone)).isFalse();
      assertThat(mandate.exceedsItsTerm(over, zone)).as("%s", kind).isEqualTo(kind == Kind.PLT);
    }
  }

  @Test
  void a_gap_begins_a_new_series_and_another_kind_or_person_is_no_extension() {
    Instant later = Instant.EPOCH.plusSeconds(100);
    Appointment first = letter(Kind.PLT, Instant.EPOCH, Optional.of(later));
    Appointment after = letter(Kind.PLT, later.plusNanos(1), Optional.empty());
    Appointment plh = letter(Kind.PLH, later, Optional.empty());
    Instant at = later.plusSeconds(1);

    assertThat(Appointments.of(first, after).ground("u1", SEKWAN, at).mandate().orElseThrow())
        .extracting(Mandate::perpanjangan)
        .isEqualTo(0);
    assertThat(Appointments.of(first, plh).ground("u1", SEKWAN, at).mandate().orElseThrow())
        .extracting(Mandate::perpanjangan)
        .isEqualTo(0);
  }

  @Test
  void of_several_mandates_the_widest_counts_and_the_position_before_them_all() {
    Kecuali row = new Kecuali(SOP, StepId.of("3"), Optional.empty());
    Appointment plh = letter(Kind.PLH, Instant.EPOCH, Optional.empty());
    Appointment narrow = letter(Kind.PJ, Instant.EPOCH, Optional.empty()).kecuali(row);
    Appointment pj = letter(Kind.PJ, Instant.EPOCH, Optional.empty());
    Appointments all = Appointments.of(plh, narrow, pj);

    assertThat(all.ground("u1", SEKWAN, Instant.EPOCH).mandate().orElseThrow())
        .isEqualTo(Mandate.of(Kind.PJ, "821/1", Instant.EPOCH, Optional.empty()));
    assertThat(
            all.with(letter(Kind.DEFINITIF, Instant.EPOCH, Optional.empty()))
                .ground("u1", SEKWAN, Instant.EPOCH))
        .isEqualTo(Ground.DEFINITIF);
    assertThat(all.persons(SEKWAN, Instant.EPOCH)).containsExactly("u1");
    assertThat(all.persons(SEKWAN, Instant.EPOCH.minusNanos(1))).isEmpty();
  }

  @Test
  void atas_nama_and_untuk_beliau_name_the_superior_and_no_other_kind_does() {
    assertThat(mandate(Kind.ATAS_NAMA).teks()).isEqualTo("a.n. SEKWAN");
    assertThat(mandate(Kind.UNTUK_BELIAU).teks()).isEqualTo("u.b. SEKDA");
    assertThat(mandate(Kind.PLT).teks()).isEqualTo("Plt.");
    assertThatThrownBy(
            () ->
                new Appointment(
                    "u1", SEKWAN, Kind.UNTUK_BELIAU, "821/1", Instant.EPOCH, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Mandate(
                    Kind.PLT,
                    "821/1",
                    Instant.EPOCH,
                    Optional.empty(),
                    0,
                    Optional.of(SEKDA),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Appointment("u1", SEKWAN, Kind.PLT, " ", Instant.EPOCH, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
