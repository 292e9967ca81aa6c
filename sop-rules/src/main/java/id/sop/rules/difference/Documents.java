package id.sop.rules.difference;

import com.google.common.collect.ImmutableSortedSet;
import id.sop.definition.Asumsi;
import id.sop.definition.Butir;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.Eskalasi;
import id.sop.definition.Identitas;
import id.sop.definition.MutuBaku;
import id.sop.definition.Parameter;
import id.sop.definition.Pelaksana;
import id.sop.definition.Pemisahan;
import id.sop.definition.Pengawasan;
import id.sop.definition.Performers;
import id.sop.definition.Sifat;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.worktime.Waktu;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the documents of two versions say otherwise, thing by thing and field by field. */
final class Documents {
  private Documents() {}

  static List<Change> changed(Sop before, Sop after) {
    List<Change> changes = new ArrayList<>();
    Fields.changes(
        Change.Part.DOKUMEN, after.id().value(), document(before), document(after), changes::add);
    compare(Change.Part.PELAKSANA, roles(before), roles(after), changes);
    compare(Change.Part.DATA, data(before), data(after), changes);
    compare(Change.Part.BARIS, rows(before), rows(after), changes);
    compare(Change.Part.ASUMSI, asumsi(before), asumsi(after), changes);
    order(changes, "urutan pelaksana", roles(before), roles(after), after);
    order(changes, "urutan baris", rows(before), rows(after), after);
    return changes;
  }

