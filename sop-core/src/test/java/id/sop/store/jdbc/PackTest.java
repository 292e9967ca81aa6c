package id.sop.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import id.sop.casework.CaseStatus;
import id.sop.internal.Sha256;
import id.sop.journal.Actor;
import id.sop.journal.CaseEvent;
import id.sop.journal.CaseId;
import id.sop.journal.Chain;
import id.sop.journal.ChainFault;
import id.sop.journal.CommandKey;
import id.sop.journal.CommandMark;
import id.sop.journal.Entry;
import id.sop.journal.Head;
import id.sop.journal.RandomEvents;
import id.sop.journal.StoredCase;
import id.sop.journal.StoredEntry;
import id.sop.store.CaseScript;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a pack comes out of it, and what was not put in shows. */
class PackTest {
  private static final long SEED = 6_025;
  private static final CaseId CASE = CaseId.of("B-1");

  private final Random random = new Random(SEED);

  private static List<StoredEntry> stored(List<Entry> entries) {
    return entries.stream().map(StoredEntry::of).toList();
  }

  private static List<StoredEntry> unpacked(NewRows rows) {
    List<StoredEntry> entries = new ArrayList<>(rows.single());
    for (NewRows.Packed row : rows.packed()) {
      entries.addAll(Pack.entries(row.caseId(), row.seq(), row.recordedAt(), row.pack()));
    }
    entries.sort((one, other) -> Long.compare(one.seq(), other.seq()));
    return entries;
  }

  private static NewRows.Packed only(List<StoredEntry> entries) {
    NewRows rows = NewRows.packed(entries);
    assertThat(rows.single()).isEmpty();
    assertThat(rows.packed()).hasSize(1);
    return rows.packed().get(0);
  }

