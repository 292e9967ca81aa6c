package id.sop.bundle;

import id.sop.definition.Sop;
import id.sop.definition.SopReader;
import id.sop.routing.RoutingTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table that was written to a file and read from it, for documents that were built in a test. */
public final class ReadBack {
  private ReadBack() {}

  /**
   * {@code table} read back.
   *
   * @param folder the folder that the reasons in the table name
   * @param rules the rules that it was made from
   */
  public static RoutingTable of(String folder, String rules, Sop sop, RoutingTable table) {
    Map<String, byte[]> sources =
        Map.of(SopBundle.SOP, new byte[0], SopBundle.RUTE, rules.getBytes(StandardCharsets.UTF_8));
    byte[] saved = SavedTable.bytes(SopBundle.of(folder, sources), sop, table);
    SopBundle bundle =
        SopBundle.of(
            folder,
            Map.of(
                SopBundle.SOP, sources.get(SopBundle.SOP),
                SopBundle.RUTE, sources.get(SopBundle.RUTE),
                SopBundle.TABEL, saved));
    SavedTable.Result result =
        SavedTable.read(bundle, new SopReader.Result(Optional.of(sop), List.of()));
    return result.table().orElseThrow(() -> new AssertionError(result.problems()));
  }
}
