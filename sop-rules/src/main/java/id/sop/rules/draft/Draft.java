package id.sop.rules.draft;

import com.google.common.collect.ImmutableMap;
import id.sop.bundle.SopBundle;
import id.sop.definition.Asumsi;
import id.sop.definition.Asumsi.Bidang;
import id.sop.definition.Asumsi.Keyakinan;
import id.sop.definition.Identitas;
import id.sop.definition.Sop;
import id.sop.definition.SopId;
import id.sop.definition.Step;
import id.sop.problem.Problem;
import id.sop.problem.Problems;
import id.sop.rules.draft.Questions.Question;
import id.sop.rules.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A first bundle for an SOP that so far exists on paper or in a spreadsheet. */
public final class Draft {
  private static final String UNKNOWN = "Belum diisi";

  private final SopId id;
  private final Map<String, byte[]> files;
  private final List<Asumsi> questions;

  private Draft(SopId id, Map<String, byte[]> files, List<Asumsi> questions) {
    this.id = id;
    this.files = ImmutableMap.copyOf(files);
    this.questions = List.copyOf(questions);
  }

  /**
   * What came out.
   *
   * @param draft the bundle; empty when there is an error among the problems
   * @param problems what is wrong with the table, in file order
   */
  public record Result(Optional<Draft> draft, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A bundle from a table in the official form. Whatever the bytes are, this does not throw.
   *
   * @param id the id of the new SOP
   * @param nama its name; what stands above the table when there is none
   * @param file the file as its problems shall name it
   * @param table its contents: CSV or XLSX
   */
  public static Result of(SopId id, Optional<String> nama, String file, byte[] table) {
    Problems problems = new Problems();
    SheetFile.Result read = SheetFile.read(file, table, Form::fit);
    problems.addAll(read.problems());
    Optional<Form> form =
        read.hasErrors() ? Optional.empty() : Form.find(file, read.sheets(), problems);
    if (form.isEmpty() || problems.hasErrors()) {
      return new Result(Optional.empty(), problems.sorted());
    }
    Roles roles = new Roles();
    Questions questions = new Questions();
    String name =
        nama.map(Texts::clean).filter(n -> !n.isEmpty()).orElseGet(() -> name(form.get(), id));
    aboutTheDocument(questions);
    List<Step> steps = new FormReader(form.get(), roles, questions, problems).steps();
    if (problems.hasErrors()) {
      return new Result(Optional.empty(), problems.sorted());
    }
    Sop sop =
        Sop.of(
            id,
            "rintisan",
            ZoneId.of("Asia/Jakarta"),
            identity(Texts.shortened(name, 200)),
            roles.all(),
            List.of(),
            steps,
            questions.asumsi());
    return new Result(Optional.of(of(sop)), problems.sorted());
  }

  /**
   * A small bundle of three rows with a decision, with comments, for an office that has no table
   * yet.
   *
   * @param id the id of the new SOP
   * @param nama its name; made from the id when there is none
   */
  public static Draft blank(SopId id, Optional<String> nama) {
    String name = nama.map(Texts::clean).filter(n -> !n.isEmpty()).orElseGet(() -> name(id));
    ImmutableMap.Builder<String, byte[]> files = ImmutableMap.builder();
    for (String file : List.of(SopBundle.SOP, SopBundle.RUTE, SopBundle.UJI)) {
      files.put(file, bytes(Blank.file(file, id, Texts.shortened(name, 200))));
    }
    return new Draft(id, files.buildOrThrow(), List.of());
  }

  private static Draft of(Sop sop) {
    return new Draft(
        sop.id(),
        ImmutableMap.of(
            SopBundle.SOP, bytes(Proposal.document(sop)),
            SopBundle.RUTE, bytes(Proposal.arrows(sop)),
            SopBundle.UJI, bytes(Proposal.example(sop))),
        sop.asumsi());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void aboutTheDocument(Questions questions) {
    questions.ask(
        new Question(
            Bidang.IDENTITAS,
            "Instansi, unit, nomor, tanggal dan dasar hukum tidak ada dalam tabel.",
            "diisi kemudian dari blok identitas",
            "SOP ini tidak mempunyai blok identitas",
            "Tabel hanya memuat bagian kegiatan.",
            Keyakinan.TINGGI));
    questions.ask(
        new Question(
            Bidang.IDENTITAS,
            "Zona waktu tidak ada dalam tabel.",
            "WIB",
            "WITA atau WIT",
            "Zona menentukan kapan jam kantor berakhir.",
            Keyakinan.RENDAH));
  }

  /** The last line above the table that reads like a title; a line with long numbers does not. */
  private static String name(Form form, SopId id) {
    return form.title().stream()
        .filter(t -> t.matches(".*\\p{L}{3}.*") && !t.matches("(?s).*([0-9] ?){8}.*"))
        .filter(t -> t.length() <= 150)
        .reduce((a, b) -> b)
        .orElseGet(() -> name(id));
  }

  private static String name(SopId id) {
    String plain = id.value().substring(id.value().lastIndexOf('.') + 1).replace('-', ' ');
    return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
  }

  private static Identitas identity(String nama) {
    return new Identitas(
        UNKNOWN,
        UNKNOWN,
        nama,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** The id of the SOP. */
  public SopId id() {
    return id;
  }

  /** The files of the bundle by name, in UTF-8. */
  public Map<String, byte[]> files() {
    ImmutableMap.Builder<String, byte[]> copies = ImmutableMap.builder();
    files.forEach((name, bytes) -> copies.put(name, bytes.clone()));
    return copies.buildOrThrow();
  }

  /** What could not be decided, each as an assumption that nobody has confirmed yet. */
  public List<Asumsi> questions() {
    return questions;
  }
}
