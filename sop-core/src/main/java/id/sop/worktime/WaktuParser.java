package id.sop.worktime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code waktu} as an SOP writes it: {@code 3 hari kerja}, {@code 1-2 hari}, {@code 1 x 24
 * jam}, {@code paling lama 14 (empat belas) hari kerja}, {@code 2 menit/berkas}, {@code sesuai
 * jadwal}. Case and spacing are free. A bare {@code hari} is a working day (UU 30/2014, art. 53); a
 * bare {@code jam} or {@code menit} is office time.
 */
public final class WaktuParser {
  private static final Pattern TOKEN = Pattern.compile("[0-9]+|\\p{L}+|[^\\s\\p{Z}]");
  private static final List<List<String>> AT_LEAST =
      List.of(
          List.of("paling", "cepat"),
          List.of("paling", "kurang"),
          List.of("paling", "sedikit"),
          List.of("paling", "singkat"),
          List.of("sekurang", "-", "kurangnya"),
          List.of("minimal"),
          List.of("minimum"));
  private static final List<List<String>> AT_MOST =
      List.of(
          List.of("paling", "lama"),
          List.of("paling", "lambat"),
          List.of("selama", "-", "lamanya"),
          List.of("selambat", "-", "lambatnya"),
          List.of("maksimal"),
          List.of("maksimum"));
  private static final List<List<String>> UP_TO =
      List.of(
          List.of("-"),
          List.of("–"),
          List.of("s", "/", "d"),
          List.of("s", ".", "d", "."),
          List.of("s", ".", "d"),
          List.of("sampai", "dengan"),
          List.of("sampai"),
          List.of("hingga"));

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

  private record Token(String text, int at) {
    boolean isNumber() {
      return text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }
  }

