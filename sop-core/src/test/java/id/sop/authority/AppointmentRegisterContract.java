package id.sop.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.authority.Appointment.Kind;
import id.sop.authority.Mandate.Kecuali;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.SopId;
import id.sop.definition.StepId;
import id.sop.example.SettableClock;
import id.sop.problem.SopException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every register does. One that does nothing fails each of these tests. */
public abstract class AppointmentRegisterContract {
  private static final PelaksanaCode KABAG = PelaksanaCode.of("KABAG");
  private static final PelaksanaCode SEKWAN = PelaksanaCode.of("SEKWAN");
  private static final PelaksanaCode SEKDA = PelaksanaCode.of("SEKDA");
  private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
  private static final String CLERK = "u-9";

  /** Says when entries are written down. */
  protected final SettableClock clock = SettableClock.at(JANUARY, ZoneOffset.UTC);

  private AppointmentRegister register;

  /** An empty register that takes its time from {@link #clock}. */
  protected abstract AppointmentRegister open() throws Exception;

  /** The register as the tests read it after something was written; it can be opened anew here. */
  protected AppointmentRegister again(AppointmentRegister register) throws Exception {
    return register;
  }

  /** Gives back what {@link #open} took. */
  protected void close() {}

  @BeforeEach
  void openTheRegister() throws Exception {
    register = open();
  }

  @AfterEach
  void closeTheRegister() {
    close();
  }

  private static Appointment holder(String person, PelaksanaCode role) {
    return new Appointment(person, role, Kind.DEFINITIF, "821/1", JANUARY, Optional.empty());
  }

  private static Appointment deputy(String person, Instant from, Instant until) {
    return new Appointment(person, SEKWAN, Kind.PLT, "821/7", from, Optional.of(until));
  }

  private AppointmentRegister reread() throws Exception {
    register = again(register);
    return register;
  }

  private boolean allows(String person, PelaksanaCode role, Instant at) {
    return register.ground(person, role, at).allows();
  }

