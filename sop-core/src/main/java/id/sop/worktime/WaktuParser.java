package id.sop.worktime;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the time that an SOP allows, as an author writes it. */
public final class WaktuParser {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,5}) +([a-z]+(?: +[a-z]+)?)");

  private WaktuParser() {}

  /**
   * What was read.
   *
   * @param waktu the time; empty when the text is none
   * @param errorAt where the text stops making sense, from 0; -1 when it is a time
   * @param saran what to write instead; empty when it is a time
   */
  public record Parsed(Optional<Waktu> waktu, int errorAt, String saran) {}

  /** Reads {@code text}, such as {@code 4 hari kalender} or {@code sesuai jadwal}. */
  public static Parsed parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (plain.equals("sesuai jadwal")) {
      return new Parsed(Optional.of(Waktu.sesuaiJadwal()), -1, "");
    }
    if (plain.equals("menurut aturan")) {
      return new Parsed(Optional.of(new Waktu.MenurutAturan()), -1, "");
    }
    Matcher amount = AMOUNT.matcher(plain);
    if (amount.matches()) {
      String unit = amount.group(2).equals("hari") ? "hari kerja" : amount.group(2);
      int number = Integer.parseInt(amount.group(1));
      for (Satuan satuan : Satuan.values()) {
        if (satuan.teks().equals(unit) && number >= 1 && number <= 10_000) {
          return new Parsed(Optional.of(Waktu.paling(number, satuan)), -1, "");
        }
      }
    }
    return new Parsed(Optional.empty(), 0, "3 hari kerja, 4 hari kalender, 2 jam kerja");
  }
}
