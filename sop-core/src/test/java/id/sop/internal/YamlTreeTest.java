package id.sop.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.problem.Problems;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTreeTest {
  private static final String YAML =
      """
      a: teks biasa
      "b c": 'dikutip # bukan komentar'
      daftar: [1, "dua", {x: ~}]
      panjang: >-
        dua
        garis
      peta:
        - k: é😀
          l:
      """;

  private static YamlMap parsed() {
    return YamlFile.read("a.yaml", YAML, new Problems()).orElseThrow();
  }

  @Test
  void what_is_read_back_is_what_was_written_place_by_place() {
    String written = YamlTree.write(parsed());

    YamlMap read = YamlTree.read("a.yaml", written, new Problems());

    assertThat(YamlTree.write(read)).isEqualTo(written);
    assertThat(read.keys()).isEqualTo(parsed().keys());
    assertThat(read.text("b c")).isEqualTo(parsed().text("b c"));
    assertThat(read.valuePlace("peta")).isEqualTo(parsed().valuePlace("peta"));
    assertThat(read.has("peta")).isTrue();
    assertThat(read.maps("peta", 9).get(0).has("l")).isFalse();
  }

  @Test
  void what_is_wrong_with_a_node_is_told_to_whoever_reads_it() {
    Problems problems = new Problems();
    YamlMap read = YamlTree.read("a.yaml", YamlTree.write(parsed()), problems);

    read.require("tidak-ada");

    assertThat(problems.sorted()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "[0,1,1,0,true,\"teks\"]",
        "[2,1,1,[1,1,1],[0,1,1,0,true,\"a\"]]",
        "[2,1,1,[0,1,1,0,true,\"a\"]]",
        "[3,1,1]",
        "[2,1]",
        "[2,1,1]x",
        "[2,99999999999,1]",
        "[2,1,1,[0,1,1,0,null,\"a\"],[1,1,1]]"
      })
  void anything_else_is_refused(String json) {
    assertThatThrownBy(() -> YamlTree.read("a.yaml", json, new Problems()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_thousand_damages_either_read_or_are_refused() {
    long seed = 20_261_122L;
    Random random = new Random(seed);
    String written = YamlTree.write(parsed());
    for (int round = 0; round < 1_000; round++) {
      StringBuilder damaged = new StringBuilder(written);
      damaged.setCharAt(random.nextInt(written.length()), "[]{},\"0a-".charAt(random.nextInt(9)));

      try {
        assertThat(YamlTree.read("a.yaml", damaged.toString(), new Problems())).isNotNull();
      } catch (IllegalArgumentException refused) {
        assertThat(refused).as("seed %d, round %d", seed, round).hasMessageContaining("nodes");
      }
    }
  }

  @Test
  void a_tower_of_lists_is_refused() {
    String tower = "[2,1,1,[0,1,1,0,true,\"a\"]," + "[1,1,1,".repeat(100_000);

    assertThatThrownBy(() -> YamlTree.read("a.yaml", tower, new Problems()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
