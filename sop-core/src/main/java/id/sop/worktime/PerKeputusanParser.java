package id.sop.worktime;

import id.sop.worktime.WaktuParser.Parsed;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time for each decision: {@code YA: 2 hari kerja; TIDAK: 1 hari kerja}. */
final class PerKeputusanParser {
  private static final Pattern PART = Pattern.compile("([^:;]*)(:?)([^;]*)(;|$)");

  private final Map<String, Waktu> perLabel = new LinkedHashMap<>();
  private final Map<String, String> mended = new LinkedHashMap<>();
  private int errorAt = -1;

  private PerKeputusanParser() {}

  static Parsed parse(String text) {
    PerKeputusanParser parser = new PerKeputusanParser();
    Matcher part = PART.matcher(text);
    for (int at = 0; part.region(at, text.length()).lookingAt(); at = part.end()) {
      parser.part(part);
      if (part.end() == text.length() && part.group(4).isEmpty()) {
        break;
      }
    }
    if (parser.errorAt < 0) {
      Waktu waktu = new Waktu.PerKeputusan(parser.perLabel);
      return new Parsed(Optional.of(waktu), -1, waktu.teks());
    }
    return new Parsed(Optional.empty(), parser.errorAt, parser.saran());
  }

  private void part(Matcher part) {
    String label = part.group(1).strip();
    Parsed time = WaktuParser.parse(part.group(3).replace(':', ' '));
    if (!Waktu.PerKeputusan.isLabel(label) || mended.containsKey(label)) {
      wrong(part.start(1) + indent(part.group(1)));
    } else if (part.group(2).isEmpty()) {
      wrong(part.end(1));
    } else if (time.waktu().isEmpty()) {
      wrong(part.start(3) + time.errorAt());
    } else if (!Waktu.PerKeputusan.isTime(time.waktu().get())) {
      wrong(part.start(3) + indent(part.group(3)));
    } else {
      perLabel.put(label, time.waktu().get());
    }
    String known = label.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "");
    mended.putIfAbsent(
        Waktu.PerKeputusan.isLabel(known) ? known : "YA",
        time.waktu().filter(Waktu.PerKeputusan::isTime).map(Waktu::teks).orElse("1 hari kerja"));
  }

  private void wrong(int at) {
    if (errorAt < 0) {
      errorAt = at;
    }
  }

  private static int indent(String text) {
    return text.length() - text.stripLeading().length();
  }

  private String saran() {
    StringBuilder saran = new StringBuilder();
    mended.forEach(
        (label, time) ->
            saran.append(saran.isEmpty() ? "" : "; ").append(label).append(": ").append(time));
    return saran.toString();
  }
}
