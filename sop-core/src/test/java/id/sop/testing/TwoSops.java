package id.sop.testing;

import static id.sop.testing.RowBuilder.aRow;
import static id.sop.testing.SopBuilder.aSop;

import id.sop.casework.Command;
import id.sop.casework.CommandBuilder;
import id.sop.definition.DataDomain;
import id.sop.definition.Label;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.SopMikro;
import id.sop.journal.Actor;
import id.sop.journal.CaseId;
import id.sop.journal.Document;
import id.sop.problem.Place;
import id.sop.routing.Procedure;
import java.util.Map;
import java.util.Optional;

/** An SOP of which row 2 is another SOP, and that other one. */
public final class TwoSops {
  public static final SopId MAKRO = SopId.of("kota.makro");
  public static final SopId MIKRO = SopId.of("kota.mikro");
  public static final CaseId INDUK = CaseId.of("INDUK-1");
  public static final CaseId ANAK = CaseId.of("ANAK-1");
  public static final Actor PPK = Actor.of("u-ppk", "PPK");
  public static final Actor POKJA = Actor.of("u-pokja", "POKJA");
  private static final DataDomain UANG = new DataDomain.Uang(0, 1_000_000);

  private TwoSops() {}

  private static SopMikro other(Map<String, Label> hasil) {
    return new SopMikro(
        MIKRO,
        Optional.empty(),
        Optional.empty(),
        Map.of("pagu", "anggaran"),
        Map.of("kontrak", "nilai"),
        hasil,
        Place.startOf("sop.yaml"));
  }

  /** Row 1, then row 2, which is the other SOP and decides YA or TIDAK, then row 3 or back to 1. */
  public static Procedure makro(Map<String, Label> hasil, Sifat... sifat) {
    Sop sop =
        aSop()
            .id(MAKRO.value())
            .fact("anggaran", UANG, "1")
            .fact("kontrak", UANG)
            .row(aRow("1").by("PPK"))
            .row(
                aRow("2")
                    .by("PPK")
                    .needs("KAK")
                    .gives("KONTRAK")
                    .decides("YA", "TIDAK")
                    .is(sifat)
                    .standsFor(other(hasil)))
            .row(aRow("3").by("PPK"))
            .build();
    Arrows arrows = Arrows.of(sop).start().to("1");
    arrows.from("1").to("2");
    arrows.from("2").label("YA").to("3");
    arrows.from("2").label("TIDAK").to("1");
    arrows.from("2").label("DILEWATI").to("3");
    arrows.from("3").ends();
    return new Procedure(sop, arrows, "a".repeat(64));
  }

  public static Procedure makro() {
    return makro(Map.of("SELESAI", Label.of("YA"), "GAGAL", Label.of("TIDAK")));
  }

  /** Row 1 decides how it ends. */
  public static Procedure mikro() {
    Sop sop =
        aSop()
            .id(MIKRO.value())
            .fact("pagu", UANG)
            .fact("nilai", UANG)
            .row(aRow("1").by("POKJA").gives("KONTRAK").decides("LANJUT", "BATAL"))
            .build();
    Arrows arrows = Arrows.of(sop).start().to("1");
    arrows.from("1").label("LANJUT").ends();
    arrows.from("1").label("BATAL").ends("GAGAL");
    return new Procedure(sop, arrows, "b".repeat(64));
  }

  public static CommandBuilder.Call call(CaseId child) {
    return Command.call(INDUK, "2", PPK, child).kelengkapan(Document.of("KAK", "1"));
  }

  public static CommandBuilder.Complete decide(String label) {
    return Command.complete(ANAK, "1", POKJA)
        .decision(label)
        .alasan("tidak ada penawaran")
        .data("nilai", 450)
        .output(Document.of("KONTRAK", "7"));
  }
}
