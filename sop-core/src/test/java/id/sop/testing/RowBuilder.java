package id.sop.testing;

import id.sop.definition.Label;
import id.sop.definition.MutuBaku;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sifat;
import id.sop.definition.SopMikro;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** A row for tests: done by STAF within one working day, unless said otherwise. */
public final class RowBuilder {
  private final String id;
  private Mode mode = Mode.SALAH_SATU;
  private List<PelaksanaCode> roles = List.of(PelaksanaCode.of("STAF"));
  private List<PelaksanaCode> penerima = List.of();
  private List<String> kelengkapan = List.of();
  private List<String> output = List.of();
  private Waktu waktu = Waktu.paling(1, Satuan.HARI_KERJA);
  private Optional<Waktu> perpanjangan = Optional.empty();
  private List<Label> keputusan = List.of();
  private OptionalInt kuorum = OptionalInt.empty();
  private boolean strategis;
  private Set<Sifat> sifat = Set.of();
  private Optional<SopMikro> mikro = Optional.empty();

  private RowBuilder(String id) {
    this.id = id;
  }

  public static RowBuilder aRow(String id) {
    return new RowBuilder(id);
  }

  public RowBuilder by(String... codes) {
    return by(Mode.SALAH_SATU, codes);
  }

  public RowBuilder by(Mode how, String... codes) {
    mode = how;
    roles = codes(codes);
    return this;
  }

  public RowBuilder kuorum(int needed) {
    kuorum = OptionalInt.of(needed);
    return this;
  }

  public RowBuilder strategis() {
    strategis = true;
    return this;
  }

  public RowBuilder penerima(String... codes) {
    penerima = codes(codes);
    return this;
  }

  public RowBuilder needs(String... documents) {
    kelengkapan = List.of(documents);
    return this;
  }

  public RowBuilder gives(String... documents) {
    output = List.of(documents);
    return this;
  }

  public RowBuilder within(Waktu time) {
    waktu = time;
    return this;
  }

  public RowBuilder extendable(Waktu more) {
    perpanjangan = Optional.of(more);
    return this;
  }

  public RowBuilder decides(String... labels) {
    keputusan = Stream.of(labels).map(Label::of).toList();
    return this;
  }

  public RowBuilder is(Sifat... what) {
    sifat = Set.of(what);
    return this;
  }

  public RowBuilder standsFor(SopMikro other) {
    mikro = Optional.of(other);
    return this;
  }

  public Step build() {
    MutuBaku standard = new MutuBaku(kelengkapan, waktu, output, perpanjangan);
    Step row =
        new Step(
            StepId.of(id),
            id,
            "kegiatan " + id,
            new Performers(mode, roles, kuorum),
            penerima,
            standard,
            standard,
            "",
            keputusan,
            Map.of(),
            sifat,
            Set.of(),
            Place.startOf("sop.yaml"),
            strategis);
    return mikro.map(row::standingFor).orElse(row);
  }

  private static List<PelaksanaCode> codes(String... codes) {
    return Stream.of(codes).map(PelaksanaCode::of).toList();
  }
}
