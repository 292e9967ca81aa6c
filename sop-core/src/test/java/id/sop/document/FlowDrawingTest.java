package id.sop.document;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;
import static org.assertj.core.api.Assertions.assertThat;

import id.sop.definition.DataValue;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.routing.Block;
import id.sop.routing.Dimension;
import id.sop.routing.Grid;
import id.sop.routing.Range;
import id.sop.routing.RouteAnswer;
import id.sop.routing.RouteQuestion;
import id.sop.routing.RouteReason;
import id.sop.routing.RoutingTable;
import id.sop.routing.Target;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What a drawing shows of a flow. */
class FlowDrawingTest {
  private static final RouteReason WHY =
      new RouteReason("aturan", Place.startOf("rute.drl"), "0".repeat(64), "1", "contoh", "");

  /** A table written by hand. */
  private static final class Arrows {
    private final Sop sop;
    private final List<Block> blocks = new ArrayList<>();

    private Arrows(Sop sop) {
      this.sop = sop;
    }

    Arrows start(String... rows) {
      blocks.add(new Block(new Grid(Optional.empty(), List.of()), List.of(open(rows))));
      return this;
    }

    Arrows after(String row, RouteAnswer answer) {
      return block(row, "", List.of(), answer);
    }

    Arrows decided(String row, String label, RouteAnswer answer) {
      return block(row, label, List.of(), answer);
    }

    Arrows block(String row, String label, List<Dimension> dimensions, RouteAnswer... answers) {
      Optional<Label> said = label.isEmpty() ? Optional.empty() : Optional.of(Label.of(label));
      PelaksanaCode by = sop.step(StepId.of(row)).orElseThrow().pelaksana().completing();
      Grid grid =
          new Grid(
              Optional.of(new RouteQuestion.Completed(StepId.of(row), said, by, 1)), dimensions);
      blocks.add(new Block(grid, List.of(answers)));
      return this;
    }

    FlowDrawing drawing() {
      return FlowDrawing.of(sop, RoutingTable.of(blocks, sop.pelaksana().keySet()));
    }
  }

  private static RouteAnswer open(String... rows) {
    return new RouteAnswer.Open(Stream.of(rows).map(FlowDrawingTest::target).toList(), WHY);
  }

  private static Target target(String row) {
    return new Target(
        StepId.of(row), List.of(PelaksanaCode.of("STAF")), Waktu.paling(4, Satuan.HARI_KALENDER));
  }

  private static RouteAnswer end() {
    return new RouteAnswer.End("SELESAI", WHY);
  }

  private static final RouteAnswer NONE = new RouteAnswer.NoRoute();

  private static Arrows decision() {
    return new Arrows(
            aSop().row(aRow("1").by("KABAG")).row(aRow("2").decides("YA", "TIDAK")).build())
        .start("1")
        .after("1", open("2"))
        .decided("2", "YA", end())
        .decided("2", "TIDAK", open("1"));
  }

  private static Arrow row(String from, String label, String to) {
    return new Arrow(
        Optional.of(StepId.of(from)),
        label.isEmpty() ? Optional.empty() : Optional.of(Label.of(label)),
        new Goal.Row(StepId.of(to)));
  }

