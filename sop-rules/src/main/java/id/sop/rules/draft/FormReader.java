package id.sop.rules.draft;

import id.sop.definition.Asumsi.Bidang;
import id.sop.definition.Asumsi.Keyakinan;
import id.sop.definition.Label;
import id.sop.definition.MutuBaku;
import id.sop.definition.PelaksanaCode;
import id.sop.definition.Performers;
import id.sop.definition.Step;
import id.sop.definition.StepId;
import id.sop.problem.Problems;
import id.sop.rules.draft.Form.Column;
import id.sop.rules.draft.Questions.Question;
import id.sop.rules.sheet.Cell;
import id.sop.worktime.Waktu;
import id.sop.worktime.WaktuParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the rows of the official form; what a cell leaves open is asked, not guessed. */
final class FormReader {
  static final int MAX_ROWS = 150;
  private static final int MAX_ROLES = 60;
  private static final int MAX_TEXT = 1_500;
  private static final List<Label> YA_TIDAK = List.of(Label.of("YA"), Label.of("TIDAK"));
  private static final Pattern DIAMOND =
      Pattern.compile("[◇◆⬥⬦♦♢⋄]|<>|\\b(?i:ya)\\s*/\\s*(?i:tidak)\\b");
  private static final Pattern ASKS =
      Pattern.compile(
          "\\?|(?i)\\b(?:apakah|(?:ya|setuju|disetujui|lengkap|sesuai|benar|layak|memenuhi)"
              + "\\s*(?:/|atau)\\s*(?:belum|tidak))\\b|\\b(?i:jika|bila|apabila)\\s+(?i:tidak|ya)\\b");
  private static final Pattern COUNTED = Pattern.compile("\\([\\p{L} ]+\\)");

  private final Form form;
  private final Roles roles;
  private final Questions questions;
  private final Problems problems;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> repeated = new HashMap<>();
  private final List<Printed> rows = new ArrayList<>();
  private String lastNo = "0";

  FormReader(Form form, Roles roles, Questions questions, Problems problems) {
    this.form = form;
    this.roles = roles;
    this.questions = questions;
    this.problems = problems;
  }

  /** One row of the form, gathered from one row of the sheet or from several. */
  private static final class Printed {
    final int row;
    final Map<Column, String> texts = new LinkedHashMap<>();
    final Map<Integer, String> marks = new LinkedHashMap<>();
    boolean sharedTime;

    Printed(int row) {
      this.row = row;
    }

    String text(Column column) {
      return texts.getOrDefault(column, "");
    }
  }

  List<Step> steps() {
    // The columns name the roles in their own order, also those that no row marks.
    gather();
    if (rows.isEmpty()) {
      problems.add(form.place(), DraftCode.NO_ROWS);
    } else if (rows.size() > MAX_ROWS) {
      problems.add(
          form.cell(rows.get(MAX_ROWS).row, Column.KEGIATAN).place(),
          DraftCode.TOO_MANY_ROWS,
          Integer.toString(MAX_ROWS));
    }
    if (problems.hasErrors()) {
      return List.of();
    }
    List<Step> steps = rows.stream().map(this::step).toList();
    if (roles.all().size() > MAX_ROLES) {
      problems.add(form.place(), DraftCode.TOO_MANY_ROLES, Integer.toString(MAX_ROLES));
    }
    return steps;
  }

  private void gather() {
    int before = -1;
    for (int row : form.rows()) {
      Cell kegiatan = form.cell(row, Column.KEGIATAN);
      boolean goesOn = !kegiatan.isBlank() && kegiatan.row() < row;
      checkCells(row);
      if (isStep(row, kegiatan) && !goesOn) {
        Printed printed = new Printed(row);
        read(row, printed);
        rows.add(printed);
      } else if (!rows.isEmpty() && (goesOn || (kegiatan.isBlank() && before == row - 1))) {
        read(row, rows.get(rows.size() - 1));
      } else {
        Cell first = form.sheet().filled(row).get(0);
        problems.add(
            first.place(),
            DraftCode.ROW_LEFT_OUT,
            first.name(),
            Texts.shortened(first.words(), 80));
        continue;
      }
      before = row;
    }
  }

