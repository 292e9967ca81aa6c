package id.sop.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;

/** Machine-readable output: one object a line, nulls written out. */
final class JsonLines {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private JsonLines() {}

  /** What was written: a folder and the files in it. */
  static JsonObject written(Path folder, Collection<String> files) {
    JsonObject written = new JsonObject();
    written.addProperty("folder", folder.toString());
    JsonArray names = new JsonArray();
    files.forEach(names::add);
    written.add("files", names);
    return written;
  }

  static void print(PrintWriter out, JsonObject object) {
    out.println(GSON.toJson(object));
  }
}
