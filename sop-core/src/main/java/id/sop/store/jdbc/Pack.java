package id.sop.store.jdbc;

import com.google.common.io.Resources;
import id.sop.internal.Unicode;
import id.sop.journal.StoredEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Entries that follow one another in one case, as bytes: what stands in one row of {@code
 * sop_entry}, beside the case, the number of the last of them and the latest time of recording.
 *
 * <pre>
 * 1 byte       the form, 1, which is also the number of the dictionary
 * 1 byte       how many entries: n, 1 to 100
 * 32 bytes     the digest of the entry before the first
 * n x 32 bytes the digest of each entry
 * 4 bytes      CRC-32 of the rest, the first byte the highest
 * the rest     deflated (RFC 1951), with the file pack-1.dict as what went before:
 *              for each entry
 *                how many microseconds before the time of the row it was recorded
 *                0, or the length of the key of its command and 1; the key; the digest of the command
 *                the length of the event; the event as JSON, in which a byte 1 and 32 more
 *                stand for a digest of 64 hexadecimal signs
 * </pre>
 *
 * <p>Numbers are unsigned, seven bits a byte, the least first, the highest bit set on all bytes but
 * the last. Lengths are in bytes; texts are in UTF-8; digests are bytes.
 */
final class Pack {
  static final int MOST_ENTRIES = 100;

  /** So much comes out of a pack at most, whatever somebody has put into it. */
  static final int MOST_BYTES = 1_000_000;

  private static final byte FORM = 1;
  private static final int DIGEST = 32;
  private static final int DIGESTS_FROM = 2;
  private static final int CRC = 4;
  private static final byte[] DICTIONARY = dictionary();

  /** Stands before a digest within an event; JSON has no such sign. */
  private static final byte QUOTED = 1;

  private static final int SIGNS = 2 * DIGEST;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** Begins the text that stands for an event which cannot be unpacked; no JSON begins so. */
  static final String UNREADABLE = "unreadable pack: ";

  /** Stands for a digest that is not known. */
  private static final String UNKNOWN = "-";

  private Pack() {}