  private static void assertRefused(AuthorityCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(SopException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void who_is_appointed_may_act_as_soon_as_it_is_written() throws Exception {
    assertThat(allows("u1", KABAG, MARCH)).isFalse();

    register.appoint(holder("u1", KABAG), CLERK);

    assertThat(register.ground("u1", KABAG, MARCH)).isEqualTo(Ground.DEFINITIF);
    assertThat(reread().ground("u1", KABAG, MARCH)).isEqualTo(Ground.DEFINITIF);
    assertThat(allows("u1", KABAG, JANUARY.minusNanos(1_000))).isFalse();
    assertThat(allows("u1", SEKWAN, MARCH)).isFalse();
    assertThat(allows("u2", KABAG, MARCH)).isFalse();
  }

  @Test
  void persons_are_told_apart_letter_by_letter() throws Exception {
    register.appoint(holder("u1", KABAG), CLERK);
    reread();

    assertThat(allows("u1", KABAG, MARCH)).isTrue();
    assertThat(allows("U1", KABAG, MARCH)).isFalse();
    assertThat(allows("u1 ", KABAG, MARCH)).isFalse();
    assertThat(allows("ú1", KABAG, MARCH)).isFalse();
  }

  @Test
  void the_history_says_who_wrote_what_when_in_order_and_numbered_without_gaps() throws Exception {
    RegisterEntry first = register.appoint(holder("u1", KABAG), CLERK);
    clock.advance(Duration.ofHours(1));
    RegisterEntry second = register.appoint(deputy("u1", FEBRUARY, APRIL), "u-8");
    clock.advance(Duration.ofHours(1));
    RegisterEntry third = register.end(second.nomor(), MARCH, "821/9", CLERK);

    assertThat(reread().history().entries()).containsExactly(first, second, third);
    assertThat(register.history(SEKWAN).entries()).containsExactly(second, third);
    assertThat(List.of(first.nomor(), second.nomor(), third.nomor())).containsExactly(1L, 2L, 3L);
    assertThat(third)
        .isEqualTo(
            new RegisterEntry.Ended(
                new RegisterEntry.Stamp(3, JANUARY.plus(Duration.ofHours(2)), CLERK),
                2,
                MARCH,
                "821/9"));
  }

  @Test
  void an_end_counts_from_its_moment_on_and_what_was_before_stays() throws Exception {
    long nomor = register.appoint(deputy("u1", JANUARY, APRIL), CLERK).nomor();
    assertThat(allows("u1", SEKWAN, MARCH)).isTrue();

    register.end(nomor, MARCH, "821/9", CLERK);
    reread();

    assertThat(register.ground("u1", SEKWAN, MARCH.minusNanos(1_000)).mandate())
        .contains(Mandate.of(Kind.PLT, "821/7", JANUARY, Optional.of(MARCH)));
    assertThat(allows("u1", SEKWAN, MARCH)).isFalse();
  }

  @Test
  void one_that_ends_where_it_begins_never_held() throws Exception {
    long nomor = register.appoint(deputy("u1", FEBRUARY, APRIL), CLERK).nomor();
    assertThat(allows("u1", SEKWAN, FEBRUARY)).isTrue();

    register.end(nomor, FEBRUARY, "821/9", CLERK);

    assertThat(reread().history().standing().list()).isEmpty();
    assertThat(allows("u1", SEKWAN, FEBRUARY)).isFalse();
  }

  @Test
  void the_end_written_last_is_the_one_that_counts() throws Exception {
    long nomor = register.appoint(deputy("u1", JANUARY, APRIL), CLERK).nomor();
    register.end(nomor, FEBRUARY, "821/8", CLERK);
    register.end(nomor, MARCH, "821/9", CLERK);
    reread();

    assertThat(allows("u1", SEKWAN, FEBRUARY)).isTrue();
    assertThat(allows("u1", SEKWAN, MARCH)).isFalse();
    assertThat(register.history().entries()).hasSize(3);
  }

  @Test
  void what_is_written_twice_stands_once() throws Exception {
    RegisterEntry.Appointed appointed = register.appoint(deputy("u1", JANUARY, APRIL), CLERK);
    clock.advance(Duration.ofHours(1));
    assertThat(register.appoint(deputy("u1", JANUARY, APRIL), "u-8")).isEqualTo(appointed);
    RegisterEntry.Ended ended = register.end(1, MARCH, "821/9", CLERK);
    clock.advance(Duration.ofHours(1));
    assertThat(register.end(1, MARCH, "821/9", "u-8")).isEqualTo(ended);

    assertThat(reread().history().entries()).containsExactly(appointed, ended);
  }

  @Test
  void who_was_withdrawn_can_be_appointed_anew_by_the_same_letter() throws Exception {
    register.appoint(deputy("u1", JANUARY, APRIL), CLERK);
    register.end(1, JANUARY, "821/9", CLERK);
    assertThat(allows("u1", SEKWAN, MARCH)).isFalse();

    assertThat(register.appoint(deputy("u1", JANUARY, APRIL), CLERK).nomor()).isEqualTo(3);
    reread();

    assertThat(allows("u1", SEKWAN, MARCH)).isTrue();
  }

  @Test
  void what_was_known_at_a_moment_can_be_asked_later() throws Exception {
    register.appoint(deputy("u1", JANUARY, APRIL), CLERK);
    clock.set(MARCH);
    register.end(1, FEBRUARY, "821/9", CLERK);
    RegisterHistory history = reread().history();
    Instant between = FEBRUARY.plus(Duration.ofDays(1));

    assertThat(history.standing().ground("u1", SEKWAN, between).allows()).isFalse();
    assertThat(history.knownAt(MARCH.minusNanos(1_000)).standing().ground("u1", SEKWAN, between))
        .isEqualTo(new Ground.Mandat(Mandate.of(Kind.PLT, "821/7", JANUARY, Optional.of(APRIL))));
    assertThat(history.knownAt(MARCH).entries()).hasSize(2);
  }

  @Test
  void a_clock_that_runs_back_does_not_put_an_entry_before_the_one_above_it() throws Exception {
    clock.set(MARCH);
    register.appoint(holder("u1", KABAG), CLERK);
    clock.set(FEBRUARY);
    register.appoint(holder("u2", KABAG), CLERK);

    assertThat(reread().history().entries())
        .extracting(entry -> entry.stamp().recordedAt())
        .containsExactly(MARCH, MARCH);
  }

  @Test
  void a_letter_extends_the_one_that_ended_where_it_begins() throws Exception {
    register.appoint(deputy("u1", JANUARY, APRIL), CLERK);
    register.end(1, MARCH, "821/8", CLERK);
    register.appoint(
        new Appointment("u1", SEKWAN, Kind.PLT, "821/9", MARCH, Optional.empty()), CLERK);
    reread();

    assertThat(register.ground("u1", SEKWAN, APRIL).mandate().orElseThrow().perpanjangan())
        .isEqualTo(1);
    register.end(1, FEBRUARY, "821/10", CLERK);
    assertThat(register.ground("u1", SEKWAN, APRIL).mandate().orElseThrow().perpanjangan())
        .isZero();
  }

  @Test
  void it_says_who_may_act_in_a_role() throws Exception {
    register.appoint(holder("u2", SEKWAN), CLERK);
    register.appoint(deputy("u1", JANUARY, MARCH), CLERK);
    register.appoint(holder("u3", KABAG), CLERK);
    reread();

    assertThat(register.persons(SEKWAN, FEBRUARY)).containsExactly("u1", "u2");
    assertThat(register.persons(SEKWAN, MARCH)).containsExactly("u2");
  }

  @Test
  void an_end_of_what_is_not_there_is_refused_and_not_written() throws Exception {
    register.appoint(deputy("u1", JANUARY, APRIL), CLERK);
    register.end(1, MARCH, "821/9", CLERK);

    assertRefused(AuthorityCode.NO_SUCH_APPOINTMENT, () -> register.end(7, MARCH, "821/9", CLERK));
    assertRefused(AuthorityCode.NO_SUCH_APPOINTMENT, () -> register.end(2, MARCH, "821/10", CLERK));
    assertThat(reread().history().entries()).hasSize(2);
  }

  @Test
  void an_end_does_not_extend() throws Exception {
    register.appoint(deputy("u1", JANUARY, MARCH), CLERK);

    assertRefused(
        AuthorityCode.ENDS_AFTER_ITS_LETTER,
        () -> register.end(1, MARCH.plusNanos(1_000), "821/9", CLERK));
    assertThat(reread().history().entries()).hasSize(1);
    assertThat(register.end(1, MARCH, "821/9", CLERK).nomor()).isEqualTo(2);
  }

  @Test
  void what_cannot_be_kept_is_refused_and_not_written() throws Exception {
    Appointment good = holder("u".repeat(64), KABAG);
    register.appoint(good, "u".repeat(64));

    List<ThrowingCallable> bad =
        List.of(
            () -> register.appoint(holder("u".repeat(65), KABAG), CLERK),
            () -> register.appoint(holder("u\u0000", KABAG), CLERK),
            () -> register.appoint(holder("u\uD800", KABAG), CLERK),
            () -> register.appoint(good, "u".repeat(65)),
            () -> register.appoint(good, " "),
            () -> register.appoint(letter("n".repeat(201), JANUARY, Optional.empty()), CLERK),
            () -> register.appoint(letter("n\nn", JANUARY, Optional.empty()), CLERK),
            () -> register.appoint(letter("n", Instant.MIN, Optional.empty()), CLERK),
            () -> register.appoint(letter("n", JANUARY, Optional.of(Instant.MAX)), CLERK),
            () -> register.end(1, MARCH, "", CLERK),
            () -> register.end(1, MARCH, "n".repeat(201), CLERK),
            () -> register.end(1, Instant.MAX, "n", CLERK));
    for (ThrowingCallable call : bad) {
      assertRefused(AuthorityCode.CANNOT_BE_KEPT, call);
    }
    assertThat(reread().history().entries()).hasSize(1);
    register.appoint(letter("ñ".repeat(200), JANUARY, Optional.empty()), CLERK);
    assertThat(reread().history().entries()).hasSize(2);
  }

  private static Appointment letter(String dasar, Instant from, Optional<Instant> until) {
    return new Appointment("u1", SEKWAN, Kind.PLH, dasar, from, until);
  }

  @Test
  void it_answers_as_the_plain_list_of_what_stands() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("figure: register against plain list, seed " + seed);
    Random random = new Random(seed);
    List<RegisterEntry> written = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      clock.advance(Duration.ofMinutes(random.nextInt(90)));
      Optional<RegisterEntry.Appointed> one =
          written.stream()
              .filter(RegisterEntry.Appointed.class::isInstance)
              .map(RegisterEntry.Appointed.class::cast)
              .skip(random.nextInt(written.size() + 1))
              .findFirst();
      RegisterEntry entry =
          one.isPresent() && random.nextInt(3) == 0
              ? register.end(one.get().nomor(), endOf(one.get(), random), "821/" + i, CLERK)
              : register.appoint(letter(random), "u-" + random.nextInt(3));
      if (!written.contains(entry)) {
        written.add(entry);
      }
    }
    reread();

    assertThat(register.history().entries()).as("seed %d", seed).isEqualTo(written);
    Appointments plain = new RegisterHistory(written).standing();
    for (int i = 0; i < 200; i++) {
      String person = "u" + random.nextInt(3);
      PelaksanaCode role = random.nextBoolean() ? KABAG : SEKWAN;
      Instant at = moment(random);
      assertThat(register.ground(person, role, at))
          .as("seed %d: %s %s %s", seed, person, role, at)
          .isEqualTo(plain.ground(person, role, at));
      assertThat(register.persons(role, at)).isEqualTo(plain.persons(role, at));
    }
  }

