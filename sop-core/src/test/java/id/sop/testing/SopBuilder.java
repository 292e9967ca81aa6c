package id.sop.testing;

import id.sop.definition.Asumsi;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Identitas;
import id.sop.definition.Masa;
import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Pemisahan;
import id.sop.definition.Pengawasan;
import id.sop.definition.Prasyarat;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Place;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A small SOP for tests. Roles that rows name are declared by themselves. */
public final class SopBuilder {
  private SopId id = SopId.of("kota.surat");
  private String versi = "1";
  private final Map<PelaksanaCode, Pelaksana> roles = new LinkedHashMap<>();
  private final List<DataField> data = new ArrayList<>();
  private final List<Step> rows = new ArrayList<>();
  private final List<Asumsi> asumsi = new ArrayList<>();
  private final Map<StepId, Pengawasan> pengawasan = new LinkedHashMap<>();
  private final List<Pemisahan> pemisahan = new ArrayList<>();
  private final List<Prasyarat> prasyarat = new ArrayList<>();
  private Optional<LocalDate> tanggalEfektif = Optional.of(LocalDate.of(2026, 1, 1));

  private SopBuilder() {}

  public static SopBuilder aSop() {
    return new SopBuilder();
  }

  public SopBuilder id(String value) {
    id = SopId.of(value);
    return this;
  }

  public SopBuilder versi(String value) {
    versi = value;
    return this;
  }

  public SopBuilder tanpaTanggalEfektif() {
    tanggalEfektif = Optional.empty();
    return this;
  }

  public SopBuilder role(String code, Pelaksana.Jenis jenis, String... anggota) {
    List<PelaksanaCode> members = Stream.of(anggota).map(PelaksanaCode::of).toList();
    members.forEach(this::declare);
    roles.put(
        PelaksanaCode.of(code),
        new Pelaksana(
            PelaksanaCode.of(code),
            code,
            jenis,
            List.of(),
            members.stream().map(Pelaksana.Anggota::of).toList()));
    return this;
  }

  /** A group to which {@code member} belongs on the days of {@code masa}. */
  public SopBuilder group(String code, String member, Masa masa) {
    declare(PelaksanaCode.of(member));
    roles.put(
        PelaksanaCode.of(code),
        new Pelaksana(
            PelaksanaCode.of(code),
            code,
            Pelaksana.Jenis.KELOMPOK,
            List.of(),
            List.of(new Pelaksana.Anggota(PelaksanaCode.of(member), masa))));
    return this;
  }

  /** Rows that no one person may do. */
  public SopBuilder apart(String... rows) {
    pemisahan.add(new Pemisahan(Stream.of(rows).map(StepId::of).toList(), ""));
    return this;
  }

  public SopBuilder fact(String nama, DataDomain domain) {
    data.add(field(nama, domain, Optional.empty(), Optional.empty()));
    return this;
  }

  public SopBuilder fact(String nama, DataDomain domain, String wajibPada) {
    data.add(field(nama, domain, Optional.of(StepId.of(wajibPada)), Optional.empty()));
    return this;
  }

  public SopBuilder fact(String nama, DataDomain domain, String wajibPada, DataValue harus) {
    data.add(field(nama, domain, Optional.of(StepId.of(wajibPada)), Optional.of(harus)));
    return this;
  }

  public SopBuilder row(RowBuilder row) {
    Step step = row.build();
    step.pelaksana().roles().forEach(this::declare);
    step.penerima().forEach(this::declare);
    rows.add(step);
    return this;
  }

  public SopBuilder after(Prasyarat other) {
    prasyarat.add(other);
    return this;
  }

  /** An unconfirmed assumption about one row. */
  public SopBuilder asumsi(String kode, String baris, Asumsi.Bidang bidang) {
    asumsi.add(
        new Asumsi(
            kode,
            List.of(StepId.of(baris)),
            Set.of(bidang),
            "tidak jelas",
            Map.of("a", "begini"),
            "a",
            "paling dekat",
            Asumsi.Keyakinan.SEDANG,
            false));
    return this;
  }

  /** Reminders and escalations of one row. */
  public SopBuilder watched(String row, Pengawasan how) {
    how.eskalasi().forEach(e -> e.kepada().forEach(this::declare));
    pengawasan.put(StepId.of(row), how);
    return this;
  }

  public Sop build() {
    return document().watched(pengawasan).dependingOn(prasyarat);
  }

  private Sop document() {
    return Sop.of(
        id,
        versi,
        ZoneId.of("Asia/Jakarta"),
        new Identitas(
            "Setda",
            "Bagian Umum",
            "Surat",
            Optional.of("060/1"),
            Optional.empty(),
            Optional.empty(),
            tanggalEfektif,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of()),
        List.copyOf(roles.values()),
        data,
        rows,
        asumsi,
        pemisahan);
  }

  private void declare(PelaksanaCode code) {
    roles.putIfAbsent(
        code, new Pelaksana(code, code.value(), Pelaksana.Jenis.JABATAN, List.of(), List.of()));
  }

  private static DataField field(
      String nama, DataDomain domain, Optional<StepId> wajibPada, Optional<DataValue> harus) {
    return new DataField(nama, domain, wajibPada, harus, nama, Place.startOf("sop.yaml"));
  }
}
