package id.sop.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintWriter;

/** Machine-readable output: one object a line, nulls written out. */
final class JsonLines {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private JsonLines() {}

  static void print(PrintWriter out, JsonObject object) {
    out.println(GSON.toJson(object));
  }
}
