package id.sop.rules.draft;

import id.sop.definition.Asumsi;
import id.sop.definition.DataDomain;
import id.sop.definition.DataField;
import id.sop.definition.DataValue;
import id.sop.definition.Identitas;
import id.sop.definition.Masa;
import id.sop.definition.Pelaksana;
import id.sop.definition.Pemisahan;
import id.sop.definition.Performers;
import id.sop.definition.Sop;
import id.sop.definition.Step;
import id.sop.worktime.Zona;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a document as a {@code sop.yaml} that reads back to the same document. */
final class SopYaml {
  // Only words that YAML can take for nothing else stand without quotation marks.
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_./]*( [A-Za-z0-9_./]+)*");
  private static final List<String> RISKY =
      List.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder text = new StringBuilder();

  private SopYaml() {}

  static String of(Sop sop) {
    SopYaml yaml = new SopYaml();
    yaml.document(sop);
    return yaml.text.toString();
  }

  private void line(String indent, String key, String value) {
    text.append(indent).append(key).append(": ").append(value).append('\n');
  }

  private void optional(String indent, String key, Optional<?> value) {
    value.ifPresent(v -> line(indent, key, scalar(v.toString())));
  }

  private void optional(String indent, String key, List<?> values) {
    if (!values.isEmpty()) {
      line(indent, key, list(values));
    }
  }

  private void printed(String indent, Map<String, String> tercetak) {
    if (!tercetak.isEmpty()) {
      text.append(indent).append("tercetak:\n");
      tercetak.forEach((field, raw) -> line(indent + "  ", field, scalar(raw)));
    }
  }

  static String scalar(String value) {
    boolean plain =
        PLAIN.matcher(value).matches() && !RISKY.contains(value.toLowerCase(Locale.ROOT));
    return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String list(List<?> values) {
    return values.stream()
        .map(v -> scalar(v.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private void document(Sop sop) {
    line("", "sop", sop.id().value());
    line("", "versi", scalar(sop.versi()));
    line("", "zona", Zona.of(sop.zona()).orElse(Zona.WIB).name());
    identitas(sop.identitas());
    text.append("\npelaksana:\n");
    sop.pelaksana().values().forEach(this::pelaksana);
    if (!sop.data().isEmpty()) {
      text.append("\ndata:\n");
      sop.data().values().forEach(this::data);
    }
    text.append("\nlangkah:\n");
    sop.langkah().values().forEach(this::langkah);
    if (!sop.asumsi().isEmpty()) {
      text.append("\nasumsi:\n");
      sop.asumsi().forEach(this::asumsi);
    }
    if (!sop.pemisahan().isEmpty()) {
      text.append("\npemisahan:\n");
      sop.pemisahan().forEach(this::pemisahan);
    }
  }

  private void pemisahan(Pemisahan duties) {
    line("  - ", "baris", list(duties.baris()));
    optional("    ", "keterangan", Optional.of(duties.keterangan()).filter(k -> !k.isEmpty()));
  }

  private void identitas(Identitas block) {
    text.append("\nidentitas:\n");
    line("  ", "instansi", scalar(block.instansi()));
    line("  ", "unit", scalar(block.unit()));
    line("  ", "nama", scalar(block.nama()));
    optional("  ", "nomor", block.nomor());
    optional("  ", "tanggalPembuatan", block.tanggalPembuatan());
    optional("  ", "tanggalRevisi", block.tanggalRevisi());
    optional("  ", "tanggalEfektif", block.tanggalEfektif());
    optional("  ", "disahkanOleh", block.disahkanOleh());
    optional("  ", "dasarHukum", block.dasarHukum());
    optional("  ", "kualifikasiPelaksana", block.kualifikasiPelaksana());
    optional("  ", "keterkaitan", block.keterkaitan());
    optional("  ", "peralatan", block.peralatan());
    optional("  ", "peringatan", block.peringatan());
    optional("  ", "pencatatan", block.pencatatan());
    printed("  ", block.tercetak());
  }

  private void pelaksana(Pelaksana role) {
    line("  - ", "kode", scalar(role.code().value()));
    line("    ", "nama", scalar(role.nama()));
    if (role.jenis() != Pelaksana.Jenis.JABATAN) {
      line("    ", "jenis", role.jenis().name().toLowerCase(Locale.ROOT));
    }
    dated("alias", "nama", role.alias(), Pelaksana.Alias::nama, Pelaksana.Alias::masa);
    dated(
        "anggota",
        "kode",
        role.anggota(),
        member -> member.kode().value(),
        Pelaksana.Anggota::masa);
  }

  private <T> void dated(
      String key, String name, List<T> items, Function<T, String> what, Function<T, Masa> when) {
    if (!items.isEmpty()) {
      line(
          "    ",
          key,
          items.stream()
              .map(item -> dated(name, what.apply(item), when.apply(item)))
              .collect(Collectors.joining(", ", "[", "]")));
    }
  }

  /** Alone when it holds on all days. */
  private static String dated(String name, String what, Masa masa) {
    return masa.equals(Masa.SELALU)
        ? scalar(what)
        : "{ "
            + name
            + ": "
            + scalar(what)
            + masa.dari().map(day -> ", dari: " + day).orElse("")
            + masa.sampai().map(day -> ", sampai: " + day).orElse("")
            + " }";
  }

  private void data(DataField field) {
    line("  - ", "nama", scalar(field.nama()));
    if (field.domain() instanceof DataDomain.Pilihan choice) {
      line("    ", "jenis", "pilihan");
      line("    ", "nilai", list(choice.nilai()));
    } else if (field.domain() instanceof DataDomain.Bilangan number) {
      range("bilangan", number.dari(), number.sampai());
    } else if (field.domain() instanceof DataDomain.Uang money) {
      range("uang", money.dari(), money.sampai());
    } else if (field.domain() instanceof DataDomain.Tanggal date) {
      range("tanggal", date.dari(), date.sampai());
    } else {
      line("    ", "jenis", "ya-tidak");
    }
    optional("    ", "wajibPada", field.wajibPada());
    optional("    ", "harus", field.harus().map(DataValue::teks));
    optional("    ", "keterangan", Optional.of(field.keterangan()).filter(k -> !k.isEmpty()));
  }

  private void range(String jenis, Object from, Object to) {
    line("    ", "jenis", jenis);
    line("    ", "dari", scalar(from.toString()));
    line("    ", "sampai", scalar(to.toString()));
  }

  private void langkah(Step row) {
    line("  - ", "id", scalar(row.id().value()));
    if (!row.no().equals(row.id().value())) {
      line("    ", "no", scalar(row.no()));
    }
    line("    ", "kegiatan", scalar(row.kegiatan()));
    line("    ", "pelaksana", performers(row.pelaksana()));
    optional("    ", "penerima", row.penerima());
    optional("    ", "kelengkapan", row.mutuBaku().kelengkapan());
    line("    ", "waktu", row.mutuBaku().waktu().teks());
    row.mutuBaku().perpanjangan().ifPresent(w -> line("    ", "perpanjangan", w.teks()));
    optional("    ", "output", row.mutuBaku().output());
    optional("    ", "keputusan", row.keputusan());
    if (!row.dinilai().equals(row.mutuBaku())) {
      text.append("    dinilai:\n");
      line("      ", "kelengkapan", list(row.dinilai().kelengkapan()));
      line("      ", "output", list(row.dinilai().output()));
    }
    optional("    ", "keterangan", Optional.of(row.keterangan()).filter(k -> !k.isEmpty()));
    if (row.strategis()) {
      line("    ", "strategis", "ya");
    }
    printed("    ", row.tercetak());
  }

  private static String performers(Performers performers) {
    String roles = list(performers.roles());
    String one = scalar(performers.roles().get(0).value());
    return switch (performers.mode()) {
      case SALAH_SATU -> performers.roles().size() == 1 ? one : "{ salahSatu: " + roles + " }";
      case BERSAMA -> {
        OptionalInt kuorum = performers.kuorum();
        String needed = kuorum.isPresent() ? ", kuorum: " + kuorum.getAsInt() : "";
        yield "{ bersama: " + roles + needed + " }";
      }
      case BERJENJANG -> "{ berjenjang: " + roles + " }";
      case KOLEGIAL -> "{ kolegial: " + one + " }";
      case EKSTERNAL -> "{ eksternal: " + one + " }";
    };
  }

  private void asumsi(Asumsi asumsi) {
    line("  - ", "kode", scalar(asumsi.kode()));
    optional("    ", "baris", asumsi.baris());
    line("    ", "bidang", list(asumsi.bidang().stream().map(b -> lower(b)).toList()));
    line("    ", "teks", scalar(asumsi.teks()));
    text.append("    pilihan:\n");
    asumsi.pilihan().forEach((letter, reading) -> line("      ", letter, scalar(reading)));
    line("    ", "dipilih", asumsi.dipilih());
    line("    ", "alasan", scalar(asumsi.alasan()));
    line("    ", "keyakinan", lower(asumsi.keyakinan()));
    line("    ", "dikonfirmasi", asumsi.dikonfirmasi() ? "ya" : "tidak");
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
