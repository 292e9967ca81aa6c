package id.sop.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a command printed. */
record Printed(int exit, String out, String err) {

  static Printed by(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        SopCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Printed(exit, out.toString(), err.toString());
  }

  /** With somebody who answers. */
  static Printed typing(String answers, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
    try {
      return by(arguments);
    } finally {
      System.setIn(before);
    }
  }

  List<JsonObject> objects() {
    return out.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }
}
