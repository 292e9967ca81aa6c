package id.sop.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.SopException;
import id.sop.problem.Texts;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that says what the SOP does not know is itself wrong, and is told so. */
class MisuseTest {
  private static final Kit KIT = Kit.of(Kit.bundle("limapuluhkota.konsultasi"));

  private static Berkas begun() {
    Berkas berkas = new Scene(KIT).berkas();
    berkas.mulai("2026-03-02T08:00").berada("1");
    return berkas;
  }

  private static void refused(Consumer<Berkas> said, TestkitCode code, String part) {
    assertThatThrownBy(() -> said.accept(begun()))
        .isInstanceOfSatisfying(SopException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(part);
  }

  @Test
  void a_row_that_the_sop_does_not_have() {
    refused(b -> b.selesaikan("14"), TestkitCode.UNKNOWN_ROW, "12, 13");
    refused(b -> b.selesaikan("1").berada("14"), TestkitCode.UNKNOWN_ROW, "14");
  }

  @Test
  void a_misspelt_role() {
    refused(b -> b.selesaikan("1").oleh("KABAK"), TestkitCode.UNKNOWN_ROLE, "KABAG");
    refused(b -> b.selesaikan("1").pada("KABAK"), TestkitCode.UNKNOWN_ROLE, "KABAG");
    refused(b -> b.selesaikan("1").peserta("KABAK"), TestkitCode.UNKNOWN_ROLE, "KABAG");
  }

  @Test
  void a_fact_that_is_not_declared_or_of_another_type() {
    refused(b -> b.selesaikan("1").data("lokas", "X"), TestkitCode.UNKNOWN_DATA, "lokasi");
    refused(b -> b.selesaikan("1").data("danaTersedia", "y"), TestkitCode.BAD_VALUE, "ya, tidak");
  }

  @Test
  void a_moment_without_its_hour() {
    refused(b -> b.waktu("2026-03-02"), TestkitCode.BAD_MOMENT, "2026-03-02T08:00");
    refused(b -> b.selesaikan("1").tenggat("besok"), TestkitCode.BAD_MOMENT, "besok");
  }

  @Test
  void how_it_is_done_after_what_must_hold() {
    Tindakan step = begun().selesaikan("1");
    step.berada("2");

    refused(b -> step.oleh("KASUBAG"), TestkitCode.TOO_LATE, "oleh");
  }

  @Test
  void a_word_that_has_no_meaning_there() {
    refused(b -> b.mulai().keputusan("YA"), TestkitCode.NOT_HERE, "keputusan");
    refused(b -> b.hentikan("batal").data("lokasi", "X"), TestkitCode.NOT_HERE, "data");
  }

  @ParameterizedTest
  @EnumSource(TestkitCode.class)
  void each_code_has_text_and_hint_in_both_languages(Code code) {
    for (Language language : Language.values()) {
      List<String> facts = List.of("f0", "f1", "f2", "f3");
      assertThat(Texts.text(code, language, facts)).isNotBlank().doesNotContain("{", "'");
      assertThat(Texts.hint(code, language, facts)).isNotBlank().doesNotContain("{", "'");
    }
  }
}
