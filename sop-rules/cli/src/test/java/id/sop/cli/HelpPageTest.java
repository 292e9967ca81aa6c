package id.sop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the command line says of itself, to people and to the shell. */
class HelpPageTest {
  private static List<String> commands() {
    return SopCommand.line().getSubcommands().keySet().stream().sorted().toList();
  }

  @Test
  void a_command_that_is_named_first_is_the_only_one_that_is_read() {
    for (String command : SopCommand.COMMANDS) {
      Set<String> read = SopCommand.line(command, "--bantuan").getSubcommands().keySet();

      assertThat(read)
          .isEqualTo(
              command.equals("lengkapi") ? Set.copyOf(SopCommand.COMMANDS) : Set.of(command));
    }
    assertThat(commands()).containsExactlyInAnyOrderElementsOf(SopCommand.COMMANDS);
  }

  @Test
  void every_command_is_listed_once_in_the_order_of_the_day() {
    String help = Printed.by().out();

    for (String command : commands()) {
      assertThat(help.lines().filter(line -> line.startsWith("    " + command + " "))).hasSize(1);
    }
    assertThat(help)
        .containsSubsequence("periksa ", "uji ", "gambar ", "tabel ", "simulasi ", "jalankan ");
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void every_command_tells_its_exit_codes_in_indonesian() {
    for (String command : commands()) {
      assertThat(Printed.by(command, "--bantuan").out())
          .contains("Pemakaian: sop " + command, "Kode keluar:", "perintahnya sendiri salah tulis");
    }
  }

  @Test
  void the_shell_accepts_the_script_and_completes_commands_and_options() throws Exception {
    String script = Printed.by("lengkapi").out();

    bash(script, "-n");
    String completed =
        bash(
            script
                + "\nCOMP_WORDS=(sop sim); COMP_CWORD=1; COMP_LINE='sop sim'; _complete_sop;"
                + " echo \"${COMPREPLY[@]}\""
                + "\nCOMP_WORDS=(sop gambar --mer); COMP_CWORD=2; COMP_LINE='sop gambar --mer';"
                + " _complete_sop; echo \"${COMPREPLY[@]}\"\n");

    assertThat(completed.lines()).containsExactly("simulasi", "--mermaid");
  }

  private static String bash(String script, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash"));
    command.addAll(List.of(options));
    Process bash =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream in = bash.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream out = bash.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(bash.waitFor()).describedAs(said).isZero();
      return said;
    }
  }
}
