package id.sop.worktime;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code waktu} as an SOP writes it: {@code 3 hari kerja}, {@code 1-2 hari}, {@code 1 x 24
 * jam}, {@code paling lama 14 (empat belas) hari kerja}, {@code 2 menit/berkas}, {@code sesuai
 * jadwal}, {@code 3 hari kerja sebelum tanggalKegiatan}, {@code YA: 2 hari; TIDAK: 1 hari}. Case
 * and spacing are free, but for labels and for what a time is counted from. A bare {@code hari} is
 * a working day (UU 30/2014, art. 53); a bare {@code jam} or {@code menit} is office time.
 */
public final class WaktuParser {
  private static final Pattern TOKEN = Pattern.compile("[0-9]+|\\p{L}+|[^\\s\\p{Z}]");
  private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}]+");
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
    if (text.indexOf(':') >= 0) {
      return PerKeputusanParser.parse(text);
    }
    WaktuParser parser = new WaktuParser(text);
    Optional<Waktu> waktu = parser.waktu();
    return waktu.isPresent() && parser.next == parser.tokens.size()
        ? new Parsed(waktu, -1, waktu.get().teks())
        : new Parsed(Optional.empty(), parser.errorAt(), WaktuSaran.near(text));
  }

  /** Whether {@code text} is a plain length of time, such as {@code 3 hari kerja}. */
  public static boolean isLength(String text) {
    return parse(text).waktu().filter(Waktu.Paling.class::isInstance).isPresent();
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
    if (accept("tidak")) {
      return accept("ditetapkan") ? Optional.of(new Waktu.TidakDitetapkan()) : Optional.empty();
    }
    if (accept("bersama")) {
      return row().map(Waktu.Bersama::new);
    }
    if (accept("pada")) {
      return date().map(d -> new Waktu.Relatif(Optional.empty(), Waktu.Arah.PADA, d));
    }
    if (acceptOneOf(AT_LEAST)) {
      return paling().map(Waktu.PalingCepat::new);
    }
    return acceptOneOf(AT_MOST) ? paling().flatMap(this::relative) : counted();
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
    return accept("atau") ? choice(first) : relative(first);
  }

  /** What a time may be counted from, other than the opening of its row. */
  private Optional<Waktu> relative(Waktu.Paling distance) {
    if (accept("sebelum")) {
      return date().map(d -> new Waktu.Relatif(Optional.of(distance), Waktu.Arah.SEBELUM, d));
    }
    if (accept("setelah") || accept("sesudah")) {
      Optional<? extends Waktu.Acuan> from =
          stands("langkah") || stands("baris") ? row().map(Waktu.Acuan.Langkah::new) : date();
      return from.map(f -> new Waktu.Relatif(Optional.of(distance), Waktu.Arah.SETELAH, f));
    }
    return Optional.of(distance);
  }

  private Optional<String> row() {
    return accept("langkah") || accept("baris")
        ? asWritten(Waktu.Acuan.Langkah::isId, id -> id)
        : Optional.empty();
  }

  private Optional<Waktu.Acuan> date() {
    return this.<Waktu.Acuan>asWritten(Waktu.Acuan.Data::isNama, Waktu.Acuan.Data::new)
        .or(
            () ->
                asWritten(
                    word -> day(word).isPresent(),
                    word -> new Waktu.Acuan.Hari(day(word).orElseThrow())));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The next word up to a space, in its own case, if it is of the right form. */
  private <T> Optional<T> asWritten(Predicate<String> form, Function<String, T> meaning) {
    if (next == tokens.size()) {
      return Optional.empty();
    }
    int from = tokens.get(next).at();
    Matcher word = WORD.matcher(text).region(from, text.length());
    if (!word.lookingAt() || !form.test(word.group())) {
      return Optional.empty();
    }
    while (next < tokens.size() && tokens.get(next).at() < word.end()) {
      next++;
    }
    return Optional.of(meaning.apply(word.group()));
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

  private boolean stands(String word) {
    return next < tokens.size() && tokens.get(next).text().equals(word);
  }

  private boolean accept(String word) {
    boolean there = stands(word);
    if (there) {
      next++;
    }
    return there;
  }
}
