package id.sop.rules.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A made-up flow: rows and arrows as plain data, from which its files are written. */
final class Drawn {
  /**
   * What is told of a row.
   *
   * @param selama while which rows it can arise
   * @param calls the other SOP that it is; empty for work like any other
   */
  record Row(
      String id,
      Set<String> sifat,
      List<String> labels,
      Set<String> selama,
      Doers doers,
      Optional<Calls> calls) {
    boolean is(String word) {
      return sifat.contains(word);
    }

    boolean decides() {
      return !labels.isEmpty();
    }
  }

  /**
   * The other SOP that a row is.
   *
   * @param hasil which decision each end of it is; what is not there is not foreseen
   */
  record Calls(Drawn sop, Map<String, String> hasil) {
    /** Whether {@code row} is done when its case has ended like this. */
    boolean does(Row row, String end) {
      return row.decides() ? hasil.containsKey(end) : !end.equals(STOPPED);
    }
  }

  /** How a case is called to have ended that was stopped. */
  static final String STOPPED = "DIHENTIKAN";

  /**
   * An arrow.
   *
   * @param label the label that it leaves by; blank when the row decides nothing
   * @param others rows that matter: one of them open when {@code while_} is set, else none
   * @param visits the row must have been opened fewer times than this; with {@code late}, at least
   * @param to the rows that it opens; none when it waits or ends
   * @param end how it ends; blank when it does not
   * @param all whether it ends the whole case
   */
  record Arrow(
      String label,
      Set<String> others,
      boolean while_,
      int visits,
      boolean late,
      List<String> to,
      String end,
      boolean all) {
    static Arrow to(String label, String... rows) {
      return new Arrow(label, Set.of(), false, 0, false, List.of(rows), "", false);
    }

    static Arrow end(String label, String how, boolean all) {
      return new Arrow(label, Set.of(), false, 0, false, List.of(), how, all);
    }

    Arrow during(Set<String> rows) {
      return new Arrow(label, rows, true, visits, late, to, end, all);
    }

    Arrow without(Set<String> rows) {
      return new Arrow(label, rows, false, visits, late, to, end, all);
    }

    Arrow visit(int count, boolean from) {
      return new Arrow(label, others, while_, count, from, to, end, all);
    }

    boolean holds(Set<String> open, int visit) {
      boolean byRows = others.isEmpty() || while_ == others.stream().anyMatch(open::contains);
      return byRows && (visits == 0 || late == visit >= visits);
    }
  }

  final String id;
  final Map<String, Row> rows = new LinkedHashMap<>();
  final Map<String, List<Arrow>> arrows = new TreeMap<>();
  String first = "";

  /** Two rows that no person may do both; or none. */
  final List<String> apart = new ArrayList<>();

  Drawn(String id) {
    this.id = id;
  }

  /** Every way in which a case of it can end by itself, unless something arises. */
  Set<String> ends() {
    Set<String> ends = new TreeSet<>();
    arrows.forEach(
        (row, all) -> {
          if (!rows.get(row).is("sewaktu-waktu")) {
            all.forEach(a -> ends.add(a.end()));
          }
        });
    ends.remove("");
    return ends;
  }

  /** The row that nobody may have done who does {@code row}. */
  Optional<String> apartFrom(String row) {
    return apart.contains(row)
        ? apart.stream().filter(r -> !r.equals(row)).findFirst()
        : Optional.empty();
  }

  /** Whether {@code to} is printed no later than {@code from}. */
  boolean pointsBack(String from, String to) {
    List<String> printed = List.copyOf(rows.keySet());
    return printed.indexOf(to) <= printed.indexOf(from);
  }

  /** This one and all that it calls, however deep. */
  List<Drawn> family() {
    List<Drawn> all = new ArrayList<>(List.of(this));
    rows.values().forEach(r -> r.calls().ifPresent(c -> all.addAll(c.sop().family())));
    return all.stream().distinct().toList();
  }

  void row(Row row) {
    rows.put(row.id(), row);
    arrows.put(row.id(), new ArrayList<>());
  }

  void arrow(String from, Arrow arrow) {
    arrows.get(from).add(arrow);
  }

