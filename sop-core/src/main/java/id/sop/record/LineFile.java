package id.sop.record;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** The lines of one file, as bytes, and the digest over those before the one in hand. */
final class LineFile implements Closeable {
  /** An event has up to a million characters; each can take six bytes. */
  static final int LONGEST = 8_000_000;

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final InputStream in;
  private final MessageDigest digest = Lines.sha256();
  private final byte[] buffer = new byte[BUFFER];
  private int begin;
  private int end;
  private long number;
  private byte[] line = {};

  private LineFile(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  static LineFile open(Path file) {
    try {
      return new LineFile(file.toString(), new BufferedInputStream(Files.newInputStream(file)));
    } catch (IOException e) {
      throw new RecordException(RecordCode.FILE_UNREADABLE, e, file.toString());
    }
  }

  /** The next line without its end; empty when there is none. */
  Optional<byte[]> next() {
    if (number > 0) {
      digest.update(line);
      digest.update((byte) '\n');
    }
    number++;
    try {
      return read();
    } catch (IOException e) {
      throw new RecordException(RecordCode.FILE_UNREADABLE, e, name);
    }
  }

  private Optional<byte[]> read() throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream(0);
    while (true) {
      for (int i = begin; i < end; i++) {
        if (buffer[i] == '\n') {
          parts.write(buffer, begin, i - begin);
          begin = i + 1;
          line = parts.toByteArray();
          return Optional.of(line);
        }
      }
      parts.write(buffer, begin, end - begin);
      if (parts.size() > LONGEST) {
        throw damaged(RecordCode.LINE_TOO_LONG, Integer.toString(LONGEST));
      }
      begin = 0;
      end = in.read(buffer);
      if (end < 0) {
        end = 0;
        if (parts.size() > 0) {
          throw damaged(RecordCode.FILE_CUT);
        }
        return Optional.empty();
      }
    }
  }

  /** The digest over all lines before the one handed out last. */
  String digestBefore() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's digests can be cloned", e);
    }
  }

  String name() {
    return name;
  }

  /** The number of the line handed out last, from 1. */
  long number() {
    return number;
  }

  /** A refusal that names the line handed out last. */
  RecordException damaged(RecordCode code, String... more) {
    return damaged(code, name, number, more);
  }

  static RecordException damaged(RecordCode code, String name, long number, String... more) {
    String[] facts = new String[more.length + 2];
    facts[0] = name;
    facts[1] = Long.toString(number);
    System.arraycopy(more, 0, facts, 2, more.length);
    return new RecordException(code, facts);
  }

  /** The text of a line; empty when it is not UTF-8. */
  static Optional<String> text(byte[] line) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
