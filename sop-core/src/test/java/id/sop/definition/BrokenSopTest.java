package id.sop.definition;

import static id.sop.definition.DefinitionCode.*;
import static id.sop.internal.YamlCode.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sop.internal.MarkedText;
import id.sop.problem.Code;
import id.sop.problem.Place;
import id.sop.problem.Problem;
import id.sop.problem.Severity;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One slip in a good file gives one problem, at its very place. */
class BrokenSopTest {
  private static final String GOOD = MarkedText.resource("/id/sop/definition/sop.yaml");

  /** A slip: a part of the good file, what is written instead with the problem's place marked. */
  record Slip(String name, String part, String written, Code code) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Slip slip(String name, String part, String written, Code code) {
    return new Slip(name, part, written, code);
  }

  static Stream<Slip> slips() {
    return Stream.of(head(), roles(), data(), rows(), watching(), times(), assumptions(), form())
        .flatMap(List::stream);
  }

  /** The slips in a file that is still YAML. */
  static Stream<Slip> structural() {
    return Stream.of(head(), roles(), data(), rows(), watching(), times(), assumptions())
        .flatMap(List::stream);
  }

  private static List<Slip> head() {
    return List.of(
        slip("unknown key of the root", "versi: 2", "versi: 2\n▶verzi: 3", UNKNOWN_KEY),
        slip("no id", "sop: contoh.izin-penelitian\nversi", "▶versi", MISSING_KEY),
        slip("id in capitals", "sop: contoh.izin", "sop: ▶Contoh.izin", BAD_SOP_ID),
        slip("id without office", "contoh.izin-penelitian", "▶izin-penelitian", BAD_SOP_ID),
        slip("no version", "versi: 2\n", "▶versi:\n", EMPTY_TEXT),
        slip("blank version", "versi: 2\n", "versi: ▶\"  \"\n", EMPTY_TEXT),
        slip("unknown zone", "zona: WITA", "zona: ▶Asia/Makassar", UNKNOWN_WORD),
        slip("zone in lower case", "zona: WITA", "zona: ▶wita", UNKNOWN_WORD),
        slip(
            "calendar in capitals",
            "zona: WITA",
            "zona: WITA\nkalender: ▶Papua",
            BAD_CALENDAR_NAME),
        slip(
            "unit in small letters",
            "zona: WITA",
            "zona: WITA\nunitKerja: [{ kode: ▶cabang, nama: Cabang, zona: WIT }]",
            BAD_UNIT_CODE),
        slip(
            "unit without zone",
            "zona: WITA",
            "zona: WITA\nunitKerja: [▶{ kode: CABANG, nama: Cabang }]",
            MISSING_KEY),
        slip(
            "calendar of a unit as a path",
            "zona: WITA",
            "zona: WITA\nunitKerja: [{ kode: CABANG, nama: Cabang, zona: WIT, kalender: ▶../papua }]",
            BAD_CALENDAR_NAME),
        slip("zone as a list", "zona: WITA", "zona: ▶[WITA]", EXPECTED_TEXT),
        slip("identity block as a text", "keterkaitan: [SOP", "▶keterkaitam: [SOP", UNKNOWN_KEY),
        slip("no agency", "  instansi: Pemerintah Kota Contoh\n  unit", "  ▶unit", MISSING_KEY),
        slip("blank unit", "unit: Bidang Kajian", "▶unit: null", EMPTY_TEXT),
        slip("printed date", "2024-01-31", "▶Januari 2024", NOT_A_DATE),
        slip("day that is not", "2025-06-30", "▶2025-06-31", NOT_A_DATE),
        slip(
            "legal basis twice",
            "- Perda Kota Contoh 4/2019",
            "- ▶Permendagri 3/2018",
            DUPLICATE_ITEM),
        slip("equipment as a map", "[Komputer, Printer]", "▶{ Komputer: 1 }", EXPECTED_LIST),
        slip("map within a list", "[Buku agenda]", "[▶{ Buku: agenda }]", EXPECTED_TEXT),
        slip("unknown printed field", "nomor: 060 / 12", "▶nomer: 060 / 12", UNKNOWN_KEY),
        slip("printed text as a list", "nomor: 060 / 12", "nomor: ▶[060]", EXPECTED_TEXT));
  }