  String sopYaml() {
    StringBuilder text =
        new StringBuilder(
            """
            sop: %s
            versi: 2026-01
            zona: WIB
            identitas:
              { instansi: Contoh, unit: Contoh, nama: Acak, nomor: 1, disahkanOleh: Sekda,
                dasarHukum: [Peraturan Contoh], tanggalEfektif: 2026-01-02 }
            pelaksana:
              - { kode: STAF, nama: Staf }
              - { kode: KASI, nama: Kepala Seksi }
              - { kode: KABAG, nama: Kepala Bagian }
              - { kode: DEWAN, nama: Dewan, jenis: kolegial }
              - { kode: WARGA, nama: Warga, jenis: eksternal }
            data:
              - { nama: nilai, jenis: bilangan, sampai: 9999, keterangan: nilai }
              - { nama: hasil, jenis: bilangan, sampai: 9999, keterangan: nilai dari SOP lain }
            langkah:
            """
                .formatted(id));
    for (Row row : rows.values()) {
      text.append("  - { id: ").append(row.id());
      text.append(", kegiatan: K, pelaksana: ").append(row.doers().yaml());
      text.append(", waktu: 4 jam kerja");
      if (!row.doers().penerima().isEmpty()) {
        text.append(", penerima: ").append(row.doers().penerima());
      }
      row.calls().ifPresent(calls -> text.append(", sop: ").append(yaml(calls)));
      if (!row.labels().isEmpty()) {
        text.append(", keputusan: ").append(row.labels());
      }
      if (!row.sifat().isEmpty()) {
        text.append(", sifat: ").append(new TreeSet<>(row.sifat()));
      }
      if (!row.selama().isEmpty()) {
        text.append(", selama: ").append(new TreeSet<>(row.selama()));
      }
      text.append(" }\n");
    }
    if (!apart.isEmpty()) {
      text.append("pemisahan:\n  - { baris: ").append(apart).append(", keterangan: terpisah }\n");
    }
    return text.toString();
  }

  private static String yaml(Calls calls) {
    String hasil =
        new TreeMap<>(calls.hasil())
            .entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining(", "));
    return "{ id: "
        + calls.sop().id
        + ", masuk: { nilai: nilai }, kembali: { hasil: nilai }"
        + (hasil.isEmpty() ? "" : ", hasil: { " + hasil + " }")
        + " }";
  }

  String rules() {
    StringBuilder text =
        new StringBuilder(
            "package sop." + id + "\n\nimport id.sop.rules.fact.*\n\nglobal Rute rute\n");
    rule(text, "mulai", "Mulai()", "ke(\"" + first + "\")", first);
    arrows.forEach(
        (from, all) -> {
          for (int i = 0; i < all.size(); i++) {
            Arrow arrow = all.get(i);
            String when = "Selesai( langkah == \"" + from + "\"";
            if (!arrow.label().isEmpty()) {
              when += ", keputusan == \"" + arrow.label() + "\"";
            }
            if (arrow.visits() > 0) {
              when += ", kunjungan " + (arrow.late() ? ">= " : "< ") + arrow.visits();
            }
            when += " )";
            if (!arrow.others().isEmpty()) {
              when +=
                  "\n    "
                      + (arrow.while_() ? "" : "not ")
                      + "Terbuka( langkah in ( "
                      + quoted(arrow.others())
                      + " ) )";
            }
            rule(text, from + " " + i, when, then(arrow), from);
          }
        });
    return text.toString();
  }

  private static String then(Arrow arrow) {
    if (!arrow.end().isEmpty()) {
      return (arrow.all() ? "akhiri(\"" : "selesai(\"") + arrow.end() + "\")";
    }
    return arrow.to().isEmpty()
        ? "tunggu()"
        : arrow.to().stream().map(r -> "ke(\"" + r + "\")").collect(Collectors.joining("."));
  }

  private static String quoted(Set<String> rows) {
    return rows.stream().sorted().map(r -> '"' + r + '"').collect(Collectors.joining(", "));
  }

  private static void rule(StringBuilder text, String name, String when, String then, String row) {
    text.append("\nrule \"arah ").append(name).append("\"\n    @baris(\"").append(row);
    text.append("\")\n    @dasarHukum(\"SOP Acak, baris ").append(row).append("\")\nwhen\n    ");
    text.append(when).append("\nthen\n    rute.").append(then).append(";\nend\n");
  }
}
