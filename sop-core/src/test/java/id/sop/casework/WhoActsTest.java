package id.sop.casework;

import static id.sop.testing.Desk.as;
import static id.sop.testing.Desk.complete;
import static id.sop.testing.Desk.participate;
import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.authority.Appointment;
import id.sop.authority.Appointment.Kind;
import id.sop.authority.Appointments;
import id.sop.authority.Mandate;
import id.sop.casework.CompliancePolicy.Check;
import id.sop.casework.CompliancePolicy.Treatment;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.StepId;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.Chain;
import id.sop.journal.Entry;
import id.sop.problem.Language;
import id.sop.testing.Arrows;
import id.sop.testing.Desk;
import id.sop.testing.Konsultasi;
import id.sop.testing.RowBuilder;
import id.sop.testing.SopBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Claims, signers, receipts, quorums, duties kept apart, mandates. */
class WhoActsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final PelaksanaCode STAF = PelaksanaCode.of("STAF");
  private static final PelaksanaCode KABAG = PelaksanaCode.of("KABAG");
  private static final PelaksanaCode ASISTEN = PelaksanaCode.of("ASISTEN");

  private static Arrows line(Sop sop) {
    Arrows arrows = Arrows.of(sop);
    List<StepId> rows = List.copyOf(sop.langkah().keySet());
    arrows.start().to(rows.get(0).value());
    for (int i = 0; i + 1 < rows.size(); i++) {
      arrows.from(rows.get(i).value()).to(rows.get(i + 1).value());
    }
    arrows.from(rows.get(rows.size() - 1).value()).ends();
    return arrows;
  }

  private static Desk desk(SopBuilder builder) {
    Sop sop = builder.build();
    return Desk.of(sop, line(sop));
  }

  private static Desk single(RowBuilder row) {
    return desk(aSop().row(row));
  }

  private static void assertWhy(List<Refusal> why, CaseworkCode... codes) {
    assertThat(why).extracting(Refusal::code).isEqualTo(List.of(codes));
    for (Refusal refusal : why) {
      for (Language language : Language.values()) {
        assertThat(refusal.text(language)).isNotBlank().doesNotContain("{");
        assertThat(refusal.hint(language)).isNotBlank().doesNotContain("{");
      }
    }
  }

  // Quorum

  private static Desk quorum() {
    return single(aRow("1").by(Mode.BERSAMA, "KABAG", "KASUBAG", "STAF").kuorum(2)).begun("KABAG");
  }

  @Test
  void the_leader_alone_is_no_quorum_of_two() {
    Desk desk = quorum();

    assertWhy(desk.refused(complete("1", "KABAG")), CaseworkCode.QUORUM_MISSING);
    desk.did(participate("1", "STAF"));
    assertThat(desk.did(complete("1", "KABAG")).status()).isEqualTo(CaseStatus.SELESAI);
  }

  @Test
  void one_person_in_two_roles_does_not_make_a_quorum_with_himself() {
    Desk desk = quorum();
    desk.did(Command.participate(Desk.CASE, "1", Actor.of("u-KABAG", "STAF")));

    assertWhy(desk.refused(complete("1", "KABAG")), CaseworkCode.QUORUM_MISSING);
  }

  // Sending back

  @Test
  void a_signing_sent_back_waits_for_the_one_below_again() {
    Desk desk = Konsultasi.at("7");
    desk.did(participate("7", "KABAG"));
    desk.did(participate("7", "ASISTEN"));

    desk.did(participate("7", "SEKDA").kembali("nomor surat keliru"));

    assertWhy(desk.refused(complete("7", "SEKDA")), CaseworkCode.SIGNATURE_MISSING);
    desk.did(participate("7", "ASISTEN").kembali("perbaiki dahulu"));
    assertWhy(desk.refused(participate("7", "ASISTEN")), CaseworkCode.SIGNATURE_OUT_OF_ORDER);
    desk.did(participate("7", "KABAG"));
    desk.did(participate("7", "ASISTEN"));
    desk.did(complete("7", "SEKDA"));
    assertThat(desk.openRows()).containsExactly("8");
  }

  @Test
  void a_signing_is_sent_back_by_the_one_whose_turn_it_is_and_with_a_reason() {
    Desk desk = Konsultasi.at("7");

    assertWhy(
        desk.refused(participate("7", "KABAG").kembali("salah")), CaseworkCode.RETURN_NOT_POSSIBLE);
    desk.did(participate("7", "KABAG"));
    assertWhy(
        desk.refused(participate("7", "SEKDA").kembali("salah")), CaseworkCode.RETURN_NOT_POSSIBLE);
    assertWhy(
        desk.refused(participate("7", "KABAG").kembali("salah")), CaseworkCode.RETURN_NOT_POSSIBLE);
    assertWhy(desk.refused(participate("7", "ASISTEN").kembali(" ")), CaseworkCode.REASON_BLANK);
    desk.did(participate("7", "ASISTEN").kembali("salah"));
    assertWhy(desk.refused(participate("7", "ASISTEN")), CaseworkCode.SIGNATURE_OUT_OF_ORDER);
  }

  @Test
  void a_signature_taken_away_does_not_come_back_with_a_signer_added_since() {
    Desk desk = Konsultasi.at("7");
    desk.did(participate("7", "KABAG"));
    desk.did(participate("7", "ASISTEN").kembali("salah"));

    desk.did(add("7", "SEKDA", "STAF").sebelum(KABAG));

    desk.did(participate("7", "STAF"));
    assertWhy(desk.refused(participate("7", "ASISTEN")), CaseworkCode.SIGNATURE_OUT_OF_ORDER);
  }

  @Test
  void what_is_not_signed_in_order_is_not_sent_back() {
    assertWhy(
        Konsultasi.at("5").refused(participate("5", "PENDAMPING").kembali("salah")),
        CaseworkCode.RETURN_NOT_POSSIBLE);
  }

  // Claim and release

  private static CommandBuilder.Claim claim(String row, String person, String role) {
    return Command.claim(Desk.CASE, row, Actor.of(person, role));
  }

  private static CommandBuilder.Release release(String row, String person, String role) {
    return Command.release(Desk.CASE, row, Actor.of(person, role));
  }

  @Test
  void while_somebody_has_a_row_in_hand_nobody_else_completes_it() {
    Desk desk = Konsultasi.at("3");
    desk.did(claim("3", "sekwan-1", "SEKWAN"));

    assertWhy(
        desk.refused(complete("3", "SEKWAN").decision("YA")), CaseworkCode.CLAIMED_BY_ANOTHER);
    assertWhy(desk.refused(claim("3", "sekwan-2", "SEKWAN")), CaseworkCode.CLAIMED_BY_ANOTHER);
    assertWhy(desk.refused(claim("3", "sekwan-1", "SEKWAN")), CaseworkCode.CLAIMED_BY_ANOTHER);
    desk.did(Command.complete(Desk.CASE, "3", Actor.of("sekwan-1", "SEKWAN")).decision("YA"));
    assertThat(desk.openRows()).containsExactly("4");
  }

  @Test
  void only_who_may_complete_a_row_claims_it() {
    Desk desk = Konsultasi.at("3");

    assertWhy(desk.refused(claim("3", "u1", "KABAG")), CaseworkCode.WRONG_PERFORMER);
    assertWhy(desk.refused(claim("4", "u1", "BAMUS")), CaseworkCode.ROW_NOT_OPEN);
  }

  @Test
  void the_claimant_gives_it_up_and_a_superior_takes_it_away_with_a_reason() {
    Desk desk = Konsultasi.at("3");
    assertWhy(desk.refused(release("3", "u1", "SEKWAN")), CaseworkCode.NOT_CLAIMED);
    desk.did(claim("3", "u1", "SEKWAN"));
    desk.did(release("3", "u1", "SEKWAN"));
    desk.did(claim("3", "u2", "SEKWAN"));

    assertWhy(
        desk.refused(release("3", "u1", "SEKWAN").alasan("cuti")), CaseworkCode.MAY_NOT_RELEASE);
    assertWhy(desk.refused(release("3", "u3", "SEKDA")), CaseworkCode.REASON_BLANK);
    desk.did(release("3", "u3", "SEKDA").alasan("cuti"));
    assertThat(desk.state().openRows().get(0).claim()).isEmpty();
  }

  @Test
  void a_policy_may_name_the_superiors() {
    Desk desk =
        Konsultasi.to(
            Konsultasi.desk(CompliancePolicy.live().releasingBy(PelaksanaCode.of("SEKDA"))), "3");
    desk.did(claim("3", "u1", "SEKWAN"));

    assertWhy(
        desk.refused(release("3", "u3", "KABAG").alasan("cuti")), CaseworkCode.MAY_NOT_RELEASE);
    desk.did(release("3", "u3", "SEKDA").alasan("cuti"));
  }

  @Test
  void a_claim_ends_with_its_row() {
    Desk desk = Konsultasi.at("3");
    desk.did(claim("3", "u-SEKWAN", "SEKWAN"));
    desk.did(complete("3", "SEKWAN").decision("TIDAK").alasan("belum lengkap"));
    desk.did(complete("2", "KABAG").kelengkapan(Desk.paper("SURAT")).output(Desk.paper("LAPORAN")));

    desk.did(Command.complete(Desk.CASE, "3", Actor.of("u9", "SEKWAN")).decision("YA"));

    assertThat(desk.openRows()).containsExactly("4");
  }

  @Test
  void where_claims_are_observed_another_completes_the_row() {
    Desk desk =
        Konsultasi.to(
            Konsultasi.desk(CompliancePolicy.live().with(Check.KLAIM, Treatment.OBSERVED)), "3");
    desk.did(claim("3", "u1", "SEKWAN"));

    desk.did(complete("3", "SEKWAN").decision("YA"));

    assertThat(desk.openRows()).containsExactly("4");
  }

  // Receipt

  @Test
  void a_recipient_acknowledges_what_was_done_even_when_the_case_has_ended() {
    Desk desk = single(aRow("1").by("STAF").penerima("KABAG")).begun("STAF");
    CommandBuilder.Acknowledge receipt = Command.acknowledge(Desk.CASE, "1", as("KABAG"));

    assertWhy(desk.refused(receipt), CaseworkCode.NOTHING_TO_ACKNOWLEDGE);
    desk.did(complete("1", "STAF"));
    assertWhy(
        desk.refused(Command.acknowledge(Desk.CASE, "1", as("STAF"))),
        CaseworkCode.NOT_A_RECIPIENT);
    assertWhy(
        desk.refused(Command.acknowledge(Desk.CASE, "9", as("KABAG"))), CaseworkCode.ROW_UNKNOWN);
    assertWhy(
        desk.refused(Command.acknowledge(Desk.CASE, "1", as("KABAG")).at(Desk.MORNING.minus(HOUR))),
        CaseworkCode.BEFORE_OPENING);
    desk.did(receipt);

    assertThat(desk.state().completions().get(0).acknowledgements()).hasSize(1);
    assertThat(desk.state().status()).isEqualTo(CaseStatus.SELESAI);
  }

  // Signers

  private static CommandBuilder.AddSigner add(String row, String role, String signer) {
    return Command.addSigner(
        Desk.CASE, row, as(role), PelaksanaCode.of(signer), "lintas bidang", "disposisi 7");
  }

  private static CommandBuilder.RemoveSigner remove(String row, String role, String signer) {
    return Command.removeSigner(
        Desk.CASE, row, as(role), PelaksanaCode.of(signer), "bukan bidangnya", "disposisi 8");
  }

  @Test
  void one_more_signs_last_before_the_one_who_completes_or_where_it_is_said() {
    Desk desk = Konsultasi.at("7");

    desk.did(add("7", "SEKDA", "STAF"));
    desk.did(add("7", "SEKDA", "KASUBAG").sebelum(KABAG));

    assertThat(desk.state().openRows().get(0).by())
        .extracting(PelaksanaCode::value)
        .containsExactly("KASUBAG", "KABAG", "ASISTEN", "STAF", "SEKDA");
    assertWhy(desk.refused(participate("7", "KABAG")), CaseworkCode.SIGNATURE_OUT_OF_ORDER);
    desk.did(participate("7", "KASUBAG"));
    desk.did(participate("7", "KABAG"));
    desk.did(participate("7", "ASISTEN"));
    assertWhy(desk.refused(complete("7", "SEKDA")), CaseworkCode.SIGNATURE_MISSING);
    desk.did(participate("7", "STAF"));
    desk.did(complete("7", "SEKDA"));
  }

  @Test
  void a_signer_is_added_by_the_one_who_completes_for_a_reason_on_a_ground() {
    Desk desk = Konsultasi.at("7");
    desk.did(participate("7", "KABAG"));

    assertWhy(desk.refused(add("7", "KABAG", "STAF")), CaseworkCode.WRONG_PERFORMER);
    assertWhy(
        desk.refused(add("7", "SEKDA", "KASUBAG").sebelum(KABAG)), CaseworkCode.SIGNER_POSITION);
    assertWhy(desk.refused(add("7", "SEKDA", "ASISTEN")), CaseworkCode.SIGNER_ALREADY);
    assertWhy(desk.refused(add("7", "SEKDA", "TUKANG")), CaseworkCode.SIGNER_UNKNOWN);
    assertWhy(
        desk.refused(Command.addSigner(Desk.CASE, "7", as("SEKDA"), STAF, " ", "")),
        CaseworkCode.REASON_BLANK,
        CaseworkCode.GROUND_BLANK);
    assertWhy(
        Konsultasi.at("3").refused(add("3", "SEKWAN", "STAF")),
        CaseworkCode.SIGNERS_NOT_CHANGEABLE);
  }

  @Test
  void who_has_not_signed_is_removed_and_who_has_stays() {
    Desk desk = Konsultasi.at("7");
    desk.did(participate("7", "KABAG"));

    assertWhy(desk.refused(remove("7", "SEKDA", "KABAG")), CaseworkCode.SIGNER_NOT_REMOVABLE);
    assertWhy(desk.refused(remove("7", "SEKDA", "SEKDA")), CaseworkCode.SIGNER_NOT_REMOVABLE);
    desk.did(remove("7", "SEKDA", "ASISTEN"));

    desk.did(complete("7", "SEKDA"));
    assertThat(desk.openRows()).containsExactly("8");
  }

  @Test
  void those_who_stay_make_a_quorum() {
    Desk desk =
        single(aRow("1").by(Mode.BERSAMA, "KABAG", "KASUBAG", "STAF").kuorum(3)).begun("KABAG");

    assertWhy(desk.refused(remove("1", "KABAG", "STAF")), CaseworkCode.SIGNER_NOT_REMOVABLE);
    assertWhy(
        desk.refused(add("1", "KABAG", "KASUBAG").sebelum(STAF)),
        CaseworkCode.SIGNER_ALREADY,
        CaseworkCode.SIGNER_POSITION);
    desk.did(participate("1", "STAF"));
    desk.did(participate("1", "KASUBAG"));
    desk.did(complete("1", "KABAG"));
  }

  // Duties kept apart

  private static Desk apart() {
    return desk(aSop()
            .row(aRow("1").by("STAF"))
            .row(aRow("2").by(Mode.BERJENJANG, "KABAG", "ASISTEN"))
            .row(aRow("3").by("SEKDA"))
            .apart("1", "3")
            .apart("1", "2"))
        .begun("STAF");
  }

  @Test
  void who_drafts_does_not_approve_in_whatever_role() {
    Desk desk = apart();
    desk.did(complete("1", "STAF"));

    assertWhy(
        desk.refused(Command.participate(Desk.CASE, "2", Actor.of("u-STAF", "KABAG"))),
        CaseworkCode.SAME_PERSON);
    desk.did(participate("2", "KABAG"));
    desk.did(complete("2", "ASISTEN"));
    assertWhy(desk.refused(claim("3", "u-STAF", "SEKDA")), CaseworkCode.SAME_PERSON);
    assertWhy(
        desk.refused(Command.complete(Desk.CASE, "3", Actor.of("u-STAF", "SEKDA"))),
        CaseworkCode.SAME_PERSON);
    // Rows 2 and 3 are not kept apart from each other.
    desk.did(Command.complete(Desk.CASE, "3", Actor.of("u-KABAG", "SEKDA")));
  }

  @Test
  void who_records_for_somebody_outside_has_not_done_it_himself() {
    Desk desk =
        desk(aSop()
                .row(aRow("1").by(Mode.EKSTERNAL, "MITRA").penerima("STAF"))
                .row(aRow("2").by("STAF"))
                .apart("1", "2"))
            .begun("STAF");

    desk.did(complete("1", "STAF"));

    assertThat(desk.did(complete("2", "STAF")).status()).isEqualTo(CaseStatus.SELESAI);
  }

  // Mandates

  private static Appointments register(Kind kind, Mandate.Kecuali... excepted) {
    Appointment mandate =
        new Appointment(
            "u-KABAG",
            PelaksanaCode.of("SEKWAN"),
            kind,
            "821/7",
            Desk.MORNING,
            Optional.of(Desk.MORNING.plus(HOUR)));
    return Appointments.of(
        mandate.kecuali(excepted),
        new Appointment("u-KABAG", KABAG, Kind.DEFINITIF, "", Desk.MORNING, Optional.empty()));
  }

  private static Desk mandated(RowBuilder row, Appointments register) {
    Sop sop = aSop().row(aRow("1").by("KABAG")).row(row).build();
    Desk desk = Desk.of(sop, line(sop), register);
    desk.did(Command.start(Desk.CASE, sop.id(), as("KABAG")));
    desk.did(complete("1", "KABAG"));
    return desk;
  }

  private static CommandBuilder.Complete asSekwan() {
    return Command.complete(Desk.CASE, "2", Actor.of("u-KABAG", "SEKWAN"));
  }

  @Test
  void the_mandate_is_named_in_the_record_and_the_own_position_is_not() {
    Desk desk = mandated(aRow("2").by("SEKWAN"), register(Kind.PLH));

    desk.did(asSekwan());

    List<CaseEvent.RowCompleted> done =
        desk.journal().stream()
            .map(Entry::event)
            .filter(CaseEvent.RowCompleted.class::isInstance)
            .map(CaseEvent.RowCompleted.class::cast)
            .toList();
    assertThat(done.get(0).actor().mandat()).isEmpty();
    assertThat(done.get(1).actor().mandat().orElseThrow().nomor()).isEqualTo("821/7");
    assertThat(done.get(1).actor().mandat().orElseThrow().kind()).isEqualTo(Kind.PLH);
  }

  @Test
  void a_mandate_is_asked_at_the_time_of_the_act_not_of_its_entry() {
    Desk late = mandated(aRow("2").by("SEKWAN"), register(Kind.PLT)).after(HOUR);

    assertWhy(late.refused(asSekwan()), CaseworkCode.NOT_APPOINTED);
    late.did(asSekwan().at(Desk.MORNING.plus(HOUR).minusMillis(1)));
  }

  @Test
  void a_plt_takes_no_strategic_decision_and_a_pj_does() {
    RowBuilder strategic = aRow("2").by("SEKWAN").strategis();

    assertWhy(
        mandated(strategic, register(Kind.PLT)).refused(asSekwan()),
        CaseworkCode.MANDATE_TOO_NARROW);
    mandated(strategic, register(Kind.PJ)).did(asSekwan());
  }

  @Test
  void an_excepted_decision_is_refused_and_the_other_one_is_not() {
    RowBuilder deciding = aRow("2").by("SEKWAN").decides("YA", "TIDAK");
    Mandate.Kecuali yes =
        new Mandate.Kecuali(aSop().build().id(), StepId.of("2"), Optional.of(Label.of("YA")));

    assertWhy(
        mandated(deciding, register(Kind.PJ, yes)).refused(asSekwan().decision("YA")),
        CaseworkCode.MANDATE_TOO_NARROW);
    mandated(deciding, register(Kind.PJ, yes)).did(asSekwan().decision("TIDAK"));
  }

  @Test
  void a_host_that_vouches_names_the_mandate_itself_and_must_name_one_that_holds() {
    Desk desk = single(aRow("1").by("SEKWAN")).begun("SEKWAN");
    Mandate plh = Mandate.of(Kind.PLH, "821/9", Desk.MORNING, Optional.of(Desk.MORNING.plus(HOUR)));
    Actor acting = as("SEKWAN").with(plh);

    assertWhy(
        desk.after(HOUR).refused(Command.complete(Desk.CASE, "1", acting)),
        CaseworkCode.NOT_APPOINTED);
    desk.did(Command.complete(Desk.CASE, "1", acting).at(Desk.MORNING));
    assertThat(desk.state().completions().get(0).event().actor()).isEqualTo(acting);
  }

  @Test
  void a_register_overrides_the_mandate_that_a_command_asserts() {
    Mandate pj = Mandate.of(Kind.PJ, "palsu", Desk.MORNING, Optional.empty());
    Desk desk = mandated(aRow("2").by("SEKWAN").strategis(), register(Kind.PLT));

    assertWhy(
        desk.refused(Command.complete(Desk.CASE, "2", Actor.of("u-KABAG", "SEKWAN").with(pj))),
        CaseworkCode.MANDATE_TOO_NARROW);
  }

  // Hostile journals

  private static void assertBroken(Desk desk, CaseEvent event) {
    List<Entry> journal = new ArrayList<>(desk.journal());
    Entry last = journal.get(journal.size() - 1);
    journal.add(
        Chain.next(
            Desk.CASE, last.seq() + 1, Desk.MORNING, Optional.empty(), event, last.digest()));

    assertThatThrownBy(() -> CaseState.of(Desk.CASE, journal))
        .as("%s", event)
        .isInstanceOf(BrokenJournalException.class);
  }

  @Test
  void a_journal_that_no_machine_writes_is_not_folded() {
    Desk desk = Konsultasi.at("7");
    StepId row = StepId.of("7");
    Actor sekda = as("SEKDA");
    desk.did(claim("7", "u1", "SEKDA"));

    assertBroken(desk, new CaseEvent.Claimed(row, 1, sekda, Desk.MORNING));
    assertBroken(desk, new CaseEvent.Claimed(row, 2, sekda, Desk.MORNING));
    assertBroken(
        Konsultasi.at("7"), new CaseEvent.Released(row, 1, sekda, Optional.empty(), Desk.MORNING));
    assertBroken(desk, new CaseEvent.Acknowledged(row, 1, sekda, Desk.MORNING));
    assertBroken(desk, new CaseEvent.Acknowledged(StepId.of("1"), 2, sekda, Desk.MORNING));
    assertBroken(
        desk,
        new CaseEvent.SignerAdded(row, 1, sekda, KABAG, Optional.empty(), "x", "y", Desk.MORNING));
    assertBroken(
        desk,
        new CaseEvent.SignerAdded(
            row, 1, sekda, STAF, Optional.of(PelaksanaCode.of("BAMUS")), "x", "y", Desk.MORNING));
    assertBroken(desk, new CaseEvent.SignerRemoved(row, 1, sekda, STAF, "x", "y", Desk.MORNING));
    assertBroken(
        Konsultasi.at("3"),
        new CaseEvent.SignerRemoved(
            StepId.of("3"), 1, sekda, PelaksanaCode.of("SEKWAN"), "x", "y", Desk.MORNING));
    assertThat(desk.state().openRows().get(0).by()).contains(ASISTEN);
  }
}
