package id.sop.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) over what is put in, one after the other; for one thread, once. */
public final class Sha256 {
  /** Looked up once and copied for each use: a search through the providers costs more. */
  private static final MessageDigest EMPTY = empty();

  private final MessageDigest digest;

  private Sha256() {
    digest = copy();
  }

  private static MessageDigest empty() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static MessageDigest copy() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException e) {
      // A provider need not offer copies.
      return empty();
    }
  }

  /** A digest over nothing yet. */
  public static Sha256 begin() {
    return new Sha256();
  }

  /** The digest of {@code bytes}, in hexadecimal. */
  public static String of(byte[] bytes) {
    return begin().put(bytes).hex();
  }

  /** The digest of {@code text} in UTF-8, in hexadecimal. */
  public static String of(String text) {
    return begin().put(text).hex();
  }

  /** Adds {@code bytes}. */
  public Sha256 put(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** Adds {@code text} in UTF-8, without its length. */
  public Sha256 put(String text) {
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds one byte. */
  public Sha256 put(byte one) {
    digest.update(one);
    return this;
  }

  /** Adds a number as eight bytes, the least of them first. */
  public Sha256 put(long number) {
    byte[] bytes = new byte[Long.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(number);
    return put(bytes);
  }

  /** The digest of all that was put in, in hexadecimal. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
