package id.sop.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.DefinitionCode;
import id.sop.example.ExampleCode;
import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodesTest {
  private static final List<String> FACTS = List.of("satu", "dua", "tiga", "empat", "lima");

  static List<Code> codes() {
    return Stream.<Code[]>of(YamlCode.values(), DefinitionCode.values(), ExampleCode.values())
        .flatMap(Arrays::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void each_code_says_what_is_wrong_and_the_way_out_in_both_languages(Code code) {
    for (Language language : Language.values()) {
      assertThat(Texts.text(code, language, FACTS)).endsWith(".").doesNotContain("{", "'");
      assertThat(Texts.hint(code, language, FACTS)).endsWith(".").doesNotContain("{", "'");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void no_two_codes_say_the_same(Language language) {
    assertThat(codes())
        .extracting(code -> Texts.text(code, language, FACTS))
        .doesNotHaveDuplicates();
  }

  @Test
  void no_number_is_used_twice() {
    assertThat(codes()).extracting(Code::id).doesNotHaveDuplicates();
  }
}
