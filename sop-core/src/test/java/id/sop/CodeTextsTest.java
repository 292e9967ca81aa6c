package id.sop;

import id.sop.audit.AuditCode;
import id.sop.authority.AuthorityCode;
import id.sop.casework.CaseworkCode;
import id.sop.migration.MigrationCode;
import id.sop.testing.CodeTexts;
import org.junit.jupiter.api.Test;

class CodeTextsTest {
  @Test
  void every_code_of_a_register_has_its_texts_in_both_languages() {
    CodeTexts.assertComplete(AuthorityCode.values());
  }

  @Test
  void every_refusal_says_what_is_wrong_and_the_way_out_in_both_languages() {
    CodeTexts.assertComplete(CaseworkCode.values());
  }

  @Test
  void every_finding_says_what_is_wrong_and_the_way_out_in_both_languages() {
    CodeTexts.assertComplete(AuditCode.values());
  }

  @Test
  void every_word_on_a_migration_is_said_in_both_languages() {
    CodeTexts.assertComplete(MigrationCode.values());
  }

  @Test
  void every_mistake_of_a_host_says_what_is_wrong_and_the_way_out_in_both_languages() {
    CodeTexts.assertComplete(EngineCode.values());
  }
}
