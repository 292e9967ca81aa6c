package id.sop.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The first page of the help: the commands as an author's day goes. */
final class HelpPage {
  /** A command that no group names stands in the last one. */
  private static final Map<String, List<String>> GROUPS =
      ImmutableMap.of(
          "Menulis SOP", List.of("rintisan", "salin", "rapikan"),
          "Memeriksa", List.of("periksa", "uji", "beda"),
          "Melihat", List.of("gambar", "tabel", "simulasi"),
          "Menjalankan", List.of("jalankan", "tenggat", "migrasi"),
          "Menjaga rekaman", List.of("ekspor", "impor", "jangkar", "verifikasi", "arsip"));

  private static final String OTHERS = "Lain-lain";

  private static final int INDENT = 16;
  private static final int ROOM = 80 - INDENT;

  private static final Map<String, String> EXIT_CODES =
      ImmutableMap.of(
          "0", "baik",
          "1", "ada kesalahan dalam berkas, atau ada yang ditolak",
          "2", "perintahnya sendiri salah tulis",
          "3", "tidak dapat dilaksanakan");

  private HelpPage() {}

  /** Sets the pages of {@code line} and of its commands. */
  static void arrange(CommandLine line) {
    exitCodes(line);
    line.getSubcommands().values().forEach(HelpPage::exitCodes);
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpPage::commands);
  }

  private static void exitCodes(CommandLine line) {
    line.getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nKode keluar:%n")
        .exitCodeList(EXIT_CODES);
  }

  private static String commands(Help help) {
    Map<String, Help> rest = new LinkedHashMap<>(help.subcommands());
    StringBuilder text = new StringBuilder();
    GROUPS.forEach(
        (title, names) -> {
          List<Help> found = new ArrayList<>();
          for (String name : names) {
            Help command = rest.remove(name);
            if (command != null) {
              found.add(command);
            }
          }
          append(text, title, found);
        });
    append(text, OTHERS, List.copyOf(rest.values()));
    return text.toString();
  }

  private static void append(StringBuilder text, String title, List<Help> commands) {
    if (commands.isEmpty()) {
      return;
    }
    text.append("%n  %s%n".formatted(title));
    for (Help command : commands) {
      String name = command.commandSpec().name();
      text.append("    %-10s  ".formatted(name)).append(wrapped(firstSentence(command)));
    }
  }

  /** In lines that a narrow terminal shows whole. */
  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int room = ROOM;
    for (String word : Splitter.on(' ').split(text)) {
      if (word.length() + 1 > room) {
        lines.append("%n".formatted()).append(" ".repeat(INDENT));
        room = ROOM;
      }
      lines.append(room == ROOM ? "" : " ").append(word);
      room -= word.length() + 1;
    }
    return lines.append("%n".formatted()).toString();
  }

  private static String firstSentence(Help command) {
    String[] description = command.commandSpec().usageMessage().description();
    String text = description.length == 0 ? "" : description[0].formatted();
    int end = text.indexOf(". ");
    String sentence = end < 0 ? text : text.substring(0, end + 1);
    int colon = sentence.indexOf(':');
    return colon < 0 ? sentence : sentence.substring(0, colon) + ".";
  }
}