  private static byte[] dictionary() {
    try {
      return Resources.toByteArray(Resources.getResource(Pack.class, "pack-1.dict"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether {@code entry} can be packed; what is longer, or of an unusual form, cannot. */
  static boolean takes(StoredEntry entry) {
    return sizeOf(entry) <= MOST_BYTES
        && isDigest(entry.previous())
        && isDigest(entry.digest())
        && entry.commandKey().isPresent() == entry.commandDigest().isPresent()
        && (entry.commandKey().isEmpty()
            || (Unicode.isWellFormed(entry.commandKey().get())
                && isDigest(entry.commandDigest().orElseThrow())))
        && Unicode.isWellFormed(entry.event())
        && entry.event().indexOf(QUOTED) < 0;
  }

  private static boolean isDigest(String text) {
    return HEX.matcher(text).matches();
  }

  /** At least as many bytes as {@code entry} takes before it is deflated. */
  static int sizeOf(StoredEntry entry) {
    int key = entry.commandKey().isPresent() ? entry.commandKey().get().length() : 0;
    // Three bytes a char at most, and numbers and a digest beside.
    long size = 3L * (entry.event().length() + (long) key) + 64;
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  /**
   * {@code entries} packed.
   *
   * @param entries those of a case, each {@link #takes}, without a gap, together no more than
   *     {@link #MOST_BYTES}
   * @param latest no entry was recorded later
   */
  static byte[] of(List<StoredEntry> entries, long latest) {
    ByteBuffer head =
        ByteBuffer.allocate(DIGESTS_FROM + DIGEST * (entries.size() + 1))
            .put(FORM)
            .put((byte) entries.size())
            .put(HexFormat.of().parseHex(entries.get(0).previous()));
    ByteArrayOutputStream plain = new ByteArrayOutputStream(2048);
    for (StoredEntry entry : entries) {
      head.put(HexFormat.of().parseHex(entry.digest()));
      put(plain, latest - entry.recordedAt());
      if (entry.commandKey().isPresent()) {
        byte[] key = entry.commandKey().get().getBytes(StandardCharsets.UTF_8);
        put(plain, key.length + 1L);
        plain.writeBytes(key);
        plain.writeBytes(HexFormat.of().parseHex(entry.commandDigest().orElseThrow()));
      } else {
        put(plain, 0);
      }
      byte[] event = shortened(entry.event().getBytes(StandardCharsets.UTF_8));
      put(plain, event.length);
      plain.writeBytes(event);
    }
    byte[] deflated = deflated(plain.toByteArray());
    return ByteBuffer.allocate(head.capacity() + CRC + deflated.length)
        .put(head.array())
        .putInt(crc(deflated, 0))
        .put(deflated)
        .array();
  }

  private static byte[] shortened(byte[] json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length);
    int copied = 0;
    int signs = 0;
    for (int i = 0; i < json.length; i++) {
      signs = HexFormat.isHexDigit(json[i]) && !isCapital(json[i]) ? signs + 1 : 0;
      if (signs == SIGNS) {
        int from = i + 1 - SIGNS;
        out.write(json, copied, from - copied);
        out.write(QUOTED);
        String digest = new String(json, from, SIGNS, StandardCharsets.US_ASCII);
        out.writeBytes(HexFormat.of().parseHex(digest));
        copied = i + 1;
        signs = 0;
      }
    }
    out.write(json, copied, json.length - copied);
    return out.toByteArray();
  }

  private static boolean isCapital(byte sign) {
    return sign >= 'A' && sign <= 'F';
  }

  private static void put(ByteArrayOutputStream out, long number) {
    long left = number;
    while (left > 0x7f) {
      out.write((int) (left & 0x7f | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  private static int crc(byte[] bytes, int from) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, bytes.length - from);
    return (int) crc.getValue();
  }

  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(DICTIONARY);
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(512);
      byte[] part = new byte[Math.min(plain.length, 8192) + 64];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * The entries of a row. What somebody has damaged until it cannot be unpacked still comes out, as
   * one entry in the place of the last that is no event, so that verification can say where it is.
   *
   * @param seq the number of the last entry
   * @param latest the time of the row
   */
  static List<StoredEntry> entries(String caseId, long seq, long latest, byte[] pack) {
    try {
      return unpacked(caseId, seq, latest, pack);
    } catch (DataFormatException e) {
      String event = UNREADABLE + Base64.getEncoder().encodeToString(pack);
      return List.of(
          new StoredEntry(
              caseId, seq, latest, Optional.empty(), Optional.empty(), event, UNKNOWN, UNKNOWN));
    }
  }

  private static List<StoredEntry> unpacked(String caseId, long seq, long latest, byte[] pack)
      throws DataFormatException {
    int count = pack.length >= DIGESTS_FROM ? pack[1] : 0;
    int body = DIGESTS_FROM + DIGEST * (count + 1) + CRC;
    if (count < 1 || count > MOST_ENTRIES || pack[0] != FORM || pack.length < body) {
      throw new DataFormatException("another form, or cut short");
    }
    if (ByteBuffer.wrap(pack).getInt(body - CRC) != crc(pack, body)) {
      throw new DataFormatException("the CRC-32 is another");
    }
    Plain plain = new Plain(inflated(pack, body));
    List<StoredEntry> entries = new ArrayList<>();
    String previous = digest(pack, 0);
    for (int i = 1; i <= count; i++) {
      String digest = digest(pack, i);
      entries.add(plain.entry(caseId, seq - count + i, latest, previous, digest));
      previous = digest;
    }
    plain.requireEnd();
    return entries;
  }

  private static String digest(byte[] pack, int number) {
    int from = DIGESTS_FROM + DIGEST * number;
    return HexFormat.of().formatHex(pack, from, from + DIGEST);
  }

  private static byte[] inflated(byte[] pack, int from) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(DICTIONARY);
      inflater.setInput(pack, from, pack.length - from);
      ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
      byte[] part = new byte[4096];
      while (!inflater.finished()) {
        int length = inflater.inflate(part);
        out.write(part, 0, length);
        if (length == 0 && !inflater.finished() || out.size() > MOST_BYTES) {
          throw new DataFormatException("cut short, or too long");
        }
      }
      if (inflater.getRemaining() > 0) {
        throw new DataFormatException("something follows");
      }
      return out.toByteArray();
    } finally {
      inflater.end();
    }
  }

  /** What was inflated, read from its begin to its end. */
  private static final class Plain {
    private final ByteBuffer bytes;

    Plain(byte[] bytes) {
      this.bytes = ByteBuffer.wrap(bytes);
    }

    StoredEntry entry(String caseId, long seq, long latest, String previous, String digest)
        throws DataFormatException {
      long recordedAt = latest - number();
      long key = number();
      Optional<String> commandKey = Optional.empty();
      Optional<String> commandDigest = Optional.empty();
      if (key > 0) {
        commandKey = Optional.of(text(next(key - 1)));
        commandDigest = Optional.of(HexFormat.of().formatHex(next(DIGEST)));
      }
      String event = event(number());
      return new StoredEntry(
          caseId, seq, recordedAt, commandKey, commandDigest, event, previous, digest);
    }

    void requireEnd() throws DataFormatException {
      if (bytes.hasRemaining()) {
        throw new DataFormatException("something follows");
      }
    }

    private long number() throws DataFormatException {
      long number = 0;
      for (int shift = 0; shift < Long.SIZE; shift += 7) {
        byte part = next(1)[0];
        number |= (long) (part & 0x7f) << shift;
        if (part >= 0) {
          return number;
        }
      }
      throw new DataFormatException("no number");
    }

    private String event(long length) throws DataFormatException {
      Plain event = new Plain(next(length));
      ByteArrayOutputStream json = new ByteArrayOutputStream((int) length + SIGNS);
      while (event.bytes.hasRemaining()) {
        byte sign = event.bytes.get();
        if (sign == QUOTED) {
          String digest = HexFormat.of().formatHex(event.next(DIGEST));
          json.writeBytes(digest.getBytes(StandardCharsets.US_ASCII));
        } else {
          json.write(sign);
        }
      }
      return text(json.toByteArray());
    }

    private static String text(byte[] utf8) throws DataFormatException {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(utf8))
            .toString();
      } catch (CharacterCodingException e) {
        throw new DataFormatException("no text");
      }
    }

    private byte[] next(long length) throws DataFormatException {
      if (length < 0 || length > bytes.remaining()) {
        throw new DataFormatException("cut short");
      }
      byte[] next = new byte[(int) length];
      bytes.get(next);
      return next;
    }
  }
}
