package id.sop.rules;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.BundleCode;
import id.sop.bundle.TableCode;
import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import id.sop.rules.arrow.ArrowCode;
import id.sop.rules.coverage.CoverageCode;
import id.sop.rules.dialect.DialectCode;
import id.sop.rules.difference.DifferenceCode;
import id.sop.rules.draft.DraftCode;
import id.sop.rules.exploration.ExplorationCode;
import id.sop.rules.live.LiveCode;
import id.sop.rules.reload.ReloadCode;
import id.sop.rules.sheet.SheetCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

  static Stream<Code> codes() {
    return Stream.of(
            BundleCode.values(),
            TableCode.values(),
            DialectCode.values(),
            LiveCode.values(),
            ExplorationCode.values(),
            ReloadCode.values(),
            DifferenceCode.values(),
            CoverageCode.values(),
            SheetCode.values(),
            ArrowCode.values(),
            DraftCode.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void each_code_has_text_and_hint_in_both_languages(Code code) {
    List<String> facts = List.of("f0", "f1", "f2", "f3");

    for (Language language : Language.values()) {
      assertThat(Texts.text(code, language, facts)).isNotBlank().doesNotContain("{", "'");
      assertThat(Texts.hint(code, language, facts)).isNotBlank().doesNotContain("{", "'");
    }
  }

  @Test
  void no_two_codes_share_a_number() {
    assertThat(codes().map(Code::id)).doesNotHaveDuplicates();
  }
}
