package id.sop.bundle;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hashing;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The first line of a saved table: from what and by what it was made.
 *
 * @param library the version of the library that wrote it, for whoever looks into it later
 * @param sop the id of the SOP
 * @param source the digest of the bundle
 * @param files SHA-256 of each source, by name
 * @param cells how many answers the table holds
 * @param content SHA-256 over the lines that follow
 */
record Certificate(
    String library,
    String sop,
    String source,
    Map<String, String> files,
    long cells,
    String content) {
  Certificate {
    files = ImmutableSortedMap.copyOf(files);
  }

  /** The certificate of {@code content}, made now from {@code bundle}. */
  static Certificate of(SopBundle bundle, String sop, long cells, String content) {
    return new Certificate(
        Library.version(),
        sop,
        bundle.digest(),
        files(bundle),
        cells,
        sha256(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** SHA-256 of each source of {@code bundle}, by name. */
  static Map<String, String> files(SopBundle bundle) {
    ImmutableSortedMap.Builder<String, String> files = ImmutableSortedMap.naturalOrder();
    bundle
        .sources()
        .forEach(name -> bundle.bytes(name).ifPresent(bytes -> files.put(name, sha256(bytes))));
    return files.buildOrThrow();
  }

  static String sha256(byte[] bytes) {
    return Hashing.sha256().hashBytes(bytes).toString();
  }

  /** The line as it is written, with its end. */
  String line() {
    JsonObject names = new JsonObject();
    files.forEach(names::addProperty);
    JsonObject certificate = new JsonObject();
    certificate.addProperty("form", SavedTable.FORM);
    certificate.addProperty("dialect", SavedTable.DIALECT);
    certificate.addProperty("library", library);
    certificate.addProperty("sop", sop);
    certificate.addProperty("source", source);
    certificate.add("files", names);
    certificate.addProperty("cells", cells);
    certificate.addProperty("content", content);
    return "{\"certificate\":" + certificate + ",\n";
  }

  /**
   * Reads the beginning of {@code in}.
   *
   * @throws UnreadableTableException when it is of another form or dialect, or none at all
   */
  static Certificate read(TableText in) throws UnreadableTableException {
    in.begin();
    in.field("certificate");
    in.begin();
    in.field("form");
    in.expect(SavedTable.FORM, TableCode.OTHER_FORM);
    in.field("dialect");
    in.expect(SavedTable.DIALECT, TableCode.OTHER_DIALECT);
    Certificate certificate =
        new Certificate(
            in.text("library"),
            in.text("sop"),
            in.text("source"),
            in.texts("files"),
            in.number("cells"),
            in.text("content"));
    in.end();
    return certificate;
  }
}