  private static List<Slip> roles() {
    return List.of(
        slip("role code in lower case", "kode: KABAN", "kode: ▶kaban", BAD_ROLE_CODE),
        slip(
            "role code kept for a blank cell",
            "  - kode: KABAN",
            "  - kode: ▶TIDAK_TERCETAK\n    nama: Siapa pun\n  - kode: KABAN",
            RESERVED_ROLE),
        slip(
            "role without name",
            "    nama: Kepala Badan\n    jenis",
            "    ▶nama:\n    jenis",
            EMPTY_TEXT),
        slip(
            "role twice",
            "  - kode: TIM",
            "  - { kode: ▶STAF, nama: Staf Umum }\n  - kode: TIM",
            DUPLICATE_ROLE),
        slip("unknown kind", "jenis: jabatan", "jenis: ▶jabatn", UNKNOWN_WORD),
        slip(
            "unknown key",
            "nama: Kepala Bidang",
            "nama: Kepala Bidang\n    ▶alis: [Kabid]",
            UNKNOWN_KEY),
        slip("alias as a text", "[JFU, Pengadministrasi Umum]", "▶JFU", EXPECTED_LIST),
        slip("blank alias", "[JFU, Pengadministrasi Umum]", "[JFU, ▶\"\"]", EMPTY_TEXT),
        slip("unknown member", "anggota: [STAF, KABID]", "anggota: [▶STAFF, KABID]", UNKNOWN_ROLE),
        slip("member twice", "anggota: [STAF, KABID]", "anggota: [STAF, ▶STAF]", DUPLICATE_ITEM),
        slip(
            "member twice at a time",
            "anggota: [STAF, KABID]",
            "anggota: [{ kode: STAF, sampai: 2022-12-31 }, { kode: ▶STAF, dari: 2022-12-31 }]",
            DUPLICATE_ITEM),
        slip(
            "membership that ends before it begins",
            "anggota: [STAF, KABID]",
            "anggota: [STAF, { kode: KABID, dari: 2022-02-01, ▶sampai: 2022-01-31 }]",
            MASA_REVERSED),
        slip(
            "membership of nobody",
            "anggota: [STAF, KABID]",
            "anggota: [STAF, ▶{ dari: 2022-02-01 }]",
            MISSING_KEY),
        slip(
            "alias on a day that is not",
            "[JFU, Pengadministrasi Umum]",
            "[JFU, { nama: Caraka, dari: ▶2022-02-30 }]",
            NOT_A_DATE),
        slip("group of itself", "anggota: [STAF, KABID]", "▶anggota: [STAF, BIDANG]", MEMBER_CYCLE),
        slip(
            "group without members",
            "    anggota: [STAF, KABID]\n",
            "    ▶anggota: []\n",
            MEMBERS_MISSING),
        slip(
            "members of no group",
            "jenis: jabatan",
            "jenis: jabatan\n    ▶anggota: [STAF]",
            MEMBERS_UNWANTED));
  }

  private static List<Slip> data() {
    return List.of(
        slip("name in capitals", "nama: jumlahLokasi", "nama: ▶JUMLAH", BAD_DATA_NAME),
        slip("keyword of the rules", "nama: jumlahLokasi", "nama: ▶class", RESERVED_DATA_NAME),
        slip("operator of the rules", "nama: jumlahLokasi", "nama: ▶matches", RESERVED_DATA_NAME),
        slip("name twice", "nama: biaya", "nama: ▶jumlahLokasi", DUPLICATE_DATA),
        slip("unknown kind", "jenis: ya-tidak", "jenis: ▶ya tidk", UNKNOWN_WORD),
        slip(
            "choice without words",
            "    nilai: [MAHASISWA, LEMBAGA]\n",
            "    ▶nilai: []\n",
            NOTHING_LISTED),
        slip("word in lower case", "[MAHASISWA, LEMBAGA]", "[MAHASISWA, ▶lembaga]", BAD_CHOICE),
        slip("word twice", "[MAHASISWA, LEMBAGA]", "[LEMBAGA, ▶LEMBAGA]", DUPLICATE_ITEM),
        slip("words of a number", "dari: 1\n", "▶nilai: [A]\n", KEY_OF_OTHER_JENIS),
        slip("range of a choice", "wajibPada: terima", "▶dari: 1", KEY_OF_OTHER_JENIS),
        slip("thousands with dots", "50_000_000", "▶50.000.000", BAD_VALUE),
        slip("number too great", "50_000_000", "▶99999999999999999999", BAD_VALUE),
        slip("range upside down", "dari: 1\n", "▶dari: 2000\n", EMPTY_RANGE),
        slip("dates upside down", "dari: 2020-01-01", "▶dari: 2031-01-01", EMPTY_RANGE),
        slip("negative money", "dari: 0", "▶dari: -5", NEGATIVE_MONEY),
        slip("unknown row", "wajibPada: periksa", "wajibPada: ▶perikas", UNKNOWN_ROW),
        slip(
            "must without a row",
            "    wajibPada: periksa\n    harus",
            "    ▶harus",
            HARUS_WITHOUT_ROW),
        slip("must of another type", "harus: ya", "harus: ▶true", HARUS_OUTSIDE),
        slip(
            "must outside the choice",
            "keterangan: Siapa",
            "harus: ▶UMUM\n    keterangan: Siapa",
            HARUS_OUTSIDE),
        slip(
            "fact as a text",
            "  - nama: lengkap\n",
            "  - ▶apa saja\n  - nama: lengkap\n",
            EXPECTED_MAP));
  }

