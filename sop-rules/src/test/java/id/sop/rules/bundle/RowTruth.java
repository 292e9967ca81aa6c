package id.sop.rules.bundle;

import id.sop.definition.MutuBaku;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.routing.Target;
import id.sop.worktime.Satuan;
import id.sop.worktime.Waktu;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row as a person reads it from the paper: what must come out when a bundle is loaded and its
 * rules are asked.
 *
 * @param waktu the time that holds when the row is opened, such as {@code 2 HKal} or {@code SJ}
 * @param next where the file goes: {@code 4}, {@code (YA) 4}, {@code {fact=value} 11}, or {@code
 *     SELESAI}
 */
record RowTruth(
    SopId sop,
    StepId row,
    String kegiatan,
    String mode,
    List<String> pelaksana,
    List<String> penerima,
    List<String> kelengkapan,
    String waktu,
    List<String> output,
    List<String> assessedKelengkapan,
    List<String> assessedOutput,
    List<String> next) {

  private static final String AS_PRINTED = "=";

  /** The 54 rows, transcribed into {@code rows.tsv}. */
  static List<RowTruth> onPaper() {
    try (InputStream in = RowTruth.class.getResourceAsStream("rows.tsv")) {
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return table.lines().skip(1).map(RowTruth::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RowTruth parse(String line) {
    String[] cells = line.split("\t", -1);
    List<String> kelengkapan = items(cells[6]);
    List<String> output = items(cells[8]);
    return new RowTruth(
        SopId.of(cells[0]),
        StepId.of(cells[1]),
        cells[2],
        cells[3],
        items(cells[4]),
        items(cells[5]),
        kelengkapan,
        cells[7],
        output,
        cells[9].equals(AS_PRINTED) ? kelengkapan : items(cells[9]),
        cells[10].equals(AS_PRINTED) ? output : items(cells[10]),
        items(cells[11]));
  }

  private static List<String> items(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split("; "));
  }

  /** The same row as the loaded bundle has it. */
  static RowTruth asLoaded(Sop sop, Step step, List<Arrow> arrows) {
    MutuBaku printed = step.mutuBaku();
    return new RowTruth(
        sop.id(),
        step.id(),
        step.kegiatan(),
        step.pelaksana().mode().name(),
        codes(step.pelaksana().roles()),
        codes(step.penerima()),
        printed.kelengkapan(),
        Arrow.into(arrows, step.id()).stream()
            .map(arrow -> inShort(arrow.to().orElseThrow().waktu()))
            .distinct()
            .collect(Collectors.joining(" | ")),
        printed.output(),
        step.dinilai().kelengkapan(),
        step.dinilai().output(),
        Arrow.outOf(arrows, Optional.of(step.id())).stream().map(RowTruth::inShort).toList());
  }

  private static List<String> codes(List<PelaksanaCode> codes) {
    return codes.stream().map(PelaksanaCode::value).toList();
  }

  private static String inShort(Arrow arrow) {
    String to = arrow.to().map(Target::step).map(StepId::value).orElse("SELESAI");
    return arrow.mark().isEmpty() ? to : arrow.mark() + " " + to;
  }

  private static String inShort(Waktu waktu) {
    if (waktu instanceof Waktu.Paling paling) {
      return paling.jumlah() + " " + inShort(paling.satuan());
    }
    return waktu instanceof Waktu.SesuaiJadwal ? "SJ" : waktu.teks();
  }

  private static String inShort(Satuan satuan) {
    return switch (satuan) {
      case MENIT_KERJA -> "MK";
      case JAM_KERJA -> "JK";
      case HARI_KERJA -> "HK";
      case HARI_KALENDER -> "HKal";
      default -> satuan.teks();
    };
  }

  @Override
  public String toString() {
    return sop + " " + row;
  }
}