  /** A heading between rows has a text and nothing else; a row has a number, a mark or a time. */
  private boolean isStep(int row, Cell kegiatan) {
    boolean more =
        !form.cell(row, Column.NO).isBlank()
            || !form.cell(row, Column.WAKTU).isBlank()
            || !form.cell(row, Column.PELAKSANA).isBlank()
            || form.performers().keySet().stream()
                .anyMatch(c -> !form.sheet().seen(row, c).isBlank());
    boolean acrossColumns = form.sheet().isJoinedAcross(row, kegiatan.column());
    return !Texts.isNothing(kegiatan.text()) && more && !acrossColumns;
  }

  private void checkCells(int row) {
    for (Cell cell : form.sheet().filled(row)) {
      if (Texts.clean(cell.text()).length() > MAX_TEXT) {
        problems.add(
            cell.place(), DraftCode.TEXT_TOO_LONG, cell.name(), Integer.toString(MAX_TEXT));
      }
      boolean isTime = form.cell(row, Column.WAKTU).column() == cell.column();
      if (cell.kind() == Cell.Kind.DATE && !isTime) {
        problems.add(cell.place(), DraftCode.CELL_CONVERTED, cell.name(), cell.words());
      }
      if (!form.reads(cell.column())) {
        problems.add(cell.place(), DraftCode.COLUMN_LEFT_OUT, cell.name(), cell.words());
      }
    }
  }

  private void read(int row, Printed into) {
    for (Column column : Column.values()) {
      Cell cell = form.cell(row, column);
      boolean own = cell.row() == row;
      boolean firstOfShared = !own && row == into.row && column == Column.WAKTU;
      into.sharedTime |= firstOfShared && !cell.isBlank();
      if (!cell.isBlank() && (own || firstOfShared)) {
        into.texts.merge(column, cell.text(), (a, b) -> a + "\n" + b);
      }
    }
    for (int column : form.performers().keySet()) {
      Cell cell = form.sheet().seen(row, column);
      if (!cell.isBlank() && cell.row() <= row) {
        into.marks.merge(column, cell.words(), (a, b) -> a.equals(b) ? a : a + " " + b);
      }
    }
  }

  private Step step(Printed printed) {
    String no = Texts.clean(printed.text(Column.NO));
    StepId id = id(no);
    String kegiatan = Texts.clean(printed.text(Column.KEGIATAN));
    Map<String, String> tercetak = new LinkedHashMap<>();
    List<PelaksanaCode> performers = performers(id, printed, kegiatan, tercetak);
    MutuBaku mutuBaku =
        new MutuBaku(
            Texts.items(printed.text(Column.KELENGKAPAN)),
            waktu(id, printed, tercetak),
            Texts.items(printed.text(Column.OUTPUT)));
    return new Step(
        id,
        printedNo(no, id),
        kegiatan,
        new Performers(
            performers.size() == 1 ? Performers.Mode.SALAH_SATU : Performers.Mode.BERSAMA,
            performers),
        List.of(),
        mutuBaku,
        mutuBaku,
        Texts.isNothing(printed.text(Column.KETERANGAN))
            ? ""
            : Texts.clean(printed.text(Column.KETERANGAN)),
        decides(id, printed, kegiatan) ? YA_TIDAK : List.of(),
        tercetak,
        form.cell(printed.row, Column.KEGIATAN).place());
  }

  private static String printedNo(String no, StepId id) {
    String bare = no.replaceFirst("[.)]+$", "");
    return bare.isEmpty() ? id.value() : bare;
  }

