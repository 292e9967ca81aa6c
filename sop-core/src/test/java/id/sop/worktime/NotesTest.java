package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotesTest {
  private static final Notes A = year("2001");
  private static final Notes B = year("2002");

  @Test
  void notes_stand_in_the_order_in_which_they_were_met_and_once() {
    Notes both = A.and(B).and(A).and(year("2001"));

    assertThat(both.list()).containsExactly(A.list().get(0), B.list().get(0));
    assertThat(B.and(A).list()).containsExactly(B.list().get(0), A.list().get(0));
  }

  @Test
  void nothing_added_is_nothing_changed() {
    assertThat(A.and(Notes.NONE)).isSameAs(A);
    assertThat(Notes.NONE.and(A)).isSameAs(A);
    assertThat(A.and(A)).isSameAs(A);
    assertThat(A.and(year("2001"))).isSameAs(A);
  }

  @Test
  void the_same_sum_is_the_same_value_so_that_answers_share_it() {
    assertThat(A.and(B)).isSameAs(A.and(B));
  }

  @Test
  void far_more_sums_than_are_remembered_are_right_as_well() {
    long seed = 20260317;
    System.out.println("NotesTest seed " + seed);
    Random random = new Random(seed);
    List<Notes> single = new ArrayList<>();
    for (int year = 0; year < 500; year++) {
      single.add(year(Integer.toString(year)));
    }
    for (int round = 0; round < 2_000; round++) {
      Notes sum = Notes.NONE;
      Set<Deadline.Note> expected = new LinkedHashSet<>();
      for (int i = 0; i < 6; i++) {
        Notes more = single.get(random.nextInt(single.size()));
        sum = sum.and(more);
        expected.addAll(more.list());
      }
      assertThat(sum.list()).containsExactlyElementsOf(expected);
    }
  }

  private static Notes year(String year) {
    return Notes.of(WorktimeCode.YEAR_UNKNOWN, year);
  }
}
