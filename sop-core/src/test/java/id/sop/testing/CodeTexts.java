package id.sop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.problem.Code;
import id.sop.problem.Language;
import id.sop.problem.Texts;
import java.util.List;
import java.util.stream.Stream;

/** Checks that the texts of codes are complete. */
public final class CodeTexts {
  private static final List<String> FACTS = List.of("f0", "f1", "f2", "f3", "f4");

  private CodeTexts() {}

  /** Each constant has a text and a hint in both languages, and an id of its own. */
  public static void assertComplete(Code[] codes) {
    assertThat(Stream.of(codes).map(Code::id)).doesNotHaveDuplicates();
    for (Code code : codes) {
      for (Language language : Language.values()) {
        for (String text :
            List.of(Texts.text(code, language, FACTS), Texts.hint(code, language, FACTS))) {
          assertThat(text).as("%s in %s", code.name(), language).isNotBlank().matches(".*[.?]");
          assertThat(text).as("%s in %s", code.name(), language).doesNotContain("{", "}");
        }
      }
    }
  }
}
