package id.sop.testing;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;

import id.sop.casework.CompliancePolicy;
import id.sop.definition.DataDomain;
import id.sop.definition.DataValue;
import id.sop.definition.Pelaksana.Jenis;
import id.sop.definition.Performers.Mode;
import id.sop.definition.Sop;
import id.sop.worktime.Waktu;
import java.util.List;

/**
 * A short consultation with everything in it: a decision that sends back, a schedule, a body that
 * meets, facts that are required, a branch on a fact, and work done together.
 */
public final class Konsultasi {
  public static final Sop SOP =
      aSop()
          .id("limapuluhkota.konsultasi")
          .role("BAMUS", Jenis.KOLEGIAL)
          .role("SEKRETARIAT", Jenis.KELOMPOK, "KASUBAG", "STAF")
          .fact("lokasi", new DataDomain.Pilihan(List.of("DALAM", "LUAR")), "5")
          .fact("dana", new DataDomain.YaTidak(), "5", DataValue.of(true))
          .fact("jumlah", new DataDomain.Bilangan(1, 50))
          .row(aRow("1").by("KASUBAG").penerima("KABAG").needs("DPA"))
          .row(aRow("2").by("KABAG").penerima("SEKWAN").needs("SURAT / DISPOSISI").gives("LAPORAN"))
          .row(aRow("3").by("SEKWAN").decides("YA", "TIDAK"))
          .row(aRow("4").by(Mode.KOLEGIAL, "BAMUS").within(Waktu.sesuaiJadwal()))
          .row(aRow("5").by(Mode.BERSAMA, "KASUBAG", "PENDAMPING", "SEKRETARIAT"))
          .row(aRow("6").by("PENDAMPING", "KASUBAG"))
          .row(aRow("7").by(Mode.BERJENJANG, "KABAG", "ASISTEN", "SEKDA"))
          .row(aRow("8").by(Mode.EKSTERNAL, "MITRA").penerima("STAF"))
          .build();

  private Konsultasi() {}

  public static Arrows arrows() {
    Arrows arrows = Arrows.of(SOP);
    arrows.start().to("1");
    arrows.from("1").to("2");
    arrows.from("2").to("3");
    arrows.from("3").label("YA").to("4");
    arrows.from("3").label("TIDAK").to("2");
    arrows.from("4").to("5");
    arrows.from("5").when("lokasi", "DALAM").to("6");
    arrows.from("5").when("lokasi", "LUAR").to("7");
    arrows.from("6").ends();
    arrows.from("7").to("8");
    arrows.from("8").ends();
    return arrows;
  }

  public static Desk desk() {
    return Desk.of(SOP, arrows()).begun("KASUBAG");
  }

  public static Desk desk(CompliancePolicy policy) {
    return Desk.of(SOP, arrows(), policy).begun("KASUBAG");
  }

  /** A case that has come to {@code row}, all in order. */
  public static Desk at(String row) {
    return to(desk(), row);
  }

  /** Moves a case that has just begun on to {@code row}, all in order. */
  public static Desk to(Desk desk, String row) {
    if (row.equals("1")) {
      return desk;
    }
    desk.did(Desk.complete("1", "KASUBAG").kelengkapan(Desk.paper("DPA")));
    if (row.equals("2")) {
      return desk;
    }
    desk.did(
        Desk.complete("2", "KABAG").kelengkapan(Desk.paper("SURAT")).output(Desk.paper("LAPORAN")));
    if (row.equals("3")) {
      return desk;
    }
    desk.did(Desk.complete("3", "SEKWAN").decision("YA"));
    if (row.equals("4")) {
      return desk;
    }
    desk.did(Desk.complete("4", "BAMUS").kelengkapan(Desk.paper("NOTULEN")));
    if (row.equals("5")) {
      return desk;
    }
    String lokasi = row.equals("6") ? "DALAM" : "LUAR";
    desk.did(Desk.participate("5", "PENDAMPING"));
    desk.did(Desk.participate("5", "STAF"));
    desk.did(Desk.complete("5", "KASUBAG").data("lokasi", lokasi).data("dana", "ya"));
    if (row.equals("6") || row.equals("7")) {
      return desk;
    }
    desk.did(Desk.participate("7", "KABAG"));
    desk.did(Desk.participate("7", "ASISTEN"));
    desk.did(Desk.complete("7", "SEKDA"));
    return desk;
  }
}