  /** The key of a row: its number, unless that is missing, repeated, or no key at all. */
  private StepId id(String no) {
    String bare = no.replaceFirst("[.)]+$", "").strip();
    boolean usable = StepId.isValid(bare) && bare.length() <= 20;
    if (usable && ids.add(bare)) {
      lastNo = bare;
      return StepId.of(bare);
    }
    String base = usable ? bare : lastNo;
    String made = base;
    while (!ids.add(made)) {
      int times = repeated.merge(base, 1, Integer::sum);
      made = base + (times <= 25 ? String.valueOf((char) ('a' + times)) : "-" + times);
    }
    if (!usable && made.equals(base)) {
      lastNo = base;
    }
    StepId id = StepId.of(made);
    questions.ask(
        id,
        new Question(
            Bidang.URUTAN,
            "Nomor baris tidak tercetak, terulang, atau tidak dapat menjadi kunci baris.",
            "urutan cetak, dengan kunci yang dibuatkan",
            "nomornya salah cetak",
            "Kunci baris harus ada dan berbeda; nomor tercetak hanya sebutan.",
            Keyakinan.SEDANG));
    return id;
  }

  private List<PelaksanaCode> performers(
      StepId id, Printed printed, String kegiatan, Map<String, String> tercetak) {
    Set<PelaksanaCode> found = new LinkedHashSet<>();
    // Whoever decides leads.
    marked(printed, true).forEach(n -> found.add(role(n)));
    marked(printed, false).forEach(n -> found.add(role(n)));
    for (String name : Texts.items(printed.text(Column.PELAKSANA))) {
      found.add(role(name));
    }
    if (found.isEmpty()) {
      found.add(inferred(id, kegiatan, tercetak));
    }
    if (found.size() > 1) {
      questions.ask(
          id,
          new Question(
              Bidang.PELAKSANA,
              "Beberapa pelaksana bertanda pada satu baris.",
              "bersama: yang pertama memimpin dan menyelesaikan, yang lain mencatat keikutsertaan",
              "salah satu cukup, berurutan (berjenjang), atau sebagian hanya menerima (penerima)",
              "Formulir tidak menyatakan cara pelaksana berbagi satu baris.",
              Keyakinan.RENDAH));
    }
    return List.copyOf(found);
  }

  private List<String> marked(Printed printed, boolean deciding) {
    return printed.marks.entrySet().stream()
        .filter(m -> DIAMOND.matcher(m.getValue()).find() == deciding)
        .filter(m -> !Texts.isNothing(m.getValue()))
        .map(m -> form.performers().getOrDefault(m.getKey(), ""))
        .distinct()
        .toList();
  }

  private PelaksanaCode role(String name) {
    PelaksanaCode code = roles.code(Texts.shortened(name, 200));
    if (name.matches(".*[,/;].*")) {
      questions.ask(
          new Question(
              Bidang.PELAKSANA,
              "Beberapa jabatan tercetak dalam satu kolom: " + Texts.shortened(name, 200),
              "satu peran gabungan",
              "peran yang terpisah; satu pelaksana untuk setiap jabatan",
              "Kolom formulir kadang hanya tata letak.",
              Keyakinan.RENDAH));
    }
    return code;
  }

  /** Nobody is marked: the one whose name begins the sentence, or else nobody that is known. */
  private PelaksanaCode inferred(StepId id, String kegiatan, Map<String, String> tercetak) {
    String sentence = " " + Texts.plain(kegiatan) + " ";
    Optional<String> subject =
        form.performers().values().stream()
            .filter(n -> !Texts.plain(n).isEmpty())
            .filter(n -> sentence.startsWith(" " + Texts.plain(n) + " "))
            .max(java.util.Comparator.comparingInt(String::length));
    if (subject.isPresent()) {
      questions.ask(
          id,
          new Question(
              Bidang.PELAKSANA,
              "Tidak ada tanda di kolom pelaksana.",
              "pelaksana yang menjadi pokok kalimat kegiatan",
              "pelaksana lain",
              "Kalimat kegiatan berawal dengan nama salah satu kolom pelaksana.",
              Keyakinan.SEDANG));
      return role(subject.get());
    }
    tercetak.put("pelaksana", "(tidak ada tanda)");
    questions.ask(
        id,
        new Question(
            Bidang.PELAKSANA,
            "Tidak ada tanda di kolom pelaksana, dan kalimat kegiatan tidak menyebut pelakunya.",
            "belum ditentukan",
            "salah satu kolom pelaksana",
            "Pelaksana tidak ditebak; ganti BELUM_DITENTUKAN dengan kode pelaksana yang benar.",
            Keyakinan.RENDAH));
    return roles.code("Belum ditentukan");
  }

