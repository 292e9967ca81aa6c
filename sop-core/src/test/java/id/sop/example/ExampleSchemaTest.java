package id.sop.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.sop.internal.MarkedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleSchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(MarkedText.resource("/id/sop/example/uji.schema.json"));

  @Test
  void a_good_file_is_valid() {
    assertThat(SCHEMA.validate(ExampleReaderTest.GOOD, InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("id.sop.example.ExampleReaderTest#structural")
  void a_slip_in_the_form_is_refused_by_the_schema_too(ExampleReaderTest.Slip slip) {
    String broken =
        MarkedText.replacing(ExampleReaderTest.GOOD, slip.part(), slip.written()).text();

    assertThat(SCHEMA.validate(broken, InputFormat.YAML)).isNotEmpty();
  }
}
