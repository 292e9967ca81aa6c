package id.sop.timers;

import id.sop.testing.CodeTexts;
import org.junit.jupiter.api.Test;

class TimerCodeTextsTest {
  @Test
  void every_incident_says_what_is_wrong_and_the_way_out_in_both_languages() {
    CodeTexts.assertComplete(TimerCode.values());
  }
}