  private static List<String> texts(String svg, String element) {
    NodeList found = Geometry.parse(svg).getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  /** How many elements have this style. */
  private static long count(String svg, String style) {
    return svg.lines().filter(line -> line.contains("class=\"" + style + "\"")).count();
  }

  @Test
  void every_arrow_of_the_table_is_drawn_once_with_its_label() {
    FlowDrawing drawing = decision().drawing();

    String svg = drawing.svg();

    assertThat(drawing.arrows())
        .containsExactly(
            new Arrow(Optional.empty(), Optional.empty(), new Goal.Row(StepId.of("1"))),
            row("1", "", "2"),
            new Arrow(
                Optional.of(StepId.of("2")), Optional.of(Label.of("YA")), new Goal.End("SELESAI")),
            row("2", "TIDAK", "1"));
    assertThat(count(svg, "panah")).isEqualTo(4);
    assertThat(texts(svg, "text")).contains("YA", "TIDAK", "MULAI", "SELESAI");
    assertThat(Geometry.faults(svg)).isEmpty();
  }

  @Test
  void a_decision_is_a_diamond_and_an_activity_a_box() {
    Document svg = Geometry.parse(decision().drawing().svg());

    assertThat(svg.getElementsByTagName("polygon").getLength()).isEqualTo(1);
  }

  @Test
  void a_reader_of_the_screen_hears_every_arrow() {
    String svg = decision().drawing().svg();

    assertThat(texts(svg, "desc"))
        .containsExactly(
            "2 baris. Mulai → baris 1. Baris 1 → baris 2. Baris 2 YA → berakhir: SELESAI. Baris 2"
                + " TIDAK → baris 1.");
  }

  @Test
  void a_condition_stands_on_its_arrow_and_not_where_it_makes_no_difference() {
    Sop sop = aSop().row(aRow("1")).row(aRow("2")).row(aRow("3")).build();
    List<Dimension> place =
        List.of(
            new Dimension.Words("lokasi", List.of(DataValue.of("DALAM"), DataValue.of("LUAR"))));

    FlowDrawing drawing =
        new Arrows(sop)
            .start("1")
            .block("1", "", place, NONE, open("2"), open("3"))
            .block("2", "", place, NONE, end(), end())
            .after("3", end())
            .drawing();

    assertThat(texts(drawing.svg(), "desc").get(0))
        .contains("Baris 1 (lokasi DALAM) → baris 2", "Baris 1 (lokasi LUAR) → baris 3")
        .contains("Baris 2 → berakhir");
  }

  @Test
  void amounts_and_visits_are_told_as_an_official_writes_them() {
    Sop sop = aSop().row(aRow("1")).row(aRow("2")).build();
    Dimension amount =
        new Dimension.Amounts(
            "nilai",
            false,
            List.of(new Range(0, 49_999_999), new Range(50_000_000, 1_000_000_000)));
    Dimension visits =
        new Dimension.Visits(List.of(new Range(1, 2), new Range(3, Integer.MAX_VALUE)));

    FlowDrawing drawing =
        new Arrows(sop)
            .start("1")
            .block("1", "", List.of(amount), NONE, open("2"), end())
            .block("2", "", List.of(visits), open("1"), end())
            .drawing();

    assertThat(texts(drawing.svg(), "desc").get(0))
        .contains("Baris 1 (nilai ≤ 49.999.999) → baris 2")
        .contains("Baris 1 (nilai ≥ 50.000.000) → berakhir")
        .contains("Baris 2 (kunjungan ke-1 sampai 2) → baris 1")
        .contains("Baris 2 (kunjungan ke-3 atau lebih) → berakhir");
  }

  private static Dimension openRow(String row) {
    return new Dimension.AnyRow(false, Set.of(StepId.of(row)));
  }

  private static FlowDrawing fork() {
    Sop sop =
        aSop().row(aRow("1")).row(aRow("2").by("A")).row(aRow("3").by("B")).row(aRow("4")).build();
    RouteAnswer waits = new RouteAnswer.Wait(WHY);
    return new Arrows(sop)
        .start("1")
        .after("1", open("2", "3"))
        .block("2", "", List.of(openRow("3")), open("4"), waits)
        .block("3", "", List.of(openRow("2")), open("4"), waits)
        .after("4", end())
        .drawing();
  }

  @Test
  void branches_part_at_a_bar_and_meet_at_a_bar() {
    String svg = fork().svg();

    assertThat(count(svg, "palang")).isEqualTo(2);
    assertThat(texts(svg, "desc").get(0))
        .contains("Baris 2 → baris 4 setelah cabang lain selesai")
        .doesNotContain("terbuka");
    assertThat(Geometry.faults(svg)).isEmpty();
  }

  @Test
  void those_who_share_a_row_stand_in_their_columns_joined_by_a_line() {
    Sop sop =
        aSop()
            .row(aRow("1").by(Mode.BERSAMA, "A", "B"))
            .row(aRow("2").by(Mode.BERJENJANG, "A", "B", "C"))
            .row(aRow("3").by(Mode.SALAH_SATU, "A", "C"))
            .build();

    String svg =
        new Arrows(sop)
            .start("1")
            .after("1", open("2"))
            .after("2", open("3"))
            .after("3", end())
            .drawing()
            .svg();

    assertThat(texts(svg, "text"))
        .contains("memimpin", "ikut serta", "urutan 1", "urutan 2", "urutan 3", "salah satu");
    assertThat(count(svg, "sambung")).isEqualTo(3);
    assertThat(count(svg, "sambung pilihan")).isEqualTo(1);
    assertThat(Geometry.faults(svg)).isEmpty();
  }

  @Test
  void a_time_that_the_rules_give_is_shown_as_they_give_it() {
    Sop sop = aSop().row(aRow("1").within(new Waktu.MenurutAturan())).build();

    FlowDrawing drawing = new Arrows(sop).start("1").after("1", end()).drawing();

    assertThat(texts(drawing.svg(), "text")).contains("4 hari", "kalender");
    assertThat(drawing.mermaid()).contains("4 hari kalender");
  }

  /** An SOP with this text wherever a text can stand. */
  private static FlowDrawing saying(String text) {
    Sop plain = aSop().row(aRow("1").needs(text).gives(text)).build();
    Step step = plain.step(StepId.of("1")).orElseThrow();
    Step hostile =
        new Step(
            step.id(),
            text,
            text,
            step.pelaksana(),
            List.of(),
            step.mutuBaku(),
            step.dinilai(),
            text,
            List.of(),
            Map.of(),
            step.place());
    Sop sop =
        Sop.of(
            plain.id(),
            text,
            plain.zona(),
            plain.identitas(),
            List.copyOf(plain.pelaksana().values()),
            List.of(),
            List.of(hostile),
            List.of());
    return new Arrows(sop).start("1").after("1", end()).drawing();
  }

  @Test
  void a_text_cannot_become_a_part_of_the_document() {
    String svg = saying("</svg><script>alert(1)</script>&\"' ]]> \u0007\u202E x").svg();

    Document document = Geometry.parse(svg);

    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg).doesNotContain("<script", "\u0007", "\u202E", "href", "url(", "http://x");
    assertThat(Geometry.faults(svg)).isEmpty();
  }

