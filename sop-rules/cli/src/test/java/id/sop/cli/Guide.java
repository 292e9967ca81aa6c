package id.sop.cli;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A guide in Markdown, followed word for word: what it says to write is written, what it says to
 * run is run, and what it says will be printed is replaced by what is printed.
 *
 * <p>A comment on the line above a block says what the block is for: {@code <!-- tulis: FILE -->},
 * or {@code <!-- ganti: FILE -->} and {@code <!-- menjadi: FILE -->} above two. Blocks of the kind
 * {@code console} are commands. Rows of a table {@code | FILE | `this` | `that` | message |} are
 * mistakes: the message is what {@code periksa} says of {@code that} in place of {@code this}.
 */
final class Guide {
  private static final String PROMPT = "$ sop ";
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[^ ]+");

  private final Path home;
  private final String bundle;
  private final List<String> lines;
  private final List<String> followed = new ArrayList<>();
  private String replaced = "";
  private int commands;
  private int mistakes;

  private Guide(String text, Path home, String bundle) {
    this.lines = text.lines().toList();
    this.home = home;
    this.bundle = bundle;
  }

  /**
   * What came of it.
   *
   * @param text the guide with what was really printed
   * @param commands how many were run
   * @param mistakes how many were made on purpose
   */
  record Followed(String text, int commands, int mistakes) {}

  /**
   * Follows {@code text} in the folder {@code home}, relative to where this process runs.
   *
   * @param bundle the folder below it in which mistakes are made
   */
  static Followed follow(String text, Path home, String bundle) throws IOException {
    Guide guide = new Guide(text, home, bundle);
    guide.all();
    return new Followed(String.join("\n", guide.followed) + "\n", guide.commands, guide.mistakes);
  }

  private void all() throws IOException {
    String task = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("<!-- ")) {
        task = line.substring("<!-- ".length(), line.length() - " -->".length());
        followed.add(line);
      } else if (line.startsWith("```")) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
        block(task, line, lines.subList(i + 1, end));
        task = "";
        i = end;
      } else {
        followed.add(line.matches("\\| [a-z]+\\.[a-z]+ \\| `.*") ? mistake(line) : line);
      }
    }
  }

  private void block(String task, String fence, List<String> content) throws IOException {
    followed.add(fence);
    if (fence.equals("```console")) {
      for (String line : content) {
        if (line.startsWith(PROMPT)) {
          commands++;
          followed.add(line);
          followed.addAll(run(line.substring(PROMPT.length())));
        }
      }
    } else {
      followed.addAll(content);
      write(task, String.join("\n", content) + "\n");
    }
    followed.add("```");
  }

  private void write(String task, String content) throws IOException {
    if (task.isEmpty()) {
      return;
    }
    List<String> words = Splitter.on(": ").splitToList(task);
    Path file = home.resolve(words.get(1));
    switch (words.get(0)) {
      case "tulis" -> {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
      }
      case "ganti" -> replaced = content;
      case "menjadi" -> replace(file, replaced, content);
      default -> throw new IllegalStateException("no such task: " + task);
    }
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    int at = text.indexOf(from);
    checkState(at >= 0, "%s does not contain: %s", file, from);
    Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  private String mistake(String row) throws IOException {
    mistakes++;
    List<String> cells = Splitter.on(" | ").splitToList(row.substring(2));
    Path file = home.resolve(bundle).resolve(cells.get(0));
    String sound = Files.readString(file);
    replace(file, unquoted(cells.get(1)), unquoted(cells.get(2)));
    Optional<String> first =
        run("periksa " + bundle).stream().filter(l -> l.contains(": SOP-")).findFirst();
    Files.writeString(file, sound);
    checkState(first.isPresent(), "no message for %s", row);
    String message = first.get().substring(first.get().indexOf("SOP-"));
    return "| "
        + String.join(" | ", cells.get(0), cells.get(1), cells.get(2))
        + " | "
        + message.replace("|", "\\|")
        + " |";
  }

  private static String unquoted(String cell) {
    return cell.substring(1, cell.length() - 1).replace("\\|", "|");
  }

  private List<String> run(String words) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    List<String> arguments =
        WORD.matcher(words).results().map(w -> placed(w.group().replace("\"", ""))).toList();
    int exit = SopCommand.execute(out, out, arguments.toArray(String[]::new));
    checkState(exit <= SopCommand.FOUND, "%s: exit %s, %s", words, exit, said);
    return said.toString().lines().map(l -> l.replace(home + "/", "")).toList();
  }

  /** A file of the guide lies below {@link #home}; any other word is as it is. */
  private String placed(String word) {
    int equals = word.indexOf('=');
    String value = word.substring(equals + 1);
    boolean isFile =
        Files.exists(home.resolve(value)) || value.contains("/") || value.endsWith(".svg");
    return isFile && !value.isEmpty() ? word.substring(0, equals + 1) + home.resolve(value) : word;
  }
}
