package id.sop.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.sop.internal.MarkedText;
import id.sop.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema, with which editors complete, and the reader say the same of the form. */
class SopSchemaTest {
  private static final String GOOD = MarkedText.resource("/id/sop/definition/sop.yaml");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(MarkedText.resource("/id/sop/definition/sop.schema.json"));

  /** What no schema can say: what refers to another part of the file, or to the day's meaning. */
  private static final Set<DefinitionCode> BEYOND_A_SCHEMA =
      EnumSet.of(
          DefinitionCode.DUPLICATE_ROW,
          DefinitionCode.DUPLICATE_ROLE,
          DefinitionCode.DUPLICATE_DATA,
          DefinitionCode.DUPLICATE_ASSUMPTION,
          DefinitionCode.UNKNOWN_ROW,
          DefinitionCode.UNKNOWN_ROLE,
          DefinitionCode.UNKNOWN_UNIT,
          DefinitionCode.DUPLICATE_UNIT,
          DefinitionCode.MEMBER_CYCLE,
          DefinitionCode.NOT_COLLEGIAL,
          DefinitionCode.NOT_EXTERNAL,
          DefinitionCode.RESERVED_DATA_NAME,
          DefinitionCode.EMPTY_RANGE,
          DefinitionCode.NEGATIVE_MONEY,
          DefinitionCode.BAD_VALUE,
          DefinitionCode.HARUS_OUTSIDE,
          DefinitionCode.DIPILIH_UNKNOWN,
          DefinitionCode.EXTENSION_NO_LIMIT,
          DefinitionCode.NOTHING_TO_EXTEND,
          DefinitionCode.TIME_DATE_UNKNOWN,
          DefinitionCode.TIME_NOT_A_DATE,
          DefinitionCode.TIME_LABEL_UNKNOWN,
          DefinitionCode.TIME_LABEL_MISSING,
          DefinitionCode.TIME_WITHOUT_DECISION,
          DefinitionCode.TIME_NOT_SHARED,
          DefinitionCode.TIME_WITHOUT_LIMIT,
          DefinitionCode.RUNG_TIME,
          DefinitionCode.RUNG_TWICE,
          DefinitionCode.WAKTU_UNKNOWN,
          DefinitionCode.QUORUM_WRONG,
          DefinitionCode.LEAD_NOT_LISTED,
          DefinitionCode.MASA_REVERSED);

  /** Only where the meaning of a whole date is looked at. */
  private static final Set<String> BY_NAME =
      Set.of(
          "day that is not",
          "blank version",
          "alias on a day that is not",
          "separation of an unknown row",
          "member twice at a time");

  static Stream<BrokenSopTest.Slip> structuralSlips() {
    return BrokenSopTest.structural()
        .filter(
            slip -> !(slip.code() instanceof DefinitionCode code && BEYOND_A_SCHEMA.contains(code)))
        .filter(slip -> !BY_NAME.contains(slip.name()));
  }

  private static boolean valid(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML).isEmpty();
  }

  @Test
  void a_good_file_is_valid() {
    assertThat(SCHEMA.validate(GOOD, InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("structuralSlips")
  void a_slip_in_the_form_is_refused_by_schema_and_reader(BrokenSopTest.Slip slip) {
    String broken = MarkedText.replacing(GOOD, slip.part(), slip.written()).text();
    byte[] bytes = broken.getBytes(StandardCharsets.UTF_8);

    assertThat(valid(broken)).isFalse();
    assertThat(Problems.hasErrors(SopReader.read("sop.yaml", bytes).problems())).isTrue();
  }
}