  @Test
  void a_text_without_a_blank_is_broken_and_stays_in_its_column() {
    String svg = saying("W".repeat(400)).svg();

    assertThat(Geometry.faults(svg)).isEmpty();
  }

  @Test
  void a_text_cannot_become_a_part_of_the_mermaid_text() {
    String mermaid = saying("a\"] --> z\nclick b1 \"x\" %% `b` #quot; <b>").mermaid();

    assertThat(mermaid.lines())
        .hasSize(7)
        .noneMatch(line -> line.strip().startsWith("click"))
        .noneMatch(line -> line.contains("<b>") || line.contains("`"));
    assertThat(mermaid).contains("a#34;#93; --#62; z");
  }

  @Test
  void the_mermaid_text_has_the_same_arrows() {
    assertThat(fork().mermaid())
        .isEqualTo(
            """
            flowchart TD
              accTitle: Bagan alir Surat
              mulai(["MULAI"])
              b1["1. kegiatan 1<br>STAF<br>1 hari kerja"]
              b2["2. kegiatan 2<br>A<br>1 hari kerja"]
              b3["3. kegiatan 3<br>B<br>1 hari kerja"]
              b4["4. kegiatan 4<br>STAF<br>1 hari kerja"]
              akhir4(["SELESAI"])
              gabung_b4{{"tunggu semua"}}
              gabung_b4 --> b4
              mulai --> b1
              cabang1{{"serentak"}}
              b1 --> cabang1
              cabang1 --> b2
              cabang1 --> b3
              b2 --> gabung_b4
              b3 --> gabung_b4
              b4 --> akhir4
            """);
  }

  @Test
  void marks_are_drawn_and_explained() {
    String svg =
        decision()
            .drawing()
            .marks(Map.of(StepId.of("1"), Mark.CURRENT), Map.of(row("2", "TIDAK", "1"), Mark.NEW))
            .svg();

    assertThat(count(svg, "kini")).isEqualTo(1);
    assertThat(count(svg, "baru")).isEqualTo(1);
    assertThat(texts(svg, "text"))
        .contains("hijau: baru · kuning berbingkai biru: sedang dikerjakan");
    assertThat(Geometry.faults(svg)).isEmpty();
  }

  @Test
  void an_arrow_that_is_gone_is_added_and_one_between_unknown_rows_is_not() {
    FlowDrawing drawing =
        decision()
            .drawing()
            .marks(
                Map.of(StepId.of("9"), Mark.GONE),
                Map.of(row("1", "", "1"), Mark.GONE, row("9", "", "1"), Mark.NEW));

    String svg = drawing.svg();

    assertThat(count(svg, "panah")).isEqualTo(5);
    assertThat(count(svg, "hapus")).isEqualTo(1);
    assertThat(texts(svg, "text")).contains("merah putus-putus: dihapus");
    assertThat(drawing.mermaid()).contains("linkStyle 4 stroke:#a3191f");
    assertThat(Geometry.faults(svg)).isEmpty();
  }

  @Test
  void the_language_of_the_machine_changes_nothing() {
    Locale before = Locale.getDefault();
    String here = fork().svg();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(fork().svg()).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }
}
