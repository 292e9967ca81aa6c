package id.sop.rules.reload;

import id.sop.bundle.SopBundle;
import id.sop.definition.SopId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small SOP as its author writes it: a letter is written and checked, and goes back when it is
 * wrong. Every word that a case records names the version.
 *
 * @param id its id
 * @param version its version, which every rule bears in its name
 * @param effective its line {@code tanggalEfektif}; may be empty
 */
record Letter(String id, int version, String effective) {
  static final SopId ID = SopId.of("uji.surat");

  static Letter version(int version) {
    return new Letter(ID.value(), version, "2026-01-01");
  }

  Letter effective(String date) {
    return new Letter(id, version, date);
  }

  String sop() {
    String date = effective.isEmpty() ? "" : "  tanggalEfektif: " + effective + "\n";
    return """
        sop: %s
        versi: "%d"
        zona: WIB
        identitas:
          instansi: Instansi
          unit: Unit
          nama: Surat
        %spelaksana:
          - kode: STAF
            nama: Staf
          - kode: KASUBAG
            nama: Kasubag
        langkah:
          - id: 1
            kegiatan: Menulis surat
            pelaksana: STAF
            waktu: 1 hari kerja
          - id: 2
            kegiatan: Memeriksa surat
            pelaksana: KASUBAG
            waktu: 1 hari kerja
            keputusan: [YA, TIDAK]
        """
        .formatted(id, version, date);
  }

  String rute() {
    return "package sop."
        + id.replace('-', '_')
        + "\nimport id.sop.rules.fact.*\nglobal Rute rute\n"
        + rule("mulai", "Mulai()", "ke(\"1\")")
        + rule("1", "Selesai( langkah == \"1\" )", "ke(\"2\")")
        + rule("2 YA", "Selesai( langkah == \"2\", keputusan == \"YA\" )", "selesai()")
        + rule("2 TIDAK", "Selesai( langkah == \"2\", keputusan == \"TIDAK\" )", "ke(\"1\")");
  }

  private String rule(String name, String when, String then) {
    return "rule \"%s, versi %d\" @baris(\"1\") @dasarHukum(\"contoh\")%nwhen %s%nthen rute.%s;%nend%n"
        .formatted(name, version, when, then)
        .replace("\r", "");
  }

  /** An example that holds when row 1 leads to {@code row}. */
  static String uji(String row) {
    return """
        sop: uji.surat
        contoh:
          - nama: surat ditulis
            mulai: { pada: 2026-03-02T08:00, posisi: [1] }
            langkah:
              - { baris: 1, pada: 2026-03-02T10:00, posisi: [%s] }
        """
        .formatted(row);
  }

  /** Saves it in {@code folder}, which is made when it is not there. */
  Letter in(Path folder) {
    write(folder, SopBundle.SOP, sop());
    write(folder, SopBundle.RUTE, rute());
    return this;
  }

  static void write(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try {
      for (String name : new String[] {SopBundle.SOP, SopBundle.RUTE, SopBundle.UJI}) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
