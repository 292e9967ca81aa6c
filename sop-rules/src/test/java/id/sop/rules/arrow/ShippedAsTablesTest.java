package id.sop.rules.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import id.sop.routing.RoutingTable;
import id.sop.rules.LoadedSop;
import id.sop.rules.Shipped;
import id.sop.rules.SopRules;
import id.sop.rules.sheet.SheetWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedAsTablesTest {
  static List<SopId> shipped() {
    return Shipped.ids();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void a_shipped_sop_routes_the_same_from_a_csv_table(SopId id) {
    SopBundle drl = SopBundle.onClassPath(id);
    byte[] csv = SheetWriter.csv(ArrowTable.rows(Tables.sop(drl), Tables.rules(drl)));

    LoadedSop loaded = SopRules.load(with(drl, SopBundle.RUTE_CSV, csv));

    assertThat(loaded.errors()).isEmpty();
    assertSameRoutes(id, loaded);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void a_shipped_sop_routes_the_same_from_an_xlsx_table(SopId id) {
    SopBundle drl = SopBundle.onClassPath(id);
    byte[] xlsx = SheetWriter.xlsx("Rute", ArrowTable.rows(Tables.sop(drl), Tables.rules(drl)));

    LoadedSop loaded = SopRules.load(with(drl, SopBundle.RUTE_XLSX, xlsx));

    assertThat(loaded.errors()).isEmpty();
    assertSameRoutes(id, loaded);
  }

  private static SopBundle with(SopBundle drl, String name, byte[] table) {
    return SopBundle.of(
        "contoh", Map.of(SopBundle.SOP, drl.bytes(SopBundle.SOP).orElseThrow(), name, table));
  }

  private static void assertSameRoutes(SopId id, LoadedSop loaded) {
    RoutingTable fromRules = (RoutingTable) Shipped.procedure(id).router();
    assertThat(Tables.withoutPlaces(loaded.table().orElseThrow()))
        .isEqualTo(Tables.withoutPlaces(fromRules));
  }
}
