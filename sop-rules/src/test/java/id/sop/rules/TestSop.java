package id.sop.rules;

import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Identitas;
import id.sop.definition.Label;
import id.sop.definition.MutuBaku;
import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds SOPs for tests: rows that one role does within a day, unless said otherwise. */
public final class TestSop {
  public static final String FILE = "sop.yaml";

  private final SopId id;
  private final Map<PelaksanaCode, Pelaksana> roles = new LinkedHashMap<>();
  private final List<DataField> data = new ArrayList<>();
  private final List<Step> rows = new ArrayList<>();
  private int line = 10;

  private TestSop(String id) {
    this.id = SopId.of(id);
  }

  public static TestSop aSop(String id) {
    return new TestSop(id);
  }

  /** Roles that no row names. */
  public TestSop roles(String... codes) {
    codes(codes);
    return this;
  }

  public TestSop row(String id, String... performers) {
    return row(id, Performers.Mode.SALAH_SATU, day(), List.of(), performers);
  }

  public TestSop together(String id, Waktu waktu, String... performers) {
    return row(id, Performers.Mode.BERSAMA, waktu, List.of(), performers);
  }

  public TestSop row(String id, Waktu waktu, String... performers) {
    return row(id, Performers.Mode.SALAH_SATU, waktu, List.of(), performers);
  }

  public TestSop decision(String id, String performer, String... labels) {
    List<Label> all = Arrays.stream(labels).map(Label::of).toList();
    return row(id, Performers.Mode.SALAH_SATU, day(), all, performer);
  }

  public TestSop row(
      String id, Performers.Mode mode, Waktu waktu, List<Label> labels, String... performers) {
    MutuBaku standard = new MutuBaku(List.of(), waktu, List.of());
    rows.add(
        new Step(
            StepId.of(id),
            id,
            "Kegiatan " + id,
            new Performers(mode, codes(performers)),
            List.of(),
            standard,
            standard,
            "",
            labels,
            Map.of(),
            new Place(FILE, line += 10, 5)));
    return this;
  }

  public TestSop data(String name, DataDomain domain) {
    return data(name, domain, Optional.empty(), Optional.empty());
  }

  public TestSop data(String name, DataDomain domain, String row) {
    return data(name, domain, Optional.of(StepId.of(row)), Optional.empty());
  }

  public TestSop data(String name, DataDomain domain, String row, DataValue must) {
    return data(name, domain, Optional.of(StepId.of(row)), Optional.of(must));
  }

  private TestSop data(
      String name, DataDomain domain, Optional<StepId> row, Optional<DataValue> must) {
    data.add(new DataField(name, domain, row, must, "", new Place(FILE, line += 10, 5)));
    return this;
  }

  public Sop build() {
    Identitas identitas =
        new Identitas(
            "Instansi",
            "Unit",
            "Contoh",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of());
    return Sop.of(
        id,
        "2026-01",
        ZoneId.of("Asia/Jakarta"),
        identitas,
        List.copyOf(roles.values()),
        data,
        rows,
        List.of());
  }

  private List<PelaksanaCode> codes(String... codes) {
    List<PelaksanaCode> all = Arrays.stream(codes).map(PelaksanaCode::of).toList();
    for (PelaksanaCode code : all) {
      roles.putIfAbsent(
          code, new Pelaksana(code, code.value(), Pelaksana.Jenis.JABATAN, List.of(), List.of()));
    }
    return all;
  }

  public static Waktu day() {
    return Waktu.paling(1, Satuan.HARI_KERJA);
  }

  /** The Konsultasi bundle's document, as far as arrows are concerned. */
  public static Sop konsultasi() {
    Waktu byRules = new Waktu.MenurutAturan();
    String[] travellers = {"PENDAMPING_KOMISI", "ANGGOTA_DPRD", "SEKRETARIAT_DPRD"};
    return aSop("limapuluhkota.konsultasi")
        .roles("KASUBAG", "KABAG", "SEKWAN", "PENDAMPING_KOMISI", "ANGGOTA_DPRD")
        .data(
            "hasilBamus",
            new DataDomain.Pilihan(List.of("DISETUJUI", "DITOLAK", "DITUNDA")),
            "7",
            DataValue.of("DISETUJUI"))
        .data("danaTersedia", new DataDomain.YaTidak(), "9", DataValue.of(true))
        .data("lokasi", new DataDomain.Pilihan(List.of("DALAM_PROVINSI", "LUAR_PROVINSI")), "10")
        .row("1", "KASUBAG")
        .row("2", "KABAG")
        .decision("3", "SEKWAN", "YA", "TIDAK")
        .row("4", "KABAG")
        .row("5", "KASUBAG")
        .row("6", Waktu.sesuaiJadwal(), "PENDAMPING_KOMISI")
        .row("7", Performers.Mode.KOLEGIAL, day(), List.of(), "BAMUS")
        .row("8", "KASUBAG")
        .row("9", "SEKWAN")
        .together("10", day(), "KASUBAG", "PENDAMPING_KOMISI", "KOORD_BENDAHARA")
        .together("11", byRules, travellers)
        .together("12", byRules, travellers)
        .row("13", Waktu.sesuaiJadwal(), "PENDAMPING_KOMISI", "KASUBAG")
        .build();
  }
}
