package id.sop.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataDomainTest {
  /** What a form gives, when it is of the type and in its range. */
  private static Optional<DataValue> taken(DataDomain domain, String text) {
    return domain.parse(text).filter(domain::contains);
  }

  @Test
  void a_choice_takes_its_words_exactly_as_declared() {
    DataDomain domain = new DataDomain.Pilihan(List.of("DALAM", "LUAR"));

    assertThat(taken(domain, "LUAR")).contains(DataValue.of("LUAR"));
    assertThat(taken(domain, " LUAR ")).isEmpty();
    assertThat(taken(domain, "luar")).isEmpty();
  }

  @Test
  void a_number_takes_whole_numbers_of_its_range() {
    DataDomain domain = new DataDomain.Bilangan(-5, 50);

    assertThat(taken(domain, "50")).contains(DataValue.of(50));
    assertThat(taken(domain, "-5")).contains(DataValue.of(-5));
    assertThat(taken(domain, "51")).isEmpty();
    assertThat(taken(domain, "1.5")).isEmpty();
    assertThat(taken(domain, "9".repeat(40))).isEmpty();
    assertThat(taken(domain, "1" + "_1".repeat(100_000))).isEmpty();
  }

  @Test
  void an_amount_takes_whole_rupiah() {
    assertThat(new DataDomain.Uang(0, 1_000_000).parse("250000")).contains(DataValue.of(250_000));
  }

  @Test
  void a_date_takes_dates_of_the_calendar() {
    DataDomain domain =
        new DataDomain.Tanggal(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    assertThat(taken(domain, "2026-03-30")).contains(DataValue.of(LocalDate.of(2026, 3, 30)));
    assertThat(taken(domain, "2026-02-30")).isEmpty();
    assertThat(taken(domain, "2027-01-01")).isEmpty();
    assertThat(taken(domain, "besok")).isEmpty();
  }

  @Test
  void a_yes_or_no_takes_ya_or_tidak() {
    DataDomain domain = new DataDomain.YaTidak();

    assertThat(taken(domain, "ya")).contains(DataValue.of(true));
    assertThat(taken(domain, "tidak")).contains(DataValue.of(false));
    assertThat(taken(domain, "YA")).isEmpty();
  }
}
