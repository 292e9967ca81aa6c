package id.sop.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.journal.CaseId;
import id.sop.journal.Head;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.problem.SopException;
import id.sop.record.RecordProof.Extent;
import id.sop.store.CaseScript;
import id.sop.store.CaseStore;
import id.sop.store.MemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTest {
  private static final Instant NOW = CaseScript.BEGIN.plusSeconds(86_400);

  @TempDir Path folder;

  private static MemoryStore store(int cases) {
    MemoryStore store = MemoryStore.create();
    for (int i = 0; i < cases; i++) {
      CaseScript script = CaseScript.of("B-" + i);
      store.append(script.start());
      for (int step = 0; step < i; step++) {
        store.append(script.step());
      }
      if (i % 3 == 0) {
        store.append(script.end());
      }
    }
    return store;
  }

  private Path exported(CaseStore store) throws IOException {
    return written(store.cases().stream().map(store::stored).toList());
  }

  private Path written(List<StoredCase> cases) throws IOException {
    Path file = Files.createTempFile(folder, "rekaman", ".jsonl");
    try (RecordWriter writer = new RecordWriter(Files.newOutputStream(file))) {
      cases.forEach(writer::write);
      writer.finish();
    }
    return file;
  }

  private static List<StoredCase> read(Path file) {
    List<StoredCase> cases = new ArrayList<>();
    RecordReader.read(file, raw -> cases.add(raw.read()));
    return cases;
  }

  @Test
  void a_record_is_sound_and_taken_into_an_empty_store_gives_the_same_record() throws IOException {
    MemoryStore store = store(12);
    Path record = exported(store);
    MemoryStore other = MemoryStore.create();

    RecordProof proof = RecordProof.of(record, List.of(Anchor.of(store, NOW)), Extent.COMPLETE);
    long taken = RecordImport.into(other, record);

    assertThat(proof.isSound()).isTrue();
    assertThat(proof.cases()).isEqualTo(12);
    assertThat(proof.entries())
        .isEqualTo(store.cases().stream().mapToLong(id -> store.read(id).size()).sum());
    assertThat(taken).isEqualTo(12);
    assertThat(other.openRows()).isEqualTo(store.openRows());
    assertThat(exported(other)).hasSameBinaryContentAs(record);
  }

  @Test
  void an_empty_store_gives_a_record_that_is_sound() throws IOException {
    RecordProof proof = RecordProof.of(exported(MemoryStore.create()), List.of(), Extent.COMPLETE);

    assertThat(proof.isSound()).isTrue();
    assertThat(proof.cases()).isZero();
  }

  @Test
  void each_line_is_json_and_an_event_stands_in_it_as_it_is_kept() throws IOException {
    MemoryStore store = store(2);
    List<String> lines = Files.readAllLines(exported(store));

    lines.forEach(line -> assertThat(com.google.gson.JsonParser.parseString(line)).isNotNull());
    assertThat(lines.get(2))
        .contains(",\"event\":" + store.stored(CaseId.of("B-0")).entries().get(0).event() + "}");
  }

  @Test
  void whatever_a_damaged_store_holds_comes_out_as_it_is() throws IOException {
    long seed = 5_207;
    System.out.println("RecordTest seed " + seed);
    Random random = new Random(seed);
    List<StoredCase> cases = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      List<StoredEntry> entries = new ArrayList<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        entries.add(
            new StoredEntry(
                text(random),
                random.nextLong(),
                random.nextLong(),
                optional(random),
                optional(random),
                text(random),
                text(random),
                text(random)));
      }
      Optional<Head> head =
          random.nextBoolean()
              ? Optional.of(new Head(random.nextLong(), text(random)))
              : Optional.empty();
      cases.add(new StoredCase(CaseId.of(String.format("B-%03d", i)), head, entries));
    }

    assertThat(read(written(cases))).isEqualTo(cases);
  }

  private static Optional<String> optional(Random random) {
    return random.nextBoolean() ? Optional.of(text(random)) : Optional.empty();
  }

  private static String text(Random random) {
    List<String> parts =
        List.of(
            "",
            "{",
            "}",
            "{}",
            "{\"a\":1}",
            "\"",
            "\\",
            "\n",
            "\r",
            "\u0000",
            "\u2028",
            "é",
            "ꦗ",
            "😀",
            "\ud83d",
            "\ude00",
            ",\"event\":",
            "{\"of\":",
            "{\"case\":",
            "\\u0041",
            "null");
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(4); n > 0; n--) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }

  @Test
  void cases_come_in_the_order_of_their_ids_and_once() throws IOException {
    MemoryStore store = store(2);
    try (RecordWriter writer = new RecordWriter(new java.io.ByteArrayOutputStream())) {
      writer.write(store.stored(CaseId.of("B-1")));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.write(store.stored(CaseId.of("B-0"))));
    }
    List<String> lines = Files.readAllLines(exported(store));
    lines.addAll(1, lines.subList(1, lines.size() - 1));

    assertRefused(lines, "SOP-5208");
  }

  @Test
  void a_file_that_is_none_or_was_cut_or_continued_is_refused_at_its_line() throws IOException {
    List<String> lines = Files.readAllLines(exported(store(2)));

    assertRefused(List.of(), "SOP-5202");
    assertRefused(List.of("{\"record\":\"sop-record-9\"}"), "SOP-5202");
    assertRefused(List.of("PK\u0003\u0004"), "SOP-5202");
    assertRefused(lines.subList(0, 1), "SOP-5205");
    assertRefused(lines.subList(0, lines.size() - 1), "SOP-5205");
    assertRefused(with(lines, lines.size(), "{}"), "SOP-5206");
    assertRefused(with(lines, 1, "{\"of\":\"B-9\"}"), "SOP-5203");
    assertRefused(with(lines, 2, "{\"of\": \"B-0\"}"), "SOP-5203");
    assertRefused(with(lines, 2, "{\"of\":\"B-0\",\"seq\":01}"), "SOP-5203");
    assertRefused(with(lines, 2, "{\"of\":\"B-0\",\"seq\":99999999999999999999}"), "SOP-5203");
    assertRefused(with(lines, 1, "{\"case\":\"\"}"), "SOP-5203");
    Path notThere = folder.resolve("tidak-ada");
    assertThatThrownBy(() -> RecordProof.of(notThere, List.of(), Extent.PARTIAL))
        .hasMessageStartingWith("SOP-5201");
    Path lineWithoutEnd = Files.writeString(folder.resolve("panjang"), "{" + "x".repeat(9_000_000));
    assertThatThrownBy(() -> RecordProof.of(lineWithoutEnd, List.of(), Extent.PARTIAL))
        .hasMessageStartingWith("SOP-5204");
    Path notUtf8 =
        Files.write(folder.resolve("biner"), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    assertThatThrownBy(() -> RecordProof.of(notUtf8, List.of(), Extent.PARTIAL))
        .hasMessageStartingWith("SOP-5202");
  }

  private static List<String> with(List<String> lines, int at, String line) {
    List<String> more = new ArrayList<>(lines);
    more.add(at, line);
    return more;
  }

  private void assertRefused(List<String> lines, String code) throws IOException {
    Path file = Files.createTempFile(folder, "rusak", ".jsonl");
    Files.write(file, lines, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> RecordProof.of(file, List.of(), Extent.PARTIAL))
        .isInstanceOf(RecordException.class)
        .extracting(e -> ((SopException) e).code().id())
        .isEqualTo(code);
    MemoryStore store = MemoryStore.create();
    assertThatThrownBy(() -> RecordImport.into(store, file)).isInstanceOf(RecordException.class);
    assertThat(store.cases()).isEmpty();
  }

  @Test
  void nothing_is_taken_in_of_an_unsound_record_or_where_a_case_stands_already()
      throws IOException {
    MemoryStore store = store(3);
    StoredCase last = store.stored(CaseId.of("B-2"));
    List<StoredCase> cut = new ArrayList<>(List.of(store.stored(CaseId.of("B-0"))));
    cut.add(new StoredCase(last.caseId(), last.head(), last.entries().subList(0, 2)));
    Path unsound = written(cut);
    MemoryStore empty = MemoryStore.create();
    MemoryStore taken = MemoryStore.create();
    taken.append(CaseScript.of("B-2").start());

    assertThatThrownBy(() -> RecordImport.into(empty, unsound))
        .hasMessageContaining("SOP-5209")
        .hasMessageContaining("B-2");
    assertThatThrownBy(() -> RecordImport.into(taken, exported(store)))
        .hasMessageContaining("SOP-5210")
        .hasMessageContaining("B-2");
    assertThat(empty.cases()).isEmpty();
    assertThat(taken.cases()).containsExactly(CaseId.of("B-2"));
  }

  @Test
  void an_anchor_is_read_as_it_was_written_and_known_by_its_digest() throws IOException {
    Anchor anchor = Anchor.of(store(5), NOW);
    Path file = Files.writeString(folder.resolve("jangkar"), anchor.text());

    assertThat(Anchor.read(file)).isEqualTo(anchor);
    assertThat(Anchor.read(file, anchor.digest())).isEqualTo(anchor);
    assertThatThrownBy(() -> Anchor.read(file, "0".repeat(64))).hasMessageStartingWith("SOP-5211");
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      List<String> fewer = new ArrayList<>(lines);
      fewer.remove(i);
      Path damaged = Files.write(folder.resolve("jangkar-rusak"), fewer);
      assertThatThrownBy(() -> Anchor.read(damaged)).isInstanceOf(RecordException.class);
    }
  }
}