  private static List<Slip> rows() {
    return List.of(
        slip(
            "row id with a space",
            "  - id: sah\n",
            "  - { id: ▶sah kan, kegiatan: X, pelaksana: KABAN, waktu: 1 hari }\n  - id: sah\n",
            BAD_ROW_ID),
        slip("row id twice", "id: paraf", "id: ▶terima", DUPLICATE_ROW),
        slip("no activity", "    kegiatan: Menilai proposal\n", "    ▶kegiatan: \n", EMPTY_TEXT),
        slip("blank activity", "kegiatan: Menilai proposal", "kegiatan: ▶''", EMPTY_TEXT),
        slip("unknown key with a near one", "penerima: [STAF]", "▶penerma: [STAF]", UNKNOWN_KEY),
        slip("unknown performer", "pelaksana: STAF\n", "pelaksana: ▶STAFF\n", UNKNOWN_ROLE),
        slip("unknown recipient", "penerima: [STAF]", "penerima: [▶STAFF]", UNKNOWN_ROLE),
        slip("recipient as a text", "penerima: [STAF]", "penerima: ▶STAF", EXPECTED_LIST),
        slip(
            "performers without mode",
            "{ bersama: [KABAN, KABID] }",
            "▶[KABAN, KABID]",
            BAD_PERFORMERS),
        slip(
            "two modes",
            "{ bersama: [KABAN, KABID] }",
            "▶{ bersama: [KABAN], salahSatu: [KABID] }",
            BAD_PERFORMERS),
        slip(
            "unknown mode",
            "{ bersama: [KABAN, KABID] }",
            "{ ▶barsama: [KABAN, KABID] }",
            UNKNOWN_KEY),
        slip(
            "mode without roles",
            "{ bersama: [KABAN, KABID] }",
            "{ ▶bersama: [] }",
            NOTHING_LISTED),
        slip("mode left blank", "{ bersama: [KABAN, KABID] }", "{ ▶bersama: }", EMPTY_TEXT),
        slip(
            "quorum of nobody",
            "{ bersama: [KABAN, KABID] }",
            "{ bersama: [KABAN, KABID], kuorum: ▶0 }",
            QUORUM_WRONG),
        slip(
            "quorum larger than the list",
            "{ bersama: [KABAN, KABID] }",
            "{ bersama: [KABAN, KABID], kuorum: ▶3 }",
            QUORUM_WRONG),
        slip(
            "quorum in words",
            "{ bersama: [KABAN, KABID] }",
            "{ bersama: [KABAN, KABID], kuorum: ▶dua }",
            QUORUM_WRONG),
        slip(
            "quorum below zero",
            "{ bersama: [KABAN, KABID] }",
            "{ bersama: [KABAN, KABID], kuorum: ▶-1 }",
            QUORUM_WRONG),
        slip(
            "leader from elsewhere",
            "{ bersama: [KABAN, KABID] }",
            "{ bersama: [KABAN, KABID], ketua: ▶STAF }",
            LEAD_NOT_LISTED),
        slip(
            "role twice in a row",
            "{ bersama: [KABAN, KABID] }",
            "{ bersama: [KABAN, ▶KABAN] }",
            DUPLICATE_ITEM),
        slip(
            "quorum of one",
            "{ berjenjang: [STAF, KABID] }",
            "{ berjenjang: [STAF, KABID], ▶kuorum: 1 }",
            ONLY_TOGETHER),
        slip(
            "quorum without mode", "{ bersama: [KABAN, KABID] }", "▶{ kuorum: 1 }", BAD_PERFORMERS),
        slip(
            "strategic or not",
            "    waktu: menurut aturan",
            "    waktu: menurut aturan\n    strategis: ▶mungkin",
            UNKNOWN_WORD),
        slip(
            "separation of one row",
            "asumsi:\n",
            "pemisahan:\n  - ▶baris: [nilai]\nasumsi:\n",
            SEPARATES_NOTHING),
        slip(
            "separation of no rows",
            "asumsi:\n",
            "pemisahan:\n  - ▶keterangan: apa saja\nasumsi:\n",
            MISSING_KEY),
        slip(
            "separation of an unknown row",
            "asumsi:\n",
            "pemisahan:\n  - baris: [nilai, ▶nilia]\nasumsi:\n",
            UNKNOWN_ROW),
        slip(
            "separation of a row from itself",
            "asumsi:\n",
            "pemisahan:\n  - baris: [nilai, sah, ▶nilai]\nasumsi:\n",
            DUPLICATE_ITEM),
        slip("minutes of an official", "kolegial: TIM", "kolegial: ▶KABAN", NOT_COLLEGIAL),
        slip("official as outsider", "eksternal: PEMOHON", "eksternal: ▶KABAN", NOT_EXTERNAL),
        slip("minutes of several", "kolegial: TIM", "kolegial: ▶[TIM]", EXPECTED_TEXT),
        slip(
            "no time",
            "id: lengkapi\n    kegiatan: Melengkapi berkas\n    pelaksana: { eksternal: PEMOHON }\n    penerima: [STAF]\n    waktu: sesuai jadwal",
            "▶id: lengkapi\n    kegiatan: Melengkapi berkas\n    pelaksana: { eksternal: PEMOHON }\n    penerima: [STAF]",
            WAKTU_MISSING),
        slip("blank time", "    waktu: 1 hari kerja\n", "    ▶waktu:\n", WAKTU_MISSING),
        slip(
            "extension without a unit",
            "waktu: 1 hari kerja",
            "waktu: 1 hari kerja\n    perpanjangan: 7 ▶hri",
            WAKTU_UNKNOWN),
        slip(
            "extension that is no limit",
            "waktu: 1 hari kerja",
            "waktu: 1 hari kerja\n    perpanjangan: ▶sesuai kebutuhan",
            EXTENSION_NO_LIMIT),
        slip(
            "extension of two times",
            "waktu: 1 hari kerja",
            "waktu: 1 hari kerja\n    perpanjangan: ▶1-2 hari",
            EXTENSION_NO_LIMIT),
        slip(
            "extension of a schedule",
            "waktu: sesuai jadwal",
            "waktu: sesuai jadwal\n    ▶perpanjangan: 7 hari",
            NOTHING_TO_EXTEND),
        slip("no days", "waktu: 1 hari kerja", "waktu: ▶0 hari", WAKTU_UNKNOWN),
        slip("negative days", "waktu: 1 hari kerja", "waktu: ▶-1 hari", WAKTU_UNKNOWN),
        slip("tomorrow", "waktu: 1 hari kerja", "waktu: ▶besok", WAKTU_UNKNOWN),
        slip("abbreviated unit", "waktu: 1 hari kerja", "waktu: 1▶M", WAKTU_UNKNOWN),
        slip("unit in quotes", "waktu: \"2 jam kerja\"", "waktu: \"2 ▶jma kerja\"", WAKTU_UNKNOWN),
        slip(
            "one label",
            "keputusan: [LENGKAP, TIDAK_LENGKAP]",
            "▶keputusan: [LENGKAP]",
            TOO_FEW_LABELS),
        slip("label in lower case", "[LENGKAP, TIDAK_LENGKAP]", "[LENGKAP, ▶tidak]", BAD_LABEL),
        slip("label twice", "[LENGKAP, TIDAK_LENGKAP]", "[LENGKAP, TIDAK, ▶TIDAK]", DUPLICATE_ITEM),
        slip("assessed time", "      kelengkapan: [PROPOSAL]", "      ▶waktu: 1 hari", UNKNOWN_KEY),
        slip(
            "assessed as a text",
            "dinilai:\n      kelengkapan: [PROPOSAL]",
            "dinilai: ▶ya",
            EXPECTED_MAP),
        slip("printed field unknown", "waktu: \"2\"\n", "▶wkatu: \"2\"\n", UNKNOWN_KEY),
        slip("row as a text", "  - id: paraf", "  - ▶paraf lalu sah\n  - id: paraf", EXPECTED_MAP));
  }

