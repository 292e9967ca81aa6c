package id.sop.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.definition.PelaksanaCode;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppointmentsTest {
  private static final PelaksanaCode KABAG = PelaksanaCode.of("KABAG");
  private static final PelaksanaCode SEKWAN = PelaksanaCode.of("SEKWAN");
  private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

  /** A Kabag who stands in for the Sekwan in March. */
  private static final Appointments REGISTER =
      Appointments.of(
          new Appointment(
              "u1", KABAG, Appointment.Kind.DEFINITIF, "821/1", JANUARY, Optional.empty()),
          new Appointment("u1", SEKWAN, Appointment.Kind.PLH, "821/2", MARCH, Optional.of(APRIL)));

  @Test
  void the_holder_of_a_position_acts_in_it() {
    assertThat(REGISTER.ground("u1", KABAG, APRIL)).isEqualTo(Ground.DEFINITIF);
    assertThat(REGISTER.ground("u2", KABAG, APRIL)).isEqualTo(Ground.TIDAK_ADA);
  }

  @Test
  void a_mandate_holds_from_its_first_moment_until_its_end() {
    assertThat(REGISTER.ground("u1", SEKWAN, MARCH.minusMillis(1)).allows()).isFalse();
    Ground mandate =
        new Ground.Mandat(Mandate.of(Appointment.Kind.PLH, "821/2", MARCH, Optional.of(APRIL)));
    assertThat(REGISTER.ground("u1", SEKWAN, MARCH)).isEqualTo(mandate);
    assertThat(REGISTER.ground("u1", SEKWAN, APRIL.minusMillis(1))).isEqualTo(mandate);
    assertThat(REGISTER.ground("u1", SEKWAN, APRIL).allows()).isFalse();
  }

  @Test
  void an_appointment_does_not_end_before_it_began() {
    assertThatThrownBy(
            () ->
                new Appointment(
                    "u1", KABAG, Appointment.Kind.PLT, "821/3", APRIL, Optional.of(MARCH)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
