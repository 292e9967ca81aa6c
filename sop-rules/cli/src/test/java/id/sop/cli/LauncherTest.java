package id.sop.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the launcher does about the archive of classes; most of it with a java that only says so.
 */
class LauncherTest {
  /**
   * Makes an archive when it is asked for one, unless a file says that it cannot; else tells its
   * arguments.
   */
  private static final String TELLING_JAVA =
      """
      #!/bin/sh
      bin=$(dirname "$0")
      for argument in "$@"; do
        case $argument in
          -XX:ArchiveClassesAtExit=*)
            echo once >>"$bin/made"
            [ -e "$bin/cannot" ] && exit 1
            echo classes >"${argument#*=}"
            exit 0 ;;
        esac
      done
      for argument in "$@"; do echo "<$argument>"; done
      exit 5
      """;

  @TempDir Path folder;
  private Path launcher;
  private Path jar;
  private Path java;
  private Path cache;

  @BeforeEach
  void install() throws IOException {
    Path home = Files.createDirectories(folder.resolve("with a blank"));
    launcher = Files.copy(Path.of("src/main/sh/sop"), home.resolve("sop"));
    jar = Files.writeString(home.resolve("sop.jar"), "a jar");
    java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, TELLING_JAVA);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    cache = folder.resolve("cache/of the user");
  }

  private record Ended(int code, String out) {}

  private Process start(Path jdk, String cacheFolder, String... arguments) throws IOException {
    // What runs in the background holds descriptor 3, so that cat ends when it does, not before.
    String script = "{ sh \"$0\" \"$@\"; echo \"exit $?\"; } 2>&1 3>&1 | cat";
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(Map.of("JAVA_HOME", jdk.toString(), "SOP_CACHE", cacheFolder));
    return builder.start();
  }

  private static Ended ended(Process process) throws Exception {
    String all = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    Matcher exit = Pattern.compile("exit (\\d+)\n\\z").matcher(all);
    assertThat(exit.find()).as(all).isTrue();
    return new Ended(Integer.parseInt(exit.group(1)), all.substring(0, exit.start()));
  }

  private Ended sop(String... arguments) throws Exception {
    return ended(start(folder.resolve("jdk"), cache.toString(), arguments));
  }

  private long timesMade() throws IOException {
    Path made = java.resolveSibling("made");
    return Files.exists(made) ? Files.readAllLines(made).size() : 0;
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.map(f -> f.getFileName().toString().replaceAll("[0-9]+", "N")).sorted().toList();
    }
  }

  @Test
  void the_first_start_has_an_archive_made_and_the_second_uses_it() throws Exception {
    Ended first = sop("tabel", "x");
    Ended second = sop("tabel", "x");

    assertThat(first.out()).doesNotContain("SharedArchiveFile").contains("<-jar>\n<" + jar + ">\n");
    assertThat(second.out())
        .contains("<-XX:SharedArchiveFile=" + cache + "/sop-", "<-Xshare:auto>", "<-Xlog:disable>");
    assertThat(timesMade()).isEqualTo(1);
    assertThat(kept()).containsExactly("sop-N.jsa", "sop-N.jsa.of");
  }

  @Test
  void arguments_and_exit_codes_pass_through() throws Exception {
    sop();

    for (String cacheFolder : List.of(cache.toString(), "-")) {
      Ended ended = ended(start(folder.resolve("jdk"), cacheFolder, "uji", "a b", "", "$HOME;*"));

      assertThat(ended.code()).isEqualTo(5);
      assertThat(ended.out()).endsWith("<" + jar + ">\n<uji>\n<a b>\n<>\n<$HOME;*>\n");
    }
  }

  @Test
  void an_archive_of_another_jar_or_java_is_not_used_and_made_anew() throws Exception {
    sop();
    for (Path changed : List.of(jar, java)) {
      Files.writeString(changed, Files.readString(changed) + "\n");

      Ended next = sop();

      assertThat(next.out()).doesNotContain("SharedArchiveFile");
      assertThat(sop().out()).contains("SharedArchiveFile");
    }
    assertThat(timesMade()).isEqualTo(3);
    assertThat(kept()).containsExactly("sop-N.jsa", "sop-N.jsa.of");
  }

  @Test
  void one_that_cannot_be_made_is_not_tried_again_until_something_changes() throws Exception {
    Path cannot = Files.createFile(java.resolveSibling("cannot"));

    assertThat(sop()).isEqualTo(sop());

    assertThat(timesMade()).isEqualTo(1);
    assertThat(kept()).containsExactly("sop-N.jsa.of");
    Files.delete(cannot);
    Files.writeString(jar, "another jar");
    assertThat(sop().out()).doesNotContain("SharedArchiveFile");
    assertThat(timesMade()).isEqualTo(2);
    assertThat(sop().out()).contains("SharedArchiveFile");
  }

  @Test
  void where_nothing_can_be_kept_the_command_runs_all_the_same() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    for (String cacheFolder : List.of(file + "/below", "/proc/sop", "-")) {
      Ended ended = ended(start(folder.resolve("jdk"), cacheFolder, "tabel"));

      assertThat(ended.code()).isEqualTo(5);
      assertThat(ended.out()).startsWith("<-XX:+UseSerialGC>").doesNotContain("Shared", "sh:");
    }
    assertThat(timesMade()).isZero();
  }

  @Test
  void many_first_starts_at_once_leave_one_whole_archive() throws Exception {
    List<Process> started = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      started.add(start(folder.resolve("jdk"), cache.toString(), "tabel"));
    }
    for (Process process : started) {
      assertThat(ended(process).code()).isEqualTo(5);
    }

    assertThat(sop().out()).contains("SharedArchiveFile");
    assertThat(kept()).containsExactly("sop-N.jsa", "sop-N.jsa.of");
  }

  @Test
  void what_a_killed_start_left_half_done_is_done_again() throws Exception {
    sop();
    Path archive = onlyArchive();
    Files.delete(archive.resolveSibling(archive.getFileName() + ".of"));
    Files.writeString(archive.resolveSibling(archive.getFileName() + ".lock"), "999999999\n");
    Files.writeString(archive.resolveSibling(archive.getFileName() + ".new"), "half");

    sop();
    sop();

    assertThat(sop().out()).contains("SharedArchiveFile");
    assertThat(kept()).containsExactly("sop-N.jsa", "sop-N.jsa.of");
    assertThat(archive).hasContent("classes");
  }

  private Path onlyArchive() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(f -> f.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
  }

  @Test
  void a_real_java_starts_from_its_archive_and_survives_a_broken_one() throws Exception {
    // JDK 17 shares nothing of a jar whose path has a blank.
    Path home = Files.createDirectories(folder.resolve("plain"));
    launcher = Files.copy(launcher, home.resolve("sop"));
    jar = home.resolve("sop.jar");
    writeJar();
    Path jdk = Path.of(System.getProperty("java.home"));
    String[] table = {"tabel", "limapuluhkota.konsultasi"};

    Ended first = ended(start(jdk, cache.toString(), table));
    Ended second = ended(start(jdk, cache.toString(), table));

    assertThat(first.code()).as(first.out()).isZero();
    assertThat(first.out()).contains("10 luar provinsi: empat hari");
    assertThat(second).isEqualTo(first);
    assertThat(classesOf(onlyArchive()))
        .anyMatch(l -> l.contains("id.sop.cli.SopCommand ") && l.contains("shared objects file"))
        .noneMatch(l -> l.contains("org.drools"));

    // JDK 17 dies of an archive that was cut short.
    Path archive = onlyArchive();
    byte[] whole = Files.readAllBytes(archive);
    for (byte[] broken : List.of(Arrays.copyOf(whole, whole.length / 2), new byte[4096])) {
      assertThat(archive.toFile().delete()).isTrue();
      Files.write(archive, broken);
      assertThat(ended(start(jdk, cache.toString(), table))).isEqualTo(first);
      assertThat(archive).satisfies(made -> assertThat(Files.size(made)).isGreaterThan(1 << 20));
    }
  }

  private List<String> classesOf(Path archive) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:class+load",
                "-jar",
                jar.toString(),
                "--versi")
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
  }

  /** A jar as the packaged one is, of what the short commands need. */
  private void writeJar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, SopCommand.class.getName());
    Set<String> written = new HashSet<>(Set.of("META-INF/MANIFEST.MF", "module-info.class"));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.setLevel(1);
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        Path path = Path.of(entry);
        if (Files.isDirectory(path)) {
          addFolder(path, out, written);
        } else if (path.getFileName()
            .toString()
            .matches("(sop|guava|gson|picocli|slf4j).*[.]jar")) {
          addJar(path, out, written);
        }
      }
    }
  }

  private static void addFolder(Path root, JarOutputStream out, Set<String> written)
      throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace(File.separatorChar, '/');
        if (written.add(name)) {
          out.putNextEntry(new JarEntry(name));
          Files.copy(file, out);
        }
      }
    }
  }

  private static void addJar(Path path, JarOutputStream out, Set<String> written)
      throws IOException {
    try (ZipFile from = new ZipFile(path.toFile())) {
      for (ZipEntry entry : from.stream().filter(e -> !e.isDirectory()).toList()) {
        if (written.add(entry.getName())) {
          out.putNextEntry(new JarEntry(entry.getName()));
          try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(out);
          }
        }
      }
    }
  }

  @Test
  void what_is_rehearsed_compiles_nothing_and_goes_well() {
    for (List<String> command : Rehearsal.COMMANDS) {
      Printed printed = Printed.by(command.toArray(new String[0]));

      assertThat(printed.exit())
          .as(command.toString())
          .isEqualTo(command.equals(List.of("tabel")) ? SopCommand.USAGE : expected(command));
    }
  }

  private static int expected(List<String> command) {
    return command.get(0).equals("beda") ? SopCommand.FOUND : SopCommand.OK;
  }
}
