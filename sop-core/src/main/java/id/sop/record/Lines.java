package id.sop.record;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import id.sop.internal.Unicode;
import id.sop.journal.CaseId;
import id.sop.journal.Head;
import id.sop.journal.StoredEntry;
import id.sop.store.Tombstone;
import java.io.IOException;
import java.io.StringReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The lines of a record. They are JSON for whoever reads them, but only in the one form in which
 * they are written: so an event keeps its bytes, over which its digest was taken.
 */
final class Lines {
  static final String RECORD = "{\"record\":\"sop-record-1\"}";

  private static final String CASE = "{\"case\":";
  private static final String ENTRY = "{\"of\":";
  private static final String ARCHIVED = "{\"archived\":";

  private Lines() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What a case begins with: its id, and how far its journal goes by its store. */
  record CaseLine(String caseId, Optional<Head> head) {}

  /** What a file ends with. */
  record Closing(long cases, long entries, String digest) {}

  static String of(CaseLine line) {
    return CASE
        + quoted(line.caseId())
        + line.head().map(h -> ",\"seq\":" + h.seq() + ",\"head\":" + quoted(h.digest())).orElse("")
        + "}";
  }

  static String of(StoredEntry entry) {
    StringBuilder line = new StringBuilder(entry.event().length() + 300);
    line.append(ENTRY).append(quoted(entry.caseId()));
    line.append(",\"seq\":").append(entry.seq());
    line.append(",\"recordedAt\":").append(entry.recordedAt());
    entry.commandKey().ifPresent(key -> line.append(",\"key\":").append(quoted(key)));
    entry.commandDigest().ifPresent(d -> line.append(",\"command\":").append(quoted(d)));
    line.append(",\"previous\":").append(quoted(entry.previous()));
    line.append(",\"digest\":").append(quoted(entry.digest()));
    return isObject(entry.event())
        ? line.append(",\"event\":").append(entry.event()).append('}').toString()
        // Damaged, so not JSON of its own; it must come out all the same.
        : line.append(",\"eventText\":").append(quoted(entry.event())).append('}').toString();
  }

  static String of(Tombstone tombstone) {
    return ARCHIVED
        + quoted(tombstone.caseId().value())
        + ",\"seq\":"
        + tombstone.head().seq()
        + ",\"head\":"
        + quoted(tombstone.head().digest())
        + ",\"record\":"
        + quoted(tombstone.record())
        + "}";
  }

  static String closing(long cases, long entries, String digest) {
    return "{\"cases\":"
        + cases
        + ",\"entries\":"
        + entries
        + ",\"digest\":"
        + quoted(digest)
        + "}";
  }

  static boolean isCase(byte[] line) {
    return startsWith(line, CASE);
  }

  static boolean isEntry(byte[] line) {
    return startsWith(line, ENTRY);
  }

  static boolean isTombstone(byte[] line) {
    return startsWith(line, ARCHIVED);
  }

