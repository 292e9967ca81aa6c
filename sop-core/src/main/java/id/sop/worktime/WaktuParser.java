package id.sop.worktime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code waktu} as an SOP writes it: {@code 3 hari kerja}, {@code 30 menit}, {@code sesuai
 * jadwal}. Case and spacing are free. A bare {@code hari} is a working day (UU 30/2014, art. 53); a
 * bare {@code jam} or {@code menit} is office time.
 */
public final class WaktuParser {
  private static final Pattern TOKEN = Pattern.compile("[0-9]+|\\p{L}+|[^\\s\\p{Z}]");

  private final String text;
  private final List<Token> tokens;
  private int next;

  private WaktuParser(String text) {
    this.text = text;
    this.tokens = tokens(text);
  }

  /**
   * What was read.
   *
   * @param waktu the time; empty when the text was not understood
   * @param errorAt index, from 0, of the first thing not understood, the length of the text when
   *     something is missing at its end; -1 when all was understood
   * @param saran a correct form near to what was written; the canonical form when it was understood
   */
  public record Parsed(Optional<Waktu> waktu, int errorAt, String saran) {}

  private record Token(String text, int at) {}

  /** Reads {@code text}. */
  public static Parsed parse(String text) {
    WaktuParser parser = new WaktuParser(text);
    Optional<Waktu> waktu = parser.waktu().filter(w -> parser.next == parser.tokens.size());
    return waktu
        .map(w -> new Parsed(waktu, -1, w.teks()))
        .orElseGet(() -> new Parsed(waktu, parser.errorAt(), WaktuSaran.near(text)));
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(new Token(matcher.group().toLowerCase(Locale.ROOT), matcher.start()));
    }
    return tokens;
  }

  private int errorAt() {
    return next < tokens.size() ? tokens.get(next).at() : text.length();
  }

  private Optional<Waktu> waktu() {
    if (accept("sesuai")) {
      return accept("jadwal") ? Optional.of(new Waktu.SesuaiJadwal()) : Optional.empty();
    }
    if (accept("menurut")) {
      return accept("aturan") ? Optional.of(new Waktu.MenurutAturan()) : Optional.empty();
    }
    return jumlah().flatMap(n -> satuan().map(s -> Waktu.paling(n, s)));
  }

  private Optional<Integer> jumlah() {
    if (next == tokens.size()) {
      return Optional.empty();
    }
    Optional<Integer> jumlah = WaktuSaran.jumlah(tokens.get(next).text());
    if (jumlah.isPresent()) {
      next++;
    }
    return jumlah;
  }

  private Optional<Satuan> satuan() {
    if (accept("hari")) {
      if (accept("kalender")) {
        return Optional.of(Satuan.HARI_KALENDER);
      }
      accept("kerja");
      return Optional.of(Satuan.HARI_KERJA);
    }
    if (accept("jam")) {
      accept("kerja");
      return Optional.of(Satuan.JAM_KERJA);
    }
    if (accept("menit")) {
      accept("kerja");
      return Optional.of(Satuan.MENIT_KERJA);
    }
    return Optional.empty();
  }

  private boolean accept(String word) {
    boolean there = next < tokens.size() && tokens.get(next).text().equals(word);
    if (there) {
      next++;
    }
    return there;
  }
}
