package id.sop.worktime;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code waktu} as it is written in an SOP: {@code 3 hari kerja}, {@code sesuai jadwal}.
 */
public final class WaktuParser {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(\\d{1,9})\\s*(menit kerja|menit|jam kerja|jam|hari kerja|hari kalender|hari)\\s*");

  /**
   * What was read.
   *
   * @param waktu the time; empty when it was not understood
   * @param errorAt index in the text of the first thing not understood; 0 when all was
   * @param saran a correct form near to what was written
   */
  public record Parsed(Optional<Waktu> waktu, int errorAt, String saran) {}

  private WaktuParser() {}

  /** Reads {@code text}, whatever its case and spacing. */
  public static Parsed parse(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s", " ");
    String words = plain.strip().replaceAll(" +", " ");
    if (words.equals("sesuai jadwal")) {
      return understood(Waktu.sesuaiJadwal());
    }
    if (words.equals("menurut aturan")) {
      return understood(new Waktu.MenurutAturan());
    }
    Matcher form = FORM.matcher(words);
    int amount = form.matches() ? Integer.parseInt(form.group(1)) : 0;
    if (amount >= 1 && amount <= 10_000) {
      return understood(Waktu.paling(amount, satuan(form.group(2))));
    }
    int start = plain.length() - plain.stripLeading().length();
    int digits = start;
    while (digits < plain.length() && Character.isDigit(plain.charAt(digits))) {
      digits++;
    }
    boolean unitWrong = digits > start && !form.matches();
    while (unitWrong && digits < plain.length() && plain.charAt(digits) == ' ') {
      digits++;
    }
    return new Parsed(Optional.empty(), unitWrong ? digits : start, "1 hari kerja");
  }

  private static Satuan satuan(String words) {
    if (words.startsWith("menit")) {
      return Satuan.MENIT_KERJA;
    }
    if (words.startsWith("jam")) {
      return Satuan.JAM_KERJA;
    }
    return words.equals("hari kalender") ? Satuan.HARI_KALENDER : Satuan.HARI_KERJA;
  }

  private static Parsed understood(Waktu waktu) {
    return new Parsed(Optional.of(waktu), 0, waktu.teks());
  }
}
