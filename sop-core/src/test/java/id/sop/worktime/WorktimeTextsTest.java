package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorktimeTextsTest {
  @ParameterizedTest
  @EnumSource(WorktimeCode.class)
  void every_code_speaks_both_languages(WorktimeCode code) {
    List<String> facts = List.of("<a>", "<b>", "<c>");

    for (Language language : Language.values()) {
      assertThat(Texts.text(code, language, facts)).isNotBlank().doesNotContain("{");
      assertThat(Texts.hint(code, language, facts)).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void codes_are_unique_and_in_the_range_of_working_time() {
    assertThat(Arrays.stream(WorktimeCode.values()).map(WorktimeCode::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("SOP-7\\d{3}"));
  }
}
