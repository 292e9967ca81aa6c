package id.sop.bundle;

import com.google.gson.stream.JsonWriter;
import id.sop.internal.Sha256;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** The certificate of {@code content}, made now from {@code bundle}. */
  static Certificate of(SopBundle bundle, String sop, long cells, String content) {
    return new Certificate(
        Library.version(), sop, bundle.digest(), files(bundle), cells, Sha256.of(content));
  }

  /** SHA-256 of each source of {@code bundle}, by name. */
  static Map<String, String> files(SopBundle bundle) {
    SortedMap<String, String> files = new TreeMap<>();
    for (String name : bundle.sources()) {
      Optional<byte[]> bytes = bundle.bytes(name);
      if (bytes.isPresent()) {
        files.put(name, Sha256.of(bytes.get()));
      }
    }
    return files;
  }

  /** The line as it is written, with its end. */
  String line() {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      out.beginObject();
      out.name("form").value(SavedTable.FORM);
      out.name("dialect").value(SavedTable.DIALECT);
      out.name("library").value(library);
      out.name("sop").value(sop);
      out.name("source").value(source);
      out.name("files").beginObject();
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.name(file.getKey()).value(file.getValue());
      }
      out.endObject();
      out.name("cells").value(cells);
      out.name("content").value(content);
      out.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer never fails", e);
    }
    return "{\"certificate\":" + text + ",\n";
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
