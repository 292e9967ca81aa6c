package id.sop.authority;

import id.sop.definition.PelaksanaCode;
import java.time.Instant;
import java.util.List;

/** Who holds which role when, as a list of appointments. One person may hold several. */
public record Appointments(List<Appointment> list) implements Authority {
  public Appointments {
    list = List.copyOf(list);
  }

  public static Appointments of(Appointment... list) {
    return new Appointments(List.of(list));
  }

  @Override
  public Ground ground(String person, PelaksanaCode role, Instant at) {
    boolean mandate = false;
    for (Appointment each : list) {
      if (each.person().equals(person) && each.role().equals(role) && each.holdsAt(at)) {
        if (each.kind() == Appointment.Kind.DEFINITIF) {
          return Ground.DEFINITIF;
        }
        mandate = true;
      }
    }
    return mandate ? Ground.MANDAT : Ground.TIDAK_ADA;
  }
}