  private static Instant moment(Random random) {
    return JANUARY.plus(Duration.ofDays(random.nextInt(120))).plusNanos(random.nextInt(5_000));
  }

  private static Instant endOf(RegisterEntry.Appointed entry, Random random) {
    Instant at = moment(random);
    return entry.appointment().until().filter(at::isAfter).orElse(at);
  }

  private static Appointment letter(Random random) {
    String person = "u" + random.nextInt(3);
    PelaksanaCode role = random.nextBoolean() ? KABAG : SEKWAN;
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    Instant from = moment(random);
    Optional<Instant> until =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(from.plus(Duration.ofDays(1 + random.nextInt(60))));
    String dasar = "821/" + random.nextInt(3);
    Appointment letter =
        kind == Kind.UNTUK_BELIAU
            ? Appointment.untukBeliau(person, role, SEKDA, dasar, from, until)
            : new Appointment(person, role, kind, dasar, from, until);
    if (kind == Kind.DEFINITIF || random.nextBoolean()) {
      return letter;
    }
    return letter.kecuali(
        new Kecuali(SopId.of("kota.surat"), StepId.of("7b"), Optional.empty()),
        new Kecuali(SopId.of("kota.lain"), StepId.of("2"), Optional.of(Label.of("YA"))));
  }

  @Test
  void those_who_write_at_once_all_stand_in_one_order_and_the_same_is_written_once()
      throws Exception {
    int writers = 6;
    int each = 8;
    CyclicBarrier together = new CyclicBarrier(writers);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String person = "u" + writer;
        work.add(
            () -> {
              together.await();
              for (int i = 0; i < each; i++) {
                Instant from = JANUARY.plus(Duration.ofDays(i));
                register.appoint(deputy(person, from, APRIL), CLERK);
                register.appoint(holder("u-same-" + i, KABAG), CLERK);
              }
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(reread().history().entries())
        .extracting(RegisterEntry::nomor)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, (writers + 1) * each).boxed().toList());
    assertThat(register.history(KABAG).standing().list()).doesNotHaveDuplicates().hasSize(each);
    assertThat(register.history(SEKWAN).standing().list())
        .doesNotHaveDuplicates()
        .hasSize(writers * each);
  }
}
