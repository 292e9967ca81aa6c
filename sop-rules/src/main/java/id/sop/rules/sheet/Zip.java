package id.sop.rules.sheet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a ZIP file held in memory, by its central directory and within limits. The JDK's stream
 * reader goes by what stands before each entry, which programs that write in one pass leave open;
 * its file reader wants a file on disk.
 */
final class Zip {
  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_LENGTH = 22;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final ByteBuffer bytes;
  private final int most;
  private int left;

  private Zip(byte[] bytes, int most) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.most = most;
    this.left = most;
  }

  /**
   * The XML parts by name.
   *
   * @param most the most bytes that all entries together may unpack to
   * @param entries the most entries
   */
  static Map<String, byte[]> xml(byte[] bytes, int most, int entries) throws Xlsx.Unreadable {
    try {
      return new Zip(bytes, most).xml(entries);
    } catch (IndexOutOfBoundsException | IllegalArgumentException | DataFormatException e) {
      // An offset or length that leads out of the file, or data that is no deflate stream.
      throw new Xlsx.Unreadable(SheetCode.DAMAGED, "ZIP");
    }
  }

  private Map<String, byte[]> xml(int entries) throws Xlsx.Unreadable, DataFormatException {
    int end = end();
    int count = unsigned(end + 10);
    if (count > entries) {
      throw tooLarge();
    }
    Map<String, byte[]> parts = new HashMap<>();
    int at = bytes.getInt(end + 16);
    for (int i = 0; i < count; i++) {
      check(bytes.getInt(at) == ENTRY);
      int nameLength = unsigned(at + 28);
      byte[] name = new byte[nameLength];
      bytes.get(at + 46, name);
      part(new String(name, StandardCharsets.UTF_8), at, parts);
      at += 46 + nameLength + unsigned(at + 30) + unsigned(at + 32);
    }
    return parts;
  }

  private void part(String name, int at, Map<String, byte[]> parts)
      throws Xlsx.Unreadable, DataFormatException {
    if (name.endsWith("vbaProject.bin")) {
      throw new Xlsx.Unreadable(SheetCode.MACROS);
    }
    if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
      return;
    }
    int local = bytes.getInt(at + 42);
    check(bytes.getInt(local) == LOCAL);
    int data = local + 30 + unsigned(local + 26) + unsigned(local + 28);
    byte[] content =
        switch (unsigned(at + 10)) {
          case STORED -> stored(data, bytes.getInt(at + 20));
          case DEFLATED -> inflated(data);
          default -> throw new Xlsx.Unreadable(SheetCode.DAMAGED, name);
        };
    if (parts.put(name, content) != null) {
      throw new Xlsx.Unreadable(SheetCode.DAMAGED, name);
    }
  }

  private byte[] stored(int from, int length) throws Xlsx.Unreadable {
    check(length >= 0 && length <= bytes.limit() - from);
    take(length);
    byte[] content = new byte[length];
    bytes.get(from, content);
    return content;
  }

  private byte[] inflated(int from) throws Xlsx.Unreadable, DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes.array(), from, bytes.limit() - from);
      byte[] content = new byte[8_192];
      int length = 0;
      while (!inflater.finished()) {
        if (length == content.length) {
          content = Arrays.copyOf(content, 2 * length);
        }
        int got = inflater.inflate(content, length, content.length - length);
        check(got > 0 || inflater.finished());
        take(got);
        length += got;
      }
      return Arrays.copyOf(content, length);
    } finally {
      inflater.end();
    }
  }

  private void take(int length) throws Xlsx.Unreadable {
    left -= length;
    if (left < 0) {
      throw tooLarge();
    }
  }

  private Xlsx.Unreadable tooLarge() {
    return new Xlsx.Unreadable(SheetCode.TOO_LARGE, Integer.toString(most / 1_000_000));
  }

  /** Where the record at the end begins; a comment may follow it. */
  private int end() throws Xlsx.Unreadable {
    int last = bytes.limit() - END_LENGTH;
    for (int at = last; at >= Math.max(0, last - 0xFFFF); at--) {
      if (bytes.getInt(at) == END) {
        return at;
      }
    }
    throw new Xlsx.Unreadable(SheetCode.DAMAGED, "ZIP");
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  private static void check(boolean sound) throws Xlsx.Unreadable {
    if (!sound) {
      throw new Xlsx.Unreadable(SheetCode.DAMAGED, "ZIP");
    }
  }
}
