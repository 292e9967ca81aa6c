package id.sop.rules.draft;

import static org.assertj.core.api.Assertions.assertThat;

import id.sop.bundle.SopBundle;
import id.sop.definition.Asumsi;
import id.sop.definition.Label;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.SopReader;
import id.sop.definition.Step;
import id.sop.example.Example;
import id.sop.example.ExampleReader;
import id.sop.routing.Procedure;
import id.sop.rules.LoadedSop;
import id.sop.rules.Shipped;
import id.sop.rules.SopRules;
import id.sop.rules.example.ExamplePlay;
import id.sop.rules.sheet.SheetWriter;
import id.sop.worktime.Waktu;
import id.sop.worktime.WorkCalendar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedDraftsTest {
  static List<SopId> shipped() {
    return Shipped.ids();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void a_shipped_sop_drawn_up_again_from_its_form_has_the_same_rows(SopId id) {
    Sop sop = Shipped.procedure(id).sop();

    Draft draft = draft(id, SheetWriter.xlsx("SOP", OfficialForm.of(sop)));

    Sop drafted = sop(draft);
    assertThat(drafted.langkah().keySet()).containsExactlyElementsOf(sop.langkah().keySet());
    assertThat(drafted.langkah().values().stream().map(s -> told(drafted, s)).toList())
        .isEqualTo(sop.langkah().values().stream().map(s -> told(sop, s)).toList());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void csv_and_xlsx_give_the_same_draft(SopId id) {
    List<List<String>> form = OfficialForm.of(Shipped.procedure(id).sop());

    Draft fromCsv = draft(id, SheetWriter.csv(form));
    Draft fromXlsx = draft(id, SheetWriter.xlsx("SOP", form));

    for (String file : List.of(SopBundle.SOP, SopBundle.RUTE, SopBundle.UJI)) {
      assertThat(fromCsv.files().get(file)).asString().isEqualTo(text(fromXlsx, file));
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void a_draft_loads_and_its_example_holds(SopId id) {
    Draft draft = draft(id, SheetWriter.xlsx("SOP", OfficialForm.of(Shipped.procedure(id).sop())));

    LoadedSop loaded = SopRules.load(SopBundle.of("rintisan", draft.files()));

    assertThat(loaded.errors()).isEmpty();
    Procedure procedure = loaded.procedure().orElseThrow();
    ExampleReader.Result read =
        ExampleReader.read("uji.yaml", draft.files().get(SopBundle.UJI), procedure.sop());
    assertThat(read.problems()).isEmpty();
    assertThat(read.examples()).hasSize(1);
    for (Example example : read.examples()) {
      assertThat(ExamplePlay.run(procedure, example, WorkCalendar.indonesia())).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void what_the_form_does_not_say_is_asked(SopId id) {
    Sop sop = Shipped.procedure(id).sop();

    Draft draft = draft(id, SheetWriter.xlsx("SOP", OfficialForm.of(sop)));

    Set<Object> asked =
        draft.questions().stream().flatMap(q -> q.baris().stream()).collect(Collectors.toSet());
    assertThat(draft.questions()).isNotEmpty().noneMatch(Asumsi::dikonfirmasi);
    assertThat(sop(draft).asumsi()).isEqualTo(draft.questions());
    for (Step step : sop.langkah().values()) {
      boolean unclear =
          step.decides()
              || step.pelaksana().roles().size() > 1
              || step.mutuBaku().waktu() instanceof Waktu.MenurutAturan;
      if (unclear) {
        assertThat(asked).contains(step.id());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void a_document_that_is_written_reads_back_as_it_was(SopId id) {
    Sop sop = Shipped.procedure(id).sop();

    SopReader.Result read =
        SopReader.read(
            "sop.yaml", SopYaml.of(sop).getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(read.sop()).isPresent();
    assertThat(read.sop().get())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*place")
        .isEqualTo(sop);
  }

  private static Draft draft(SopId id, byte[] table) {
    Draft.Result result = Draft.of(id, Optional.of("Contoh"), "tabel.xlsx", table);
    assertThat(result.problems()).isEmpty();
    return result.draft().orElseThrow();
  }

  private static String text(Draft draft, String file) {
    return new String(draft.files().get(file), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Sop sop(Draft draft) {
    SopReader.Result read = SopReader.read("sop.yaml", draft.files().get(SopBundle.SOP));
    assertThat(read.sop()).as("%s", read.problems()).isPresent();
    return read.sop().get();
  }

  /** What the form says of a row. */
  private record Told(
      String no,
      String kegiatan,
      Set<String> performers,
      List<String> kelengkapan,
      Waktu waktu,
      List<String> output,
      String keterangan,
      List<Label> keputusan) {}

  private static Told told(Sop sop, Step step) {
    UnaryOperator<String> name = code -> sop.pelaksana().get(PelaksanaCode.of(code)).nama();
    Waktu waktu = step.mutuBaku().waktu();
    return new Told(
        step.no(),
        step.kegiatan(),
        step.pelaksana().roles().stream()
            .map(r -> name.apply(r.value()))
            .collect(Collectors.toSet()),
        step.mutuBaku().kelengkapan(),
        waktu instanceof Waktu.MenurutAturan ? Waktu.sesuaiJadwal() : waktu,
        step.mutuBaku().output(),
        step.keterangan(),
        step.keputusan());
  }
}
