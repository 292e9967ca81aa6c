package id.sop.rules.arrow;

import id.sop.definition.DataDomain;
import id.sop.definition.Masa;
import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.rules.TestSop;
import id.sop.worktime.Waktu;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small SOP, and a sound decision table for it. */
final class SmallTable {
  private SmallTable() {}

  static Sop sop() {
    Sop sop =
        TestSop.aSop("contoh.lembar")
            .data("lokasi", new DataDomain.Pilihan(List.of("DALAM_PROVINSI", "LUAR_PROVINSI")))
            .data("nilai", new DataDomain.Uang(0, 1_000_000_000))
            .data(
                "tanggalKegiatan",
                new DataDomain.Tanggal(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31)))
            .data("danaTersedia", new DataDomain.YaTidak())
            .row("1", "KASUBAG")
            .decision("2", "KABAG", "YA", "TIDAK")
            .row("3", "STAF")
            .row("4", new Waktu.MenurutAturan(), "KABAG", "KASUBAG")
            .together("5", TestSop.day(), "KABAG", "STAF")
            .row("6", "STAF")
            .build();
    return named(sop, Map.of("KABAG", "Kepala Bagian", "KASUBAG", "Kepala Subbagian"));
  }

  /** Two roles have an alias in common, as happens on paper. */
  private static Sop named(Sop sop, Map<String, String> names) {
    Map<PelaksanaCode, Pelaksana> roles = new LinkedHashMap<>();
    sop.pelaksana()
        .forEach(
            (code, role) -> {
              String name = names.getOrDefault(code.value(), role.nama());
              List<Pelaksana.Alias> alias =
                  name.startsWith("Kepala")
                      ? List.of(new Pelaksana.Alias("Kepala", Masa.SELALU))
                      : List.of();
              roles.put(code, new Pelaksana(code, name, role.jenis(), alias, role.anggota()));
            });
    return new Sop(
        sop.id(),
        sop.versi(),
        sop.zona(),
        sop.identitas(),
        roles,
        sop.data(),
        sop.langkah(),
        sop.asumsi(),
        sop.pemisahan(),
        sop.pengawasan(),
        sop.units(),
        sop.parameter(),
        sop.prasyarat());
  }

  static List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Tabel aturan SOP contoh"));
    rows.add(
        List.of(
            "Dari", "Keputusan", "Syarat", "Ke", "Oleh", "Waktu", "Dasar Hukum", "Ket.", "Aturan"));
    rows.add(row("mulai", "", "", "1", "KASUBAG", "", "Mulai"));
    rows.add(row("1", "", "", "2", "KABAG", "", ""));
    rows.add(row("2", "YA", "lokasi = DALAM_PROVINSI", "3", "Staf", "", ""));
    rows.add(row("2", "Ya", "lokasi = luar provinsi", "4", "Kepala Bagian", "3 hari kerja", ""));
    rows.add(row("2", "TIDAK", "", "1", "KASUBAG", "", "dikembalikan"));
    rows.add(row("3", "", "", "5", "KABAG, STAF", "", ""));
    rows.add(row("4", "", "", "5", "", "", ""));
    rows.add(row("5", "", "", "6", "", "", ""));
    rows.add(row("6", "", "", "selesai", "", "", ""));
    return rows;
  }

  private static List<String> row(
      String dari,
      String keputusan,
      String syarat,
      String ke,
      String oleh,
      String waktu,
      String nama) {
    return List.of(dari, keputusan, syarat, ke, oleh, waktu, "SOP contoh, baris " + dari, "", nama);
  }
}
