package id.sop.rules.draft;

import id.sop.definition.Pelaksana;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An SOP as the official form prints it: a header of two rows, a mark for each performer. */
final class OfficialForm {
  private OfficialForm() {}

  static List<List<String>> of(Sop sop) {
    List<Pelaksana> columns = new ArrayList<>(sop.pelaksana().values());
    List<List<String>> rows = new ArrayList<>();
    List<String> upper = new ArrayList<>(List.of("No", "Kegiatan", "Pelaksana"));
    upper.addAll(Collections.nCopies(columns.size() - 1, ""));
    upper.addAll(List.of("Mutu Baku", "", "", "Keterangan"));
    rows.add(upper);
    List<String> lower = new ArrayList<>(List.of("", ""));
    columns.forEach(p -> lower.add(p.nama()));
    lower.addAll(List.of("Kelengkapan", "Waktu", "Output", ""));
    rows.add(lower);
    for (Step step : sop.langkah().values()) {
      List<String> row = new ArrayList<>(List.of(step.no(), step.kegiatan()));
      columns.forEach(p -> row.add(mark(step, p.code())));
      row.add(String.join(", ", step.mutuBaku().kelengkapan()));
      row.add(time(step.mutuBaku().waktu()));
      row.add(String.join(", ", step.mutuBaku().output()));
      row.add(step.keterangan());
      rows.add(row);
    }
    return rows;
  }

  private static String mark(Step step, PelaksanaCode role) {
    if (!step.pelaksana().roles().contains(role)) {
      return "";
    }
    return step.decides() ? "◇" : "■";
  }

  /** What depends on the rules has no time on paper. */
  private static String time(Waktu waktu) {
    return waktu instanceof Waktu.MenurutAturan ? "-" : waktu.teks();
  }
}