  private static boolean startsWith(byte[] line, String prefix) {
    for (int i = 0; i < prefix.length(); i++) {
      if (i >= line.length || line[i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static CaseLine caseLine(Cursor line) {
    String caseId = line.skip(CASE).text();
    Optional<Head> head =
        line.skipIf(",\"seq\":")
            ? Optional.of(new Head(line.number(), line.skip(",\"head\":").text()))
            : Optional.empty();
    line.skip("}").end();
    return new CaseLine(caseId, head);
  }

  static Tombstone tombstone(Cursor line) {
    String caseId = line.skip(ARCHIVED).text();
    Head head = new Head(line.skip(",\"seq\":").number(), line.skip(",\"head\":").text());
    String record = line.skip(",\"record\":").text();
    line.skip("}").end();
    if (!CaseId.isValid(caseId)) {
      throw new Damaged();
    }
    return new Tombstone(CaseId.of(caseId), head, record);
  }

  static StoredEntry entry(Cursor line) {
    String caseId = line.skip(ENTRY).text();
    long seq = line.skip(",\"seq\":").number();
    long recordedAt = line.skip(",\"recordedAt\":").number();
    Optional<String> key = line.skipIf(",\"key\":") ? Optional.of(line.text()) : Optional.empty();
    Optional<String> command =
        line.skipIf(",\"command\":") ? Optional.of(line.text()) : Optional.empty();
    String previous = line.skip(",\"previous\":").text();
    String digest = line.skip(",\"digest\":").text();
    String event;
    if (line.skipIf(",\"event\":")) {
      event = line.allBut("}");
    } else {
      event = line.skip(",\"eventText\":").text();
      line.skip("}").end();
    }
    return new StoredEntry(caseId, seq, recordedAt, key, command, event, previous, digest);
  }

  static Closing closing(Cursor line) {
    long cases = line.skip("{\"cases\":").number();
    long entries = line.skip(",\"entries\":").number();
    String digest = line.skip(",\"digest\":").text();
    line.skip("}").end();
    return new Closing(cases, entries, digest);
  }

  /** A JSON text; half a surrogate pair, which UTF-8 does not have, is written by its number. */
  static String quoted(String text) {
    String quoted = new JsonPrimitive(text).toString();
    StringBuilder safe = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < quoted.length()
              && Character.isLowSurrogate(quoted.charAt(i + 1));
      if (pair) {
        safe.append(c).append(quoted.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        safe.append(String.format("\\u%04x", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Whether it is one JSON object on one line, which can stand in another as it is. */
  private static boolean isObject(String event) {
    if (!event.startsWith("{") || event.indexOf('\n') >= 0 || !Unicode.isWellFormed(event)) {
      return false;
    }
    JsonReader in = new JsonReader(new StringReader(event));
    in.setStrictness(Strictness.STRICT);
    try {
      in.skipValue();
      return in.peek() == JsonToken.END_DOCUMENT;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  /** Goes through one line; what is not as it should be is {@link Damaged}. */
  static final class Cursor {
    private final String line;
    private int at;

    Cursor(String line) {
      this.line = line;
    }

    Cursor skip(String literal) {
      if (!skipIf(literal)) {
        throw new Damaged();
      }
      return this;
    }

    boolean skipIf(String literal) {
      if (!line.startsWith(literal, at)) {
        return false;
      }
      at += literal.length();
      return true;
    }

    long number() {
      int begin = at;
      while (at < line.length() && (line.charAt(at) == '-' || isDigit(line.charAt(at)))) {
        at++;
      }
      String digits = line.substring(begin, at);
      try {
        long number = Long.parseLong(digits);
        if (Long.toString(number).equals(digits)) {
          return number;
        }
        throw new Damaged();
      } catch (NumberFormatException e) {
        throw new Damaged();
      }
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    String text() {
      skip("\"");
      int begin = at;
      boolean plain = true;
      while (at < line.length() && line.charAt(at) != '"') {
        if (line.charAt(at) == '\\') {
          plain = false;
          at++;
        }
        at++;
      }
      int end = at;
      skip("\"");
      return plain ? line.substring(begin, end) : unescaped(line.substring(begin - 1, end + 1));
    }

    private static String unescaped(String quoted) {
      try {
        JsonElement text = JsonParser.parseString(quoted);
        if (text.isJsonPrimitive() && text.getAsJsonPrimitive().isString()) {
          return text.getAsString();
        }
        throw new Damaged();
      } catch (JsonParseException e) {
        throw new Damaged();
      }
    }

    /** What stands before the {@code last} word of the line. */
    String allBut(String last) {
      if (!line.endsWith(last) || line.length() - last.length() < at) {
        throw new Damaged();
      }
      String rest = line.substring(at, line.length() - last.length());
      at = line.length();
      return rest;
    }

    void end() {
      if (at != line.length()) {
        throw new Damaged();
      }
    }
  }

  /** A line is not as it was written; whoever knows its number says so. */
  static final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Damaged() {
      super(null, null, false, false);
    }
  }
}
