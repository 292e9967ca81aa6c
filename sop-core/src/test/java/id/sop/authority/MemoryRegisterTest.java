package id.sop.authority;

class MemoryRegisterTest extends AppointmentRegisterContract {
  @Override
  protected AppointmentRegister open() {
    return MemoryRegister.create(clock);
  }
}