  private static List<Slip> watching() {
    return List.of(
        slip("unknown way of watching", "  pengingat: [1", "  ▶peringat: [1", UNKNOWN_KEY),
        slip("reminder as a text", "[1 hari kerja, 2 jam kerja]", "▶1 hari kerja", EXPECTED_LIST),
        slip("reminder of nothing", "2 jam kerja]", "2 ▶jma kerja]", RUNG_TIME),
        slip("reminder by schedule", "2 jam kerja]", "▶sesuai jadwal]", RUNG_TIME),
        slip("reminder of a range", "2 jam kerja]", "▶1-2 hari]", RUNG_TIME),
        slip("reminder twice", "2 jam kerja]", "▶1 hari]", RUNG_TWICE),
        slip(
            "escalation of nobody",
            "3 hari kerja, kepada",
            "3 hari kerja, ▶kpada: X, kepada",
            UNKNOWN_KEY),
        slip("escalation to nobody", "kepada: [KABID, KABAN]", "▶kepada: []", NOTHING_LISTED),
        slip("escalation to a stranger", "kepada: KABID", "kepada: ▶KABIT", UNKNOWN_ROLE),
        slip("escalation twice", "setelah: 3 hari kerja", "setelah: ▶1 hari kerja", RUNG_TWICE),
        slip("escalation without time", "{ setelah: 3 hari kerja, ", "▶{ ", MISSING_KEY),
        slip("way of a row unknown", "      pengingat: [30", "      ▶pengngat: [30", UNKNOWN_KEY));
  }

