package id.sop.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> LABELS = List.of("YA", "TIDAK");

  @Test
  void a_label_in_lower_case_is_a_slip() {
    assertThat(Suggestion.nearest("ya", LABELS)).contains("YA");
  }

  @Test
  void a_swapped_letter_is_a_slip() {
    assertThat(Suggestion.nearest("TIADK", LABELS)).contains("TIDAK");
  }

  @Test
  void two_letters_in_the_wrong_order_are_one_slip() {
    assertThat(Suggestion.nearest("edn", List.of("end"))).contains("end");
  }

  @Test
  void another_word_is_no_slip() {
    assertThat(Suggestion.nearest("MUNGKIN", LABELS)).isEmpty();
  }
}