  private static void compare(
      Change.Part part,
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after,
      List<Change> changes) {
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> changes.add(new Change.Went(part, name)));
    after.forEach(
        (name, fields) -> {
          Map<String, String> old = before.get(name);
          if (old == null) {
            changes.add(new Change.Came(part, name));
          } else {
            Fields.changes(part, name, old, fields, changes::add);
          }
        });
  }

  /** The order in which what both have is printed. */
  private static void order(
      List<Change> changes,
      String field,
      Map<String, ?> before,
      Map<String, ?> after,
      Sop document) {
    List<String> old = before.keySet().stream().filter(after::containsKey).toList();
    List<String> now = after.keySet().stream().filter(before::containsKey).toList();
    if (!old.equals(now)) {
      changes.add(
          new Change.Reworded(
              Change.Part.DOKUMEN,
              document.id().value(),
              field,
              String.join(", ", old),
              String.join(", ", now)));
    }
  }

  private static Map<String, String> document(Sop sop) {
    Identitas identitas = sop.identitas();
    return new Fields()
        .put("sop", sop.id().value())
        .put("versi", sop.versi())
        .put("zona", sop.zona().getId())
        .put("kalender", sop.units().kalender())
        .put(
            "unitKerja",
            sop.units().lain().entrySet().stream()
                .map(unit -> unit.getKey() + ": " + unit.getValue().teks())
                .toList())
        .put("instansi", identitas.instansi())
        .put("unit", identitas.unit())
        .put("nama", identitas.nama())
        .put("nomor", identitas.nomor())
        .put("tanggalPembuatan", identitas.tanggalPembuatan())
        .put("tanggalRevisi", identitas.tanggalRevisi())
        .put("tanggalEfektif", identitas.tanggalEfektif())
        .put("disahkanOleh", identitas.disahkanOleh())
        .put("dasarHukum", identitas.dasarHukum())
        .put("kualifikasiPelaksana", identitas.kualifikasiPelaksana())
        .put("keterkaitan", identitas.keterkaitan())
        .put("peralatan", identitas.peralatan())
        .put("peringatan", identitas.peringatan())
        .put("pencatatan", identitas.pencatatan())
        .put("tercetak", identitas.tercetak())
        .put("pemisahan", sop.pemisahan().stream().map(Documents::separation).toList())
        .all();
  }

  private static String separation(Pemisahan duties) {
    return String.join(" / ", duties.baris().stream().map(row -> row.value()).toList())
        + (duties.keterangan().isEmpty() ? "" : ": " + duties.keterangan());
  }

  private static Map<String, Map<String, String>> roles(Sop sop) {
    Map<String, Map<String, String>> roles = new LinkedHashMap<>();
    for (Pelaksana role : sop.pelaksana().values()) {
      roles.put(
          role.code().value(),
          new Fields()
              .put("nama", role.nama())
              .put("jenis", word(role.jenis()))
              .put("unit", Optional.ofNullable(sop.units().dari().get(role.code())))
              .put("alias", role.alias())
              .put("anggota", role.anggota())
              .all());
    }
    return roles;
  }

  private static Map<String, Map<String, String>> data(Sop sop) {
    Map<String, Map<String, String>> data = new LinkedHashMap<>();
    for (DataField field : sop.data().values()) {
      data.put(
          field.nama(),
          new Fields()
              .put("jenis", domain(field.domain()))
              .put("wajibPada", field.wajibPada())
              .put("harus", field.harus().map(v -> v.teks()))
              .put("keterangan", field.keterangan())
              .all());
    }
    for (Parameter parameter : sop.parameter().values()) {
      data.put(
          parameter.nama(),
          new Fields()
              .put("jenis", "parameter " + domain(parameter.domain()))
              .put("satuan", parameter.satuan())
              .put("nilai", parameter.nilai().stream().map(Documents::value).toList())
              .put("keterangan", parameter.keterangan())
              .all());
    }
    return data;
  }

  private static String value(Parameter.Nilai value) {
    return value.nilai().teks() + " sejak " + value.sejak() + " (" + value.dasarHukum() + ")";
  }

  /** In which order the words of a choice are listed means nothing. */
  private static String domain(DataDomain domain) {
    return domain instanceof DataDomain.Pilihan choice
        ? "pilihan " + String.join(", ", ImmutableSortedSet.copyOf(choice.nilai()))
        : domain.teks();
  }

  private static Map<String, Map<String, String>> rows(Sop sop) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Step row : sop.langkah().values()) {
      rows.put(row.id().value(), row(sop, row));
    }
    return rows;
  }

  private static Map<String, String> row(Sop sop, Step row) {
    Pengawasan watch = sop.pengawasan(row.id());
    MutuBaku printed = row.mutuBaku();
    MutuBaku judged = row.dinilai();
    return new Fields()
        .put("no", row.no())
        .put("kegiatan", row.kegiatan())
        .put("pelaksana", performers(row.pelaksana()))
        .put("penerima", row.penerima())
        .put("kelengkapan", said(printed.kelengkapan(), printed.butirKelengkapan()))
        .put("waktu", printed.waktu().teks())
        .put("perpanjangan", printed.perpanjangan().map(Waktu::teks).orElse(""))
        .put("output", said(printed.output(), printed.butirOutput()))
        .put("keputusan", row.keputusan())
        .put("sifat", row.sifat().stream().map(Sifat::teks).toList())
        .put("selama", List.copyOf(row.selama()))
        .put(
            "dinilai.kelengkapan",
            judged.kelengkapan().equals(printed.kelengkapan()) ? List.of() : judged.kelengkapan())
        .put(
            "dinilai.output",
            judged.output().equals(printed.output()) ? List.of() : judged.output())
        .put("keterangan", row.keterangan())
        .put("strategis", row.strategis() ? "ya" : "")
        .put("tercetak", row.tercetak())
        .put("pengingat", watch.pengingat().stream().map(Waktu::teks).toList())
        .put("eskalasi", watch.eskalasi().stream().map(Documents::eskalasi).toList())
        .all();
  }

  /** The entries of a checklist with all that is said of them. */
  private static List<String> said(List<String> names, List<Butir> butir) {
    return names.stream()
        .map(
            name ->
                butir.stream()
                    .filter(b -> b.nama().equals(name))
                    .map(Butir::teks)
                    .findFirst()
                    .orElse(name))
        .toList();
  }

  private static String eskalasi(Eskalasi rung) {
    return rung.setelah().teks()
        + ": "
        + String.join(", ", rung.kepada().stream().map(r -> r.value()).toList());
  }

  private static String performers(Performers performers) {
    String mode =
        switch (performers.mode()) {
          case SALAH_SATU -> performers.roles().size() == 1 ? "" : "salahSatu: ";
          case BERSAMA -> "bersama: ";
          case BERJENJANG -> "berjenjang: ";
          case KOLEGIAL -> "kolegial: ";
          case EKSTERNAL -> "eksternal: ";
        };
    OptionalInt kuorum = performers.kuorum();
    return mode
        + String.join(", ", performers.roles().stream().map(r -> r.value()).toList())
        + (kuorum.isPresent() ? ", kuorum: " + kuorum.getAsInt() : "");
  }

  private static Map<String, Map<String, String>> asumsi(Sop sop) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Asumsi asumsi : sop.asumsi()) {
      all.put(
          asumsi.kode(),
          new Fields()
              .put("baris", asumsi.baris())
              .put("bidang", asumsi.bidang().stream().map(Documents::word).toList())
              .put("teks", asumsi.teks())
              .put("pilihan", asumsi.pilihan())
              .put("dipilih", asumsi.dipilih())
              .put("alasan", asumsi.alasan())
              .put("keyakinan", word(asumsi.keyakinan()))
              .put("dikonfirmasi", asumsi.dikonfirmasi() ? "ya" : "tidak")
              .all());
    }
    return all;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
