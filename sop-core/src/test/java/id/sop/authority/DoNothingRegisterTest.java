package id.sop.authority;

import id.sop.definition.PelaksanaCode;
import id.sop.testing.Contract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class DoNothingRegisterTest {
  @Test
  void a_register_that_does_nothing_fails_every_test_of_the_contract() {
    Contract.assertNoneHolds(ContractOfDoNothing.class, AppointmentRegisterContract.class);
  }

  @ExtendWith(Contract.OnlyWhenAsked.class)
  static final class ContractOfDoNothing extends AppointmentRegisterContract {
    @Override
    protected AppointmentRegister open() {
      return new DoNothing();
    }
  }

  /** Answers as if it had written, and forgets it. */
  private static final class DoNothing implements AppointmentRegister {
    private static final RegisterEntry.Stamp STAMP =
        new RegisterEntry.Stamp(1, Instant.EPOCH, "u-0");

    @Override
    public RegisterEntry.Appointed appoint(Appointment appointment, String by) {
      return new RegisterEntry.Appointed(STAMP, appointment);
    }

    @Override
    public RegisterEntry.Ended end(long nomor, Instant at, String dasar, String by) {
      return new RegisterEntry.Ended(STAMP, nomor, at, dasar);
    }

    @Override
    public RegisterHistory history() {
      return new RegisterHistory(List.of());
    }

    @Override
    public RegisterHistory history(PelaksanaCode role) {
      return history();
    }

    @Override
    public Ground ground(String person, PelaksanaCode role, Instant at) {
      return Ground.TIDAK_ADA;
    }
  }
}