  private List<StoredEntry> journal(int length) {
    RandomEvents events = new RandomEvents(random.nextLong());
    List<StoredEntry> entries = new ArrayList<>();
    String head = Chain.GENESIS;
    for (int seq = 1; seq <= length; seq++) {
      // The clock of a host may run back, and reach any year.
      Instant at = Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L), 1);
      Entry entry = Chain.next(CASE, seq, at, mark(), events.next(), head);
      head = entry.digest();
      entries.add(StoredEntry.of(entry));
    }
    return entries;
  }

  private Optional<CommandMark> mark() {
    if (random.nextInt(3) == 0) {
      return Optional.empty();
    }
    StringBuilder key = new StringBuilder("k");
    while (key.length() < random.nextInt(98)) {
      key.appendCodePoint(scalar());
    }
    return Optional.of(new CommandMark(CommandKey.of(key.toString()), Sha256.of(key.toString())));
  }

  /** Any character of any plane. */
  private int scalar() {
    int point = random.nextInt(Character.MAX_CODE_POINT + 1);
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 'x' : point;
  }

  @Test
  void random_journals_come_back_to_the_letter() {
    System.out.println("figure: random journals packed with seed " + SEED);
    for (int i = 0; i < 1_000; i++) {
      List<StoredEntry> journal = journal(1 + random.nextInt(12));

      NewRows.Packed row = only(journal);

      assertThat(Pack.entries(CASE.value(), row.seq(), row.recordedAt(), row.pack()))
          .as("journal %s", i)
          .isEqualTo(journal);
    }
  }

  private static StoredEntry withEvent(String event) {
    String digest = "0123456789abcdef".repeat(4);
    return new StoredEntry(
        "B-1", 7, 5, Optional.empty(), Optional.empty(), event, Chain.GENESIS, digest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde",
        "x0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0f",
        "é0000000000000000000000000000000000000000000000000000000000000000😀",
        "\u0000\u0002\u001f\u007f\ud7ff\ue000\uffff",
      })
  void any_text_comes_back(String event) {
    for (String text : List.of(event, event + event, event.repeat(999))) {
      List<StoredEntry> entries = List.of(withEvent(text));

      assertThat(unpacked(NewRows.packed(entries))).isEqualTo(entries);
    }
  }

  @Test
  void every_character_of_every_plane_comes_back() {
    StringBuilder text = new StringBuilder();
    for (int plane = 0; plane <= 16; plane++) {
      for (int i = 2; i < 0x10000; i += 97) {
        int point = plane << 16 | i;
        text.appendCodePoint(Character.isSurrogate((char) point) && plane == 0 ? 'x' : point);
      }
    }
    List<StoredEntry> entries = List.of(withEvent(text.toString()));

    assertThat(Pack.takes(entries.get(0))).isTrue();
    assertThat(unpacked(NewRows.packed(entries))).isEqualTo(entries);
  }

  @Test
  void what_a_pack_cannot_hold_has_a_row_of_its_own() {
    StoredEntry sound = withEvent("{}");
    List<StoredEntry> odd =
        List.of(
            withEvent("x".repeat(1_000_000)),
            withEvent("\u0001"),
            withEvent("\ud800"),
            new StoredEntry(
                "B-1", 7, 5, Optional.of("k"), Optional.empty(), "", Chain.GENESIS, Chain.GENESIS),
            new StoredEntry(
                "B-1", 7, 5, Optional.of("k"), Optional.of("d"), "", Chain.GENESIS, Chain.GENESIS),
            new StoredEntry(
                "B-1", 7, 5, Optional.empty(), Optional.empty(), "", "", "A".repeat(64)));
    for (StoredEntry entry : odd) {
      NewRows rows = NewRows.packed(List.of(sound, entry, sound));

      assertThat(rows.single()).containsExactly(entry);
      assertThat(rows.packed()).hasSize(2);
    }
  }

  @Test
  void a_whole_journal_taken_in_at_once_lies_in_several_packs_none_too_large() {
    List<StoredEntry> entries = journal(450);
    List<StoredEntry> large = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      StoredEntry entry = withEvent("é".repeat(100_000));
      large.add(
          new StoredEntry(
              "B-1",
              i + 1L,
              5,
              Optional.empty(),
              Optional.empty(),
              entry.event(),
              // Each follows the one before.
              entry.digest(),
              entry.digest()));
    }

    assertThat(NewRows.packed(entries).packed()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(unpacked(NewRows.packed(entries))).isEqualTo(entries);
    assertThat(NewRows.packed(large).packed()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(unpacked(NewRows.packed(large))).isEqualTo(large);
  }

  @Test
  void each_flipped_bit_shows_and_the_first_entry_that_it_touches_is_named() {
    CaseScript script = CaseScript.of("B-1");
    List<StoredEntry> before = stored(script.start().entries());
    List<StoredEntry> entries = stored(script.step().entries());
    List<StoredEntry> after = stored(script.end().entries());
    NewRows.Packed row = only(entries);
    Head head = new Head(6, after.get(1).digest());

    for (int i = 0; i < row.pack().length; i++) {
      // The digest of the second entry alone is no fault of the first.
      long first = i >= 66 && i < 98 ? 4 : 3;
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = row.pack().clone();
        flipped[i] ^= (byte) (1 << bit);
        List<StoredEntry> all = new ArrayList<>(before);
        all.addAll(Pack.entries("B-1", row.seq(), row.recordedAt(), flipped));
        all.addAll(after);

        List<ChainFault> faults = Chain.verify(new StoredCase(CASE, Optional.of(head), all));
        assertThat(faults)
            .as("byte %s, bit %s", i, bit)
            .isNotEmpty()
            .allSatisfy(fault -> assertThat(fault.seq()).isBetween(first, 4L));
        assertThat(faults.get(0).seq()).as("byte %s, bit %s", i, bit).isEqualTo(first);
      }
    }
  }

  @Test
  void a_pack_that_was_cut_short_or_is_noise_is_told_as_damaged() {
    byte[] pack = only(stored(CaseScript.of("B-1").start().entries())).pack();
    for (int length = 0; length < pack.length; length++) {
      assertDamaged(Arrays.copyOf(pack, length));
    }
    assertDamaged(Arrays.copyOf(pack, pack.length + 1));
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      if (noise.length > 1) {
        noise[0] = 1;
        noise[1] = (byte) (1 + random.nextInt(3));
      }
      assertDamaged(noise);
      assertDamaged(withBody(1, noise));
    }
  }

  private static void assertDamaged(byte[] pack) {
    assertThat(Pack.entries("B-1", 2, 0, pack))
        .isNotEmpty()
        .allSatisfy(
            entry ->
                assertThat(entry.event())
                    .isEqualTo(Pack.UNREADABLE + Base64.getEncoder().encodeToString(pack)));
  }

  /** A pack as somebody makes it who knows the form. */
  private static byte[] withBody(int count, byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return ByteBuffer.allocate(2 + 32 * (count + 1) + 4 + body.length)
        .put((byte) 1)
        .put((byte) count)
        .position(2 + 32 * (count + 1))
        .putInt((int) crc.getValue())
        .put(body)
        .array();
  }

  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(plain);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    while (!deflater.finished()) {
      out.write(part, 0, deflater.deflate(part));
    }
    deflater.end();
    return out.toByteArray();
  }

  @Test
  void a_pack_made_to_fill_the_memory_is_told_as_damaged() {
    int length = 50_000_000;
    byte[] plain = new byte[2 + 4 + length];
    for (int i = 0; i < 4; i++) {
      plain[2 + i] = (byte) (length >>> 7 * i & 0x7f | (i < 3 ? 0x80 : 0));
    }

    // But for its size it would be a pack with one event of that many bytes.
    assertDamaged(withBody(1, deflated(plain)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // An event of 2^63 - 1 bytes; a number without an end; a key of one byte that is not there;
        // no text; a digest that breaks off; something behind the last entry.
        "AAD//////////38=",
        "AAD/////////////",
        "AAI=",
        "AAAC/8M=",
        "AAACAQA=",
        "AAAAAAAA",
      })
  void numbers_and_texts_that_cannot_be_are_told_as_damaged(String plain) {
    assertDamaged(withBody(1, deflated(Base64.getDecoder().decode(plain))));
  }

  /** As the first library that packed wrote it: every later one reads it. */
  private static final String GOLDEN =
      """
      AQIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAKHHXFTmsdkJso0W4FqOLv7hlfZJLqKO
      xuo+ZUC6f9w/K9vbR69AN1sF7L/CuX3g3PdX6t+8plgHS5zHfrdjTweJxGBAa+g7J8OSrWtwhgB4
      yUhKSQhqGpvCYwepaIYUhjmZuYkFpTmlGeCyMDs/r7g0pwTUQkUtD+HBwbibAMBWHJqjJXlIfYUo
      FXE0ZGtrGYgJjy5m0tIr7hDBbLKjJFtYNQsu08lMwvAOIloqBjnKDJujUBOzEzitJYHaVaUleZWJ
      xKRscxwpm3EVAYAv6QMbyMBaFCPVAwA=
      """;

  @Test
  void what_was_packed_once_is_read_for_ever() throws Exception {
    byte[] dictionary = Resources.toByteArray(Resources.getResource(Pack.class, "pack-1.dict"));
    List<StoredEntry> entries = stored(CaseScript.of("B-1").start().entries());
    NewRows.Packed row = only(entries);

    assertThat(Sha256.of(dictionary))
        .isEqualTo("abdaba843057f7be5b06021e176de9cdac9cce8f3f9449e6c7c91e72f804a8fb");
    assertThat(Pack.entries("B-1", 2, row.recordedAt(), Base64.getMimeDecoder().decode(GOLDEN)))
        .as("packed now: %s", Base64.getEncoder().encodeToString(row.pack()))
        .isEqualTo(entries);
  }

  @Test
  void a_pack_is_a_quarter_of_its_entries() {
    CaseScript script = CaseScript.of("B-1");
    script.start();
    List<StoredEntry> entries = stored(script.step().entries());
    int columns =
        entries.stream().mapToInt(entry -> entry.event().length() + 3 * 64 + "k-2".length()).sum();

    assertThat(only(entries).pack().length).isLessThan(columns / 4);
  }

  @Test
  void a_long_text_comes_back_by_way_of_a_row_of_its_own() {
    CaseScript script = CaseScript.of("B-1");
    CaseEvent stop =
        new CaseEvent.Terminated(Actor.of("u-1", "STAF"), "ꦗ".repeat(350_000), CaseScript.BEGIN);
    List<StoredEntry> entries =
        stored(script.change(CaseStatus.DIHENTIKAN, script.opened(1), stop).entries());

    NewRows rows = NewRows.packed(entries);

    assertThat(rows.single()).hasSize(1);
    assertThat(unpacked(rows)).isEqualTo(entries);
  }
}