  private Waktu waktu(StepId id, Printed printed, Map<String, String> tercetak) {
    String raw = Texts.clean(printed.text(Column.WAKTU));
    String bare = Texts.clean(COUNTED.matcher(raw).replaceAll(" "));
    String full = bare.matches("[0-9]+") ? (bare + " " + form.unit()).strip() : bare;
    WaktuParser.Parsed parsed = WaktuParser.parse(full);
    Optional<Waktu> waktu = parsed.waktu().filter(FormReader::standsAlone);
    if (printed.sharedTime) {
      questions.ask(
          id,
          new Question(
              Bidang.WAKTU,
              "Satu waktu tercetak untuk beberapa baris.",
              "berlaku untuk setiap baris",
              "jumlah untuk semuanya",
              "Sel waktu digabung dengan baris di atasnya.",
              Keyakinan.RENDAH));
    }
    if (waktu.isEmpty()) {
      unclear(id, raw, parsed.saran(), tercetak);
    } else if (!full.equals(raw)) {
      tercetak.put("waktu", raw);
    }
    if (waktu.isPresent() && full.matches("(?i)[0-9]+ *hari")) {
      questions.ask(
          id,
          new Question(
              Bidang.WAKTU,
              "Hari tanpa keterangan.",
              "hari kerja",
              "hari kalender",
              "Hari tanpa keterangan berarti hari kerja; perjalanan dan kegiatan lapangan sering"
                  + " dihitung menurut kalender.",
              Keyakinan.SEDANG));
    }
    return waktu.orElseGet(Waktu::sesuaiJadwal);
  }

  /** Whether it means something in a table whose rows and data have no names yet. */
  private static boolean standsAlone(Waktu waktu) {
    return !(waktu instanceof Waktu.MenurutAturan
        || waktu instanceof Waktu.Relatif
        || waktu instanceof Waktu.Bersama
        || waktu instanceof Waktu.PerKeputusan);
  }

  private void unclear(StepId id, String raw, String saran, Map<String, String> tercetak) {
    boolean none = Texts.isNothing(raw);
    if (!raw.isEmpty()) {
      tercetak.put("waktu", raw);
    }
    questions.ask(
        id,
        new Question(
            Bidang.WAKTU,
            none ? "Waktu tidak tercetak." : "Waktu tercetak " + Texts.shortened(raw, 100) + ".",
            "sesuai jadwal: tidak dinilai sebelum jadwalnya dicatat",
            none ? "waktu tertentu" : saran,
            "Waktu tidak ditebak.",
            Keyakinan.RENDAH));
  }

  private boolean decides(StepId id, Printed printed, String kegiatan) {
    boolean drawn =
        printed.marks.values().stream().anyMatch(m -> DIAMOND.matcher(m).find())
            || DIAMOND.matcher(printed.text(Column.PELAKSANA)).find();
    boolean asks =
        ASKS.matcher(kegiatan).find() || ASKS.matcher(printed.text(Column.KETERANGAN)).find();
    if (!drawn && asks) {
      questions.ask(
          id,
          new Question(
              Bidang.KEPUTUSAN,
              "Kalimatnya seperti memutus, tetapi tidak ada belah ketupat.",
              "baris ini memutus, dengan label YA dan TIDAK",
              "baris ini tidak memutus",
              "Kegiatan atau keterangan menyebut dua kemungkinan.",
              Keyakinan.RENDAH));
    }
    if (drawn || asks) {
      questions.ask(
          id,
          new Question(
              Bidang.URUTAN,
              "Tujuan panah YA dan TIDAK tidak terbaca dari tabel.",
              "YA ke baris berikutnya, TIDAK kembali ke baris sebelumnya",
              "tujuan lain, atau berkas berakhir",
              "Usulan yang paling sering benar; bagan di kertas yang menentukan.",
              Keyakinan.RENDAH));
    }
    return drawn || asks;
  }
}
