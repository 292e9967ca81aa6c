package id.sop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalCodeTest {
  @ParameterizedTest
  @EnumSource
  void every_code_has_its_texts_in_both_languages(JournalCode code) {
    for (Language language : Language.values()) {
      assertThat(Texts.text(code, language, List.of("a", "b", "c", "d"))).isNotBlank();
      assertThat(Texts.hint(code, language, List.of("a", "b", "c", "d"))).isNotBlank();
    }
    assertThat(code.id()).matches("SOP-50\\d\\d");
    assertThat(Arrays.stream(JournalCode.values()).map(JournalCode::id)).doesNotHaveDuplicates();
  }
}