  /** Reads {@code text}. */
  public static Parsed parse(String text) {
    WaktuParser parser = new WaktuParser(text);
    Optional<Waktu> waktu = parser.waktu();
    return waktu.isPresent() && parser.next == parser.tokens.size()
        ? new Parsed(waktu, -1, waktu.get().teks())
        : new Parsed(Optional.empty(), parser.errorAt(), WaktuSaran.near(text));
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
      if (accept("kebutuhan")) {
        return Optional.of(new Waktu.SesuaiKebutuhan());
      }
      return accept("jadwal") ? Optional.of(new Waktu.SesuaiJadwal()) : Optional.empty();
    }
    if (accept("menurut")) {
      return accept("aturan") ? Optional.of(new Waktu.MenurutAturan()) : Optional.empty();
    }
    if (acceptOneOf(AT_LEAST)) {
      return paling().map(Waktu.PalingCepat::new);
    }
    return acceptOneOf(AT_MOST) ? paling().map(limit -> limit) : counted();
  }

  /** A time that begins with its number, and what can follow it. */
  private Optional<Waktu> counted() {
    Optional<Integer> first = jumlah();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    if (acceptOneOf(UP_TO)) {
      return upTo(first.get());
    }
    Optional<Waktu.Paling> measured = measure(first.get());
    return measured.isPresent() ? followed(measured.get()) : Optional.empty();
  }

  private Optional<Waktu> upTo(int from) {
    int at = next;
    Optional<Integer> to = jumlah();
    if (to.isPresent() && to.get() <= from) {
      next = at;
      return Optional.empty();
    }
    return to.flatMap(n -> satuan().map(s -> new Waktu.Rentang(from, n, s)));
  }

  private Optional<Waktu> followed(Waktu.Paling first) {
    if (acceptOneOf(AT_MOST)) {
      return paling().map(limit -> new Waktu.SasaranDanBatas(first, limit));
    }
    boolean each = accept("per");
    if (each || accept("/")) {
      return each || !(next < tokens.size() && tokens.get(next).isNumber())
          ? word().map(item -> new Waktu.PerItem(first, item))
          : choice(first);
    }
    return accept("atau") ? choice(first) : Optional.of(first);
  }

  private Optional<Waktu> choice(Waktu.Paling first) {
    List<Waktu.Paling> all = new ArrayList<>(List.of(first));
    do {
      Optional<Waktu.Paling> one = paling();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    } while (accept("/") || accept("atau"));
    return Optional.of(new Waktu.Pilihan(all));
  }

  private Optional<String> word() {
    if (next < tokens.size() && Waktu.PerItem.isItem(tokens.get(next).text())) {
      return Optional.of(tokens.get(next++).text());
    }
    return Optional.empty();
  }

  private Optional<Waktu.Paling> paling() {
    return jumlah().flatMap(this::measure);
  }

  private Optional<Waktu.Paling> measure(int n) {
    if (accept("x")) {
      return hours(n);
    }
    Optional<Satuan> satuan = satuan();
    return satuan.isPresent() ? Optional.of(new Waktu.Paling(n, satuan.get())) : Optional.empty();
  }

  /** So many times so many hours of the clock on the wall. */
  private Optional<Waktu.Paling> hours(int times) {
    int at = next;
    Optional<Integer> each = jumlah().filter(_n -> accept("jam"));
    if (each.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> hours = WaktuSaran.jumlah(Long.toString((long) times * each.get()));
    if (hours.isEmpty()) {
      next = at;
    }
    return hours.map(n -> new Waktu.Paling(n, Satuan.JAM_KALENDER));
  }

  private Optional<Integer> jumlah() {
    if (next == tokens.size()) {
      return Optional.empty();
    }
    Optional<Integer> jumlah = WaktuSaran.jumlah(tokens.get(next).text());
    if (jumlah.isEmpty()) {
      return jumlah;
    }
    next++;
    return accept("(") ? jumlah.filter(this::spelled) : jumlah;
  }

  /** The number in words, as letters have it: {@code 14 (empat belas)}. */
  private boolean spelled(int number) {
    for (String word : Terbilang.words(number)) {
      if (!accept(word)) {
        return false;
      }
    }
    return accept(")");
  }

  private Optional<Satuan> satuan() {
    if (accept("hari")) {
      if (accept("kalender")) {
        return calendarDays();
      }
      accept("kerja");
      return Optional.of(Satuan.HARI_KERJA);
    }
    if (accept("jam")) {
      if (accept("kalender")) {
        return Optional.of(Satuan.JAM_KALENDER);
      }
      accept("kerja");
      return Optional.of(Satuan.JAM_KERJA);
    }
    if (accept("menit")) {
      accept("kerja");
      return Optional.of(Satuan.MENIT_KERJA);
    }
    if (accept("minggu")) {
      return Optional.of(Satuan.MINGGU);
    }
    return accept("bulan") ? Optional.of(Satuan.BULAN) : Optional.empty();
  }

  private Optional<Satuan> calendarDays() {
    boolean comma = accept(",");
    if (!accept("berakhir")) {
      return comma ? Optional.empty() : Optional.of(Satuan.HARI_KALENDER);
    }
    for (String word : List.of("pada", "hari", "kerja")) {
      if (!accept(word)) {
        return Optional.empty();
      }
    }
    if (accept("dalam") && !(accept("jam") && accept("kerja"))) {
      return Optional.empty();
    }
    return Optional.of(Satuan.HARI_KALENDER_SAMPAI_HARI_KERJA);
  }

  /** Takes the first of {@code phrases} that stands next, if one does. */
  private boolean acceptOneOf(List<List<String>> phrases) {
    for (List<String> phrase : phrases) {
      if (isNext(phrase)) {
        next += phrase.size();
        return true;
      }
    }
    return false;
  }

  private boolean isNext(List<String> phrase) {
    if (next + phrase.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!tokens.get(next + i).text().equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean accept(String word) {
    boolean there = next < tokens.size() && tokens.get(next).text().equals(word);
    if (there) {
      next++;
    }
    return there;
  }
}