  private static List<Slip> times() {
    return List.of(
        slip("time of no label", "{ TERBIT: 2", "{ ▶TERBITT: 2", TIME_LABEL_UNKNOWN),
        slip(
            "label without time",
            "waktu: { TERBIT: 2 hari kerja, ",
            "▶waktu: { ",
            TIME_LABEL_MISSING),
        slip(
            "no label at all",
            "{ TERBIT: 2 hari kerja, TOLAK: 1 hari kerja }",
            "▶{}",
            NOTHING_LISTED),
        slip("label in capitals only", "{ TERBIT: 2", "{ ▶Terbit: 2", BAD_LABEL),
        slip("label's time not read", "TOLAK: 1 hari kerja", "TOLAK: 1 ▶hri kerja", WAKTU_UNKNOWN),
        slip("label's time blank", "TOLAK: 1 hari kerja", "▶TOLAK: ", EMPTY_TEXT),
        slip(
            "label's time without limit",
            "TOLAK: 1 hari kerja",
            "TOLAK: ▶sesuai jadwal",
            TIME_WITHOUT_LIMIT),
        slip(
            "row without decision",
            "waktu: { TERBIT: 2 hari kerja, TOLAK: 1 hari kerja }\n    keputusan: [TERBIT, TOLAK]\n",
            "▶waktu: { TERBIT: 2 hari kerja, TOLAK: 1 hari kerja }\n",
            TIME_WITHOUT_DECISION),
        slip(
            "date unknown",
            "sebelum mulaiPenelitian",
            "sebelum ▶mulaiPeneltian",
            TIME_DATE_UNKNOWN),
        slip("no date", "sebelum mulaiPenelitian", "sebelum ▶biaya", TIME_NOT_A_DATE),
        slip("before a row", "sebelum mulaiPenelitian", "sebelum ▶langkah sah", WAKTU_UNKNOWN),
        slip("after an unknown row", "setelah langkah sah", "setelah langkah ▶sahh", UNKNOWN_ROW),
        slip(
            "shared with nobody", "bersama langkah laporan", "bersama langkah ▶lapor", UNKNOWN_ROW),
        slip(
            "shared with itself",
            "bersama langkah laporan",
            "bersama langkah ▶arsip",
            TIME_NOT_SHARED),
        slip(
            "shared with a schedule",
            "bersama langkah laporan",
            "bersama langkah ▶lengkapi",
            TIME_NOT_SHARED));
  }

