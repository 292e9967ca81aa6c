package id.sop.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sop.casework.CaseState;
import id.sop.example.Example;
import id.sop.example.ExampleStep;
import id.sop.example.Located;
import id.sop.problem.Place;
import id.sop.problem.SopException;
import id.sop.rules.example.ExamplePlay;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/** What an example says in {@code uji.yaml}, a test says in the same words, with the same end. */
class RetoldTest {
  private static final String SHAPES = "../src/test/resources/bentuk/";

  private static Kit kit(String shape) {
    return Kit.of(Kit.bundle(SHAPES + shape));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kantor-dan-berkas",
        "c08-berulang",
        "c08-latar",
        "c08-opsional",
        "c08-sewaktu-waktu",
        "c11-waktu-izin"
      })
  void an_example_retold_ends_where_it_ended(String shape) {
    Kit kit = kit(shape);
    for (Example example : kit.examples()) {
      CaseState expected = ExamplePlay.perform(kit.procedure(), example, kit.calendar()).state();
      try (Scene scene = new Scene(kit)) {
        Berkas berkas = scene.berkas();
        Tindakan start = berkas.mulai(example.mulai().pada().toString());
        example.mulai().oleh().ifPresent(who -> start.oleh(who.value().value()));
        example.mulai().data().forEach((name, value) -> start.data(name, value.value().teks()));
        for (ExampleStep step : example.langkah()) {
          Tindakan told = told(berkas.waktu(step.pada().toString()), step);
          step.oleh().ifPresent(who -> told.oleh(who.value().value()));
          step.expected().ditolak().ifPresent(code -> told.ditolak(code.value()));
          step.expected()
              .posisi()
              .ifPresent(
                  rows ->
                      told.berada(
                          rows.value().stream().map(row -> row.value()).toArray(String[]::new)));
        }

        CaseState found = berkas.keadaan();
        assertThat(found.status()).as("%s: %s", shape, example.nama()).isEqualTo(expected.status());
        assertThat(found.openRows())
            .as("%s: %s", shape, example.nama())
            .usingRecursiveComparison()
            .isEqualTo(expected.openRows());
        Example recorded = berkas.recorded(example.nama()).orElseThrow();
        assertThat(recorded.langkah())
            .usingRecursiveFieldByFieldElementComparator(
                RecursiveComparisonConfiguration.builder()
                    .withIgnoredFields("expected")
                    .withIgnoredFieldsOfTypes(Place.class)
                    .build())
            .isEqualTo(example.langkah());
        assertThat(ExamplePlay.perform(kit.procedure(), recorded, kit.calendar()).mismatches())
            .isEmpty();
      }
    }
  }

  @Test
  void every_kind_of_step_that_an_example_can_have_was_retold() {
    Set<String> kinds = new TreeSet<>();
    Set<ExampleStep.Office.Act> acts = EnumSet.noneOf(ExampleStep.Office.Act.class);
    Set<ExampleStep.ClockAct> clocks = EnumSet.noneOf(ExampleStep.ClockAct.class);
    for (String shape :
        List.of("kantor-dan-berkas", "c08-opsional", "c08-sewaktu-waktu", "c11-waktu-izin")) {
      for (Example example : kit(shape).examples()) {
        for (ExampleStep step : example.langkah()) {
          kinds.add(step.getClass().getSimpleName());
          if (step instanceof ExampleStep.Office office) {
            acts.add(office.act());
          } else if (step instanceof ExampleStep.Clock clock) {
            clocks.add(clock.act());
          }
        }
      }
    }

    assertThat(kinds).contains("Completed", "Clock", "Attended", "Happened", "Office");
    assertThat(acts).isEqualTo(EnumSet.allOf(ExampleStep.Office.Act.class));
    assertThat(clocks).isEqualTo(EnumSet.allOf(ExampleStep.ClockAct.class));
  }

  private static Tindakan told(Berkas berkas, ExampleStep step) {
    return step.match(
        new ExampleStep.Cases<Tindakan>() {
          @Override
          public Tindakan completed(ExampleStep.Completed done) {
            Tindakan told = berkas.selesaikan(done.baris().value().value());
            done.keputusan().ifPresent(label -> told.keputusan(label.value()));
            done.alasan().ifPresent(told::alasan);
            done.data().forEach((name, value) -> told.data(name, value.value().teks()));
            done.kelengkapan().ifPresent(all -> told.kelengkapan(all.toArray(String[]::new)));
            done.output().ifPresent(all -> told.output(all.toArray(String[]::new)));
            done.peserta()
                .ifPresent(
                    all ->
                        told.peserta(
                            all.stream().map(r -> r.value().value()).toArray(String[]::new)));
            done.jadwal().ifPresent(j -> told.jadwal(j.dari().toString(), j.sampai().toString()));
            return done.again() ? told.diulang() : told;
          }

          @Override
          public Tindakan terminated(ExampleStep.Terminated stopped) {
            return berkas.hentikan(stopped.alasan());
          }

          @Override
          public Tindakan clock(ExampleStep.Clock clock) {
            Tindakan told =
                switch (clock.act()) {
                  case HENTI -> berkas.henti(clock.alasan());
                  case LANJUT -> berkas.lanjut(clock.alasan());
                  case PERPANJANG ->
                      berkas.perpanjang(
                          clock.baris().orElseThrow().value().value(), clock.alasan());
                };
            if (clock.act() != ExampleStep.ClockAct.PERPANJANG) {
              clock.baris().ifPresent(row -> told.baris(row.value().value()));
            }
            clock.dasar().ifPresent(told::dasar);
            clock.dokumen().ifPresent(told::dokumen);
            return told;
          }

          @Override
          public Tindakan attended(ExampleStep.Attended attended) {
            String row = attended.baris().value().value();
            Tindakan told =
                switch (attended.what()) {
                  case AMBIL -> berkas.ambil(row);
                  case LEPAS -> berkas.lepas(row);
                  case KEMBALIKAN -> berkas.kembalikan(row);
                  case TERIMA -> berkas.terima(row);
                };
            attended.alasan().ifPresent(told::alasan);
            return told;
          }

          @Override
          public Tindakan happened(ExampleStep.Happened happened) {
            String row = happened.baris().value().value();
            Tindakan told = happened.arises() ? berkas.muncul(row) : berkas.lewati(row);
            return happened.alasan().isEmpty() ? told : told.alasan(happened.alasan());
          }

          @Override
          public Tindakan office(ExampleStep.Office office) {
            String row = office.baris().map(r -> r.value().value()).orElse("");
            String ke = office.ke().map(Located::value).map(r -> r.value()).orElse("");
            Tindakan told =
                switch (office.act()) {
                  case KEMBALI -> berkas.kembali(row, ke);
                  case PINDAH -> berkas.pindah(row, ke);
                  case TARIK -> berkas.tarik(row);
                  case LIMPAH -> berkas.limpah(row);
                  case BUKA -> berkas.buka(row);
                  case LAMPIR -> berkas.lampir();
                };
            office.kepada().ifPresent(who -> told.kepada(who.value().value()));
            office.dasar().ifPresent(told::dasar);
            if (!office.dokumen().isEmpty()) {
              told.dokumen(office.dokumen().toArray(String[]::new));
            }
            return office.alasan().isEmpty() ? told : told.alasan(office.alasan());
          }
        });
  }

  @Test
  void what_an_office_may_not_do_fails_the_test_that_does_not_expect_it() {
    try (Scene scene = new Scene(kit("kantor-dan-berkas"))) {
      Berkas berkas = scene.berkas();
      berkas.mulai("2026-01-05T08:00").berada("1");

      assertThatThrownBy(() -> berkas.pindah("1", "3").oleh("KABAG").alasan("segera").berada("3"))
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("SOP-4094");
    }
  }

  static Stream<Consumer<Berkas>> senseless() {
    return Stream.of(
        b -> b.kembali("2", "1").kepada("KABAG"),
        b -> b.tarik("1").baris("1"),
        b -> b.lanjut("x").dasar("y"),
        b -> b.perpanjang("1", "x").baris("2"),
        b -> b.ambil("1").dokumen("x"),
        b -> b.lewati("1").keputusan("YA"),
        b -> b.muncul("1").diulang(),
        b -> b.selesaikan("1").dasar("x"),
        b -> b.lampir("x").keputusan("YA"));
  }

  @Test
  void a_word_that_has_no_meaning_with_such_a_sentence_is_a_mistake_of_the_test() {
    senseless()
        .forEach(
            said -> {
              try (Scene scene = new Scene(kit("kantor-dan-berkas"))) {
                Berkas berkas = scene.berkas();
                berkas.mulai("2026-01-05T08:00").berada("1");
                assertThatThrownBy(() -> said.accept(berkas))
                    .isInstanceOfSatisfying(
                        SopException.class,
                        e -> assertThat(e.code()).isEqualTo(TestkitCode.NOT_HERE));
              }
            });
  }
}