  private static List<Slip> assumptions() {
    return List.of(
        slip("row unknown", "baris: [nilai, sah]", "baris: [nilai, ▶sahkan]", UNKNOWN_ROW),
        slip("field unknown", "bidang: [waktu, urutan]", "bidang: [▶wkatu]", UNKNOWN_WORD),
        slip("no field", "bidang: [waktu, urutan]", "▶bidang: []", NOTHING_LISTED),
        slip(
            "no text",
            "kode: A1\n    baris: [nilai, sah]\n    bidang: [waktu, urutan]\n    teks: Satuan waktu tidak tercetak.",
            "▶kode: A1\n    bidang: [waktu, urutan]",
            MISSING_KEY),
        slip("choice not offered", "dipilih: b", "dipilih: ▶c", DIPILIH_UNKNOWN),
        slip("letter is a word", "a: hari kalender", "▶satu: hari kalender", BAD_LETTER),
        slip("reading left blank", "a: hari kalender", "▶a:", EMPTY_TEXT),
        slip("certainty unknown", "keyakinan: rendah", "keyakinan: ▶rendahh", UNKNOWN_WORD),
        slip("confirmed in English", "dikonfirmasi: tidak", "dikonfirmasi: ▶false", UNKNOWN_WORD),
        slip(
            "same code",
            "  - kode: A1\n",
            "  - kode: A1\n    bidang: [waktu]\n    teks: x\n    pilihan: { a: x }\n    dipilih: a\n    alasan: x\n    keyakinan: rendah\n    dikonfirmasi: ya\n  - kode: ▶A1\n",
            DUPLICATE_ASSUMPTION));
  }

  private static List<Slip> form() {
    return List.of(
        slip("key twice", "zona: WITA", "zona: WITA\n▶zona: WIB", DUPLICATE_KEY),
        slip("key that is a list", "zona: WITA", "zona: WITA\n? ▶[a]\n: b", KEY_NOT_TEXT),
        slip(
            "colon within a text",
            "kegiatan: Melengkapi berkas",
            "kegiatan: Melengkapi▶: berkas",
            COLON_IN_TEXT),
        slip("tab as indentation", "    nama: Staf Layanan", "▶\tnama: Staf Layanan", TAB),
        slip(
            "open quote",
            "disahkanOleh: Kepala Badan",
            "disahkanOleh: ▶\"Kepala Badan",
            UNCLOSED_QUOTE),
        slip(
            "open bracket",
            "[Komputer, Printer]\n  ▶peringatan".replace("▶", ""),
            "[Komputer, Printer\n  peringatan▶",
            UNCLOSED_BRACKET),
        slip("wrong indentation", "  nama: Penerbitan", "   ▶nama: Penerbitan", INDENTATION),
        slip("key without colon", "zona: WITA\n", "▶zona\n", MISSING_COLON),
        slip("anchor", "[Buku agenda]", "▶&a [Buku agenda]", ALIAS),
        slip("alias", "[Buku agenda]", "▶*a", ALIAS),
        slip("tag of a Java class", "versi: 2", "versi: ▶!!java.lang.Runtime 2", TAG),
        slip("second document", "zona: WITA", "zona: WITA\n▶---\nsop: x", SECOND_DOCUMENT),
        slip("NUL", "Kepala Bidang\n", "Kepala▶\0Bidang\n", CONTROL_CHARACTER),
        slip("text too long", "Melengkapi berkas", "▶" + "a".repeat(2001), TEXT_TOO_LONG),
        slip("list too long", "[Komputer, Printer]", "[" + numbers(200) + ", ▶x]", LIST_TOO_LONG));
  }

  private static String numbers(int count) {
    return String.join(", ", IntStream.range(0, count).mapToObj(i -> "n" + i).toList());
  }

  private static List<Problem> errors(byte[] bytes) {
    return SopReader.read("sop.yaml", bytes).problems().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("slips")
  void one_slip_gives_one_problem_at_its_place(Slip slip) {
    MarkedText broken = MarkedText.replacing(GOOD, slip.part(), slip.written());

    assertThat(errors(broken.bytes()))
        .extracting(Problem::code, Problem::place)
        .containsExactly(tuple(slip.code(), new Place("sop.yaml", broken.line(), broken.column())));
  }
}
